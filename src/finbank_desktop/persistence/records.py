"""What is written down when something happened: settlements, charges, imports and the history of a boleto."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from finbank_desktop.domain.valores import Centavos

TABS = (
    "baixas",
    "confirmacoes",
    "rejeicoes",
    "tarifas",
    "nao_localizados",
    "a_devolver",
    "conferir",
    "ja_processados",
    "ignorados",
)
"""The tabs of a retorno's plan, in the order they are shown."""


class SituacaoImportacao(StrEnum):
    """What became of an import; the value is what the user reads."""

    IMPORTADA = "Importada"
    DESFEITA = "Desfeita"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baixa:
    """One settlement of one conta a receber.

    Attributes:
        linha: Line of the imported file; ``None`` when a person typed it.
        data: When the pagador paid.
        valor: Centavos of principal, what the conta a receber goes down by.
        valor_pago: Centavos received: principal with interest and fine, less discount and rebate.
        estornada_por: The import that took it back; ``None`` when none did.
        estornada_em: The day it was taken back, by an import or by hand; ``None`` while it stands.
        forma: How it was paid, in words.
        conta_id: The account or till the money went to; ``None`` when that is the convênio's.
        usuario: Who entered it by hand; empty for an import.
    """

    id: int = 0
    empresa_id: int
    conta_receber_id: int
    boleto_id: int | None = None
    importacao_id: int | None = None
    linha: int | None = None
    data: date
    data_credito: date | None = None
    valor: Centavos
    juros: Centavos = 0
    multa: Centavos = 0
    desconto: Centavos = 0
    abatimento: Centavos = 0
    valor_pago: Centavos
    estornada_por: int | None = None
    estornada_em: date | None = None
    forma: str = "Retorno do banco"
    conta_id: int | None = None
    usuario: str = ""
    versao: int = 0

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.estornada_por is None and self.estornada_em is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tarifa:
    """What the bank charged for one of its services."""

    id: int = 0
    empresa_id: int
    convenio_id: int
    boleto_id: int | None = None
    importacao_id: int | None = None
    linha: int | None = None
    data: date
    valor: Centavos
    texto: str
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Devolucao:
    """Money of a pagador that came twice, or above what was owed, and has to go back.

    Attributes:
        convenio_id: ``None`` when it did not come by a boleto's convênio.
        data: When it was paid.
        motivo: Why it is not ours, one sentence.
        devolvido_em: When it was given back; ``None`` while it waits.
        forma: How it was given back, in words.
        usuario: Who said so.
    """

    id: int = 0
    empresa_id: int
    convenio_id: int | None = None
    importacao_id: int
    linha: int
    boleto_id: int | None = None
    data: date | None = None
    valor: Centavos
    motivo: str
    devolvido_em: date | None = None
    forma: str = ""
    usuario: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evento:
    """One step in the life of a boleto; only ever added.

    Attributes:
        tipo: Short machine name, such as ``emitido`` or ``liquidado``.
        texto: One Portuguese sentence.
    """

    id: int = 0
    empresa_id: int
    boleto_id: int
    quando: datetime
    usuario: str
    tipo: str
    texto: str
    importacao_id: int | None = None
    remessa_id: int | None = None
    linha: int | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaItem:
    """One title of a remessa as it was sent."""

    boleto_id: int
    ordem: int
    comando: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Importacao:
    """A retorno that was imported.

    Attributes:
        convenio_id: The convênio of cobrança; ``None`` for a file of another product.
        convenio_debito_id: The convênio of débito automático; ``None`` for a file of another product.
        codigo: Six digits, counted per empresa.
        numero: The file's own number; ``None`` when its layout has none.
        tipo: What kind of file, in words, such as ``Retorno CNAB 400``.
        data_emissao: The bank's date in the header.
        sha256: Of the file's bytes.
        registros: Titles in the file.
        contagens: Titles by tab of the plan (see `TABS`).
    """

    id: int = 0
    empresa_id: int
    convenio_id: int | None = None
    convenio_debito_id: int | None = None
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


class SituacaoOperacao(StrEnum):
    """What became of an operation; the value is what the user reads."""

    FEITA = "Feita"
    DESFEITA = "Desfeita"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operacao:
    """Something a person did by hand that can be undone.

    Attributes:
        tipo: Short machine name, such as ``baixa_manual``.
        texto: One Portuguese sentence.
    """

    id: int = 0
    empresa_id: int
    tipo: str
    texto: str
    quando: datetime
    usuario: str
    situacao: SituacaoOperacao = SituacaoOperacao.FEITA
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acordo:
    """What a pagador and the empresa agreed on instead of what was owed.

    Attributes:
        codigo: Six digits, counted per empresa.
        valor_original: What was owed.
        valor: Sum of the new contas.
    """

    id: int = 0
    empresa_id: int
    pessoa_id: int
    codigo: str
    quando: datetime
    usuario: str
    texto: str
    valor_original: Centavos
    valor: Centavos
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mudanca:
    """A row as it was before an import or an operation changed it; what undoing needs.

    Attributes:
        tabela: The table's name.
        registro_id: The row.
        antes: What stood in the columns that changed, as JSON can hold it; empty for a row that was not there.
    """

    id: int = 0
    empresa_id: int
    importacao_id: int | None = None
    operacao_id: int | None = None
    tabela: str
    registro_id: int
    antes: Mapping[str, Any]
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportacaoLinha:
    """One title of an imported file and what it did.

    Attributes:
        identidade: What tells it from every other line of its convênio; ``None`` for a line that was not applied, and
            once the import was undone, so that the same line may come again.
        tab: The tab of the plan it stood in (see `TABS`).
        efeito: What it did, in words.
        raw: The lines of the file, as read.
        convenio_debito_id: Instead of *convenio_id*, where the line is of débito automático.
        debito_id: The debit it speaks of.
    """

    id: int = 0
    empresa_id: int
    convenio_id: int | None = None
    importacao_id: int
    linha: int
    identidade: str | None
    tab: str
    boleto_id: int | None = None
    efeito: str
    codigo: str = ""
    texto: str = ""
    valor_pago: Centavos | None = None
    tarifa: Centavos | None = None
    raw: str = ""
    convenio_debito_id: int | None = None
    debito_id: int | None = None
    versao: int = 0
