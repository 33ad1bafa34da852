"""A bank file as it was read: whose it is, what it carries, what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabecalho:
    """Whose file it is.

    Attributes:
        kind: ``remessa``, ``retorno`` or ``extrato``.
        product: ``cobranca``, ``pagamento``, ``debito``, ``extrato`` or ``dda``.
        tamanho: Positions per line.
        layout: Path of the layout it was read with.
        banco: The header's bank, three digits.
        layout_banco: The bank whose tables were used.
        empresa: The company's name in the header.
        empresa_documento: CPF or CNPJ in the header or first detail; empty when the layout has none.
        convenio: What names the contract in the header or first detail, as raw digits by field name
            (``agencia``, ``conta``, ``convenio``, ``codigo_beneficiario``, ``codigo_empresa``, ``carteira``…).
        sequencia: The file's own number; ``None`` when the layout has none.
    """

    kind: str
    product: str
    tamanho: int
    layout: str
    banco: str
    layout_banco: str
    empresa: str = ""
    empresa_documento: str = ""
    convenio: dict[str, str] = field(default_factory=dict)
    data_geracao: date | None = None
    data_credito: date | None = None
    sequencia: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totais:
    """Sums over the titles of a file, in centavos."""

    titles: int
    valor_titulo: Centavos
    valor_pago: Centavos


@dataclass(frozen=True, slots=True, kw_only=True)
class Arquivo:
    """A file of cobrança, payments or débito automático, remessa or retorno.

    Attributes:
        record_types: Lines by record type (position 1 or 8).
        segments: Lines by segment, CNAB 240 only.
        has_end: Whether the closing record of the file is there.
        records: One per title, in file order; for a remessa *codigo* is the movement asked for. Those of a large file
            are made anew whenever they are looked at.
        cadastros: What a file of débito automático says of consents alone (records B and H, C and D), and of the
            files it answers (J): ``seu_numero`` is the customer's number at the company, or the file's, ``codigo`` the
            record's letter and its movement.
    """

    cabecalho: Cabecalho
    record_types: dict[str, int]
    segments: dict[str, int]
    totais: Totais
    has_end: bool
    records: Sequence[Ocorrencia]
    problems: tuple[Problem, ...]
    cadastros: tuple[Ocorrencia, ...] = ()
