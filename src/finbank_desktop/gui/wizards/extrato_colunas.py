"""The columns of a statement that is a table, and the account it is of, which no table says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.widgets.labels import label
from finbank_desktop.gui.wizards.planilha_pages import ColunasPage
from finbank_desktop.services.extrato_colunas import TIPO

if TYPE_CHECKING:
    from finbank_desktop.services.extrato_wizard import ExtratoFile

_BELOW_THE_SENTENCE = 2


class ColunasExtratoPage(ColunasPage):
    """Asks for the account and shows each column with what it was taken for.

    Attributes:
        account_chosen: Id of our account that the statement is of.
    """

    account_chosen = Signal(int)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__({TIPO.chave: TIPO})
        self.account = QComboBox()
        self.account.setAccessibleName("Conta deste extrato")
        self.account.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.account.activated.connect(lambda at: self.account_chosen.emit(int(self.account.itemData(at) or 0)))
        self.account.installEventFilter(self)
        words = label("&Conta", "h3")
        words.setBuddy(self.account)
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        line.addWidget(words)
        line.addWidget(self.account)
        line.addWidget(label("Diga sempre: uma tabela não traz a conta.", "muted", wrap=True), 1)
        self.body.insertLayout(_BELOW_THE_SENTENCE, line)

    def first_focus(self) -> QWidget | None:
        """Begin at the account while nobody said which it is, then at the first column."""
        return super().first_focus() if self.account.currentData() else self.account

    def show_file(self, arquivo: "ExtratoFile", contas: Sequence[tuple[int, str]]) -> None:
        """Show the table of *arquivo*; *contas* are our accounts, id and name."""
        if arquivo.tabela is None:
            return
        chosen = arquivo.contas.get(0)
        self.title.setText(f"Confira o que há em cada coluna · {arquivo.caminho.name}")
        self.account.clear()
        if chosen is None:
            self.account.addItem("Escolha a conta…", 0)
        for row, name in contas:
            self.account.addItem(name, row)
        if chosen is not None:
            self.account.setCurrentIndex(self.account.findData(chosen))
        self.show_proposal(arquivo.tabela)
