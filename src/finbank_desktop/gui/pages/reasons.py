"""Why something cannot be done to the chosen rows, as far as the list itself shows it; the plan has the last word.

Every function gets the chosen rows and returns a sentence, or nothing when it may work for one of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from finbank_desktop.gui.widgets.verbs import Reason, needs_one, needs_rows

Row = Mapping[str, Any]
Rows = Sequence[Row]
Look = Callable[[Iterable[int]], Rows]

_OPEN = ("Em aberto", "Vencido", "Baixado parcialmente")
_ENDABLE = ("Em aberto", "Vencido", "Rascunho")
_ON_THE_WAY = ("Na remessa", "Enviado")
_KNOWN = ("Registrado", "Registrado por API", "Protesto", "Instrução pendente", "Pendente de remessa")


def of_rows(look: Look, judge: Callable[[Rows], str]) -> Reason:
    """Return what judges one row or more by what stands in the list."""

    def reason(ids: Sequence[int]) -> str:
        return needs_rows(ids) or _judged(ids, look(ids), judge)

    return reason


def of_one(look: Look, judge: Callable[[Rows], str]) -> Reason:
    """Return what judges exactly one row by what stands in the list."""

    def reason(ids: Sequence[int]) -> str:
        return needs_one(ids) or _judged(ids, look(ids), judge)

    return reason


def _judged(ids: Sequence[int], rows: Rows, judge: Callable[[Rows], str]) -> str:
    return judge(rows) if len(rows) == len(set(ids)) else ""  # rows out of sight are left to the plan


def to_command(rows: Rows) -> str:
    """The bank must have the title."""
    if any(_bank(row) in _KNOWN for row in rows):
        return ""
    return f"O banco ainda não tem este título: {_bank(rows[0]).lower()}."


def to_withdraw(rows: Rows) -> str:
    """Something must be pending."""
    return "" if any(_bank(row) == "Instrução pendente" for row in rows) else "Não há instrução pendente a retirar."


def to_settle(rows: Rows) -> str:
    """Something must be owed."""
    return (
        "" if any(_state(row) in _OPEN for row in rows) else f"Já está {_state(rows[0]).lower()}; não há o que receber."
    )


def to_reverse(rows: Rows) -> str:
    """Something must have been paid."""
    return "" if any(row.get("valor_pago") or row.get("valor_baixado") for row in rows) else "Não há baixa a estornar."


def to_renew(rows: Rows) -> str:
    """A part must have been paid."""
    partial = any(_state(row) == "Baixado parcialmente" for row in rows)
    return "" if partial else "Só o boleto baixado em parte tem saldo para um boleto novo."


def to_cancel(rows: Rows) -> str:
    """It must be unpaid, and not on its way to the bank."""
    if any(_state(row) in _ENDABLE and _bank(row) not in _ON_THE_WAY for row in rows):
        return ""
    if _bank(rows[0]) in _ON_THE_WAY and _state(rows[0]) in _ENDABLE:
        return "Está numa remessa que o banco não confirmou: cancele a remessa, ou espere o retorno."
    if _state(rows[0]) == "Baixado parcialmente":
        return "Já foi pago em parte: faça um novo boleto do saldo, ou inative este."
    return f"O boleto já está {_state(rows[0]).lower()}."


def to_inactivate(rows: Rows) -> str:
    """It must be open, and not on its way to the bank."""
    if any(_state(row) in (*_OPEN, "Rascunho") and _bank(row) not in _ON_THE_WAY for row in rows):
        return ""
    if _bank(rows[0]) in _ON_THE_WAY and _state(rows[0]) in (*_OPEN, "Rascunho"):
        return "Está numa remessa que o banco não confirmou: cancele a remessa, ou espere o retorno."
    return f"O boleto já está {_state(rows[0]).lower()}."


def to_resend(rows: Rows) -> str:
    """The bank must have refused it."""
    refused = any(_bank(row) == "Recusado" and _state(row) in _OPEN for row in rows)
    return "" if refused else "O banco não recusou este boleto."


def to_agree(rows: Rows) -> str:
    """Something must be owed, by one customer."""
    if len({row["pessoa_id"] for row in rows}) > 1:
        return "Um acordo é com um cliente só; escolha títulos do mesmo cliente."
    return to_settle(rows)


def _state(row: Row) -> str:
    return str(row["situacao"])


def _bank(row: Row) -> str:
    return str(row["no_banco"])
