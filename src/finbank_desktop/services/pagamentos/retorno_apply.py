"""Writing the plan of a retorno of payments: one import, its lines, and what they change; all of it or nothing."""

from dataclasses import replace
from datetime import datetime

from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records_pagamentos import BaixaPagar, EventoPagar, ImportacaoPagamento, LinhaPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.livros.contabilizar import contabilizar
from finbank_desktop.services.pagamentos import contabil, mudancas
from finbank_desktop.services.pagamentos.retorno_model import RetornoPagamentoPlan, RetornoPagamentoRow
from finbank_desktop.services.plans import StalePlanError, require_versions
from finbank_desktop.services.retorno_model import Tab

SEQUENCIA = "importacoes_pagamento"
TIPO = "Retorno de pagamento"
_EVENTOS = {Tab.BAIXAS: "pago", Tab.CONFIRMACOES: "aceito", Tab.REJEICOES: "recusado"}


def write(
    uow: UnitOfWork, plan: RetornoPagamentoPlan, *, usuario: str, agora: datetime, watcher: Watcher
) -> ImportacaoPagamento:
    """Write *plan* and return the import it became.

    Raises:
        StalePlanError: A row of the plan moved since it was made, or the file was imported meanwhile.
        RefusedError: The accounting period is closed.
        CancelledError: The watcher wants no more.
    """
    watcher.report(0, len(plan.rows), "Gravando")
    try:
        _compare(uow, plan)
        importacao = uow.importacoes_pagamento.add(_importacao(uow, plan, usuario, agora))
        _change(uow, plan, importacao)
    except StaleError as error:
        raise StalePlanError(error.where) from error
    baixas = uow.baixas_pagar.add_many([_of_import(each, importacao) for each in plan.baixas])
    uow.linhas_pagamento.add_all([_linha(importacao, row) for row in plan.rows])
    uow.eventos_pagar.add_all(
        [_evento(importacao, row, plan) for row in plan.rows if row.conta_pagar_id and row.tab.is_applied]
    )
    conta_id = plan.convenio.conta_id
    movimentos = [
        *contabil.movimentos(uow, baixas, conta_id),
        *contabil.devolucoes(uow, [depois for _, depois in plan.estornos], conta_id),
    ]
    contabilizar(uow, contabil.origem_importacao(importacao), movimentos, usuario=usuario, agora=agora)
    watcher.report(len(plan.rows), len(plan.rows), "Gravado")
    return importacao


def _compare(uow: UnitOfWork, plan: RetornoPagamentoPlan) -> None:
    if plan.complemento_de is None and uow.importacoes_pagamento.find_by_sha256(plan.sha256):
        raise StalePlanError(plan.arquivo)
    require_versions(uow.contas_pagar, plan.vistos)
    require_versions(uow.pagamentos, {antes.id: antes.versao for antes, _ in plan.pagamentos})
    aplicadas = [row for row in plan.rows if row.tab.is_applied]
    convenios = {row.convenio_id for row in aplicadas}
    if uow.linhas_pagamento.applied(convenios, [row.identidade for row in aplicadas]):
        raise StalePlanError(plan.arquivo)


def _change(uow: UnitOfWork, plan: RetornoPagamentoPlan, importacao: ImportacaoPagamento) -> None:
    estornos = [(antes, replace(depois, estornada_por=importacao.id)) for antes, depois in plan.estornos]
    # a payment that comes to life takes its place only once those that die have left theirs
    uow.pagamentos.update_many([depois for _, depois in plan.pagamentos if depois.viva_conta_id is None])
    uow.pagamentos.update_many([depois for _, depois in plan.pagamentos if depois.viva_conta_id is not None])
    uow.contas_pagar.update_many([depois for _, depois in plan.contas])
    uow.baixas_pagar.update_many([depois for _, depois in estornos])
    uow.mudancas_pagamento.add_all(
        [
            *mudancas.changes(importacao, uow.pagamentos, plan.pagamentos),
            *mudancas.changes(importacao, uow.contas_pagar, plan.contas),
            *mudancas.changes(importacao, uow.baixas_pagar, estornos),
        ]
    )


def _importacao(uow: UnitOfWork, plan: RetornoPagamentoPlan, usuario: str, agora: datetime) -> ImportacaoPagamento:
    return ImportacaoPagamento(
        empresa_id=plan.convenio.empresa_id,
        convenio_id=plan.convenio.id,
        codigo=f"{uow.sequencias.next(plan.convenio.empresa_id, SEQUENCIA):06d}",
        numero=plan.cabecalho.sequencia,
        tipo=TIPO,
        data_emissao=plan.cabecalho.data_geracao,
        importada_em=agora,
        usuario=usuario,
        arquivo=plan.arquivo,
        sha256=plan.sha256,
        registros=len(plan.rows),
        contagens=dict(plan.tabs),
    )


def _of_import(baixa: BaixaPagar, importacao: ImportacaoPagamento) -> BaixaPagar:
    por = importacao.id if baixa.estornada_em else None
    return replace(baixa, importacao_id=importacao.id, estornada_por=por)


def _evento(importacao: ImportacaoPagamento, row: RetornoPagamentoRow, plan: RetornoPagamentoPlan) -> EventoPagar:
    return EventoPagar(
        empresa_id=importacao.empresa_id,
        conta_pagar_id=row.conta_pagar_id or 0,
        quando=importacao.importada_em,
        usuario=importacao.usuario,
        tipo=_EVENTOS.get(row.tab, "retorno"),
        texto=f"{row.efeito} ({row.ocorrencia} {row.texto}; {plan.arquivo}, linha {row.line})",
        importacao_id=importacao.id,
        linha=row.line,
    )


def _linha(importacao: ImportacaoPagamento, row: RetornoPagamentoRow) -> LinhaPagamento:
    """Return the line as it is kept; only a line that was applied keeps its identity, so that the others may come."""
    return LinhaPagamento(
        empresa_id=importacao.empresa_id,
        importacao_id=importacao.id,
        convenio_id=row.convenio_id,
        linha=row.line,
        identidade=row.identidade if row.tab.is_applied else None,
        tab=row.tab,
        conta_pagar_id=row.conta_pagar_id,
        pagamento_id=row.pagamento_id,
        efeito=row.efeito,
        codigo=row.ocorrencia,
        texto=row.texto,
        valor=row.valor_pago or row.valor,
        raw="\n".join(row.raw),
    )
