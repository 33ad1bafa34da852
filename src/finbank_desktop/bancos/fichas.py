"""How far each bank's boleto is to be trusted, since when and by whom: ``resources/bancos.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from finbank_desktop import resources

_PATH = "bancos.toml"


class Confianca(StrEnum):
    """How well a fact is founded, best first."""

    MANUAL = "manual"
    DUAS_FONTES = "duas_fontes"
    UMA_FONTE = "uma_fonte"
    GENERICO = "generico_febraban"

    @property
    def is_proven(self) -> bool:
        """Whether it may be used without having been tested with the bank first."""
        return self in {Confianca.MANUAL, Confianca.DUAS_FONTES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ficha:
    """What one cell of a bank and a format rests on.

    Attributes:
        confianca: How well.
        data: Of the newest source, ``AAAA``, ``AAAA-MM`` or ``AAAA-MM-DD``.
        fonte: Manual or programs.
    """

    confianca: Confianca
    data: str
    fonte: str


def boleto(codigo: str) -> Ficha | None:
    """Return what the boletos of bank *codigo* rest on; ``None`` when nothing is written down about them."""
    return _boletos().get(codigo)


@cache
def _boletos() -> Mapping[str, Ficha]:
    rows = tomllib.loads(resources.read_text(_PATH))["boleto"]
    return {
        codigo: Ficha(confianca=Confianca(row["confianca"]), data=row["data"], fonte=row["fonte"])
        for codigo, row in rows.items()
    }
