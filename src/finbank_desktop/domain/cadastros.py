"""The office's own records: empresas, filiais, pessoas and the accounts they hold at banks."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Endereco:
    """A Brazilian postal address; every part may be empty.

    Attributes:
        cep: Eight digits, no separator.
        uf: Two capital letters.
    """

    logradouro: str = ""
    numero: str = ""
    complemento: str = ""
    bairro: str = ""
    cidade: str = ""
    uf: str = ""
    cep: str = ""

    @property
    def rua(self) -> str:
        """Street, number and complement in one line, as CNAB fields and boletos print them."""
        numerada = ", ".join(parte for parte in (self.logradouro, self.numero) if parte)
        return " ".join(parte for parte in (numerada, self.complemento) if parte)


@dataclass(frozen=True, slots=True, kw_only=True)
class Empresa:
    """A company whose books are kept here (coligada).

    Attributes:
        id: Row number; 0 before it is saved.
        codigo: Three digits, unique.
        documento: CPF or CNPJ, compact.
        cor: Printed on boletos, ``#RRGGBB``; empty for black.
        logo: Path of the picture on its boletos where a convênio has none of its own; empty without one.
        versao: Counts the changes of the row; 0 before it is saved.
    """

    id: int = 0
    codigo: str
    razao_social: str
    nome_fantasia: str = ""
    documento: str
    endereco: Endereco = field(default_factory=Endereco)
    telefone: str = ""
    email: str = ""
    cor: str = ""
    logo: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filial:
    """A branch of an empresa; each empresa has at least one.

    Attributes:
        codigo: Unique within its empresa.
    """

    id: int = 0
    empresa_id: int
    codigo: str
    nome: str
    documento: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pessoa:
    """Someone the empresa bills or pays: pagador, favorecido or beneficiário final.

    Attributes:
        codigo: Unique within its empresa.
        documento: CPF or CNPJ, compact.
    """

    id: int = 0
    empresa_id: int
    codigo: str
    nome: str
    documento: str
    endereco: Endereco = field(default_factory=Endereco)
    email: str = ""
    telefone: str = ""
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conta:
    """A current account of the empresa at a bank, or a till.

    Attributes:
        codigo: Unique within its empresa.
        banco: Three digits; empty for a till, which has no agência and no number either.
        agencia: Digits as the bank prints them, without check digit.
        agencia_dv: One letter or digit; empty where the bank has none.
        conta: Digits, without check digit.
    """

    id: int = 0
    empresa_id: int
    filial_id: int | None = None
    codigo: str
    descricao: str
    banco: str
    agencia: str
    agencia_dv: str = ""
    conta: str
    conta_dv: str = ""
    versao: int = 0

    @property
    def is_till(self) -> bool:
        """Whether it holds money instead of being at a bank."""
        return not (self.banco or self.agencia or self.conta)
