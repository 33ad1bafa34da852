"""CNAB 400 of the Autbank family: positions and codes that the manuals of ABC, Fibra, Pine and Rendimento print.

Original, Industrial and Sofisa have one source, ACBr's units; Delbank has one, eduardokum/laravel-boleto.
"""

from typing import Any

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoMulta
from tests.unit.bancos.escrita import PAGADOR, at, detalhe, lines, refused

FAMILIA = ("212", "224", "246", "435", "604", "633", "637", "643")
PERCENTUAL = Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)
EM_VALOR = Encargos(multa_tipo=TipoMulta.VALOR, multa=250)


def of(banco: str, **mudado: Any) -> str:
    return detalhe((banco, "400"), **mudado)


@pytest.mark.parametrize("banco", FAMILIA)
def test_record_1_as_the_manuals_lay_it_out(banco: str) -> None:
    header, linha, trailer = lines((banco, "400"))[:3]
    assert (at(header, 1, 26), at(header, 77, 79), at(header, 95, 100)) == (
        "01REMESSA01COBRANCA       ",
        banco,
        "201126",
    )
    assert at(header, 27, 46) == at(linha, 18, 37)
    assert at(linha, 1, 17) == "10211222333000181"
    assert at(linha, 111, 142) == "000123    " + "181226" + "0000000123456" + banco
    assert at(linha, 143, 156) == "00000" + "01" + "N" + "201126"
    assert at(linha, 219, 234) == "0100052998224725"
    assert at(linha, 235, 274) == "MARIA DE EXEMPLO".ljust(40)
    assert at(linha, 315, 351) == "CENTRO".ljust(12) + "01310100" + "SAO PAULO".ljust(15) + "SP"
    assert at(trailer, 1, 400) == "9" + " " * 393 + "000003"


@pytest.mark.parametrize(
    ("banco", "carteira", "codigo"),
    [
        pytest.param("212", "121", "D", id="ACBr: Original wants D where the client issues"),
        pytest.param("224", "110", "D", id="Fibra, note 3"),
        pytest.param("246", "121", "6", id="ABC, boleto manual of 2021: 6 is 121"),
        pytest.param("435", "121", "6", id="laravel-boleto"),
        pytest.param("604", "110", "4", id="ACBr"),
        pytest.param("633", "121", "6", id="Rendimento, note 3: cobrança expressa"),
        pytest.param("637", "102", "5", id="ACBr"),
        pytest.param("643", "112", "D", id="Pine, note 3"),
    ],
)
def test_position_108_is_the_carteira(banco: str, carteira: str, codigo: str) -> None:
    assert at(of(banco, convenio={"carteira": carteira}), 108, 108) == codigo


def test_the_number_goes_with_its_digit() -> None:
    # AUTK. 0071/2002, the example: agência 0001, carteira 121, number 0004309540, digit 8
    linha = of("633", conta={"agencia": "0001"}, sequencial=4309540)
    assert at(linha, 63, 73) == "00043095408"


@pytest.mark.parametrize("banco", ["224", "246", "604", "633", "637", "643"])
def test_a_rate_of_multa_has_four_decimals(banco: str) -> None:
    # note 12 of the manuals; ACBr writes it so for ABC, Industrial, Pine, Rendimento and Sofisa
    assert at(of(banco, encargos=PERCENTUAL), 90, 105) == "2" + "0000000020000" + "01"


@pytest.mark.parametrize("banco", ["212", "435"])
def test_a_rate_whose_decimals_are_in_doubt_goes_as_an_amount(banco: str) -> None:
    assert at(of(banco, encargos=PERCENTUAL), 90, 105) == "1" + "0000000002469" + "01"  # 2 % of 1.234,56


@pytest.mark.parametrize("banco", FAMILIA)
def test_an_amount_of_multa_has_two_decimals(banco: str) -> None:
    assert at(of(banco, encargos=EM_VALOR), 90, 105) == "1" + "0000000000250" + "01"


@pytest.mark.parametrize("banco", FAMILIA)
def test_without_protest_instruction_10_says_so(banco: str) -> None:
    linha = of(banco)
    assert (at(linha, 157, 160), at(linha, 392, 393)) == ("1000", "00")  # note 9
    assert at(of(banco), 90, 105) == "0" + "0" * 13 + "00"


@pytest.mark.parametrize("banco", ["212", "246", "604", "633", "637", "643"])
def test_protest_is_the_days_alone(banco: str) -> None:
    linha = of(banco, encargos=Encargos(protesto_dias=7))
    assert (at(linha, 157, 160), at(linha, 392, 393)) == ("0000", "07")


def test_fibra_protests_by_instruction_09() -> None:
    linha = of("224", encargos=Encargos(protesto_dias=7))
    assert (at(linha, 157, 160), at(linha, 392, 393)) == ("0900", "07")


def test_another_movement_has_no_instruction() -> None:
    linha = of("246", comando="02")
    assert (at(linha, 109, 110), at(linha, 157, 160), at(linha, 392, 393)) == ("02", "0000", "00")
    assert at(of("246", comando="11"), 109, 110) == "18"


def test_original_makes_the_companys_code_of_090_agencia_and_operacao() -> None:
    assert at(of("212"), 18, 37) == "090" + "1234" + "5" + "1934436" + " " * 5


def test_a_sacador_stands_behind_the_title() -> None:
    _, linha, sacador, _ = lines(("246", "400"), beneficiario_final=PAGADOR)[:4]
    assert at(linha, 352, 381) == "MARIA DE EXEMPLO".ljust(30)
    assert at(sacador, 1, 137) == "5" + " " * 120 + "01" + "00052998224725"
    assert at(sacador, 190, 214) == "01310100" + "SAO PAULO".ljust(15) + "SP"


@pytest.mark.parametrize(
    ("banco", "mudado", "campo"),
    [
        ("246", {"convenio": {"carteira": "110"}}, "carteira"),
        ("637", {"convenio": {"carteira": "1"}}, "carteira"),
        ("633", {"convenio": {"emissao": "banco"}}, "emissao"),
        ("633", {"convenio": {"codigo_beneficiario": ""}}, "codigo_beneficiario"),
        ("212", {"conta": {"agencia_dv": ""}}, "agencia_dv"),
        ("246", {"especie": "ND"}, "especie"),
        ("246", {"encargos": Encargos(baixa_dias=30)}, "baixa_dias"),
        ("246", {"encargos": Encargos(protesto_dias=100)}, "protesto_dias"),
        ("435", {"encargos": Encargos(protesto_dias=7)}, "protesto_dias"),
    ],
)
def test_what_the_file_cannot_say_is_refused(banco: str, mudado: dict[str, Any], campo: str) -> None:
    assert refused((banco, "400"), **mudado) == campo
