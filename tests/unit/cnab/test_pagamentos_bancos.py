"""Each bank's remessa of payments, by the positions of its source: typed here from the source, not from our layouts.

Where a bank rests on one source, its trust says so and so does the name of the source here.
"""

import pytest

from finbank_desktop.cnab import pagamento
from finbank_desktop.cnab.detect import layout_of
from finbank_desktop.domain.pagamentos import DadosPagamento, FormaPagamento
from finbank_desktop.layouts import loader
from tests.unit.cnab.movimentos_exemplos import BANCOS, CPF, EMPRESA, dados
from tests.unit.cnab.movimentos_exemplos import pagamento as exemplo

TED, CREDITO, PIX = FormaPagamento.TED, FormaPagamento.CREDITO_EM_CONTA, FormaPagamento.PIX_CHAVE
ACBR = "ACBrPagFor"
# Bank, source, trust, form, line (from 1), first and last position, what stands there.
FATOS = [
    # what FEBRABAN 10.6 prints and ACBrPagFor's base writer has alike
    ("033", "FEBRABAN 10.6, G003", "uma_fonte", TED, 1, 1, 8, "03300000"),
    ("001", ACBR, "uma_fonte", TED, 1, 33, 45, "0001234560126"),
    ("001", ACBR, "uma_fonte", TED, 1, 164, 166, "003"),
    ("001", ACBR, "uma_fonte", TED, 2, 14, 16, "003"),
    ("033", ACBR, "uma_fonte", TED, 1, 164, 166, "060"),
    ("033", ACBR, "uma_fonte", TED, 2, 14, 16, "031"),
    ("033", ACBR, "uma_fonte", TED, 4, 211, 214, "0000"),
    ("041", ACBR, "uma_fonte", TED, 1, 33, 38, "123456"),
    ("041", ACBR, "uma_fonte", TED, 1, 164, 166, "107"),
    ("041", ACBR, "uma_fonte", PIX, 4, 15, 17, "02 "),
    ("077", ACBR, "uma_fonte", TED, 1, 164, 166, "103"),
    ("077", ACBR, "uma_fonte", TED, 2, 14, 16, "000"),
    ("085", ACBR, "uma_fonte", TED, 1, 164, 166, "088"),
    ("085", ACBR, "uma_fonte", TED, 2, 14, 16, "045"),
    ("104", ACBR, "uma_fonte", TED, 1, 33, 41, "12345600P"),
    ("104", ACBR, "uma_fonte", TED, 2, 14, 16, "041"),
    ("104", ACBR, "uma_fonte", TED, 3, 74, 79, "000001"),
    ("133", ACBR, "uma_fonte", TED, 1, 164, 166, "087"),
    ("133", ACBR, "uma_fonte", TED, 2, 14, 16, "045"),
    ("136", ACBR, "uma_fonte", TED, 1, 164, 166, "103"),
    ("136", ACBR, "uma_fonte", TED, 3, 74, 93, "1".ljust(20)),
    ("136", ACBR, "uma_fonte", PIX, 4, 128, 148, "fulana@exemplo.com.br"),
    ("237", "ACBrPagFor e cnab-validator", "duas_fontes", TED, 1, 164, 166, "089"),
    ("237", "ACBrPagFor e cnab-validator", "duas_fontes", PIX, 1, 172, 174, "PIX"),
    ("237", "ACBrPagFor e cnab-validator", "duas_fontes", PIX, 4, 128, 148, "fulana@exemplo.com.br"),
    ("341", "Itaú, SISPAG v083, segmento A", "manual", TED, 3, 24, 43, "01234 000000056789 5"),
    ("341", "Itaú, SISPAG v083, segmento A", "manual", TED, 3, 204, 217, f"{CPF:0>14}"),
    ("341", "Itaú, SISPAG v083, header de arquivo", "manual", TED, 1, 15, 17, "081"),
    ("341", "cnab-sispag e ACBr, segmento B", "manual", PIX, 4, 128, 148, "fulana@exemplo.com.br"),
    ("341", "cnab-sispag e ACBr, segmento A", "manual", PIX, 3, 113, 114, "04"),
    ("422", ACBR, "uma_fonte", TED, 1, 65, 70, "045678"),
    ("422", ACBR, "uma_fonte", TED, 1, 164, 166, "103"),
    ("745", "eduardordm/cnab240, versão 060", "uma_fonte", TED, 1, 164, 166, "060"),
    ("745", "eduardordm/cnab240, versão 060", "uma_fonte", TED, 2, 14, 16, "031"),
    ("745", "eduardordm/cnab240, versão 060", "uma_fonte", TED, 2, 223, 230, " " * 8),
    ("748", ACBR, "uma_fonte", TED, 1, 164, 166, "082"),
    ("748", ACBR, "uma_fonte", PIX, 4, 128, 148, "fulana@exemplo.com.br"),
    ("748", ACBR, "uma_fonte", TED, 3, 90, 93, " " * 4),
    ("756", "ACBrPagFor e eduardordm/cnab240, versão 087", "duas_fontes", TED, 1, 164, 166, "087"),
    ("756", "ACBrPagFor e eduardordm/cnab240, versão 087", "duas_fontes", TED, 2, 14, 16, "045"),
]


def lines(de: DadosPagamento) -> list[str]:
    escrita = pagamento.render(de)
    assert [problem for problem in escrita.problems if problem.is_error] == []
    return escrita.data.decode("ascii").split("\r\n")


@pytest.mark.parametrize(("banco", "fonte", "trust", "forma", "line", "start", "end", "text"), FATOS)
def test_a_payment_stands_where_the_banks_source_has_it(
    banco: str, fonte: str, trust: str, forma: FormaPagamento, line: int, start: int, end: int, text: str
) -> None:
    found = lines(dados(banco, exemplo(forma, banco)))
    assert found[line - 1][start - 1 : end] == text, fonte
    path = layout_of(banco, 240, "remessa", produto="pagamento")
    assert path is not None
    assert loader.load(path).confianca == trust


def test_every_operating_bank_has_a_fact() -> None:
    assert {fato[0] for fato in FATOS} == set(BANCOS)
    assert len(BANCOS) == 14


@pytest.mark.parametrize("banco", BANCOS)
def test_both_directions_of_a_bank_have_the_same_trust(banco: str) -> None:
    paths = [layout_of(banco, 240, direcao, produto="pagamento") for direcao in ("remessa", "retorno")]
    assert len({loader.load(str(path)).confianca for path in paths}) == 1


# FEBRABAN CNAB 240 version 10.6, segment A: the positions of the manual.
SEGMENTO_A = [
    (15, 17, "000"),
    (18, 20, "018"),
    (21, 23, "237"),
    (24, 28, "01234"),
    (29, 29, "1"),
    (30, 41, "000000056789"),
]
SEGMENTO_A += [(42, 42, "5"), (44, 63, "FORNECEDOR INVENTADO"), (94, 101, "01122026"), (102, 104, "BRL")]
SEGMENTO_A += [(120, 134, "000000000012345")]
SEGMENTO_B = [(18, 18, "1"), (19, 32, f"{CPF:0>14}")]
LOTE = [(1, 8, "03300011"), (9, 9, "C"), (10, 11, "20"), (12, 13, "41"), (18, 32, "2" + EMPRESA.documento)]
TRAILER = [(8, 8, "5"), (18, 23, "000004"), (24, 41, "000000000000012345")]
FIM = [(1, 8, "03399999"), (18, 23, "000001"), (24, 29, "000006")]


@pytest.mark.parametrize(("line", "places"), [(2, LOTE), (3, SEGMENTO_A), (4, SEGMENTO_B), (5, TRAILER), (6, FIM)])
def test_a_ted_follows_febrabans_manual(line: int, places: list[tuple[int, int, str]]) -> None:
    found = lines(dados("033", exemplo(TED, "033")))
    assert [(start, end, found[line - 1][start - 1 : end]) for start, end, _ in places] == places


# FEBRABAN, segments J, J-52, O and N (blocks N1 and N2) of the same manual.
DETALHES: list[tuple[FormaPagamento, int, list[tuple[int, int, str]]]] = [
    (
        FormaPagamento.BOLETO,
        3,
        [(14, 14, "J"), (18, 61, "00193373700000001000500940144816060680935031"), (100, 114, "000000000000100")],
    ),
    (
        FormaPagamento.BOLETO,
        4,
        [(14, 14, "J"), (18, 20, "522"), (21, 35, "0" + EMPRESA.documento), (76, 91, f"1{CPF:0>15}")],
    ),
    (FormaPagamento.PIX_QR, 4, [(18, 19, "52"), (132, 150, "pix.exemplo.com/Abc"), (211, 213, "TX1")]),
    (
        FormaPagamento.CONCESSIONARIA,
        3,
        [(14, 14, "O"), (18, 61, "84670000001435900240200240500024384221010811"), (108, 122, "000000000014359")],
    ),
    (
        FormaPagamento.TRIBUTO,
        3,
        [(14, 14, "N"), (18, 37, "1".ljust(20)), (111, 116, "0220  "), (117, 118, "01"), (133, 134, "16")],
    ),
    (FormaPagamento.TRIBUTO, 3, [(119, 132, EMPRESA.documento), (135, 142, "31102026"), (160, 174, f"{12345:015d}")]),
]


@pytest.mark.parametrize(("forma", "line", "places"), DETALHES)
def test_boletos_bills_and_taxes_follow_febrabans_manual(
    forma: FormaPagamento, line: int, places: list[tuple[int, int, str]]
) -> None:
    found = lines(dados("136", exemplo(forma, "136")))
    assert [(start, end, found[line - 1][start - 1 : end]) for start, end, _ in places] == places


FORMAS: list[tuple[FormaPagamento, str, str]] = [
    (FormaPagamento.CREDITO_EM_CONTA, "01", "01"),
    (FormaPagamento.TED, "41", "41"),
    (FormaPagamento.PIX_CHAVE, "45", "45"),
    (FormaPagamento.PIX_QR, "47", "47"),
    (FormaPagamento.BOLETO, "31", "31"),
    (FormaPagamento.CONCESSIONARIA, "11", "13"),
    (FormaPagamento.TRIBUTO, "16", "16"),
]


@pytest.mark.parametrize(("forma", "febraban", "itau"), FORMAS)
def test_the_lot_has_the_code_of_its_form(forma: FormaPagamento, febraban: str, itau: str) -> None:
    for banco, code in (("136", febraban), ("341", itau)):
        assert lines(dados(banco, exemplo(forma, banco)))[1][11:13] == code


def test_itau_writes_bills_by_their_48_digits() -> None:
    line = lines(dados("341", exemplo(FormaPagamento.CONCESSIONARIA, "341")))[2]
    assert line[17:65] == "846700000017435900240209024050002435842210108119"


def test_the_trailer_of_itaus_taxes_has_four_sums() -> None:
    """SISPAG v083: principal 24-37, outras entidades 38-51, acréscimos 52-65, arrecadado 66-79."""
    line = lines(dados("341", exemplo(FormaPagamento.TRIBUTO, "341")))[3]
    assert line[23:79] == f"{12345:014d}{0:014d}{0:014d}{12345:014d}"


def test_lots_are_by_form_and_payments_keep_their_order() -> None:
    some = [exemplo(TED, "033", "1"), exemplo(CREDITO, "033", "2"), exemplo(TED, "033", "3")]
    found = lines(dados("033", *some))
    assert [line[11:13] for line in found if line[7:8] == "1"] == ["01", "41"]
    assert [line[73:93].strip() for line in found if line[13:14] == "A"] == ["2", "1", "3"]
