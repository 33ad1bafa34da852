"""*Débitos*: what is asked of the customers' banks, the files that ask, and the customers' consents."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QTabWidget, QVBoxLayout, QWidget

from finbank_desktop.domain.debitos import Consentimento, SituacaoConsentimento, SituacaoDebito
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.action import Action, Feito
from finbank_desktop.gui.dialogs.debitos import (
    CancelarDebitosAction,
    CriarDebitosAction,
    GerarDebitosAction,
    MudarDiaAction,
    ReenviarDebitosAction,
)
from finbank_desktop.gui.dialogs.plan_dialog import PlanDialog
from finbank_desktop.gui.pages.choices import SITUACOES_REMESSA, periods
from finbank_desktop.gui.pages.debito_cadastros import GridCadastroPage
from finbank_desktop.gui.pages.debito_detalhe import DebitoDialog, HistoriaDialog, RemessaDebitoDialog
from finbank_desktop.gui.pages.debito_records import ConsentimentoRecord, consentimento_fields
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.record_dialog import Record
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Verb, needs_one, needs_rows

_SITUACOES = tuple(Opcao(str(each), str(each)) for each in SituacaoDebito)
_CONSENTIMENTOS = tuple(Opcao(str(each), str(each)) for each in SituacaoConsentimento)
_MUITAS = 5000


class DebitosListPage(ListPage):
    """Lists debits."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        debitos = desk.services.debitos.debitos
        spec = ListSpec(
            key="debitos",
            title="Débitos",
            icon="agrupar",
            one="débito",
            many="débitos",
            colunas=debitos.COLUNAS,
            fetch=debitos.list,
            filtros=(
                Filtro("situacao", "Situação", _SITUACOES),
                Filtro("vencimento", "Débito em", periods),
            ),
            hint="Filtrar por cliente, número ou IDBOLETO",
            somas={"valor": "Total", "valor_debitado": "Debitado"},
            hidden=frozenset({"banco", "remessa", "historico", "data_credito", "seu_numero", "convenio"}),
            empty=(
                "Nenhum débito",
                "Um débito pede ao banco que tire o valor da conta do cliente, com o consentimento dele.",
            ),
            empty_verb="Criar débitos",
            help_link="Como funciona o débito automático?",
        )
        super().__init__(desk, spec, self._verbs())

    def _verbs(self) -> Sequence[Verb]:
        return (
            Verb(text="Criar débitos", icon="novo", run=self._create, shortcut="Ctrl+N", kind="primary"),
            Verb(text="Gerar remessa", icon="remessas", run=self._send, shortcut="Ctrl+R"),
            Verb(text="Ver débito", icon="visualizar", run=lambda ids: self.open_row(ids[0]), reason=needs_one),
            Verb(
                text="Corrigir e reenviar…",
                icon="editar",
                run=lambda ids: self.act(ReenviarDebitosAction(self.desk.services, ids)),
                reason=needs_rows,
                in_bar=False,
            ),
            Verb(
                text="Mudar o dia…",
                icon="calendario",
                run=lambda ids: self.act(MudarDiaAction(self.desk.services, ids)),
                reason=needs_rows,
                in_bar=False,
            ),
            Verb(
                text="Cancelar débito…",
                icon="cancelado",
                run=lambda ids: self.act(CancelarDebitosAction(self.desk.services, ids)),
                reason=needs_rows,
                in_bar=False,
            ),
            Verb(
                text="Importar retorno",
                icon="retornos",
                run=lambda _ids: self.desk.debito_wanted.emit([]),
                in_bar=False,
            ),
        )

    def _create(self, _ids: Sequence[int]) -> None:
        self.act(CriarDebitosAction(self.desk.services, []))

    def _send(self, _ids: Sequence[int]) -> None:
        self.act(GerarDebitosAction(self.desk.services, sorted(self.model.marked), self.desk.settings))

    def act(self, action: Action) -> None:
        """Open the window of *action*."""
        PlanDialog(self.window(), self.desk, action, self._done).open()

    def _done(self, feito: Feito) -> None:
        self.message.say(feito.texto, Tone.SUCCESS)

    def open_row(self, row_id: int) -> None:
        """Show the debit."""
        self.desk.read(
            self,
            lambda: self.desk.services.debitos.debitos.get(row_id),
            lambda detalhe: DebitoDialog(self.window(), detalhe).open(),
            lambda error: self.message.say(explain(error), Tone.DANGER),
        )


class RemessasDebitoPage(ListPage):
    """Lists the remessas of débito automático."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        remessas = desk.services.debitos.remessas
        spec = ListSpec(
            key="debitos-remessas",
            title="Remessas de débito",
            icon="remessas",
            one="remessa",
            many="remessas",
            colunas=remessas.COLUNAS,
            fetch=remessas.list,
            filtros=(Filtro("situacao", "Situação", SITUACOES_REMESSA),),
            hint="Filtrar por arquivo",
            somas={"valor": "Total"},
            hidden=frozenset({"codigo", "usuario"}),
            empty=("Nenhuma remessa de débito", "Em Débitos, Gerar remessa escreve o arquivo que vai ao banco."),
        )
        verbs = (
            Verb(text="Marcar como enviada", icon="enviado", run=self._mark_sent, reason=needs_rows, kind="primary"),
            Verb(text="Ver remessa", icon="visualizar", run=lambda ids: self.open_row(ids[0]), reason=needs_one),
            Verb(text="Salvar o arquivo de novo…", icon="salvar", run=self._save_again, reason=needs_one),
            Verb(text="Cancelar remessa", icon="cancelado", run=self._cancel, reason=needs_one, in_bar=False),
        )
        super().__init__(desk, spec, verbs)

    def open_row(self, row_id: int) -> None:
        """Show what it asked for."""
        self.desk.read(
            self,
            lambda: self.desk.services.debitos.remessas.get(row_id),
            lambda detalhe: RemessaDebitoDialog(self.window(), detalhe).open(),
            self._failed,
        )

    def _write(self, title: str, call: Any, text: str) -> None:
        self.desk.write(
            self, title, lambda _watcher: call(), lambda _done: self.message.say(text, Tone.SUCCESS), self._failed
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    def _mark_sent(self, ids: Sequence[int]) -> None:
        chosen, remessas = list(ids), self.desk.services.debitos.remessas
        self._write(
            "Marcando como enviada",
            lambda: [remessas.mark_enviada(row) for row in chosen],
            "Marcada como enviada ao banco.",
        )

    def _cancel(self, ids: Sequence[int]) -> None:
        remessas = self.desk.services.debitos.remessas
        self._write(
            "Cancelando a remessa",
            lambda: remessas.cancel(ids[0]),
            "Remessa cancelada: os débitos estão livres de novo. Apague o arquivo, para ninguém o enviar.",
        )

    def _save_again(self, ids: Sequence[int]) -> None:
        start = str(self.desk.settings.last_folder("remessas"))
        chosen = QFileDialog.getExistingDirectory(self, "Onde salvar o arquivo de novo?", start)
        if chosen:
            self.desk.draw(
                self,
                "Salvando a remessa de novo",
                lambda _watcher: self.desk.services.debitos.remessas.save_again(ids[0], Path(chosen)),
                lambda path: self.message.say(f"Salvo em {path}. É o mesmo arquivo, byte por byte.", Tone.SUCCESS),
                self._failed,
            )


class DebitosPage(QWidget):
    """Debits and their remessas on two tabs."""

    def __init__(self, desk: Desk) -> None:
        """Build both lists."""
        super().__init__()
        self.setProperty("kind", "page")
        self.debitos, self.remessas = DebitosListPage(desk), RemessasDebitoPage(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.debitos, "Débitos")
        self.tabs.addTab(self.remessas, "Remessas")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), 0, 0)
        column.addWidget(self.tabs)

    def first_focus(self) -> QWidget:
        """Begin in the list in view."""
        page = self.remessas if self.tabs.currentWidget() is self.remessas else self.debitos
        return page.first_focus()

    def filter_by(self, chosen: dict[str, Opcao], busca: str = "") -> None:
        """Show what another page asked for."""
        self.tabs.setCurrentWidget(self.debitos)
        self.debitos.filter_by(chosen, busca)


class ConsentimentosPage(GridCadastroPage):
    """Lists consents."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        consentimentos = desk.services.debitos.consentimentos
        spec = ListSpec(
            key="consentimentos",
            title="Consentimentos",
            icon="ok",
            one="consentimento",
            many="consentimentos",
            colunas=consentimentos.COLUNAS,
            fetch=consentimentos.list,
            filtros=(Filtro("situacao", "Situação", _CONSENTIMENTOS),),
            hint="Filtrar por titular, CPF/CNPJ ou conta",
            hidden=frozenset({"desde", "convenio"}),
            empty=(
                "Nenhum consentimento",
                "Só se debita a conta de quem autorizou: aqui ficam as autorizações dos seus clientes.",
            ),
            empty_verb="Novo consentimento",
            help_link="Quem autoriza, e onde?",
            markable=False,
        )
        further = (
            Verb(text="Excluir…", icon="cancelado", run=self._exclude, reason=needs_one, in_bar=False),
            Verb(text="Reabrir", icon="atualizar", run=self._reopen, reason=needs_one, in_bar=False),
            Verb(text="Ver história", icon="relogio", run=self._history, reason=needs_one, in_bar=False),
        )
        super().__init__(desk, spec, "Novo consentimento", further)

    def load(self, row_id: int) -> tuple[Record, Any]:
        """Return the consent and its fields."""
        services = self.desk.services
        todos = ListQuery(quantidade=_MUITAS, filtros=self.desk.scope)
        convenios = services.debitos.cadastros.list_convenios(todos).linhas
        pessoas = services.cadastros.list_pessoas(todos).linhas
        novo = Consentimento(
            empresa_id=self.desk.empresa_id,
            convenio_id=int(convenios[0]["id"]) if len(convenios) == 1 else 0,
            cliente_empresa="",
            nome="",
            documento="",
            banco="",
            agencia="",
            conta="",
        )
        achado = services.debitos.consentimentos.get(row_id) if row_id else novo
        return ConsentimentoRecord(services, achado), consentimento_fields(convenios, pessoas)

    def _exclude(self, ids: Sequence[int]) -> None:
        consentimentos = self.desk.services.debitos.consentimentos
        self._write("Excluindo o consentimento", lambda: consentimentos.exclude(ids[0]))

    def _reopen(self, ids: Sequence[int]) -> None:
        consentimentos = self.desk.services.debitos.consentimentos
        self._write("Reabrindo o consentimento", lambda: consentimentos.reopen(ids[0]))

    def _write(self, title: str, call: Any) -> None:
        self.desk.write(
            self,
            title,
            lambda _watcher: call(),
            lambda feito: self.message.say(f"{feito.nome}: {feito.situacao.lower()}.", Tone.SUCCESS),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    def _history(self, ids: Sequence[int]) -> None:
        nome = str((self.current_row() or {}).get("nome", ""))
        self.desk.read(
            self,
            lambda: self.desk.services.debitos.consentimentos.history(ids[0]),
            lambda eventos: HistoriaDialog(self.window(), f"Consentimento de {nome}", eventos).open(),
            self._failed,
        )
