"""Daycoval's CNAB 400: positions and codes of its manual for carteira 6; ACBr's unit writes the same."""

from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from tests.unit.bancos.escrita import at, detalhe, lines, refused

PLACE = ("707", "400")


def test_records_as_the_manual_lays_them_out() -> None:
    header, linha, trailer = lines(PLACE, sequencial=84580107)[:3]
    assert at(header, 1, 26) == "01REMESSA01COBRANCA       "
    assert at(header, 77, 100) == "707" + "BANCO DAYCOVAL ".ljust(15) + "201126"
    assert at(linha, 1, 17) == "10211222333000181"
    # note 2: the number of BoletoNetCore's boleto 00019/121/0084580107-8 without its digit
    assert at(linha, 63, 110) == "84580107" + " " * 13 + " " * 24 + "6" + "01"
    assert at(linha, 121, 150) == "181226" + "0000000123456" + "707" + "00000" + "01" + "N"
    assert at(linha, 157, 173) == "0" * 17
    assert at(linha, 392, 394) == "000"
    assert at(trailer, 1, 1) == "9"


def test_a_rebate_is_an_instruction_of_its_own() -> None:
    assert at(detalhe(PLACE, comando="04", abatimento=1_000), 206, 218) == "0000000001000"
    assert refused(PLACE, abatimento=1_000) == "abatimento"


@pytest.mark.parametrize(
    ("mudado", "campo"),
    [
        ({"encargos": Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=1)}, "juros"),
        ({"encargos": Encargos(multa_tipo=TipoMulta.VALOR, multa=1)}, "multa"),
        ({"encargos": Encargos(protesto_dias=5)}, "protesto_dias"),
        ({"encargos": Encargos(baixa_dias=5)}, "baixa_dias"),
        ({"aceite": True}, "aceite"),
        ({"especie": "NP"}, "especie"),
        ({"convenio": {"carteira": "112"}}, "carteira"),
        ({"sequencial": 100_000_000}, "nosso_numero"),
    ],
)
def test_what_the_file_cannot_say_is_refused(mudado: dict[str, Any], campo: str) -> None:
    assert refused(PLACE, **mudado) == campo


def test_the_number_is_found_by_the_eight_digits_of_a_remessa_and_the_eleven_of_a_retorno() -> None:
    chave = registry.find("707").nosso_numero_chave
    assert {chave(raw, "400") for raw in ("84580107", "00845801078", "0084580107")} == {"0084580107"}
