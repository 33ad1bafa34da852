"""*Boletos*: the list, one boleto beside it, and what is done with them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs import papel
from finbank_desktop.gui.dialogs.enviar_email import EnviarEmailDialog
from finbank_desktop.gui.pages import envio_jobs
from finbank_desktop.gui.pages.acoes import Acoes
from finbank_desktop.gui.pages.boleto_panel import BoletoPanel
from finbank_desktop.gui.pages.choices import NO_BANCO, SITUACOES, periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.registro_planos import USUAIS
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows

_BOTH = 900
_HIDDEN = frozenset(
    {
        *("codigo", "numero_documento", "emissao", "valor_pago", "detalhe", "banco", "remessa"),
        *("data_pagamento", "data_credito", "linha_digitavel", "convenio"),
    }
)


class BoletosPage(ListPage):
    """Lists boletos; the one under the cursor is shown beside the list."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        spec = ListSpec(
            key="boletos",
            title="Boletos",
            icon="boletos",
            one="boleto",
            many="boletos",
            colunas=desk.services.boletos.COLUNAS,
            fetch=desk.services.boletos.list,
            filtros=(
                Filtro("situacao", "Situação", SITUACOES),
                Filtro("no_banco", "No banco", NO_BANCO),
                Filtro("vencimento", "Vencimento", periods),
            ),
            hint="Filtrar por pagador, nosso número ou documento",
            somas={"valor": "Total", "valor_pago": "Pago"},
            hidden=_HIDDEN,
            empty=(
                "Nenhum boleto ainda",
                "Boletos nascem das contas a receber: marque as contas e escolha “Gerar boleto”.",
            ),
            empty_verb="Ir para contas a receber",
            help_link="Como funciona o ciclo do boleto?",
        )
        self.acoes = Acoes(self)
        verbs = (
            Verb(text="Gerar remessa", icon="remessas", run=self._remessa, shortcut="Ctrl+R", kind="primary"),
            Verb(
                text="Visualizar e imprimir",
                icon="imprimir",
                run=self.preview,
                reason=needs_rows,
                shortcut="Ctrl+P",
            ),
            Verb(
                text="Enviar por e-mail…",
                icon="enviado",
                run=self._send_email,
                reason=needs_rows,
                shortcut="Ctrl+E",
                in_bar=False,
            ),
            Verb(
                text="Salvar PDF…",
                icon="salvar",
                run=self._save_pdf,
                reason=needs_rows,
                shortcut="Ctrl+S",
                in_bar=False,
            ),
            Verb(
                text="Ver detalhes",
                icon="info",
                run=self._show_detail_window,
                reason=needs_one,
                shortcut="Ctrl+D",
                in_bar=False,
            ),
            Verb(
                text="Copiar linha digitável",
                icon="copiar",
                run=self._copy_line,
                reason=needs_one,
                shortcut="Ctrl+Shift+C",
                in_bar=False,
            ),
            Verb(
                text="Copiar texto para WhatsApp",
                icon="copiar",
                run=self._copy_whatsapp,
                reason=needs_one,
                shortcut="Ctrl+Shift+W",
                in_bar=False,
            ),
            Verb(
                text="Ir para registro por API",
                icon="banco-ok",
                run=lambda _ids: desk.section_wanted.emit("registros", dict(USUAIS)),
                shortcut="Ctrl+G",
                in_bar=False,
            ),
            Verb(
                text="Ir para contas a receber",
                icon="contas-receber",
                run=lambda _ids: desk.section_wanted.emit("contas-receber", {}),
                in_bar=False,
            ),
            *self.acoes.of_boletos(),
        )
        super().__init__(desk, spec, verbs)
        self.panel = BoletoPanel(self.preview, self._show_actions, self.acoes.retirar)
        self.panel.hide()
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([theme.px(1000), theme.px(320)])
        self._wanted = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(80)
        self._pause.timeout.connect(self._read_detail)

    def show_detail(self, row_id: int | None) -> None:
        """Show the boleto beside the list, a moment after the cursor rests on it."""
        self._wanted = row_id or 0
        if row_id is None:
            self.panel.hide()
        else:
            self._pause.start()

    def open_row(self, row_id: int) -> None:
        """Show the boleto as a page."""
        self.preview([row_id])

    def _read_detail(self) -> None:
        wanted = self._wanted
        if wanted:
            self.desk.read(
                self,
                lambda: self.desk.services.boletos.get(wanted),
                lambda detalhe: self._show(wanted, detalhe),
                lambda error: self.message.say(explain(error), Tone.DANGER),
            )

    def _show(self, wanted: int, detalhe: Any) -> None:
        row = self.current_row()
        if wanted == self._wanted and row is not None:
            self.panel.show_boleto(row, detalhe)
            self.panel.setVisible(self._has_room())

    def _has_room(self) -> bool:
        """Whether list and details fit side by side; else *Ver detalhes* shows them in a window."""
        return self.width() >= theme.px(_BOTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the details as there is room."""
        super().resizeEvent(event)
        self.panel.setVisible(self._has_room() and bool(self._wanted))

    def _show_detail_window(self, ids: Sequence[int]) -> None:
        dialog = QDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel = BoletoPanel(self.preview, self._show_actions, self.acoes.retirar)
        QVBoxLayout(dialog).addWidget(panel)
        dialog.resize(theme.size(460, 720))
        boletos = self.desk.services.boletos

        def show(found: Any) -> None:
            row, detalhe = found
            dialog.setWindowTitle(f"Boleto {detalhe.boleto.nosso_numero_impresso}")
            panel.show_boleto(dict(row), detalhe)
            if not dialog.isVisible():
                dialog.open()

        def read() -> None:
            self.desk.read(
                dialog,
                lambda: (boletos.list_ids(ids).linhas[0], boletos.get(ids[0])),
                show,
                lambda error: self.message.say(explain(error), Tone.DANGER),
            )

        again = self.desk.changed.connect(read)
        dialog.destroyed.connect(lambda: self.desk.changed.disconnect(again))
        read()

    # --- verbs

    def _show_actions(self, boleto_id: int, near: QWidget) -> None:
        menu = self.verbs.menu(near, [boleto_id])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(near.mapToGlobal(QPoint(0, near.height())))

    def _remessa(self, ids: Sequence[int]) -> None:
        row = self.current_row() if len(ids) == 1 else None
        marked = list(self.model.marked)
        self.desk.remessa_wanted.emit(marked, row["convenio_id"] if row is not None and marked else None)

    def preview(self, ids: Sequence[int]) -> None:
        """Show the boletos *ids* as pages."""
        papel.preview(self.window(), self.desk, ids, lambda words: self.message.say(words, Tone.DANGER))

    def _save_pdf(self, ids: Sequence[int]) -> None:
        papel.save(self.window(), self.desk, ids)

    def _send_email(self, ids: Sequence[int]) -> None:
        def queued(number: int) -> None:
            self.message.say(formats.count(number, "e-mail na fila.", "e-mails na fila."), Tone.INFO)
            envio_jobs.send(self, self.desk)

        EnviarEmailDialog(self.window(), self.desk, ids, queued).open()

    def _copy_whatsapp(self, ids: Sequence[int]) -> None:
        self.desk.read(
            self,
            lambda: self.desk.services.envios.whatsapp(ids),
            lambda text: self._copied(text, "Texto copiado: cole na conversa do WhatsApp."),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _copy_line(self, ids: Sequence[int]) -> None:
        self.desk.read(
            self,
            lambda: self.desk.services.boletos.get(ids[0]).boleto.linha_digitavel,
            lambda digits: self._copied(digits, "Linha digitável copiada."),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )

    def _copied(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.message.say(said, Tone.SUCCESS)
