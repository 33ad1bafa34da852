"""The values of a data file: how each kind is read from JSON and written back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from finbank_desktop.domain.valores import format_decimal, parse_brl, parse_decimal

E = TypeVar("E", bound=StrEnum)

_PONTO = re.compile(r"-?[0-9]+(\.[0-9]{1,2})?")
_DIA = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARRAS = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
_SIM = ("sim", "s", "true", "1")
_NAO = ("não", "nao", "n", "false", "0", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Campo:
    """One key of an entry.

    Attributes:
        chave: As it is exported.
        apelidos: What it may be called as well.
        atributo: Name in the domain object.
        grupo: The nested object it stands in (``endereco``, ``encargos``, ``extras``); also taken flat. Empty for none.
        alvo: For a reference, the section whose codigo it holds; empty for a value.
        parse: From JSON; raises `ValueError` with half a Portuguese sentence. Never called with ``None``.
        show: To JSON.
        vazio: What ``null`` means; ``None`` where nothing is a value of its own.
    """

    chave: str
    apelidos: tuple[str, ...] = ()
    atributo: str
    grupo: str = ""
    alvo: str = ""
    parse: Callable[[Any], Any]
    show: Callable[[Any], Any]
    vazio: Any = None


def texto(chave: str, *apelidos: str, grupo: str = "") -> Campo:
    """Return a text; a number is taken as its digits."""
    return Campo(chave=chave, apelidos=apelidos, atributo=chave, grupo=grupo, parse=parse_texto, show=str, vazio="")


def referencia(chave: str, alvo: str, *apelidos: str) -> Campo:
    """Return the codigo of an entry of section *alvo*."""
    return Campo(chave=chave, apelidos=apelidos, atributo=f"{chave}_id", alvo=alvo, parse=parse_texto, show=str)


def inteiro(chave: str, *apelidos: str, grupo: str = "", vazio: int | None = None) -> Campo:
    """Return a whole number."""
    return Campo(
        chave=chave, apelidos=apelidos, atributo=chave, grupo=grupo, parse=parse_inteiro, show=_same, vazio=vazio
    )


def valor(chave: str, *apelidos: str, grupo: str = "") -> Campo:
    """Return an amount in reais or a percentage: both have two decimals and are kept as hundredths."""
    return Campo(
        chave=chave, apelidos=apelidos, atributo=chave, grupo=grupo, parse=parse_valor, show=format_decimal, vazio=0
    )


def data(chave: str, *apelidos: str) -> Campo:
    """Return a day."""
    return Campo(chave=chave, apelidos=apelidos, atributo=chave, parse=parse_data, show=date.isoformat)


def logico(chave: str, *apelidos: str) -> Campo:
    """Return yes or no."""
    return Campo(chave=chave, apelidos=apelidos, atributo=chave, parse=parse_logico, show=bool, vazio=False)


def linhas(chave: str, *apelidos: str) -> Campo:
    """Return lines of text."""
    return Campo(chave=chave, apelidos=apelidos, atributo=chave, parse=parse_linhas, show=list, vazio=())


def escolha(chave: str, enumeracao: type[E], *apelidos: str, grupo: str = "") -> Campo:
    """Return one of *enumeracao*, by its value or its name."""

    def parse(bruto: Any) -> E:
        achado = {membro.value.casefold(): membro for membro in enumeracao}
        achado |= {membro.name.casefold(): membro for membro in enumeracao}
        quer = parse_texto(bruto).casefold()
        if quer not in achado:
            raise ValueError(f"“{bruto}” não existe; use um destes: {', '.join(m.value for m in enumeracao)}")
        return achado[quer]

    return Campo(chave=chave, apelidos=apelidos, atributo=chave, grupo=grupo, parse=parse, show=str)


def _same(bruto: Any) -> Any:
    return bruto


def parse_texto(bruto: Any) -> str:
    """Return a text; stray blanks go."""
    if isinstance(bruto, bool) or not isinstance(bruto, str | int):
        raise ValueError("tem de ser um texto entre aspas")  # noqa: TRY004 - bad data, told as such
    return " ".join(str(bruto).split())


def parse_inteiro(bruto: Any) -> int:
    """Return a whole number, given as such or as its digits."""
    if isinstance(bruto, str) and bruto.strip().isascii() and bruto.strip().isdigit():
        return int(bruto)
    if isinstance(bruto, bool) or not isinstance(bruto, int):
        raise ValueError("tem de ser um número inteiro")  # noqa: TRY004 - bad data, told as such
    return bruto


def parse_valor(bruto: Any) -> int:
    """Return hundredths.

    >>> parse_valor("114.21"), parse_valor("1.234,56"), parse_valor(5)
    (11421, 123456, 500)
    """
    if isinstance(bruto, int | Decimal) and not isinstance(bruto, bool):
        bruto = str(bruto)
    if isinstance(bruto, str) and _PONTO.fullmatch(bruto.strip()):
        return parse_decimal(bruto.strip())
    if isinstance(bruto, str) and "," in bruto:
        try:
            return parse_brl(bruto)
        except ValueError:
            pass
    raise ValueError("tem de ser um valor com ponto e até dois decimais, como “114.21”")


def parse_data(bruto: Any) -> date:
    """Return a day given as ``2026-12-31`` or ``31/12/2026``."""
    texto_dado = str(bruto).strip()
    if achado := _BARRAS.fullmatch(texto_dado):
        texto_dado = "-".join(reversed(achado.groups()))
    recusa = "tem de ser uma data que existe, como “2026-12-31”"
    if not _DIA.fullmatch(texto_dado):
        raise ValueError(recusa)
    try:
        return date.fromisoformat(texto_dado)
    except ValueError:
        raise ValueError(recusa) from None


def parse_logico(bruto: Any) -> bool:
    """Return yes or no."""
    if isinstance(bruto, bool):
        return bruto
    quer = str(bruto).strip().casefold()
    if quer not in (*_SIM, *_NAO):
        raise ValueError("tem de ser true ou false")
    return quer in _SIM


def parse_linhas(bruto: Any) -> tuple[str, ...]:
    """Return lines, given as a list of texts or as one text."""
    if isinstance(bruto, str):
        return tuple(bruto.splitlines())
    if isinstance(bruto, list) and all(isinstance(linha, str) for linha in bruto):
        return tuple(bruto)
    raise ValueError("tem de ser uma lista de textos")
