"""What is said of each bank, typed from the list of sources: which manual, which independent programs."""

import pytest

from finbank_desktop.bancos import fichas, registry
from finbank_desktop.bancos.fichas import Confianca
from finbank_desktop.cnab import detect
from finbank_desktop.layouts import loader
from finbank_desktop.services.bancos import BancosService, LinhaBanco
from tests.unit.cnab.movimentos_exemplos import BANCOS

M, D, U, G, N = Confianca.MANUAL, Confianca.DUAS_FONTES, Confianca.UMA_FONTE, Confianca.GENERICO, None
CELLS = ("boleto", "remessa_240", "retorno_240", "remessa_400", "retorno_400")

# In the order of CELLS; ... where the sources do not decide it.
EXPECTED = {
    "001": (M, M, M, M, M),  # manuals of ago/2017, brcobranca, laravel-boleto
    "003": (D, ..., ..., ..., ...),  # ACBr and boletonet
    "004": (M, ..., ..., M, M),  # manual v2.0 of 2011, brcobranca
    "021": (M, M, M, M, M),  # layout_cobranca_cnab400 and cnab240, brcobranca
    "025": (U, N, G, U, U),  # ACBr alone
    "033": (M, M, M, M, M),  # H7800 v2.33, H7815, código de barras v34
    "041": (M, M, M, M, M),  # 400 and 240 posições, brcobranca
    "047": (U, ..., ..., ..., ...),  # ACBr alone
    "070": (D, ..., ..., D, D),  # ACBr and brcobranca, both of 075
    "077": (D, N, G, M, M),  # BoletoNetCore and laravel-boleto; manual of the remessa
    "084": (M, N, G, M, M),  # Layout CNAB 400 v2.0 of 2019; BoletoNetCore and ACBr
    "085": (M, M, M, ..., ...),  # Manual técnico CNAB 240
    "089": (U, ..., ..., ..., ...),  # ACBr alone
    "097": (D, M, D, D, D),  # the bank's padronização, brcobranca; its own layouts, with ACBr for the remessa of 240
    "104": (M, ..., ..., M, M),  # manuals of 2020 and 240/400 posições
    "107": (..., N, G, U, U),  # ACBr alone
    "133": (D, D, ..., M, M),  # laravel-boleto and ACBr; manuals of CNAB 400; ACBr and BoletoNetCore for 240
    "174": (..., N, G, U, U),  # ACBr alone
    "136": (M, M, M, M, M),  # CNAB 400 and 240
    "208": (D, M, M, ..., ...),  # the bank's mask and ACBr; manual v10.06
    "212": (U, N, G, U, U),  # ACBr alone
    "224": (M, ..., ..., M, M),  # manual of 2022
    "237": (M, M, M, M, M),  # 400 and 240 posições
    "218": (..., N, G, U, U),  # ACBr alone
    "246": (M, D, D, M, M),  # sheet and manual of 2024; ACBr and OpenCnabPHP for 240
    "274": (D, U, ..., U, M),  # Grafeno 2022, laravel-boleto, ACBr; ACBr alone for BMP's own remessas
    "310": (..., N, G, U, D),  # ACBr; its retorno read by laravel-boleto too, whose remessa differs
    "329": (D, D, ..., U, D),  # ACBr; a proposal of 2021 to laravel-boleto for CNAB 240 and the retorno
    "336": (D, N, G, D, D),  # laravel-boleto and Maxwbh; the retorno of laravel-boleto and ACBr
    "341": (M, M, M, M, M),  # COBRANCA 400 JUL2021, 240 posições
    "389": (U, N, G, U, U),  # ACBr; boletonet differs
    "399": (D, N, ..., N, ...),  # closed: nothing is written
    "403": (U, ..., ..., ..., ...),  # ACBr alone
    "422": (M, U, ..., M, M),  # safra_cobranca2016; for 240 ACBr, and BoletoNetCore that disagrees
    "435": (U, N, G, U, U),  # laravel-boleto alone
    "457": (U, U, G, U, U),  # ACBr alone
    "530": (U, U, U, N, G),  # boletonet alone
    "604": (U, N, G, U, U),  # ACBr alone
    "633": (D, ..., ..., M, M),  # the note of Autbank and laravel-boleto; novo CNAB 400
    "637": (..., N, G, U, D),  # ACBr; boletonet reads the same retorno
    "643": (D, N, G, M, M),  # laravel-boleto and ACBr; the manual of CNAB 400
    "655": (M, U, U, M, M),  # Layout de boletos 1.8, CNAB 400 6.2; OpenCnabPHP alone for 240
    "707": (M, ..., ..., M, M),  # CNAB 400 carteira 6, BoletoNetCore's tests
    "712": (M, ..., ..., M, M),  # manual of CNAB 400 v1.5, set/2023
    "743": (U, N, G, N, G),  # boletonet alone
    "745": (D, M, M, M, M),  # Manual CNAB 400 1.16, brcobranca
    "748": (M, M, M, M, M),  # manuals of ago/2019
    "756": (M, M, M, M, M),  # sheet of fev/2017
}


@pytest.fixture(scope="module")
def rows() -> dict[str, LinhaBanco]:
    return {row.code: row for row in BancosService().listar()}


@pytest.mark.parametrize(
    ("code", "cell", "trust"),
    [
        (code, cell, trust)
        for code, trusts in EXPECTED.items()
        for cell, trust in zip(CELLS, trusts, strict=True)
        if trust is not ...
    ],
)
def test_a_cell_says_how_well_it_is_founded(
    rows: dict[str, LinhaBanco], code: str, cell: str, trust: Confianca | None
) -> None:
    ficha = getattr(rows[code], cell)
    if cell.startswith("remessa") and cell[-3:] not in registry.find(code).formatos:
        caminho = detect.layout_of(code, int(cell[-3:]), "remessa")
        known = Confianca(loader.load(caminho).confianca) if caminho and not registry.find(code).encerrado else None
        assert (known, ficha) == (trust, None)
    else:
        assert (ficha.confianca if ficha else None) == trust


def test_a_remessa_is_listed_only_where_the_bank_says_what_to_fill_in(rows: dict[str, LinhaBanco]) -> None:
    listed = {(row.code, size) for row in rows.values() for size in ("240", "400") if getattr(row, f"remessa_{size}")}
    assert listed == {(banco.codigo, formato) for banco in registry.todos() for formato in banco.formatos}
    assert listed >= {("001", "240"), ("001", "400"), ("104", "240"), ("237", "400"), ("341", "400"), ("756", "240")}


def test_every_cell_names_its_source_and_its_date(rows: dict[str, LinhaBanco]) -> None:
    for row in rows.values():
        for cell in (*CELLS, "remessa_444"):
            ficha = getattr(row, cell)
            assert ficha is None or (ficha.fonte and ficha.data[:2] in {"19", "20"}), (row.code, cell)


def test_every_bank_that_is_reckoned_for_says_by_whose_rules() -> None:
    assert [banco.codigo for banco in registry.todos() if fichas.boleto(banco.codigo) is None] == []


def test_nothing_is_written_for_a_closed_bank(rows: dict[str, LinhaBanco]) -> None:
    closed = [row for row in rows.values() if row.closed]
    assert {row.code for row in closed} >= {"347", "356", "399", "409"}
    assert [row.code for row in closed if row.remessa_240 or row.remessa_400 or row.remessa_444] == []


def test_what_comes_later_is_empty_until_then(rows: dict[str, LinhaBanco]) -> None:
    row = rows["341"]
    assert (row.debito_150, row.extrato_240) == (None,) * 2


def test_an_api_is_told_of_only_where_it_is_spoken(rows: dict[str, LinhaBanco]) -> None:
    assert rows["341"].api is not None
    assert rows["003"].api is None


def test_fourteen_banks_make_payments_and_eight_debits_each_with_its_trust() -> None:
    rows = BancosService().listar()
    payments = {row.code: row.pagamento_240.confianca for row in rows if row.pagamento_240}
    assert sorted(payments) == list(BANCOS)
    assert {code for code, trust in payments.items() if trust is Confianca.UMA_FONTE} == set(payments) - {
        "237",
        "341",
        "756",
    }
    debits = {row.code: row.debito_150 or row.debito_240 for row in rows if row.debito_150 or row.debito_240}
    assert sorted(debits) == ["001", "004", "033", "041", "104", "341", "748", "756"]
    for ficha in debits.values():
        assert ficha is not None
        assert ficha.data
        assert ficha.fonte
