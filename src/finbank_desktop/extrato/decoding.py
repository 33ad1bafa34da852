"""Bytes to text: what a statement declares of its letters is only a hint, and a wrong one half of the time.

Nubank declares 1252 and writes UTF-8, others name ``8859-1``, ``NONE`` or nothing; no declaration is looked at.
"""

import codecs

_UTF_16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MOST_CUT = 10_000
"""So many bad bytes are repaired one by one; more are no accident."""


def decode(data: bytes) -> str:
    """Return *data* as text without NUL: strict UTF-8, else Windows-1252, whose undefined bytes read as Latin-1.

    UTF-8 in which a bank cut some letters in two stays UTF-8; what is left of those letters reads as Windows-1252.

    >>> decode("São".encode()), decode("São".encode("cp1252"))
    ('São', 'São')
    """
    for mark, name in _UTF_16:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace").replace("\0", "")
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _decode_damaged(data: bytes) -> str:
    ignored = data.decode("utf-8", errors="ignore")
    whole = len(ignored) - len(ignored.encode("ascii", errors="ignore"))
    bad = data.decode("utf-8", errors="replace").count("\ufffd")
    if bad < min(whole, _MOST_CUT):
        return data.decode("utf-8", errors="finbank_windows")
    return data.decode("cp1252", errors="finbank_windows")


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Read what cannot be decoded as Windows-1252, and what that does not define as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    part = error.object[error.start : error.end]
    try:
        return part.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return part.decode("latin-1"), error.end


codecs.register_error("finbank_windows", _windows)
