"""What is kept of an imported retorno: the import, its lines, its settlements; alike for boletos and for debits.

A plan is a `RetornoPlan` or one of debits, a row one of its rows: what is read of them is called the same in both.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from finbank_desktop.persistence.records import Baixa, Importacao, ImportacaoLinha
from finbank_desktop.persistence.unit_of_work import UnitOfWork

SEQUENCIA = "importacoes"


def importacao(uow: UnitOfWork, plan: Any, tipo: str, *, usuario: str, agora: datetime) -> Importacao:
    """Return the import that *plan* becomes, with a number of its own; of which convênio, the caller adds."""
    return Importacao(
        empresa_id=plan.convenio.empresa_id,
        codigo=f"{uow.sequencias.next(plan.convenio.empresa_id, SEQUENCIA):06d}",
        numero=plan.cabecalho.sequencia,
        tipo=tipo,
        data_emissao=plan.cabecalho.data_geracao,
        importada_em=agora,
        usuario=usuario,
        arquivo=plan.arquivo,
        sha256=plan.sha256,
        registros=len(plan.rows),
        contagens=dict(plan.tabs),
    )


def baixas(de: Importacao, row: Any) -> Iterator[Baixa]:
    """Yield the settlements of *row*."""
    for item in row.baixas:
        yield Baixa(
            empresa_id=de.empresa_id,
            conta_receber_id=item.conta_receber_id,
            boleto_id=row.boleto_id,
            importacao_id=de.id,
            linha=row.line,
            data=row.data_pagamento or de.importada_em.date(),
            data_credito=row.data_credito,
            valor=item.valor,
            juros=item.juros,
            multa=item.multa,
            desconto=item.desconto,
            abatimento=item.abatimento,
            valor_pago=item.valor_pago,
        )


def linha(
    de: Importacao,
    row: Any,
    *,
    convenio_id: int | None = None,
    tarifa: int | None = None,
    debito_id: int | None = None,
) -> ImportacaoLinha:
    """Return the line as it is kept; only a line that was applied keeps its identity, so that the others may come."""
    return ImportacaoLinha(
        empresa_id=de.empresa_id,
        convenio_id=convenio_id,
        convenio_debito_id=de.convenio_debito_id,
        importacao_id=de.id,
        linha=row.line,
        identidade=row.identidade if row.tab.is_applied else None,
        tab=row.tab,
        boleto_id=row.boleto_id,
        debito_id=debito_id,
        efeito=row.efeito,
        codigo=row.ocorrencia,
        texto=row.texto,
        valor_pago=row.valor_pago,
        tarifa=tarifa,
        raw="\n".join(row.raw),
    )
