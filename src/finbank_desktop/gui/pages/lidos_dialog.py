"""The slips found in PDFs, entered one after the other."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.gui.widgets.table import Table

_COLUNAS = (
    Coluna(chave="arquivo", titulo="Arquivo", largura=24),
    Coluna(chave="descricao", titulo="Documento", largura=30),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="situacao", titulo="O que há", largura=40),
)


class LidosDialog(SheetDialog):
    """Reads PDFs and offers each slip of them for entry; what was entered already is said."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, paths: Sequence[Path], enter: Callable[[QWidget, Any, Path], Any]
    ) -> None:
        """Read the PDFs at *paths*; *enter* opens the form of one slip above a window and returns its dialog."""
        super().__init__(
            parent,
            "Documentos lidos",
            "Cada linha é um boleto, uma conta ou um Pix achado nos arquivos. Lance um por um; nada é gravado antes.",
            (900, 520),
        )
        self._desk, self._enter = desk, enter
        self._lidos: list[tuple[Any, Path]] = []
        self._done: set[int] = set()
        self.model = RowsModel(_COLUNAS, parent=self)
        self.table = Table(_COLUNAS, self.model, marks=False, name="Documentos lidos")
        self.body.addWidget(self.table, 1)
        self.commit = self.add_commit("Lançar este documento…", self._open)
        self.table.opened.connect(lambda _row: self._open())
        self.commit.allow("Aguarde: lendo os arquivos.")
        leitura, empresa_id = desk.services.leitura_pagamentos, desk.empresa_id

        def read() -> tuple[list[tuple[Any, Path]], list[str]]:
            found, refused = [], []
            for path in paths:
                try:
                    found += [(lido, path) for lido in leitura.read_pdf(path, empresa_id)]
                except Exception as error:  # noqa: BLE001 - said beside the others that could be read
                    refused.append(explain(error))
            return found, refused

        desk.read(self, read, lambda answer: self._show(*answer), self._failed)

    def _show(self, lidos: list[tuple[Any, Path]], refused: list[str]) -> None:
        self._lidos = lidos
        if refused:
            self.notice.say(" ".join(refused), Tone.WARNING)
        self._fill(0)

    def _fill(self, at: int) -> None:
        rows = [
            {
                "id": number,
                "arquivo": path.name + (f", página {lido.pagina}" if lido.pagina > 1 else ""),
                "descricao": lido.descricao,
                "vencimento": lido.conta.vencimento,
                "valor": lido.conta.valor,
                "situacao": self._state(number, lido),
            }
            for number, (lido, path) in enumerate(self._lidos)
        ]
        self.model.show_rows(rows)
        self.commit.allow("" if rows else "Nenhum documento foi achado.")
        if rows:
            self.table.setCurrentIndex(self.model.index(min(at, len(rows) - 1), 0))
            self.table.setFocus()

    def _state(self, number: int, lido: Any) -> str:
        if number in self._done:
            return "Lançado agora"
        if lido.ja_existe:
            return f"Já está na conta a pagar {', '.join(lido.ja_existe)}"
        return f"De {lido.pessoas[0].nome}" if len(lido.pessoas) == 1 else "Falta dizer quem recebe"

    def _open(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < len(self._lidos):
            lido, path = self._lidos[at]
            self._enter(self, lido, path).accepted.connect(lambda: self._entered(at))

    def _entered(self, at: int) -> None:
        self._done.add(at)
        self._fill(at + 1)

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
