"""What *Conciliação* shows where no line waits: no account, no statement yet, or all of it explained."""

from typing import TYPE_CHECKING

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from finbank_desktop.services.conciliacao_model import Mesa


class NadaAConciliar(EmptyState):
    """Says why there is nothing to do, and offers what brings something."""

    def __init__(self, desk: Desk) -> None:
        """Begin as if there were no account."""
        super().__init__(
            "conciliacao",
            "Nada a conciliar",
            "",
            action="Importar extrato",
            run=self._act,
            link="Como se concilia?",
            follow=lambda: desk.help_wanted.emit("conciliacao"),
        )
        self._desk = desk
        self._has_account = False

    def explain(self, mesa: "Mesa | None") -> None:
        """Say why nothing waits on *mesa*; ``None`` where there is no account."""
        self._has_account = mesa is not None
        if mesa is None:
            self.say(
                "Nenhuma conta corrente",
                "Cadastre a conta do banco; depois importe o extrato dela para compará-lo com os seus livros.",
                "Cadastrar conta",
            )
        elif not mesa.tem_extrato:
            self.say(
                "Nenhum extrato importado",
                "Nenhum extrato desta conta foi importado ainda. Importe um (OFX, CNAB 240, CSV ou Excel) para "
                "compará-lo com os seus livros.",
                "Importar extrato",
            )
        else:
            self.say(
                "Nada a conciliar",
                "Tudo o que os extratos desta conta trouxeram já está explicado.",
                "Importar extrato",
            )

    def _act(self) -> None:
        if self._has_account:
            self._desk.statements_wanted.emit([])
        else:
            self._desk.section_wanted.emit("contas", {})
