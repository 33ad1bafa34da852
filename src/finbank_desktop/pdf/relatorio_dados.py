"""What a plain report says; ReportLab is not needed to say it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ColunaRelatorio:
    """A column of the table.

    Attributes:
        parte: Its share of the width, beside the other columns' shares.
        direita: Figures stand at the right.
    """

    titulo: str
    parte: int
    direita: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatorio:
    """What is printed.

    Attributes:
        linhas: Sentences below the title.
        rodape: What stands below the last row, such as the sum.
    """

    titulo: str
    linhas: tuple[str, ...]
    colunas: tuple[ColunaRelatorio, ...]
    rows: Sequence[Sequence[str]]
    rodape: str = ""
