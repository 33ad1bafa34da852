"""What is done by hand with contas a pagar, from their list, and why it cannot be done to the chosen ones."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from finbank_desktop.gui.dialogs.action import Action, Feito
from finbank_desktop.gui.dialogs.pagar import AcaoPagarAction, BaixaPagarAction, EstornoPagarAction
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.pages import reasons
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.reasons import Rows
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.verbs import Reason, Verb
from finbank_desktop.services.pagamentos.acoes import Acao

Correct = Callable[[int, Any, Any], object]
_OPEN = ("Em aberto", "Aprovado", "Recusado")


class AcoesPagar:
    """Serves the page of contas a pagar."""

    def __init__(self, page: ListPage, correct: Correct) -> None:
        """Serve *page*; *correct* opens a conta above a dialog and calls back once it is saved."""
        self._page, self._correct = page, correct

    def in_bar(self) -> tuple[Verb, ...]:
        """Return the verbs that have a button."""
        return (
            Verb(
                text="Aprovar…",
                icon="check",
                run=self._doing(Acao.APROVAR),
                reason=self._rows(to_approve),
                shortcut="Ctrl+Shift+P",
            ),
        )

    def in_menu(self) -> tuple[Verb, ...]:
        """Return those that only the menus have."""
        rows, one = self._rows, self._one
        return (
            _verb("Tirar a aprovação…", "seta-esquerda", self._doing(Acao.DESAPROVAR), rows(to_unapprove), "banco"),
            _verb("Corrigir e reenviar…", "editar", self._doing(Acao.CORRIGIR), rows(to_correct), "banco"),
            _verb("Já foi paga…", "ok", self._pay, one(to_pay), "dinheiro"),
            _verb("Estornar o pagamento…", "seta-esquerda", self._reverse, one(to_reverse), "dinheiro"),
            _verb("Cancelar…", "cancelado", self._doing(Acao.CANCELAR), rows(to_cancel), "fim"),
            _verb("Reabrir…", "atualizar", self._doing(Acao.REABRIR), rows(to_reopen), "fim"),
        )

    def why_not_edit(self, ids: Sequence[int]) -> str:
        """Return why the one chosen conta may not be edited; empty when it may."""
        return self._one(to_edit)(ids)

    def why_no_proof(self, ids: Sequence[int]) -> str:
        """Return why there is no proof of the chosen contas; empty when there is."""
        return self._rows(to_prove)(ids)

    def _rows(self, judge: Callable[[Rows], str]) -> Reason:
        return reasons.of_rows(self._look, judge)

    def _one(self, judge: Callable[[Rows], str]) -> Reason:
        return reasons.of_one(self._look, judge)

    def _look(self, ids: Iterable[int]) -> Rows:
        return self._page.model.known(ids)

    def _doing(self, acao: Acao) -> Callable[[Sequence[int]], object]:
        def run(ids: Sequence[int]) -> None:
            correct = self._open_conta if acao is Acao.APROVAR else None
            self._open(AcaoPagarAction(self._page.desk.services, ids, acao, correct))

        return run

    def _open_conta(self, conta_id: int, dialog: Any) -> None:
        self._correct(conta_id, dialog, dialog.plan_anew)

    def _pay(self, ids: Sequence[int]) -> None:
        self._open(BaixaPagarAction(self._page.desk.services, ids))

    def _reverse(self, ids: Sequence[int]) -> None:
        self._open(EstornoPagarAction(self._page.desk.services, ids))

    def _open(self, action: Action) -> None:
        def done(feito: Feito) -> None:
            text, run = self._next(action)
            self._page.message.say(feito.texto, Tone.SUCCESS, action=text, run=run)

        PlanDialog(self._page.window(), self._page.desk, action, done).open()

    def _next(self, action: Action) -> tuple[str, Callable[[], object] | None]:
        """Return what is usually done after *action*: edit what is to be corrected, send what was approved."""
        desk = self._page.desk
        if isinstance(action, AcaoPagarAction) and action.acao is Acao.CORRIGIR:
            return "Corrigir agora", lambda: self._correct(action.ids[0], self._page.window(), None)
        if isinstance(action, AcaoPagarAction) and action.acao is Acao.APROVAR:
            return "Gerar remessa", lambda: desk.payments_wanted.emit([], None)
        return "", None


def _verb(text: str, icon: str, run: Any, reason: Reason, group: str) -> Verb:
    return Verb(text=text, icon=icon, run=run, reason=reason, in_bar=False, group=group)


def to_edit(rows: Rows) -> str:
    """It must not be with the bank, paid or cancelled."""
    row, state = rows[0], _state(rows[0])
    if state == "Agendado":
        onde = f" na remessa nº {row['remessa']}" if row.get("remessa") else ""
        return (
            f"Agendada{onde}: até a resposta do banco ela não muda. Importe o retorno, ou cancele a remessa se ela não "
            "foi ao banco."
        )
    if state == "Pago":
        return "Já foi paga. Se o pagamento voltou, estorne-o antes."
    return "Está cancelada. Reabra-a antes." if state == "Cancelado" else ""


def to_approve(rows: Rows) -> str:
    """It must be open."""
    if any(_state(row) == "Em aberto" for row in rows):
        return ""
    if _state(rows[0]) == "Recusado":
        return "O banco recusou: use Corrigir e reenviar."
    return f"Já está {_state(rows[0]).lower()}."


def to_unapprove(rows: Rows) -> str:
    """Somebody must have approved it."""
    approved = any(_state(row) == "Aprovado" or row.get("aprovacoes") for row in rows)
    return "" if approved else "Ninguém aprovou ainda."


def to_correct(rows: Rows) -> str:
    """The bank must have refused it."""
    return "" if any(_state(row) == "Recusado" for row in rows) else "O banco não recusou este pagamento."


def to_pay(rows: Rows) -> str:
    """It must be unpaid, and not with the bank."""
    if any(_state(row) in _OPEN for row in rows):
        return ""
    if _state(rows[0]) == "Agendado":
        return "O banco vai pagá-la. Cancele a remessa antes, se ela não foi ao banco."
    return f"Já está {_state(rows[0]).lower()}."


def to_reverse(rows: Rows) -> str:
    """It must have been paid."""
    return "" if any(_state(row) == "Pago" for row in rows) else "Não há pagamento a estornar."


def to_prove(rows: Rows) -> str:
    """All must have been paid."""
    return "" if all(_state(row) == "Pago" for row in rows) else "Só o que foi pago tem comprovante."


def to_cancel(rows: Rows) -> str:
    """It must be unpaid, and not with the bank."""
    if any(_state(row) in _OPEN for row in rows):
        return ""
    if _state(rows[0]) == "Agendado":
        return "Está numa remessa: cancele a remessa, ou espere o retorno."
    return f"Já está {_state(rows[0]).lower()}."


def to_reopen(rows: Rows) -> str:
    """It must be cancelled."""
    return "" if any(_state(row) == "Cancelado" for row in rows) else "Só o que foi cancelado se reabre."


def _state(row: Any) -> str:
    return str(row["situacao"])
