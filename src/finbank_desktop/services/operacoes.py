"""Applying what a person planned by hand, keeping what it changed, and taking it back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records import Baixa, Evento, Operacao
from finbank_desktop.persistence.records_extratos import Vinculo
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import desfazer, mudancas
from finbank_desktop.services.desfazer import DesfazerPlan
from finbank_desktop.services.livros import operacoes_livros
from finbank_desktop.services.operacao_plan import OperacaoPlan
from finbank_desktop.services.plans import StalePlanError, refuse_errors


class OperacoesService:
    """Applies plans of operations and undoes them."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def ultimas(self, quantas: int = 20) -> Sequence[Operacao]:
        """Return the latest operations that can still be undone, the newest first."""
        with self._database.read() as uow:
            return uow.operacoes.last(quantas)

    def apply(self, plan: OperacaoPlan) -> Operacao:
        """Do what *plan* says.

        Raises:
            RefusedError: Nothing can be done.
            StalePlanError: A row moved since the plan was made; nothing was written.
        """
        with self._database.write() as uow:
            return write(uow, plan, usuario=self._usuario, agora=self._agora())

    def plan_desfazer(self, operacao_id: int) -> DesfazerPlan:
        """Return what undoing an operation takes back, or what stands in the way; nothing is written.

        Raises:
            MissingError: There is none with that id.
        """
        with self._database.read() as uow:
            return desfazer.plan_operacao(uow, operacao_id)

    def desfazer(self, plan: DesfazerPlan) -> Operacao:
        """Undo the operation of *plan* and return it.

        Raises:
            RefusedError: Later work stands on it; nothing was written.
            StalePlanError: Something moved since *plan* was made; nothing was written.
        """
        desfazer.refuse(plan)
        with self._database.write() as uow:
            operacao = uow.operacoes.get(plan.de.id)
            evento = _evento(operacao, 0, "desfeito", f"Desfeito: {operacao.texto}", self._usuario, self._agora())
            desfazer.apply(uow, plan, evento)
            return uow.operacoes.get(plan.de.id)


def write(uow: UnitOfWork, plan: OperacaoPlan, *, usuario: str, agora: datetime) -> Operacao:
    """Write *plan* within the caller's transaction and return the operation it became.

    Raises:
        RefusedError: Nothing can be done, or the accounting period of a settlement is closed.
        StalePlanError: A row moved since the plan was made.
    """
    refuse_errors(plan.problems, "operacao_recusada")
    if plan.rows and not plan.going:
        refuse_errors([problem for row in plan.rows for problem in row.problems], "operacao_recusada")
    if plan.alteracao == type(plan.alteracao)():
        raise RefusedError("nada_a_fazer", "Nada muda; nada foi gravado.")
    operacao = uow.operacoes.add(
        Operacao(empresa_id=plan.empresa_id, tipo=plan.tipo, texto=plan.texto, quando=agora, usuario=usuario)
    )
    try:
        baixas, vinculos = _change(uow, plan, operacao)
    except StaleError as error:
        raise StalePlanError(error.where) from error
    operacoes_livros.post(uow, operacao, plan.alteracao, baixas, vinculos, agora=agora)
    uow.eventos.add_all(
        [_evento(operacao, row, tipo, texto, usuario, agora) for row, tipo, texto in plan.alteracao.eventos]
    )
    return operacao


def _change(uow: UnitOfWork, plan: OperacaoPlan, operacao: Operacao) -> tuple[list[Baixa], list[Vinculo]]:
    """Write what changes and return the new settlements and links."""
    a = plan.alteracao
    uow.boletos.update_many([depois for _, depois in a.boletos])
    uow.contas_receber.update_many([depois for _, depois in a.contas])
    uow.baixas.update_many([depois for _, depois in a.baixas])
    contas = uow.contas_receber.add_many(a.novas_contas)
    baixas = uow.baixas.add_many(a.novas_baixas)
    uow.extrato_linhas.update_many([depois for _, depois in a.linhas])
    vinculos = uow.vinculos.add_many([_linked(each, operacao, baixas) for each in a.vinculos])
    uow.mudancas.add_all(
        [
            *mudancas.changes(operacao, "boletos", *_by_id(a.boletos)),
            *mudancas.changes(operacao, "contas_receber", *_by_id(a.contas)),
            *mudancas.changes(operacao, "baixas", *_by_id(a.baixas)),
            *mudancas.created(operacao, "contas_receber", [conta.id for conta in contas]),
            *mudancas.created(operacao, "baixas", [baixa.id for baixa in baixas]),
            *mudancas.changes(operacao, "extrato_linhas", *_by_id(a.linhas)),
            *mudancas.created(operacao, "vinculos", [each.id for each in vinculos]),
        ]
    )
    return baixas, vinculos


def _linked(vinculo: Vinculo, operacao: Operacao, baixas: Sequence[Baixa]) -> Vinculo:
    baixa_id = vinculo.baixa_id if vinculo.nova_baixa is None else baixas[vinculo.nova_baixa].id
    return replace(vinculo, operacao_id=operacao.id, baixa_id=baixa_id, nova_baixa=None)


def _by_id(pares: Sequence[tuple[mudancas.T, mudancas.T]]) -> tuple[dict[int, mudancas.T], dict[int, mudancas.T]]:
    return {antes.id: antes for antes, _ in pares}, {depois.id: depois for _, depois in pares}


def _evento(de: Operacao, boleto_id: int, tipo: str, texto: str, usuario: str, quando: datetime) -> Evento:
    return Evento(empresa_id=de.empresa_id, boleto_id=boleto_id, quando=quando, usuario=usuario, tipo=tipo, texto=texto)
