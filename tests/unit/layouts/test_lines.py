import numpy as np
import pytest

from finbank_desktop.domain.problems import Severity
from finbank_desktop.layouts import lines
from finbank_desktop.layouts.lines import Linhas

A, B, C = b"0AAAAAAAA1", b"1BBBBBBBB2", b"9CCCCCCCC3"


def texts(linhas: Linhas) -> list[bytes]:
    return [row.tobytes() for row in linhas.matriz]


def severities(linhas: Linhas) -> list[Severity]:
    return [problem.severity for problem in linhas.problems]


@pytest.mark.parametrize("newline", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("ended", [True, False])
def test_every_line_end_is_read_without_a_word(newline: bytes, ended: bool) -> None:  # noqa: FBT001 - a pytest parameter
    linhas = lines.split(newline.join([A, B, C]) + newline * ended, 10)
    assert texts(linhas) == [A, B, C]
    assert linhas.numeros.tolist() == [1, 2, 3]
    assert (linhas.newline, linhas.encoding, linhas.problems) == (newline, "ascii", [])


def test_a_regular_file_is_not_copied() -> None:
    data = A + b"\r\n" + B + b"\r\n"
    linhas = lines.split(data, 10)
    assert np.shares_memory(linhas.matriz, np.frombuffer(data, np.uint8))


def test_records_without_any_line_end_are_split_by_their_length() -> None:
    linhas = lines.split(A + B + C, 10)
    assert texts(linhas) == [A, B, C]
    assert linhas.newline == b""
    assert severities(linhas) == [Severity.INFO]


def test_mixed_line_ends_are_read() -> None:
    linhas = lines.split(A + b"\r\n" + B + b"\n" + C + b"\r\n", 10)
    assert texts(linhas) == [A, B, C]


def test_short_lines_are_filled_with_blanks_and_told() -> None:
    linhas = lines.split(b"0AAAA\r\n" + B + b"\r\n9\r\n", 10)
    assert texts(linhas) == [b"0AAAA     ", B, b"9         "]
    assert severities(linhas) == [Severity.INFO]
    assert "linhas 1 e 3" in linhas.problems[0].message


def test_a_last_line_that_breaks_off_is_a_warning() -> None:
    linhas = lines.split(A + b"\r\n" + B[:4], 10)
    assert severities(linhas) == [Severity.WARNING]
    assert linhas.problems[0].line == 2


def test_blanks_beyond_the_length_are_harmless() -> None:
    linhas = lines.split(A + b"  \r\n" + B + b"\r\n", 10)
    assert texts(linhas) == [A, B]
    assert severities(linhas) == [Severity.INFO]


def test_letters_beyond_the_length_are_an_error_that_says_where() -> None:
    linhas = lines.split(A + b"\r\n" + B + b"XY\r\n", 10)
    assert texts(linhas) == [A, B]
    [problem] = linhas.problems
    assert (problem.severity, problem.line, problem.start, problem.end) == (Severity.ERROR, 2, 11, 12)


def test_blank_lines_are_left_out_and_the_numbers_stay_those_of_the_file() -> None:
    linhas = lines.split(A + b"\r\n\r\n   \r\n" + C + b"\r\n", 10)
    assert texts(linhas) == [A, C]
    assert linhas.numeros.tolist() == [1, 4]
    assert severities(linhas) == [Severity.INFO]
    assert "linhas 2 e 3" in linhas.problems[0].message


@pytest.mark.parametrize("tail", [b"\x1a", b"\r\n\x1a", b"\x1a\r\n", b"\r\n\r\n", b"\r\n   ", b"\r\n\x00\x00"])
def test_marks_and_blanks_at_the_end_are_no_line(tail: bytes) -> None:
    linhas = lines.split(A + b"\r\n" + B + tail, 10)
    assert texts(linhas) == [A, B]
    assert all(problem.severity is Severity.INFO for problem in linhas.problems)


def test_a_utf_8_mark_at_the_start_is_left_out() -> None:
    linhas = lines.split(b"\xef\xbb\xbf" + A + b"\r\n" + B + b"\r\n", 10)
    assert texts(linhas) == [A, B]
    assert severities(linhas) == [Severity.INFO]


def test_a_utf_8_mark_without_line_ends_shifts_nothing() -> None:
    assert texts(lines.split(b"\xef\xbb\xbf" + A + B, 10)) == [A, B]


def test_latin_1_letters_are_kept() -> None:
    linhas = lines.split("1JOÃO ÇÉ 2\r\n".encode("latin-1"), 10)
    assert texts(linhas) == ["1JOÃO ÇÉ 2".encode("latin-1")]
    assert linhas.encoding == "latin-1"
    assert severities(linhas) == [Severity.INFO]


def test_cp850_letters_become_latin_1() -> None:
    linhas = lines.split("1São Jóse2\r\n".encode("cp850"), 10)
    assert texts(linhas) == ["1São Jóse2".encode("latin-1")]
    assert linhas.encoding == "cp850"


def test_utf_8_letters_take_one_position() -> None:
    linhas = lines.split("1JOÃO ÇÉ 2\r\n".encode() + B + b"\r\n", 10)
    assert texts(linhas) == ["1JOÃO ÇÉ 2".encode("latin-1"), B]
    assert linhas.encoding == "utf-8"
    assert severities(linhas) == [Severity.INFO]


def test_utf_8_padded_by_bytes_keeps_the_fields_behind_in_place() -> None:
    line = "1JÃO   000".encode()[:-1]  # ten bytes, nine letters: its program counted bytes
    assert len(line) == 10
    assert texts(lines.split(line + b"\r\n", 10)) == ["1JÃO    00".encode("latin-1")]


def test_control_characters_are_read_as_blanks_with_a_warning() -> None:
    linhas = lines.split(A + b"\r\n" + b"1\tBB\x00BBB\x072\r\n", 10)
    assert texts(linhas) == [A, b"1 BB BBB 2"]
    assert severities(linhas) == [Severity.WARNING]


def test_a_lone_carriage_return_inside_a_line_is_a_control_character() -> None:
    assert texts(lines.split(A + b"\r\n" + b"1BBB\rBBBB2\r\n", 10)) == [A, b"1BBB BBBB2"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "vazio"),
        (b" \r\n\r\n", "brancos"),
        (b"\x00" * 2000, "brancos"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"PK\x03\x04" + b"a" * 100, "compactado"),
        (b"OFXHEADER:100\r\nDATA:OFXSGML\r\n", "OFX"),
        (b"<?xml version='1.0'?>\n<a/>", "XML"),
        (bytes(range(256)) * 10, "não é texto"),
        ("0AAAA".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_bank_file_gives_no_lines_and_one_error(data: bytes, word: str) -> None:
    linhas = lines.split(data, 240)
    assert len(linhas) == 0
    assert linhas.matriz.shape == (0, 240)
    [problem] = linhas.problems
    assert problem.severity is Severity.ERROR
    assert word in problem.message


@pytest.mark.parametrize(
    ("data", "tamanho"),
    [
        ((b"00100000" + b" " * 231 + b"0\r\n") * 3, 240),
        (b"00100000" + b" " * 100 + b"0\r\n" + b"00100011T" + b" " * 80 + b"1\r\n", 240),
        ((b"02RETORNO" + b" " * 390 + b"1\r\n"), 400),
        ((b"01REMESSA" + b" " * 390 + b"1\r\n") + b"1" * 444 + b"\r\n", 444),
        ((b"7" * 400 + b"\n") * 3, 400),
        ((b"A2" + b"0" * 148 + b"\n") * 3, 150),
        (b"00100000" + b"1" * 232 + b"00100011" + b"1" * 232, 240),
        (b"\xef\xbb\xbf00100000" + b"1" * 232 + b"\r\n", 240),
        (b"1" * 230 + b"\n" + b"2" * 222 + b"\n", 240),
    ],
)
def test_the_width_of_a_file_is_guessed_from_its_first_bytes(data: bytes, tamanho: int) -> None:
    assert lines.sniff(data).tamanho == tamanho


def test_lines_of_no_known_width_give_no_guess_and_a_reason() -> None:
    palpite = lines.sniff(b"data;valor\n2026-01-01;10,00\n")
    assert palpite.tamanho is None
    assert not palpite.foreign
    assert "240" in palpite.reason


def test_a_megabyte_of_blank_lines_before_the_first_letter_gives_a_guess() -> None:
    assert lines.sniff(b"\n" * (lines.SAMPLE - 9) + b"02RETORNO" + b" " * 391).tamanho == 400


def test_a_megabyte_without_line_end_and_header_is_foreign() -> None:
    palpite = lines.sniff(b"x" * (1 << 21))
    assert palpite.tamanho is None
    assert palpite.foreign
