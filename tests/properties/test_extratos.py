"""Whatever the bytes: a statement or one sentence, every transaction once, and time that grows no faster than the file."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finbank_desktop.domain.extratos import Extrato
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.extrato import leitura, ofx

CASOS = sorted((Path(__file__).parents[1] / "unit" / "extrato" / "casos").iterdir())
PIECES = st.sampled_from(
    [
        b"<OFX>", b"</OFX>", b"<STMTRS>", b"</STMTRS>", b"<CCSTMTRS>", b"<STMTTRN>", b"</STMTTRN>", b"<TRNAMT>", b"<DTPOSTED>",
        b"<MEMO>", b"<NAME/>", b"<BANKACCTFROM>", b"<ACCTID>", b"<LEDGERBAL>", b"<BALAMT>", b"<DTASOF>", b"<CURDEF>", b"<![CDATA[",
        b"]]>", b"<!--", b"-->", b"&", b"&#99999999;", b"&#xD800;", b"&LT;", b"<", b">", b"<BR/>", b"20260601", b"99999999",
        b"-1,00", b".", b"1e9", b"\x00", b"\xff", b"\x81", b"\r", b"\n", b" ", "é".encode(), b"<PIX>", b"<OFC>", b"<LEDGER>",
    ]
)  # fmt: skip


def told(data: bytes) -> Extrato | RefusedError:
    try:
        return leitura.read(data)
    except RefusedError as refused:
        assert refused.message.endswith(".")
        return refused


@given(st.binary(max_size=400))
def test_arbitrary_bytes_give_a_result_or_a_sentence(data):
    told(data)


@given(st.lists(PIECES, max_size=60).map(b"".join))
@example(b"<OFX><STMTTRN><TRNAMT>" + b"9" * 5000)
def test_pieces_of_ofx_in_any_order_keep_every_transaction(data):
    found = told(b"<OFX>" + data)
    if isinstance(found, Extrato):
        places = [linha.ordem for conta in found.contas for linha in conta.em_ordem]
        assert len(places) == found.registros["STMTTRN"]
        for conta in found.contas:
            assert [linha.ordem for linha in conta.em_ordem] == list(range(1, len(conta.em_ordem) + 1))


@settings(max_examples=200)
@given(st.sampled_from(CASOS), st.data())
def test_a_damaged_file_never_raises(path, data):
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    size = data.draw(st.integers(0, 40))
    told(whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + size :])


@given(st.binary(max_size=2000))
def test_any_bytes_as_ofx_give_a_result_or_a_sentence(data):
    try:
        ofx.read(b"<OFX><STMTTRN>" + data)
    except RefusedError as refused:
        assert refused.message.endswith(".")


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
def test_hostile_files_take_time_that_grows_with_them(name):
    begin, piece = HOSTILE[name]
    small, large = (begin + piece * (size // len(piece)) for size in (200_000, 1_600_000))
    # eight times the size; quadratic time would be sixty-four times as long
    assert seconds(large) < 24 * max(min(seconds(small) for _ in range(3)), 0.02)


def test_a_file_too_large_is_refused_before_it_is_read():
    with pytest.raises(RefusedError, match="128 MB"):
        leitura.read(b"<OFX>" + bytes(leitura.MAIOR))
