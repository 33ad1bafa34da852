"""What is matched with what, and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.valores import Centavos


class Faixa(StrEnum):
    """How far a pair may be trusted."""

    CERTO = "certo"
    CONFERIR = "conferir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linha:
    """A line of a statement.

    Attributes:
        id: As the caller names it.
        valor: Centavos, below zero for what left the account.
        texto: All the bank says in words.
    """

    id: str
    data: date
    valor: Centavos
    texto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Titulo:
    """Something open in the books.

    Attributes:
        id: As the caller names it.
        vencimento: The day it is due.
        valor: Centavos still open; below zero for what we owe.
        nome: Of the customer or supplier.
        documento: Our number of it: of the invoice, the parcel.
        cpf_cnpj: As written; compared, never validated.
        nosso_numero: As written.
        juros_dia: Centavos per day after the due date.
        multa: Centavos, once, after the due date.
        desconto: Centavos, until the due date.
    """

    id: str
    vencimento: date
    valor: Centavos
    nome: str = ""
    documento: str = ""
    cpf_cnpj: str = ""
    nosso_numero: str = ""
    juros_dia: Centavos = 0
    multa: Centavos = 0
    desconto: Centavos = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lote:
    """What a bank credits for the titles of one retorno on one day.

    Attributes:
        bruto: Centavos the titles paid.
        tarifas: Centavos the bank keeps for them.
        titulos: Ids of the titles in it; they are settled, a line of their own for one of them is a second payment.
    """

    id: str
    data_credito: date
    bruto: Centavos
    tarifas: Centavos = 0
    titulos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Par:
    """One answer for one line.

    Attributes:
        linha: Its id.
        titulos: Ids; empty only where a *lote* stands for them.
        lote: Its id, empty for none.
        faixa: *Certo* only where there is no other answer worth naming.
        pontos: 0 to 100; comparable between the answers of one line.
        porque: One sentence for the person.
        diferenca: Centavos the line has over (or, below zero, under) the open amounts it pays.
    """

    linha: str
    titulos: tuple[str, ...]
    lote: str = ""
    faixa: Faixa
    pontos: int
    porque: str
    diferenca: Centavos = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sugestao:
    """What was found for a whole statement.

    Attributes:
        pares: By line in the statement's order, best answer first; a line with a *certo* has that one only.
        sem_par: Ids of the lines nothing was found for.
    """

    pares: tuple[Par, ...]
    sem_par: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caso:
    """Everything one matching looks at."""

    linhas: Sequence[Linha]
    titulos: Sequence[Titulo]
    lotes: Sequence[Lote] = ()
