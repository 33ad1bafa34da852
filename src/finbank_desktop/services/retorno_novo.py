"""What a retorno brings that our books did not have: a title somebody else registered, a number the bank gave."""

from dataclasses import replace

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.contas_receber import TAMANHO_DOCUMENTO
from finbank_desktop.services.retorno_decisoes import Decisao
from finbank_desktop.services.retorno_model import ItemBaixa, PlanRow, Tab


def create(o: Ocorrencia, row: PlanRow, decisao: Decisao, cabecalho: Cabecalho) -> PlanRow:
    """Return the row of a title that is made, already paid; its codigo is given when the import is."""
    if not o.efeito.moves_money or not o.valor_pago or o.data_ocorrencia is None or decisao.pessoa_id is None:
        efeito = "Só um pagamento com data, valor e cliente vira um título novo."
        return row.but(tab=Tab.NAO_LOCALIZADOS, efeito=efeito)
    vencimento = o.vencimento or o.data_ocorrencia
    conta = ContaReceber(
        empresa_id=0,
        codigo="",
        pessoa_id=decisao.pessoa_id,
        convenio_id=row.convenio_id,
        documento=(o.seu_numero or o.nosso_numero or f"LINHA {o.line}")[:TAMANHO_DOCUMENTO],
        descricao=f"Título {o.nosso_numero} pago no banco",
        emissao=min(vencimento, o.data_ocorrencia),
        vencimento=vencimento,
        valor=o.valor_pago,
        valor_baixado=o.valor_pago,
        situacao=Situacao.BAIXADO,
    )
    return row.but(
        tab=Tab.BAIXAS,
        efeito=f"Título novo de {format_brl(o.valor_pago)}, já pago.",
        data_credito=row.data_credito or cabecalho.data_credito,
        nova_conta=conta,
        baixas=(ItemBaixa(conta_receber_id=0, valor=o.valor_pago),),
    )


def learn(o: Ocorrencia, boleto: Boleto) -> Boleto:
    """Return *boleto* under the number the bank gave it; its own codes no longer hold, the bank prints the boleto."""
    return replace(
        boleto,
        nosso_numero=o.nosso_numero_chave,
        nosso_numero_dv="",
        nosso_numero_impresso=o.nosso_numero,
        codigo_barras="",
        linha_digitavel="",
    )
