"""From a convênio and an account to what a bank's rules reckon with."""

from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio

SIM = ("1", "true", "sim")
"""How a text says yes."""
_SEU_NUMERO = 7


def dados_from(
    convenio: Convenio, conta: Conta, *, sequencial: int, numero_documento: str = "", parcela: str = ""
) -> DadosCalculo:
    """Return what *convenio* and *conta* say about boleto number *sequencial*; amount and due date are left open."""
    extra = convenio.extras.get
    return DadosCalculo(
        agencia=conta.agencia,
        agencia_dv=conta.agencia_dv,
        conta=conta.conta,
        conta_dv=conta.conta_dv,
        carteira=convenio.carteira,
        variacao=convenio.variacao,
        modalidade=convenio.modalidade,
        posto=extra("posto", ""),
        byte=extra("byte", ""),
        convenio=convenio.convenio,
        codigo_beneficiario=convenio.codigo_beneficiario,
        codigo_beneficiario_dv=convenio.codigo_beneficiario_dv,
        codigo_transmissao=extra("codigo_transmissao", ""),
        operacao=extra("operacao", ""),
        incremento=extra("incremento", ""),
        portfolio=extra("portfolio", ""),
        iof=extra("iof", ""),
        codigo_servico=extra("codigo_servico", "").lower() in SIM,
        seu_numero="".join(letra for letra in numero_documento if letra in "0123456789")[-_SEU_NUMERO:],
        parcela=parcela or extra("parcela", ""),
        nosso_numero=str(sequencial),
    )
