"""The bank's lines that wait, as *Conciliação* lists them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from finbank_desktop.services.conciliacao_model import LinhaMesa

COLUNAS = (
    Coluna(chave="data", titulo="Data", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="texto", titulo="No banco", largura=30),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="faixa", titulo="Confiança", tipo=TipoColuna.SELO, largura=12),
    Coluna(chave="resumo", titulo="Nos seus livros", largura=34),
)


class LinhasTable(Table):
    """The bank's lines; single letters work while the keyboard is here.

    Attributes:
        letter: A letter that stands for something was pressed.
        letters: Whether letters stand for something; the user may not want that.
    """

    letter = Signal(str)
    letters = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S, D, T, I and M do what the page says; all else moves."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and self.letters and event.text().upper() in tuple("SDTIM"):
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)


def row_of(number: int, each: "LinhaMesa") -> dict[str, Any]:
    """Return line *number* with its best answer."""
    first = each.opcoes[0] if each.opcoes else None
    return {
        "id": number,
        "data": each.linha.data,
        "texto": each.linha.texto,
        "valor": each.linha.valor,
        "faixa": each.faixa.value,
        "resumo": first.resumo if first is not None else "",
    }
