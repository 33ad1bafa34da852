"""*Registro por API*: what is to be communicated to the banks' interfaces, and the run that does it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.registro import EstadoRegistro, TipoFalha
from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.dialogs.comunicar import ComunicarDialog
from finbank_desktop.gui.dialogs.enviar_email import EnviarEmailDialog
from finbank_desktop.gui.dialogs.pedidos_api import PedidosApiDialog
from finbank_desktop.gui.dialogs.registro_historico import HistoricoDialog
from finbank_desktop.gui.dialogs.site_do_banco import SiteDoBancoDialog
from finbank_desktop.gui.pages import envio_jobs, registro_execucao, registro_planos
from finbank_desktop.gui.pages.choices import SITUACOES, periods
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.pages.list_spec import ListSpec
from finbank_desktop.gui.pages.registro_painel import RegistroPainel, sentences
from finbank_desktop.gui.pages.registro_titulo import open_title, save_bank_pdf
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Filtro, Opcao
from finbank_desktop.gui.widgets.verbs import Reason, Verb, needs_one, needs_rows

if TYPE_CHECKING:
    from finbank_desktop.services.registros.modelo import RegistroPlan

_SIM_NAO = (Opcao("Não", valor=False), Opcao("Sim", valor=True))
_RESULTADOS = tuple(Opcao(str(each), each.name) for each in EstadoRegistro)
_TIPOS = tuple(Opcao(str(each), each.name) for each in TipoFalha)
_VALORES = (
    Opcao("até R$ 100", (None, 100_00)),
    Opcao("de R$ 100 a R$ 1.000", (100_00, 1_000_00)),
    Opcao("de R$ 1.000 a R$ 10.000", (1_000_00, 10_000_00)),
    Opcao("acima de R$ 10.000", (10_000_00, None)),
)
_DECIDEM = (EstadoRegistro.CONFLITO, EstadoRegistro.DESCONHECIDO)
_INCERTOS = (EstadoRegistro.DESCONHECIDO, EstadoRegistro.ENVIANDO, EstadoRegistro.ACEITO)
_FRESH = 1_500
"""Milliseconds after which the list is read anew while a run goes on."""
_MOST = 1_000


class RegistrosPage(ListPage):
    """Lists the boletos of convênios with an account at an API; the run stands below."""

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        self._carteiras: Sequence[Opcao] = ()
        self._filiais: Sequence[Opcao] = ()
        spec = ListSpec(
            key="registros",
            title="Registro por API",
            icon="enviado",
            one="boleto",
            many="boletos",
            colunas=desk.services.registros.COLUNAS,
            fetch=lambda query: registro_planos.fetch(desk, query),
            filtros=(
                Filtro("convenio_id", "ID da carteira", lambda: self._carteiras),
                Filtro("comunicado", "Comunicado", _SIM_NAO),
                Filtro("impresso", "Impresso", _SIM_NAO),
                Filtro("vencimento", "Vencimento", periods),
                Filtro("emissao", "Emissão", periods),
                Filtro("valor", "Valor", _VALORES),
                Filtro("situacao", "Situação", SITUACOES),
                Filtro("filial_id", "Filial", lambda: self._filiais),
                Filtro("estado", "Resultado", _RESULTADOS),
                Filtro("tipo", "Tipo", _TIPOS),
            ),
            hint="Filtrar por cliente, documento ou nosso número",
            somas={"valor": "Total"},
            hidden=frozenset({"numero_documento", "situacao", "nosso_numero_impresso", "envios"}),
            empty=(
                "Nenhum boleto para registrar por API",
                "Aqui ficam os boletos dos convênios que têm conta de API; os outros vão por remessa.",
            ),
            empty_verb="Contas de API",
            help_link="Como funciona o registro por API?",
        )
        super().__init__(desk, spec, self._verbs())
        self.execucao = registro_execucao.of(desk)
        self.painel = RegistroPainel(self.execucao)
        self.painel.title_wanted.connect(self.open_row)
        self.painel.redo_wanted.connect(self.communicate)
        self.painel.lookup_wanted.connect(self.communicate)
        self.painel.mail_wanted.connect(self.send_email)
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.insertWidget(0, self.painel)  # while it is there, it is what the page is about
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self._again = QTimer(self)
        self._again.setInterval(_FRESH)
        self._again.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        self.execucao.changed.connect(self._run_changed)
        self.execucao.ended.connect(self._run_ended)
        self._run_changed()
        self.filters.set_filters(dict(registro_planos.USUAIS))

    def _verbs(self) -> tuple[Verb, ...]:
        return (
            Verb(
                text="Comunicação com Gateway",
                icon="enviado",
                run=self.communicate,
                reason=self._may_run,
                shortcut="Ctrl+G",
                kind="primary",
            ),
            Verb(text="Consultar pagamentos…", icon="retornos", run=lambda _ids: self.ask_payments()),
            Verb(
                text="Abrir o título no erro",
                icon="editar",
                run=lambda ids: self.open_row(ids[0]),
                reason=needs_one,
                shortcut="Ctrl+D",
                in_bar=False,
            ),
            Verb(
                text="Consultar incertos",
                icon="buscar",
                run=self.communicate,
                reason=self._in_states(_INCERTOS, "Só um título sem resposta certa se consulta."),
                in_bar=False,
            ),
            Verb(
                text="Confira no site do banco…",
                icon="ajuda",
                run=self.ask_person,
                reason=self._in_states(_DECIDEM, "Só um título sem resposta certa espera por você."),
                in_bar=False,
            ),
            Verb(
                text="Histórico da comunicação…",
                icon="relogio",
                run=lambda ids: HistoricoDialog(self.window(), desk=self.desk, boleto_id=ids[0]).open(),
                reason=needs_one,
                in_bar=False,
            ),
            Verb(
                text="Enviar instruções por API…",
                icon="aviso",
                run=lambda _ids: PedidosApiDialog(self.window(), self.desk).open(),
                in_bar=False,
                group="depois",
            ),
            Verb(
                text="Enviar por e-mail…",
                icon="enviado",
                run=self.send_email,
                reason=needs_rows,
                shortcut="Ctrl+E",
                in_bar=False,
                group="depois",
            ),
            Verb(
                text="PDF do banco…",
                icon="pdf",
                run=lambda ids: save_bank_pdf(self, self.desk, ids[0], self.message),
                reason=needs_one,
                in_bar=False,
                group="depois",
            ),
            Verb(
                text="Contas de API",
                icon="convenios",
                run=lambda _ids: self._accounts(),
                in_bar=False,
                group="depois",
            ),
        )

    # --- what may be done

    def _may_run(self, _ids: Sequence[int]) -> str:
        return "Espere a comunicação terminar." if registro_execucao.of(self.desk).is_running else ""

    def _in_states(self, estados: Sequence[EstadoRegistro], recusa: str) -> Reason:
        def reason(ids: Sequence[int]) -> str:
            known = [row["resultado"] for row in self.model.known(ids)]
            return needs_rows(ids) or ("" if all(estado in estados for estado in known) else recusa)

        return reason

    # --- reading

    def showEvent(self, event: object) -> None:
        """Read the list, and what can be filtered by."""
        super().showEvent(event)
        self.desk.read(self, self._read_choices, self._take_choices, self._failed)

    def _read_choices(self) -> tuple[Sequence[Opcao], Sequence[Opcao]]:
        services, query = self.desk.services, ListQuery(quantidade=_MOST, filtros=self.desk.scope)
        carteiras = [
            Opcao(f"{info.convenio.codigo} · {info.convenio.descricao} ({info.titulo})", info.convenio.id)
            for info in services.registros.contas.list(self.desk.empresa_id or None)
            if info.conta.ativa
        ]
        rows = services.cadastros.list_filiais(query).linhas
        filiais = [Opcao(f"{row['codigo']} · {row['nome']}", row["id"]) for row in rows]
        return carteiras, filiais

    def _take_choices(self, choices: tuple[Sequence[Opcao], Sequence[Opcao]]) -> None:
        self._carteiras, self._filiais = choices

    def _failed(self, error: Exception) -> None:
        self.message.say(explain(error), Tone.DANGER)

    # --- communicating

    def communicate(self, ids: Sequence[int] = ()) -> None:
        """Show what communicating *ids* would do; without any, the marked rows or all that the filters show."""
        chosen = list(ids) or sorted(self.model.marked)
        query = replace(self.model.query, filtros={**self.filters.filtros, **self.desk.scope})
        self.message.say("Conferindo os títulos…", Tone.INFO)
        self.desk.read(self, lambda: registro_planos.make(self.desk, chosen, query), self._planned, self._failed)

    def _planned(self, planos: Sequence["RegistroPlan"]) -> None:
        self.message.silence()
        if not planos:
            self.message.say("Nenhum boleto a comunicar com estes filtros.", Tone.INFO)
            return
        ComunicarDialog(self.window(), planos, self._begin, self._open_title, self._accounts).open()

    def _accounts(self) -> None:
        self.desk.section_wanted.emit("contas-api", {})

    def _begin(self, planos: Sequence["RegistroPlan"]) -> None:
        self.execucao.start(planos)
        self.model.unmark_all()
        self.painel.show_now()
        self.painel.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _run_changed(self) -> None:
        running = self.execucao.is_running
        if running and not self._again.isActive():
            self._again.start()
        elif not running:
            self._again.stop()
        self.verbs.refresh()

    def _run_ended(self) -> None:
        left = len(self.execucao.pendentes)
        if left:
            words = formats.count(left, "título continua pendente", "títulos continuam pendentes")
            self.message.say(f"Comunicação terminada: {words}; veja o motivo de cada um no painel.", Tone.WARNING)
        else:
            self.message.say("Comunicação terminada: 0 pendentes.", Tone.SUCCESS)
        if self.isVisible() and not self.window().focusWidget():
            self.painel.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_payments(self) -> None:
        """Ask the banks what was paid or dropped, and show it as a retorno."""
        from finbank_desktop.gui.wizards.consultar_pagamentos import (  # noqa: PLC0415 - SQLAlchemy is slow
            ConsultarPagamentosWizard,
        )

        ConsultarPagamentosWizard(self.window(), self.desk).open()

    def send_email(self, ids: Sequence[int]) -> None:
        """Send boletos to their customers, as *Boletos* does."""

        def queued(number: int) -> None:
            self.message.say(formats.count(number, "e-mail na fila.", "e-mails na fila."), Tone.INFO)
            envio_jobs.send(self, self.desk)

        EnviarEmailDialog(self.window(), self.desk, ids, queued).open()

    # --- one title

    def open_row(self, row_id: int) -> None:
        """Open the title in the field that the bank complains of; one that only a person can settle, for that."""
        row = self.execucao.rows.get(row_id) or next(iter(self.model.known([row_id])), {})
        if row.get("resultado") is EstadoRegistro.CONFLITO:
            self.ask_person([row_id])
        else:
            said = sentences(*(str(row.get(part) or "") for part in ("mensagem", "sugestao")))
            self._open_title(row_id, str(row.get("campo") or ""), said)

    def _open_title(self, boleto_id: int, campo: str, said: str) -> None:
        open_title(self, self.desk, boleto_id, campo, said, self._failed)

    def ask_person(self, ids: Sequence[int]) -> None:
        """Ask whether the bank's site shows a title."""
        SiteDoBancoDialog(self.window(), self.desk, ids[0], self._decided).open()

    def _decided(self, registro: Any) -> None:
        self.execucao.correct(registro.boleto_id, registro)
        self.message.say(registro.mensagem, Tone.SUCCESS)
