"""The bank's own arithmetic gives what real banks gave: recorded answers, and the examples of the Banco Central."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.banco_de_provas import codigos
from tests.banco_de_provas.dialetos.sicredi import _digito

RECORDED = [
    # barcode and linha of answers: BB (homologation), Itaú (official example), Sicredi (manual), Asaas (sandbox)
    ("00194994300000003100000003128557999999998417", "00190000090312855799299999984174499430000000310"),
    ("34197906200000300001570012762341500052061000", "34191570071276234150600520610007790620000030000"),
    ("74891886400000099901125100614205120315335103", "74891125110061420512803153351030188640000009990"),
    ("46198987500000256311110000000000001028666101", "46191110000000000000010286661011898750000025631"),
    ("07791160900001200000001112001234570100000000", "07790001161200123457901000000008116090000120000"),
]


@pytest.mark.parametrize(("barras", "linha"), RECORDED)
def test_a_recorded_line_and_its_general_digit_come_out_again(barras: str, linha: str) -> None:
    assert codigos.linha(barras) == linha
    dv = 11 - codigos.resto_11(barras[:4] + barras[5:])
    assert str(dv if dv < 10 else 1) == barras[4]


@pytest.mark.parametrize(
    ("dia", "fator"), [("2021-10-30", "8789"), ("2025-02-21", "9999"), ("2025-02-22", "1000"), ("2026-10-24", "1609")]
)
def test_the_fator_begins_again_at_1000(dia: str, fator: str) -> None:
    assert codigos.fator(date.fromisoformat(dia)) == fator


def test_a_barcode_is_put_together_as_recorded() -> None:
    livre = "0001112001234570100000000"
    assert codigos.barras("077", date(2026, 10, 24), 120000, livre) == RECORDED[4][0]


def test_sicredis_digit_of_the_free_field_is_the_recorded_one() -> None:
    assert _digito("112510061420512031533510") == "3"


def test_a_br_code_is_put_together_as_a_peer_did() -> None:
    feito = codigos.br_code(
        "qrcodepix.inter.example/cobv/cobv0924empresaexemplo20260924", "EMPRESA EXEMPLO LTDA", "BELO HORIZONTE"
    )
    assert feito == (
        "00020101021226810014br.gov.bcb.pix2559qrcodepix.inter.example/cobv/cobv0924empresaexemplo20260924"
        "5204000053039865802BR5920EMPRESA EXEMPLO LTDA6014BELO HORIZONTE62070503***6304E4FE"
    )


def test_every_valid_br_code_that_was_collected_has_the_crc_this_bank_works_out(golden: Path) -> None:
    lidos = json.loads((golden.parent / "gateway" / "brcode_examples.json").read_text("utf-8"))
    validos = [cada["payload"] for cada in lidos["examples"] if cada["valid"]]
    assert len(validos) > 50
    for payload in validos:
        assert codigos.crc(payload[:-4]) == payload[-4:].upper()
