"""The assistant *Gerar remessa*: convênio, titles, folder, result."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.wizards.remessa_frame import RemessaFrame
from finbank_desktop.gui.wizards.remessa_incluir import IncluirDialog
from finbank_desktop.gui.wizards.remessa_pages import ConvenioPage, TitulosPage
from finbank_desktop.services import remessa_envio
from finbank_desktop.services.remessa_wizard import RemessaDraft, RemessaStep

if TYPE_CHECKING:
    from finbank_desktop.domain.remessas import Remessa
    from finbank_desktop.services.remessa_plan import RemessaPlan


class GerarRemessaWizard(RemessaFrame):
    """Chooses titles of one convênio, shows the plan, writes exactly that plan."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, ids: Sequence[int] = (), convenio_id: int | None = None
    ) -> None:
        """Begin with the boletos *ids* (all that may go when empty) of *convenio_id* when it is known."""
        draft = RemessaDraft(convenio_id=convenio_id, pasta=desk.settings.last_folder(self.topic))
        super().__init__(parent, desk, "Gerar remessa", ("Convênio", "Títulos", "Pasta", "Resultado"), draft)
        self._ids = list(ids) or None
        self.convenio = ConvenioPage()
        self.titulos = TitulosPage()
        self.convenio.chosen.connect(self.choose_convenio)
        self.convenio.opened.connect(self.go_on)
        self.titulos.model.ticked_changed.connect(self._ticked)
        self.titulos.more_wanted.connect(self._look_for_more)
        self.start(self.convenio, self.titulos)
        self.read_convenios()

    # --- convênio

    def read_convenios(self) -> None:
        """Read the active convênios, unless they are there."""
        if not self.convenio.model.rowCount():
            query = ListQuery(quantidade=1000, filtros={"ativo": True})
            self.desk.read(
                self, lambda: self.desk.services.cadastros.list_convenios(query), self._show_convenios, self.failed
            )

    def _show_convenios(self, pagina: Pagina) -> None:
        if self.step is not RemessaStep.CONVENIO:
            return
        self.convenio.show_convenios(pagina.linhas)
        if not pagina.linhas:
            self.say("Ainda não há convênio. Cadastre um em Cadastros ▸ Convênios.", Tone.WARNING)
        self.refresh()

    # --- titles

    def make_plan(self, convenio_id: int) -> "RemessaPlan":
        """Return the plan of what is due and of what was included by hand."""
        ids, comandos = self._ids, self.draft.comandos
        plan = self.desk.services.remessas.plan
        due = plan(convenio_id, ids)
        if not comandos:
            return due
        together = dict.fromkeys([*(row.boleto.id for row in due.rows), *comandos])
        return plan(convenio_id, list(together), comandos=comandos)

    def make_final(self, convenio_id: int, ids: Sequence[int]) -> "RemessaPlan":
        """Return the plan of exactly *ids*."""
        return self.desk.services.remessas.plan(convenio_id, ids, comandos=self.draft.comandos)

    def show_plan(self, plano: "RemessaPlan") -> None:
        """Show what the bank will be told of each title."""
        self.titulos.show_plan(plano)
        self._ticked()

    def _ticked(self) -> None:
        plano: Any = self.draft.plano
        if plano is not None:
            escolhidos = tuple(int(row) for row in self.titulos.model.ticked())
            self.titulos.show_sums(plano, escolhidos)
            self.ticked(escolhidos)

    def _look_for_more(self) -> None:
        convenio_id = self.draft.convenio_id
        if convenio_id is None or self.is_busy:
            return
        dialog = IncluirDialog(self, self.desk, convenio_id)
        dialog.chosen.connect(self.include)
        dialog.open()

    def include(self, ids: Sequence[int], comando: Comando) -> None:
        """Let the boletos *ids* go along with *comando* and plan anew."""
        self.draft = replace(self.draft, comandos={**self.draft.comandos, **dict.fromkeys(ids, comando)}, final=None)
        self.plan()

    # --- folder and writing

    def look_at_folder(self, plano: "RemessaPlan", pasta: Path) -> Sequence[Problem]:
        """Return what is wrong with the folder."""
        return self.desk.services.remessas.pasta_problems(plano, pasta)

    def describe_file(self, plano: "RemessaPlan") -> str:
        """Return number, convênio, format, titles and sum."""
        convenio = plano.convenio
        titles = formats.count(len(plano.going), "título", "títulos")
        return (
            f"Remessa nº {plano.sequencia} do convênio {convenio.codigo} {convenio.descricao} · "
            f"CNAB {convenio.formato} · {titles} · {format_brl(plano.valor)}"
        )

    def write_plan(self, plano: "RemessaPlan", pasta: Path, watcher: Any) -> "Remessa":
        """Write the remessa."""
        return self.desk.services.remessas.apply(plano, pasta, watcher)

    def describe_result(self, plano: "RemessaPlan", remessa: "Remessa") -> tuple[str, Sequence[str]]:
        """Return what was written and how it gets to the bank."""
        words = (
            f"Remessa nº {remessa.sequencia} com {formats.count(remessa.titulos, 'título', 'títulos')}, "
            f"{format_brl(remessa.valor)}. Falta enviá-la ao banco."
        )
        return words, remessa_envio.steps(plano.convenio.banco)

    def write_sent(self, remessa_id: int) -> "Remessa":
        """Mark it as sent."""
        return self.desk.services.remessas.mark_enviada(remessa_id)
