"""The main job by `finbank` alone: debts, boletos, remessas, the bank's answers, settled boletos."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import main
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.boletos_plan import EmissaoPlan
from finbank_desktop.services.retorno_model import RetornoPlan
from finbank_desktop.services.retornos import RetornosService

PESSOA = {
    "codigo": "P1",
    "nome": "Cliente Exemplo Ltda",
    "documento": "52998224725",
    "endereco": {"logradouro": "Rua das Flores", "numero": "100", "cidade": "São Paulo", "uf": "SP", "cep": "01310200"},
}
DADOS: dict[str, list[dict[str, Any]]] = {
    "empresas": [{"codigo": "001", "razao_social": "Empresa Exemplo Ltda", "documento": "11.222.333/0001-81"}],
    "contas": [
        {"codigo": "C1", "descricao": "Itaú", "banco": "341", "agencia": "0810", "conta": "53678"},
        {"codigo": "C2", "descricao": "BB", "banco": "001", "agencia": "4042", "conta": "61900"},
    ],
    "convenios": [
        {"codigo": "ITAU", "descricao": "Itaú", "conta": "C1", "banco": "341", "formato": "400", "carteira": "109"},
        {
            "codigo": "BB",
            "descricao": "BB",
            "conta": "C2",
            "banco": "001",
            "formato": "240",
            "carteira": "17",
            "variacao": "019",
            "convenio": "1234567",
        },
    ],
    "pessoas": [PESSOA],
    "contas_receber": [
        {
            "codigo": f"R{numero}",
            "pessoa": "P1",
            "convenio": convenio,
            "documento": f"NF{numero}",
            "emissao": "2026-11-02",
            "vencimento": "2027-12-15",
            "valor": valor,
        }
        for numero, convenio, valor in ((1, "ITAU", "114.21"), (2, "BB", "50.00"), (3, "ITAU", "9.90"))
    ],
}


class Office:
    """One office's database, called through the command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def call(self, *words: str) -> tuple[int, str, str]:
        code = main(["--base", str(self.folder / "livro.db"), *words])
        captured = self.capsys.readouterr()
        return code, captured.out, captured.err

    def ask(self, *words: str, code: int = 0) -> Any:
        """Return what a command answers as JSON: one object, or a list of them."""
        got, out, err = self.call("--json", *words)
        assert got == code, err
        lines = [json.loads(line) for line in out.splitlines()]
        return lines[0] if len(lines) == 1 else lines


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    (tmp_path / "dados.json").write_text(json.dumps(DADOS), encoding="utf-8")
    opened = Office(tmp_path, capsys)
    opened.ask("dados", "importar", str(tmp_path / "dados.json"))
    return opened


def send_and_answer(office: Office) -> list[str]:
    """Make all boletos, both remessas and the bank's retornos; return the retornos by day."""
    office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto")
    made = [
        office.ask("remessa", "gerar", "--convenio", codigo, "--saida", str(office.folder)) for codigo in ("ITAU", "BB")
    ]
    answers = office.ask(
        "banco-simulado",
        "processar",
        *(remessa["file"] for remessa in made),
        "--saida",
        str(office.folder / "retornos"),
    )
    return [answer["file"] for answer in answers]


def test_importing_the_same_data_again_changes_nothing(office: Office) -> None:
    again = office.ask("dados", "importar", str(office.folder / "dados.json"))
    assert sum(again["incluidos"].values()) + sum(again["alterados"].values()) == 0
    assert [conta["codigo"] for conta in office.ask("dados", "exportar")["contas_receber"]] == ["R1", "R2", "R3"]


def test_what_was_imported_is_told_in_words(office: Office) -> None:
    code, out, _ = office.call("dados", "importar", str(office.folder / "dados.json"))
    assert code == 0
    assert out.splitlines() == [
        "Incluídos: nada",
        "Alterados: nada",
        "Já estavam assim: 1 empresa, 2 contas bancárias, 2 convênios, 1 pessoa, 3 contas a receber",
    ]


def test_boletos_are_made_once_and_answered_as_listed(office: Office) -> None:
    made = office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto")
    assert [boleto["valor"] for boleto in made] == ["114.21", "50.00", "9.90"]
    assert {(boleto["situacao"], boleto["no_banco"]) for boleto in made} == {("Em aberto", "Não enviado")}
    assert office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto") == []
    listed = office.ask("boletos", "listar", "--ordem", "codigo")
    assert [boleto["linha_digitavel"] for boleto in listed] == [boleto["linha_digitavel"] for boleto in made]


def test_whole_cycle_settles_what_was_paid(office: Office) -> None:
    retornos = send_and_answer(office)
    plans = office.ask("retorno", "importar", "--simular", *retornos)
    assert not any(plan["applied"] for plan in plans)
    assert {boleto["situacao"] for boleto in office.ask("boletos", "listar")} == {"Em aberto"}

    applied = office.ask("retorno", "importar", *retornos)
    assert all(plan["applied"] for plan in applied)
    settled = sum(plan["plan"]["tabs"]["baixas"] for plan in applied)
    boletos = office.ask("boletos", "listar")
    assert settled > 0
    assert [boleto["situacao"] for boleto in boletos].count("Baixado") == settled
    assert {plan["file"] for plan in applied} == set(retornos)
    assert len(office.ask("retornos", "listar")) == len(office.ask("importacoes", "listar")) == len(retornos)

    again = office.ask("retorno", "importar", *retornos)
    assert not any(plan["applied"] for plan in again)
    for plan in again:
        assert sum(plan["plan"]["tabs"].values()) == plan["plan"]["tabs"]["ja_processados"]
    assert office.ask("boletos", "listar") == boletos


def test_a_retorno_whose_counts_disagree_wants_to_be_told_so(office: Office) -> None:
    retorno = Path(send_and_answer(office)[0])
    lines = retorno.read_bytes().splitlines(keepends=True)
    retorno.write_bytes(b"".join([lines[0], *lines[2:]]))
    code, _, err = office.call("retorno", "importar", str(retorno))
    assert (code, len(err.splitlines())) == (3, 1)
    assert "--importar-assim-mesmo" in err
    assert office.ask("importacoes", "listar") == []
    assert office.ask("retorno", "importar", str(retorno), "--importar-assim-mesmo")["applied"]


def test_a_copy_with_other_line_ends_is_a_file_already_imported(office: Office) -> None:
    retornos = send_and_answer(office)
    office.ask("retorno", "importar", *retornos)
    imports = office.ask("importacoes", "listar")
    for path in map(Path, retornos):
        copy = path.with_name(f"copia-{path.name}")
        copy.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
        again = office.ask("retorno", "importar", str(copy))
        assert (again["applied"], again["import_id"]) == (False, None)
        assert again["plan"]["tabs"]["ja_processados"] == sum(again["plan"]["tabs"].values()) > 0
    assert office.ask("importacoes", "listar") == imports


def test_what_another_process_changed_meanwhile_is_planned_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = BoletosService.plan_emissao
    plans: list[EmissaoPlan] = []

    def overtaken(self: BoletosService, *args: Any, **names: Any) -> EmissaoPlan:
        plans.append(planned(self, *args, **names))
        if len(plans) == 1:  # between this plan and its application another one is applied
            self.apply(planned(self, *args, **names))
        return plans[-1]

    monkeypatch.setattr(BoletosService, "plan_emissao", overtaken)
    assert office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto") == []
    assert [len(plan.rows) for plan in plans] == [3, 0]
    assert len(office.ask("boletos", "listar")) == 3


def test_a_retorno_another_process_imported_meanwhile_is_one_already_imported(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    retorno = send_and_answer(office)[0]
    applied = RetornosService.apply

    def overtaken(self: RetornosService, plan: RetornoPlan, **names: Any) -> Importacao:
        monkeypatch.setattr(RetornosService, "apply", applied)
        self.apply(plan, **names)
        return self.apply(plan, **names)

    monkeypatch.setattr(RetornosService, "apply", overtaken)
    plan = office.ask("retorno", "importar", retorno)
    assert (plan["applied"], plan["import_id"]) == (False, None)
    assert plan["plan"]["tabs"]["ja_processados"] == len(plan["plan"]["rows"]) > 0
    assert len(office.ask("importacoes", "listar")) == 1


def test_remessa_is_numbered_and_marks_its_boletos(office: Office) -> None:
    office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto")
    shown = office.ask("remessa", "gerar", "--convenio", "ITAU", "--saida", str(office.folder), "--simular")
    assert (shown["applied"], shown["remessa_id"], shown["file"]) == (False, None, None)
    made = office.ask("remessa", "gerar", "--convenio", "ITAU", "--saida", str(office.folder))
    assert (made["applied"], made["sequence"], len(made["plan"]["rows"])) == (True, 1, 2)
    assert Path(made["file"]).read_bytes().startswith(b"01REMESSA01COBRANCA")
    sent = office.ask("boletos", "listar", "--filtro", "no_banco=Na remessa")
    assert {boleto["banco"] for boleto in sent} == {"341"}
    assert [remessa["titulos"] for remessa in office.ask("remessas", "listar")] == [2]
    code, _, err = office.call("remessa", "gerar", "--convenio", "ITAU", "--saida", str(office.folder))
    assert (code, "Nenhum boleto" in err) == (3, True)


def test_boletos_are_printed(office: Office) -> None:
    made = office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto")
    target = office.folder / "boletos.pdf"
    ids = ",".join(str(boleto["id"]) for boleto in made)
    assert office.ask("boletos", "pdf", "--ids", ids, "--saida", str(target)) == {
        "file": str(target),
        "boletos": 3,
        "pages": 3,
    }
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_missing_logo_is_told_and_the_boletos_are_printed(office: Office) -> None:
    dados = {"convenios": [{**convenio, "logo": "sumiu.png"} for convenio in DADOS["convenios"]]}
    (office.folder / "logo.json").write_text(json.dumps(dados), encoding="utf-8")
    office.ask("dados", "importar", str(office.folder / "logo.json"))
    ids = ",".join(str(boleto["id"]) for boleto in office.ask("boletos", "emitir", "--filtro", "situacao=Em aberto"))
    target = office.folder / "boletos.pdf"
    code, out, err = office.call("--json", "boletos", "pdf", "--ids", ids, "--saida", str(target))
    assert (code, json.loads(out)["pages"], target.exists()) == (1, 3, True)
    assert [json.loads(line)["error"]["where"] for line in err.splitlines()] == ["logo"]
    assert "sumiu.png" in err


def test_lists_are_tables_for_people(office: Office) -> None:
    code, out, _ = office.call("convenios", "listar")
    assert code == 0
    assert re.match(r"Código +Descrição +Banco", out)
    assert "ITAU" in out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["boletos", "emitir"], 2, "--contas"),
        (["boletos", "emitir", "--contas", "um"], 2, "números"),
        (["boletos", "emitir", "--contas", "9" * 30], 2, "números"),
        (["boletos", "listar", "--filtro", "id=" + "9" * 30], 3, "um número"),
        (["boletos", "listar", "--base", ""], 2, "--base está vazio"),
        (["boletos", "listar", "--filtro", "x"], 2, "CAMPO=VALOR"),
        (["boletos", "listar", "--filtro", "cor=azul"], 3, "cor"),
        (["boletos", "pdf", "--ids", "1"], 2, "--saida"),
        (["boletos", "pdf", "--ids", "99", "--saida", "x.pdf"], 3, "99"),
        (["remessa", "gerar", "--convenio", "NADA"], 3, "ITAU"),
        (["dados", "importar", "nada.json"], 4, "nada.json"),
        (["retorno", "importar", "nada.ret"], 4, "nada.ret"),
        (["arquivos", "ler", "nada.ret"], 4, "nada.ret"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words: list[str], code: int, said: str, office: Office) -> None:
    got, out, err = office.call(*words)
    assert (got, out) == (code, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_refused_file_does_not_stop_the_next(office: Office) -> None:
    retornos = send_and_answer(office)
    bad = office.folder / "vazio.ret"
    bad.write_bytes(b"")
    code, out, err = office.call("--json", "retorno", "importar", str(bad), retornos[0])
    assert code == 3
    refused, done = (json.loads(line) for line in out.splitlines())
    assert json.loads(err) == refused
    assert refused["error"]["where"] == "vazio.ret"
    assert done["applied"]
