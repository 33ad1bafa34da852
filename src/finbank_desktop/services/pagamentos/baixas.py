"""Contas a pagar paid otherwise: cash, the bank's site, a card; and taking such a settlement back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records_pagamentos import BaixaPagar
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import periodos
from finbank_desktop.services.livros.contabilizar import EscolhaContabil, contabilizar, estornar, impedimentos
from finbank_desktop.services.pagamentos import contabil
from finbank_desktop.services.pagamentos.historia import evento, next_seu_numero
from finbank_desktop.services.plans import StalePlanError, refuse_errors

FORMAS = ("Site do banco", "Dinheiro", "Cartão", "Cheque", "Débito automático", "Outra")
_ABERTAS = (SituacaoPagamento.EM_ABERTO, SituacaoPagamento.APROVADO, SituacaoPagamento.RECUSADO)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaixaPagarDraft:
    """What a person says of a payment made otherwise.

    Attributes:
        conta_pagar_id: What was paid, always in whole.
        conta_id: The account or till the money left; the books need it.
        valor_pago: Centavos that left; what differs from the conta's amount is acréscimos or discount.
        escolha: The evento contábil and histórico, where not the usual ones.
    """

    conta_pagar_id: int
    data: date
    conta_id: int
    valor_pago: Centavos
    forma: str = FORMAS[0]
    escolha: EscolhaContabil = EscolhaContabil()  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class BaixaPagarPlan:
    """A settlement to be; *efeito* says what happens, one sentence."""

    draft: BaixaPagarDraft
    conta: ContaPagar
    baixa: BaixaPagar
    efeito: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EstornoPagarPlan:
    """A settlement to be taken back; *efeito* says what happens, one sentence."""

    baixa: BaixaPagar
    conta: ContaPagar
    efeito: str
    problems: tuple[Problem, ...]


class BaixasPagarService:
    """Plans and applies settlements by hand, and takes them back."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def plan(self, draft: BaixaPagarDraft) -> BaixaPagarPlan:
        """Return what saying that a conta was paid otherwise changes; nothing is written.

        Raises:
            MissingError: There is no such conta.
        """
        with self._database.read() as uow:
            return self._plan(uow, draft)

    def apply(self, plan: BaixaPagarPlan) -> ContaPagar:
        """Write the settlement of *plan*, post it, and return the conta as paid.

        Raises:
            RefusedError: The conta may not be paid otherwise, or the accounting period is closed.
            StalePlanError: The conta moved since; nothing was written.
        """
        refuse_errors(plan.problems, "baixa_recusada")
        agora = self._agora()
        with self._database.write() as uow:
            if self._plan(uow, plan.draft) != plan:
                raise StalePlanError(f"id {plan.conta.id}")
            baixa = uow.baixas_pagar.add(plan.baixa)
            uow.eventos_pagar.add(evento(plan.conta, "pago", plan.efeito, usuario=self._usuario, agora=agora))
            origem = contabil.origem_baixa(baixa, plan.conta.codigo)
            movimentos = contabil.movimentos(uow, [baixa], plan.draft.conta_id)
            contabilizar(uow, origem, movimentos, escolha=plan.draft.escolha, usuario=self._usuario, agora=agora)
            uow.aprovacoes_pagamento.delete_where(conta_pagar_id=plan.conta.id)
            return uow.contas_pagar.update(
                replace(
                    plan.conta,
                    situacao=SituacaoPagamento.PAGO,
                    detalhe=f"Pago em {baixa.data:%d/%m/%Y}: {baixa.forma.lower()}",
                    valor_pago=baixa.valor_pago,
                    pago_em=baixa.data,
                )
            )

    def plan_estorno(self, baixa_id: int) -> EstornoPagarPlan:
        """Return what taking a settlement by hand back changes; nothing is written.

        Raises:
            MissingError: There is no such settlement.
        """
        with self._database.read() as uow:
            return self._plan_estorno(uow, baixa_id)

    def estornar(self, plan: EstornoPagarPlan) -> ContaPagar:
        """Take the settlement of *plan* back and return its conta, to be paid again.

        Raises:
            RefusedError: A retorno made it, it was taken back already, or the accounting period is closed.
            StalePlanError: Something moved since; nothing was written.
        """
        refuse_errors(plan.problems, "estorno_recusado")
        agora = self._agora()
        with self._database.write() as uow:
            if self._plan_estorno(uow, plan.baixa.id) != plan:
                raise StalePlanError(f"id {plan.baixa.id}")
            try:
                uow.baixas_pagar.update(replace(plan.baixa, estornada_em=agora.date()))
            except StaleError as error:
                raise StalePlanError(error.where) from error
            estornar(uow, contabil.origem_baixa(plan.baixa, plan.conta.codigo), usuario=self._usuario, agora=agora)
            uow.eventos_pagar.add(evento(plan.conta, "estornado", plan.efeito, usuario=self._usuario, agora=agora))
            return uow.contas_pagar.update(
                replace(
                    plan.conta,
                    situacao=SituacaoPagamento.EM_ABERTO,
                    detalhe="",
                    valor_pago=0,
                    pago_em=None,
                    autenticacao="",
                    seu_numero=next_seu_numero(uow, plan.conta.empresa_id),
                    remessa_id=None,
                )
            )

    def _plan(self, uow: UnitOfWork, draft: BaixaPagarDraft) -> BaixaPagarPlan:
        conta = uow.contas_pagar.get(draft.conta_pagar_id)
        diferenca = draft.valor_pago - conta.valor_a_pagar
        baixa = BaixaPagar(
            empresa_id=conta.empresa_id,
            conta_pagar_id=conta.id,
            data=draft.data,
            valor=conta.valor,
            acrescimos=conta.acrescimos + max(diferenca, 0),
            desconto=conta.desconto + max(-diferenca, 0),
            valor_pago=draft.valor_pago,
            conta_id=draft.conta_id,
            forma=draft.forma,
            usuario=self._usuario,
        )
        return BaixaPagarPlan(
            draft=draft,
            conta=conta,
            baixa=baixa,
            efeito=f"Pago {format_brl(draft.valor_pago)} em {draft.data:%d/%m/%Y}, {draft.forma.lower()}.",
            problems=tuple(self._problems(uow, conta, draft)),
        )

    def _problems(self, uow: UnitOfWork, conta: ContaPagar, draft: BaixaPagarDraft) -> Iterator[Problem]:
        if conta.situacao not in _ABERTAS:
            fix = ""
            if conta.situacao is SituacaoPagamento.AGENDADO:
                fix = "O banco vai pagá-la; cancele a remessa, ou o pagamento no site do banco e importe o retorno."
            message = f"A conta {conta.codigo} está como “{conta.situacao}”."
            yield Problem(message=message, fix=fix, field="situacao")
        if uow.pagamentos.alive_of([conta.id]):
            yield Problem(
                message="O pagamento ainda está com o banco.", fix="Importe o retorno antes.", field="situacao"
            )
        if draft.valor_pago <= 0:
            yield Problem(message="Diga quanto foi pago.", field="valor_pago")
        if draft.data > self._agora().date():
            yield Problem(message="A data do pagamento ainda não chegou.", field="data")
        saiu = uow.contas.get_many([draft.conta_id]).get(draft.conta_id)
        if saiu is None or saiu.empresa_id != conta.empresa_id:
            yield Problem(message="Diga de que conta o dinheiro saiu.", field="conta_id")
        yield from periodos.closed(uow, conta.empresa_id, [draft.data])

    def _plan_estorno(self, uow: UnitOfWork, baixa_id: int) -> EstornoPagarPlan:
        baixa = uow.baixas_pagar.get(baixa_id)
        conta = uow.contas_pagar.get(baixa.conta_pagar_id)
        return EstornoPagarPlan(
            baixa=baixa,
            conta=conta,
            efeito=f"Estorno da baixa de {format_brl(baixa.valor_pago)}; a conta volta a ficar em aberto.",
            problems=tuple(_estorno_problems(uow, baixa, conta)),
        )


def _estorno_problems(uow: UnitOfWork, baixa: BaixaPagar, conta: ContaPagar) -> Iterator[Problem]:
    if not baixa.stands:
        yield Problem(message="Esta baixa já foi estornada.", field="baixa")
    elif baixa.importacao_id is not None:
        importacao = uow.importacoes_pagamento.get(baixa.importacao_id)
        yield Problem(
            message=f"Esta baixa veio do retorno da importação {importacao.codigo}.",
            fix="Desfaça a importação, ou importe o retorno em que o banco devolve o pagamento.",
            field="baixa",
        )
    yield from impedimentos(uow, contabil.origem_baixa(baixa, conta.codigo))
