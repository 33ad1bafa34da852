"""An agreement: what was owed is collected no more, and new titles take its place.

The three steps that come before the new titles are done in order, each as it could be done by itself: cancel the
remessa that carries a boleto and was not confirmed, cancel the boleto, and send the bank the order to drop it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records import Acordo, Evento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import acordo_plan, boletos_emissao, operacoes, remessa_cancelamento
from finbank_desktop.services.acordo_plan import (
    AcordoDraft,
    AcordoPlan,
    Parcela,
    PassoAcordo,
    count_boletos,
    ended,
    new_contas,
)
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan
from finbank_desktop.services.plans import StalePlanError, refuse_errors
from finbank_desktop.services.remessa_cancelamento import CancelamentoPlan, CancelamentoRow
from finbank_desktop.services.remessa_pasta import place
from finbank_desktop.services.remessas import RemessasService

__all__ = ("AcordoDraft", "AcordoFeito", "AcordoPlan", "AcordosService", "Parcela", "PassoAcordo")

SEQUENCIA = "acordos"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcordoFeito:
    """What an agreement became.

    Attributes:
        remessas: The files that tell the bank to drop the old titles.
        boletos: The new ones.
    """

    acordo: Acordo
    remessas: tuple[Remessa, ...]
    contas: tuple[ContaReceber, ...]
    boletos: tuple[Boleto, ...]


class AcordosService:
    """Plans and makes agreements."""

    def __init__(
        self, database: Database, remessas: RemessasService, *, usuario: str, agora: Callable[[], datetime]
    ) -> None:
        """Work on *database* in the name of *usuario*; *remessas* writes the files."""
        self._database = database
        self._remessas = remessas
        self._usuario = usuario
        self._agora = agora

    def plan(self, draft: AcordoDraft) -> AcordoPlan:
        """Return what the agreement changes, step by step; nothing is written.

        Raises:
            MissingError: There is no such conta.
        """
        with self._database.read() as uow:
            return acordo_plan.plan(uow, draft, self._agora().date())

    def apply(self, plan: AcordoPlan, pasta: Path | None = None) -> AcordoFeito:
        """Do all steps of *plan* in one transaction.

        Args:
            plan: As returned by `plan`.
            pasta: Where the remessas that drop the old titles go; ``None`` leaves the orders for the next remessa.

        Raises:
            RefusedError: Something stands in the way; nothing was written.
            StalePlanError: Something moved since; nothing was written.
        """
        refuse_errors(plan.problems, "acordo_recusado")
        postos: list[Path] = []
        try:
            with self._database.write() as uow:
                self._compare(uow, plan)
                return self._apply(uow, plan, pasta, postos)
        except BaseException as error:
            for posto in postos:
                posto.unlink(missing_ok=True)
            if isinstance(error, StaleError):
                raise StalePlanError(error.where) from error
            raise

    def _compare(self, uow: UnitOfWork, plan: AcordoPlan) -> None:
        if acordo_plan.plan(uow, plan.draft, self._agora().date()) != plan:
            raise StalePlanError(f"id {plan.draft.contas[0]}")

    def _apply(self, uow: UnitOfWork, plan: AcordoPlan, pasta: Path | None, postos: list[Path]) -> AcordoFeito:
        agora = self._agora()
        for cancelamento in plan.remessas:
            self._cancel_remessa(uow, cancelamento, agora)
        cancelados = self._cancel_boletos(uow, plan, agora)
        remessas = self._remit(uow, cancelados, pasta, postos)
        acordo = self._keep(uow, plan, agora)
        novas = self._new_contas(uow, plan, acordo, agora)
        boletos: list[Boleto] = []
        if plan.draft.convenio_id is not None:
            emissao = boletos_emissao.plan(
                uow, [conta.id for conta in novas], plan.draft.convenio_id, hoje=agora.date()
            )
            refuse_errors(emissao.problems, "acordo_recusado")
            boletos = boletos_emissao.write(uow, emissao, usuario=self._usuario, agora=agora)
        return AcordoFeito(acordo=acordo, remessas=tuple(remessas), contas=tuple(novas), boletos=tuple(boletos))

    def _cancel_remessa(self, uow: UnitOfWork, plan: CancelamentoPlan, agora: datetime) -> None:
        uow.boletos.update_many(remessa_cancelamento.changed(plan.rows))
        uow.remessas.update(replace(plan.remessa, situacao=SituacaoRemessa.CANCELADA))
        uow.eventos.add_all([self._evento(row, plan.remessa, agora) for row in plan.rows if row.depois is not None])

    def _evento(self, row: CancelamentoRow, remessa: Remessa, agora: datetime) -> Evento:
        return Evento(
            empresa_id=row.boleto.empresa_id,
            boleto_id=row.boleto.id,
            quando=agora,
            usuario=self._usuario,
            tipo="remessa_cancelada",
            texto=f"Remessa nº {remessa.sequencia} cancelada. {row.efeito}",
            remessa_id=remessa.id,
        )

    def _cancel_boletos(self, uow: UnitOfWork, plan: AcordoPlan, agora: datetime) -> list[Boleto]:
        atuais = uow.boletos.get_many(boleto.id for boleto in plan.boletos)
        pares, eventos = [], []
        for boleto in atuais.values():
            depois, efeito, problems = ended(boleto)
            refuse_errors(problems, "acordo_recusado")
            if depois is not None:
                pares.append((boleto, depois))
                eventos.append((boleto.id, "cancelado", efeito))
        if pares:
            operacao = OperacaoPlan(
                empresa_id=plan.contas[0].empresa_id,
                tipo="acordo_cancelamento",
                texto=f"Acordo: {count_boletos(len(pares))} {'cancelado' if len(pares) == 1 else 'cancelados'}.",
                rows=(),
                alteracao=Alteracao(boletos=tuple(pares), eventos=tuple(eventos)),
            )
            operacoes.write(uow, operacao, usuario=self._usuario, agora=agora)
        return list(uow.boletos.get_many(boleto.id for boleto, _ in pares).values())

    def _remit(
        self, uow: UnitOfWork, cancelados: Sequence[Boleto], pasta: Path | None, postos: list[Path]
    ) -> list[Remessa]:
        if pasta is None:
            return []
        feitas = []
        pedem = [boleto for boleto in cancelados if boleto.pedido is not None]
        for convenio_id in dict.fromkeys(boleto.convenio_id for boleto in pedem):
            plan = self._remessas.plan_in(uow, convenio_id, [b.id for b in pedem if b.convenio_id == convenio_id])
            refuse_errors([*plan.problems, *(p for row in plan.rows for p in row.problems)], "acordo_recusado")
            posto = place(pasta, plan.arquivo, plan.conteudo)
            postos.append(posto)
            feitas.append(self._remessas.keep(uow, plan, posto.name))
        return feitas

    def _keep(self, uow: UnitOfWork, plan: AcordoPlan, agora: datetime) -> Acordo:
        empresa_id = plan.contas[0].empresa_id
        acordo = uow.acordos.add(
            Acordo(
                empresa_id=empresa_id,
                pessoa_id=plan.contas[0].pessoa_id,
                codigo=f"{uow.sequencias.next(empresa_id, SEQUENCIA):06d}",
                quando=agora,
                usuario=self._usuario,
                texto=plan.draft.motivo,
                valor_original=plan.valor_original,
                valor=plan.valor,
            )
        )
        uow.acordos.add_itens(acordo, "original", [(conta.id, conta.saldo) for conta in plan.contas])
        return acordo

    def _new_contas(self, uow: UnitOfWork, plan: AcordoPlan, acordo: Acordo, agora: datetime) -> list[ContaReceber]:
        atuais = uow.contas_receber.get_many(conta.id for conta in plan.contas)
        uow.contas_receber.update_many([replace(conta, situacao=Situacao.RENEGOCIADO) for conta in atuais.values()])
        novas = uow.contas_receber.add_many(new_contas(plan, acordo.codigo, agora.date()))
        uow.acordos.add_itens(acordo, "nova", [(conta.id, conta.valor) for conta in novas])
        return novas
