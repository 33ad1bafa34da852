"""The values a scenario may hold, each from what stands in the TOML."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, Centavos, parse_brl, parse_decimal

ULTIMO_ANO = 2199
"""A date after it is a slip of the pen."""
_REGRA = re.compile(r"(?P<forma>cada|primeiros) (?P<numero>[1-9]\d{0,6})")
_PARCIAL = re.compile(r"parcial (?P<inteiro>\d{1,2})(?:,(?P<decimais>\d{1,2}))? ?%")
_DIAS = re.compile(r"[+-]\d{1,4}")
_MILHAR = re.compile(r"\d{1,3}\.\d{3}")


class ValueRefusedError(ValueError):
    """A value that is none of those a key may have; the message says which ones."""


@dataclass(frozen=True, slots=True)
class Fracao:
    """A share of the title's amount, in hundredths of a percent."""

    centesimos: int

    def of(self, valor: Centavos) -> Centavos:
        """Return the share of *valor*, rounded half up, one centavo at least."""
        return max(1, (2 * valor * self.centesimos + 10_000) // 20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quando:
    """A day, by itself or counted from the due date."""

    dias: int = 0
    data: date | None = None

    def day(self, vencimento: date) -> date:
        """Return the day for a title due on *vencimento*."""
        return self.data or vencimento + timedelta(days=self.dias)


def parse_quando(valor: Any) -> Quando | None:
    """Return when a title is paid; ``None`` for ``registro``: never."""
    if isinstance(valor, str):
        if valor in ("registro", "vencimento"):
            return None if valor == "registro" else Quando(dias=0)
        if _DIAS.fullmatch(valor):
            return Quando(dias=int(valor))
        with suppress(ValueError):
            valor = date.fromisoformat(valor)
    if isinstance(valor, date) and not isinstance(valor, datetime) and valor.year <= ULTIMO_ANO:
        return Quando(data=valor)
    raise ValueRefusedError('era esperado "registro", "vencimento", dias como "+5" ou "-2", ou uma data 2026-12-31')


def parse_pago(valor: Any) -> Centavos | Fracao | None:
    """Return what is paid; ``None`` for ``total``."""
    if valor == "total":
        return None
    if isinstance(valor, str) and (found := _PARCIAL.fullmatch(valor)):
        centesimos = int(found["inteiro"]) * 100 + int((found["decimais"] or "").ljust(2, "0"))
        if centesimos:
            return Fracao(centesimos)
    else:
        pago = _centavos(valor)
        if pago:
            return pago
    raise ValueRefusedError('era esperado "total", uma parte como "parcial 50%" ou um valor como "150.00"')


def parse_valor(valor: Any) -> Centavos:
    """Return an amount, zero included."""
    centavos = _centavos(valor)
    if centavos is None:
        raise ValueRefusedError('era esperado um valor em reais como "2.50"')
    return centavos


def _centavos(valor: Any) -> Centavos | None:
    """Return the centavos of a TOML number or of text with point or comma; ``None`` when it is no amount.

    ``1.000`` is refused: half the readers would take it for a thousand.
    """
    if isinstance(valor, bool) or not isinstance(valor, (str, int, Decimal)):
        return None
    texto = str(valor).strip()
    if _MILHAR.fullmatch(texto):
        return None
    try:
        centavos = parse_brl(texto) if "," in texto or "R$" in texto else parse_decimal(texto)
    except ValueError:
        return None
    return centavos if 0 <= centavos <= VALOR_MAXIMO_BOLETO else None


def parse_motivos(valor: Any) -> tuple[str, ...]:
    """Return reason codes, from one text or a list of them."""
    motivos = [valor] if isinstance(valor, str) else valor
    if isinstance(motivos, list) and motivos and all(isinstance(each, str) and each.strip() for each in motivos):
        return tuple(each.strip().upper() for each in motivos)
    raise ValueRefusedError('era esperado um código entre aspas como "08", ou uma lista deles como ["08", "16"]')


def parse_regra(valor: Any) -> tuple[int, int]:
    """Return how many make one chosen (1: all) and how many of the first are chosen."""
    if valor == "todos":
        return 1, 0
    if isinstance(valor, str) and (found := _REGRA.fullmatch(valor)):
        numero = int(found["numero"])
        return (numero, 0) if found["forma"] == "cada" else (0, numero)
    raise ValueRefusedError('era esperado "todos", "cada 4" (um em cada quatro) ou "primeiros 10"')


def parse_contagem(valor: Any, maximo: int) -> int:
    """Return a number from 1 to *maximo*."""
    if isinstance(valor, int) and not isinstance(valor, bool) and 1 <= valor <= maximo:
        return valor
    raise ValueRefusedError(f"era esperado um número inteiro de 1 a {maximo}, sem aspas")


def parse_texto(valor: Any) -> str:
    """Return a number of a title, which must stand in quotes so that its zeros stay."""
    if isinstance(valor, str) and valor.strip():
        return valor.strip()
    raise ValueRefusedError("era esperado o número entre aspas")


def parse_escolha(valor: Any, permitidos: tuple[str, ...]) -> str:
    """Return *valor* when it is one of *permitidos*."""
    if isinstance(valor, str) and valor in permitidos:
        return valor
    raise ValueRefusedError("era esperado " + " ou ".join(f'"{each}"' for each in permitidos))
