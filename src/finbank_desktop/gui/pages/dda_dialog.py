"""*Importar DDA*: the boletos that banks present to us, matched with contas a pagar; the missing ones are entered."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.checks import Check
from finbank_desktop.gui.widgets.counted_tabs import CountedTab, CountedTabs
from finbank_desktop.gui.widgets.notices import show_problems
from finbank_desktop.gui.widgets.sheet_dialog import SheetDialog
from finbank_desktop.services.pagamentos.dda_model import TITULOS_ABAS, AbaDda
from finbank_desktop.services.plans import StalePlanError

if TYPE_CHECKING:
    from finbank_desktop.services.pagamentos.dda_model import DdaPlan

_COLUNAS = (
    Coluna(chave="nome", titulo="Beneficiário", largura=30),
    Coluna(chave="numero_documento", titulo="Documento", largura=14),
    Coluna(chave="vencimento", titulo="Vencimento", tipo=TipoColuna.DATA, largura=11),
    Coluna(chave="valor", titulo="Valor", tipo=TipoColuna.VALOR, largura=13),
    Coluna(chave="efeito", titulo="O que vai acontecer", largura=60),
    Coluna(chave="line", titulo="Linha", tipo=TipoColuna.NUMERO, largura=6),
)


class DdaDialog(SheetDialog):
    """Shows what a file of DDA will do and does exactly that.

    Attributes:
        plan: What is in sight; ``None`` while the file is being read or cannot be.
    """

    def __init__(self, parent: QWidget | None, desk: Desk, path: Path, done: Callable[[str], object]) -> None:
        """Read the file at *path*; *done* is told what was entered, after this window closed."""
        super().__init__(
            parent,
            "Importar DDA",
            f"{path.name}: os boletos que outros emitiram contra a empresa. Nada é aprovado nem pago por aqui.",
        )
        self._desk, self._path, self._told = desk, path, done
        self.plan: DdaPlan | None = None
        self._left: set[int] = set()
        self.tabs = CountedTabs("Boletos do DDA por destino", "Nenhum boleto deste tipo no arquivo.")
        self.tabs.row_changed.connect(self._chosen)
        self.body.addWidget(self.tabs, 1)
        self.tick = Check("&Importar assim mesmo: sei que as contagens no fim do arquivo não conferem")
        self.tick.setProperty("kind", "danger")
        self.tick.toggled.connect(lambda _on: self._allow())
        self.tick.hide()
        self.body.addWidget(self.tick)
        self.skip_button = self.add_further(Button("Não lançar este", icon="cancelado", clicked=self._skip))
        self.skip_button.allow("Escolha um boleto novo na lista.")
        self.close_button.setText("Cancelar")
        self.commit = self.add_commit("Lançar", self._commit)
        self.commit.setDefault(True)
        self._read()

    def _read(self) -> None:
        self.commit.allow("Aguarde: lendo o arquivo.")
        dda, path, left = self._desk.services.dda, self._path, frozenset(self._left)
        self._desk.read(self, lambda: dda.plan(path, sem=left), self._show, self._failed)

    def _show(self, plan: "DdaPlan") -> None:
        self.plan = plan
        rows: dict[str, list[dict[str, Any]]] = {str(aba): [] for aba in AbaDda}
        for number, row in enumerate(plan.rows):
            shown = {coluna.chave: getattr(row, coluna.chave) for coluna in _COLUNAS}
            rows[str(row.aba)].append(shown | {"id": number})
        self.tabs.show_tabs([CountedTab(titulo, _COLUNAS, rows[str(aba)]) for aba, titulo in TITULOS_ABAS.items()])
        if plan.ja_importado:
            self.notice.say(f"{plan.ja_importado} Nada muda.", Tone.WARNING)
        else:
            show_problems(self.notice, plan.problems)
        self.tick.setVisible(plan.needs_tick)
        self._allow()

    def _allow(self) -> None:
        plan = self.plan
        if plan is None:
            return
        new, known = plan.tabs[AbaDda.NOVOS], plan.tabs[AbaDda.CASADOS]
        words = f"Lançar {formats.count(new, 'conta', 'contas')}" if new else "Guardar o DDA"
        self.commit.setText(words)
        if plan.needs_tick and not self.tick.isChecked():
            self.commit.allow("As contagens não conferem: marque “Importar assim mesmo” ou baixe o arquivo de novo.")
        else:
            self.commit.allow("" if plan.goes and new + known else "Nada deste arquivo é novo.")

    def _chosen(self, row: Any) -> None:
        plan = self.plan
        free = plan is not None and row is not None and plan.rows[int(row["id"])].aba is AbaDda.NOVOS
        self.skip_button.allow("" if free else "Escolha um boleto novo na lista.")

    def _skip(self) -> None:
        row = self.tabs.current_row()
        if row is not None:
            self._left.add(int(row["line"]))
            self._read()

    def _commit(self) -> None:
        plan, known = self.plan, self.tick.isChecked()
        if plan is None:
            return
        self.commit.allow("Aguarde: gravando.")
        self._desk.write(
            self,
            f"Importando {self._path.name}",
            lambda watcher: self._desk.services.dda.apply(plan, watcher, importar_assim_mesmo=known),
            lambda _importacao: self._written(plan),
            self._failed,
        )

    def _written(self, plan: "DdaPlan") -> None:
        new, known = plan.tabs[AbaDda.NOVOS], plan.tabs[AbaDda.CASADOS]
        self.close()
        self._told(
            f"DDA importado: {formats.count(new, 'conta nova', 'contas novas')}, "
            f"{formats.count(known, 'já estava', 'já estavam')} aqui."
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)
        self.commit.allow(explain(error))
        if isinstance(error, StalePlanError):
            self._read()
