"""Bank business days and the fator de vencimento.

The fator counts days since 1997-10-07; it reached 9999 on 2025-02-21 and starts again at 1000 on 2025-02-22, every
9,000 days
(FEBRABAN, Manual Operacional do Fator de Vencimento, 2012; manuals of BB, Bradesco, Itaú and Sicredi).
"""

from datetime import date, timedelta
from functools import cache

from holidays import financial_holidays

DATA_BASE = date(1997, 10, 7)
FATOR_MINIMO = 1000
FATOR_MAXIMO = 9999
_CICLO = FATOR_MAXIMO - FATOR_MINIMO + 1
_JANELA_PASSADA = 3000
JANELA_FUTURA = 5500
"""Days ahead up to which everybody reads a fator alike (Comunicado FEBRABAN 082/2012)."""


def fator_vencimento(vencimento: date | None) -> str:
    """Return the four digits that stand for *vencimento*; ``0000`` without one.

    >>> fator_vencimento(date(2025, 2, 21)), fator_vencimento(date(2025, 2, 22)), fator_vencimento(None)
    ('9999', '1000', '0000')

    Before 2000-07-03 the fator had less than 1000 days, written with leading zeros.

    Raises:
        ValueError: *vencimento* lies before 1997-10-08, the first day the fator can express.
    """
    if vencimento is None:
        return "0000"
    dias = (vencimento - DATA_BASE).days
    if dias < 1:
        raise ValueError(f"o fator de vencimento não alcança datas antes de 08/10/1997: {vencimento:%d/%m/%Y}")
    if dias < FATOR_MINIMO:
        return f"{dias:04d}"
    return f"{(dias - FATOR_MINIMO) % _CICLO + FATOR_MINIMO:04d}"


def vencimento_candidates(fator: str) -> tuple[date, ...]:
    """Return the dates *fator* may stand for in the first three cycles, oldest first; none below 1000."""
    numero = int(fator)
    if numero < FATOR_MINIMO:
        return ()
    return tuple(DATA_BASE + timedelta(days=numero + _CICLO * volta) for volta in range(3))


def parse_fator(fator: str, referencia: date) -> date | None:
    """Return the date *fator* stands for, seen from *referencia*; ``None`` when it has none or nobody can tell.

    Only a date from 3,000 days before to 5,500 days after *referencia* is taken (Comunicado FEBRABAN 082/2012); the 500
    days between are left undecided on purpose.

    >>> parse_fator("1000", date(2026, 11, 20))
    datetime.date(2025, 2, 22)

    Raises:
        ValueError: *fator* is not four digits.
    """
    if len(fator) != 4 or not (fator.isascii() and fator.isdigit()):  # noqa: PLR2004 - the field's width
        raise ValueError(f"o fator de vencimento tem quatro algarismos: {fator!r}")
    for data in vencimento_candidates(fator):
        if -_JANELA_PASSADA <= (data - referencia).days <= JANELA_FUTURA:
            return data
    return None


@cache
def _feriados(ano: int) -> frozenset[date]:
    return frozenset(financial_holidays("BVMF", years=ano))


def is_dia_util(data: date, *, locais: frozenset[date] = frozenset()) -> bool:
    """Whether banks work on *data*; *locais* are the holidays of the town.

    >>> is_dia_util(date(2026, 11, 20)), is_dia_util(date(2026, 11, 23))
    (False, True)
    """
    return data.weekday() < 5 and data not in _feriados(data.year) and data not in locais  # noqa: PLR2004 - Saturday


def next_dia_util(data: date, *, locais: frozenset[date] = frozenset()) -> date:
    """Return *data* itself or the first business day after it; the calendar's last day counts as one."""
    while data < date.max and not is_dia_util(data, locais=locais):
        data += timedelta(days=1)
    return data


def add_dias_uteis(data: date, dias: int, *, locais: frozenset[date] = frozenset()) -> date:
    """Return the business day *dias* business days after *data*."""
    for _ in range(dias):
        data = next_dia_util(data + timedelta(days=1), locais=locais)
    return data
