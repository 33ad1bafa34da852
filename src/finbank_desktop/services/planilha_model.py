"""What importing a table will do, as plain data: shown first, then applied in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.planilhas import Celula, Mapa
from finbank_desktop.domain.problems import Problem
from finbank_desktop.services.planilha_tipos import TIPOS, Tipo


class Aba(StrEnum):
    """The tabs of the preview, in the order they are shown."""

    NOVOS = "novos"
    EXISTENTES = "existentes"
    ALTERADOS = "alterados"
    PROBLEMAS = "problemas"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaLida:
    """One row, its cells read as what the columns are.

    Attributes:
        numero: Line of the file, from 1.
        celulas: As they came.
        valores: Key of a field to its value; a field that is empty or cannot be read is missing.
        problems: What cannot be read.
    """

    numero: int
    celulas: tuple[Celula, ...]
    valores: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanilhaRow:
    """One row and what becomes of it.

    Attributes:
        numero: Line of the file, from 1.
        efeito: What will happen, or why nothing does; one or more sentences.
        valores: What was read, by the key of its field.
        antes: The record as it is; ``None`` when there is none.
        depois: The record as it will be; ``None`` when nothing is written.
        pessoa: Whom a new conta a receber is of, when she is new as well.
        problems: Errors keep the row out; the rest is only said.
    """

    numero: int
    aba: Aba
    titulo: str
    efeito: str
    valores: Mapping[str, Any]
    antes: Pessoa | ContaReceber | None = None
    depois: Pessoa | ContaReceber | None = None
    pessoa: Pessoa | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanilhaPlan:
    """What importing a table will do.

    Attributes:
        tipo: Key of one of `TIPOS`.
        titulos: What stands above the columns.
        linhas: What was read, for planning anew within the transaction.
        rows: One per row below the header.
    """

    tipo: str
    empresa_id: int
    arquivo: str
    mapa: Mapa
    titulos: tuple[str, ...]
    linhas: tuple[LinhaLida, ...] = field(repr=False)
    rows: tuple[PlanilhaRow, ...] = field(repr=False)

    @property
    def kind(self) -> Tipo:
        """Which kind of record the rows are."""
        return TIPOS[self.tipo]

    @property
    def tabs(self) -> dict[str, int]:
        """How many rows each tab has."""
        contadas = dict.fromkeys((str(aba) for aba in Aba), 0)
        for row in self.rows:
            contadas[str(row.aba)] += 1
        return contadas

    @property
    def clientes_novos(self) -> int:
        """How many customers come along with new contas a receber."""
        return len({row.pessoa.documento for row in self.rows if row.pessoa is not None})

    @property
    def writes(self) -> int:
        """How many records are added or changed."""
        tabs = self.tabs
        return tabs[Aba.NOVOS] + tabs[Aba.ALTERADOS]
