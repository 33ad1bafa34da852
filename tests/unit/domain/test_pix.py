"""BR Codes: the public examples beside the shared facts, the manual's own, and what must never be printed."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.domain import pix

# Banco Central, Manual de Padrões para Iniciação do Pix 2.3.0, 1.5.4: a static code
MANUAL = (
    "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
    "6008BRASILIA62070503***63041D3D"
)
CHAVE = "123e4567-e12b-12d1-a456-426655440000"
GOLDEN = Path(os.environ.get("FINBANK_GOLDEN", "")).parent / "gateway" / "brcode_examples.json"


def examples() -> list[dict[str, Any]]:
    if not GOLDEN.is_file():
        pytest.skip("the public BR Codes lie beside the golden files")
    found = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return [*found["examples"], *found["negative"]]


def test_the_manuals_code_is_written_letter_by_letter() -> None:
    assert pix.static(chave=CHAVE, nome="Fulano de Tal", cidade="BRASILIA") == MANUAL


def test_the_manuals_code_is_read() -> None:
    lido = pix.parse(MANUAL)
    assert (lido.chave, lido.url, lido.valor, lido.txid) == (CHAVE, "", None, "")


def test_public_codes_are_taken_or_refused_as_others_found_them() -> None:
    judged = {each["payload"]: each["valid"] for each in examples()}
    assert len(judged) > 60
    assert {payload for payload, valid in judged.items() if not pix.fault(payload, 1) and not valid} == set()
    for each in examples():
        if each["valid"]:
            lido = pix.parse(each["payload"])
            assert bool(lido.chave) == (each["kind"] == "static")
            assert (lido.valor is None) == (each["amount"] is None)
            assert lido.txid == (each["txid"] or "")


@pytest.mark.parametrize("at", [3, 40, 100, len(MANUAL) - 2])
def test_one_wrong_letter_is_noticed(at: int) -> None:
    changed = MANUAL[:at] + ("0" if MANUAL[at] != "0" else "1") + MANUAL[at + 1 :]
    with pytest.raises(pix.BrCodeError):
        pix.parse(changed)


def test_a_code_of_another_amount_is_never_for_this_boleto() -> None:
    code = pix.static(chave=CHAVE, nome="Exemplo", cidade="Curitiba", valor=123_45)
    assert "5406123.45" in code
    assert pix.fault(code, 123_45) == ""
    assert pix.fault(code, 123_46) == "o código é de R$ 123,45 e o boleto é de R$ 123,46"
    assert pix.fault(MANUAL, 123_46) == ""  # the payer types the amount, or the bank answers it


@pytest.mark.parametrize(
    ("chave", "ok"),
    [
        ("529.982.247-25", True), ("11.222.333/0001-81", True), ("+55 41 99999-0000", True), ("41999990000", False),
        ("ana@exemplo.com.br", True), (CHAVE.upper(), True), ("52998224726", False), ("ana", False), ("", False),
    ],
)  # fmt: skip
def test_keys(chave: str, ok: bool) -> None:  # noqa: FBT001 - a case
    assert (pix.chave_fault(chave) == "") is ok


@given(
    nome=st.text(min_size=1), cidade=st.text(min_size=1), valor=st.integers(0, 9_999_999_999), txid=st.text(max_size=40)
)
def test_what_is_written_can_be_read(nome: str, cidade: str, valor: int, txid: str) -> None:
    try:
        code = pix.static(chave=CHAVE, nome=nome, cidade=cidade, valor=valor, txid=txid)
    except ValueError as error:
        assert "nome e da cidade" in str(error)  # noqa: PT017 - the only reason there is
        return
    lido = pix.parse(code)
    assert code.isascii()
    assert (lido.valor, lido.chave) == (valor or None, CHAVE)
    assert 1 <= len(lido.campos["59"]) <= 25
    assert 1 <= len(lido.campos["60"]) <= 15
    assert len(lido.txid) <= 25


@given(st.text())
def test_any_text_is_judged_in_words(text: str) -> None:
    assert pix.fault(text, 1)
