"""Where C6, Pefisa, BS2 and Vórtx want a title, typed by position from the source each case names.

The title is number 11 of the example convênio, due on 18/12/2026, R$ 1.234,56. The digit of C6's and Pefisa's number is
Bradesco's over carteira 20 and 0000000011: 1*2 + 1*3 + 2*7 = 19, remainder 8, so 3. Vórtx's is módulo 11 with weights 2
to 9 over the number alone: 1*2 + 1*3 = 5, so 6; BS2's over its ten digits is the same.
"""

from dataclasses import replace
from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.cnab.remessa import render
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.properties.test_remessas_bancos import PAGADORES, errors, remessa, titulo
from tests.unit.bancos.exemplos import convenio

Places = dict[int, str]
COM_JUROS = Encargos(
    juros_tipo=TipoJuros.VALOR_DIA,
    juros=33,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
)
SEM_JUROS = replace(COM_JUROS, juros_tipo=TipoJuros.ISENTO, juros=0)
COM_PROTESTO = replace(COM_JUROS, protesto_dias=10)
PEDIDOS = {"174": COM_PROTESTO, "218": SEM_JUROS, "310": COM_JUROS, "336": COM_PROTESTO}
# laravel-boleto, Maxwbh/brcobranca and ACBr, field by field
C6: Places = {
    1: "102" + "11222333000181" + "123456789012" + " " * 8,
    63: "0" + "0000000011" + "3" + " " * 8 + "336" + " " * 21 + "20" + "01",
    111: "000011    " + "181226" + "0000000123456" + " " * 8 + "01" + "N" + "201126" + "0000",
    161: "0000000000033" + "131226" + "0000000000500" + "191226" + " " * 7 + "0" * 13,
    219: "02" + "11444777000161",
    315: "JARDIM SAO S" + "01310100" + "SAO JOSE DO VAL" + "SP" + " " * 30,
    382: "2" + "02" + " " + "191226" + "10" + " " + "000002",
}
CASES: dict[str, Places] = {
    "336": C6,
    # ACBr: 83-85 and the account in the header blank
    "174": C6 | {63: "0" + "0000000011" + "3" + " " * 8 + "   " + " " * 21 + "20" + "01"},
    # ACBr, layout 6: full dates, the kind in one digit, protest and interest nowhere
    "218": {
        2: "0" * 10 + " " * 5 + "0" + "0" * 14 + "   ",
        60: "0000000011" + "6" + "0001234567" + " " * 10 + "2" + "0" * 12 + "0200" + "21" + "01",
        112: "000011    " + "18122026" + "0000000123456" + " " * 5 + "N" + "0" + "N" + "20112026" + "  " + "0",
        162: "0" * 12 + "13122026" + "0000000000500" + " " * 11 + "0" * 13 + "02" + "11444777000161",
        315: "JARDIM SAO S" + "01310100" + "SAO JOSE DO VAL" + "SP",
        392: "00" + "0" + "000002",
    },
    # ACBr: carteira in seven digits, digit of the agência and none of the account, A, ten letters of the cidade
    "310": {
        1: "100" + "11222333000181" + "0000009" + "01234" + "5" + "0056789",
        63: "310" + "20200" + "00000000011" + "6" + " " * 10 + "2" + " " * 15 + "01",
        111: "0000" + "000011" + "181226" + "0000000123456" + "00000000" + "01" + "A" + "201126" + "0000",
        161: "0000000000033" + "131226" + "0000000000500",
        327: "01310100" + "SAO JOSE D" + "SP" + " " * 48 + "000002",
    },
}
NUMERO_DA_REMESSA = "00000007" + "000001"
HEADERS: dict[str, Places] = {
    # the fixture banco_c6_cnab400.rem of Maxwbh/brcobranca has the code in both places
    "336": {20: " " * 7 + "123456789012", 77: "336" + " " * 15 + "201126", 109: "123456789012", 387: NUMERO_DA_REMESSA},
    "174": {20: " " * 7 + "123456789012", 77: "174" + " " * 15 + "201126", 109: " " * 12, 387: NUMERO_DA_REMESSA},
    "218": {27: "11222333000181" + " " * 6, 77: "218BS2", 95: "20112026" + "0" * 20, 287: "006", 390: "00007000001"},
    "310": {27: "00000000000000004587", 77: "310VORTX", 95: "201126" + " " * 10 + "0000007"},
}


def lines(banco: str, encargos: Encargos) -> list[str]:
    base = convenio(banco, "400")
    escrita = render(remessa(base, titulo(base, 11, encargos=encargos, pagador=PAGADORES[1])))
    assert errors(escrita.problems) == []
    return escrita.data.decode("ascii").split("\r\n")


def found(line: str, places: Places) -> Places:
    return {start: line[start - 1 : start - 1 + len(text)] for start, text in places.items()}


@pytest.mark.parametrize("banco", CASES)
def test_a_title_stands_where_the_source_has_it(banco: str) -> None:
    header, detail, *_ = lines(banco, PEDIDOS[banco])
    assert found(detail, CASES[banco]) == CASES[banco]
    assert found(header, HEADERS[banco]) == HEADERS[banco]


@pytest.mark.parametrize(
    ("banco", "convenio_mudado", "titulo_mudado", "field"),
    [
        ("336", {"carteira": "10"}, {}, "carteira"),  # Maxwbh/brcobranca: the number blank, the bank gives it
        ("336", {}, {"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=250)}, "multa"),  # two positions
        ("174", {}, {"especie": "EC"}, "especie"),  # not in ACBr's list
        ("174", {}, {"encargos": Encargos(baixa_dias=60)}, "baixa_dias"),
        ("218", {}, {"encargos": Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=33)}, "juros"),
        ("218", {"carteira": "41"}, {}, "carteira"),  # wants the key of the invoice in a record of its own
        ("310", {}, {"especie": "NP"}, "especie"),
        ("310", {}, {"aceite": True}, "aceite"),
    ],
)
def test_what_the_layout_cannot_say_is_refused(
    banco: str, convenio_mudado: dict[str, Any], titulo_mudado: dict[str, Any], field: str
) -> None:
    base = convenio(banco, "400", **convenio_mudado)
    item = titulo(base, 11, **titulo_mudado)
    with pytest.raises(BancoError) as caught:
        registry.find(banco).remessa_titulo(remessa(base, item), item, "400")
    assert caught.value.field == field
