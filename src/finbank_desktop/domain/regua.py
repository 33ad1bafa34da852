"""The régua: on which days before and after the due date a customer is reminded.

Days are business days. What falls due on a day without banks may be paid on the next business day without interest
(Lei 7.089/1983, art. 1), so steps are counted from that day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from finbank_desktop.domain.calendario import add_dias_uteis, is_dia_util, next_dia_util

TOLERANCIA = 3
"""Business days a reminder may be late when the program was not opened on its day; afterwards it lapses."""
MAIOR = 60
"""Business days a step may lie from the due date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassoRegua:
    """One step.

    Attributes:
        dias: Business days from the due date: below 0 before it, above 0 after it.
        modelo: Name of the template.
    """

    dias: int
    modelo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regua:
    """The steps of an empresa, by day."""

    id: int = 0
    empresa_id: int
    passos: tuple[PassoRegua, ...] = ()
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcecaoRegua:
    """What holds for one customer instead.

    Attributes:
        dias: The only steps this customer gets; none for no reminder at all.
        motivo: Why, in the user's words.
    """

    id: int = 0
    empresa_id: int
    pessoa_id: int
    dias: tuple[int, ...] = ()
    motivo: str = ""
    versao: int = 0


def day_of(vencimento: date, dias: int) -> date:
    """Return the day of the step *dias* for a boleto due on *vencimento*.

    >>> day_of(date(2026, 11, 22), 0), day_of(date(2026, 11, 22), -1)  # a Sunday, after the holiday of the 20th
    (datetime.date(2026, 11, 23), datetime.date(2026, 11, 19))
    """
    base = next_dia_util(vencimento)
    return add_dias_uteis(base, dias) if dias >= 0 else _before(base, -dias)


def due_step(vencimento: date, dias: Iterable[int], hoje: date) -> int | None:
    """Return the step that goes out on *hoje*; ``None`` for none.

    It is the latest step whose day has come, unless it came more than `TOLERANCIA` business days ago.
    """
    chegados = [passo for passo in dias if day_of(vencimento, passo) <= hoje]
    if not chegados:
        return None
    ultimo = max(chegados)
    return ultimo if add_dias_uteis(day_of(vencimento, ultimo), TOLERANCIA) >= hoje else None


def prazo(vencimento: date, hoje: date) -> str:
    """Return how a due date stands to *hoje*, as a sentence goes on.

    >>> prazo(date(2026, 11, 25), date(2026, 11, 23)), prazo(date(2026, 11, 21), date(2026, 11, 23))
    ('vence em 2 dias, em 25/11/2026', 'vence hoje, 23/11/2026')
    >>> prazo(date(2026, 11, 18), date(2026, 11, 23))
    'venceu há 5 dias, em 18/11/2026'
    """
    util = next_dia_util(vencimento)
    if vencimento <= hoje <= util:
        return f"vence hoje, {hoje:%d/%m/%Y}" if hoje == util else f"vence no próximo dia útil, {util:%d/%m/%Y}"
    falta = (vencimento - hoje).days
    dias = "1 dia" if abs(falta) == 1 else f"{abs(falta)} dias"
    if falta > 0:
        return f"vence {'amanhã' if falta == 1 else f'em {dias}'}, em {vencimento:%d/%m/%Y}"
    return f"venceu {'ontem' if falta == -1 else f'há {dias}'}, em {vencimento:%d/%m/%Y}"


def words(dias: int) -> str:
    """Return a step as people say it.

    >>> words(-3), words(0), words(1)
    ('3 dias úteis antes', 'no vencimento', '1 dia útil depois')
    """
    if dias == 0:
        return "no vencimento"
    quantos = "1 dia útil" if abs(dias) == 1 else f"{abs(dias)} dias úteis"
    return f"{quantos} {'antes' if dias < 0 else 'depois'}"


def _before(data: date, dias: int) -> date:
    for _ in range(dias):
        data -= timedelta(days=1)
        while not is_dia_util(data):
            data -= timedelta(days=1)
    return data
