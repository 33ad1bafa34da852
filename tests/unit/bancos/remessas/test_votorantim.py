"""BV's CNAB 400 after ACBr and its CNAB 240 after openboleto/OpenCnabPHP, one source each."""

import pytest

from finbank_desktop.domain.encargos import Encargos, TipoMulta
from tests.unit.bancos.escrita import at, lines, refused


def test_cnab_400_as_acbr_lays_it_out() -> None:
    header, linha, trailer = lines(("655", "400"))[:3]
    assert at(header, 27, 105) == " " * 20 + "EMPRESA EXEMPLO LTDA".ljust(30) + "655BANCO VOTORANTIM S/A" + "201126"
    assert at(header, 390, 400) == "CL007" + "000001"
    assert at(linha, 1, 37) == "1" + "02" + "11222333000181" + "00" + "0000000400" + " " * 8
    assert at(linha, 63, 77) == "0000004321" + "500" + "01"
    assert at(linha, 78, 117) == "000123    " + "181226" + "0000000123456" + "655" + "01234" + "01" + "N"
    assert at(linha, 196, 251) == "01" + "00052998224725" + "MARIA DE EXEMPLO".ljust(40)
    assert at(linha, 292, 328) == "CENTRO".ljust(12) + "01310100" + "SAO PAULO".ljust(15) + "SP"
    assert at(linha, 377, 377) == "0"
    assert at(trailer, 1, 1) == "9"


def test_cnab_240_as_opencnabphp_lays_it_out() -> None:
    header, lote, p = lines(("655", "240"))[:3]
    assert at(header, 33, 72) == "400".zfill(20) + "01234" + "5" + "000000056789" + "0" + " "
    assert (at(header, 164, 166), at(lote, 14, 16)) == ("080", "030")
    assert at(p, 18, 62) == "01234" + "5" + "000000056789" + "0" + " " + "0" * 10 + "0000004321" + "11222"
    assert at(p, 63, 77) == "000123".ljust(15)
    assert at(p, 221, 229) == "300" + "1090" + "09"


@pytest.mark.parametrize(
    ("formato", "mudado", "campo"),
    [
        ("400", {"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)}, "multa"),
        ("400", {"encargos": Encargos(protesto_dias=5)}, "protesto_dias"),
        ("400", {"encargos": Encargos(baixa_dias=5)}, "baixa_dias"),
        ("400", {"especie": "NP"}, "especie"),
        ("400", {"convenio": {"emissao": "banco"}}, "emissao"),
        ("240", {"encargos": Encargos(baixa_dias=0)}, "baixa_dias"),
    ],
)
def test_what_the_file_cannot_say_is_refused(formato: str, mudado: dict[str, object], campo: str) -> None:
    assert refused(("655", formato), **mudado) == campo
