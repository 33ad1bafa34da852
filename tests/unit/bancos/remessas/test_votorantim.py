"""BV's CNAB 400 after its manual (version 6.2), its CNAB 240 after openboleto/OpenCnabPHP alone."""

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import at, lines, refused


def test_cnab_400_as_the_manual_lays_it_out() -> None:
    header, linha, trailer = lines(("655", "400"))[:3]
    assert at(header, 27, 105) == " " * 20 + "EMPRESA EXEMPLO LTDA".ljust(30) + "655BANCO VOTORANTIM S/A" + "201126"
    assert at(header, 390, 400) == "CL001" + "000001"
    assert at(linha, 1, 37) == "1" + "02" + "11222333000181" + "00" + "0000000400" + " " * 8
    # the digit of 4321 by the manual's item 14, by hand: 40, rest 7, 4
    assert at(linha, 63, 77) == "0000043214" + "500" + "48"
    assert at(linha, 78, 117) == "000123    " + "181226" + "0000000123456" + "655" + "00001" + "01" + "N"
    assert at(linha, 118, 137) == "201126" + "0000" + " " * 9 + "3"
    assert at(linha, 170, 170) == "0"
    assert at(linha, 196, 251) == "01" + "00052998224725" + "MARIA DE EXEMPLO".ljust(40)
    assert at(linha, 292, 328) == "CENTRO".ljust(12) + "01310100" + "SAO PAULO".ljust(15) + "SP"
    assert at(linha, 329, 400) == " " * 40 + "181226" + "00" + "0" + " " * 17 + "000002"
    assert at(trailer, 1, 1) == "9"


@pytest.mark.parametrize(
    ("encargos", "places"),
    [
        (Encargos(protesto_dias=5), {124: "8100", 375: "05"}),
        (Encargos(baixa_dias=30), {124: "9200", 375: "30"}),
        (Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=50), {137: "4" + "0000000000050"}),
        (Encargos(desconto_tipo=TipoDesconto.VALOR, desconto=100), {151: "181226" + "0000000000100" + "1"}),
    ],
)
def test_charges_and_terms_have_the_manuals_codes(encargos: Encargos, places: dict[int, str]) -> None:
    linha = lines(("655", "400"), encargos=encargos)[1]
    assert {start: at(linha, start, start + len(text) - 1) for start, text in places.items()} == places


def test_cnab_240_as_opencnabphp_lays_it_out() -> None:
    header, lote, p = lines(("655", "240"))[:3]
    assert at(header, 33, 72) == "400".zfill(20) + "01234" + "5" + "000000056789" + "0" + " "
    assert (at(header, 164, 166), at(lote, 14, 16)) == ("080", "030")
    assert at(p, 18, 62) == "01234" + "5" + "000000056789" + "0" + " " + "0" * 10 + "0000043214" + "11222"
    assert at(p, 63, 77) == "000123".ljust(15)
    assert at(p, 221, 229) == "300" + "1090" + "09"


@pytest.mark.parametrize(
    ("formato", "mudado", "campo"),
    [
        ("400", {"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)}, "multa"),
        ("400", {"encargos": Encargos(protesto_dias=5, baixa_dias=9)}, "baixa_dias"),
        ("400", {"especie": "NP"}, "especie"),
        ("400", {"convenio": {"emissao": "banco"}}, "emissao"),
        ("240", {"encargos": Encargos(baixa_dias=0)}, "baixa_dias"),
    ],
)
def test_what_the_file_cannot_say_is_refused(formato: str, mudado: dict[str, object], campo: str) -> None:
    assert refused(("655", formato), **mudado) == campo
