"""Cancelling a remessa of payments that did not reach the bank: its contas are free for another one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.records_pagamentos import PagamentoEnviado, RemessaPagamento, SituacaoEnvio
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.pagamentos.historia import evento, next_seu_numero


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelamentoPagamentoRow:
    """One payment of the remessa.

    Attributes:
        efeito: What will happen, or why nothing can, one sentence.
        problems: An error keeps the whole remessa from being cancelled.
    """

    pagamento: PagamentoEnviado
    conta: ContaPagar
    efeito: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelamentoPagamentoPlan:
    """What cancelling a remessa changes.

    Attributes:
        problems: What stands in the way; empty when it can be cancelled.
        needs_word: It was marked as sent: somebody has to say that the bank does not have the file.
        aviso: What to mind, one or two sentences.
    """

    remessa: RemessaPagamento
    rows: tuple[CancelamentoPagamentoRow, ...]
    problems: tuple[Problem, ...]
    needs_word: bool
    aviso: str

    @property
    def can(self) -> bool:
        """Whether it can be cancelled."""
        return not any(problem.is_error for problem in self.problems)


def plan(uow: UnitOfWork, remessa_id: int) -> CancelamentoPagamentoPlan:
    """Return what cancelling the remessa changes.

    Raises:
        MissingError: There is none with that id.
    """
    remessa = uow.remessas_pagamento.get(remessa_id)
    itens = uow.pagamentos.of_remessa(remessa_id)
    contas = uow.contas_pagar.get_many(item.conta_pagar_id for item in itens)
    rows = tuple(_row(item, contas[item.conta_pagar_id]) for item in itens)
    enviada = remessa.situacao is SituacaoRemessa.ENVIADA
    aviso = (
        f"A remessa nº {remessa.sequencia} está marcada como enviada: se o banco já a tem, ele paga. Cancele os "
        "pagamentos no site do banco e só então confirme que ele não tem este arquivo."
        if enviada
        else f"Apague o arquivo {remessa.arquivo}: se ele for ao banco, os pagamentos saem duas vezes."
    )
    return CancelamentoPagamentoPlan(
        remessa=remessa,
        rows=rows,
        problems=(*_of_remessa(remessa), *(problem for row in rows for problem in row.problems)),
        needs_word=enviada,
        aviso=aviso,
    )


def _of_remessa(remessa: RemessaPagamento) -> Iterator[Problem]:
    if remessa.situacao is SituacaoRemessa.CANCELADA:
        yield Problem(message=f"A remessa nº {remessa.sequencia} já foi cancelada.", field="situacao")


def _row(item: PagamentoEnviado, conta: ContaPagar) -> CancelamentoPagamentoRow:
    if item.situacao is SituacaoEnvio.ENVIADO:
        efeito = "Volta a esperar uma remessa, com outro número."
        return CancelamentoPagamentoRow(pagamento=item, conta=conta, efeito=efeito)
    if item.situacao is SituacaoEnvio.CANCELADO:
        return CancelamentoPagamentoRow(pagamento=item, conta=conta, efeito="Já foi cancelado.")
    problem = Problem(
        message=f"O pagamento a {item.favorecido} já teve resposta do banco: {item.situacao.lower()}.",
        fix="O banco já tratou esta remessa; para que não pague, cancele o pagamento no site dele e importe o retorno.",
        field="situacao",
    )
    return CancelamentoPagamentoRow(
        pagamento=item, conta=conta, efeito=f"Impede: {problem.message}", problems=(problem,)
    )


def write(uow: UnitOfWork, feito: CancelamentoPagamentoPlan, *, usuario: str, agora: datetime) -> RemessaPagamento:
    """Cancel within the caller's transaction and return the remessa."""
    remessa = feito.remessa
    vivos = [row for row in feito.rows if row.pagamento.situacao is SituacaoEnvio.ENVIADO]
    uow.pagamentos.update_many(
        [replace(row.pagamento, situacao=SituacaoEnvio.CANCELADO, viva_conta_id=None) for row in vivos]
    )
    contas = [row.conta for row in vivos if row.conta.remessa_id == remessa.id]
    uow.contas_pagar.update_many([_freed(uow, conta) for conta in contas])
    texto = f"Remessa nº {remessa.sequencia} cancelada; volta a esperar uma remessa, com outro número."
    uow.eventos_pagar.add_all(
        [
            evento(conta, "remessa_cancelada", texto, usuario=usuario, agora=agora, remessa_id=remessa.id)
            for conta in contas
        ]
    )
    return uow.remessas_pagamento.update(replace(remessa, situacao=SituacaoRemessa.CANCELADA))


def _freed(uow: UnitOfWork, conta: ContaPagar) -> ContaPagar:
    return replace(
        conta,
        situacao=SituacaoPagamento.APROVADO,
        detalhe="",
        remessa_id=None,
        seu_numero=next_seu_numero(uow, conta.empresa_id),
    )
