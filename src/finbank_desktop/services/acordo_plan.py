"""What an agreement changes, step by step, before anything is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import remessa_cancelamento
from finbank_desktop.services.boletos_vida import end
from finbank_desktop.services.contas_receber import holds
from finbank_desktop.services.remessa_cancelamento import CancelamentoPlan


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


def plan(uow: UnitOfWork, draft: AcordoDraft, hoje: date) -> AcordoPlan:
    """Return what the agreement changes, step by step; see `AcordosService.plan`."""
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
    fins = [(b, *ended(soltos.get(b.id) or b)) for b in boletos]
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
                efeitos=(f"{count_boletos(len(draft.parcelas))}.",) if draft.convenio_id is not None else (),
            ),
        ),
        problems=tuple(problems),
    )


def count_boletos(numero: int) -> str:
    """Return how many boletos, in words."""
    return f"{numero} {'boleto' if numero == 1 else 'boletos'}"


def _freed(numero: int) -> str:
    return f"{count_boletos(numero)} {'volta a não enviado' if numero == 1 else 'voltam a não enviados'}"


def _counts(boleto: Boleto) -> bool:
    """Whether a pagador may still pay *boleto*, in whole or what is left of it."""
    return holds(boleto) or boleto.situacao is Situacao.BAIXADO_PARCIALMENTE


def ended(boleto: Boleto) -> tuple[Boleto | None, str, list[Problem]]:
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


def new_contas(plan: AcordoPlan, codigo: str, hoje: date) -> list[ContaReceber]:
    """Return the titles that take the place of the old ones."""
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
