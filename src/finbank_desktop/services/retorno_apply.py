"""Writing a retorno's plan: one import, its lines, and what they change; all of it or nothing.

The caller opens the transaction; until it commits the watcher is told of the progress and may cancel.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records import (
    Baixa,
    Devolucao,
    Evento,
    Importacao,
    Mudanca,
    Tarifa,
)
from finbank_desktop.persistence.repositories.base import Repository
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import retorno_gravados
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.livros.retorno_livros import RetornoNosLivros
from finbank_desktop.services.mudancas import amended, changes, column, created, is_simple
from finbank_desktop.services.packed import blocks
from finbank_desktop.services.plans import StalePlanError, require_versions
from finbank_desktop.services.retorno_alteradas import Alterada
from finbank_desktop.services.retorno_model import PlanRow, RetornoPlan, Tab
from finbank_desktop.services.revising import revised

T = TypeVar("T", Boleto, ContaReceber)
K = TypeVar("K", Baixa, Tarifa, Devolucao)

_EVENTOS = {
    Tab.BAIXAS: "liquidado",
    Tab.CONFIRMACOES: "confirmado",
    Tab.REJEICOES: "recusado",
    Tab.TARIFAS: "tarifa",
    Tab.A_DEVOLVER: "pago_outra_vez",
}


def write(uow: UnitOfWork, plan: RetornoPlan, *, usuario: str, agora: datetime, watcher: Watcher) -> Importacao:
    """Write *plan* and return the import it became.

    Raises:
        StalePlanError: A row of the plan moved since it was made, or the file was imported meanwhile.
        CancelledError: The watcher wants no more.
    """
    if plan.complemento_de is None and uow.importacoes.find_by_sha256(plan.sha256):
        raise StalePlanError(plan.arquivo)
    importacao = uow.importacoes.add(_importacao(uow, plan, usuario, agora))
    total, feito = len(plan.rows) + len(plan.boletos) + len(plan.contas), 0
    watcher.report(0, total, "Gravando")
    try:
        for passo in _steps(uow, plan, importacao):
            feito += passo
            watcher.report(feito, total, "Gravando")
    except StaleError as error:
        raise StalePlanError(error.where) from error
    return importacao


def _steps(uow: UnitOfWork, plan: RetornoPlan, importacao: Importacao) -> Iterator[int]:
    """Write some thousand rows at a time; yield how many are done, 0 where it is only a good place to stop.

    Every row is compared with what the plan saw before the first boleto is written over.
    """
    livros = RetornoNosLivros(uow, importacao)
    for rows in blocks(plan.rows):
        _compare(uow, plan, rows)
        yield from _write_rows(uow, plan, importacao, livros, rows)
        yield len(rows)
    livros.lancador.concluir()
    for boletos in plan.boletos.blocks():
        uow.mudancas.add_all(_change(uow.boletos, importacao, "boletos", boletos))
        yield len(boletos)
    for contas in plan.contas.blocks():
        uow.mudancas.add_all(_change(uow.contas_receber, importacao, "contas_receber", contas))
        yield len(contas)


def _write_rows(
    uow: UnitOfWork, plan: RetornoPlan, importacao: Importacao, livros: RetornoNosLivros, rows: Sequence[PlanRow]
) -> Iterator[int]:
    feitas = _with_new_contas(uow, importacao, [row for row in rows if row.tab.is_applied])
    antes, depois = _estornos(importacao, feitas)
    criadas = [row.baixas[0].conta_receber_id for row in feitas if row.nova_conta]
    uow.baixas.update_many(list(depois.values()))
    uow.mudancas.add_all(
        [*changes(importacao, "baixas", antes, depois), *created(importacao, "contas_receber", criadas)]
    )
    baixas = _kept(uow.baixas, [(row, baixa) for row in feitas for baixa in retorno_gravados.baixas(importacao, row)])
    yield 0
    tarifas = _kept(uow.tarifas, [(row, tarifa) for row in feitas for tarifa in _tarifas(importacao, row)])
    devolucoes = _kept(uow.devolucoes, [(row, each) for row in feitas for each in _devolucoes(importacao, row)])
    livros.post(baixas, tarifas, devolucoes, feitas)
    yield 0
    uow.eventos.add_all([_evento(importacao, row, plan) for row in feitas if row.boleto_id])
    yield 0
    uow.importacao_linhas.add_all(
        [retorno_gravados.linha(importacao, row, convenio_id=row.convenio_id, tarifa=row.tarifa) for row in rows]
    )


def _kept(repository: Repository[K], itens: Sequence[tuple[PlanRow, K]]) -> list[tuple[PlanRow, K]]:
    """Insert the second of each pair and return the pairs with their ids."""
    ids = repository.add_ids([each for _, each in itens])
    return [(row, revised(each, id=novo)) for (row, each), novo in zip(itens, ids, strict=True)]


def _change(
    repository: Repository[T], importacao: Importacao, tabela: str, alteradas: Sequence[Alterada]
) -> list[Mudanca]:
    """Write the rows over and return what undoing needs of them.

    Where an attribute is more than one column of its own, the whole row is needed.
    """
    simples = [um for um in alteradas if is_simple(um.campos)]
    antes: dict[int, dict[str, object]] = repository.amend(
        (um.id, um.versao, {nome: column(valor) for nome, valor in um.campos.items()}) for um in simples
    )
    outras = {um.id: um for um in alteradas if um.id not in antes}
    velhas: dict[int, T] = repository.get_many(outras)
    novas: dict[int, T] = {
        row: replace(velha, versao=outras[row].versao, **outras[row].campos) for row, velha in velhas.items()
    }
    if len(novas) != len(outras):
        raise StaleError(repository.nome, min(set(outras) - set(novas)))
    repository.update_many(list(novas.values()))
    return [*amended(importacao, tabela, antes), *changes(importacao, tabela, velhas, novas)]


def _with_new_contas(uow: UnitOfWork, importacao: Importacao, rows: list[PlanRow]) -> list[PlanRow]:
    """Make the contas of titles that were not found and return *rows* with the baixas on them."""
    novas = {
        row.line: replace(row.nova_conta, empresa_id=importacao.empresa_id, codigo=f"R{importacao.codigo}/{row.line}")
        for row in rows
        if row.nova_conta
    }
    if not novas:
        return rows
    contas = dict(zip(novas, uow.contas_receber.add_many(list(novas.values())), strict=True))
    return [
        replace(row, baixas=tuple(replace(item, conta_receber_id=contas[row.line].id) for item in row.baixas))
        if row.line in contas
        else row
        for row in rows
    ]


def _estornos(importacao: Importacao, rows: Sequence[PlanRow]) -> tuple[dict[int, Baixa], dict[int, Baixa]]:
    antes = {baixa.id: baixa for row in rows for baixa in row.estornos}
    dia = importacao.importada_em.date()
    return antes, {row: replace(baixa, estornada_por=importacao.id, estornada_em=dia) for row, baixa in antes.items()}


def _compare(uow: UnitOfWork, plan: RetornoPlan, rows: Sequence[PlanRow]) -> None:
    """Compare every boleto that *rows* speak of, also those they leave as they are, with what the plan saw."""
    require_versions(uow.boletos, {row.boleto_id: row.versao for row in rows if row.boleto_id})
    linhas = [row.identidade for row in rows if row.tab.is_applied] if plan.complemento_de is not None else []
    if uow.importacao_linhas.find_many_by_identidade(plan.convenio.id, linhas):
        raise StalePlanError(plan.arquivo)


def _importacao(uow: UnitOfWork, plan: RetornoPlan, usuario: str, agora: datetime) -> Importacao:
    tipo = f"Retorno CNAB {plan.cabecalho.tamanho}" if plan.cabecalho.tamanho else "Consulta por API"
    nova = retorno_gravados.importacao(uow, plan, tipo, usuario=usuario, agora=agora)
    return replace(nova, convenio_id=plan.convenio.id)


def _tarifas(importacao: Importacao, row: PlanRow) -> Iterator[Tarifa]:
    """Yield what the bank charges on *row*; its fee and other costs are two charges."""
    for valor, texto in ((row.tarifa, f"Tarifa: {row.texto}"), (row.despesas, f"Outras despesas: {row.texto}")):
        if valor:
            yield Tarifa(
                empresa_id=importacao.empresa_id,
                convenio_id=row.convenio_id,
                boleto_id=row.boleto_id,
                importacao_id=importacao.id,
                linha=row.line,
                data=row.data_pagamento or importacao.data_emissao or importacao.importada_em.date(),
                valor=valor,
                texto=texto,
            )


def _devolucoes(importacao: Importacao, row: PlanRow) -> Iterator[Devolucao]:
    """Yield what belongs to the pagador: a whole second payment, or what one payment has too much."""
    valor = (row.valor_pago or 0) if row.tab is Tab.A_DEVOLVER else row.excedente
    if valor > 0:
        yield Devolucao(
            empresa_id=importacao.empresa_id,
            convenio_id=row.convenio_id,
            importacao_id=importacao.id,
            linha=row.line,
            boleto_id=row.boleto_id,
            data=row.data_pagamento,
            valor=valor,
            motivo=row.efeito,
        )


def _evento(importacao: Importacao, row: PlanRow, plan: RetornoPlan) -> Evento:
    return Evento(
        empresa_id=importacao.empresa_id,
        boleto_id=row.boleto_id or 0,
        quando=importacao.importada_em,
        usuario=importacao.usuario,
        tipo="estornado" if row.estornos else _EVENTOS[row.tab],
        texto=f"{row.efeito} ({row.ocorrencia} {row.texto}; {plan.arquivo}, linha {row.line})",
        importacao_id=importacao.id,
        linha=row.line,
    )
