"""Opening the dialogs of the actions from a list, saying in the page what was done, and taking it back."""

from collections.abc import Iterable, Sequence
from typing import Any

from finbank_desktop.gui.desk import explain
from finbank_desktop.gui.dialogs.action import Action, Feito
from finbank_desktop.gui.dialogs.baixas import BaixaAction, BaixaContaAction, EstornoAction, EstornoContaAction
from finbank_desktop.gui.dialogs.comandos import ComandoAction, RetirarAction
from finbank_desktop.gui.dialogs.debitos import CriarDebitosAction
from finbank_desktop.gui.dialogs.desfazer import DesfazerAction
from finbank_desktop.gui.dialogs.fins import CancelarAction, InativarAction, ReenviarAction
from finbank_desktop.gui.dialogs.parcelas import ParcelarAction, RepetirAction
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.dialogs.saldos import SaldoAction
from finbank_desktop.gui.forms.ui_pessoa import Ui_PessoaForm
from finbank_desktop.gui.pages import reasons
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.record_dialog import RecordDialog
from finbank_desktop.gui.pages.records import PessoaRecord
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.verbs import Verb


class Acoes:
    """What is done by hand with the rows of *page*."""

    def __init__(self, page: ListPage) -> None:
        """Serve *page*, which may still be under construction."""
        self._page = page

    # --- verbs

    def of_boletos(self) -> tuple[Verb, ...]:
        """Return the verbs of *Boletos*, in the order of the menus."""
        rows, one = self._rows, self._one
        return (
            _verb("Comando para o banco…", "enviado", self._comando, rows(reasons.to_command), "Ctrl+M", "banco"),
            _verb("Retirar instrução…", "seta-esquerda", self._retirar, rows(reasons.to_withdraw), "", "banco"),
            _verb("Corrigir e reenviar…", "editar", self._reenviar, rows(reasons.to_resend), "", "banco"),
            _verb("Dar baixa manual…", "ok", self._baixa, one(reasons.to_settle), "Ctrl+L", "dinheiro"),
            _verb("Estornar baixa…", "seta-esquerda", self._estorno, rows(reasons.to_reverse), "", "dinheiro"),
            _verb("Novo boleto do saldo…", "parcial", self._saldo, one(reasons.to_renew), "", "dinheiro"),
            _verb("Fazer acordo…", "agrupar", self._acordo_boletos, rows(reasons.to_agree), "Ctrl+Shift+A", "dinheiro"),
            _verb("Cancelar boleto…", "cancelado", self._cancelar, rows(reasons.to_cancel), "", "fim"),
            _verb("Inativar boleto…", "traco", self._inativar, rows(reasons.to_inactivate), "", "fim"),
            self._undo_verb(),
        )

    def of_contas(self) -> tuple[Verb, ...]:
        """Return the verbs of *Contas a receber*, in the order of the menus."""
        rows, one = self._rows, self._one
        return (
            _verb("Dar baixa manual…", "ok", self._baixa_conta, one(reasons.to_settle), "Ctrl+L", "dinheiro"),
            _verb("Estornar baixa…", "seta-esquerda", self._estorno_conta, rows(reasons.to_reverse), "", "dinheiro"),
            _verb("Parcelar…", "parcial", self._parcelar, one(reasons.to_settle), "", "dinheiro"),
            _verb("Repetir todo mês…", "calendario", self._repetir, one(lambda _rows: ""), "", "dinheiro"),
            _verb("Debitar em conta…", "agrupar", self._debitar, rows(reasons.to_settle), "", "dinheiro"),
            _verb("Fazer acordo…", "agrupar", self._acordo_contas, rows(reasons.to_agree), "Ctrl+Shift+A", "dinheiro"),
            self._undo_verb(),
        )

    def _undo_verb(self) -> Verb:
        return Verb(
            text="Desfazer…",
            icon="atualizar",
            run=lambda _ids: self._open(DesfazerAction(self._services, [self._page.desk.empresa_id])),
            shortcut="Ctrl+Z",
            in_bar=False,
            group="desfazer",
        )

    def _rows(self, judge: Any) -> Any:
        return reasons.of_rows(self._look, judge)

    def _one(self, judge: Any) -> Any:
        return reasons.of_one(self._look, judge)

    def _look(self, ids: Iterable[int]) -> reasons.Rows:
        return self._page.model.known(ids)

    @property
    def _services(self) -> Any:
        return self._page.desk.services

    # --- what they open

    def _comando(self, ids: Sequence[int]) -> None:
        self._open(ComandoAction(self._services, ids))

    def _retirar(self, ids: Sequence[int]) -> None:
        self._open(RetirarAction(self._services, ids))

    def _reenviar(self, ids: Sequence[int]) -> None:
        self._open(ReenviarAction(self._services, ids, self._correct))

    def _baixa(self, ids: Sequence[int]) -> None:
        self._open(BaixaAction(self._services, ids))

    def _baixa_conta(self, ids: Sequence[int]) -> None:
        self._open(BaixaContaAction(self._services, ids))

    def _estorno(self, ids: Sequence[int]) -> None:
        self._open(EstornoAction(self._services, ids))

    def _estorno_conta(self, ids: Sequence[int]) -> None:
        self._open(EstornoContaAction(self._services, ids))

    def _saldo(self, ids: Sequence[int]) -> None:
        self._open(SaldoAction(self._services, ids))

    def _cancelar(self, ids: Sequence[int]) -> None:
        self._open(CancelarAction(self._services, ids))

    def _inativar(self, ids: Sequence[int]) -> None:
        self._open(InativarAction(self._services, ids))

    def _parcelar(self, ids: Sequence[int]) -> None:
        self._open(ParcelarAction(self._services, ids))

    def _repetir(self, ids: Sequence[int]) -> None:
        self._open(RepetirAction(self._services, ids))

    def _debitar(self, ids: Sequence[int]) -> None:
        self._open(CriarDebitosAction(self._services, ids))

    def _acordo_boletos(self, ids: Sequence[int]) -> None:
        self._agree(boletos=ids)

    def _acordo_contas(self, ids: Sequence[int]) -> None:
        self._agree(contas=ids)

    def _agree(self, *, boletos: Sequence[int] = (), contas: Sequence[int] = ()) -> None:
        from finbank_desktop.gui.wizards.fazer_acordo import FazerAcordoWizard  # noqa: PLC0415 - SQLAlchemy is slow

        FazerAcordoWizard(self._page.window(), self._page.desk, boletos=boletos, contas=contas).open()

    def retirar(self, boleto_id: int) -> None:
        """Offer to take back what the bank was asked of one boleto."""
        self._retirar([boleto_id])

    def _open(self, action: Action) -> None:
        PlanDialog(self._page.window(), self._page.desk, action, self.say_done).open()

    def _correct(self, boleto_id: int, dialog: Any) -> None:
        """Open the record of the boleto's pagador; the plan above it is made anew once it is saved."""
        services = self._services

        def show(pessoa: Any) -> None:
            form = RecordDialog(dialog, self._page.desk, Ui_PessoaForm(), PessoaRecord(services, pessoa))
            form.accepted.connect(dialog.plan_anew)
            form.open()

        self._page.desk.read(dialog, lambda: services.boletos.get(boleto_id).pagador, show, self._failed)

    # --- afterwards

    def say_done(self, feito: Feito) -> None:
        """Say what was done, with the way back where there is one."""
        number = feito.operacao_id
        if number is None:
            self._page.message.say(feito.texto, Tone.SUCCESS)
        else:
            self._page.message.say(feito.texto, Tone.SUCCESS, action="Desfazer", run=lambda: self._undo(number))

    def _undo(self, operacao_id: int) -> None:
        operacoes = self._services.operacoes
        self._page.desk.write(
            self._page,
            "Desfazendo",
            lambda _watcher: operacoes.desfazer(operacoes.plan_desfazer(operacao_id)),
            lambda feita: self._page.message.say(f"Desfeito: {feita.texto}", Tone.SUCCESS),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._page.message.say(explain(error), Tone.DANGER)


def _verb(text: str, icon: str, run: Any, reason: Any, shortcut: str, group: str) -> Verb:
    return Verb(text=text, icon=icon, run=run, reason=reason, shortcut=shortcut, in_bar=False, group=group)
