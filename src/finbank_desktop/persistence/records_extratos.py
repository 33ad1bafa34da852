"""What is written down of bank statements: files, their lines, and what a line was reconciled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from finbank_desktop.domain.extratos import LinhaComparada
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.records import SituacaoImportacao

ABAS = ("novos", "ja_importados", "saldos", "previstos", "quarentena")
"""The tabs of a statement's plan, in the order they are shown."""


class SituacaoLinha(StrEnum):
    """What became of a line of a statement; the value is what the user reads."""

    PENDENTE = "A conciliar"
    CONCILIADA = "Conciliada"
    IGNORADA = "Ignorada"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtratoImportado:
    """The statement of one account in one imported file.

    Attributes:
        codigo: Six digits, counted per empresa.
        sha256: Of the file's bytes.
        inicio: First day it covers, as the file says or as its lines show.
        saldo: The balance it ends with, centavos.
        contagens: Lines by tab of the plan (see `ABAS`).
    """

    id: int = 0
    empresa_id: int
    conta_id: int
    codigo: str
    arquivo: str
    sha256: str
    formato: str
    importado_em: datetime
    usuario: str
    inicio: date | None = None
    fim: date | None = None
    saldo: Centavos | None = None
    saldo_data: date | None = None
    contagens: Mapping[str, int] = field(default_factory=dict)
    situacao: SituacaoImportacao = SituacaoImportacao.IMPORTADA
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaGravada(LinhaComparada):
    """One line of an imported statement.

    Attributes:
        natureza: ``lancamento``, ``saldo``, ``previsto`` or ``quarentena``.
        motivo: Why somebody ignores it, or what is wrong with it.
    """

    id: int = 0
    empresa_id: int
    extrato_id: int
    conta_id: int
    natureza: str
    situacao: SituacaoLinha = SituacaoLinha.PENDENTE
    motivo: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vinculo:
    """A share of a statement's line and what it is; the shares of a line sum up to it.

    Attributes:
        operacao_id: The operation that linked them, by which it is undone.
        tipo: ``baixa``, ``tarifa``, ``transferencia`` or ``categoria``.
        baixa_id: The settlement it paid.
        tarifa_id: The bank's charge it paid.
        outra_linha_id: The line of another account of ours that mirrors it.
        categoria: What it is in words where nothing in the books stands for it.
        valor: Centavos of the line, with its sign.
        porque: Why they belong together, one sentence.
        nova_baixa: Place of the settlement among those written with it; never stored.
    """

    id: int = 0
    empresa_id: int
    operacao_id: int = 0
    linha_id: int
    tipo: str
    baixa_id: int | None = None
    tarifa_id: int | None = None
    outra_linha_id: int | None = None
    categoria: str = ""
    valor: Centavos
    porque: str = ""
    versao: int = 0
    nova_baixa: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regra:
    """What a person wants proposed for lines with certain words.

    Attributes:
        conta_id: Only for this account; ``None`` for all.
        ordem: Rules are tried in this order, the first that fits is taken.
        contem: Words that must stand in the line, in any order, compared as `normalize` gives them.
        sinal: ``credito``, ``debito`` or empty for both.
        acao: ``categoria`` or ``ignorar``.
    """

    id: int = 0
    empresa_id: int
    conta_id: int | None = None
    ordem: int = 0
    contem: str
    sinal: str = ""
    acao: str = "categoria"
    categoria: str = ""
    ativa: bool = True
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoriaAprendida:
    """How often lines of certain words were given a category."""

    id: int = 0
    empresa_id: int
    chave: str
    categoria: str
    vezes: int = 1
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaDeArquivo:
    """Which of our accounts the bank's own words mean, as somebody confirmed once."""

    id: int = 0
    empresa_id: int
    banco: str
    agencia: str
    conta: str
    conta_id: int
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fechamento:
    """A period of an account in which nothing changes any more.

    Attributes:
        ate: Its last day.
        reaberto_em: When it was opened again; ``None`` while it stands.
    """

    id: int = 0
    empresa_id: int
    conta_id: int
    ate: date
    quando: datetime
    usuario: str
    reaberto_em: datetime | None = None
    reaberto_por: str = ""
    motivo: str = ""
    versao: int = 0
