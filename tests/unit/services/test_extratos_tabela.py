"""Statements as CSV and XLSX: columns proposed with a reason, learned per account, refused where one is in doubt."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from finbank_desktop.domain.planilhas import Mapa
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.extrato_model import ExtratoPlan

SINAL = """Conta;Data_Mov;Nr_Doc;Historico;Valor;Deb_Cred
0001;20/10/2026;000101;PIX RECEBIDO;1.234,56;C
0001;21/10/2026;000102;TARIFA PACOTE;9,90;D
0001;21/10/2026;000103;TARIFA PACOTE;9,90;D
"""
DUAS = """Extrato de: Agência 57 Conta 12345
Período: 01/10/2026 a 31/10/2026

Data;Histórico;Docto.;Crédito (R$);Débito (R$);Saldo (R$)
01/10/2026;SALDO ANTERIOR;;;;1.000,00
02/10/2026;TED RECEBIDA;77;500,00;;1.500,00
05/10/2026;PAGTO FORNECEDOR;78;;-200,50;1.299,50
Total;;;500,00;-200,50;
"""
ENTRADA = """Data Lançamento,Data Contábil,Título,Descrição,Entrada(R$),Saída(R$),Saldo do Dia(R$)
03/10/2026,04/10/2026,Pix enviado,Fornecedor Exemplo,0.00,150.00,850.00
06/10/2026,06/10/2026,Pix recebido,Cliente Exemplo,20.10,0.00,870.10
"""
SEM_CABECALHO = """05/10/2026;PIX RECEBIDO CLIENTE;150,00
06/10/2026;TARIFA BANCARIA;-12,00
"""
PODRES = """Data;Descrição;Valor
05/10/2026;PIX;10,00
31/02/2026;DIA QUE NAO HA;5,00
07/10/2026;VALOR QUE NAO HA;abc
08/10/2026;TARIFA;-1,00
"""


@pytest.fixture
def itau(escritorio: Any) -> int:
    """Return the id of an account."""
    return escritorio.convenio("341-400").conta_id  # type: ignore[no-any-return] # the office is shared by name


def table(folder: Path, text: str, name: str = "extrato.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="cp1252")
    return path


def importar(escritorio: Any, path: Path, conta_id: int, mapa: Mapa | None = None) -> ExtratoPlan:
    plan: ExtratoPlan = escritorio.services.extratos.plan(path, conta_id, mapa=mapa)
    if plan.goes:
        escritorio.services.extratos.apply(plan)
    return plan


def rows(plan: ExtratoPlan, aba: str = "novos") -> list[tuple[date | None, int | None, str, str]]:
    return [(row.data, row.valor, row.texto, row.documento) for row in plan.rows if row.aba == aba]


def test_a_column_that_says_d_or_c_gives_the_sign(escritorio: Any, itau: int, tmp_path: Path) -> None:
    plan = importar(escritorio, table(tmp_path, SINAL), itau)
    assert rows(plan) == [
        (date(2026, 10, 20), 1234_56, "PIX RECEBIDO", "000101"),
        (date(2026, 10, 21), -9_90, "TARIFA PACOTE", "000102"),
        (date(2026, 10, 21), -9_90, "TARIFA PACOTE", "000103"),
    ]
    assert (plan.formato, plan.contas[0].conta.id if plan.contas[0].conta else None) == ("csv", itau)


def test_titles_above_two_columns_of_amounts_a_balance_and_a_total_below(
    escritorio: Any, itau: int, tmp_path: Path
) -> None:
    plan = importar(escritorio, table(tmp_path, DUAS), itau)
    assert rows(plan) == [
        (date(2026, 10, 2), 500_00, "TED RECEBIDA", "77"),
        (date(2026, 10, 5), -200_50, "PAGTO FORNECEDOR", "78"),
    ]
    assert rows(plan, "saldos") == [(date(2026, 10, 1), 1000_00, "SALDO ANTERIOR", "")]
    assert [row.linha for row in plan.rows if row.aba == "quarentena"] == [8]
    assert (plan.contas[0].saldo, plan.contas[0].saldo_data) == (1299_50, date(2026, 10, 5))


def test_in_and_out_with_points_and_two_columns_of_words(escritorio: Any, itau: int, tmp_path: Path) -> None:
    plan = importar(escritorio, table(tmp_path, ENTRADA), itau)
    assert rows(plan) == [
        (date(2026, 10, 3), -150_00, "Pix enviado Fornecedor Exemplo", ""),
        (date(2026, 10, 6), 20_10, "Pix recebido Cliente Exemplo", ""),
    ]
    assert plan.contas[0].saldo == 870_10


def test_without_a_header_the_content_tells(escritorio: Any, itau: int, tmp_path: Path) -> None:
    path = table(tmp_path, SEM_CABECALHO)
    proposta = escritorio.services.extratos.propose(path, itau)
    assert [(coluna.campo, coluna.porque.split(":")[0]) for coluna in proposta.colunas] == [
        ("data", "Pelo conteúdo"),
        ("texto", "Pelo conteúdo"),
        ("valor", "Pelo conteúdo"),
    ]
    assert [valor for _, valor, _, _ in rows(importar(escritorio, path, itau))] == [150_00, -12_00]


def test_rows_that_cannot_be_read_are_put_in_quarantine(escritorio: Any, itau: int, tmp_path: Path) -> None:
    plan = importar(escritorio, table(tmp_path, PODRES), itau)
    assert [valor for _, valor, _, _ in rows(plan)] == [10_00, -1_00]
    assert [row.linha for row in plan.rows if row.aba == "quarentena"] == [3, 4]


@pytest.mark.parametrize("text", [SINAL, DUAS, ENTRADA, SEM_CABECALHO, PODRES])
def test_twice_is_once_and_overlapping_periods_add_the_surplus(
    escritorio: Any, itau: int, tmp_path: Path, text: str
) -> None:
    path = table(tmp_path, text)
    first = importar(escritorio, path, itau)
    before = escritorio.rows()
    again = importar(escritorio, path, itau)
    assert (again.goes, again.tabs["novos"]) == (False, 0)
    assert "já foi importado" in again.contas[0].ja_importado
    assert escritorio.rows() == before
    other = importar(escritorio, table(tmp_path, text + "\n", "outro.csv"), itau)
    assert (other.tabs["novos"], other.tabs["ja_importados"]) == (0, first.tabs["novos"])


def test_a_workbook_with_real_dates_and_numbers(escritorio: Any, itau: int, tmp_path: Path) -> None:
    path = tmp_path / "extrato.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet, day = book.add_worksheet("Lançamentos"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ("data", "lançamento", "valor (R$)", "saldos (R$)"))
    for at, (dia, texto, valor) in enumerate([(3, "PIX", 10.5), (4, "BOLETO", -0.3)], 1):
        sheet.write_datetime(at, 0, date(2026, 11, dia), day)
        sheet.write(at, 1, texto)
        sheet.write_number(at, 2, valor)
    book.close()
    plan = importar(escritorio, path, itau)
    assert (plan.formato, rows(plan)) == (
        "xlsx",
        [(date(2026, 11, 3), 10_50, "PIX", ""), (date(2026, 11, 4), -30, "BOLETO", "")],
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Data;Descrição;Valor\n05/10/2026;PIX;10,00\n06/10/2026;TARIFA;5,00\n", "“Valor”"),
        ("Data;Descrição;Crédito\n05/10/2026;PIX;10,00\n", "“Crédito”"),
        ("Data lançamento;Data movimento;Descrição;Valor\n05/10/2026;06/10/2026;PIX;-10,00\n", "“Data movimento”"),
        ("Nome;Cidade\nAna;Rio\n", "a data"),
    ],
)
def test_a_column_in_doubt_is_named_and_nothing_read(
    escritorio: Any, itau: int, tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(RefusedError, match=named):
        escritorio.services.extratos.plan(table(tmp_path, text), itau)


def test_what_somebody_said_once_is_known_for_that_account_alone(escritorio: Any, itau: int, tmp_path: Path) -> None:
    other = escritorio.convenio("237-400").conta_id
    text = "Quando;O que;Quanto\n05/10/2026;PIX;10,00\n06/10/2026;DEPOSITO;5,00\n"
    path = table(tmp_path, text)
    mapa = Mapa(cabecalho=1, campos=("data", "texto", "valor"))
    importar(escritorio, path, itau, mapa)
    later = table(tmp_path, text.replace("/10/", "/11/"), "novembro.csv")
    assert escritorio.services.extratos.propose(later, itau).lembrado
    assert [valor for _, valor, _, _ in rows(importar(escritorio, later, itau))] == [10_00, 5_00]
    assert not escritorio.services.extratos.propose(later, other).lembrado
    with pytest.raises(RefusedError, match="“Quanto”"):
        escritorio.services.extratos.plan(later, other)


def test_a_table_names_no_account(escritorio: Any, itau: int, tmp_path: Path) -> None:
    path = table(tmp_path, SINAL)
    importar(escritorio, path, itau)
    with pytest.raises(RefusedError, match="não diz de que conta"):
        escritorio.services.extratos.plan(path)


def test_an_ofx_with_a_tables_name_is_still_an_ofx(escritorio: Any, tmp_path: Path) -> None:
    assert not escritorio.services.extratos.is_table(table(tmp_path, "OFXHEADER:100\n\n<OFX></OFX>", "a.csv"))


def test_the_sample_shows_what_the_plan_will_read(escritorio: Any, itau: int, tmp_path: Path) -> None:
    proposta = escritorio.services.extratos.propose(table(tmp_path, SINAL), itau)
    shown = escritorio.services.extratos.sample(proposta, proposta.mapa)
    assert [linha.valores["valor"] for linha in shown] == [1234_56, -9_90, -9_90]
    rotten = escritorio.services.extratos.propose(table(tmp_path, PODRES), itau)
    lidas = escritorio.services.extratos.sample(rotten, rotten.mapa)
    assert [[problem.field for problem in linha.problems] for linha in lidas] == [[], ["data"], ["valor"], []]


def test_days_without_separators_below_a_name_that_says_so(escritorio: Any, itau: int, tmp_path: Path) -> None:
    text = SINAL.replace("20/10/2026", "20261020").replace("21/10/2026", "20261021")
    assert [data for data, *_ in rows(importar(escritorio, table(tmp_path, text), itau))] == [
        date(2026, 10, 20),
        date(2026, 10, 21),
        date(2026, 10, 21),
    ]


def test_a_side_of_the_balance_is_not_that_of_the_amount(escritorio: Any, itau: int, tmp_path: Path) -> None:
    text = "Data;Saldo;D/C;Histórico;Valor;D/C\n01/10/2026;10,00;D;PIX;30,00;C\n02/10/2026;9,00;C;TAR;1,00;D\n"
    plan = importar(escritorio, table(tmp_path, text), itau)
    assert [valor for _, valor, _, _ in rows(plan)] == [30_00, -1_00]
    assert plan.contas[0].saldo is None  # its sign stands in a column of its own
    apart = "Data;Saldo;D/C;Valor;Histórico;D/C\n01/10/2026;10,00;D;30,00;PIX;C\n"
    with pytest.raises(RefusedError, match="mais de uma coluna de D ou C"):
        escritorio.services.extratos.plan(table(tmp_path, apart, "b.csv"), itau)


def test_a_balance_without_a_day_asks_nobody_to_look(escritorio: Any, itau: int, tmp_path: Path) -> None:
    text = "Data;Lançamento;Valor\n01/10/2026;PIX;10,00\n02/10/2026;TAR;-1,00\n00/00/0000;Saldo do dia;9,00\n"
    plan = importar(escritorio, table(tmp_path, text), itau)
    assert [(row.texto, row.espera) for row in plan.rows if row.aba == "quarentena"] == [("Saldo do dia", False)]
