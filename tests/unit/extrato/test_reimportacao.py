"""The same line in another file: overlapping periods, with the FITIDs of each bank's habit."""

from collections import Counter

from finbank_desktop.domain.extratos import identidades
from finbank_desktop.extrato import leitura


def extrato(*linhas: tuple[str, str, str, str, str]) -> bytes:
    trns = "".join(
        f"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{data}<TRNAMT>{valor}<FITID>{fitid}<CHECKNUM>{doc}<MEMO>{memo}</STMTTRN>\n"
        for data, valor, fitid, doc, memo in linhas
    )
    return f"<OFX><STMTRS><BANKACCTFROM><ACCTID>1</BANKACCTFROM>\n{trns}</STMTRS></OFX>".encode()


def surplus(first: bytes, second: bytes) -> int:
    """Return how many lines of the second file are not in the first, by identity alone."""
    known, seen = (Counter(identidades(leitura.read(data).contas[0].linhas)) for data in (first, second))
    return sum((seen - known).values())


def test_an_identical_pair_enters_twice_and_never_again() -> None:
    pair = [("20260603", "-200.00", "2026060314", "10758", "Pagto cartao")] * 2
    assert surplus(extrato(), extrato(*pair)) == 2
    assert surplus(extrato(*pair), extrato(*pair)) == 0
    assert surplus(extrato(pair[0]), extrato(*pair)) == 1


def test_a_fitid_that_counts_places_in_the_file_doubles_nothing() -> None:
    may = [("20260528", "10.00", "COB000001-1", "COB000001", "LIQ COBRANCA")]
    june = ("20260602", "10.00", "COB000002-{}", "COB000002", "LIQ COBRANCA")
    whole = extrato(*may, (june[0], june[1], june[2].format(2), june[3], june[4]))
    part = extrato((june[0], june[1], june[2].format(1), june[3], june[4]))
    assert surplus(whole, part) == 0


def test_a_line_added_to_a_day_gone_by_moves_no_other() -> None:
    before = extrato(("20260402", "-45.00", "20260402001", "20260402001", "TAR PACOTE"))
    after = extrato(
        ("20260402", "-32.97", "20260402001", "20260402001", "RSHOP"),
        ("20260402", "-45.00", "20260402002", "20260402002", "TAR PACOTE"),
    )
    assert surplus(before, after) == 1


def test_a_short_fitid_of_another_month_is_another_line() -> None:
    may = extrato(("20260510", "-16.75", "52026", "52026", "DEB CESTA"))
    june = extrato(("20260610", "-16.75", "52026", "52026", "DEB CESTA"))
    assert surplus(may, june) == 1


def test_words_that_the_bank_spoilt_are_the_same_words() -> None:
    whole = extrato(("20260510", "90.00", "1", "2", "ANTECIPAÇAO  RECEBIVEIS"))
    spoilt = extrato(("20260510", "90.00", "9", "2", "Antecipaçao recebiveis"))
    assert surplus(whole, spoilt) == 0
