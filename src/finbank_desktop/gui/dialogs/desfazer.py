"""*Desfazer*: one of the latest operations, taken back as a whole."""

from collections.abc import Mapping, Sequence
from typing import Any

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.dialogs.action import Action, Feito
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, PreviewRow

_TOLD = 20


class DesfazerAction(Action):
    """Takes one operation back; *ids* is the empresa whose operations are offered."""

    title = "Desfazer"
    sentence = "Tudo volta ao que era antes da operação; o histórico guarda que ela foi feita e desfeita."

    def load(self) -> Any:
        """Return the latest operations that can be undone."""
        return [each for each in self.services.operacoes.ultimas(_TOLD) if each.empresa_id in self.ids]

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Offer them, the newest first."""
        choices = [
            Choice(value=each.id, text=f"{each.quando:%d/%m/%Y %H:%M} · {each.texto} · {each.usuario}")
            for each in loaded
        ] or [Choice(value=0, text="Nenhuma operação a desfazer")]
        first = choices[0].value
        return (Field(name="operacao", words="&Operação", kind=Kind.CHOICE, value=first, choices=choices, wide=True),)

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it, or say what stands in the way."""
        if not values["operacao"]:
            nada = Problem(message="Nenhuma operação feita à mão pode ser desfeita.")
            return Preview(plan=None, rows=(), commit=self.title, problems=(nada,))
        return shown(self.services.operacoes.plan_desfazer(int(values["operacao"])))

    def apply(self, plan: Any) -> Feito:
        """Take it back."""
        return Feito(texto=f"Desfeito: {self.services.operacoes.desfazer(plan).texto}")


def shown(plan: Any) -> Preview:
    """Return the plan of an undoing as it is shown."""
    if plan.can:
        rows = tuple(PreviewRow(titulo=row.texto, efeito=plan.texto) for row in plan.rows)
        return Preview(plan=plan, rows=rows, commit="Desfazer 1 operação")
    rows = tuple(
        PreviewRow(titulo="Não dá para desfazer", efeito=_sentence(each.why), goes=False) for each in plan.refused
    )
    first = Problem(message=f"Não dá para desfazer: {plan.refused[0].why}", fix="Desfaça antes o que veio depois.")
    return Preview(plan=plan, rows=rows, commit="Desfazer", problems=(first,))


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:]
