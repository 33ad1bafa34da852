"""Contas a receber: what is wrong, and what a boleto holds fast."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError, Severity
from finbank_desktop.persistence.database import Database
from finbank_desktop.services import lists
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.contas_receber import ContasReceberService
from finbank_desktop.services.dados import DadosService

AGORA = datetime(2026, 11, 20, 9, 30).astimezone()
BOOKS = {
    "empresas": [
        {"codigo": "001", "razao_social": "Empresa Exemplo Ltda", "documento": "11222333000181"},
        {"codigo": "002", "razao_social": "Outra Exemplo Ltda", "documento": "12ABC34501DE35"},
    ],
    "contas": [{"codigo": "1", "banco": "341", "agencia": "1234", "conta": "56789"}],
    "convenios": [{"codigo": "1", "conta": "1", "carteira": "109"}],
    "pessoas": [
        {"codigo": "C1", "nome": "Cliente Exemplo", "documento": "52998224725"},
        {"codigo": "C2", "nome": "De Outra", "documento": "52998224725", "empresa": "002"},
    ],
}
CONTA = ContaReceber(
    empresa_id=1,
    codigo="",
    pessoa_id=1,
    convenio_id=1,
    documento="NF 1",
    emissao=date(2026, 11, 20),
    vencimento=date(2026, 12, 15),
    valor=11421,
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(str(tmp_path / "a.db")) as opened:
        DadosService(opened, agora=lambda: AGORA).import_json(json.dumps(BOOKS))
        yield opened


@pytest.fixture
def contas(database: Database) -> ContasReceberService:
    return ContasReceberService(database, agora=lambda: AGORA)


def test_a_conta_is_saved_counted_and_listed(contas: ContasReceberService) -> None:
    saved = contas.save(CONTA)
    assert (saved.codigo, saved.situacao, saved.versao) == ("0001", Situacao.EM_ABERTO, 1)
    assert contas.get(saved.id) == saved
    (linha,) = contas.list(ListQuery(busca="cliente nf")).linhas
    assert {coluna.chave for coluna in lists.CONTAS_RECEBER} <= set(linha)
    assert (linha["pessoa"], linha["saldo"]) == ("Cliente Exemplo", 11421)


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"documento": ""}, {"documento"}),
        ({"valor": 0}, {"valor"}),
        ({"valor": -1}, {"valor"}),
        ({"valor": 99_999_999_99}, set()),
        ({"valor": 100_000_000_00}, {"valor"}),
        ({"vencimento": date(2026, 11, 19)}, {"vencimento"}),
        ({"vencimento": date(2026, 11, 20)}, set()),
        ({"vencimento": date(2041, 12, 11)}, set()),  # 5,500 days later, the reach of the fator
        ({"vencimento": date(2041, 12, 12)}, {"vencimento"}),
        ({"pessoa_id": 99}, {"pessoa_id"}),
        ({"pessoa_id": 2}, {"pessoa_id"}),
        ({"convenio_id": 99}, {"convenio_id"}),
        ({"convenio_id": None}, set()),
        ({"documento": "", "valor": 0, "pessoa_id": 0}, {"documento", "valor", "pessoa_id"}),
    ],
)
def test_every_fault_names_its_field(contas: ContasReceberService, change: dict[str, object], fields: set[str]) -> None:
    conta = replace(CONTA, **change)  # type: ignore[arg-type] # each case changes other fields
    assert {problem.field for problem in contas.problems(conta) if problem.is_error} == fields
    if fields:
        with pytest.raises(RefusedError):
            contas.save(conta)
        assert contas.list().total == 0


def test_a_long_document_is_only_a_warning(contas: ContasReceberService) -> None:
    (problem,) = contas.problems(replace(CONTA, documento="x" * 16))
    assert (problem.field, problem.severity) == ("documento", Severity.WARNING)


def test_a_boleto_holds_what_stands_on_it(database: Database, contas: ContasReceberService) -> None:
    saved = contas.save(CONTA)
    boletos = BoletosService(database, usuario="ana", agora=lambda: AGORA)
    (boleto,) = boletos.apply(boletos.plan_emissao([saved.id]))
    held = contas.get(saved.id)
    changes = {"valor": 1, "vencimento": date(2027, 1, 1), "documento": "NF 2"}
    for field, value in changes.items():
        with pytest.raises(RefusedError, match=f"porque a conta já está no boleto {boleto.nosso_numero_impresso}") as e:
            contas.save(replace(held, **{field: value}))  # type: ignore[arg-type] # one field each time
        assert e.value.where == field
    assert contas.save(replace(held, descricao="Mensalidade")).descricao == "Mensalidade"
    with database.write() as uow:
        uow.boletos.update(replace(uow.boletos.get(boleto.id), no_banco=NoBanco.BAIXADO_NO_BANCO))
    assert contas.save(replace(contas.get(saved.id), valor=500)).valor == 500


def test_what_was_received_cannot_be_billed_otherwise(database: Database, contas: ContasReceberService) -> None:
    saved = contas.save(CONTA)
    with database.write() as uow:
        settled = uow.contas_receber.update(replace(saved, valor_baixado=11421, situacao=Situacao.BAIXADO))
    with pytest.raises(RefusedError, match="porque a conta já foi recebida"):
        contas.save(replace(settled, valor=20000))
