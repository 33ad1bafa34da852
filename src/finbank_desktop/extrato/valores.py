"""Amounts and days as statements write them: comma or point, blanks around, a time and a zone behind the day."""

import re
from datetime import date
from functools import lru_cache

from finbank_desktop.domain.valores import Centavos

_PLAIN = re.compile(r"\s*([-+]?[0-9]{1,15})[.,]([0-9]{2})\s*")
_BODY = re.compile(r"[0-9.,]{1,24}")
_NOTHING = re.compile(r"[\s.,+-]*")
_MILHAR = 3
_ANOS = range(1970, 2100)
_DIGITS = 8
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_BR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})(?![0-9])")
_SECULO = 70
"""Years of two digits from this one on are of the twentieth century, as in bank files."""


def parse_valor(texto: str) -> Centavos | None:
    """Return the centavos of an amount; ``None`` when it is none, or may be two.

    The last separator is the decimal one (OFX 1.6, 3.2.9.2, allows comma and point and forbids groups of thousands,
    which files have all the same). Three digits behind a lone separator may be thousands or not: ``None``.

    >>> [parse_valor(t) for t in ("-530,86", "  -836.30 ", "-500.5", "750", "1.234,56", "1,234.56", ".5")]
    [-53086, -83630, -50050, 75000, 123456, 123456, 50]
    >>> [parse_valor(t) for t in ("   .  ", "1.234", "$120", "")]
    [None, None, None, None]
    """
    plain = _PLAIN.fullmatch(texto)
    if plain:
        return int(plain[1] + plain[2])
    body, below = _bare(texto)
    if not _BODY.fullmatch(body) or not any(c.isdigit() for c in body):
        return None
    centavos = _centavos(body)
    return -centavos if below and centavos is not None else centavos


def is_nothing(texto: str) -> bool:
    """Whether an amount is left blank, or only its separator is written: the line informs and moves nothing."""
    return _NOTHING.fullmatch(texto) is not None


def has_separator(texto: str) -> bool:
    """Whether an amount says where its centavos begin."""
    return "." in texto or "," in texto


def _bare(texto: str) -> tuple[str, bool]:
    """Return digits and separators alone, and whether the amount is below zero."""
    clean = "".join(texto.split()).replace("\N{MINUS SIGN}", "-").removeprefix("R$").removeprefix("BRL")
    if clean[:1] == "(" and clean[-1:] == ")":
        return clean[1:-1], True
    if clean[:1] in {"-", "+"}:
        return clean[1:].removeprefix("R$"), clean[0] == "-"
    if clean[-1:] in {"-", "+"}:
        return clean[:-1], clean[-1] == "-"
    return clean, False


def _centavos(body: str) -> Centavos | None:
    last = max(body.rfind(","), body.rfind("."))
    if last < 0:
        return int(body) * 100
    separator, other = (",", ".") if body[last] == "," else (".", ",")
    if body.count(separator) > 1:
        reais = None if other in body else _grouped(body, separator)
        return None if reais is None else reais * 100
    whole, decimals = body[:last], body[last + 1 :]
    if other not in whole and len(decimals) == _MILHAR and 1 <= len(whole) <= _MILHAR and whole[0] != "0":
        return None
    reais = _grouped(whole, other) if other in whole else int(whole or "0")
    if reais is None or decimals[2:].strip("0"):
        return None
    return reais * 100 + int(decimals[:2].ljust(2, "0"))


def _grouped(text: str, separator: str) -> int | None:
    first, *groups = text.split(separator)
    if not 1 <= len(first) <= _MILHAR or any(len(group) != _MILHAR for group in groups):
        return None
    return int(first + "".join(groups))


def parse_data(texto: str) -> date | None:
    """Return the day in the first eight digits; the time and the zone behind them are noise and never applied.

    >>> parse_data("20150402100000[-03:EST]"), parse_data("00000000"), parse_data("01/06/26")
    (datetime.date(2015, 4, 2), None, datetime.date(2026, 6, 1))
    """
    return _day(texto.strip()[:10])


@lru_cache(maxsize=4096)
def _day(start: str) -> date | None:
    head = start[:_DIGITS]
    if len(head) == _DIGITS and head.isdecimal() and head.isascii():
        return _real(int(head[:4]), int(head[4:6]), int(head[6:]))
    if iso := _ISO.match(start):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    if br := _BR.match(start):
        year = int(br[3])
        century = 0 if len(br[3]) > 2 else 1900 if year >= _SECULO else 2000  # noqa: PLR2004 - digits of a short year
        return _real(century + year, int(br[2]), int(br[1]))
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _ANOS else None
    except ValueError:
        return None
