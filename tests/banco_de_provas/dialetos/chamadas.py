"""What passes between a caller and a dialect: a request, an answer, a route, a refusal; and how amounts are written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final
from urllib.parse import parse_qs

CLIENT_ID: Final = "cliente-provas-0b7e4c1a"
CLIENT_SECRET: Final = "s3gr3d0-pl4nt4d0-9f27c1"  # noqa: S105 - this bank's own
CHAVE_API: Final = "ch4v3-pl4nt4d4-77aa31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recebido:
    """A request as it arrived; header names in lower case; ``certificado`` is the caller's fingerprint."""

    metodo: str
    caminho: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    corpo: bytes = b""
    certificado: str = ""

    @property
    def token(self) -> str:
        """Return the bearer's token."""
        autorizacao = self.headers.get("authorization", "")
        return autorizacao.removeprefix("Bearer ") if autorizacao.startswith("Bearer ") else ""

    @property
    def form(self) -> dict[str, str]:
        """Return the fields of a form."""
        return {nome: valores[-1] for nome, valores in parse_qs(self.corpo.decode("utf-8", "replace")).items()}

    def json(self) -> Any:
        """Return the body, numbers exact.

        Raises:
            ValueError: It is no JSON, or says a field twice.
        """
        return json.loads(self.corpo.decode("utf-8"), parse_float=Decimal, object_pairs_hook=_once)


@dataclass(frozen=True, slots=True, kw_only=True)
class Devolvido:
    """An answer: ``corpo`` as bytes, or what JSON is made of; ``None`` is no body."""

    status: int
    corpo: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    salvou: str = ""

    def body(self) -> bytes:
        """Return the bytes."""
        if self.corpo is None:
            return b""
        return self.corpo if isinstance(self.corpo, bytes) else json.dumps(self.corpo, default=_plain).encode()


@dataclass(frozen=True, slots=True)
class Rota:
    """One kind of call.

    Attributes:
        padrao: The path after the bank's prefix; its groups go to the handler.
        chamado: Name of the method that answers.
        inteiro: `padrao` is the whole path: tokens mostly come from another host.
    """

    metodo: str
    padrao: str
    classe: str
    chamado: str
    inteiro: bool = False


class RecusaError(Exception):
    """The bank refuses; the answer says why."""

    def __init__(self, devolvido: Devolvido) -> None:
        super().__init__(devolvido.status)
        self.devolvido = devolvido


def centavos(valor: Decimal | int | str) -> int:
    """Return an amount in centavos."""
    return int(Decimal(valor) * 100)


def reais(valor: int) -> float:
    """Return centavos as a JSON number of two decimals."""
    return float(Decimal(valor) / 100)


def day(texto: str) -> date:
    """Return a day written as AAAA-MM-DD."""
    return date.fromisoformat(texto)


def _plain(valor: Any) -> Any:
    if isinstance(valor, Decimal):
        return float(valor)
    if isinstance(valor, date):
        return valor.isoformat()
    raise TypeError(type(valor).__name__)


def _once(pares: list[tuple[str, Any]]) -> dict[str, Any]:
    lido = dict(pares)
    if len(lido) != len(pares):
        raise ValueError("campo repetido")
    return lido
