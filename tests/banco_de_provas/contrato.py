"""What a bank accepts of a payload: required fields, types, lengths, words. Anything it does not know is refused.

Real banks mostly ignore a field whose name they do not know, and so a misspelt ``juros`` goes out without interest;
this bank says so instead.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Erro:
    """One thing that is wrong, by the field's path."""

    campo: str
    mensagem: str


Regra: TypeAlias = Callable[[str, Any], Iterator[Erro]]


def texto(maximo: int, *, minimo: int = 1, forma: str = "") -> Regra:
    """Take a string of *minimo* to *maximo* letters, wholly of *forma* where one is given."""

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        if not isinstance(valor, str):
            yield Erro(campo, "deve ser texto")
        elif not minimo <= len(valor) <= maximo:
            yield Erro(campo, f"deve ter de {minimo} a {maximo} caracteres, e tem {len(valor)}")
        elif forma and not re.fullmatch(forma, valor):
            yield Erro(campo, "não tem a forma esperada")

    return check


def numero(*, minimo: str = "0", maximo: str = "99999999.99", casas: int = 2) -> Regra:
    """Take a JSON number, no string, with at most *casas* decimals."""

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        if isinstance(valor, bool) or not isinstance(valor, int | Decimal):
            yield Erro(campo, "deve ser número")
            return
        exato = Decimal(valor)
        if not exato.is_finite() or not Decimal(minimo) <= exato <= Decimal(maximo):
            yield Erro(campo, f"deve estar entre {minimo} e {maximo}")
        elif exato != round(exato, casas):
            yield Erro(campo, f"deve ter no máximo {casas} casas decimais")

    return check


def inteiro(minimo: int = 0, maximo: int = 10**18) -> Regra:
    """Take a JSON integer."""

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        if isinstance(valor, bool) or not isinstance(valor, int):
            yield Erro(campo, "deve ser número inteiro")
        elif not minimo <= valor <= maximo:
            yield Erro(campo, f"deve estar entre {minimo} e {maximo}")

    return check


def logico(campo: str, valor: Any) -> Iterator[Erro]:
    """Take true or false."""
    if not isinstance(valor, bool):
        yield Erro(campo, "deve ser verdadeiro ou falso")


def qualquer(_campo: str, _valor: Any) -> Iterator[Erro]:
    """Take anything: what it may hold is nowhere told."""
    yield from ()


def um_de(*valores: Any) -> Regra:
    """Take one of *valores*, of its very type."""

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        if not any(valor == bom and type(valor) is type(bom) for bom in valores):
            yield Erro(campo, "não é um dos valores aceitos")

    return check


def data(formato: str = "%Y-%m-%d") -> Regra:
    """Take a day written as *formato*."""

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        try:
            lida = datetime.strptime(valor, formato)  # noqa: DTZ007 - a day, without an hour
        except (TypeError, ValueError):
            yield Erro(campo, "data inválida")
            return
        if lida.strftime(formato) != valor:
            yield Erro(campo, "data inválida")

    return check


def documento(campo: str, valor: Any) -> Iterator[Erro]:
    """Take a CPF or a CNPJ, the latter with letters too, without separators."""
    if not isinstance(valor, str) or not re.fullmatch(r"[0-9]{11}|[0-9A-Z]{12}[0-9]{2}", valor):
        yield Erro(campo, "CPF ou CNPJ inválido")


def lista(regra: Regra, maximo: int) -> Regra:
    """Take at most *maximo* of *regra*."""

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        if not isinstance(valor, list):
            yield Erro(campo, "deve ser lista")
            return
        if len(valor) > maximo:
            yield Erro(campo, f"deve ter no máximo {maximo} itens")
        for lugar, item in enumerate(valor):
            yield from regra(f"{campo}[{lugar}]", item)

    return check


def objeto(campos: Mapping[str, Regra], obrigatorios: Iterable[str] | str = ()) -> Regra:
    """Take an object with no other than *campos*; *obrigatorios* may be one text with blanks between."""
    necessarios = obrigatorios.split() if isinstance(obrigatorios, str) else list(obrigatorios)

    def check(campo: str, valor: Any) -> Iterator[Erro]:
        if not isinstance(valor, dict):
            yield Erro(campo, "deve ser objeto")
            return
        dentro = f"{campo}." if campo else ""
        yield from (Erro(dentro + nome, "campo obrigatório") for nome in necessarios if nome not in valor)
        for nome, dado in valor.items():
            if nome in campos:
                yield from campos[nome](dentro + nome, dado)
            else:
                yield Erro(dentro + nome, "campo desconhecido")

    return check


def check(regra: Regra, corpo: Any) -> Sequence[Erro]:
    """Return what *regra* finds wrong in *corpo*."""
    return list(regra("", corpo))
