"""A new boleto for what is left of one that was paid in part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_emissao, operacoes, pedidos
from finbank_desktop.services.boletos_plan import EmissaoPlan
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow
from finbank_desktop.services.plans import StalePlanError, refuse_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class SaldoPlan:
    """A new boleto to be.

    Attributes:
        antigo: The boleto that was paid in part.
        saldo: What is left of it.
        emissao: The new boleto.
        pedido: The order to the bank to stop collecting the old one; ``None`` when the bank does not have it.
        efeito: What will happen, one sentence.
        problems: What stands in the way.
    """

    antigo: Boleto
    saldo: Centavos
    vencimento: date
    emissao: EmissaoPlan
    pedido: OperacaoPlan | None
    efeito: str
    problems: tuple[Problem, ...]


class SaldosService:
    """Plans and makes boletos of balances."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def plan(self, boleto_id: int, vencimento: date) -> SaldoPlan:
        """Return the boleto that would be made of what is left; nothing is written.

        Raises:
            MissingError: There is no such boleto.
        """
        with self._database.read() as uow:
            return self._plan(uow, boleto_id, vencimento)

    def apply(self, plan: SaldoPlan) -> Sequence[Boleto]:
        """Make the new boleto and ask the bank to drop the old one; return the new ones.

        Raises:
            RefusedError: Something stands in the way.
            StalePlanError: Something moved since; nothing was written.
        """
        refuse_errors(plan.problems, "saldo_recusado")
        agora = self._agora()
        with self._database.write() as uow:
            if self._plan(uow, plan.antigo.id, plan.vencimento) != plan:
                raise StalePlanError(f"id {plan.antigo.id}")
            if plan.pedido is not None:
                operacoes.write(uow, plan.pedido, usuario=self._usuario, agora=agora)
            return boletos_emissao.write(uow, plan.emissao, usuario=self._usuario, agora=agora)

    def _plan(self, uow: UnitOfWork, boleto_id: int, vencimento: date) -> SaldoPlan:
        hoje = self._agora().date()
        boleto = uow.boletos.get(boleto_id)
        contas = uow.contas_receber.get_many(item.conta_receber_id for item in boleto.itens)
        abertas = [conta for conta in contas.values() if conta.situacao.is_open]
        saldo = sum(conta.saldo for conta in abertas)
        emissao = boletos_emissao.plan(
            uow,
            [conta.id for conta in abertas],
            boleto.convenio_id,
            hoje=hoje,
            agrupar=True,
            vencimento=vencimento,
        )
        problems = []
        if boleto.situacao is not Situacao.BAIXADO_PARCIALMENTE:
            message = f"O boleto está {str(boleto.situacao).lower()}; só o baixado em parte tem saldo a cobrar de novo."
            problems.append(Problem(message=message, field="situacao"))
        if vencimento < hoje:
            problems.append(Problem(message="O novo vencimento já passou.", field="vencimento"))
        pedido = _drop(boleto)
        efeito = f"Novo boleto de {format_brl(saldo)}, vence em {vencimento:%d/%m/%Y}."
        if pedido is not None:
            efeito += " O banco será avisado de não cobrar mais o antigo."
        return SaldoPlan(
            antigo=boleto,
            saldo=saldo,
            vencimento=vencimento,
            emissao=emissao,
            pedido=pedido,
            efeito=efeito,
            problems=(*problems, *emissao.problems),
        )


def _drop(boleto: Boleto) -> OperacaoPlan | None:
    """Return the order to drop *boleto*; ``None`` when the bank does not have it, or answers another order first."""
    unsent = boleto.pedido is not None and not boleto.pedido.enviado
    if boleto.no_banco not in pedidos.CONHECIDOS and not unsent:
        return None
    detalhe = "Pedir a baixa: saldo em novo boleto"
    row = OperacaoRow(boleto_id=boleto.id, titulo=boleto.numero_documento, efeito=f"{detalhe}.")
    return OperacaoPlan(
        empresa_id=boleto.empresa_id,
        tipo="saldo",
        texto=f"Baixa pedida do boleto {boleto.nosso_numero_impresso}, cujo saldo foi para outro.",
        rows=(row,),
        alteracao=Alteracao(
            boletos=((boleto, pedidos.ask(boleto, Comando.BAIXAR, detalhe)),),
            eventos=((boleto.id, "saldo", f"{detalhe}."),),
        ),
    )
