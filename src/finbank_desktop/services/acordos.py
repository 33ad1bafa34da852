"""An agreement: what was owed is collected no more, and new titles take its place.

The three steps that come before the new titles are done in order, each as it could be done by itself: cancel the
remessa that carries a boleto and was not confirmed, cancel the boleto, and send the bank the order to drop it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records import Acordo, Evento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_emissao, operacoes, remessa_cancelamento
from finbank_desktop.services.boletos_vida import end
from finbank_desktop.services.contas_receber import holds
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan
from finbank_desktop.services.plans import StalePlanError, refuse_errors
from finbank_desktop.services.remessa_cancelamento import CancelamentoPlan, CancelamentoRow
from finbank_desktop.services.remessa_pasta import place
from finbank_desktop.services.remessas import RemessasService

SEQUENCIA = "acordos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcela:
    """One new title of the agreement."""

    vencimento: date
    valor: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class AcordoDraft:
    """What was agreed on.

    Attributes:
        contas: What was owed; contas a receber of one pagador.
        convenio_id: Who collects the new titles; ``None`` emits no boletos.
        motivo: Why, in the user's words.
    """

    contas: tuple[int, ...]
    parcelas: tuple[Parcela, ...]
    convenio_id: int | None = None
    motivo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassoAcordo:
    """One step, in the order it is done.

    Attributes:
        chave: ``cancelar_remessa``, ``cancelar_boleto``, ``remeter``, ``novas_contas`` or ``novos_boletos``.
        efeitos: What it does to each title, one sentence each; empty when there is nothing to do.
    """

    chave: str
    titulo: str
    efeitos: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcordoPlan:
    """An agreement to be.

    Attributes:
        valor_original: What was owed.
        valor: Sum of the new titles.
        passos: The steps in their order.
        problems: What stands in the way (errors), and what to mind.
    """

    draft: AcordoDraft
    pagador: str
    contas: tuple[ContaReceber, ...]
    boletos: tuple[Boleto, ...]
    remessas: tuple[CancelamentoPlan, ...]
    valor_original: Centavos
    valor: Centavos
    passos: tuple[PassoAcordo, ...]
    problems: tuple[Problem, ...]


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
            return _plan(uow, draft, self._agora().date())

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
        if _plan(uow, plan.draft, self._agora().date()) != plan:
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
            depois, efeito, problems = _end(boleto)
            refuse_errors(problems, "acordo_recusado")
            if depois is not None:
                pares.append((boleto, depois))
                eventos.append((boleto.id, "cancelado", efeito))
        if pares:
            operacao = OperacaoPlan(
                empresa_id=plan.contas[0].empresa_id,
                tipo="acordo_cancelamento",
                texto=f"Acordo: {_boletos(len(pares))} {'cancelado' if len(pares) == 1 else 'cancelados'}.",
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
        novas = uow.contas_receber.add_many(_new(plan, acordo.codigo, agora.date()))
        uow.acordos.add_itens(acordo, "nova", [(conta.id, conta.valor) for conta in novas])
        return novas


def _plan(uow: UnitOfWork, draft: AcordoDraft, hoje: date) -> AcordoPlan:
    if not draft.contas:
        raise RefusedError("nenhuma_conta", "Escolha o que entra no acordo.", "contas")
    contas = [uow.contas_receber.get(row) for row in dict.fromkeys(draft.contas)]
    de_contas = uow.boletos.of_contas(conta.id for conta in contas)
    vivos = {b.id: b for achados in de_contas.values() for b in achados if _counts(b)}
    boletos = [vivos[row] for row in sorted(vivos)]
    remessas = [
        remessa_cancelamento.plan(uow, row)
        for row in dict.fromkeys(b.remessa_id for b in boletos if b.no_banco in (NoBanco.NA_REMESSA, NoBanco.ENVIADO))
        if row is not None
    ]
    soltos = {row.boleto.id: row.depois for plan in remessas for row in plan.rows if row.depois is not None}
    fins = [(b, *_end(soltos.get(b.id) or b)) for b in boletos]
    original, valor = sum(conta.saldo for conta in contas), sum(parcela.valor for parcela in draft.parcelas)
    problems = [
        *_wrong(draft, contas, hoje),
        *_shared(uow, boletos, contas),
        *(problem for plan in remessas for problem in plan.problems),
        *(problem for _, _, _, achados in fins for problem in achados),
    ]
    pedem = [boleto for boleto, depois, _, _ in fins if depois is not None and depois.pedido is not None]
    return AcordoPlan(
        draft=draft,
        pagador=uow.pessoas.get(contas[0].pessoa_id).nome,
        contas=tuple(contas),
        boletos=tuple(boletos),
        remessas=tuple(remessas),
        valor_original=original,
        valor=valor,
        passos=(
            PassoAcordo(
                chave="cancelar_remessa",
                titulo="Cancelar a remessa",
                efeitos=tuple(f"Remessa nº {plan.remessa.sequencia}: {_freed(len(plan.rows))}." for plan in remessas),
            ),
            PassoAcordo(
                chave="cancelar_boleto",
                titulo="Cancelar os boletos",
                efeitos=tuple(f"{b.numero_documento}: {efeito}" for b, _, efeito, _ in fins),
            ),
            PassoAcordo(
                chave="remeter",
                titulo="Remeter ao banco",
                efeitos=tuple(f"{b.numero_documento}: pedido de baixa na remessa." for b in pedem),
            ),
            PassoAcordo(
                chave="novas_contas",
                titulo="Fazer os novos títulos",
                efeitos=tuple(
                    f"{format_brl(parcela.valor)}, vence em {parcela.vencimento:%d/%m/%Y}."
                    for parcela in draft.parcelas
                ),
            ),
            PassoAcordo(
                chave="novos_boletos",
                titulo="Emitir os novos boletos",
                efeitos=(f"{_boletos(len(draft.parcelas))}.",) if draft.convenio_id is not None else (),
            ),
        ),
        problems=tuple(problems),
    )


def _boletos(numero: int) -> str:
    return f"{numero} {'boleto' if numero == 1 else 'boletos'}"


def _freed(numero: int) -> str:
    return f"{_boletos(numero)} {'volta a não enviado' if numero == 1 else 'voltam a não enviados'}"


def _counts(boleto: Boleto) -> bool:
    """Whether a pagador may still pay *boleto*, in whole or what is left of it."""
    return holds(boleto) or boleto.situacao is Situacao.BAIXADO_PARCIALMENTE


def _end(boleto: Boleto) -> tuple[Boleto | None, str, list[Problem]]:
    """Return *boleto* cancelled; one that was paid in part becomes inactive, its payments stand."""
    parcial = boleto.situacao is Situacao.BAIXADO_PARCIALMENTE
    return end(boleto, Situacao.INATIVO if parcial else Situacao.CANCELADO, "acordo", parcial=parcial)


def _wrong(draft: AcordoDraft, contas: Sequence[ContaReceber], hoje: date) -> Iterator[Problem]:
    if len({(conta.empresa_id, conta.pessoa_id) for conta in contas}) > 1:
        yield Problem(message="Um acordo é com um cliente só.", fix="Faça um acordo para cada um.", field="contas")
    for conta in contas:
        if not conta.situacao.is_open:
            yield Problem(message=f"A conta {conta.codigo} está {str(conta.situacao).lower()}.", field="contas")
    if not draft.parcelas:
        yield Problem(message="Diga as parcelas do acordo.", field="parcelas")
    if any(parcela.valor <= 0 for parcela in draft.parcelas):
        yield Problem(message="Cada parcela tem de ser maior que zero.", field="parcelas")
    if any(parcela.vencimento < hoje for parcela in draft.parcelas):
        yield Problem(message="Uma parcela vence antes de hoje.", field="parcelas")


def _shared(uow: UnitOfWork, boletos: Sequence[Boleto], contas: Sequence[ContaReceber]) -> Iterator[Problem]:
    """Say which boletos collect more than what was agreed on: cancelling them would free the rest."""
    nossas = {conta.id for conta in contas}
    alheias = {item.conta_receber_id for b in boletos for item in b.itens} - nossas
    for conta in uow.contas_receber.get_many(alheias).values():
        if conta.situacao.is_open:
            yield Problem(
                message=f"O boleto também cobra a conta {conta.codigo}, que não está no acordo.",
                fix="Inclua-a no acordo.",
                field="contas",
            )


def _new(plan: AcordoPlan, codigo: str, hoje: date) -> list[ContaReceber]:
    primeira, quantas = plan.contas[0], len(plan.draft.parcelas)
    return [
        replace(
            primeira,
            id=0,
            codigo=f"A{codigo}/{n}",
            documento=f"AC{codigo}/{n:02d}",
            descricao=f"Acordo {codigo}, parcela {n}/{quantas}",
            convenio_id=plan.draft.convenio_id or primeira.convenio_id,
            emissao=hoje,
            vencimento=parcela.vencimento,
            valor=parcela.valor,
            valor_baixado=0,
            situacao=Situacao.EM_ABERTO,
            gerada_de_id=primeira.id,
            versao=0,
        )
        for n, parcela in enumerate(plan.draft.parcelas, start=1)
    ]
