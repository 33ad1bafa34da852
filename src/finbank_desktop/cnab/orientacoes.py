"""What a person can do about what a bank says, from ``resources/o_que_fazer.toml``."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from finbank_desktop import resources
from finbank_desktop.domain.ocorrencias import Efeito, Motivo

_FILE = "o_que_fazer.toml"
_TOLD = frozenset({Efeito.REJEITA, Efeito.INSTRUCAO_RECUSADA})
"""Effects whose reasons ask something of a person; of the others only the effect itself may."""


def o_que_fazer(banco: str, formato: str, efeito: Efeito, motivos: Iterable[Motivo] = ()) -> str:
    """Return what to do about an occurrence, one sentence or several; empty when there is nothing to do.

    Args:
        banco: Whose reasons they are, three digits.
        formato: ``"240"`` or ``"400"``.
        efeito: What the occurrence does.
        motivos: Its reasons; several that ask for the same are told once.
    """
    if efeito in _TOLD:
        told = dict.fromkeys(do for motivo in motivos if (do := of_motivo(banco, formato, motivo.codigo, motivo.texto)))
        if told:
            return " ".join(told)
    text: str = _table()["efeito"].get(efeito.value, "")
    return text


@lru_cache(maxsize=4096)
def of_motivo(banco: str, formato: str, codigo: str, texto: str) -> str:
    """Return what to do about one reason of a refusal; empty when no rule fits."""
    for row in _table()["proprio"]:
        if (row["banco"], row["formato"], row["codigo"]) == (banco, formato, codigo):
            return str(row["fazer"])
    return of_words(texto)


def of_words(texto: str) -> str:
    """Return what to do about a reason told in words, such as a boleto keeps it; empty when no rule fits."""
    plain = _plain(texto)
    return next((fazer for _tipo, words, fazer in _rules() if words.search(plain)), "")


def kind(texto: str) -> str:
    """Return what a reason is about, such as ``cep``; empty when no rule fits."""
    plain = _plain(texto)
    return next((tipo for tipo, words, _fazer in _rules() if words.search(plain)), "")


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((row["tipo"], re.compile(row["palavras"]), row["fazer"]) for row in _table()["regra"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.read_text(_FILE))


def _plain(texto: str) -> str:
    parts = unicodedata.normalize("NFKD", texto.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
