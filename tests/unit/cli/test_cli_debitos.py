"""Débito automático by `finbank` alone: data in, remessa, the bank's answer, settled lançamentos, undone."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import dados_importar, main
from finbank_desktop.services.dados_secoes import SECOES

DIA = date.today() + timedelta(days=20)  # noqa: DTZ011 - the command line lives on the computer's own day
DADOS: dict[str, list[dict[str, Any]]] = {
    "contas": [{"codigo": "C1", "descricao": "Sicredi", "banco": "748", "agencia": "0123", "conta": "45678"}],
    "pessoas": [
        {"codigo": f"P{n}", "nome": f"Cliente Inventado {n}", "documento": cpf}
        for n, cpf in enumerate(("52998224725", "11144477735"), start=1)
    ],
    "contas_receber": [
        {"codigo": f"R{n}", "pessoa": f"P{n}", "vencimento": DIA.isoformat(), "valor": f"{n}00.00"} for n in (1, 2)
    ],
    "layouts_bancarios": [{"codigo": "L1", "banco": "237", "formato": "150", "generico": True}],
    "convenios_debito": [{"codigo": "DA", "conta": "C1", "convenio": "12345"}],
    "consentimentos": [
        {"codigo": f"A{n}", "convenio": "DA", "pessoa": f"P{n}", "agencia": "0123", "conta": f"100{n}", "conta_dv": "7"}
        | {"situacao": "Ativo"}
        for n in (1, 2)
    ],
    "debitos": [
        {"codigo": "D1", "convenio": "DA", "consentimento": "A1", "contas": ["R1"], "vencimento": DIA.isoformat()}
    ],
}


class Casa:
    """One office's books, called through the command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Begin with the data."""
        self.folder = folder
        self.capsys = capsys
        self.base = str(folder / "livros.db")
        dados = folder / "dados.json"
        dados.write_text(json.dumps(DADOS), encoding="utf-8")
        assert self.run("dados", "importar", str(dados))[0] == 0

    def run(self, *words: str) -> tuple[int, Any]:
        """Return exit code and answer."""
        code = main(["--base", self.base, "--json", *words])
        out = self.capsys.readouterr().out.strip()
        return code, [json.loads(line) for line in out.splitlines()] if "\n" in out else json.loads(out or "null")


@pytest.fixture
def casa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Casa:
    return Casa(tmp_path, capsys)


def test_what_was_imported_comes_out_again_and_changes_nothing(casa: Casa) -> None:
    _, saiu = casa.run("dados", "exportar")
    assert [each["codigo"] for each in saiu["debitos"]] == ["D1"]
    assert saiu["debitos"][0]["contas"] == ["R1"]
    assert saiu["debitos"][0]["valor"] == "100.00"
    assert saiu["consentimentos"][0]["cliente_empresa"] == "P1"
    assert saiu["convenios_debito"][0]["formato"] == "150"
    de_novo = casa.folder / "de-novo.json"
    de_novo.write_text(json.dumps(saiu), encoding="utf-8")
    code, resumo = casa.run("dados", "importar", str(de_novo))
    assert code == 0
    text = json.dumps(resumo)
    assert '"debitos": 1' in text
    _, outra = casa.run("dados", "exportar")
    assert outra == saiu


def test_every_list_of_a_data_file_is_told_by_its_name(casa: Casa, capsys: pytest.CaptureFixture[str]) -> None:
    for base, feito in ((str(casa.folder / "outra.db"), "Incluídos"), (casa.base, "Já estavam assim")):
        assert main(["--base", base, "dados", "importar", str(casa.folder / "dados.json")]) == 0
        linha = next(line for line in capsys.readouterr().out.splitlines() if line.startswith(feito))
        for dito in ("1 layout bancário", "1 convênio de débito", "2 consentimentos", "1 débito"):
            assert dito in linha
    assert set(dados_importar.LISTAS) == {secao.nome for secao in SECOES}


def test_what_cannot_be_made_says_why(casa: Casa, capsys: pytest.CaptureFixture[str]) -> None:
    def refused(*words: str) -> str:
        assert main(["--base", casa.base, "debitos", *words]) == 3
        return capsys.readouterr().err

    assert "Não há conta a receber com o id 99" in refused("emitir", "--convenio", "DA", "--contas", "1,99")
    assert casa.run("debitos", "gerar", "--convenio", "DA", "--saida", str(casa.folder))[0] == 0
    assert "crie antes os débitos" in refused("gerar", "--convenio", "DA", "--saida", str(casa.folder))


@pytest.mark.parametrize("palavras", [("gerar",), ("remessa", "gerar")])
@pytest.mark.parametrize("volta", [("importar",), ("retorno", "importar")])
def test_the_whole_way_by_both_spellings(casa: Casa, palavras: tuple[str, ...], volta: tuple[str, ...]) -> None:
    code, criados = casa.run("debitos", "emitir", "--convenio", "DA", "--filtro", "situacao=Em aberto")
    assert code == 1, "a conta R1 já está num débito"
    assert len(criados if isinstance(criados, list) else [criados]) >= 1
    code, gerada = casa.run("debitos", *palavras, "--convenio", "DA", "--saida", str(casa.folder))
    assert code == 0
    assert (gerada["applied"], gerada["sequence"]) == (True, 1)
    assert [row["goes"] for row in gerada["plan"]["rows"]] == [True, True]
    assert sorted(row["valor"] for row in gerada["plan"]["rows"]) == ["100.00", "200.00"]
    _, listados = casa.run("debitos", "listar")
    assert {row["situacao"] for row in listados} == {"Agendado"}
    _, respostas = casa.run("banco-simulado", "processar", gerada["file"], "--saida", str(casa.folder / "banco"))
    retorno = respostas["file"] if isinstance(respostas, dict) else respostas[0]["file"]
    code, feito = casa.run("debitos", *volta, retorno)
    assert code == 0
    assert feito["plan"]["tabs"]["baixas"] == 2
    assert list(feito["plan"]["tabs"]) == [
        *("baixas", "confirmacoes", "rejeicoes", "tarifas", "nao_localizados", "a_devolver", "conferir"),
        *("ja_processados", "ignorados"),
    ]
    code, repetido = casa.run("debitos", *volta, retorno)
    assert (code, repetido["applied"], repetido["plan"]["tabs"]["ja_processados"]) == (0, False, 2)
    _, importacoes = casa.run("importacoes", "listar")
    linha = importacoes[0] if isinstance(importacoes, list) else importacoes
    assert linha["convenio"] == "Débito automático DA"
    code, desfeita = casa.run("importacoes", "desfazer", str(feito["import_id"]))
    assert (code, desfeita["undone"]) == (0, True)
    _, listados = casa.run("debitos", "listar")
    assert {row["situacao"] for row in listados} == {"Agendado"}


def test_a_remessa_is_refused_as_a_retorno_with_the_reason(casa: Casa, capsys: pytest.CaptureFixture[str]) -> None:
    _, gerada = casa.run("debitos", "gerar", "--convenio", "DA", "--saida", str(casa.folder))
    code = main(["--base", casa.base, "--json", "debitos", "importar", gerada["file"]])
    assert code == 3
    erro = capsys.readouterr().err + capsys.readouterr().out
    assert "remessa" in erro


def test_simulating_changes_nothing(casa: Casa) -> None:
    code, plano = casa.run("debitos", "gerar", "--convenio", "DA", "--saida", str(casa.folder), "--simular")
    assert (code, plano["applied"], plano["file"]) == (0, False, None)
    _, listados = casa.run("debitos", "listar")
    assert (listados[0] if isinstance(listados, list) else listados)["situacao"] == "Em aberto"


def test_a_cancelled_remessa_frees_its_debits(casa: Casa) -> None:
    _, gerada = casa.run("debitos", "gerar", "--convenio", "DA", "--saida", str(casa.folder))
    code, feita = casa.run("debitos", "remessa", "cancelar", str(gerada["remessa_id"]))
    assert (code, feita["situacao"]) == (0, "Cancelada")
    _, segunda = casa.run("debitos", "gerar", "--convenio", "DA", "--saida", str(casa.folder))
    assert (segunda["applied"], segunda["sequence"]) == (True, 2)


@pytest.mark.parametrize("lista", ["consentimentos", "convenios", "layouts", "remessas", "retornos"])
def test_the_lists_answer(casa: Casa, lista: str) -> None:
    assert casa.run("debitos", lista)[0] == 0
    assert casa.run("debitos", lista, "listar")[0] == 0
