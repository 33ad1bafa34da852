"""What tells one line of a retorno of débito automático from another, so that none is taken twice and none is lost."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from finbank_desktop.domain.ocorrencias import Ocorrencia


def identities(records: Iterable[Ocorrencia]) -> list[str]:
    """Return one identity per record: whose, our number, code, days and amount, and its number among equals."""
    vistos: Counter[str] = Counter()
    feitas = []
    for o in records:
        chave = "|".join(
            (
                o.seu_numero,
                o.uso_empresa,
                o.nosso_numero,
                o.codigo,
                _iso(o.data_ocorrencia),
                _iso(o.vencimento),
                str(o.valor_titulo or 0),
                str(o.valor_pago or 0),
            )
        )
        vistos[chave] += 1
        feitas.append(f"{chave}|{vistos[chave]}")
    return feitas


def _iso(data: date | None) -> str:
    return data.isoformat() if data else ""
