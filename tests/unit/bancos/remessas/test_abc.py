"""ABC Brasil's CNAB 240: positions of its manual of boletos (2021, item 9c), and where two generators agree."""

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import at, detalhe, lines, refused

PLACE = ("246", "240")


def test_records_as_manual_and_sources_lay_them_out() -> None:
    header, lote, p, q, _, fim_lote, _ = lines(PLACE)[:7]
    codigo = "CLIENTE0001".ljust(20)
    assert (at(header, 33, 72), at(header, 164, 166)) == (codigo * 2, "040")
    assert (at(lote, 9, 16), at(lote, 34, 73)) == ("R01  030", codigo * 2)
    # the manual: classification 5, no correspondent, cobrança expressa is 110; the number goes with its digit
    assert at(p, 18, 46) == codigo + "5" + "000" + "00" + "110"
    assert at(p, 47, 56) == "0000004321"
    assert at(p, 58, 62) == "11222"
    assert at(p, 78, 109) == "18122026" + "000000000123456" + "00000" + " " + "02" + "N"
    assert at(p, 221, 229) == "300" + "2000" + "09"
    assert at(q, 210, 212) == "000"
    assert at(fim_lote, 18, 23) == "000005"


def test_the_digit_is_the_manuals() -> None:
    # item 9a: agência 0001, carteira 110, number 0004309540; 10 less 9 is 1
    assert at(detalhe(PLACE, conta={"agencia": "0001"}, sequencial=4309540), 47, 57) == "00043095401"


def test_charges_are_febrabans_and_a_fine_goes_as_an_amount() -> None:
    encargos = Encargos(
        juros_tipo=TipoJuros.VALOR_DIA, juros=33, multa_tipo=TipoMulta.PERCENTUAL, multa=200, protesto_dias=5
    )
    _, _, p, _, r = lines(PLACE, encargos=encargos)[:5]
    assert (at(p, 118, 141), at(p, 221, 223)) == ("1" + "19122026" + "000000000000033", "105")
    assert at(r, 66, 89) == "1" + "19122026" + "000000000002469"  # 2 % of 1.234,56


@pytest.mark.parametrize(
    ("mudado", "campo"),
    [
        ({"convenio": {"carteira": "121"}}, "carteira"),
        ({"convenio": {"emissao": "banco"}}, "emissao"),
        ({"encargos": Encargos(baixa_dias=1000)}, "baixa_dias"),
        ({"especie": "CH"}, "especie"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, object], campo: str) -> None:
    assert refused(PLACE, **mudado) == campo
