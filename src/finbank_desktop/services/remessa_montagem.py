"""Choosing what goes into a remessa: the boletos, what is asked of each, and its lines; nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import DadosRemessa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_codigo, pedidos
from finbank_desktop.services.comando_pedidos import DadosComando, order
from finbank_desktop.services.remessa_make import banco_of, convenio_problems, takes_letters, write
from finbank_desktop.services.remessa_plan import (
    ELEGIVEIS,
    REGISTRAR,
    RemessaPlan,
    is_due_to_go,
    plan_row,
    with_problems,
)
from finbank_desktop.services.remessa_verificacao import checked

_CANDIDATOS = (*ELEGIVEIS, NoBanco.INSTRUCAO_PENDENTE)


def plan(
    uow: UnitOfWork,
    convenio_id: int,
    ids: Sequence[int] | None,
    hoje: date | None,
    comandos: Mapping[int, Comando] | None,
    *,
    agora: datetime,
) -> RemessaPlan:
    """Return the remessa that would be made *agora*; see `RemessasService.plan`."""
    dados = _begin(uow, convenio_id, agora)
    boletos = _boletos(uow, convenio_id, ids)
    pagadores = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos)
    banco, letras = banco_of(dados.convenio), takes_letters(dados)
    dia = hoje or agora.date()
    pedidos_feitos = [_asked(boleto, comandos or {}, dados.convenio, dia) for boleto in boletos]
    codificados = [_coded(boleto, dados, sem) for boleto, sem in pedidos_feitos]
    rows = [
        plan_row(
            boleto,
            pagadores[boleto.pessoa_id],
            convenio=dados.convenio,
            banco=banco.nome,
            hoje=dia,
            letras=letras,
        )
        for boleto, _ in codificados
    ]
    rows = [with_problems(row, sem) for row, (_, sem) in zip(rows, codificados, strict=True)]
    problems = [*_by_api(uow, dados.convenio), *convenio_problems(dados, letras=letras)]
    return checked(uow, write(dados, rows, problems))


def _by_api(uow: UnitOfWork, convenio: Convenio) -> Iterator[Problem]:
    """Yield the reason when the convênio's boletos go by the bank's API: the same title must not go both ways."""
    if uow.contas_api.active([convenio.id]):
        yield Problem(
            message=f"Os boletos do convênio {convenio.codigo} são comunicados por API, não por remessa.",
            fix="Use Registro por API; para voltar à remessa, desative antes a conta de API do convênio.",
            field="conta_api",
        )


def _asked(
    boleto: Boleto, comandos: Mapping[int, Comando], convenio: Convenio, hoje: date
) -> tuple[Boleto, Sequence[Problem]]:
    """Return *boleto* with the order that somebody chose for it on the plan, or why the bank cannot be asked."""
    comando = comandos.get(boleto.id)
    if comando is None or comando is Comando.REGISTRAR or boleto.pedido is not None:
        return boleto, ()
    if boleto.no_banco not in pedidos.CONHECIDOS:
        return boleto, ()
    depois, _detalhe, problems = order(boleto, comando, DadosComando(), convenio, hoje)
    return depois or boleto, problems


def _coded(boleto: Boleto, dados: DadosRemessa, sem: Sequence[Problem]) -> tuple[Boleto, Sequence[Problem]]:
    """Return *boleto* with its código de barras made again where a cancelled remessa took it."""
    if boleto.comando != REGISTRAR or sem:
        return boleto, sem
    feito, problem = boletos_codigo.with_codigo(boleto, dados.convenio, dados.conta, dados.empresa)
    return feito, [problem] if problem else []


def _begin(uow: UnitOfWork, convenio_id: int, agora: datetime) -> DadosRemessa:
    convenio = uow.convenios.get(convenio_id)
    return DadosRemessa(
        empresa=uow.empresas.get(convenio.empresa_id),
        conta=uow.contas.get(convenio.conta_id),
        convenio=convenio,
        sequencia=convenio.proxima_remessa,
        geracao=agora,
        titulos=(),
    )


def _boletos(uow: UnitOfWork, convenio_id: int, ids: Sequence[int] | None) -> list[Boleto]:
    if ids is None:
        return [boleto for boleto in uow.boletos.in_states(convenio_id, _CANDIDATOS) if is_due_to_go(boleto)]
    achados = uow.boletos.get_many(ids)
    return [achados.get(row) or uow.boletos.get(row) for row in dict.fromkeys(ids)]
