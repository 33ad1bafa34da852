"""*Cancelar*, *Inativar* and *Corrigir e reenviar*: the ends of a boleto, and its second beginning."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from finbank_desktop.gui.dialogs.action import Action, Extra
from finbank_desktop.gui.dialogs.fields import Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, PreviewRow, of_operacao

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services
    from finbank_desktop.services.operacao_plan import OperacaoPlan

_MOTIVO = Field(name="motivo", words="&Motivo (fica no histórico)", kind=Kind.TEXT, value="", wide=True)


class _Fim(Action):
    """Plans with a reason."""

    botao = ""

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask why."""
        del loaded
        return (_MOTIVO,)

    def _shown(self, plan: "OperacaoPlan") -> Preview:
        antes = self.services.boletos.list_ids(self.ids).linhas
        return of_operacao(plan, self.botao, antes, hoje=self.today)


class CancelarAction(_Fim):
    """Cancels boletos."""

    title = "Cancelar boleto"
    sentence = (
        "O boleto deixa de valer. Se o banco já o tem, o pedido de baixa vai na próxima remessa. "
        "As contas a receber ficam em aberto para outro boleto, a não ser que você as cancele também."
    )
    botao = "Cancelar {}"
    danger = True

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask why, and what becomes of the contas."""
        contas = "Cancelar também as &contas a receber (o cliente deixa de dever)"
        return (
            *super().fields(loaded),
            Field(name="contas", words=contas, kind=Kind.CHECK, value=False, wide=True),
        )

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        motivo, contas = str(values["motivo"]), bool(values["contas"])
        return self._shown(self.services.boletos_vida.plan_cancelar(self.ids, motivo, cancelar_contas=contas))


class InativarAction(_Fim):
    """Makes boletos inactive."""

    title = "Inativar boleto"
    sentence = (
        "O boleto deixa de ser cobrado, mesmo pago em parte; o que foi pago continua registrado. "
        "Se o banco já o tem, o pedido de baixa vai na próxima remessa."
    )
    botao = "Inativar {}"
    danger = True

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        return self._shown(self.services.boletos_vida.plan_inativar(self.ids, str(values["motivo"])))


class ReenviarAction(Action):
    """Sends refused boletos again."""

    title = "Corrigir e reenviar"
    sentence = "Corrija o que o banco recusou; depois o boleto volta a esperar pela próxima remessa."

    def __init__(self, services: "Services", ids: Sequence[int], correct: Callable[[int, Any], object]) -> None:
        """*correct* opens the record of a boleto's pagador above the dialog it is given."""
        super().__init__(services, ids)
        self._correct = correct

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it; the bank's reason stands beside each title."""
        del values
        antes = self.services.boletos.list_ids(self.ids).linhas
        motivos = {int(linha["id"]): str(linha.get("detalhe") or "") for linha in antes}
        plan = self.services.boletos_vida.plan_reenviar(self.ids)
        shown = of_operacao(plan, "Reenviar {}", antes, hoje=self.today)
        rows = [
            _with_reason(row, motivos.get(each.boleto_id or 0, ""))
            for row, each in zip(shown.rows, plan.rows, strict=True)
        ]
        return replace(shown, rows=tuple(rows))

    def extra(self) -> Extra:
        """Offer the record of the first pagador."""
        return Extra(
            text="Corrigir o cadastro do pagador",
            icon="editar",
            run=lambda dialog: self._correct(self.ids[0], dialog),
        )


def _with_reason(row: PreviewRow, motivo: str) -> PreviewRow:
    return replace(row, remark=f"O banco recusou: {motivo}") if row.goes and motivo else row
