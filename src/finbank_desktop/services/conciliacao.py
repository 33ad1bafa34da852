"""Reconciling statements with the books: suggested, composed, shown, written at once, undone link by link."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from finbank_desktop.conciliacao.modelo import Sugestao
from finbank_desktop.conciliacao.sugestao import suggest
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Operacao
from finbank_desktop.persistence.records_extratos import (
    CategoriaAprendida,
    LinhaGravada,
    Regra,
    SituacaoLinha,
    Vinculo,
)
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import (
    conciliacao_dias,
    conciliacao_mesa,
    conciliacao_plano,
    conciliacao_regras,
    operacoes,
)
from finbank_desktop.services.baixas import BaixasService
from finbank_desktop.services.conciliacao_model import (
    OPERACAO,
    OPERACAO_IGNORAR,
    Composicao,
    ConciliacaoPlan,
    DiaMesa,
    Mesa,
)
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import StalePlanError, refuse_errors


class ConciliacaoService:
    """What a person can ask about reconciliation."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora
        self._baixas = BaixasService(database, usuario=usuario, agora=agora)

    def mesa(self, conta_id: int) -> Mesa:
        """Return bank and books of an account side by side, with what each line that waits may be."""
        with self._database.read() as uow:
            return conciliacao_mesa.lay(uow, conta_id, self._agora().date())

    def sugerir(self, conta_id: int) -> Sugestao:
        """Return what the matching alone says, in the contract's own terms.

        Raises:
            MissingError: There is no such account.
        """
        with self._database.read() as uow:
            mesa, linhas = conciliacao_mesa.books(uow, conta_id, self._agora().date())
        return suggest(conciliacao_mesa.case(mesa, linhas))

    # --- composing and writing

    def plan(self, composicao: Composicao) -> ConciliacaoPlan:
        """Return what a composition writes, and what is missing; nothing is written.

        Raises:
            MissingError: There is no such line.
        """
        return self.plan_many([composicao])[0]

    def plan_on(self, mesa: Mesa, composicao: Composicao) -> ConciliacaoPlan:
        """Return what a composition writes, as seen on *mesa*; applying it compares every row with what is by then."""
        linha = next(each.linha for each in mesa.linhas if each.linha.id == composicao.linha_id)
        return conciliacao_plano.make(mesa, linha, composicao, self._baixas)

    def plan_certos(self, mesa: Mesa) -> list[ConciliacaoPlan]:
        """Return what settling every *Certo* of *mesa* writes; what turns out not to be complete is left out."""
        plans = [self.plan_on(mesa, each.opcoes[0].composicao) for each in mesa.certos]
        return [plan for plan in plans if plan.can]

    def plan_many(self, composicoes: Sequence[Composicao]) -> list[ConciliacaoPlan]:
        """Return what each composition writes; all of one account."""
        if not composicoes:
            return []
        with self._database.read() as uow:
            found = uow.extrato_linhas.get_many(each.linha_id for each in composicoes)
            first = uow.extrato_linhas.get(composicoes[0].linha_id)
            mesa, _ = conciliacao_mesa.books(uow, first.conta_id, self._agora().date())
            mesa = replace(mesa, espelhos=_mirrors(uow, composicoes))
        return [conciliacao_plano.make(mesa, found[each.linha_id], each, self._baixas) for each in composicoes]

    def apply(self, plans: Sequence[ConciliacaoPlan], watcher: Watcher = SILENT) -> tuple[Operacao, ...]:
        """Write all *plans* in one transaction, one operation each, so that each is undone by itself.

        Raises:
            RefusedError: One of them is not complete; nothing was written.
            StalePlanError: Something moved since they were made; nothing was written.
        """
        for plan in plans:
            refuse_errors(plan.problems, "conciliacao_recusada")
            if not plan.can:
                raise RefusedError(
                    "falta", "Falta dizer o que é a diferença; nada foi gravado.", f"linha {plan.linha.id}"
                )
        watcher.report(0, len(plans), "Conciliando")
        done = []
        with self._database.write() as uow:
            for plan in plans:
                _require_open(uow, plan)
                if plan.operacao is not None:
                    done.append(operacoes.write(uow, plan.operacao, usuario=self._usuario, agora=self._agora()))
                if plan.aprende is not None and plan.aprende[0]:
                    uow.categorias.learn(plan.linha.empresa_id, *plan.aprende)
        return tuple(done)

    # --- the bin

    def ignoradas(self, conta_id: int) -> Sequence[LinhaGravada]:
        """Return the lines in the bin, by day."""
        with self._database.read() as uow:
            return uow.extrato_linhas.in_state(SituacaoLinha.IGNORADA, conta_id)

    def recuperar(self, linha_id: int) -> Operacao:
        """Take a line out of the bin.

        Raises:
            RefusedError: It is not in it, or its period is closed.
        """
        with self._database.write() as uow:
            linha = uow.extrato_linhas.get(linha_id)
            if linha.situacao is not SituacaoLinha.IGNORADA:
                raise RefusedError("nao_ignorada", "Este lançamento não está na lixeira.")
            ate = uow.fechamentos.closed_until(linha.conta_id)
            if ate is not None and linha.data is not None and linha.data <= ate:
                raise RefusedError("periodo_fechado", f"O período até {ate:%d/%m/%Y} está fechado; reabra-o antes.")
            return operacoes.write(uow, conciliacao_plano.unignore(linha), usuario=self._usuario, agora=self._agora())

    # --- what was done

    def historico(self, quantas: int = 50) -> Sequence[Operacao]:
        """Return what was reconciled or ignored last and still stands, the newest first."""
        with self._database.read() as uow:
            return uow.operacoes.last(quantas, (OPERACAO, OPERACAO_IGNORAR))

    def vinculos(self, linha_id: int) -> Sequence[Vinculo]:
        """Return what a line was reconciled with."""
        with self._database.read() as uow:
            return uow.vinculos.of_linhas([linha_id])

    def dias(self, conta_id: int) -> Sequence[DiaMesa]:
        """Return bank and books of an account by day, oldest first."""
        with self._database.read() as uow:
            return conciliacao_dias.days(uow, conta_id)

    # --- rules and what was learned

    def regras(self, empresa_id: int) -> Sequence[Regra]:
        """Return the rules in the order they are tried."""
        with self._database.read() as uow:
            return uow.regras.all(empresa_id)

    def regras_propostas(self, empresa_id: int) -> Sequence[Regra]:
        """Return the rules worth having: the same words were given the same category twice."""
        with self._database.read() as uow:
            return conciliacao_regras.proposed(uow, empresa_id)

    def new_regra(self, empresa_id: int, *, contem: str, acao: str, categoria: str, sinal: str) -> Regra:
        """Return a rule that is not saved yet."""
        return Regra(empresa_id=empresa_id, contem=contem, acao=acao, categoria=categoria, sinal=sinal)

    def save_regra(self, regra: Regra) -> Regra:
        """Keep a rule; a new one is tried last.

        Raises:
            RefusedError: It has no words, or does nothing.
            StaleError: Somebody changed it meanwhile.
        """
        if not regra.contem.strip():
            raise RefusedError("regra_vazia", "Diga as palavras que o lançamento deve conter.", "contem")
        if regra.acao == "categoria" and not regra.categoria.strip():
            raise RefusedError("regra_sem_categoria", "Diga a categoria que a regra propõe.", "categoria")
        with self._database.write() as uow:
            if regra.id:
                return uow.regras.update(regra)
            last = max((each.ordem for each in uow.regras.all(regra.empresa_id)), default=0)
            return uow.regras.add(replace(regra, ordem=last + 1))

    def move_regra(self, regra_id: int, *, up: bool) -> None:
        """Try a rule one place sooner or later."""
        with self._database.write() as uow:
            regra = uow.regras.get(regra_id)
            others = uow.regras.all(regra.empresa_id)
            at = [each.id for each in others].index(regra_id)
            to = at + (-1 if up else 1)
            if 0 <= to < len(others):
                uow.regras.update(replace(regra, ordem=others[to].ordem))
                uow.regras.update(replace(others[to], ordem=regra.ordem))

    def delete_regra(self, regra_id: int) -> None:
        """Take a rule away; what it proposed and somebody accepted stays."""
        with self._database.write() as uow:
            uow.regras.delete_where(id=regra_id)

    def aprendidas(self, empresa_id: int) -> Sequence[CategoriaAprendida]:
        """Return what was learned from what people chose."""
        with self._database.read() as uow:
            return uow.categorias.all(empresa_id)

    def esquecer(self, categoria_id: int) -> None:
        """Forget a category that was learned."""
        with self._database.write() as uow:
            uow.categorias.delete_where(id=categoria_id)


def _mirrors(uow: UnitOfWork, composicoes: Sequence[Composicao]) -> dict[int, LinhaGravada]:
    wanted = [each.outra_linha_id for each in composicoes if each.outra_linha_id is not None]
    found = uow.extrato_linhas.get_many(wanted)
    return {row: linha for row, linha in found.items() if linha.situacao is SituacaoLinha.PENDENTE}


def _require_open(uow: UnitOfWork, plan: ConciliacaoPlan) -> None:
    """Do nothing while neither line of *plan* is in a closed period and nothing it links is linked already.

    Raises:
        StalePlanError: It is, by now.
    """
    operacao = plan.operacao
    if operacao is None:
        return
    for linha, _ in operacao.alteracao.linhas:
        ate = uow.fechamentos.closed_until(linha.conta_id)
        if ate is not None and linha.data is not None and linha.data <= ate:
            raise StalePlanError("fechamento")
    baixas = [each.baixa_id for each in operacao.alteracao.vinculos if each.baixa_id is not None]
    tarifas = [each.tarifa_id for each in operacao.alteracao.vinculos if each.tarifa_id is not None]
    standing = uow.baixas.get_many(baixas)
    if any(not baixa.stands for baixa in standing.values()) or len(standing) < len(baixas):
        raise StalePlanError("baixa")
    if uow.vinculos.of_baixas(baixas) or uow.vinculos.of_tarifas(tarifas):
        raise StalePlanError("vínculo")


def until(dias: Sequence[DiaMesa], ate: date) -> DiaMesa:
    """Return the days until *ate* added up, with the last balance known."""
    chosen = [dia for dia in dias if dia.data <= ate]
    return DiaMesa(
        data=ate,
        banco=sum(dia.banco for dia in chosen),
        conciliado=sum(dia.conciliado for dia in chosen),
        ignorado=sum(dia.ignorado for dia in chosen),
        sistema=sum(dia.sistema for dia in chosen),
        pendentes=sum(dia.pendentes for dia in chosen),
        saldo=next((dia.saldo for dia in reversed(chosen) if dia.saldo is not None), None),
    )
