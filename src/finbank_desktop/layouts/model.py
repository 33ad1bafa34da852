"""What a layout is: records of contiguous fields, each with its positions, picture, default and source."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

Valor = int | str | dt.date | dt.time | None
"""What a field can hold; amounts are ``int`` scaled by the implied decimals."""

BRANCOS = "brancos"
ZEROS = "zeros"


class Tipo(StrEnum):
    """The picture of a field, as manuals print it."""

    NUMERO = "N"
    TEXTO = "A"
    DATA_DDMMAAAA = "D8"
    DATA_DDMMAA = "D6"
    DATA_AAAAMMDD = "Y8"
    HORA = "H6"
    IDENTIFICADOR = "X"

    @property
    def is_date(self) -> bool:
        """Whether the field holds a date."""
        return self in {Tipo.DATA_DDMMAAAA, Tipo.DATA_DDMMAA, Tipo.DATA_AAAAMMDD}

    @property
    def zero_filled(self) -> bool:
        """Whether an empty field of this type is written as zeros; only text is written as blanks."""
        return self is not Tipo.TEXTO


class Papel(StrEnum):
    """The part a record plays in the order of a file."""

    ABERTURA = "abertura"
    ABERTURA_LOTE = "abertura_lote"
    DETALHE = "detalhe"
    ENCERRAMENTO_LOTE = "encerramento_lote"
    ENCERRAMENTO = "encerramento"


@dataclass(frozen=True, slots=True, kw_only=True)
class Campo:
    """One field of a record.

    Attributes:
        nome: The manual's name, in snake case without accents; unique in its record.
        inicio: First position, from 1.
        fim: Last position, included.
        tipo: Picture.
        decimais: Implied decimals of a number; values stay integers scaled by them.
        padrao: What is written when no value is given: a literal, ``brancos`` or ``zeros``; ``None`` leaves it to the
            type.
        codigo: Code in FEBRABAN's dictionary, such as ``G001``; may be empty.
        nota: Remark of the manual; may be empty.
        maiusculas: Text is written in upper case. False where case carries meaning (BR Code, address of a Pix charge).
    """

    nome: str
    inicio: int
    fim: int
    tipo: Tipo
    decimais: int = 0
    padrao: str | None = None
    codigo: str = ""
    nota: str = ""
    maiusculas: bool = True

    @property
    def tamanho(self) -> int:
        """Number of positions."""
        return self.fim - self.inicio + 1

    @property
    def posicoes(self) -> slice:
        """Columns of the field in a matrix of lines."""
        return slice(self.inicio - 1, self.fim)

    @property
    def vazio(self) -> str:
        """What stands in the file when the field has no value."""
        if self.padrao is None:
            return ("0" if self.tipo.zero_filled else " ") * self.tamanho
        if self.padrao == BRANCOS:
            return " " * self.tamanho
        if self.padrao == ZEROS:
            return "0" * self.tamanho
        return self.padrao.rjust(self.tamanho, "0") if self.tipo.zero_filled else self.padrao.ljust(self.tamanho)

    @property
    def literal(self) -> str | None:
        """The constant the manual prints for this field, filled to its size; ``None`` when there is no constant."""
        return None if self.padrao in {None, BRANCOS, ZEROS} else self.vazio


@dataclass(frozen=True, kw_only=True)
class Registro:
    """One record type: fields without gap from position 1 to the length of the line.

    Attributes:
        nome: Unique in the layout.
        titulo: What the manual calls it.
        papel: Its part in the order of the file.
        chave: Names of the fields whose default identifies a line of this type.
        fonte: Where its positions stand.
        campos: The fields, by position, without gap up to the record's own length.
    """

    nome: str
    titulo: str
    papel: Papel
    chave: tuple[str, ...]
    fonte: str
    campos: tuple[Campo, ...]

    @property
    def tamanho(self) -> int:
        """Positions of the record; fewer than the layout's where only some records were made longer (CNAB 444)."""
        return self.campos[-1].fim

    @cached_property
    def por_nome(self) -> dict[str, Campo]:
        """The fields by name."""
        return {campo.nome: campo for campo in self.campos}

    @cached_property
    def fatias(self) -> tuple[tuple[str, slice, Campo], ...]:
        """Name, columns and field of each field, ready for decoding one line after another."""
        return tuple((campo.nome, campo.posicoes, campo) for campo in self.campos)

    def campo(self, nome: str) -> Campo:
        """Return the field *nome*.

        Raises:
            KeyError: The record has no such field.
        """
        return self.por_nome[nome]

    def __contains__(self, nome: object) -> bool:
        """Whether the record has a field *nome*."""
        return nome in self.por_nome

    def at(self, posicao: int) -> Campo:
        """Return the field that covers *posicao*, from 1.

        Raises:
            KeyError: *posicao* lies outside the line.
        """
        for campo in self.campos:
            if campo.inicio <= posicao <= campo.fim:
                return campo
        raise KeyError(posicao)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """All record types of one kind of file, and where this is known from.

    Attributes:
        caminho: Path below ``resources/layouts`` without ``.toml``; names the layout.
        titulo: For people.
        banco: Three digits; ``000`` for FEBRABAN's own.
        produto: ``cobranca``, ``pagamento``, ``debito``, ``extrato`` or ``dda``.
        direcao: ``remessa`` or ``retorno``.
        tamanho: Positions of the longest line.
        versao: Version of the manual.
        fonte: The manual, or what stood in for it.
        data_fonte: ``AAAA``, ``AAAA-MM`` or ``AAAA-MM-DD``.
        confianca: ``manual``, ``duas_fontes``, ``uma_fonte`` or ``generico_febraban``.
        inscricao_alfanumerica: Whether the bank takes a CNPJ with letters here: ``sim``, ``nao``, ``desconhecido``.
        registros: The record types.
    """

    caminho: str
    titulo: str
    banco: str
    produto: str
    direcao: str
    tamanho: int
    versao: str
    fonte: str
    data_fonte: str
    confianca: str
    inscricao_alfanumerica: str
    registros: tuple[Registro, ...]

    @cached_property
    def por_nome(self) -> dict[str, Registro]:
        """The record types by name."""
        return {registro.nome: registro for registro in self.registros}

    def registro(self, nome: str) -> Registro:
        """Return the record type *nome*.

        Raises:
            KeyError: The layout has no such record.
        """
        return self.por_nome[nome]

    def __contains__(self, nome: object) -> bool:
        """Whether the layout has a record type *nome*."""
        return nome in self.por_nome

    def of(self, papel: Papel) -> tuple[Registro, ...]:
        """Return the record types that play *papel*."""
        return tuple(registro for registro in self.registros if registro.papel is papel)
