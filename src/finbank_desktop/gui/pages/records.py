"""How each kind of cadastro is made of what stands in its form."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Filial, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

_ENDERECO = ("logradouro", "numero", "complemento", "bairro", "cidade", "uf", "cep")
_ENCARGOS = ("juros_tipo", "juros", "multa_tipo", "multa", "desconto_tipo", "desconto", "desconto_dias")
_TIPOS = {"juros_tipo": TipoJuros, "multa_tipo": TipoMulta, "desconto_tipo": TipoDesconto}
_PRAZO = 30


def _flat(record: Any) -> dict[str, Any]:
    """Return the fields of *record*, its address among them."""
    values: dict[str, Any] = {name: getattr(record, name) for name in record.__dataclass_fields__}
    endereco = values.pop("endereco", None)
    return values | (asdict(endereco) if endereco is not None else {})


def _take_endereco(values: dict[str, Any]) -> Endereco:
    parts = {name: values.pop(name) for name in _ENDERECO}
    parts["cep"] = "".join(letter for letter in parts["cep"] if letter.isdigit())
    parts["uf"] = parts["uf"].upper()
    return Endereco(**parts)


@dataclass
class EmpresaRecord:
    """An empresa in its form."""

    services: "Services"
    empresa: Empresa = field(default_factory=lambda: Empresa(codigo="", razao_social="", documento=""))

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Empresa" if self.empresa.id else "Nova empresa"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.empresa)

    def build(self, values: dict[str, Any]) -> Empresa:
        """Return the empresa made of *values*."""
        return replace(self.empresa, endereco=_take_endereco(values), **values)

    def problems(self, empresa: Empresa) -> Sequence[Problem]:
        """Return what is wrong with *empresa*."""
        return self.services.cadastros.problems_empresa(empresa)

    def save(self, empresa: Empresa) -> Empresa:
        """Save *empresa*."""
        return self.services.cadastros.save_empresa(empresa)


@dataclass
class FilialRecord:
    """A filial in its form."""

    services: "Services"
    filial: Filial

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Filial" if self.filial.id else "Nova filial"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.filial)

    def build(self, values: dict[str, Any]) -> Filial:
        """Return the filial made of *values*."""
        return replace(self.filial, **values)

    def problems(self, filial: Filial) -> Sequence[Problem]:
        """Return what is wrong with *filial*."""
        return self.services.cadastros.problems_filial(filial)

    def save(self, filial: Filial) -> Filial:
        """Save *filial*."""
        return self.services.cadastros.save_filial(filial)


@dataclass
class PessoaRecord:
    """A pessoa in its form."""

    services: "Services"
    pessoa: Pessoa

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Pessoa" if self.pessoa.id else "Nova pessoa"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.pessoa)

    def build(self, values: dict[str, Any]) -> Pessoa:
        """Return the pessoa made of *values*."""
        return replace(self.pessoa, endereco=_take_endereco(values), **values)

    def problems(self, pessoa: Pessoa) -> Sequence[Problem]:
        """Return what is wrong with *pessoa*."""
        return self.services.cadastros.problems_pessoa(pessoa)

    def save(self, pessoa: Pessoa) -> Pessoa:
        """Save *pessoa*."""
        return self.services.cadastros.save_pessoa(pessoa)


@dataclass
class ContaRecord:
    """A conta corrente in its form."""

    services: "Services"
    conta: Conta

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Conta corrente" if self.conta.id else "Nova conta corrente"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.conta)

    def build(self, values: dict[str, Any]) -> Conta:
        """Return the conta made of *values*."""
        return replace(self.conta, **(values | {"banco": values["banco"] or ""}))

    def problems(self, conta: Conta) -> Sequence[Problem]:
        """Return what is wrong with *conta*."""
        return self.services.cadastros.problems_conta(conta)

    def save(self, conta: Conta) -> Conta:
        """Save *conta*."""
        return self.services.cadastros.save_conta(conta)


@dataclass
class ConvenioRecord:
    """A convênio in its form.

    Attributes:
        bancos: Bank of each conta, by id.
        noticed: Fields whose problems are told before anybody touches them: how far the bank's format is to be trusted.
    """

    services: "Services"
    convenio: Convenio
    bancos: dict[int, str]
    noticed: tuple[str, ...] = ("formato",)

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Convênio" if self.convenio.id else "Novo convênio"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        values = _flat(self.convenio)
        encargos = values.pop("encargos")
        values |= {name: getattr(encargos, name) for name in _ENCARGOS}
        values["protesto_dias"], values["baixa_dias"] = encargos.protesto_dias, encargos.baixa_dias
        values["extras"] = [f"{name} = {value}" for name, value in self.convenio.extras.items()]
        return values

    def build(self, values: dict[str, Any]) -> Convenio:
        """Return the convênio made of *values*.

        Raises:
            ValueError: A number is no number.
        """
        encargos: dict[str, Any] = {name: values.pop(name) or 0 for name in _ENCARGOS}
        for name, kind in _TIPOS.items():
            encargos[name] = kind(encargos[name])  # a box gives back plain text
        for name in ("protesto_dias", "baixa_dias"):
            days = values.pop(name)
            encargos[name] = days if days >= 0 else None
        for name in ("nosso_numero_inicio", "nosso_numero_fim", "proximo_nosso_numero"):
            values[name] = int(values[name])
        pairs = (line.partition("=") for line in values.pop("extras"))
        extras = {name.strip(): value.strip() for name, _equals, value in pairs if name.strip()}
        conta_id = values["conta_id"] or 0
        banco = self.bancos.get(conta_id, "")
        return replace(
            self.convenio,
            **(values | {"conta_id": conta_id}),
            banco=banco,
            extras=extras,
            encargos=Encargos(**encargos),
        )

    def problems(self, convenio: Convenio) -> Sequence[Problem]:
        """Return what is wrong with *convenio*."""
        return self.services.cadastros.problems_convenio(convenio)

    def save(self, convenio: Convenio) -> Convenio:
        """Save *convenio*."""
        return self.services.cadastros.save_convenio(convenio)


@dataclass
class ContaReceberRecord:
    """A conta a receber in its form."""

    services: "Services"
    conta: ContaReceber

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Conta a receber" if self.conta.id else "Nova conta a receber"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        values = _flat(self.conta)
        values.pop("pessoa_id")
        return values | {"valor": self.conta.valor or None}

    def build(self, values: dict[str, Any]) -> ContaReceber:
        """Return the conta a receber made of *values*.

        Raises:
            ValueError: A date is missing.
        """
        if values["emissao"] is None or values["vencimento"] is None:
            raise ValueError("falta uma data")
        return replace(self.conta, **(values | {"valor": values["valor"] or 0}))

    def problems(self, conta: ContaReceber) -> Sequence[Problem]:
        """Return what is wrong with *conta*."""
        return self.services.contas_receber.problems(conta)

    def save(self, conta: ContaReceber) -> ContaReceber:
        """Save *conta*."""
        return self.services.contas_receber.save(conta)


def new_conta_receber(empresa_id: int, convenio_id: int | None, today: date) -> ContaReceber:
    """Return a conta a receber of today, due in thirty days."""
    return ContaReceber(
        empresa_id=empresa_id,
        codigo="",
        pessoa_id=0,
        convenio_id=convenio_id,
        documento="",
        emissao=today,
        vencimento=today + timedelta(days=_PRAZO),
        valor=0,
    )
