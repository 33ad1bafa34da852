"""A proof of payment as it is printed; apart, so that a service can build one without loading the printer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Comprovante:
    """One payment as it is printed.

    Attributes:
        cor: The empresa's, ``#RRGGBB``; empty for black.
        valor: What left, in words of money.
        partes: What is said, by heading: rows of a name and a value.
        autenticacao: The bank's; empty where the return brought none.
        rodape: Where it was told from.
    """

    empresa: str
    documento: str
    cor: str
    valor: str
    data: str
    partes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    autenticacao: str
    rodape: str
