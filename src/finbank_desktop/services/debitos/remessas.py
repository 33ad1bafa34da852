"""Asking a bank for debits: planned, shown, then file and books together; cancelled while it went nowhere."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from finbank_desktop.domain.debitos import (
    Consentimento,
    Debito,
    MovimentoDebito,
    SituacaoConsentimento,
    SituacaoDebito,
)
from finbank_desktop.domain.listas import Coluna, ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_debitos import RemessaDebito, RemessaDebitoItem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import remessa_arquivo
from finbank_desktop.services.debitos import colunas, historico, remessa_plan
from finbank_desktop.services.debitos import remessa_cancelamento as cancelamento
from finbank_desktop.services.debitos.remessa_plan import RemessaDebitoPlan, RemessaDebitoRow
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import refuse_errors, require_versions
from finbank_desktop.services.remessa_pasta import place


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDebitoDetalhe:
    """A remessa with what it asked for.

    Attributes:
        convenio: The contract's description.
        itens: In the file's order.
        debitos: As they are now, by id; so are *consentimentos*.
    """

    remessa: RemessaDebito
    convenio: str
    itens: Sequence[RemessaDebitoItem]
    debitos: dict[int, Debito]
    consentimentos: dict[int, Consentimento]


_NADA_ESPERA = "Nenhum débito em aberto deste convênio espera remessa; crie antes os débitos das contas a receber."


class DebitoRemessasService:
    """What a person can ask about remessas of débito automático."""

    COLUNAS: tuple[Coluna, ...] = colunas.REMESSAS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the remessas, the newest first unless *query* says otherwise."""
        with self._database.read() as uow:
            return uow.debito_remessas.page(query or ListQuery())

    def get(self, remessa_id: int) -> RemessaDebitoDetalhe:
        """Return a remessa with what it asked for.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            remessa = uow.debito_remessas.get(remessa_id)
            itens = uow.debito_remessas.itens(remessa_id)
            return RemessaDebitoDetalhe(
                remessa=remessa,
                convenio=uow.convenios_debito.get(remessa.convenio_id).descricao,
                itens=itens,
                debitos=uow.debitos.get_many(item.debito_id for item in itens if item.debito_id),
                consentimentos=uow.consentimentos.get_many(item.consentimento_id for item in itens),
            )

    def plan(self, convenio_id: int, ids: Sequence[int] | None = None) -> RemessaDebitoPlan:
        """Return the remessa of a contract that would be made now; nothing is written.

        Args:
            convenio_id: The contract.
            ids: The debits to send; ``None`` takes all that wait.

        Raises:
            MissingError: There is no such contract or debit.
        """
        with self._database.read() as uow:
            return remessa_plan.plan(uow, convenio_id, ids, self._agora())

    def check_pasta(self, plan: RemessaDebitoPlan, pasta: Path) -> Sequence[Problem]:
        """Return what the user should know of *pasta* before *plan* is applied there."""
        return remessa_arquivo.pasta_problems(plan.arquivo, pasta)

    def apply(self, plan: RemessaDebitoPlan, pasta: Path, watcher: Watcher = SILENT) -> RemessaDebito:
        """Write the file into *pasta*, lock its debits until the answer and return the remessa.

        The books decide; see `remessa_arquivo.write`.

        Raises:
            RefusedError: Nothing can go.
            StalePlanError: A debit, a consent or the contract moved since; nothing was written.
            OutsideError: The folder cannot be written to; nothing was written.
            CancelledError: The watcher wants no more; nothing was written.
        """
        refuse_errors(plan.problems, "remessa_recusada")
        if not plan.going:
            porque = next((row.efeito for row in plan.rows), _NADA_ESPERA)
            raise RefusedError(
                "remessa_vazia", f"Nada pode ir nesta remessa; nada foi gerado. {porque}", plan.convenio.codigo
            )
        return remessa_arquivo.write(self._database, plan, pasta, watcher, compare=_compare, keep=self._keep)

    def mark_enviada(self, remessa_id: int, data: date | None = None) -> RemessaDebito:
        """Say that the file was sent to the bank on *data*, today by default.

        Raises:
            RefusedError: The remessa was cancelled.
        """
        with self._database.write() as uow:
            achada = uow.debito_remessas.get(remessa_id)
            if achada.situacao is SituacaoRemessa.CANCELADA:
                raise RefusedError(
                    "remessa_cancelada", "Esta remessa foi cancelada e não deve ser enviada.", "situacao"
                )
            if achada.situacao is SituacaoRemessa.ENVIADA:
                return achada
            dia = data or self._agora().date()
            return uow.debito_remessas.update(replace(achada, situacao=SituacaoRemessa.ENVIADA, enviada_em=dia))

    def cancel(self, remessa_id: int) -> RemessaDebito:
        """Cancel a remessa that did not go to the bank: its debits are free again, its number is not used again.

        Raises:
            RefusedError: It was sent, cancelled or answered.
        """
        with self._database.write() as uow:
            remessa = uow.debito_remessas.get(remessa_id)
            itens = uow.debito_remessas.itens(remessa_id)
            debitos = uow.debitos.get_many(item.debito_id for item in itens if item.debito_id)
            consentimentos = uow.consentimentos.get_many(item.consentimento_id for item in itens)
            refuse_errors(cancelamento.problems(remessa, itens, debitos, consentimentos), "remessa_nao_se_cancela")
            livres = [cancelamento.freed(debitos[item.debito_id]) for item in itens if item.debito_id]
            soltos = [
                cancelamento.let_go(consentimentos[item.consentimento_id], item) for item in itens if not item.debito_id
            ]
            uow.debitos.update_many(livres)
            uow.consentimentos.update_many(soltos)
            texto = f"Remessa nº {remessa.sequencia} cancelada."
            mudados: tuple[Debito | Consentimento, ...] = (*livres, *soltos)
            uow.debito_eventos.add_all(
                [
                    historico.evento(
                        each,
                        "remessa_cancelada",
                        texto,
                        quando=self._agora(),
                        usuario=self._usuario,
                        remessa_id=remessa.id,
                    )
                    for each in mudados
                ]
            )
            return uow.debito_remessas.mark(remessa, SituacaoRemessa.CANCELADA)

    def save_again(self, remessa_id: int, pasta: Path) -> Path:
        """Put the file into *pasta* once more and return where it lies; another file is never replaced.

        Raises:
            RefusedError: The remessa was cancelled.
        """
        with self._database.read() as uow:
            achada = uow.debito_remessas.get(remessa_id)
        if achada.situacao is SituacaoRemessa.CANCELADA:
            raise RefusedError("remessa_cancelada", "Esta remessa foi cancelada e não deve ser enviada.", "situacao")
        return place(pasta, achada.arquivo, achada.conteudo)

    def _keep(self, uow: UnitOfWork, plan: RemessaDebitoPlan, nome: str) -> RemessaDebito:
        feita = uow.debito_remessas.add(
            RemessaDebito(
                empresa_id=plan.convenio.empresa_id,
                convenio_id=plan.convenio.id,
                sequencia=uow.convenios_debito.take_remessa(plan.convenio.id),
                arquivo=nome,
                sha256=hashlib.sha256(plan.conteudo).hexdigest(),
                gerada_em=plan.dados.geracao,
                usuario=self._usuario,
                debitos=len(plan.going),
                valor=plan.valor,
                conteudo=plan.conteudo,
            )
        )
        uow.debito_remessas.add_itens(feita, [_item(row, n) for n, row in enumerate(plan.going, start=1)])
        uow.debitos.update_many([_asked(row.debito, feita) for row in plan.going if row.debito.id])
        uow.consentimentos.update_many([_told(row.debito) for row in plan.going if not row.debito.id])
        uow.debito_eventos.add_all(
            [
                historico.evento(
                    row.debito if row.debito.id else row.debito.consentimento,
                    "na_remessa",
                    f"{row.efeito} (remessa nº {feita.sequencia}, {nome})",
                    quando=plan.dados.geracao,
                    usuario=self._usuario,
                    remessa_id=feita.id,
                )
                for row in plan.going
            ]
        )
        return feita


def _compare(uow: UnitOfWork, plan: RemessaDebitoPlan) -> None:
    dados = plan.dados
    require_versions(uow.convenios_debito, {dados.convenio.id: dados.convenio.versao})
    require_versions(uow.contas, {dados.conta.id: dados.conta.versao})
    require_versions(uow.empresas, {dados.empresa.id: dados.empresa.versao})
    debitos = [row.debito for row in plan.going]
    require_versions(uow.debitos, {each.id: each.versao for each in debitos if each.id})
    require_versions(uow.consentimentos, {each.consentimento.id: each.consentimento.versao for each in debitos})


def _item(row: RemessaDebitoRow, ordem: int) -> RemessaDebitoItem:
    debito = row.debito
    return RemessaDebitoItem(
        ordem=ordem,
        debito_id=debito.id or None,
        consentimento_id=debito.consentimento.id,
        movimento=debito.movimento,
        seu_numero=debito.seu_numero,
    )


def _asked(debito: Debito, remessa: RemessaDebito) -> Debito:
    """Return *debito* as it stands once the file asks for it; of a cancelled one the first remessa stays."""
    if debito.movimento is MovimentoDebito.CANCELAR:
        return replace(debito, movimento=MovimentoDebito.DEBITAR, situacao=SituacaoDebito.CANCELAMENTO_ENVIADO)
    return replace(debito, situacao=SituacaoDebito.AGENDADO, remessa_id=remessa.id, detalhe="")


def _told(movimento: Debito) -> Consentimento:
    dono = movimento.consentimento
    if movimento.movimento is MovimentoDebito.CADASTRAR:
        return replace(dono, situacao=SituacaoConsentimento.NA_REMESSA, detalhe="")
    if movimento.movimento is MovimentoDebito.EXCLUIR:
        return replace(dono, situacao=SituacaoConsentimento.EXCLUSAO_ENVIADA)
    return replace(dono, detalhe=f"{remessa_plan.ALTERACAO_NA_REMESSA}: {dono.cliente_empresa_novo}")
