"""What is written down about payments: approvals, files sent, what the bank answered, settlements, boletos of DDA."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records import SituacaoImportacao


class SituacaoEnvio(StrEnum):
    """What became of one payment of a remessa; the value is what the user reads."""

    ENVIADO = "Na remessa"
    ACEITO = "Aceito pelo banco"
    PAGO = "Pago"
    RECUSADO = "Recusado pelo banco"
    CANCELADO_NO_BANCO = "Cancelado no banco"
    DEVOLVIDO = "Devolvido"
    CANCELADO = "Remessa cancelada"

    @property
    def is_alive(self) -> bool:
        """Whether money may leave, or has left, by it: no other payment of the same conta may be sent meanwhile."""
        return self in (SituacaoEnvio.ENVIADO, SituacaoEnvio.ACEITO, SituacaoEnvio.PAGO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aprovacao:
    """One person's consent to a payment."""

    id: int = 0
    empresa_id: int
    conta_pagar_id: int
    usuario: str
    quando: datetime
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Anexo:
    """A file kept with a conta a pagar; its bytes are asked for apart.

    Attributes:
        tamanho: Bytes.
    """

    id: int = 0
    empresa_id: int
    conta_pagar_id: int
    nome: str
    sha256: str
    tamanho: int
    quando: datetime
    usuario: str
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaPagamento:
    """A remessa of payments as it is kept.

    Attributes:
        sequencia: Its number within the convênio.
        arquivo: File name, without folder.
        pagamentos: How many it holds.
        valor: Their sum, in centavos.
    """

    id: int = 0
    empresa_id: int
    convenio_id: int
    sequencia: int
    arquivo: str
    sha256: str
    gerada_em: datetime
    usuario: str
    pagamentos: int
    valor: Centavos
    situacao: SituacaoRemessa = SituacaoRemessa.GERADA
    enviada_em: date | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PagamentoEnviado:
    """One payment of a remessa as it was sent.

    Attributes:
        ordem: Its place in the plan, from 1.
        viva_conta_id: The conta a pagar while money may leave, or has left, by this payment; ``None`` once it was
            refused, cancelled or came back. The table holds each conta there once.
        favorecido: Their name as it was sent; `documento` their CPF or CNPJ, `destino` where the money went, in words.
        ocorrencia: The bank's last code.
        ocorrencia_texto: That code in words.
    """

    id: int = 0
    empresa_id: int
    remessa_id: int
    convenio_id: int
    conta_pagar_id: int
    viva_conta_id: int | None
    ordem: int
    seu_numero: str
    forma: FormaPagamento
    favorecido: str
    documento: str = ""
    destino: str = ""
    data_pagamento: date
    valor: Centavos
    situacao: SituacaoEnvio = SituacaoEnvio.ENVIADO
    ocorrencia: str = ""
    ocorrencia_texto: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BaixaPagar:
    """One settlement of a conta a pagar.

    Attributes:
        pagamento_id: The payment of a remessa it came by; ``None`` when a person entered it.
        importacao_id: The retorno that told of it; ``None`` when a person entered it.
        valor: Centavos of principal.
        valor_pago: Centavos that left: principal with acréscimos, less discount.
        conta_id: The account or till the money left; ``None`` when nobody said.
        estornada_em: The day it was taken back; ``None`` while it stands.
        estornada_por: The retorno that took it back; ``None`` when none did.
        usuario: Who entered it by hand; empty for a retorno.
    """

    id: int = 0
    empresa_id: int
    conta_pagar_id: int
    pagamento_id: int | None = None
    importacao_id: int | None = None
    linha: int | None = None
    data: date
    valor: Centavos
    acrescimos: Centavos = 0
    desconto: Centavos = 0
    valor_pago: Centavos
    conta_id: int | None = None
    forma: str = "Retorno do banco"
    autenticacao: str = ""
    usuario: str = ""
    estornada_em: date | None = None
    estornada_por: int | None = None
    versao: int = 0

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.estornada_em is None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventoPagar:
    """One step in the life of a conta a pagar; only ever added."""

    id: int = 0
    empresa_id: int
    conta_pagar_id: int
    quando: datetime
    usuario: str
    tipo: str
    texto: str
    remessa_id: int | None = None
    importacao_id: int | None = None
    linha: int | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportacaoPagamento:
    """A retorno of payments, or a file of DDA, that was imported.

    Attributes:
        codigo: Six digits, counted per empresa.
        convenio_id: The convênio de pagamento it is of.
        tipo: ``Retorno de pagamento`` or ``DDA``.
        numero: The file's own number.
        contagens: Lines by tab of the plan.
    """

    id: int = 0
    empresa_id: int
    convenio_id: int | None
    codigo: str
    numero: int | None = None
    tipo: str
    data_emissao: date | None = None
    importada_em: datetime
    usuario: str
    arquivo: str
    sha256: str
    registros: int = 0
    contagens: Mapping[str, int] = field(default_factory=dict)
    situacao: SituacaoImportacao = SituacaoImportacao.IMPORTADA
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaPagamento:
    """One line of such a file and what it did.

    Attributes:
        identidade: What tells it from every other line of its convênio; ``None`` for a line that was not applied, and
            once the import was undone.
        tab: The tab of the plan it stood in.
    """

    id: int = 0
    empresa_id: int
    importacao_id: int
    convenio_id: int | None
    linha: int
    identidade: str | None
    tab: str
    conta_pagar_id: int | None = None
    pagamento_id: int | None = None
    efeito: str
    codigo: str = ""
    texto: str = ""
    valor: Centavos | None = None
    raw: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BoletoDda:
    """A boleto drawn on us, as the bank told of it (DDA).

    Attributes:
        documento: CPF or CNPJ of the beneficiary; `nome` is theirs.
        numero_documento: Their number of the title.
        conta_pagar_id: The conta a pagar it is; ``None`` while there is none.
    """

    id: int = 0
    empresa_id: int
    importacao_id: int
    linha: int
    codigo_barras: str
    documento: str
    nome: str
    numero_documento: str
    vencimento: date
    valor: Centavos
    emissao: date | None = None
    conta_pagar_id: int | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiguracaoPagamentos:
    """How an empresa pays.

    Attributes:
        aprovacoes: How many different people have to approve a payment before a remessa takes it, 1 or 2.
    """

    id: int = 0
    empresa_id: int
    aprovacoes: int = 1
    versao: int = 0
