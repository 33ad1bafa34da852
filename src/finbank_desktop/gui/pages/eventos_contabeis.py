"""*Eventos e históricos*: the accounts and the words that processes post by, and which of them each one uses."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.contabil import MARCAS, EventoContabil, Historico, Papel
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.pages.fields_dialog import FieldsDialog
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.plano_contas import account_choices
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one


class EventosPage(ListPage):
    """Lists eventos contábeis."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        service = desk.services.eventos_contabeis
        spec = ListSpec(
            key="eventos-contabeis",
            title="Eventos contábeis",
            icon="tarefas",
            one="evento",
            many="eventos",
            colunas=service.COLUNAS_EVENTOS,
            fetch=service.list_eventos,
            hint="Filtrar por nome ou conta",
            empty=("Nenhum evento", "Um evento diz em que conta entra cada parte de um recebimento ou pagamento."),
            empty_verb="Novo evento",
            markable=False,
        )
        verbs = (
            Verb(text="Novo evento", icon="novo", run=lambda _ids: self.edit(0), shortcut="Ctrl+N", kind="primary"),
            Verb(text="Editar", icon="editar", run=lambda ids: self.edit(ids[0]), reason=needs_one),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change the evento."""
        self.edit(row_id)

    def edit(self, row_id: int) -> None:
        """Show the form of an evento; of a new one when *row_id* is 0."""
        services, empresa_id = self.desk.services, self.desk.empresa_id
        new = EventoContabil(empresa_id=empresa_id, codigo="", nome="")

        def load() -> tuple[EventoContabil, Any]:
            found = [each for each in services.eventos_contabeis.eventos(empresa_id) if each.id == row_id]
            return found[0] if found else new, services.plano_contas.analiticas(empresa_id)

        self.desk.read(self, load, lambda loaded: self._show(*loaded), self._failed)

    def _show(self, evento: EventoContabil, contas: Any) -> None:
        choices = account_choices(contas, "A do evento padrão do processo")
        fields = [
            Field(name="codigo", words="&Código", kind=Kind.TEXT, value=evento.codigo),
            Field(name="nome", words="&Nome", kind=Kind.TEXT, value=evento.nome),
            *(
                Field(
                    name=papel.name,
                    words=papel.value,
                    kind=Kind.CHOICE,
                    value=evento.contas.get(papel),
                    choices=choices,
                )
                for papel in Papel
            ),
        ]
        service = self.desk.services.eventos_contabeis

        def save(values: Mapping[str, Any]) -> EventoContabil:
            suas = {papel: values[papel.name] for papel in Papel if values[papel.name]}
            return service.save_evento(replace(evento, codigo=values["codigo"], nome=values["nome"], contas=suas))

        sentence = "A conta de cada parte. Banco e Caixa valem para contas caixa que não têm conta contábil própria."
        title = f"Evento {evento.codigo}" if evento.id else "Novo evento contábil"
        dialog = FieldsDialog(self.window(), self.desk, title, sentence, fields, save)
        dialog.saved.connect(lambda found: self.message.say(f"Evento {found.codigo} salvo.", Tone.SUCCESS))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


class HistoricosPage(ListPage):
    """Lists históricos."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        service = desk.services.eventos_contabeis
        spec = ListSpec(
            key="eventos-contabeis",
            title="Históricos",
            icon="tarefas",
            one="histórico",
            many="históricos",
            colunas=service.COLUNAS_HISTORICOS,
            fetch=service.list_historicos,
            hint="Filtrar por texto",
            empty=("Nenhum histórico", "O histórico são as palavras de cada lançamento."),
            empty_verb="Novo histórico",
            markable=False,
        )
        verbs = (
            Verb(text="Novo histórico", icon="novo", run=lambda _ids: self.edit(0), kind="primary"),
            Verb(text="Editar", icon="editar", run=lambda ids: self.edit(ids[0]), reason=needs_one),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change the histórico."""
        self.edit(row_id)

    def edit(self, row_id: int) -> None:
        """Show the form of a histórico; of a new one when *row_id* is 0."""
        service, empresa_id = self.desk.services.eventos_contabeis, self.desk.empresa_id
        new = Historico(empresa_id=empresa_id, codigo="", texto="")

        def load() -> Historico:
            return next((each for each in service.historicos(empresa_id) if each.id == row_id), new)

        self.desk.read(self, load, self._show, self._failed)

    def _show(self, historico: Historico) -> None:
        fields = (
            Field(name="codigo", words="&Código", kind=Kind.TEXT, value=historico.codigo, wide=True),
            Field(name="texto", words="&Texto", kind=Kind.TEXT, value=historico.texto, wide=True),
        )
        service = self.desk.services.eventos_contabeis

        def save(values: Mapping[str, Any]) -> Historico:
            return service.save_historico(replace(historico, **values))

        marks = ", ".join(f"{{{marca}}}" for marca in MARCAS)
        title = f"Histórico {historico.codigo}" if historico.id else "Novo histórico"
        dialog = FieldsDialog(self.window(), self.desk, title, f"O que muda vem entre chaves: {marks}.", fields, save)
        dialog.saved.connect(lambda found: self.message.say(f"Histórico {found.codigo} salvo.", Tone.SUCCESS))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


class PadroesPage(ListPage):
    """Lists what each process uses."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        service = desk.services.eventos_contabeis
        spec = ListSpec(
            key="eventos-contabeis",
            title="Padrões por processo",
            icon="configuracoes",
            one="processo",
            many="processos",
            colunas=service.COLUNAS_PADROES,
            fetch=service.list_padroes,
            hint="Filtrar por processo",
            markable=False,
        )
        verbs = (
            Verb(text="Mudar", icon="editar", run=lambda ids: self.edit(ids[0]), reason=needs_one, kind="primary"),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Change what the process uses."""
        self.edit(row_id)

    def edit(self, row_id: int) -> None:
        """Ask for the evento and the histórico of a process."""
        service, empresa_id = self.desk.services.eventos_contabeis, self.desk.empresa_id

        def load() -> tuple[Any, Any, Any]:
            found = next(each for each in service.padroes(empresa_id) if each.padrao.id == row_id)
            return found.padrao, service.eventos(empresa_id), service.historicos(empresa_id)

        self.desk.read(self, load, lambda loaded: self._show(*loaded), self._failed)

    def _show(self, padrao: Any, eventos: Any, historicos: Any) -> None:
        eventos_ditos = [Choice(value=each.id, text=f"{each.codigo} {each.nome}") for each in eventos]
        textos = [Choice(value=each.id, text=f"{each.codigo} {each.texto}") for each in historicos]
        fields = (
            Field(
                name="evento_id",
                words="&Evento contábil",
                kind=Kind.CHOICE,
                value=padrao.evento_id,
                choices=eventos_ditos,
                wide=True,
            ),
            Field(
                name="historico_id",
                words="&Histórico",
                kind=Kind.CHOICE,
                value=padrao.historico_id,
                choices=textos,
                wide=True,
            ),
        )
        service = self.desk.services.eventos_contabeis

        def save(values: Mapping[str, Any]) -> Any:
            return service.save_padrao(replace(padrao, **values))

        sentence = "Vale para o que for feito daqui em diante; o que já foi lançado fica como está."
        dialog = FieldsDialog(self.window(), self.desk, str(padrao.processo), sentence, fields, save)
        dialog.saved.connect(lambda _found: self.message.say("Padrão salvo.", Tone.SUCCESS))
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)


class EventosHistoricosPage(QWidget):
    """The three lists as tabs."""

    def __init__(self, desk: Desk) -> None:
        """Build the lists."""
        super().__init__()
        self.setProperty("kind", "page")
        self.eventos, self.historicos, self.padroes = EventosPage(desk), HistoricosPage(desk), PadroesPage(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("Eventos, históricos ou padrões")
        self.tabs.addTab(self.padroes, "&Padrões por processo")
        self.tabs.addTab(self.eventos, "&Eventos contábeis")
        self.tabs.addTab(self.historicos, "&Históricos")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), 0, 0)
        column.addWidget(self.tabs)

    def first_focus(self) -> QWidget:
        """Begin in the list in view."""
        page = self.tabs.currentWidget()
        return page.first_focus() if isinstance(page, ListPage) else self.tabs

    def filter_by(self, chosen: dict[str, Opcao], busca: str = "") -> None:
        """Show what another page asked for."""
        self.tabs.setCurrentWidget(self.eventos)
        self.eventos.filter_by(chosen, busca)
