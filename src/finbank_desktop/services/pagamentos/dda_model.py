"""What importing a file of DDA will do, as plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos


class AbaDda(StrEnum):
    """What becomes of a boleto; the value is the key of its tab."""

    CASADOS = "casados"
    NOVOS = "novos"
    CONFERIR = "conferir"
    JA_PROCESSADOS = "ja_processados"
    IGNORADOS = "ignorados"

    @property
    def is_applied(self) -> bool:
        """Whether applying keeps the boleto."""
        return self in (AbaDda.CASADOS, AbaDda.NOVOS)


TITULOS_ABAS = {
    AbaDda.CASADOS: "Já estão nas contas a pagar",
    AbaDda.NOVOS: "Contas a pagar novas",
    AbaDda.CONFERIR: "A conferir",
    AbaDda.JA_PROCESSADOS: "Já importados",
    AbaDda.IGNORADOS: "Ignorados",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DdaRow:
    """One boleto of the file.

    Attributes:
        conta: The conta a pagar it is, as it is now; ``None`` when there is none.
        depois: The conta as it will be, without id where it is new; ``None`` when none changes.
        efeito: What will happen, one sentence.
    """

    aba: AbaDda
    line: int
    codigo_barras: str
    documento: str
    nome: str
    numero_documento: str
    vencimento: date | None
    valor: Centavos | None
    emissao: date | None
    conta: ContaPagar | None = None
    depois: ContaPagar | None = None
    efeito: str
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DdaPlan:
    """What importing a file of DDA will do; see `RetornoPagamentoPlan` for what is called the same."""

    arquivo: str
    sha256: str
    cabecalho: Cabecalho
    empresa: Empresa
    rows: tuple[DdaRow, ...]
    tabs: Mapping[str, int]
    problems: tuple[Problem, ...]
    ja_importado: str = ""
    ja_importado_id: int | None = None
    needs_tick: bool = False

    @property
    def goes(self) -> bool:
        """Whether applying it does anything."""
        return self.ja_importado_id is None and any(row.aba.is_applied for row in self.rows)

    @property
    def needs_person(self) -> int:
        """How many rows somebody has to decide about."""
        return self.tabs[AbaDda.CONFERIR]


def count_abas(rows: Iterable[DdaRow]) -> dict[str, int]:
    """Return the rows per tab, zeros included."""
    contagem = dict.fromkeys((str(aba) for aba in AbaDda), 0)
    for row in rows:
        contagem[row.aba] += 1
    return contagem
