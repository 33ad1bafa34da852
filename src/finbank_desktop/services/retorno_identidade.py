"""What tells one line of a retorno from another, so that no payment is taken twice and none is lost.

Two lines may be equal in every field and still be two payments (the pagador paid twice on one day), so equal lines
within one file are numbered; the first of them in a second file is the first again.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

from finbank_desktop.domain.ocorrencias import Ocorrencia

_MARCA = 16


class Identidades:
    """Tells the lines of one file apart, some after the others.

    Of a line that came it keeps 16 bytes, whatever stands in it.
    """

    def __init__(self) -> None:
        """Begin a file."""
        self._vistos: dict[bytes, int] = {}

    def of(self, records: Iterable[Ocorrencia]) -> list[str]:
        """Return one identity per record: nosso número, ocorrência, both dates, amount, and its number among equals.

        The amount is what was paid; on a line without payment it is the bank's fee.
        """
        return [self._numbered(o) for o in records]

    def _numbered(self, o: Ocorrencia) -> str:
        chave = "|".join(
            (
                o.nosso_numero_chave or o.nosso_numero,
                o.codigo,
                _iso(o.data_ocorrencia),
                _iso(o.data_credito),
                str(o.valor_pago or o.valor_tarifa or 0),
            )
        )
        marca = blake2b(chave.encode(), digest_size=_MARCA).digest()
        vezes = self._vistos.get(marca, 0) + 1
        self._vistos[marca] = vezes
        return f"{chave}|{vezes}"


def identities(records: Iterable[Ocorrencia]) -> list[str]:
    """Return the identities of a file's *records*; see `Identidades`."""
    return Identidades().of(records)


def _iso(data: date | None) -> str:
    return data.isoformat() if data else ""
