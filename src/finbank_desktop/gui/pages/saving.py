"""Asking where a table is to be saved, and telling what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.inline_message import InlineMessage
from finbank_desktop.services.jobs import Watcher

_PURPOSE = "tabelas"
_XLSX, _CSV = "Planilha (*.xlsx)", "CSV (*.csv)"
BANK_FILES = "Arquivos de banco (*.rem *.ret *.txt *.crm *.REM *.RET *.TXT *.CRM);;Todos os arquivos (*)"
ARQUIVOS = "arquivos"
"""Which folder files to look at are taken from the next time."""


def ask_bank_file(owner: QWidget, desk: Desk, title: str) -> Path | None:
    """Return the bank file somebody chose; ``None`` when nobody did."""
    name, _kind = QFileDialog.getOpenFileName(owner, title, str(desk.settings.folder(ARQUIVOS)), BANK_FILES)
    if not name:
        return None
    desk.settings.remember_folder(ARQUIVOS, Path(name).parent)
    return Path(name)


def save_table(
    owner: QWidget, desk: Desk, message: InlineMessage, name: str, write: Callable[[Path, Watcher], Any]
) -> None:
    """Ask for a CSV or XLSX file called *name* or otherwise, and have *write* fill it beside the window."""
    start = desk.settings.folder(_PURPOSE) / f"{name}.xlsx"
    chosen, kind = QFileDialog.getSaveFileName(owner, "Exportar tabela", str(start), f"{_XLSX};;{_CSV}")
    if not chosen:
        return
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(".csv" if kind == _CSV else ".xlsx")
    desk.settings.remember_folder(_PURPOSE, path.parent)
    desk.draw(
        owner,
        f"Exportando {path.name}",
        lambda watcher: write(path, watcher),
        lambda rows: message.say(
            f"{formats.count(int(rows), 'linha gravada', 'linhas gravadas')} em {path}.", Tone.SUCCESS
        ),
        lambda error: message.say(explain(error), Tone.DANGER),
    )
