"""A table somebody else made, and what each of its columns is to us."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from finbank_desktop.domain.problems import Problem

Celula: TypeAlias = str | Decimal | date | None
"""What stands in a cell: text as it was typed, a sheet's own number or date, or nothing."""


class TipoCampo(StrEnum):
    """What a field may hold, and so how a cell is read and a column recognised by its content."""

    TEXTO = "texto"
    NOME = "nome"
    DOCUMENTO = "documento"
    DATA = "data"
    VALOR = "valor"
    CEP = "cep"
    UF = "uf"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Campo:
    """A field that a column may fill.

    Attributes:
        chave: Unique within its kind of table.
        titulo: What the user reads.
        nomes: What other systems call the column.
        nunca: Words that rule a column out, such as ``pago`` for the amount that is owed.
        precisa: What is missing without it, as a sentence's end (``"o vencimento"``); empty when it may be left out.
        ou: Keys of fields any of which serves in its stead.
        exemplo: What stands in the blank model's first row.
        ajuda: How it is to be filled, one sentence.
    """

    chave: str
    titulo: str
    tipo: TipoCampo = TipoCampo.TEXTO
    nomes: tuple[str, ...]
    nunca: frozenset[str] = frozenset()
    precisa: str = ""
    ou: tuple[str, ...] = ()
    exemplo: str = ""
    ajuda: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linha:
    """One row of a table.

    Attributes:
        numero: Line of the file or row of the sheet, from 1.
        celulas: Cells from the first column on; rows may differ in length.
    """

    numero: int
    celulas: tuple[Celula, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColunaLida:
    """A column, and the field it was taken for.

    Attributes:
        titulo: What stands above it; its letter (``Coluna C``) when nothing does.
        amostra: Its first filled cells, as text.
        campo: Key of the field; empty when it is left out.
        porque: Why that field, one Portuguese sentence; empty when it is left out.
    """

    titulo: str
    amostra: tuple[str, ...] = ()
    campo: str = ""
    porque: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapa:
    """How a table is to be read.

    Attributes:
        aba: Name of the sheet; empty in a CSV.
        cabecalho: Line of the header; 0 when there is none.
        campos: Key of the field of each column, empty for one that is left out.
    """

    aba: str = ""
    cabecalho: int = 0
    campos: tuple[str, ...] = ()

    def column_of(self, chave: str) -> int | None:
        """Return which column fills the field *chave*; ``None`` when none does."""
        return self.campos.index(chave) if chave in self.campos else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposta:
    """What a table seems to be; the user corrects it before anything is planned.

    Attributes:
        tipo: Which kind of record its rows are.
        abas: Its sheets; empty for a CSV.
        colunas: One per column.
        linhas: The first rows below the header.
        lembrado: The user read a table with this header so before.
    """

    tipo: str
    abas: tuple[str, ...] = ()
    aba: str = ""
    cabecalho: int = 0
    colunas: tuple[ColunaLida, ...] = ()
    linhas: tuple[Linha, ...] = ()
    lembrado: bool = False

    @property
    def mapa(self) -> Mapa:
        """How it would be read."""
        campos = tuple(coluna.campo for coluna in self.colunas)
        return Mapa(aba=self.aba, cabecalho=self.cabecalho, campos=campos)


def missing(campos: Sequence[Campo], mapa: Mapa) -> list[Problem]:
    """Return a problem for each field that no column fills and that is needed."""
    return [
        Problem(
            message=f"Falta dizer em que coluna está {campo.precisa}.",
            fix=f"Escolha “{campo.titulo}” ao lado da coluna certa.",
            field=campo.chave,
        )
        for campo in campos
        if campo.precisa and all(mapa.column_of(chave) is None for chave in (campo.chave, *campo.ou))
    ]


_ABREVIADAS: Mapping[str, str] = {
    **dict.fromkeys(("dt", "dat"), "data"),
    **dict.fromkeys(("venc", "vencto", "vcto", "vct", "vencto", "vencim", "vencimentos"), "vencimento"),
    **dict.fromkeys(("nr", "num", "no", "nro", "n"), "numero"),
    **dict.fromkeys(("vl", "vlr", "val", "vlor"), "valor"),
    **dict.fromkeys(("doc", "docto", "docum"), "documento"),
    **dict.fromkeys(("end", "ender", "logr"), "endereco"),
    **dict.fromkeys(("tel", "fone", "phone"), "telefone"),
    **dict.fromkeys(("mun", "municipio", "munic"), "cidade"),
    **dict.fromkeys(("compl", "complem"), "complemento"),
    **dict.fromkeys(("emiss", "emis"), "emissao"),
    **dict.fromkeys(("parc", "parcelas"), "parcela"),
    **dict.fromkeys(("cod", "cdg"), "codigo"),
    **dict.fromkeys(("mail", "email"), "email"),
    **dict.fromkeys(("cgc",), "cnpj"),
    **dict.fromkeys(("obs", "observacoes"), "observacao"),
}
_VAZIAS = frozenset(("de", "do", "da", "dos", "das", "o", "a", "e", "em", "r", "rs", "ou"))


def words(texto: str) -> tuple[str, ...]:
    """Return the words of a column's name: no accents, no abbreviations, nothing that says nothing.

    >>> words("Dt. Vencto"), words("CNPJ / CPF do Cliente"), words("Valor (R$)")
    (('data', 'vencimento'), ('cnpj', 'cpf', 'cliente'), ('valor',))
    """
    decomposto = unicodedata.normalize("NFKD", texto.replace("-", " ") if "e-mail" not in texto.lower() else texto)
    plano = "".join(letra for letra in decomposto if not unicodedata.combining(letra)).casefold()
    plano = plano.replace("e-mail", "email")
    partes = "".join(letra if letra.isalnum() else " " for letra in plano).split()
    return tuple(_ABREVIADAS.get(parte, parte) for parte in partes if parte not in _VAZIAS)
