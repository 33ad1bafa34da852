"""The assistant *Importar retorno*: files, preview, result."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.wizards.decisao_dialog import DecisaoDialog
from finbank_desktop.gui.wizards.retorno_frame import Abas, RetornoFrame
from finbank_desktop.gui.wizards.retorno_pages import ConferenciaPage
from finbank_desktop.gui.wizards.retorno_resultado import ResultadoPage
from finbank_desktop.gui.wizards.retorno_tables import table_rows
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.retorno_decisoes import Decisao
from finbank_desktop.services.retorno_wizard import commit_label

if TYPE_CHECKING:
    from finbank_desktop.services.retorno_model import PlanRow, RetornoPlan


class ImportarRetornoWizard(RetornoFrame):
    """Reads files, shows each plan, writes exactly that plan."""

    TITLE = "Importar retorno"

    def __init__(self, parent: QWidget | None, desk: Desk, paths: Sequence[Path] = ()) -> None:
        """Begin with *paths*, or by asking for them."""
        super().__init__(parent, desk, ConferenciaPage(), ResultadoPage(), paths)

    def plan_of(self, path: Path, decisoes: Mapping[int, Decisao], watcher: Watcher) -> "RetornoPlan":
        """Return what *path* would change; runs beside the window."""
        return self.desk.services.retornos.plan(path, watcher, decisoes=decisoes, rever=True)

    def make_plan(self, path: Path, watcher: Watcher, decisoes: Mapping[int, Any]) -> tuple["RetornoPlan", Abas]:
        """Return the plan of the file and its rows by tab."""
        plano = self.plan_of(path, decisoes, watcher)
        return plano, table_rows(plano)

    def write_plan(self, plano: "RetornoPlan", watcher: Watcher, *, importar_assim_mesmo: bool) -> Any:
        """Write it."""
        return self.desk.services.retornos.apply(plano, watcher, importar_assim_mesmo=importar_assim_mesmo)

    def label_commit(self, plano: "RetornoPlan") -> str:
        """Return verb and number."""
        return commit_label(plano)

    def open_decision(self, plano: "RetornoPlan", row: "PlanRow") -> None:
        """Ask what becomes of the row."""
        dialog = DecisaoDialog(self, self.desk, plano, row)
        dialog.decided.connect(self.decide)
        dialog.open()

    def follow_up(self, chave: str, words: str, value: object) -> None:
        """Show the boletos, or the payments to give back, that the result names."""
        if chave == "devolucoes":
            self.desk.section_wanted.emit("devolucoes", {str(value): Opcao(words, valor=True)})
        else:
            self.desk.section_wanted.emit("boletos", {chave: Opcao(words, value)})
        self._sure = True
        self.close()
