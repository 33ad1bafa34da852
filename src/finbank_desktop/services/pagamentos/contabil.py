"""What payments tell the books."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from finbank_desktop.domain.contabil import Papel, Processo
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.persistence.records_pagamentos import BaixaPagar, ImportacaoPagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros.contabilizar import Movimento, Origem
from finbank_desktop.services.pagamentos import destinos

_IMPORTACOES = "importacoes_pagamento"
BAIXAS = "baixas_pagar"


def origem_importacao(importacao: ImportacaoPagamento) -> Origem:
    """Return a retorno of payments as the books know it."""
    numero = importacao.numero or importacao.codigo
    return Origem(
        tabela=_IMPORTACOES,
        id=importacao.id,
        texto=f"Retorno de pagamento nº {numero}",
        empresa_id=importacao.empresa_id,
        processo=Processo.RETORNO_PAGAMENTO,
    )


def origem_baixa(baixa: BaixaPagar, codigo: str) -> Origem:
    """Return a settlement by hand as the books know it."""
    return Origem(
        tabela=BAIXAS,
        id=baixa.id,
        texto=f"Baixa manual da conta a pagar {codigo}",
        empresa_id=baixa.empresa_id,
        processo=Processo.BAIXA_PAGAR,
    )


def movimentos(uow: UnitOfWork, baixas: Sequence[BaixaPagar], conta_id: int) -> Iterator[Movimento]:
    """Yield what left by *baixas*, from their own account or else from *conta_id*; one taken back came in again too."""
    contas = uow.contas_pagar.get_many(each.conta_pagar_id for each in baixas)
    nomes = _names(uow, contas.values())
    for each in baixas:
        yield _movimento(each, contas[each.conta_pagar_id], nomes, conta_id)
        if not each.stands:
            yield _back(each, contas[each.conta_pagar_id], nomes, conta_id)


def devolucoes(uow: UnitOfWork, baixas: Sequence[BaixaPagar], conta_id: int) -> Iterator[Movimento]:
    """Yield what came in again by settlements that are taken back."""
    contas = uow.contas_pagar.get_many(each.conta_pagar_id for each in baixas)
    nomes = _names(uow, contas.values())
    for each in baixas:
        yield _back(each, contas[each.conta_pagar_id], nomes, conta_id)


def _names(uow: UnitOfWork, contas: Iterable[ContaPagar]) -> Mapping[int, str]:
    todas = list(contas)
    cadastro = destinos.load(uow, todas)
    return {conta.id: cadastro.destino(conta).nome(conta) for conta in todas}


def _movimento(baixa: BaixaPagar, conta: ContaPagar, nomes: Mapping[int, str], conta_id: int) -> Movimento:
    return Movimento(
        conta_id=baixa.conta_id or conta_id,
        data=baixa.data,
        valor=-baixa.valor_pago,
        partes={
            Papel.PRINCIPAL_PAGAR: -baixa.valor,
            Papel.JUROS_PAGOS: -baixa.acrescimos,
            Papel.DESCONTO_OBTIDO: baixa.desconto,
        },
        filial_id=conta.filial_id,
        pessoa=nomes[conta.id],
        documento=conta.documento,
        item=(BAIXAS, baixa.id),
    )


def _back(baixa: BaixaPagar, conta: ContaPagar, nomes: Mapping[int, str], conta_id: int) -> Movimento:
    return Movimento(
        conta_id=baixa.conta_id or conta_id,
        data=baixa.estornada_em or baixa.data,
        valor=baixa.valor_pago,
        partes={
            Papel.PRINCIPAL_PAGAR: baixa.valor,
            Papel.JUROS_PAGOS: baixa.acrescimos,
            Papel.DESCONTO_OBTIDO: -baixa.desconto,
        },
        filial_id=conta.filial_id,
        pessoa=nomes[conta.id],
        documento=conta.documento,
        item=(BAIXAS, baixa.id),
        texto=f"Pagamento devolvido: {nomes[conta.id]} {conta.documento}".strip(),
    )
