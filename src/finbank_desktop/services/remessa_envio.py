"""How a remessa gets to its bank, as the data file says: the steps of a person, bank by bank."""

import tomllib
from functools import cache
from typing import Any

from finbank_desktop import resources

_FILE = "envio.toml"


def steps(banco: str) -> tuple[str, ...]:
    """Return what to do, in order, to bring a remessa to the bank with that code."""
    data = _data()
    return tuple(data.get(banco, {}).get("passos", data["padrao"]["passos"]))


def where_codes_are(banco: str) -> str:
    """Return where a person finds the codes that the bank gave."""
    data = _data()
    return str(data.get(banco, {}).get("codigos", data["padrao"]["codigos"]))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.read_text(_FILE))
