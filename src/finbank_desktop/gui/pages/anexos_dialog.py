"""The files kept with a conta a pagar: the invoice, the boleto, the contract."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.acting_dialog import ActingDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.drop_overlay import DropOverlay

_COLUNAS = (
    Coluna(chave="nome", titulo="Arquivo", largura=44),
    Coluna(chave="tamanho", titulo="Tamanho", largura=12),
    Coluna(chave="quando", titulo="Anexado em", tipo=TipoColuna.DATA_HORA, largura=17),
    Coluna(chave="usuario", titulo="Por", largura=14),
)
_NONE = "Nada foi anexado ainda."
_KILO = 1024


class AnexosDialog(ActingDialog):
    """Adds, saves and takes away attachments; files may be dropped here."""

    def __init__(self, parent: QWidget | None, desk: Desk, conta_id: int) -> None:
        """Show those of the conta a pagar *conta_id*."""
        super().__init__(
            parent,
            desk,
            "Anexos",
            "Ficam guardados no banco de dados, com a cópia de segurança. Até 10 MB cada; solte os arquivos aqui.",
            _COLUNAS,
        )
        self._conta_id = conta_id
        self.save_button = self.add_further(Button("Salvar como…", icon="salvar", clicked=self._save))
        self.remove_button = self.add_further(Button("Excluir", icon="cancelado", clicked=self._remove))
        self.add_button = self.add_commit("Anexar arquivo…", self._choose)
        self.table.opened.connect(lambda _row: self._save())
        DropOverlay(self, "Solte para anexar").dropped.connect(self.add)
        self.reload()

    def reload(self) -> None:
        """Read the attachments anew."""
        anexos, conta_id = self.desk.services.anexos, self._conta_id
        self.read(
            lambda: [
                {"id": x.id, "nome": x.nome, "tamanho": _size(x.tamanho), "quando": x.quando, "usuario": x.usuario}
                for x in anexos.list(conta_id)
            ]
        )

    def show_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Show *rows*."""
        super().show_rows(rows)
        for button in (self.save_button, self.remove_button):
            button.allow("" if rows else _NONE)

    def add(self, paths: Sequence[Path]) -> None:
        """Attach the files at *paths*."""
        anexos, conta_id = self.desk.services.anexos, self._conta_id
        for path in paths:
            self.act("Anexando", lambda path=path: anexos.add(conta_id, path), f"{path.name} anexado.")  # type: ignore[misc] # default

    def _choose(self) -> None:
        start = str(self.desk.settings.folder("anexos"))
        names, _kind = QFileDialog.getOpenFileNames(self, "Anexar arquivos", start)
        if names:
            self.desk.settings.remember_folder("anexos", Path(names[0]).parent)
            self.add([Path(name) for name in names])

    def _save(self) -> None:
        row = self.current()
        start = str(self.desk.settings.folder("anexos"))
        chosen = QFileDialog.getExistingDirectory(self, "Onde salvar o anexo?", start) if row is not None else ""
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, pasta: Path) -> None:
        """Put the chosen attachment into *pasta*."""
        row = int(self.current())
        self.desk.draw(
            self,
            "Salvando o anexo",
            lambda _watcher: self.desk.services.anexos.save(row, pasta),
            lambda path: self.message.say(f"Salvo em {path}", Tone.SUCCESS),
            self.failed,
        )

    def _remove(self) -> None:
        row = self.current()
        if row is not None:
            self.act("Excluindo", lambda: self.desk.services.anexos.remove(int(row)), "Anexo excluído.")


def _size(tamanho: int) -> str:
    kilo = tamanho / _KILO
    text = f"{kilo:.0f} kB" if kilo < _KILO else f"{kilo / _KILO:.1f} MB".replace(".", ",")
    return text if kilo >= 1 else f"{tamanho} bytes"
