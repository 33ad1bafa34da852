"""Long answers of the inspector: written as they come, because a file of 200,000 titles has millions of fields."""

import json
from collections.abc import Iterable, Iterator

from finbank_desktop.cli.output import Saida, plain


def array(saida: Saida, values: Iterable[object]) -> None:
    """Write one JSON array, an element a line; nothing at all when the first element already fails."""
    for line in _lines(iter(values)):
        saida.line(line)


def _lines(values: Iterator[object]) -> Iterator[str]:
    found = False
    before = "["
    for value in values:
        if found:
            yield before + ","
            before = ""
        before += json.dumps(plain(value), ensure_ascii=False)
        found = True
    yield before + "]"
