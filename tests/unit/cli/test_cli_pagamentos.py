"""Payments by `finbank` alone: what is owed, approval, the file, the bank's answers, correction, undo."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.test_cli_cycle import Office

VALORES = ("100.00", "250.00", "75.50", "40.00")
DADOS: dict[str, list[dict[str, Any]]] = {
    "empresas": [{"codigo": "001", "razao_social": "Empresa Exemplo Ltda", "documento": "11.222.333/0001-81"}],
    "contas": [{"codigo": "C1", "descricao": "Itaú", "banco": "341", "agencia": "0810", "conta": "53678"}],
    "convenios_pagamento": [{"codigo": "PG", "conta": "C1", "convenio": "123456"}],
    "pessoas": [{"codigo": "F1", "nome": "Fornecedor Inventado", "documento": "52998224725"}],
    "pessoa_contas": [{"codigo": "B1", "pessoa": "F1", "banco": "237", "agencia": "1234", "conta": "56789"}],
    "contas_pagar": [
        {"codigo": f"A{n}", "pessoa": "F1", "documento": f"NF{n}", "vencimento": "2027-12-15", "valor": valor}
        for n, valor in enumerate(VALORES, 1)
    ],
}


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    (tmp_path / "dados.json").write_text(json.dumps(DADOS), encoding="utf-8")
    opened = Office(tmp_path, capsys)
    opened.ask("dados", "importar", str(tmp_path / "dados.json"))
    return opened


def generate(office: Office) -> dict[str, Any]:
    """Approve all and make the remessa."""
    office.ask("pagamentos", "aprovar", "--filtro", "situacao=Em aberto")
    made: dict[str, Any] = office.ask("pagamentos", "gerar", "--convenio", "PG", "--saida", str(office.folder))
    return made


def answered(office: Office, made: dict[str, Any]) -> Sequence[str]:
    answers = office.ask("banco-simulado", "processar", made["file"], "--saida", str(office.folder / "retornos"))
    return [answer["file"] for answer in answers]


def situacoes(office: Office) -> list[str]:
    return [conta["situacao"] for conta in office.ask("contas-pagar", "listar", "--ordem", "codigo")]


def test_nothing_goes_unapproved(office: Office) -> None:
    made = office.ask("pagamentos", "gerar", "--convenio", "PG", "--saida", str(office.folder), code=3)
    assert made == []
    _, _, err = office.call("pagamentos", "gerar", "--convenio", "PG", "--saida", str(office.folder))
    assert "Nenhuma conta a pagar aprovada espera" in err
    assert "Aprove as contas" in err
    assert list(office.folder.glob("*.REM")) == []


def test_whole_cycle_and_back(office: Office) -> None:
    forma = {conta["forma"] for conta in office.ask("contas-pagar", "listar")}
    assert forma == {"TED"}  # an account at another bank leaves no doubt
    made = generate(office)
    assert (made["applied"], made["sequence"], [row["goes"] for row in made["plan"]["rows"]]) == (True, 1, [True] * 4)
    assert [row["valor"] for row in made["plan"]["rows"]] == list(VALORES)
    assert situacoes(office) == ["Agendado"] * 4
    aceite, pagamento = answered(office, made)

    accepted = office.ask("pagamentos", "importar", aceite)
    assert (accepted["applied"], accepted["plan"]["tabs"]["confirmacoes"]) == (True, 4)
    assert situacoes(office) == ["Agendado"] * 4

    paid = office.ask("pagamentos", "retorno", "importar", pagamento)
    assert (paid["plan"]["tabs"]["baixas"], paid["plan"]["tabs"]["rejeicoes"]) == (3, 1)
    assert situacoes(office) == ["Pago"] * 3 + ["Recusado"]
    again = office.ask("pagamentos", "importar", pagamento)
    assert (again["applied"], again["import_id"], again["plan"]["tabs"]["ja_processados"]) == (False, None, 4)

    undone = office.ask("importacoes", "desfazer", paid["import_id"])
    assert (undone["undone"], undone["rows"]) == (True, 4)
    assert situacoes(office) == ["Agendado"] * 4
    office.ask("pagamentos", "importar", pagamento)
    recusada = next(row for row in office.ask("contas-pagar", "listar") if row["situacao"] == "Recusado")
    office.ask("contas-pagar", "corrigir", "--ids", str(recusada["id"]))
    second = generate(office)
    assert [row["conta_pagar_id"] for row in second["plan"]["rows"]] == [recusada["id"]]
    assert second["plan"]["rows"][0]["seu_numero"] != recusada["seu_numero"]
    assert second["sequence"] == 2


def test_a_remessa_is_cancelled_until_the_bank_answers(office: Office) -> None:
    made = generate(office)
    plan = office.ask("pagamentos", "cancelar", str(made["remessa_id"]), "--simular")
    assert plan["applied"] is False
    aceite, _ = answered(office, made)
    assert office.ask("pagamentos", "cancelar", str(made["remessa_id"]))["applied"] is True
    assert situacoes(office) == ["Aprovado"] * 4
    told = office.ask("pagamentos", "importar", aceite, code=1)
    assert told["plan"]["tabs"]["conferir"] == 4
    assert "cancelada" in told["plan"]["rows"][0]["efeito"]
    assert situacoes(office) == ["Aprovado"] * 4
    again = office.ask("pagamentos", "remessa", "gerar", "--convenio", "PG", "--saida", str(office.folder))
    aceite, _ = answered(office, again)
    office.ask("pagamentos", "importar", aceite)
    copy = office.ask("pagamentos", "remessa", "salvar", str(again["remessa_id"]), "--saida", str(office.folder / "x"))
    assert Path(copy["file"]).read_bytes() == Path(again["file"]).read_bytes()
    assert office.ask("pagamentos", "remessa", "enviada", str(again["remessa_id"]))["situacao"] == "Enviada"
    refused = office.ask("pagamentos", "remessa", "cancelar", str(again["remessa_id"]), code=3)
    assert refused["problems"][0]["message"].startswith("O pagamento a Fornecedor Inventado já teve resposta")


def test_a_file_of_somebody_else_is_refused_in_one_sentence(office: Office) -> None:
    made = generate(office)
    code, _, err = office.call("pagamentos", "importar", made["file"])
    assert code == 3
    assert "é uma remessa de pagamentos" in err
    aceite, _ = answered(office, made)
    other = Path(aceite).read_bytes().replace(b"11222333000181", b"45723174000110")
    (office.folder / "OUTRA.RET").write_bytes(other)
    code, _, err = office.call("pagamentos", "importar", str(office.folder / "OUTRA.RET"))
    assert code == 3
    assert "outra conta ou empresa" in err
    code, _, err = office.call("retorno", "importar", aceite)
    assert code == 3


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("contas-pagar", "aprovar"), "diga quais contas"),
        (("pagamentos", "remessa", "gerar"), "--convenio"),
        (("pagamentos", "remessa", "cancelar"), "ID da remessa"),
        (("pagamentos", "remessa", "apagar"), "não existe"),
        (("pagamentos", "gerar", "--convenio", "PG", "--ate", "ontem"), "um dia é como"),
        (("importacoes", "desfazer", "X1"), "não X1"),
    ],
)
def test_wrong_calls_are_told(office: Office, words: tuple[str, ...], part: str) -> None:
    code, _, err = office.call(*words)
    assert code == 2
    assert part in err


def test_the_lists_answer(office: Office) -> None:
    generate(office)
    assert [row["codigo"] for row in office.ask("convenios-pagamento", "listar")] == ["PG"]
    remessas = office.ask("remessas-pagamento", "listar")
    assert [(row["pagamentos"], row["esperam"], row["valor"]) for row in remessas] == [(4, 4, "465.50")]
    assert office.ask("retornos-pagamento", "listar") == []
    code, out, _ = office.call("pagamentos", "listar", "--filtro", "situacao=Agendado")
    assert code == 0
    assert out.count("Fornecedor Inventado") == 4
