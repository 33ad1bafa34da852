"""Tokens of OFX and OFC: everything goes by tags and nothing by lines, because banks close some, all or none of them.

Every pattern is of one pass and gives nothing back (possessive), so that time grows with the file and no faster,
whatever stands in it.
"""

import re
from collections.abc import Iterator
from html.entities import html5

_NAME = r"[A-Za-z][\w.:-]{0,40}+"
_GROUPS = (
    "STMTTRNP|STMTTRN|STMTRS|CCSTMTRS|INVSTMTRS|ACCTSTMT|BANKACCTFROM|CCACCTFROM|INVACCTFROM|ACCTFROM|LEDGERBAL|"
    "AVAILBAL|BANKTRANLISTP|BANKTRANLIST|INVTRANLIST|INVBAL|INVPOSLIST|STATUS|SONRS|STMTTRNRS|CCSTMTTRNRS|OFX|OFC"
)
_GROUP = re.compile(rf"<(/?(?:{_GROUPS}))(?:\s[^<>]*+)?+>")
_LEAF = re.compile(rf"<({_NAME})\s*+/?>([^<]*+(?:<(?!/?{_NAME}\s*+/?>)[^<]*+){{0,60}}+)")
_CLOSED = re.compile(rf"</({_NAME})\s*+>")
_ANY = re.compile(rf"<(/?)(?:[A-Za-z]\w{{0,20}}+:)?({_NAME})(\s*+/?>)")
_INLINE = re.compile(r"</?(?:BR|B|I|U|P|EM|HR|DIV|FONT|SPAN|STRONG)(?:\s[^<>]*+)?+/?+>", re.IGNORECASE)
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_KNOWN = frozenset(
    "TRNTYPE DTPOSTED DTUSER DTAVAIL DTTRAN TRNAMT FITID CORRECTFITID CORRECTACTION SRVRTID CHECKNUM CHKNUM "  # noqa: SIM905 - words
    "REFNUM SIC PAYEEID NAME NAME2 EXTDNAME PAYEE ADDR1 ADDR2 ADDR3 CITY STATE POSTALCODE COUNTRY PHONE BANKACCTTO "
    "CCACCTTO BANKID BRANCHID ACCTID ACCTTYPE ACCTKEY MEMO MEMO2 CURRENCY ORIGCURRENCY CURRATE CURSYM INV401KSOURCE "
    "IMAGEDATA".split()
)
_WORDY = frozenset({"NAME", "MEMO", "MEMO2", "EXTDNAME"})


def prepare(text: str) -> str:
    """Return *text* with CDATA and comments resolved, tags in capitals, and without what HTML puts into words."""
    if "<![CDATA[" in text:
        text = _resolved(text, "<![CDATA[", "]]>", keep=True)
    if "<!--" in text:
        text = _resolved(text, "<!--", "-->", keep=False)
    if "<OFX" not in text and "<OFC" not in text:
        text = _ANY.sub(lambda tag: f"<{tag[1]}{tag[2].upper()}{tag[3]}", text)
    return _INLINE.sub(" ", text) if _INLINE.search(text) else text


def _resolved(text: str, begin: str, end: str, *, keep: bool) -> str:
    first, *rest = text.split(begin)
    parts = [first]
    for part in rest:
        inside, closed, after = part.partition(end)
        if not closed:  # begun and never ended: it is text like any other
            parts.append(part)
            continue
        parts.append(inside.replace("&", "&amp;").replace("<", "&lt;") if keep else "\n" * inside.count("\n"))
        parts.append(after)
    return "".join(parts)


def groups(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield each tag that begins or ends a group: its name, where it stands and ends, and where the next one stands.

    The name of one that ends has a ``/`` before it; leaves lie between the last two places.
    """
    last: re.Match[str] | None = None
    for match in _GROUP.finditer(text):
        if last is not None:
            yield last[1], last.start(), last.end(), match.start()
        last = match
    if last is not None:
        yield last[1], last.start(), last.end(), len(text)


def leaves(text: str, start: int, end: int) -> dict[str, str]:
    """Return the values between two places by tag, as written; a tag that comes twice keeps its first value."""
    found = _LEAF.findall(text, start, end)
    values = dict(found)
    if len(values) != len(found):
        values = dict(reversed(found))
    return values


def transaction(text: str, start: int, end: int) -> dict[str, str]:
    """Return the values of one transaction by tag; words behind a tag of nobody's go on with the words before it."""
    found = _LEAF.findall(text, start, end)
    values: dict[str, str] = dict(found)
    if len(values) == len(found) and values.keys() <= _KNOWN:
        return values
    return _gathered(found, set(_CLOSED.findall(text, start, end)))


def _gathered(found: list[tuple[str, str]], closed: set[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    wordy = ""
    for name, value in found:
        if name not in _KNOWN and "." not in name and name not in closed and wordy:
            values[wordy] += f" <{name}> {value}"
        elif name == "MEMO" and values.get("MEMO", "").strip():
            values["MEMO"] += " " + value
            wordy = name
        else:
            if not values.get(name, "").strip():
                values[name] = value
            wordy = name if name in _WORDY else ""
    return values


def words(raw: str) -> str:
    r"""Return the words of a value: entities resolved, one line, no control characters; the rest is kept as spelt.

    An ``&`` that begins no entity with its semicolon is an ``&``: ``P&LTDA`` is no ``P<DA``.

    >>> words(" A&amp;B  LTDA\n P&LTDA ")
    'A&B  LTDA P&LTDA'
    """
    if "&" in raw:
        raw = _ENTITY.sub(_letter, raw)
    raw = raw.strip()
    return raw if raw.isprintable() else _tidy(raw)


def _letter(match: re.Match[str]) -> str:
    name = match[1]
    if name[0] != "#":
        return html5.get(name + ";") or html5.get(name.lower() + ";") or match[0]
    code = int("0" + name[1:], 16) if name[1] in "xX" else int(name[1:])
    surrogate = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - no letters of their own
    return match[0] if code > 0x10FFFF or surrogate else chr(code)  # noqa: PLR2004 - the last of Unicode


def _tidy(raw: str) -> str:
    lines = (" ".join(part.split("\N{NO-BREAK SPACE}")).strip() for part in re.split(r"[\t\r\n\v\f]+", raw))
    return "".join(c for c in " ".join(line for line in lines if line) if c.isprintable()).strip()
