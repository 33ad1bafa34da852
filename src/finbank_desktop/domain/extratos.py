"""Bank statements as their readers hand them on, whatever format the file had."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos


class Natureza(StrEnum):
    """What a line of a statement is."""

    LANCAMENTO = "lancamento"
    SALDO = "saldo"
    PREVISTO = "previsto"


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
        referencia: A second number of the bank's beside *documento* (``REFNUM``), as written; no part of the identity.
        ordem: Its place among the lines of its account, from 1, quarantined ones counted.
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
    referencia: str = ""
    ordem: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaComparada:
    """What of a line is planned and then kept: the bank's words, and what it is compared by.

    Attributes:
        linha: As in `LinhaExtrato`, and so are *documento*, *fitid*, *tipo* and *contraparte*.
        data: ``None`` where a line in quarantine has none; so is *valor*.
        chave: The words as they are compared (see `normalize`).
        ordinal: The how-manieth of its day with the same amount and words; ``None`` where the line is no payment.
    """

    linha: int
    data: date | None
    valor: Centavos | None
    texto: str
    documento: str = ""
    fitid: str = ""
    tipo: str = ""
    contraparte: str = ""
    chave: str = ""
    ordinal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaQuarentena:
    """A line that cannot be taken as it stands, shown to the person with what is wrong.

    Attributes:
        linha: As in `LinhaExtrato`.
        conteudo: What stands there, shortened to what a screen shows.
        problem: What is wrong with it; of severity *info* where the line only informs, such as an amount of ``.``
            alone.
        data: Its day, where it can be read.
        texto: As in `LinhaExtrato`, and so are *documento*, *fitid* and *ordem*.
    """

    linha: int
    conteudo: str
    problem: Problem
    data: date | None = None
    texto: str = ""
    documento: str = ""
    fitid: str = ""
    ordem: int = 0


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
        saldo_proposto: What the balance may be where the file writes it in a doubtful way; a person decides.
        saldo_anterior: Balance before the first line, where the file gives it.
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
    saldo_proposto: Centavos | None = None
    saldo_anterior: Centavos | None = None
    linhas: tuple[LinhaExtrato, ...] = ()
    quarentena: tuple[LinhaQuarentena, ...] = ()

    @property
    def em_ordem(self) -> list[LinhaExtrato | LinhaQuarentena]:
        """Every line of the account once, in the file's order, whatever became of it."""
        return sorted((*self.linhas, *self.quarentena), key=lambda linha: linha.ordem)

    @property
    def soma(self) -> Centavos:
        """What the *lançamentos* add up to."""
        return sum(linha.valor for linha in self.linhas if linha.natureza is Natureza.LANCAMENTO)

    @property
    def falta(self) -> Centavos | None:
        """What is missing for the balance to close; ``None`` where the file does not give both balances.

        Nor can it be said of a balance of a later day than the file covers, such as that of the day it was asked for.
        """
        if self.saldo is None or self.saldo_anterior is None:
            return None
        if self.fim is not None and self.saldo_data is not None and self.saldo_data > self.fim:
            return None
        return self.saldo - self.saldo_anterior - self.soma


@dataclass(frozen=True, slots=True, kw_only=True)
class Extrato:
    """A statement file: its accounts, and what is wrong with the file as a whole.

    Attributes:
        formato: ``ofx``, ``ofc``, ``cnab240``, ``csv`` or ``xlsx``.
        gerado: The day the file says it was made.
        registros: Lines by record type, or transactions by their tag.
        segmentos: Lines by segment, CNAB 240 only.
    """

    formato: str
    contas: tuple[ContaExtrato, ...]
    problems: tuple[Problem, ...] = ()
    gerado: date | None = None
    registros: Mapping[str, int] = field(default_factory=dict)
    segmentos: Mapping[str, int] = field(default_factory=dict)


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
    """Yield the identity of each line of one account, in order.

    The FITID is no part of it, nor is a document that only repeats the FITID: Itaú writes the day and the line's place
    in it into both, which move when the bank adds a line to a day gone by.
    """
    seen: Counter[tuple[date, Centavos, str]] = Counter()
    for linha in linhas:
        documento = "" if linha.documento == linha.fitid else linha.documento
        key = (linha.data, linha.valor, normalize(f"{linha.texto} {documento}"))
        seen[key] += 1
        yield Identidade(*key, seen[key])
