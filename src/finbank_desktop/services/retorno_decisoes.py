"""What a person decides about lines that the program will not decide by itself."""

from dataclasses import dataclass
from enum import StrEnum


class Acao(StrEnum):
    """What is to be done with a line; the value is what the user reads."""

    ATRIBUIR = "É deste boleto"
    CRIAR = "Criar um título já pago"
    ACEITAR = "Aceitar assim mesmo"
    IGNORAR = "Não fazer nada"
    ADIAR = "Decidir depois"


class Como(StrEnum):
    """What a difference, or a boleto that is no longer open, is taken as; the value is what the user reads."""

    JUROS = "O que passa é juros"
    EXCEDENTE = "O que passa é do cliente, a devolver"
    DESCONTO = "O que falta é desconto"
    PARCIAL = "O que falta fica em aberto"
    REABRIR = "Reabrir o boleto e baixar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisao:
    """What somebody decided about one line.

    Attributes:
        boleto_id: For `Acao.ATRIBUIR`: the boleto the line speaks of.
        pessoa_id: For `Acao.CRIAR`: who paid.
        como: For `Acao.ACEITAR`, or besides `Acao.ATRIBUIR`: what a difference is.
    """

    acao: Acao
    boleto_id: int | None = None
    pessoa_id: int | None = None
    como: Como | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposta:
    """A boleto that a line which found none may speak of.

    Attributes:
        porque: What speaks for it, in words.
    """

    boleto_id: int
    nosso_numero: str
    numero_documento: str
    pagador: str
    vencimento: str
    valor: int
    porque: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpcaoDecisao:
    """Something a person may decide about a line.

    Attributes:
        texto: What the user reads.
    """

    acao: Acao
    como: Como | None = None
    texto: str

    @property
    def asks_boleto(self) -> bool:
        """Whether a boleto has to be chosen with it."""
        return self.acao is Acao.ATRIBUIR and self.como is None

    @property
    def asks_pessoa(self) -> bool:
        """Whether a customer has to be chosen with it."""
        return self.acao is Acao.CRIAR
