"""What a lot of payments adds up to, and how a bank's own trailer of a lot strings it together."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from finbank_desktop import resources
from finbank_desktop.domain.valores import Centavos

if TYPE_CHECKING:  # a file is read without knowing what a payment is
    from finbank_desktop.domain.pagamentos import Pagamento

_PATH = "totais_lote.toml"
PAGO, PRINCIPAL, OUTRAS, ACRESCIMOS = "pago", "principal", "outras", "acrescimos"
"""The sums a trailer can name: what is paid, and of guias principal, other entities, fines with interest."""
USUAL = "A"
"""The segment by which a lot is read that has no payments."""


def of(pagamentos: "Iterable[Pagamento]") -> dict[str, Centavos]:
    """Return the sums of a lot by their names."""
    todos = list(pagamentos)
    guias = [each.tributo for each in todos if each.tributo is not None]
    return {
        PAGO: sum(each.valor for each in todos),
        PRINCIPAL: sum(guia.valor_principal - guia.desconto for guia in guias),
        OUTRAS: sum(guia.outras_entidades for guia in guias),
        ACRESCIMOS: sum(guia.multa + guia.juros + guia.atualizacao for guia in guias),
    }


def joined(banco: str, segmento: str, somas: Mapping[str, Centavos]) -> str:
    """Return *somas* as the bank's field of several totals has them; empty where the bank has no such field.

    Args:
        banco: Three digits.
        segmento: What opens the lot's payments.
        somas: By name; what is missing is zero.
    """
    return "".join(f"{somas.get(nome, 0):0{tamanho}d}" for nome, tamanho in _partes(banco, segmento))


def paid(banco: str, segmento: str, totais: str) -> str:
    """Return what *totais*, the bank's field of several, says was paid, as it stands there; empty when it does not."""
    start = 0
    for nome, tamanho in _partes(banco, segmento):
        if nome == PAGO:
            return totais[start : start + tamanho].strip()
        start += tamanho
    return ""


def _partes(banco: str, segmento: str) -> Sequence[tuple[str, int]]:
    partes: Sequence[tuple[str, int]] = _layouts().get(banco, {}).get(segmento, ())
    return partes


@cache
def _layouts() -> Mapping[str, Mapping[str, Sequence[tuple[str, int]]]]:
    return tomllib.loads(resources.read_text(_PATH))
