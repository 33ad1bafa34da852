"""Santander's remessas: positions and codes of H7815 (CNAB 240, v2.9) and H7800 (CNAB 400, v2.17 and v2.33)."""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import EMPRESA, PAGADOR, at, detalhe, lines, refused

R240, R400 = ("033", "240"), ("033", "400")
CARGAS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
)
CHAVE = "11222333000181"
COM_PIX = {"extras": {"codigo_transmissao": "12340000123400056789", "pix_chave": CHAVE}}


def test_240_opens_with_the_code_of_transmission_and_no_account() -> None:
    header, lote, *_ = lines(R240)
    assert at(header, 9, 72) == " " * 8 + "2" + "0" + EMPRESA.documento + "123400001234567" + " " * 25
    assert at(header, 103, 132).rstrip() == "BANCO SANTANDER"
    assert at(header, 158, 240) == "000007" + "040" + " " * 74
    assert at(lote, 9, 68) == "R01  030 2" + "0" + EMPRESA.documento + " " * 20 + "123400001234567"


def test_240_segment_p_stands_where_h7815_has_it() -> None:
    p = detalhe(R240, encargos=CARGAS)
    assert at(p, 18, 44) == "1234" + "5" + "000056789" + "0" + "000056789" + "0" + "  "
    # 4321 weighs 1x2 + 2x3 + 3x4 + 4x5 = 40; 40 leaves 7 of 11, and 11 - 7 is 4
    assert at(p, 45, 62) == "000000004321" + "4" + "5" + "1" + "2" + "  "
    assert at(p, 101, 109) == "00000" + " " + "02" + "N"
    # notes 22 and 23: interest from the due date on, the discount until five days before it
    assert at(p, 118, 165) == "1" + "18122026" + f"{33:015}" + "1" + "13122026" + f"{500:015}"
    assert at(p, 221, 240) == "000" + "3" + "000" + "00" + " " * 11


def test_240_segment_r_is_written_for_a_fine_only() -> None:
    r = lines(R240, encargos=CARGAS)[4]
    assert at(r, 14, 17) == "R 01"
    assert at(r, 66, 89) == "2" + "18122026" + f"{200:015}"
    assert [line[13] for line in lines(R240)[2:4]] == ["P", "Q"]


def test_240_protests_after_days_and_drops_by_the_convenios_profile_or_its_days() -> None:
    p = detalhe(R240, encargos=Encargos(protesto_dias=7, baixa_dias=60))
    assert at(p, 221, 227) == "107" + "1" + "0" + "60"
    assert refused(R240, encargos=Encargos(baixa_dias=100)) == "baixa_dias"


def test_240_tells_a_movement_by_segment_p_alone() -> None:
    # nota 13, and OpenCnabPHP/issues/147: with a Q beside it the bank refuses the baixa
    assert [line[13] for line in lines(R240, comando="02", encargos=CARGAS)[2:-3]] == ["P"]
    assert at(detalhe(R240, comando="11"), 16, 17) == "18"


def test_240_carries_a_pix_key_in_y_03() -> None:
    y = lines(R240, convenio={"extras": {"codigo_transmissao": "123400001234567", "pix_chave": CHAVE}})[4]
    assert at(y, 14, 19) == "Y 0103"
    assert at(y, 81, 158).rstrip() == "2" + CHAVE


def test_400_repeats_the_code_of_transmission_and_the_accounts_last_digits() -> None:
    header, detail, trailer, _ = lines(R400, convenio={"extras": {"codigo_transmissao": "12340000123400056789"}})
    assert at(header, 27, 46) == at(detail, 18, 37) == "12340000123400056789"
    assert at(header, 77, 116) == "033SANTANDER      201126" + "0" * 16
    assert at(detail, 383, 385) == "I" + "90"  # the last digit of account 56789 and its own
    assert at(trailer, 1, 26) == "9" + "000003" + "0000000123456" + "000000"


def test_400_title_stands_where_h7800_has_it() -> None:
    detail = detalhe(R400, encargos=CARGAS, convenio=COM_PIX)
    assert at(detail, 63, 82) == "00043214" + "000000" + " " + "4" + "0200"
    assert at(detail, 102, 110) == "000000" + "5" + "01"
    assert at(detail, 140, 160) == "033" + "12345" + "01" + "N" + "201126" + "0000"
    assert at(detail, 161, 192) == f"{33:013}" + "131226" + f"{500:013}"


def test_400_carries_a_pix_key_in_record_8() -> None:
    pix = lines(R400, convenio=COM_PIX)[2]
    assert at(pix, 1, 6) == "8" + "00" + "01" + "2"
    assert at(pix, 7, 19) == at(pix, 25, 37) == "0000000123456"
    assert at(pix, 43, 120).rstrip() == "2" + CHAVE


@pytest.mark.parametrize(
    ("encargos", "places"),
    [
        (Encargos(protesto_dias=6), ("0600", "06")),
        (Encargos(baixa_dias=15), ("0200", "00")),
        (Encargos(baixa_dias=30), ("0300", "00")),
    ],
)
def test_400_protests_or_drops_by_instruction(encargos: Encargos, places: tuple[str, str]) -> None:
    detail = detalhe(R400, encargos=encargos, convenio=COM_PIX)
    assert (at(detail, 157, 160), at(detail, 392, 393)) == places


@pytest.mark.parametrize(
    ("place", "mudado", "field"),
    [
        (R240, {"convenio": {"extras": {}}}, "codigo_transmissao"),
        (R400, {"convenio": {"extras": {}}}, "codigo_transmissao"),
        (R240, {"convenio": {"carteira": "102"}}, "carteira"),  # without registration: no longer taken
        (R240, {"aceite": True}, "aceite"),
        (R240, {"especie": "CC", "encargos": CARGAS}, "especie"),  # nota 20
        (R400, {"convenio": COM_PIX, "encargos": Encargos(baixa_dias=20)}, "baixa_dias"),
        (R400, {"convenio": COM_PIX, "encargos": Encargos(multa_tipo=TipoMulta.VALOR, multa=9)}, "multa"),
        (R400, {"convenio": COM_PIX, "sequencial": 10_000_000}, "nosso_numero"),
        (R400, {"convenio": COM_PIX, "beneficiario_final": PAGADOR}, "beneficiario_final"),
        (R240, {"convenio": {"extras": {"codigo_transmissao": "1", "pix_chave": "sem forma"}}}, "pix_chave"),
    ],
)
def test_what_the_file_cannot_say_is_refused(place: tuple[str, str], mudado: dict[str, Any], field: str) -> None:
    assert refused(place, **mudado) == field
