"""Banestes' remessas: positions and annexes of its layouts of 240 and of 400 positions."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import PAGADOR, at, detalhe, lines, refused

R240, R400 = ("021", "240"), ("021", "400")
CARGAS = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=150,
    multa_tipo=TipoMulta.VALOR,
    multa=250,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
    protesto_dias=10,
)
# 4321 weighs 1x2 + 2x3 + 3x4 + 4x5 = 40, which leaves 7 of 11: 4; 43214 weighs 8 + 3 + 8 + 15 + 24 = 58, 3 of 11: 8
NUMERO = "00004321" + "48"


def test_240_opens_with_the_account_alone() -> None:
    header, lote, *_ = lines(R240)
    assert at(header, 33, 72) == " " * 20 + "00000" + " " + "000000567890" + "0" + "0"
    assert at(header, 103, 132).rstrip() == "BANESTES"
    assert at(header, 164, 178) == "040" + "00000" + "REMESSA"
    assert at(lote, 9, 16) == "R01  040"
    assert at(lote, 34, 73) == " " * 20 + "00000" + " " + "000000567890" + "0" + " "


def test_240_segment_p_stands_where_the_manual_has_it() -> None:
    p = detalhe(R240, encargos=CARGAS)
    assert at(p, 18, 62) == "00000" + " " + "000000567890" + "0" + " " + NUMERO + " " * 10 + "1" + "1" + " " + "22"
    assert at(p, 101, 109) == "00000" + "0" + "02" + "N"
    assert at(p, 118, 165) == "2" + "19122026" + f"{150:015}" + "1" + "13122026" + f"{500:015}"
    assert at(p, 221, 240) == "1" + "10" + "0" + "000" + "09" + "0" * 10 + " "


def test_240_fine_goes_in_segment_r_and_the_files_trailer_counts_nothing() -> None:
    written = lines(R240, encargos=CARGAS)
    assert at(written[4], 66, 89) == "1" + "19122026" + f"{250:015}"
    assert at(written[6], 18, 35) == "0" * 18


def test_240_drops_after_days_or_as_the_agencia_has_it() -> None:
    assert at(detalhe(R240, encargos=Encargos(baixa_dias=90)), 221, 227) == "300" + "1" + "090"


def test_400_title_stands_where_the_manual_has_it() -> None:
    header, detail, *_ = lines(R400, encargos=CARGAS)
    assert at(header, 27, 46) == "00000567890" + " " * 9
    assert at(header, 77, 100) == "021" + "BANESTES" + " " * 7 + "201126"
    assert at(detail, 18, 37) == "00000567890" + " " * 9
    assert at(detail, 63, 82) == NUMERO + "0" + f"{250:09}"
    assert at(detail, 108, 110) == "101"
    # the client posts (00501) and prints (01 to 20); P6 protests after the days of 159-160
    assert at(detail, 127, 160) == "000" + f"{123_456:010}" + "021" + "00501" + "01" + "N" + "201126" + "P6" + "10"
    assert at(detail, 161, 192) == "1" + f"{150:012}" + "131226" + f"{500:013}"
    assert at(detail, 392, 394) == "00" + "0"


def test_400_says_that_it_does_not_protest() -> None:
    assert at(detalhe(R400), 157, 160) == "P7" + "00"


def test_400_names_the_beneficiario_final_in_a_record_of_its_own() -> None:
    record = lines(R400, beneficiario_final=PAGADOR)[2]
    assert at(record, 109, 110) == "24"
    assert at(record, 140, 179).rstrip() == "MARIA DE EXEMPLO"
    assert at(record, 257, 272) == "01" + "000" + PAGADOR.documento


@pytest.mark.parametrize(
    ("place", "mudado", "field"),
    [
        (R400, {"encargos": Encargos(baixa_dias=30)}, "baixa_dias"),
        (R400, {"valor": 10_000_000_000}, "valor"),
        (R400, {"especie": "DMI"}, "especie"),
        (R240, {"especie": "CC"}, "especie"),
        (R240, {"convenio": {"emissao": "banco"}}, "emissao"),
    ],
)
def test_what_the_bank_does_not_take_is_refused(place: tuple[str, str], mudado: dict[str, Any], field: str) -> None:
    assert refused(place, **mudado) == field
