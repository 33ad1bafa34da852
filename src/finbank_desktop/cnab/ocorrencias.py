"""What a bank's occurrence and reason codes say and do, from ``resources/ocorrencias``.

One file per bank and one of FEBRABAN's own; a bank's table may inherit FEBRABAN's of the same format. A code that no
table has only informs: nothing moves money unless a table says so.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.domain.ocorrencias import Efeito, Motivo

_FOLDER = "ocorrencias"
_FEBRABAN = "febraban"
_SEM_MOTIVO = "0"
_LARGURA = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Motivos:
    """One reason table: the occurrences it explains, its texts, and the reasons that change the effect."""

    ocorrencias: frozenset[str]
    textos: Mapping[str, str]
    efeitos: Mapping[str, Efeito]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabela:
    """All codes of one bank's format.

    Attributes:
        fonte: The manual they stand in.
        remessa: Movement codes of a remessa, in words.
        retorno: Occurrence codes of a retorno: words and effect.
        base: FEBRABAN's table, where this one inherits it.
    """

    fonte: str
    remessa: Mapping[str, str]
    retorno: Mapping[str, tuple[str, Efeito]]
    motivos: tuple[_Motivos, ...]
    base: "Tabela | None" = field(default=None)

    def lineage(self) -> "Iterator[Tabela]":
        """Yield this table, then the ones it inherits."""
        yield self
        if self.base is not None:
            yield from self.base.lineage()


@cache
def tabela(banco: str, formato: str) -> Tabela | None:
    """Return the codes of *banco* (three digits) in *formato* (``"240"`` or ``"400"``).

    FEBRABAN's stand in for a bank without its own; ``None`` when there are neither.
    """
    names = [name.removesuffix(".toml") for name in resources.children(_FOLDER)]
    own = next((name for name in names if name.startswith(banco + "-")), _FEBRABAN)
    return _load(own, formato) or _load(_FEBRABAN, formato)


def is_known(banco: str, formato: str, codigo: str) -> bool:
    """Whether a table says what the retorno's occurrence *codigo* means."""
    found = tabela(banco, formato)
    return found is not None and any(codigo in table.retorno for table in found.lineage())


def movement(banco: str, formato: str, codigo: str) -> str:
    """Return the remessa's movement *codigo* in words."""
    found = tabela(banco, formato)
    texts = (table.remessa[codigo] for table in (found.lineage() if found else ()) if codigo in table.remessa)
    return next(texts, f"Movimento {codigo} sem descrição")


@lru_cache(maxsize=4096)
def explain(banco: str, formato: str, codigo: str, motivos: str) -> tuple[str, Efeito, tuple[Motivo, ...]]:
    """Return what an occurrence says, what it does and why.

    Args:
        banco: Whose tables, three digits.
        formato: ``"240"`` or ``"400"``.
        codigo: The occurrence.
        motivos: The field of reasons as it stands in the file: codes one after the other, blanks and zeros between.
    """
    found = tabela(banco, formato)
    tables = list(found.lineage()) if found else []
    texto, efeito = next(
        (table.retorno[codigo] for table in tables if codigo in table.retorno),
        (f"Ocorrência {codigo} sem descrição na tabela do banco", Efeito.INFORMA),
    )
    reasons = [group for table in tables for group in table.motivos if codigo in group.ocorrencias]
    given = tuple(_split(motivos, reasons))
    for code in given:
        changed = next((group.efeitos[code] for group in reasons if code in group.efeitos), None)
        efeito = changed or efeito
    return texto, efeito, tuple(Motivo(codigo=code, texto=_reason(code, reasons)) for code in given)


def _split(motivos: str, groups: list[_Motivos]) -> Iterator[str]:
    """Yield the codes of a field of reasons; only the first of them may be zeros, and only if a table has it."""
    sizes = {len(code) for group in groups for code in group.textos}
    size = min(sizes, default=_LARGURA)
    known = {code for group in groups for code in group.textos}
    for start in range(0, len(motivos), size):
        code = motivos[start : start + size].strip()
        zeros = not code.strip(_SEM_MOTIVO)
        if code and (not zeros or (start == 0 and code in known)):
            yield code


def _reason(code: str, groups: list[_Motivos]) -> str:
    texts = (group.textos[code] for group in groups if code in group.textos)
    return next(texts, f"Motivo {code} sem descrição na tabela do banco")


@cache
def _load(name: str, formato: str) -> Tabela | None:
    data = tomllib.loads(resources.read_text(f"{_FOLDER}/{name}.toml"))
    section: dict[str, Any] | None = data.get(f"cobranca_{formato}")
    if section is None:
        return None
    herda = section.get("herda")
    return Tabela(
        fonte=section["fonte"],
        remessa=section.get("remessa", {}),
        retorno={code: (row["texto"], Efeito(row["efeito"])) for code, row in section.get("retorno", {}).items()},
        motivos=tuple(
            _Motivos(
                ocorrencias=frozenset(group["ocorrencias"]),
                textos=group["textos"],
                efeitos={code: Efeito(efeito) for code, efeito in group.get("efeitos", {}).items()},
            )
            for group in section.get("motivos", ())
        ),
        base=_load(herda, formato) if herda else None,
    )
