import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from finbank_desktop.pdf.style import MINIMO, NEGRITO, NORMAL
from finbank_desktop.pdf.text_fit import RETICENCIAS, cut, fit_block, printable, shrink, wrap

PORTUGUESE = "ÁÀÂÃÄÇÉÊÍÓÔÕÚÜ áàâãäçéêíóôõúü ªº§°—“”•€"
WINANSI = bytes([*range(32, 127), *range(160, 256)]).decode("cp1252")
LONG_NAME = "Associação Beneficente de Assistência à Educação e à Saúde Dr. José da Conceição e Irmãos"


def test_portuguese_is_printed_as_it_is() -> None:
    assert printable(PORTUGUESE) == PORTUGUESE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź", "Lódz"),
        ("Dvořák", "Dvorák"),
        ("Cafe\N{COMBINING ACUTE ACCENT}", "Café"),
        ("a\tb\nc", "a b c"),
        ("ze\N{ZERO WIDTH SPACE}ro", "zero"),
        ("1\N{MINUS SIGN}2", "1-2"),
        ("\N{LATIN SMALL LIGATURE FI}m", "fim"),
        ("東京", "??"),
        ("a\x00b", "ab"),
    ],
)
def test_what_the_font_lacks_is_spelled_out(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text())
def test_every_text_becomes_letters_of_the_font(text: str) -> None:
    assert printable(text).encode("cp1252").decode("cp1252") == printable(text)


@given(st.text(alphabet=WINANSI), st.floats(40, 400))
def test_a_shrunk_text_never_passes_its_width(text: str, width: float) -> None:
    fitted, size = shrink(text, NEGRITO, 9, width)
    assert MINIMO <= size <= 9
    assert stringWidth(fitted, NEGRITO, size) <= width + 0.001


def test_a_text_with_room_is_left_alone() -> None:
    assert shrink("R$ 0,01", NEGRITO, 9, 100) == ("R$ 0,01", 9)


def test_a_cut_text_says_so() -> None:
    assert cut(LONG_NAME, NORMAL, 9, 60).endswith(RETICENCIAS)
    assert cut("curto", NORMAL, 9, 60) == "curto"


@given(st.text(alphabet="abc WMÇ.", max_size=200), st.floats(30, 300))
def test_wrapped_lines_fit_and_hold_every_letter(text: str, width: float) -> None:
    lines = wrap(text, NORMAL, 8, width)
    assert all(stringWidth(line, NORMAL, 8) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_block_shrinks_before_it_cuts() -> None:
    block = fit_block([LONG_NAME] * 3, NORMAL, 9, (200, 60))
    assert block.complete
    assert block.size < 9
    assert len(block.lines) * block.leading <= 60.5


def test_a_block_that_cannot_fit_is_cut_visibly() -> None:
    block = fit_block([LONG_NAME] * 40, NORMAL, 9, (200, 60))
    assert not block.complete
    assert block.lines[-1].endswith(RETICENCIAS)
    assert stringWidth(block.lines[-1], NORMAL, block.size) <= 200
