"""Bank statements as their readers hand them on, whatever format the file had."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos


class Natureza(StrEnum):
    """What a line of a statement is."""

    LANCAMENTO = "lancamento"
    SALDO = "saldo"
    PREVISTO = "previsto"
    INFORMATIVO = "informativo"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaExtrato:
    """One line of a statement.

    Attributes:
        linha: Where it begins in the file, from 1: its line of text, or its ordinal where a file has no lines.
        data: The day the bank gives; no time zone is ever applied to it.
        valor: Centavos, below zero for what left the account; of a *saldo* line the balance itself.
        texto: All the bank says in words, its spelling kept.
        documento: The bank's number of cheque, document or reference, as written.
        fitid: The bank's identifier; banks repeat and change it, it never decides alone.
        tipo: What the bank calls the kind (``TRNTYPE``, category, histórico's code), as written.
        contraparte: CPF or CNPJ of the other side, where the file names it in a field of its own.
    """

    linha: int
    data: date
    valor: Centavos
    texto: str
    natureza: Natureza = Natureza.LANCAMENTO
    documento: str = ""
    fitid: str = ""
    tipo: str = ""
    contraparte: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaQuarentena:
    """A line that cannot be taken as it stands, shown to the person with what is wrong.

    Attributes:
        linha: As in `LinhaExtrato`.
        conteudo: What stands there, shortened to what a screen shows.
        problem: What is wrong with it.
    """

    linha: int
    conteudo: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaExtrato:
    """The statement of one account.

    Attributes:
        banco: As written; banks write ``0237``, ``1`` and ``034``.
        agencia: As written, empty where the file has none.
        conta: As written.
        cartao: It is a credit card's.
        moeda: ISO code; empty where the file names none.
        inicio: First day the file says it covers.
        fim: Last day the file says it covers.
        saldo: Balance the file ends with, centavos; ``None`` where it has none that is certain.
        saldo_data: Its day.
        linhas: In the file's order.
        quarentena: Its lines that could not be taken.
    """

    banco: str
    agencia: str
    conta: str
    cartao: bool = False
    moeda: str = "BRL"
    inicio: date | None = None
    fim: date | None = None
    saldo: Centavos | None = None
    saldo_data: date | None = None
    linhas: tuple[LinhaExtrato, ...] = ()
    quarentena: tuple[LinhaQuarentena, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extrato:
    """A statement file: its accounts, and what is wrong with the file as a whole.

    Attributes:
        formato: ``ofx``, ``ofc``, ``cnab240``, ``cnab200``, ``csv`` or ``xlsx``.
    """

    formato: str
    contas: tuple[ContaExtrato, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Identidade:
    """What makes a line of an account the same line in another file.

    Attributes:
        texto: Words and document without accents, case, punctuation and characters the bank had already spoilt.
        ordinal: The how-manieth of its day with the same amount and words, from 1: two equal lines may be two payments.
    """

    data: date
    valor: Centavos
    texto: str
    ordinal: int


def normalize(texto: str) -> str:
    """Return *texto* as it is compared: capitals, no accents, no ``?``, words and numbers with one blank between.

    >>> normalize("Antecipação  de  recebíveis/22")
    'ANTECIPACAO DE RECEBIVEIS 22'
    """
    plain = unicodedata.normalize("NFKD", texto)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).upper()
    return " ".join(re.findall(r"[A-Z0-9]+", plain))


def identidades(linhas: Iterable[LinhaExtrato]) -> Iterator[Identidade]:
    """Yield the identity of each line of one account, in order; the FITID is no part of it."""
    seen: Counter[tuple[date, Centavos, str]] = Counter()
    for linha in linhas:
        key = (linha.data, linha.valor, normalize(f"{linha.texto} {linha.documento}"))
        seen[key] += 1
        yield Identidade(*key, seen[key])
