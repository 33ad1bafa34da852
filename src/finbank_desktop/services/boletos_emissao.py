"""Making boletos within somebody else's transaction: what they will be, and writing them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_plan
from finbank_desktop.services.boletos_faixa import Faixa
from finbank_desktop.services.boletos_plan import Acervo, EmissaoPlan
from finbank_desktop.services.cadastros import convenio_problems
from finbank_desktop.services.plans import require_versions


def plan(
    uow: UnitOfWork,
    ids: Sequence[int],
    convenio_id: int | None,
    *,
    hoje: date,
    agrupar: bool = False,
    vencimento: date | None = None,
    explicit: bool = True,
) -> EmissaoPlan:
    """Return which boletos would be made of the contas a receber *ids*; see ``BoletosService.plan_emissao``."""
    acervo = replace(_load(uow, ids, convenio_id), vencimento=vencimento)
    return boletos_plan.build(acervo, hoje=hoje, agrupar=agrupar, explicit=explicit)


def write(uow: UnitOfWork, plan: EmissaoPlan, *, usuario: str, agora: datetime) -> list[Boleto]:
    """Make the boletos of *plan* and return them with their ids.

    Raises:
        StalePlanError: A conta, convênio or account moved since.
    """
    require_versions(uow.contas_receber, plan.contas)
    require_versions(uow.convenios, plan.convenios)
    require_versions(uow.contas, plan.contas_bancarias)
    boletos = uow.boletos.add_many([row.boleto for row in plan.rows])
    uow.contas_receber.update_many(
        [replace(conta, convenio_id=row.boleto.convenio_id) for row in plan.rows for conta in row.contas]
    )
    uow.convenios.update_many(
        [
            replace(convenio, proximo_nosso_numero=plan.proximos[convenio.id])
            for convenio in uow.convenios.get_many(plan.proximos).values()
        ]
    )
    uow.eventos.add_all([_born(boleto, usuario, agora) for boleto in boletos])
    return boletos


def _born(boleto: Boleto, usuario: str, agora: datetime) -> Evento:
    return Evento(
        empresa_id=boleto.empresa_id,
        boleto_id=boleto.id,
        quando=agora,
        usuario=usuario,
        tipo="emitido",
        texto=f"Boleto {boleto.nosso_numero_impresso} emitido.",
    )


def _load(uow: UnitOfWork, ids: Sequence[int], convenio_id: int | None) -> Acervo:
    achadas = uow.contas_receber.get_many(ids)
    contas = [achadas[row] if row in achadas else uow.contas_receber.get(row) for row in dict.fromkeys(ids)]
    if convenio_id is not None:
        sem = [conta for conta in contas if conta.convenio_id is None]
        _refuse_strangers(sem, uow.convenios.get(convenio_id).empresa_id)
        contas = [replace(conta, convenio_id=conta.convenio_id or convenio_id) for conta in contas]
    convenios = uow.convenios.get_many(conta.convenio_id for conta in contas if conta.convenio_id is not None)
    numerados = frozenset(row for row, conta in uow.contas_api.active(convenios).items() if conta.numera)
    return Acervo(
        contas=contas,
        boletos=uow.boletos.of_contas(conta.id for conta in contas),
        convenios=convenios,
        numerados_pelo_banco=numerados,
        contas_bancarias=uow.contas.get_many(convenio.conta_id for convenio in convenios.values()),
        pessoas=uow.pessoas.get_many(conta.pessoa_id for conta in contas),
        empresas=uow.empresas.get_many(convenio.empresa_id for convenio in convenios.values()),
        faixas={
            row: Faixa(c, uow.boletos.taken_sequenciais(row, c.proximo_nosso_numero, c.nosso_numero_fim))
            for row, c in convenios.items()
        },
        incompletos={
            row: queixa
            for row, c in convenios.items()
            # what a bank that numbers has still to say is no fault of the convênio
            if (
                queixa := boletos_plan.complaint(
                    c, [] if row in numerados else _without_counters(convenio_problems(c, uow))
                )
            )
        },
    )


def _without_counters(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what the range itself will say, number by number."""
    return [problem for problem in problems if problem.field not in ("proximo_nosso_numero", "proxima_remessa")]


def _refuse_strangers(contas: Iterable[ContaReceber], empresa_id: int) -> None:
    for conta in contas:
        if conta.empresa_id != empresa_id:
            mensagem = f"A conta a receber {conta.codigo} é de outra empresa que a do convênio; escolha outro convênio."
            raise RefusedError("convenio_de_outra_empresa", mensagem, f"contas_receber.{conta.codigo}")
