"""Telling the bank of our payments: planned, shown, then books and file together; cancelled while nothing happened."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.pagamentos import ConvenioPagamento, SituacaoPagamento
from finbank_desktop.domain.problems import OutsideError, Problem, RefusedError, Severity
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records_pagamentos import PagamentoEnviado, RemessaPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import lists
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.pagamentos import pasta as pastas
from finbank_desktop.services.pagamentos import remessa_cancelamento, remessa_plan
from finbank_desktop.services.pagamentos.historia import evento
from finbank_desktop.services.pagamentos.remessa_cancelamento import CancelamentoPagamentoPlan
from finbank_desktop.services.pagamentos.remessa_plan import PagamentoRow, RemessaPagamentoPlan
from finbank_desktop.services.plans import StalePlanError, refuse_errors, require_versions
from finbank_desktop.services.remessa_pasta import free_name, place


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaPagamentoDetalhe:
    """A remessa of payments with what was sent.

    Attributes:
        itens: In the order of the plan, each with what the bank answered.
        contas: The contas a pagar as they are now, by id.
    """

    remessa: RemessaPagamento
    convenio: ConvenioPagamento
    itens: Sequence[PagamentoEnviado]
    contas: Mapping[int, ContaPagar]


class RemessasPagamentoService:
    """What a person can ask about remessas of payments."""

    COLUNAS: tuple[Coluna, ...] = lists.REMESSAS_PAGAMENTO

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the remessas, the newest first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.remessas_pagamento.page(query or ListQuery())

    def get(self, remessa_id: int) -> RemessaPagamentoDetalhe:
        """Return a remessa with its payments.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            achada = uow.remessas_pagamento.get(remessa_id)
            itens = uow.pagamentos.of_remessa(remessa_id)
            return RemessaPagamentoDetalhe(
                remessa=achada,
                convenio=uow.convenios_pagamento.get(achada.convenio_id),
                itens=itens,
                contas=uow.contas_pagar.get_many(item.conta_pagar_id for item in itens),
            )

    def plan(
        self,
        convenio_id: int,
        ids: Sequence[int] | None = None,
        *,
        ate: date | None = None,
        data_pagamento: date | None = None,
    ) -> RemessaPagamentoPlan:
        """Return the remessa of a convênio that would be made now; nothing is written.

        Args:
            convenio_id: The convênio de pagamento.
            ids: The contas a pagar to send; ``None`` takes all that are approved and of this convênio or of none.
            ate: Of those, only what is to be paid until that day.
            data_pagamento: Pay all of them on that day; ``None``: each on its own.

        Raises:
            MissingError: There is no such convênio or conta.
        """
        with self._database.read() as uow:
            return remessa_plan.plan(uow, convenio_id, ids, ate=ate, data_pagamento=data_pagamento, agora=self._agora())

    def check_pasta(self, plan: RemessaPagamentoPlan, pasta: Path) -> Sequence[Problem]:
        """Return what the user should know of *pasta* before *plan* is applied there."""
        nome = free_name(pasta, plan.arquivo)
        if nome == plan.arquivo:
            return []
        message = f"Já existe {plan.arquivo} nesta pasta; o arquivo novo vai se chamar {nome}."
        return [Problem(message=message, severity=Severity.WARNING)]

    def apply(self, plan: RemessaPagamentoPlan, pasta: Path, watcher: Watcher = SILENT) -> RemessaPagamento:
        """Write the books and the file into *pasta*; return the remessa, whose ``arquivo`` is the file's name.

        The contas are *Agendado* from then on, and no other remessa takes them. The file appears only once the books
        know it.

        Raises:
            RefusedError: Nothing can go.
            StalePlanError: Something the plan speaks of moved since; nothing was written.
            OutsideError: The folder cannot be written to; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        refuse_errors(plan.problems, "remessa_recusada")
        if not plan.going:
            refuse_errors([problem for row in plan.rows for problem in row.problems], "remessa_vazia")
            raise RefusedError(
                "remessa_vazia",
                "Nenhuma conta a pagar aprovada espera remessa deste convênio; nada foi gerado. "
                "Aprove as contas em Contas a pagar e gere a remessa outra vez.",
                plan.convenio.codigo,
            )
        reserva: pastas.Reserva | None = None
        try:
            with self._database.write() as uow:
                _compare(uow, plan)
                watcher.report(0, len(plan.going), "Gravando a remessa")
                reserva = pastas.reserve(pasta, plan.arquivo, plan.conteudo)
                feita = self._keep(uow, plan, reserva.destino.name)
                watcher.report(len(plan.going), len(plan.going), "Remessa gravada")
        except BaseException as error:
            if reserva is not None:
                reserva.discard()
            if isinstance(error, StaleError):
                raise StalePlanError(error.where) from error
            raise
        reserva.deliver()
        return feita

    def mark_enviada(self, remessa_id: int, data: date | None = None) -> RemessaPagamento:
        """Say that the file was sent to the bank on *data* (today by default).

        Raises:
            RefusedError: The remessa was cancelled.
        """
        agora = self._agora()
        with self._database.write() as uow:
            achada = uow.remessas_pagamento.get(remessa_id)
            if achada.situacao is SituacaoRemessa.CANCELADA:
                message = "Esta remessa foi cancelada e não deve ser enviada."
                raise RefusedError("remessa_cancelada", message, "situacao")
            if achada.situacao is SituacaoRemessa.ENVIADA:
                return achada
            contas = uow.contas_pagar.get_many(item.conta_pagar_id for item in uow.pagamentos.of_remessa(remessa_id))
            texto = f"Remessa nº {achada.sequencia} enviada ao banco ({achada.arquivo})."
            uow.eventos_pagar.add_all(
                [
                    evento(conta, "enviado", texto, usuario=self._usuario, agora=agora, remessa_id=remessa_id)
                    for conta in contas.values()
                    if conta.remessa_id == remessa_id
                ]
            )
            return uow.remessas_pagamento.update(
                replace(achada, situacao=SituacaoRemessa.ENVIADA, enviada_em=data or agora.date())
            )

    def plan_cancelar(self, remessa_id: int) -> CancelamentoPagamentoPlan:
        """Return what cancelling a remessa changes, or what stands in the way; nothing is written.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return remessa_cancelamento.plan(uow, remessa_id)

    def cancelar(self, plan: CancelamentoPagamentoPlan, *, nao_enviada: bool = False) -> RemessaPagamento:
        """Cancel the remessa of *plan*: its contas are free again, approved as they were, with new numbers.

        Args:
            plan: As returned by `plan_cancelar`.
            nao_enviada: Somebody says that the bank does not have the file; asked for where it was marked as sent.

        Raises:
            RefusedError: The bank has answered one of its payments already, or may have the file.
            StalePlanError: Something moved since; nothing was written.
        """
        refuse_errors(plan.problems, "remessa_nao_se_cancela")
        if plan.needs_word and not nao_enviada:
            raise RefusedError("remessa_enviada", plan.aviso, plan.remessa.arquivo)
        with self._database.write() as uow:
            if remessa_cancelamento.plan(uow, plan.remessa.id) != plan:
                raise StalePlanError(plan.remessa.arquivo)
            return remessa_cancelamento.write(uow, plan, usuario=self._usuario, agora=self._agora())

    def conteudo(self, remessa_id: int) -> bytes:
        """Return the bytes of the file once more.

        Raises:
            MissingError: There is no such remessa.
            RefusedError: It was cancelled: its file must not reach the bank.
            OutsideError: The bytes are no longer what they were: the database is damaged.
        """
        with self._database.read() as uow:
            achada = uow.remessas_pagamento.get(remessa_id)
            conteudo = uow.remessas_pagamento.conteudo(remessa_id)
        if achada.situacao is SituacaoRemessa.CANCELADA:
            message = "Esta remessa foi cancelada: o arquivo dela não deve ir ao banco."
            raise RefusedError("remessa_cancelada", message, achada.arquivo)
        if hashlib.sha256(conteudo).hexdigest() != achada.sha256:
            message = (
                f"O arquivo guardado da remessa nº {achada.sequencia} está danificado; volte a uma cópia do banco."
            )
            raise OutsideError("banco_danificado", message, achada.arquivo)
        return conteudo

    def save_again(self, remessa_id: int, pasta: Path) -> Path:
        """Put the file into *pasta* once more and return where it lies; another file is never replaced."""
        conteudo = self.conteudo(remessa_id)
        with self._database.read() as uow:
            nome = uow.remessas_pagamento.get(remessa_id).arquivo
        mesmo = pasta / nome
        if mesmo.is_file() and not mesmo.stat().st_size:  # the name was taken before a crash
            mesmo.unlink()
        return place(pasta, nome, conteudo)

    def _keep(self, uow: UnitOfWork, plan: RemessaPagamentoPlan, nome: str) -> RemessaPagamento:
        agora = plan.dados.geracao
        feita = uow.remessas_pagamento.add(
            RemessaPagamento(
                empresa_id=plan.convenio.empresa_id,
                convenio_id=plan.convenio.id,
                sequencia=uow.convenios_pagamento.take_remessa(plan.convenio.id),
                arquivo=nome,
                sha256=hashlib.sha256(plan.conteudo).hexdigest(),
                gerada_em=agora,
                usuario=self._usuario,
                pagamentos=len(plan.going),
                valor=plan.valor,
            )
        )
        uow.remessas_pagamento.add_conteudo(feita, plan.conteudo)
        uow.pagamentos.add_all([_sent(row, feita, ordem) for ordem, row in enumerate(plan.going, start=1)])
        uow.contas_pagar.update_many([_scheduled(row.conta, feita) for row in plan.going])
        uow.eventos_pagar.add_all(
            [
                evento(
                    row.conta,
                    "na_remessa",
                    f"{row.efeito} (remessa nº {feita.sequencia}, {nome})",
                    usuario=self._usuario,
                    agora=agora,
                    remessa_id=feita.id,
                )
                for row in plan.going
            ]
        )
        return feita


def _sent(row: PagamentoRow, de: RemessaPagamento, ordem: int) -> PagamentoEnviado:
    assert row.pagamento is not None  # noqa: S101 - it goes
    return PagamentoEnviado(
        empresa_id=de.empresa_id,
        remessa_id=de.id,
        convenio_id=de.convenio_id,
        conta_pagar_id=row.conta.id,
        viva_conta_id=row.conta.id,
        ordem=ordem,
        seu_numero=row.conta.seu_numero,
        forma=row.pagamento.forma,
        favorecido=row.favorecido,
        documento=row.pagamento.favorecido.documento,
        destino=row.destino,
        data_pagamento=row.pagamento.data_pagamento,
        valor=row.pagamento.valor,
    )


def _scheduled(conta: ContaPagar, feita: RemessaPagamento) -> ContaPagar:
    detalhe = f"Na remessa nº {feita.sequencia}"
    return replace(
        conta,
        situacao=SituacaoPagamento.AGENDADO,
        detalhe=detalhe,
        remessa_id=feita.id,
        convenio_id=feita.convenio_id,
    )


def _compare(uow: UnitOfWork, plan: RemessaPagamentoPlan) -> None:
    """Do nothing when all that *plan* speaks of is as it was seen.

    Raises:
        StalePlanError: Something moved since.
    """
    dados = plan.dados
    require_versions(uow.convenios_pagamento, {dados.convenio.id: dados.convenio.versao})
    require_versions(uow.contas, {dados.conta.id: dados.conta.versao})
    require_versions(uow.empresas, {dados.empresa.id: dados.empresa.versao})
    require_versions(uow.contas_pagar, {row.conta.id: row.conta.versao for row in plan.going})
    quem = [row.destinatario for row in plan.going]
    require_versions(uow.pessoas, {each.pessoa.id: each.pessoa.versao for each in quem if each.pessoa})
    require_versions(uow.pessoa_contas, {each.conta.id: each.conta.versao for each in quem if each.conta})
    require_versions(uow.pessoa_chaves_pix, {each.chave.id: each.chave.versao for each in quem if each.chave})
    if uow.pagamentos.alive_of(row.conta.id for row in plan.going):
        raise StalePlanError(plan.arquivo)
