"""What tells one line of a retorno from another, so that no payment is taken twice and none is lost.

Two lines may be equal in every field and still be two payments (the pagador paid twice on one day), so equal lines
within one file are numbered; the first of them in a second file is the first again.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from finbank_desktop.domain.ocorrencias import Ocorrencia


def identities(records: Iterable[Ocorrencia]) -> list[str]:
    """Return one identity per record: nosso número, ocorrência, both dates, amount, and its number among equals.

    The amount is what was paid; on a line without payment it is the bank's fee.
    """
    vistos: Counter[str] = Counter()
    saida = []
    for o in records:
        chave = "|".join(
            (
                o.nosso_numero_chave or o.nosso_numero,
                o.codigo,
                _iso(o.data_ocorrencia),
                _iso(o.data_credito),
                str(o.valor_pago or o.valor_tarifa or 0),
            )
        )
        vistos[chave] += 1
        saida.append(f"{chave}|{vistos[chave]}")
    return saida


def _iso(data: date | None) -> str:
    return data.isoformat() if data else ""
