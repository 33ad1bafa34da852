"""Writing the plan of a retorno of débito automático: one import, its lines, what they change, and the books.

The caller opens the transaction; until it commits the watcher is told of the progress and may cancel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.contabil import Processo
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records import Devolucao, Evento, Importacao, Mudanca
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import retorno_gravados
from finbank_desktop.services.cadastros import next_codigo
from finbank_desktop.services.debitos import historico
from finbank_desktop.services.debitos.retorno_model import DebitoRow, RetornoDebitoPlan
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.livros import recebimentos
from finbank_desktop.services.livros.contabilizar import Origem, contabilizar
from finbank_desktop.services.livros.recebimentos import Devedor
from finbank_desktop.services.mudancas import changes, created
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.retorno_model import Tab

if TYPE_CHECKING:
    from finbank_desktop.domain.debitos import Debito

FORMA = "Débito automático"
_EVENTOS = {
    Tab.BAIXAS: "debitado",
    Tab.CONFIRMACOES: "confirmado",
    Tab.REJEICOES: "recusado",
    Tab.A_DEVOLVER: "debitado_outra_vez",
}


def origem(importacao: Importacao) -> Origem:
    """Return what posts to the books: the import, its lot called by the file's own number."""
    return Origem(
        tabela="importacoes",
        id=importacao.id,
        texto=f"Retorno DA nº {importacao.numero or importacao.codigo}",
        empresa_id=importacao.empresa_id,
        processo=Processo.RETORNO_DEBITO,
    )


def write(uow: UnitOfWork, plan: RetornoDebitoPlan, *, usuario: str, agora: datetime, watcher: Watcher) -> Importacao:
    """Write *plan* and return the import it became.

    Raises:
        StalePlanError: A row of the plan moved since it was made, or the file was imported meanwhile.
        RefusedError: A day of credit is in a closed period of the books.
        CancelledError: The watcher wants no more.
    """
    if plan.complemento_de is None and uow.importacoes.find_by_sha256(plan.sha256):
        raise StalePlanError(plan.arquivo)
    feitas = [row for row in plan.rows if row.tab.is_applied]
    if uow.importacao_linhas.find_debitos(plan.convenio.id, [row.identidade for row in feitas]):
        raise StalePlanError(plan.arquivo)
    importacao = uow.importacoes.add(_importacao(uow, plan, usuario, agora))
    watcher.report(0, len(plan.rows), "Gravando")
    try:
        _write_changes(uow, plan, importacao)
    except StaleError as error:
        raise StalePlanError(error.where) from error
    watcher.report(len(plan.rows) // 2, len(plan.rows), "Lançando nos livros")
    _post(uow, plan, importacao, feitas)
    _tell(uow, plan, importacao, feitas)
    uow.importacao_linhas.add_all(
        [retorno_gravados.linha(importacao, row, debito_id=row.debito_id) for row in plan.rows]
    )
    watcher.report(len(plan.rows), len(plan.rows), "Gravado")
    return importacao


def _importacao(uow: UnitOfWork, plan: RetornoDebitoPlan, usuario: str, agora: datetime) -> Importacao:
    tipo = f"Retorno de débito automático CNAB {plan.cabecalho.tamanho}"
    nova = retorno_gravados.importacao(uow, plan, tipo, usuario=usuario, agora=agora)
    return replace(nova, convenio_debito_id=plan.convenio.id)


def _write_changes(uow: UnitOfWork, plan: RetornoDebitoPlan, importacao: Importacao) -> None:
    """Write over what changes and add the consents that are new; keep how it was."""
    m = plan.mudadas
    kept: list[Mudanca] = []
    tabelas: Sequence[tuple[str, Any, Mapping[int, tuple[Any, Any]], Any]] = (
        ("contas_receber", uow.contas_receber, m.contas, changes),
        ("boletos", uow.boletos, m.boletos, changes),
        ("debitos", uow.debitos, m.debitos, historico.changed),
        ("consentimentos", uow.consentimentos, m.consentimentos, historico.changed),
        ("debito_remessas", uow.debito_remessas, m.remessas, historico.changed),
    )
    for tabela, repository, mudadas, keep in tabelas:
        antes = {row: velho for row, (velho, _) in mudadas.items()}
        depois = {row: novo for row, (_, novo) in mudadas.items()}
        repository.update_many(list(depois.values()))
        kept += keep(importacao, tabela, antes, depois)
    novos = uow.consentimentos.add_many(
        [
            replace(each, codigo=next_codigo(uow, uow.consentimentos, importacao.empresa_id))
            for each in plan.mudadas.novos
        ]
    )
    kept += created(importacao, "consentimentos", [each.id for each in novos])
    uow.mudancas.add_all(kept)


def _post(uow: UnitOfWork, plan: RetornoDebitoPlan, importacao: Importacao, rows: Sequence[DebitoRow]) -> None:
    """Write the items de baixa and what has to go back, and post both to the books as one lot."""
    conta_id, filial_id = plan.contexto.conta_id or plan.convenio.conta_id, plan.contexto.filial_id
    baixas = uow.baixas.add_many(
        [
            replace(baixa, forma=FORMA, conta_id=conta_id)
            for row in rows
            for baixa in retorno_gravados.baixas(importacao, row)
        ]
    )
    devolver = [row for row in rows if row.excedente > 0]
    devolucoes = uow.devolucoes.add_many([_devolucao(importacao, row) for row in devolver])
    devedores, hoje = recebimentos.debtors(uow, baixas), importacao.importada_em.date()
    movimentos = [
        recebimentos.receipt(
            baixa, replace(devedores[baixa.conta_receber_id], filial_id=filial_id), baixa.conta_id or conta_id
        )
        for baixa in baixas
    ]
    movimentos += [
        recebimentos.excess(each, _devedor(row, filial_id), conta_id, row.data_credito or hoje)
        for row, each in zip(devolver, devolucoes, strict=True)
    ]
    contabilizar(
        uow,
        origem(importacao),
        movimentos,
        escolha=plan.contexto.escolha,
        usuario=importacao.usuario,
        agora=importacao.importada_em,
    )


def _devedor(row: DebitoRow, filial_id: int | None) -> Devedor:
    return Devedor(pessoa=row.cliente or "cliente não informado", documento=row.seu_numero, filial_id=filial_id)


def _devolucao(importacao: Importacao, row: DebitoRow) -> Devolucao:
    return Devolucao(
        empresa_id=importacao.empresa_id,
        importacao_id=importacao.id,
        linha=row.line,
        boleto_id=row.boleto_id,
        data=row.data_pagamento,
        valor=row.excedente,
        motivo=f"Débito automático de {row.cliente or row.seu_numero}: {row.efeito}",
    )


def _tell(
    uow: UnitOfWork,
    plan: RetornoDebitoPlan,
    importacao: Importacao,
    rows: Sequence[DebitoRow],
) -> None:
    """Write the steps into the histories of debits, consents and boletos.

    A consent that is new has none yet: undoing the import takes it away, and no history may speak of it then.
    """
    debitos: dict[int, Debito] = {row: novo for row, (_, novo) in plan.mudadas.debitos.items()}
    donos = {row: novo for row, (_, novo) in plan.mudadas.consentimentos.items()}
    passos, eventos = [], []
    for row in rows:
        sobre = debitos.get(row.debito_id or 0) or donos.get(row.consentimento_id or 0)
        texto = f"{row.efeito} ({row.ocorrencia} {row.texto}; {plan.arquivo}, linha {row.line})"
        if sobre is not None:
            quando, usuario = importacao.importada_em, importacao.usuario
            passo = historico.evento(
                sobre, _EVENTOS[row.tab], texto, quando=quando, usuario=usuario, importacao_id=importacao.id
            )
            passos.append(passo)
        if row.boleto_id and row.tab in (Tab.BAIXAS, Tab.A_DEVOLVER):
            eventos.append(_evento(importacao, row, texto))
    uow.debito_eventos.add_all(passos)
    uow.eventos.add_all(eventos)


def _evento(importacao: Importacao, row: DebitoRow, texto: str) -> Evento:
    return Evento(
        empresa_id=importacao.empresa_id,
        boleto_id=row.boleto_id or 0,
        quando=importacao.importada_em,
        usuario=importacao.usuario,
        tipo="liquidado" if row.tab is Tab.BAIXAS else "pago_outra_vez",
        texto=f"Débito automático: {texto}",
        importacao_id=importacao.id,
        linha=row.line,
    )
