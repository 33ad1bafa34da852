"""Telling the bank of our boletos: planned, shown, then file and books together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from finbank_desktop.cnab import comandos as codigos
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Evento, RemessaItem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import (
    confianca,
    lists,
    pedidos,
    remessa_arquivo,
    remessa_cancelamento,
    remessa_conferencia,
    remessa_gravacao,
    remessa_montagem,
)
from finbank_desktop.services.comandos import COM_DADOS
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import StalePlanError, refuse_errors
from finbank_desktop.services.remessa_cancelamento import CancelamentoPlan
from finbank_desktop.services.remessa_conferencia import Conferencia
from finbank_desktop.services.remessa_pasta import place
from finbank_desktop.services.remessa_plan import (
    RemessaPlan,
    RemessaRow,
)

__all__ = ("RemessaDetalhe", "RemessaPlan", "RemessaRow", "RemessasService")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDetalhe:
    """A remessa with what was sent.

    Attributes:
        convenio: The convênio's description.
        boletos: By the order of the file.
        pagadores: Names by boleto.
    """

    remessa: Remessa
    convenio: str
    itens: Sequence[RemessaItem]
    boletos: Sequence[Boleto]
    pagadores: Mapping[int, str]


class RemessasService:
    """What a person can ask about remessas."""

    COLUNAS: tuple[Coluna, ...] = lists.REMESSAS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of the remessas, the newest first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.remessas.page(query)

    def get(self, remessa_id: int) -> RemessaDetalhe:
        """Return a remessa with its titles.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            achada = uow.remessas.get(remessa_id)
            itens = uow.remessas.itens(remessa_id)
            boletos = uow.boletos.get_many(item.boleto_id for item in itens)
            pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos.values())
            return RemessaDetalhe(
                remessa=achada,
                convenio=uow.convenios.get(achada.convenio_id).descricao,
                itens=itens,
                boletos=[boletos[item.boleto_id] for item in itens],
                pagadores={boleto.id: pessoas[boleto.pessoa_id].nome for boleto in boletos.values()},
            )

    def plan(
        self,
        convenio_id: int,
        ids: Sequence[int] | None = None,
        hoje: date | None = None,
        comandos: Mapping[int, Comando] | None = None,
    ) -> RemessaPlan:
        """Return the remessa of a convênio that would be made now; nothing is written.

        Args:
            convenio_id: The convênio.
            ids: The boletos to send; ``None`` takes all that were never sent or wait to be. A refused boleto goes only
                when it is named.
            hoje: The day to plan for; today by default.
            comandos: What to ask of boletos that wait for no order of their own, by id; only such as need no data.

        Raises:
            MissingError: There is no such convênio or boleto.
        """
        with self._database.read() as uow:
            return self.plan_in(uow, convenio_id, ids, hoje, comandos)

    def plan_in(
        self,
        uow: UnitOfWork,
        convenio_id: int,
        ids: Sequence[int] | None = None,
        hoje: date | None = None,
        comandos: Mapping[int, Comando] | None = None,
    ) -> RemessaPlan:
        """Return what `plan` returns, as somebody else's transaction sees the books."""
        return remessa_montagem.plan(uow, convenio_id, ids, hoje, comandos, agora=self._agora())

    def check_pasta(self, plan: RemessaPlan, pasta: Path) -> Sequence[Problem]:
        """Return what the user should know of *pasta* before *plan* is applied there."""
        return remessa_arquivo.name_taken(plan.arquivo, pasta)

    def pasta_problems(self, plan: RemessaPlan, pasta: Path) -> Sequence[Problem]:
        """Return what `check_pasta` finds, and an error when a folder somebody chose is gone; never in a window."""
        return remessa_arquivo.pasta_problems(plan.arquivo, pasta)

    def apply(self, plan: RemessaPlan, pasta: Path, watcher: Watcher = SILENT) -> Remessa:
        """Write the file into *pasta*, mark its boletos and return the remessa; ``remessa.arquivo`` is the file's name.

        The books decide; see `remessa_arquivo.write`.

        Raises:
            RefusedError: Nothing can go.
            StalePlanError: A boleto or the convênio moved since; nothing was written.
            OutsideError: The folder cannot be written to; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        refuse_errors(plan.problems, "remessa_recusada")
        if not plan.going:
            raise RefusedError("remessa_vazia", "Nenhum boleto pode ir nesta remessa; nada foi gerado.", plan.arquivo)
        return remessa_arquivo.write(
            self._database, plan, pasta, watcher, compare=remessa_gravacao.compare, keep=self.keep
        )

    def candidatos(self, query: ListQuery) -> Pagina:
        """Return boletos of a convênio that go only when somebody says with which order: all that were sent once.

        The situação is free, since one that was settled or cancelled here may still have to be dropped at the bank.
        """
        filtros = {"no_banco": [*pedidos.PEDEM_COMANDO], **query.filtros}
        with self._database.read() as uow:
            return uow.boletos.page(replace(query, filtros=filtros), self._agora().date())

    def comandos(self, convenio_id: int) -> Sequence[Comando]:
        """Return the orders that the convênio's remessa carries and that need no further data."""
        with self._database.read() as uow:
            convenio = uow.convenios.get(convenio_id)
        return [each for each in codigos.available(convenio.banco, convenio.formato) if each not in COM_DADOS]

    def mark_enviada(self, remessa_id: int, data: date | None = None) -> Remessa:
        """Say that the file was sent to the bank on *data* (today by default); its boletos say so too.

        Raises:
            RefusedError: The remessa was cancelled, or its convênio is on trial (`confianca`).
        """
        agora = self._agora()
        with self._database.write() as uow:
            achada = uow.remessas.get(remessa_id)
            if achada.situacao is SituacaoRemessa.CANCELADA:
                raise RefusedError(
                    "remessa_cancelada", "Esta remessa foi cancelada e não deve ser enviada.", "situacao"
                )
            if achada.situacao is SituacaoRemessa.ENVIADA:
                return achada
            confianca.require_active(uow.convenios.get(achada.convenio_id))
            enviados = [b for b in uow.boletos.of_remessa(remessa_id) if b.no_banco is NoBanco.NA_REMESSA]
            uow.boletos.update_many([replace(boleto, no_banco=NoBanco.ENVIADO) for boleto in enviados])
            texto = f"Remessa nº {achada.sequencia} enviada ao banco ({achada.arquivo})."
            uow.eventos.add_all([self._evento(boleto, achada, "enviado", texto, agora) for boleto in enviados])
            return uow.remessas.update(
                replace(achada, situacao=SituacaoRemessa.ENVIADA, enviada_em=data or agora.date())
            )

    def plan_cancelar(self, remessa_id: int) -> CancelamentoPlan:
        """Return what cancelling a remessa changes, or what stands in the way; nothing is written.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return remessa_cancelamento.plan(uow, remessa_id)

    def cancelar(self, plan: CancelamentoPlan) -> Remessa:
        """Cancel the remessa of *plan*: its boletos are free again, without código de barras until the next remessa.

        Raises:
            RefusedError: The bank has one of its titles already; nothing was written.
            StalePlanError: Something moved since; nothing was written.
        """
        refuse_errors(plan.problems, "remessa_nao_se_cancela")
        with self._database.write() as uow:
            if remessa_cancelamento.plan(uow, plan.remessa.id) != plan:
                raise StalePlanError(plan.remessa.arquivo)
            uow.boletos.update_many(remessa_cancelamento.changed(plan.rows))
            texto = f"Remessa nº {plan.remessa.sequencia} cancelada."
            agora = self._agora()
            uow.eventos.add_all(
                [
                    self._evento(row.boleto, plan.remessa, "remessa_cancelada", f"{texto} {row.efeito}", agora)
                    for row in plan.rows
                    if row.depois is not None
                ]
            )
            return uow.remessas.update(replace(plan.remessa, situacao=SituacaoRemessa.CANCELADA))

    def conferencia(self, remessa_id: int) -> Conferencia:
        """Return the report to compare a remessa by.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return remessa_conferencia.build(uow, remessa_id)

    def export_conferencia(self, remessa_id: int, saida: Path, watcher: Watcher = SILENT) -> Path:
        """Write that report as PDF, CSV or XLSX, by the ending of *saida*, and return *saida*.

        Raises:
            MissingError: There is no such remessa.
            RefusedError: It ends in something else.
            OutsideError: The disk refuses.
        """
        remessa_conferencia.export(self.conferencia(remessa_id), saida, watcher)
        return saida

    def conteudo(self, remessa_id: int) -> bytes:
        """Return the bytes of the file once more.

        Raises:
            MissingError: There is no such remessa.
            RefusedError: They were not kept.
        """
        with self._database.read() as uow:
            achada = uow.remessas.get(remessa_id)
            conteudo = uow.remessas.conteudo(remessa_id)
        if conteudo is None:
            raise RefusedError("sem_conteudo", "O arquivo desta remessa não foi guardado; gere outra.", achada.arquivo)
        return conteudo

    def save_again(self, remessa_id: int, pasta: Path) -> Path:
        """Put the file into *pasta* once more and return where it lies; another file is never replaced."""
        conteudo = self.conteudo(remessa_id)
        with self._database.read() as uow:
            nome = uow.remessas.get(remessa_id).arquivo
        return place(pasta, nome, conteudo)

    def keep(self, uow: UnitOfWork, plan: RemessaPlan, nome: str) -> Remessa:
        """Write the remessa of *plan*, whose file is called *nome*, into the books of somebody else's transaction."""
        return remessa_gravacao.keep(uow, plan, nome, self._usuario)

    def _evento(self, boleto: Boleto, de: Remessa, tipo: str, texto: str, quando: datetime) -> Evento:
        return remessa_gravacao.evento(boleto, de, tipo, texto, quando, self._usuario)
