"""Whatever the bytes: a statement or one sentence, every transaction once, and no more time than the file is long."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.extrato import leitura

CASOS = sorted((Path(__file__).parents[1] / "unit" / "extrato" / "casos").iterdir())
TAGS = b"OFX /OFX STMTRS /STMTRS CCSTMTRS STMTTRN /STMTTRN TRNAMT DTPOSTED MEMO NAME/ BANKACCTFROM ACCTID LEDGERBAL "
TAGS += b"BALAMT DTASOF CURDEF BR/ PIX OFC LEDGER"
OTHERS = (
    b"<![CDATA[ ]]> <!-- --> & &#99999999; &#xD800; &LT; < > 20260601 99999999 -1,00 . 1e9 \xc3\xa9 \xff \x81".split()
)
PIECES = st.sampled_from([b"<" + tag + b">" for tag in TAGS.split()] + [*OTHERS, b"\0", b"\r", b"\n", b" "])


def told(data: bytes) -> Extrato | str:
    """Return the statement in *data*, or the sentence that refuses it."""
    try:
        return leitura.read(data)
    except RefusedError as refused:
        return refused.message


def is_told(found: Extrato | str) -> bool:
    return isinstance(found, Extrato) or found.endswith(".")


@given(st.binary(max_size=400))
def test_arbitrary_bytes_give_a_result_or_a_sentence(data: bytes) -> None:
    assert is_told(told(data))


@given(st.lists(PIECES, max_size=60).map(b"".join))
@example(b"<OFX><STMTTRN><TRNAMT>" + b"9" * 5000)
def test_pieces_of_ofx_in_any_order_keep_every_transaction(data: bytes) -> None:
    found = told(b"<OFX>" + data)
    assert is_told(found)
    if isinstance(found, Extrato):
        places = [linha.ordem for conta in found.contas for linha in conta.em_ordem]
        assert len(places) == found.registros["STMTTRN"]
        for conta in found.contas:
            assert [linha.ordem for linha in conta.em_ordem] == list(range(1, len(conta.em_ordem) + 1))


@settings(max_examples=200)
@given(st.sampled_from(CASOS), st.data())
def test_a_damaged_file_never_raises(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    size = data.draw(st.integers(0, 40))
    assert is_told(told(whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + size :]))


@given(st.binary(max_size=2000))
def test_any_bytes_in_a_transaction_give_a_result_or_a_sentence(data: bytes) -> None:
    assert is_told(told(b"<OFX><STMTTRN>" + data))


HOSTILE = {
    "opened": (b"", b"<"),
    "opened in words": (b"<OFX><STMTTRN><MEMO>", b"<"),
    "tags without end": (b"<OFX>", b"<OFX "),
    "ampersands": (b"<OFX><STMTTRN><MEMO>", b"&"),
    "cdata": (b"<OFX><STMTTRN><MEMO>", b"<![CDATA["),
    "comments": (b"<OFX>", b"<!--"),
    "names": (b"<OFX><STMTTRN><", b"A"),
    "spaces": (b"<OFX><STMTTRN ", b" "),
    "bad letters": (b"<OFX><STMTTRN><MEMO>", b"\xff"),
    "half letters": (b"<OFX><STMTTRN><MEMO>", "é".encode() + b"\xc3"),
    "digits": (b"<OFX><STMTTRN><TRNAMT>", b"1"),
    "separators": (b"<OFX><STMTTRN><TRNAMT>", b"1."),
}


def seconds(data: bytes) -> float:
    started = time.process_time()
    told(data)
    return time.process_time() - started


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_time_that_grows_with_them(name: str) -> None:
    begin, piece = HOSTILE[name]
    small, large = (begin + piece * (size // len(piece)) for size in (200_000, 1_600_000))
    # eight times the size; quadratic time would be sixty-four times as long
    assert seconds(large) < 24 * max(min(seconds(small) for _ in range(3)), 0.02)


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(RefusedError, match="128 MB"):
        leitura.read(b"<OFX>" + bytes(leitura.MAIOR))


def test_more_transactions_than_any_account_has_are_refused() -> None:
    with pytest.raises(RefusedError, match="um milhão"):
        leitura.read(b"<OFX>" + b"<STMTTRN>" * 1_000_001)
