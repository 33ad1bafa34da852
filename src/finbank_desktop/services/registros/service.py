"""What a person can ask about registering boletos by API."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.registro import ContaApi, EstadoRegistro
from finbank_desktop.gateway.falhas import ChamadaError, InterrompidoError
from finbank_desktop.gateway.port import (
    Adaptador,
    Filtro,
    Indeterminado,
    SemSuporte,
    TituloNoBanco,
)
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_registros import Registro, TentativaRegistro
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import lists
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import refuse_errors
from finbank_desktop.services.registros import decisoes, pedidos_api, perguntas, plano, situacao, titulos
from finbank_desktop.services.registros.contas import ContasApiService, check
from finbank_desktop.services.registros.controle import Controle
from finbank_desktop.services.registros.diario import Diario
from finbank_desktop.services.registros.modelo import (
    Ouvinte,
    RegistroPlan,
    ResultadoRodada,
    Tempos,
    deaf,
)
from finbank_desktop.services.registros.pedidos_api import PedidosPlan, ResultadoPedido
from finbank_desktop.services.registros.titulos import Cadastro
from finbank_desktop.services.retorno_model import RetornoPlan

if TYPE_CHECKING:
    from finbank_desktop.gateway.runner import Canal
    from finbank_desktop.services.registros.rodada import Rodada

TRAVA = "registros"
"""Who holds it sends, alone on these books; also a second window and a script wait for it."""
_INCERTOS = (EstadoRegistro.ENVIANDO, EstadoRegistro.DESCONHECIDO, EstadoRegistro.ACEITO, EstadoRegistro.CONFLITO)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistroDetalhe:
    """All that is known of one title's registration.

    Attributes:
        registro: ``None`` before it was first planned.
        tentativas: The journal's entries, oldest first.
    """

    registro: Registro | None
    tentativas: Sequence[TentativaRegistro] = ()


class RegistrosService:
    """Plans and runs registrations, asks banks how titles stand, and keeps what people decide.

    Attributes:
        contas: The accounts at the banks' APIs.
    """

    COLUNAS = lists.REGISTROS

    def __init__(
        self,
        database: Database,
        credentials: Credentials,
        adaptadores: Mapping[str, Adaptador],
        *,
        usuario: str,
        agora: Callable[[], datetime],
        tempos: Tempos | None = None,
        autoridade: Path | None = None,
    ) -> None:
        """Work on *database* in the name of *usuario*.

        Args:
            database: The books.
            credentials: Where secrets are.
            adaptadores: The banks' APIs by name.
            usuario: In whose name the journal is written.
            agora: What time it is.
            tempos: How long a run waits for what; tests bring shorter ones.
            autoridade: A further authority to believe, of tests.
        """
        self._database, self._usuario, self._agora = database, usuario, agora
        self._tempos = tempos or Tempos()
        self.contas = ContasApiService(
            database, credentials, adaptadores, agora=agora, tempos=self._tempos, autoridade=autoridade
        )

    # --- looking

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the boletos of convênios, with what became of their registration.

        Filters beyond the columns: ``comunicado``, ``impresso``, ``aberto``, ``por_api`` (true or false), ``estado``,
        ``tipo``, ``situacao``, ``convenio`` (codigo), ``filial`` (codigo), ``vence_em`` (days).
        """
        with self._database.read() as uow:
            return uow.registros.page(query or ListQuery(), self._agora().date())

    def ids(self, query: ListQuery) -> Sequence[int]:
        """Return the ids of all boletos that match, in the order asked for, on all pages."""
        with self._database.read() as uow:
            return uow.registros.ids(query, self._agora().date())

    def get(self, boleto_id: int) -> RegistroDetalhe:
        """Return all that is known of a boleto's registration."""
        with self._database.read() as uow:
            registro = uow.registros.of_boletos([boleto_id]).get(boleto_id)
            tentativas = uow.registro_tentativas.of_registro(registro.id) if registro else ()
        return RegistroDetalhe(registro=registro, tentativas=tentativas)

    def incertos(self, convenio_id: int | None = None) -> int:
        """Return of how many titles nobody knows yet whether the bank has them."""
        with self._database.read() as uow:
            contagem = uow.registros.counts(convenio_id)
        return sum(contagem.get(estado, 0) for estado in _INCERTOS)

    def sem_registro(self, dias: int = 5) -> int:
        """Return how many open boletos of API convênios fall due within *dias* days and are not at the bank."""
        filtros = {"por_api": True, "comunicado": False, "vence_em": dias}
        return self.list(ListQuery(filtros=filtros, quantidade=1)).total

    # --- communicating

    def plan(self, convenio_id: int, ids: Sequence[int] | None = None) -> RegistroPlan:
        """Return what communicating boletos of a convênio would do; nothing is written or sent.

        Args:
            convenio_id: Whose account is used.
            ids: The boletos; ``None`` takes all that were never sent, and all whose answer is not certain yet. A
                refused one goes only when it is named.

        Raises:
            RefusedError: The convênio has no account, this program has not its API, or a boleto does not exist.
        """
        with self._database.read() as uow:
            de = self._cadastro(uow, convenio_id)
            problems = self.contas.problems(de.conta_api, de.empresa)
            return plano.build(uow, de, ids, hoje=self._agora().date(), problems=problems)

    def run(
        self,
        plan: RegistroPlan,
        watcher: Watcher = SILENT,
        *,
        ouvir: Ouvinte = deaf,
        controle: Controle | None = None,
        so_consultar: bool = False,
    ) -> ResultadoRodada:
        """Do what *plan* says; every step is in the journal before the next. Not for the window's own thread.

        What was under way when a program died is looked for first. Ended by *controle* or *watcher*, what was sent is
        sent and written down; the rest waits for another plan.

        Args:
            plan: As returned by `plan`.
            watcher: Told of the progress; may end the run.
            ouvir: Told of each title whenever something became of it.
            controle: Pauses, resumes and ends the run from another thread.
            so_consultar: Uncertain titles are looked for and nothing is sent, also not what turns out to be absent.

        Raises:
            RefusedError: The account cannot be used, nothing goes, somebody else is sending, or a title that may be at
                the bank was changed.
            StalePlanError: A boleto moved since *plan* was made; nothing was sent.
            OutsideError: The bank does not answer, or the books cannot be written; nothing more is sent.
        """
        refuse_errors(plan.problems, "registro_recusado")
        if not plan.going:
            raise RefusedError("nada_a_comunicar", "Nenhum boleto a comunicar nem a consultar.")
        controle = controle or Controle()
        with self._database.hold(TRAVA) as had:
            _require(had=had)
            with self._database.read() as uow:
                de = self._cadastro(uow, plan.convenio.id)
            _require_same(plan.conta, de.conta_api)
            diario = self._diario(de)
            diario.recover()
            canal = self.contas.canal(de.conta_api, relogio=controle)
            try:
                watcher.report(0, len(plan.going), f"Conferindo a conta em {de.adaptador.titulo}")
                check(canal)
                registros = diario.begin(plan)
                with self._database.read() as uow:
                    boletos = uow.boletos.get_many(registros)
                    pagadores = uow.pessoas.get_many(b.pessoa_id for b in boletos.values())
                    pedidos = {
                        row: titulos.of_registro(de, boletos[row], pagadores[boletos[row].pessoa_id], registro)
                        for row, registro in registros.items()
                    }
                rodada = self._rodada(canal, diario, controle, watcher, ouvir)
                return rodada.play(plan, registros, pedidos, so_consultar=so_consultar)
            except InterrompidoError:
                return ResultadoRodada(parou="Parado por você antes do primeiro envio.")
            finally:
                canal.fechar()

    def recover(self) -> int:
        """Say of what a crash left behind that nothing is known, unless somebody is sending; return how many."""
        with self._database.read() as uow:
            deixados = uow.registros.in_states([EstadoRegistro.ENVIANDO])
            contas = uow.contas_api.all()
        convenios = {registro.convenio_id for registro in deixados}
        if not convenios:
            return 0
        with self._database.hold(TRAVA) as had:
            return sum(self._recover(conta) for conta in contas if conta.convenio_id in convenios) if had else 0

    # --- what people decide

    def decidir_registrado(self, boleto_id: int, linha_digitavel: str = "", nosso_numero: str = "") -> Registro:
        """Keep that a person found the title at the bank.

        Args:
            boleto_id: A title whose answer is not certain.
            linha_digitavel: As the bank shows it; needed where the bank numbers.
            nosso_numero: Likewise.

        Raises:
            RefusedError: The title waits for no decision, the linha is not of this boleto, or somebody is sending.
        """
        dito = TituloNoBanco(referencia="", linha_digitavel=linha_digitavel, nosso_numero=nosso_numero)
        return self._decide(boleto_id, lambda caso: decisoes.registered(caso, dito))

    def decidir_nao_registrado(self, boleto_id: int) -> Registro:
        """Keep that a person saw that the bank has no such title: it may be sent again.

        Raises:
            RefusedError: The title waits for no decision, or somebody is sending.
        """
        return self._decide(boleto_id, decisoes.not_registered)

    def liberar(self, boleto_id: int) -> Registro:
        """Keep that a person looked at what the bank registered otherwise than asked, and takes it as it is.

        Raises:
            RefusedError: Nothing waits to be looked at, or somebody is sending.
        """
        return self._decide(boleto_id, decisoes.released)

    # --- what the bank tells later

    def plan_retorno(self, convenio_id: int, de: date, ate: date, watcher: Watcher = SILENT) -> RetornoPlan:
        """Ask the bank what was paid or dropped from *de* to *ate*; return it as the plan of a retorno.

        It is shown and applied like a file's (``RetornosService.apply``), and undone like one. Not for the window's
        own thread.

        Raises:
            RefusedError: The account cannot be used.
            OutsideError: The bank does not answer.
            CancelledError: The watcher wants no more.
        """
        with self._database.read() as uow:
            cadastro = self._cadastro(uow, convenio_id)
            abertos = perguntas.open_titles(uow, cadastro)
        refuse_errors(self.contas.problems(cadastro.conta_api, cadastro.empresa), "conta_incompleta")
        watcher.report(0, 0, f"Perguntando a {cadastro.adaptador.titulo}")
        canal = self.contas.canal(cadastro.conta_api)
        try:
            achados = perguntas.told(cadastro, canal, Filtro(de=de, ate=ate), abertos, watcher)
        except ChamadaError as error:
            raise OutsideError("banco_nao_responde", error.motivo, cadastro.adaptador.titulo) from error
        finally:
            canal.fechar()
        with self._database.read() as uow:
            return situacao.plan(uow, cadastro, achados, self._agora(), watcher)

    def plan_pedidos(self, convenio_id: int, ids: Sequence[int] | None = None) -> PedidosPlan:
        """Return the changes and baixas that wait to be asked of the bank; nothing is sent.

        Raises:
            RefusedError: The convênio has no account.
        """
        with self._database.read() as uow:
            de = self._cadastro(uow, convenio_id)
            rows = pedidos_api.plan(uow, de, ids, self._agora())
            problems = self.contas.problems(de.conta_api, de.empresa)
        return PedidosPlan(convenio_id=convenio_id, rows=tuple(rows), problems=tuple(problems))

    def run_pedidos(self, plan: PedidosPlan, watcher: Watcher = SILENT) -> Sequence[ResultadoPedido]:
        """Ask the bank for the changes and baixas of *plan*. Not for the window's own thread.

        Raises:
            RefusedError: The account cannot be used, or somebody else is sending.
            OutsideError: The bank does not answer.
        """
        refuse_errors(plan.problems, "conta_incompleta")
        with self._database.hold(TRAVA) as had:
            _require(had=had)
            with self._database.read() as uow:
                de = self._cadastro(uow, plan.convenio_id)
            canal = self.contas.canal(de.conta_api)
            try:
                check(canal)
                return pedidos_api.run(
                    self._database,
                    de,
                    canal,
                    plan.going,
                    usuario=self._usuario,
                    agora=self._agora,
                    watcher=watcher,
                )
            finally:
                canal.fechar()

    def pdf(self, boleto_id: int) -> bytes:
        """Fetch the bank's own page of a registered boleto. Not for the window's own thread.

        Raises:
            RefusedError: It is not registered, or the bank's API offers none.
            OutsideError: The bank does not answer.
        """
        with self._database.read() as uow:
            registro = uow.registros.of_boletos([boleto_id]).get(boleto_id)
            if registro is None or not registro.estado.is_final:
                raise RefusedError("nao_registrado", "Este boleto não está registrado por API.", f"id {boleto_id}")
            de = self._cadastro(uow, registro.convenio_id)
            boleto = uow.boletos.get(boleto_id)
            pedido = titulos.of_registro(de, boleto, uow.pessoas.get(boleto.pessoa_id), registro)
        canal = self.contas.canal(de.conta_api)
        try:
            achado = canal.pdf(pedido, registro.referencia)
        except ChamadaError as error:
            raise OutsideError("banco_nao_responde", error.motivo, de.adaptador.titulo) from error
        finally:
            canal.fechar()
        if isinstance(achado, Indeterminado):
            raise OutsideError("banco_nao_responde", achado.motivo, de.adaptador.titulo)
        if isinstance(achado, SemSuporte):
            raise RefusedError("sem_pdf", achado.motivo, de.adaptador.titulo)
        return achado

    # --- within

    def _cadastro(self, uow: UnitOfWork, convenio_id: int) -> Cadastro:
        conta = uow.contas_api.of_convenio(convenio_id)
        if conta is None:
            codigo = uow.convenios.get(convenio_id).codigo
            mensagem = f"O convênio {codigo} não tem conta de API; cadastre-a, ou gere a remessa."
            raise RefusedError("sem_conta_api", mensagem, f"convenios.{codigo}")
        return titulos.cadastro(uow, conta, self.contas.adaptador(conta))

    def _diario(self, de: Cadastro) -> Diario:
        return Diario(self._database, de, usuario=self._usuario, agora=self._agora, tempos=self._tempos)

    def _rodada(self, canal: "Canal", diario: Diario, controle: Controle, watcher: Watcher, ouvir: Ouvinte) -> "Rodada":
        from finbank_desktop.services.registros.rodada import Rodada  # noqa: PLC0415 - threads only where they are used

        return Rodada(
            canal,
            diario,
            tempos=self._tempos,
            controle=controle,
            watcher=watcher,
            ouvir=ouvir,
            agora=self._agora,
        )

    def _recover(self, conta: ContaApi) -> int:
        with self._database.read() as uow:
            de = titulos.cadastro(uow, conta, self.contas.adaptador(conta))
        return self._diario(de).recover()

    def _decide(self, boleto_id: int, decide: Callable[[decisoes.Caso], Registro]) -> Registro:
        with self._database.hold(TRAVA) as had:
            _require(had=had)
            with self._database.read() as uow:
                registro = uow.registros.of_boletos([boleto_id]).get(boleto_id)
                boleto = uow.boletos.get(boleto_id)
                if registro is None:
                    mensagem = "Este boleto nunca foi comunicado; não há o que decidir."
                    raise RefusedError("nada_a_decidir", mensagem, f"id {boleto_id}")
                de = self._cadastro(uow, registro.convenio_id)
                pedido = titulos.of_registro(de, boleto, uow.pessoas.get(boleto.pessoa_id), registro)
            return decide(decisoes.Caso(de=de, diario=self._diario(de), registro=registro, pedido=pedido))


def _require(*, had: bool) -> None:
    if not had:
        raise RefusedError(
            "outra_comunicacao",
            "Outra janela está comunicando boletos agora; espere ela terminar e tente de novo.",
        )


def _require_same(plano_de: ContaApi, agora: ContaApi) -> None:
    if (plano_de.id, plano_de.versao) != (agora.id, agora.versao):
        raise RefusedError("conta_mudou", "A conta de API mudou depois desta prévia; faça a prévia de novo.")
