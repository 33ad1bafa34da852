"""Ser Finance's CNAB 240: positions of BoletoNet/boletonet, its one source."""

import pytest

from finbank_desktop.domain.encargos import Encargos
from tests.unit.bancos.escrita import at, lines, refused

PLACE = ("530", "240")


def test_records_as_the_source_lays_them_out() -> None:
    header, lote, p = lines(PLACE)[:3]
    assert at(header, 33, 72) == "444601".ljust(20) + "01234" + "5" + "000000056789" + "0" + "0"
    assert at(header, 164, 171) == "101" + "01600"
    assert at(lote, 10, 16) == "01  030"
    assert at(p, 18, 46) == "01234" + "5" + "000000056789" + "0" + "0" + "5" + "000" + "00" + "110"
    assert at(p, 47, 56) == "0000004321"
    assert at(p, 58, 60) == "112"
    assert at(p, 78, 108) == "18122026" + "000000000123456" + "01234" + "5" + "02"
    assert at(p, 221, 229) == "300" + "2000" + "09"


@pytest.mark.parametrize(("emissao", "quem"), [("banco", "11"), ("cliente", "22")])
def test_who_issues_also_distributes(emissao: str, quem: str) -> None:
    assert at(lines(PLACE, convenio={"emissao": emissao})[2], 61, 62) == quem


@pytest.mark.parametrize(
    ("mudado", "campo"),
    [
        ({"encargos": Encargos(baixa_dias=30)}, "baixa_dias"),
        ({"convenio": {"codigo_beneficiario": ""}}, "codigo_beneficiario"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, object], campo: str) -> None:
    assert refused(PLACE, **mudado) == campo
