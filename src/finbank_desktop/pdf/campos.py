"""What the one-line fields of a ficha de compensação say, by the key of their cell; the same on A4 and in a booklet."""

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf import style


def of_emissor(boleto: BoletoImpresso) -> dict[str, str]:
    """Return what all boletos of one emissor say alike."""
    return {
        "local_pagamento": boleto.local_pagamento,
        "agencia_codigo": boleto.agencia_codigo_beneficiario,
        "especie": boleto.especie,
        "aceite": boleto.aceite,
        "carteira": boleto.carteira,
        "moeda": "R$",
    }


def of_boleto(boleto: BoletoImpresso) -> dict[str, str]:
    """Return what each boleto says for itself."""
    return {
        "vencimento": style.day(boleto.vencimento),
        "data_documento": style.day(boleto.data_documento),
        "numero_documento": boleto.numero_documento,
        "data_processamento": style.day(boleto.data_processamento),
        "nosso_numero": boleto.nosso_numero,
        "valor": format_brl(boleto.valor),
    }
