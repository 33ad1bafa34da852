"""What people do to contas a pagar between saving and paying: approve, take back, cancel, reopen, correct.

Planned, shown, and applied in one transaction; each is taken back by another of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.pagamentos import ConvenioPagamento, SituacaoPagamento
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records_pagamentos import Aprovacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.pagamentos import destinos, regras
from finbank_desktop.services.pagamentos.historia import evento, next_seu_numero
from finbank_desktop.services.plans import StalePlanError

_ABERTO, _APROVADO = SituacaoPagamento.EM_ABERTO, SituacaoPagamento.APROVADO
_RECUSADO, _CANCELADO = SituacaoPagamento.RECUSADO, SituacaoPagamento.CANCELADO


class Acao(StrEnum):
    """What may be done; the value is what the user reads."""

    APROVAR = "Aprovar"
    DESAPROVAR = "Tirar a aprovação"
    CANCELAR = "Cancelar"
    REABRIR = "Reabrir"
    CORRIGIR = "Corrigir e reenviar"


_DE: Mapping[Acao, tuple[SituacaoPagamento, ...]] = {
    Acao.APROVAR: (_ABERTO,),
    Acao.DESAPROVAR: (_ABERTO, _APROVADO),
    Acao.CANCELAR: (_ABERTO, _APROVADO, _RECUSADO),
    Acao.REABRIR: (_CANCELADO,),
    Acao.CORRIGIR: (_RECUSADO,),
}
_EVENTOS = {
    Acao.APROVAR: "aprovada",
    Acao.DESAPROVAR: "desaprovada",
    Acao.CANCELAR: "cancelada",
    Acao.REABRIR: "reaberta",
    Acao.CORRIGIR: "corrigir",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AcaoRow:
    """One conta a pagar and what will happen to it.

    Attributes:
        favorecido: Who is paid, in words.
        destino: Where the money goes, in words.
        depois: The situação it will have; ``None`` when it stays as it is.
        efeito: What will happen, or why nothing does, one sentence.
        problems: An error leaves it as it is.
    """

    conta: ContaPagar
    favorecido: str
    destino: str
    depois: SituacaoPagamento | None
    efeito: str
    problems: tuple[Problem, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether something happens to it."""
        return self.depois is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcaoPlan:
    """One action on some contas a pagar."""

    acao: Acao
    rows: tuple[AcaoRow, ...]

    @property
    def going(self) -> tuple[AcaoRow, ...]:
        """Those to which something happens."""
        return tuple(row for row in self.rows if row.goes)

    @property
    def valor(self) -> int:
        """Their sum, in centavos."""
        return sum(row.conta.valor_a_pagar for row in self.going)


class AcoesPagarService:
    """Plans and applies these actions."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def plan(self, acao: Acao, ids: Sequence[int]) -> AcaoPlan:
        """Return what *acao* does to the contas a pagar *ids*; nothing is written.

        Raises:
            MissingError: There is no such conta.
        """
        with self._database.read() as uow:
            return AcaoPlan(acao=acao, rows=tuple(self._rows(uow, acao, ids)))

    def apply(self, plan: AcaoPlan) -> Sequence[ContaPagar]:
        """Do what *plan* says and return the contas as they then are.

        Raises:
            RefusedError: It happens to none of them.
            StalePlanError: One of them moved since; nothing was written.
        """
        if not plan.going:
            raise RefusedError("nada_a_fazer", plan.rows[0].efeito if plan.rows else "Escolha ao menos uma conta.")
        agora = self._agora()
        with self._database.write() as uow:
            novo = tuple(self._rows(uow, plan.acao, [row.conta.id for row in plan.rows]))
            if novo != plan.rows:
                raise StalePlanError(f"id {plan.going[0].conta.id}")
            try:
                return uow.contas_pagar.update_many([self._done(uow, plan.acao, row, agora) for row in plan.going])
            except StaleError as error:
                raise StalePlanError(error.where) from error

    def _done(self, uow: UnitOfWork, acao: Acao, row: AcaoRow, agora: datetime) -> ContaPagar:
        conta = row.conta
        uow.eventos_pagar.add(evento(conta, _EVENTOS[acao], row.efeito, usuario=self._usuario, agora=agora))
        if acao is Acao.APROVAR:
            nova = Aprovacao(empresa_id=conta.empresa_id, conta_pagar_id=conta.id, usuario=self._usuario, quando=agora)
            suas = uow.aprovacoes_pagamento.of_contas([conta.id]).get(conta.id, [])
            uow.aprovacoes_pagamento.add_all([] if any(each.usuario == self._usuario for each in suas) else [nova])
            falta = "" if row.depois is _APROVADO else f"Aprovada por {self._usuario}; falta outra pessoa"
            return replace(conta, situacao=row.depois or conta.situacao, detalhe=falta)
        uow.aprovacoes_pagamento.delete_where(conta_pagar_id=conta.id)
        depois = replace(conta, situacao=row.depois or conta.situacao, detalhe="")
        if acao in (Acao.CORRIGIR, Acao.REABRIR):
            return replace(depois, seu_numero=next_seu_numero(uow, conta.empresa_id), remessa_id=None)
        return depois

    def _rows(self, uow: UnitOfWork, acao: Acao, ids: Sequence[int]) -> Iterator[AcaoRow]:
        achadas = uow.contas_pagar.get_many(ids)
        contas = [achadas.get(row) or uow.contas_pagar.get(row) for row in dict.fromkeys(ids)]
        cadastro = destinos.load(uow, contas)
        vivos = uow.pagamentos.alive_of(conta.id for conta in contas)
        aprovacoes = uow.aprovacoes_pagamento.of_contas(conta.id for conta in contas)
        for conta in contas:
            destino = cadastro.destino(conta)
            problems = list(_state_problems(acao, conta))
            if conta.id in vivos and not problems:
                problems = [_in_flight(conta)]
            suas = aprovacoes.get(conta.id, [])
            if acao is Acao.APROVAR and not problems:
                problems = self._approval(uow, conta, destino, suas)
            if acao is Acao.DESAPROVAR and not suas and not problems:
                problems = [Problem(message=f"A conta {conta.codigo} não está aprovada.", field="situacao")]
            impede = next((each for each in problems if each.is_error), None)
            depois = None if impede else self._after(uow, acao, conta, len(suas))
            yield AcaoRow(
                conta=conta,
                favorecido=destino.nome(conta),
                destino=destino.descricao(conta),
                depois=depois,
                efeito=impede.message if impede else _said(acao, conta, depois, self._usuario),
                problems=tuple(problems),
            )

    def _after(self, uow: UnitOfWork, acao: Acao, conta: ContaPagar, aprovaram: int) -> SituacaoPagamento:
        if acao is Acao.CANCELAR:
            return _CANCELADO
        if acao is not Acao.APROVAR:
            return _ABERTO
        exigidas = uow.configuracoes_pagamento.of_empresa(conta.empresa_id).aprovacoes
        return _APROVADO if aprovaram + 1 >= exigidas else _ABERTO

    def _approval(
        self, uow: UnitOfWork, conta: ContaPagar, destino: destinos.Destino, suas: Sequence[Aprovacao]
    ) -> list[Problem]:
        if any(each.usuario == self._usuario for each in suas):
            exigidas = uow.configuracoes_pagamento.of_empresa(conta.empresa_id).aprovacoes
            if len(suas) < exigidas:
                return [
                    Problem(
                        message=f"{self._usuario} já aprovou a conta {conta.codigo}.",
                        fix="Falta a aprovação de outra pessoa.",
                        field="situacao",
                    )
                ]
        empresa = uow.empresas.get(conta.empresa_id)
        return regras.approval_problems(conta, destino, empresa, _convenio(uow, conta), self._agora())


def _convenio(uow: UnitOfWork, conta: ContaPagar) -> ConvenioPagamento | None:
    """Return the convênio that will pay *conta*; ``None`` when several might."""
    if conta.convenio_id is not None:
        return uow.convenios_pagamento.get(conta.convenio_id)
    ativos = [each for each in uow.convenios_pagamento.all(conta.empresa_id) if each.ativo]
    return ativos[0] if len(ativos) == 1 else None


def _state_problems(acao: Acao, conta: ContaPagar) -> Iterator[Problem]:
    if conta.situacao in _DE[acao]:
        return
    fix = ""
    if conta.situacao is SituacaoPagamento.AGENDADO:
        fix = "Até a resposta do banco ela não muda; importe o retorno, ou cancele a remessa se ela não foi ao banco."
    elif conta.situacao is _RECUSADO:
        fix = "Use Corrigir e reenviar."
    yield Problem(message=f"A conta {conta.codigo} está como “{conta.situacao}”.", fix=fix, field="situacao")


def _in_flight(conta: ContaPagar) -> Problem:
    return Problem(
        message=f"O pagamento da conta {conta.codigo} ainda está com o banco.",
        fix="Importe o retorno antes.",
        field="situacao",
    )


def _said(acao: Acao, conta: ContaPagar, depois: SituacaoPagamento | None, usuario: str) -> str:
    valor = format_brl(conta.valor_a_pagar)
    match acao:
        case Acao.APROVAR if depois is _APROVADO:
            return f"Aprovado o pagamento de {valor} por {usuario}."
        case Acao.APROVAR:
            return f"Aprovado o pagamento de {valor} por {usuario}; falta a aprovação de outra pessoa."
        case Acao.DESAPROVAR:
            return "A aprovação é tirada; não vai na próxima remessa."
        case Acao.CANCELAR:
            return f"Cancelada: {valor} não serão pagos."
        case Acao.REABRIR:
            return "Volta a ficar em aberto."
    return f"Volta a ficar em aberto, com outro número, para ser corrigida. O banco disse: {conta.detalhe or '—'}."
