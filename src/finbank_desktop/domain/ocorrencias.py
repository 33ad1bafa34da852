"""What a bank answers about a title, independent of the bank's own codes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.valores import Centavos


class Efeito(StrEnum):
    """What an ocorrência does to the title, whatever the bank calls it."""

    CONFIRMA = "confirma"
    REJEITA = "rejeita"
    LIQUIDA = "liquida"
    LIQUIDA_PARCIAL = "liquida_parcial"
    BAIXA = "baixa"
    TARIFA = "tarifa"
    INSTRUCAO_ACEITA = "instrucao_aceita"
    INSTRUCAO_RECUSADA = "instrucao_recusada"
    PROTESTO = "protesto"
    ESTORNA = "estorna"
    INFORMA = "informa"

    @property
    def moves_money(self) -> bool:
        """Whether it says that the pagador paid."""
        return self in (Efeito.LIQUIDA, Efeito.LIQUIDA_PARCIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivo:
    """One reason the bank gives, as its code and in words."""

    codigo: str
    texto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ocorrencia:
    """One title's line (or group of lines) of a retorno.

    Attributes:
        line: First line of the file that speaks of it, from 1.
        nosso_numero: The raw field, blanks trimmed.
        nosso_numero_chave: The number as `Boleto.nosso_numero` keeps it; empty when it cannot be told.
        seu_numero: *Número do documento* as the bank repeats it.
        uso_empresa: Our own mark, as the bank repeats it.
        carteira: As the bank repeats it; may be empty.
        codigo: The bank's movement code.
        texto: That code in words.
        valor_titulo: Centavos; ``None`` when the file does not say.
        valor_pago: Centavos received from the pagador; ``None`` when the file does not say.
        valor_creditado: Centavos credited to the account; ``None`` when the file does not say.
        juros: Centavos of interest; with the fine in it where the layout has one sum for both.
        favorecido: Who is paid, or whose account is debited; empty for titles.
        favorecido_documento: Their CPF or CNPJ as the file has it, digits only; may be empty.
        forma: How a payment is made, FEBRABAN G029; empty for titles and debits.
        autenticacao: The bank's proof of a payment (segment Z); may be empty.
        raw: The lines of the file, as read.
    """

    line: int
    nosso_numero: str
    nosso_numero_chave: str
    seu_numero: str = ""
    uso_empresa: str = ""
    carteira: str = ""
    codigo: str
    texto: str
    efeito: Efeito
    motivos: tuple[Motivo, ...] = ()
    data_ocorrencia: date | None = None
    vencimento: date | None = None
    data_credito: date | None = None
    valor_titulo: Centavos | None = None
    valor_pago: Centavos | None = None
    valor_creditado: Centavos | None = None
    valor_tarifa: Centavos | None = None
    outras_despesas: Centavos | None = None
    juros: Centavos | None = None
    multa: Centavos | None = None
    desconto: Centavos | None = None
    abatimento: Centavos | None = None
    outros_creditos: Centavos | None = None
    pix: str = ""
    favorecido: str = ""
    favorecido_documento: str = ""
    forma: str = ""
    autenticacao: str = ""
    raw: tuple[str, ...] = ()
