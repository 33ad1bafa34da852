"""What a lot of payments adds up to, and how a bank's own trailer of a lot strings it together."""

from collections.abc import Iterable, Mapping

from finbank_desktop.cnab.pagamento_regras import Regras
from finbank_desktop.domain.pagamentos import Pagamento
from finbank_desktop.domain.valores import Centavos

PAGO, PRINCIPAL, OUTRAS, ACRESCIMOS = "pago", "principal", "outras", "acrescimos"
"""The sums a trailer can name: what is paid, and of guias principal, other entities, fines with interest."""
USUAL = "A"
"""The segment by which a lot is read that has no payments."""


def of(pagamentos: Iterable[Pagamento]) -> dict[str, Centavos]:
    """Return the sums of a lot by their names."""
    todos = list(pagamentos)
    guias = [each.tributo for each in todos if each.tributo is not None]
    return {
        PAGO: sum(each.valor for each in todos),
        PRINCIPAL: sum(guia.valor_principal - guia.desconto for guia in guias),
        OUTRAS: sum(guia.outras_entidades for guia in guias),
        ACRESCIMOS: sum(guia.multa + guia.juros + guia.atualizacao for guia in guias),
    }


def joined(regras: Regras, segmento: str, somas: Mapping[str, Centavos]) -> str:
    """Return *somas* as the bank's field of several totals has them; empty where the bank has no such field.

    Args:
        regras: The bank's, which say what stands there.
        segmento: What opens the lot's payments.
        somas: By name; what is missing is zero.
    """
    partes = regras.totais.get(segmento, ())
    return "".join(f"{somas.get(nome, 0):0{tamanho}d}" for nome, tamanho in partes)


def paid(regras: Regras, segmento: str, totais: str) -> str:
    """Return what *totais*, the bank's field of several, says was paid, as it stands there; empty when it does not."""
    start = 0
    for nome, tamanho in regras.totais.get(segmento, ()):
        if nome == PAGO:
            return totais[start : start + tamanho].strip()
        start += tamanho
    return ""
