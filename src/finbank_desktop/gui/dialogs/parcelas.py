"""*Parcelar* and *Repetir todo mês*, for one conta a receber."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.dialogs.action import Action
from finbank_desktop.gui.dialogs.fields import Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, of_operacao

_PRAZO = 30


class ParcelarAction(Action):
    """Splits what is owed into monthly instalments."""

    title = "Parcelar"
    sentence = "A conta passa a renegociada e as parcelas tomam o seu lugar; a soma é a mesma, centavo por centavo."
    topic = "contas-receber"

    def load(self) -> Any:
        """Return the conta."""
        return self.services.contas_receber.get(self.ids[0])

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask how many, from when on, and how much at first."""
        primeiro = max(loaded.vencimento, self.today + timedelta(days=_PRAZO))
        return (
            Field(name="parcelas", words="&Quantas parcelas", kind=Kind.NUMBER, value=2),
            Field(name="primeiro_vencimento", words="&Primeiro vencimento", kind=Kind.DATE, value=primeiro),
            Field(name="entrada", words="&Entrada (vazio: parcelas iguais)", kind=Kind.MONEY),
        )

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        parcelas, primeiro = int(values["parcelas"]), values["primeiro_vencimento"] or self.today
        plan = self.services.parcelas.plan_parcelar(self.ids[0], parcelas, primeiro, entrada=values["entrada"] or 0)
        shown = of_operacao(
            plan,
            f"Parcelar em {formats.count(parcelas, 'parcela', 'parcelas')}",
            hoje=self.today,
            campos=("parcelas", "entrada"),
        )
        return replace(shown, resumo=_sum(plan))


class RepetirAction(Action):
    """Makes the same conta again for months to come."""

    title = "Repetir todo mês"
    sentence = "A mesma cobrança nos próximos meses, cada uma no mesmo dia; a conta de agora fica como está."
    topic = "contas-receber"

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Ask how often."""
        del loaded
        return (Field(name="vezes", words="&Por mais quantos meses", kind=Kind.NUMBER, value=11),)

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        vezes = int(values["vezes"])
        plan = self.services.parcelas.plan_repetir(self.ids[0], vezes)
        commit = f"Lançar mais {formats.count(vezes, 'conta', 'contas')}"
        shown = of_operacao(plan, commit, hoje=self.today, campos=("vezes",))
        return replace(shown, resumo=_sum(plan))


def _sum(plan: Any) -> str:
    novas = plan.alteracao.novas_contas
    if not novas:
        return ""
    return (
        f"{formats.count(len(novas), 'conta nova', 'contas novas')}, {format_brl(sum(c.valor for c in novas))} ao todo."
    )
