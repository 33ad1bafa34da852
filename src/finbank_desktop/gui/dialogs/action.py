"""What one action on boletos consists of; `PlanDialog` shows and does it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from finbank_desktop.gui.dialogs.fields import Field
from finbank_desktop.gui.dialogs.preview import Preview

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Feito:
    """What was done.

    Attributes:
        texto: One sentence.
        operacao_id: What `OperacoesService` can undo; ``None`` when it cannot.
    """

    texto: str
    operacao_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A way out of the dialog to what helps there, such as the pagador's record.

    Attributes:
        run: Given the dialog; afterwards the plan is made anew when *run* says so by ``dialog.plan_anew``.
    """

    text: str
    icon: str
    run: Callable[[Any], object]


class Action:
    """Something that is planned, shown and done; `load`, `plan` and `apply` run beside the window.

    Attributes:
        title: Of the window.
        sentence: What it is, below the title.
        topic: Its help page.
        danger: Whether the button warns by its look as well.
    """

    title = ""
    sentence = ""
    topic = "boletos-acoes"
    danger = False

    def __init__(self, services: "Services", ids: Sequence[int]) -> None:
        """Do it to the boletos, or contas a receber, *ids*."""
        self.services = services
        self.ids = list(ids)

    @property
    def today(self) -> date:
        """The day as the user counts it."""
        return date.today()  # noqa: DTZ011 - a day as the user counts it

    def load(self) -> Any:
        """Return what the fields need to know."""
        return None

    def fields(self, loaded: Any) -> Sequence[Field]:
        """Return the fields; runs in the window's thread."""
        del loaded
        return ()

    def shown(self, values: Mapping[str, Any]) -> Collection[str] | None:
        """Return the names of the fields that *values* ask for; ``None`` for all."""
        del values
        return None

    def explain(self, values: Mapping[str, Any]) -> str:
        """Return what *values* mean, one sentence below the fields; empty when that is clear."""
        del values
        return ""

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Return what would happen with *values*."""
        raise LookupError(f"no plan for {dict(values)!r} in {type(self).__name__}")

    def apply(self, plan: Any) -> Feito:
        """Do *plan*, an operation unless a subclass says otherwise."""
        feita = self.services.operacoes.apply(plan)
        return Feito(texto=feita.texto, operacao_id=feita.id)

    def extra(self) -> Extra | None:
        """Return what else the dialog offers."""
        return None
