"""A remessa: the file that tells the bank of our titles."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio


class SituacaoRemessa(StrEnum):
    """What became of a remessa; the value is what the user reads."""

    GERADA = "Gerada"
    ENVIADA = "Enviada"
    CANCELADA = "Cancelada"


@dataclass(frozen=True, slots=True, kw_only=True)
class TituloRemessa:
    """One title of a remessa with everything the bank is told about it.

    Attributes:
        comando: The bank-independent movement (``"01"`` registers).
        beneficiario_final: Whoever the title was taken over from; ``None`` usually.
    """

    boleto: Boleto
    pagador: Pessoa
    comando: str = "01"
    beneficiario_final: Pessoa | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DadosRemessa:
    """All that one remessa file is written from.

    Attributes:
        sequencia: The number of the file within its convênio.
        geracao: When it is made; the bank reads date and hour.
    """

    empresa: Empresa
    conta: Conta
    convenio: Convenio
    sequencia: int
    geracao: datetime
    titulos: tuple[TituloRemessa, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remessa:
    """A remessa as it is kept.

    Attributes:
        sequencia: Its number within the convênio.
        arquivo: File name, without folder.
        sha256: Of the file's bytes.
    """

    id: int = 0
    empresa_id: int
    convenio_id: int
    sequencia: int
    arquivo: str
    sha256: str
    gerada_em: datetime
    usuario: str
    titulos: int
    valor: int
    situacao: SituacaoRemessa = SituacaoRemessa.GERADA
    enviada_em: date | None = None
    versao: int = 0
