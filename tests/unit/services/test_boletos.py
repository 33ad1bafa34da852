"""Boletos: from contas a receber to numbers, paper and history."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError, Severity
from finbank_desktop.persistence.database import Database
from finbank_desktop.services import lists
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.cadastros import CadastrosService
from finbank_desktop.services.contas_receber import ContasReceberService
from finbank_desktop.services.dados import DadosService
from finbank_desktop.services.jobs import CancelledError
from finbank_desktop.services.plans import StalePlanError

AGORA = datetime(2026, 11, 20, 9, 30).astimezone()
PAGADORES = [
    {"codigo": "C1", "nome": "Cliente Exemplo Ltda", "cnpj": "11.222.333/0001-81"},
    {"codigo": "C2", "nome": "João Exemplo", "cpf": "529.982.247-25"},
]
BOOKS: dict[str, list[dict[str, Any]]] = {
    "empresas": [{"codigo": "001", "razao_social": "Empresa Exemplo Ltda", "documento": "11222333000181"}],
    "contas": [{"codigo": "1", "banco": "341", "agencia": "1234", "conta": "56789"}],
    "convenios": [{"codigo": "1", "conta": "1", "carteira": "109", "multa": "2.00", "juros": "1.00"}],
    "pessoas": PAGADORES,
    "contas_receber": [
        {
            "codigo": f"{n}",
            "pessoa": "C1" if n < 4 else "C2",
            "convenio": "1",
            "documento": f"NF {n}",
            "emissao": "2026-11-10",
            "vencimento": "2026-12-10" if n != 3 else "2026-12-20",
            "valor": f"{n}00.00",
        }
        for n in range(1, 6)
    ],
}


class Office:
    """The services on one set of books."""

    def __init__(self, database: Database, agora: datetime = AGORA) -> None:
        self.database = database
        self.boletos = BoletosService(database, usuario="ana", agora=lambda: agora)
        self.contas = ContasReceberService(database, agora=lambda: agora)
        self.cadastros = CadastrosService(database)
        self.dados = DadosService(database, agora=lambda: agora)

    def change_convenio(self, **changes: Any) -> None:
        self.cadastros.save_convenio(replace(self.cadastros.get_convenio(1), **changes))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(str(tmp_path / "a.db")) as opened:
        yield opened


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database)
    office.dados.import_json(json.dumps(BOOKS))
    return office


# Barcode and linha digitável asserted by the tests of public libraries: brboleto (Bradesco line 128, Itaú line 163,
# Sicoob line 140) and the pyboleto of Trustcode (Itaú line 11).
FACTS = [
    (
        {"banco": "237", "agencia": "3069", "conta": "89755", "conta_dv": "8"},
        {"carteira": "06", "codigo_beneficiario": "82819"},
        ("15679", "408.50", "2016-09-01"),
        "23797690400000408503069060000001567900897550",
    ),
    (
        {"banco": "341", "agencia": "3069", "conta": "89755", "conta_dv": "8"},
        {"carteira": "175"},
        ("15679", "408.50", "2016-09-01"),
        "34192690400000408501750001567963069897558000",
    ),
    (
        {"banco": "756", "agencia": "3069", "conta": "887469", "conta_dv": "7"},
        {"carteira": "1", "modalidade": "01", "codigo_beneficiario": "82819", "codigo_beneficiario_dv": "0"},
        ("15679", "408.50", "2016-09-01"),
        "75694690400000408501306901082819000156790001",
    ),
    (
        {"banco": "341", "agencia": "0293", "conta": "01328", "conta_dv": "1"},
        {"carteira": "109"},
        ("157", "29.80", "2009-10-19"),
        "34194439500000029801090000015710293013281000",
    ),
]


@pytest.mark.parametrize(("conta", "convenio", "titulo", "codigo_barras"), FACTS)
def test_a_boleto_has_the_barcode_that_others_assert(
    database: Database,
    conta: Mapping[str, str],
    convenio: Mapping[str, str],
    titulo: tuple[str, str, str],
    codigo_barras: str,
) -> None:
    numero, valor, vencimento = titulo
    office = Office(database, datetime(2009, 10, 1, 9, 0).astimezone())
    bill = {"codigo": "1", "pessoa": "C1", "convenio": "1", "valor": valor, "vencimento": vencimento}
    books = {
        **BOOKS,
        "contas": [{"codigo": "1", **conta}],
        "convenios": [{"codigo": "1", "conta": "1", "proximo_nosso_numero": int(numero), **convenio}],
        "contas_receber": [bill],
    }
    office.dados.import_json(json.dumps(books))
    (boleto,) = office.boletos.apply(office.boletos.plan_emissao([1]))
    assert boleto.codigo_barras == codigo_barras
    assert boleto.sequencial == int(numero)


def test_each_open_conta_becomes_a_boleto_and_the_range_is_counted_on(office: Office) -> None:
    plan = office.boletos.plan_emissao(query=ListQuery())
    assert (len(plan.rows), plan.valor, plan.problems) == (5, 1500_00, ())
    assert [row.pagador for row in plan.rows][:1] == ["Cliente Exemplo Ltda"]
    assert office.boletos.list().total == 0
    boletos = office.boletos.apply(plan)
    assert boletos == [replace(row.boleto, id=b.id, versao=1) for row, b in zip(plan.rows, boletos, strict=True)]
    assert [b.sequencial for b in boletos] == [1, 2, 3, 4, 5]
    assert office.cadastros.get_convenio(1).proximo_nosso_numero == 6
    first = office.boletos.get(boletos[0].id)
    assert (first.boleto.situacao, first.boleto.no_banco) == (Situacao.EM_ABERTO, NoBanco.NAO_ENVIADO)
    assert [(e.tipo, e.usuario, e.quando) for e in first.eventos] == [("emitido", "ana", AGORA)]
    assert [conta.documento for conta in first.contas] == [first.boleto.numero_documento]
    page = office.boletos.list()
    assert {coluna.chave for coluna in lists.BOLETOS} <= set(page.linhas[0])
    assert page.somas == {"valor": 1500_00, "valor_pago": 0}


def test_contas_of_one_pagador_and_day_share_a_boleto_when_asked(office: Office) -> None:
    boletos = office.boletos.apply(office.boletos.plan_emissao([1, 2, 3, 4, 5], agrupar=True))
    assert [(b.valor, len(b.itens)) for b in boletos] == [(300_00, 2), (300_00, 1), (900_00, 2)]
    detail = office.boletos.get(boletos[0].id)
    assert [item.valor for item in detail.boleto.itens] == [100_00, 200_00]
    assert [conta.codigo for conta in detail.contas] == ["1", "2"]


def test_a_conta_in_an_open_boleto_is_refused_with_the_reason(office: Office) -> None:
    (boleto,) = office.boletos.apply(office.boletos.plan_emissao([2]))
    plan = office.boletos.plan_emissao([1, 2])
    assert [row.boleto.valor for row in plan.rows] == [100_00]
    (problem,) = plan.problems
    assert problem.is_error
    assert problem.message == f"A conta a receber 2 já está no boleto {boleto.nosso_numero_impresso}."
    rest = office.boletos.plan_emissao(query=ListQuery())
    assert len(rest.rows) == 4
    assert [p.severity for p in rest.problems] == [Severity.INFO]
    with pytest.raises(RefusedError, match="A conta a receber 2 já está"):
        office.boletos.apply(office.boletos.plan_emissao([2]))


def test_what_is_left_of_a_conta_goes_into_a_new_boleto(office: Office) -> None:
    (boleto,) = office.boletos.apply(office.boletos.plan_emissao([2]))
    with office.database.write() as uow:
        conta = uow.contas_receber.get(2)
        uow.contas_receber.update(replace(conta, valor_baixado=150_00, situacao=Situacao.BAIXADO_PARCIALMENTE))
        uow.boletos.update(replace(boleto, valor_pago=150_00, situacao=Situacao.BAIXADO_PARCIALMENTE))
    (second,) = office.boletos.apply(office.boletos.plan_emissao([2]))
    assert second.valor == 50_00
    assert office.boletos.get(boleto.id).boleto.valor + second.valor == 250_00


def test_a_settled_or_cancelled_conta_gets_no_boleto(office: Office) -> None:
    with office.database.write() as uow:
        uow.contas_receber.update(replace(uow.contas_receber.get(1), situacao=Situacao.CANCELADO))
    plan = office.boletos.plan_emissao([1])
    assert plan.rows == ()
    assert "está na situação Cancelado" in plan.problems[0].message


def test_a_conta_without_convenio_takes_the_given_one(office: Office) -> None:
    conta = office.contas.save(replace(office.contas.get(1), convenio_id=None))
    assert "não tem convênio" in office.boletos.plan_emissao([conta.id]).problems[0].message
    (boleto,) = office.boletos.apply(office.boletos.plan_emissao([conta.id], convenio_id=1))
    assert boleto.convenio_id == office.contas.get(conta.id).convenio_id == 1
    with pytest.raises(RefusedError, match="Não há convênio com o id 9"):
        office.boletos.plan_emissao([2], convenio_id=9)
    with pytest.raises(RefusedError, match="Não há conta a receber com o id 99"):
        office.boletos.plan_emissao([99])


def test_an_incomplete_convenio_is_said_once(office: Office) -> None:
    with office.database.write() as uow:
        uow.convenios.update(replace(uow.convenios.get(1), carteira=""))
    plan = office.boletos.plan_emissao([1, 2, 3])
    assert plan.rows == ()
    (problem,) = plan.problems
    assert problem.message.startswith("O convênio 1 está incompleto: ")


def test_the_range_warns_near_its_end_and_ends(office: Office) -> None:
    office.change_convenio(nosso_numero_inicio=1, nosso_numero_fim=40, proximo_nosso_numero=35)
    plan = office.boletos.plan_emissao([1, 2])
    assert [p.severity for p in plan.problems] == [Severity.WARNING]
    assert "restam 4 números" in plan.problems[0].message
    office.change_convenio(proximo_nosso_numero=39)
    plan = office.boletos.plan_emissao([1, 2, 3])
    assert [row.boleto.sequencial for row in plan.rows] == [39, 40]
    assert "A faixa de nosso número do convênio 1 acabou." in {p.message for p in plan.problems if p.is_error}
    office.boletos.apply(plan)
    assert office.boletos.plan_emissao([3]).rows == ()


def test_numbers_already_given_are_left_out(office: Office) -> None:
    office.change_convenio(proximo_nosso_numero=2)
    office.boletos.apply(office.boletos.plan_emissao([1]))
    with office.database.write() as uow:
        uow.convenios.update(replace(uow.convenios.get(1), proximo_nosso_numero=1))
    assert [row.boleto.sequencial for row in office.boletos.plan_emissao([2, 3]).rows] == [1, 3]


def test_a_plan_is_applied_as_it_was_shown_or_not_at_all(office: Office) -> None:
    for change in (
        lambda: office.contas.save(replace(office.contas.get(1), descricao="mudou")),
        lambda: office.change_convenio(descricao="mudou"),
        lambda: office.cadastros.save_conta(replace(office.cadastros.get_conta(1), descricao="mudou")),
        lambda: office.boletos.apply(office.boletos.plan_emissao([1])),
    ):
        plan = office.boletos.plan_emissao([1])
        change()
        before = office.boletos.list().total
        with pytest.raises(StalePlanError, match="confira a nova prévia"):
            office.boletos.apply(plan)
        assert office.boletos.list().total == before


def test_an_emission_can_be_cancelled_until_it_commits(office: Office) -> None:
    class Impatient:
        def report(self, done: int, total: int, text: str) -> None:
            assert text
            if done == total:
                raise CancelledError

    with pytest.raises(CancelledError):
        office.boletos.apply(office.boletos.plan_emissao([1, 2]), Impatient())
    assert office.boletos.list().total == 0
    assert office.cadastros.get_convenio(1).proximo_nosso_numero == 1


def test_an_overdue_conta_keeps_its_day_of_sale_and_warns(database: Database) -> None:
    office = Office(database, datetime(2026, 12, 15, 9, 0).astimezone())
    office.dados.import_json(json.dumps(BOOKS))
    plan = office.boletos.plan_emissao([1])
    assert plan.rows[0].boleto.emissao == date(2026, 11, 10)
    assert [p.severity for p in plan.problems] == [Severity.WARNING]
    assert "já venceu" in plan.problems[0].message


def text_of(document: bytes) -> str:
    with pypdfium2.PdfDocument(document) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_the_paper_says_what_is_owed_and_what_lateness_costs(office: Office, tmp_path: Path) -> None:
    office.change_convenio(instrucoes=("Dúvidas: cobranca@exemplo.com.br",))
    boletos = office.boletos.apply(office.boletos.plan_emissao([1, 2, 4], agrupar=True))
    saida = tmp_path / "boletos.pdf"
    made = office.boletos.render_pdf([b.id for b in boletos], saida)
    assert (made.file, made.boletos, made.pages) == (str(saida), 2, 2)
    text = text_of(saida.read_bytes())
    # 1 % a month on R$ 300,00 is R$ 3,00 in 30 days
    assert "Após o vencimento, multa de 2,00 % e juros de R$ 0,10 por dia." in text
    assert "Dúvidas: cobranca@exemplo.com.br" in text
    assert "NF 2: R$ 200,00" in text
    assert "ainda não registrado no banco" in text
    assert "341-7" in text
    assert "Cliente Exemplo Ltda" in text


def test_a_registered_boleto_bears_no_warning_and_may_go_to_memory(office: Office) -> None:
    (boleto,) = office.boletos.apply(office.boletos.plan_emissao([1]))
    with office.database.write() as uow:
        uow.boletos.update(replace(boleto, no_banco=NoBanco.REGISTRADO))
    saida = io.BytesIO()
    assert office.boletos.render_pdf([boleto.id], saida).pages == 1
    assert "não registrado" not in text_of(saida.getvalue())


@pytest.mark.parametrize(
    ("ids", "modelo", "sentence"), [([], "recibo", "Nenhum boleto"), ([9], "recibo", "id 9"), ([1], "papiro", "papiro")]
)
def test_what_cannot_be_printed_is_refused(
    office: Office, tmp_path: Path, ids: list[int], modelo: str, sentence: str
) -> None:
    office.boletos.apply(office.boletos.plan_emissao([1]))
    with pytest.raises(RefusedError, match=sentence):
        office.boletos.render_pdf(ids, tmp_path / "x.pdf", modelo)
    assert not (tmp_path / "x.pdf").exists()
