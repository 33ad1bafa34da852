"""What to do about a boleto the bank has refused, for whoever looks at it later."""

from finbank_desktop.cnab import orientacoes
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.ocorrencias import Efeito


def for_boleto(boleto: Boleto, banco: str, formato: str) -> str:
    """Return what to do next, by the reasons the boleto keeps in words; empty when the bank did not refuse it.

    Args:
        boleto: The boleto.
        banco: Its convênio's bank, three digits.
        formato: ``"240"`` or ``"400"``.
    """
    if boleto.no_banco is not NoBanco.RECUSADO:
        return ""
    told = dict.fromkeys(do for text in boleto.no_banco_detalhe.split("; ") if (do := orientacoes.of_words(text)))
    return " ".join(told) or orientacoes.o_que_fazer(banco, formato, Efeito.REJEITA)
