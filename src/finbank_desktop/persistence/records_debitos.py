"""What is written down of débito automático: its remessas, item by item, and the history of debits and consents."""

from dataclasses import dataclass
from datetime import date, datetime

from finbank_desktop.domain.debitos import MovimentoDebito
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.domain.valores import Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDebito:
    """A file that asked a bank for debits.

    Attributes:
        sequencia: The file's number (NSA) within its convênio.
        debitos: Movements in it, those of consents too.
        valor: Sum of what it asks to debit.
        conteudo: The file's bytes, so that it can be saved again.
    """

    id: int = 0
    empresa_id: int
    convenio_id: int
    sequencia: int
    arquivo: str
    sha256: str
    gerada_em: datetime
    usuario: str
    debitos: int
    valor: Centavos
    situacao: SituacaoRemessa = SituacaoRemessa.GERADA
    enviada_em: date | None = None
    conteudo: bytes = b""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaDebitoItem:
    """One movement of a remessa as it was sent.

    Attributes:
        debito_id: ``None`` when only the consent moves.
        seu_numero: What the bank repeats.
    """

    ordem: int
    debito_id: int | None
    consentimento_id: int
    movimento: MovimentoDebito
    seu_numero: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitoEvento:
    """One step in the life of a debit or of a consent; only ever added.

    Attributes:
        debito_id: ``None`` when it is the consent's own.
        tipo: Short machine name, such as ``na_remessa`` or ``debitado``.
        texto: One Portuguese sentence.
    """

    id: int = 0
    empresa_id: int
    debito_id: int | None = None
    consentimento_id: int
    quando: datetime
    usuario: str
    tipo: str
    texto: str
    importacao_id: int | None = None
    remessa_id: int | None = None
    versao: int = 0
