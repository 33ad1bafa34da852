"""*Lotes*: what each process posted to the books, closing it, and giving it to the accountant's system."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from finbank_desktop.domain.contabil import Processo, SituacaoLote
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.pages.choices import periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.lotes_dialogs import FecharLotesDialog, LoteDialog
from finbank_desktop.gui.pages.periodos_dialog import PeriodosDialog
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows

_SITUACOES = tuple(Opcao(str(each), each.name) for each in SituacaoLote)
_PROCESSOS = tuple(Opcao(str(each), each.name) for each in Processo)
_HIDDEN = frozenset({"processo", "usuario", "fechado_em", "fechado_por"})
_FORMATOS = {
    "Planilha do Excel (*.xlsx)": "xlsx",
    "Tabela CSV (*.csv)": "csv",
    "Domínio: importação padrão, com separador (*.txt)": "dominio",
}


class LotesPage(ListPage):
    """Lists lots."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="lotes",
            title="Lotes contábeis",
            icon="agrupar",
            one="lote",
            many="lotes",
            colunas=desk.services.lotes.COLUNAS,
            fetch=desk.services.lotes.list,
            filtros=(
                Filtro("processo", "Processo", _PROCESSOS),
                Filtro("periodo", "Período", periods),
                Filtro("situacao", "Situação", _SITUACOES),
            ),
            hint="Filtrar por processo: Retorno nº 12",
            somas={"valor": "Débitos"},
            hidden=_HIDDEN,
            empty=(
                "Nenhum lote ainda",
                "Cada retorno importado, baixa, estorno e conciliação faz aqui o seu lote de lançamentos.",
            ),
            help_link="Como os lançamentos chegam à contabilidade?",
        )
        verbs = (
            Verb(text="Ver os lançamentos", icon="visualizar", run=self.show_lote, reason=needs_one, kind="primary"),
            Verb(text="Exportar…", icon="salvar", run=self.export, reason=needs_rows, shortcut="Ctrl+E"),
            Verb(text="Fechar lotes…", icon="ok", run=self.close_lots, reason=self._why_not_close),
            Verb(text="Períodos…", icon="calendario", run=lambda _ids: self.show_periods()),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show the lançamentos of a lot."""
        self.show_lote([row_id])

    def show_lote(self, ids: Sequence[int]) -> None:
        """Show the lançamentos of a lot."""
        self.desk.read(self, lambda: self.desk.services.lotes.get(ids[0]), self._show, self._failed)

    def _show(self, detalhe: Any) -> None:
        dialog = LoteDialog(self.window(), self.desk, detalhe)
        dialog.export_wanted.connect(lambda: self.export([detalhe.lote.id]))
        dialog.close_wanted.connect(lambda: self.close_lots([detalhe.lote.id]))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    # --- closing

    def _why_not_close(self, ids: Sequence[int]) -> str:
        row = self.current_row() or {}
        closed = len(ids) == 1 and row.get("id") in ids and row.get("situacao") is SituacaoLote.FECHADO
        return needs_rows(ids) or ("Este lote já está fechado." if closed else "")

    def close_lots(self, ids: Sequence[int]) -> None:
        """Show what closing does, then close."""
        dialog = FecharLotesDialog(self.window(), self.desk, ids)
        dialog.closed.connect(lambda words: self.message.say(words, Tone.SUCCESS))
        dialog.open()

    def show_periods(self) -> None:
        """Show the closed months."""
        PeriodosDialog(self.window(), self.desk, self.desk.empresa_id).open()

    # --- files

    def export(self, ids: Sequence[int]) -> None:
        """Ask where and how, then write the lots."""
        start = self.desk.settings.last_folder("lotes") / "lotes"
        chosen, kind = QFileDialog.getSaveFileName(self, "Exportar lotes", str(start), ";;".join(_FORMATOS))
        if not chosen:
            return
        formato = _FORMATOS.get(kind, "xlsx")
        ending = self.desk.services.lotes.FORMATOS[formato]
        path = Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")
        self.desk.settings.remember_folder("lotes", path.parent)
        self.write(list(ids), formato, path)

    def write(self, ids: Sequence[int], formato: str, path: Path) -> None:
        """Write the lots *ids* to *path*."""
        self.desk.draw(
            self,
            "Exportando lotes",
            lambda watcher: self.desk.services.lotes.exportar(ids, formato, path, watcher),
            lambda lines: self.message.say(
                f"{formats.count(lines, 'lançamento gravado', 'lançamentos gravados')} em {path}.", Tone.SUCCESS
            ),
            self._failed,
        )
