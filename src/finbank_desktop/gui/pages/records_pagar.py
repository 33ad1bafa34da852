"""How a convênio de pagamento, and where a favorecido is paid, are made of what stands in their forms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, TipoContaFavorecido
from finbank_desktop.domain.pagamentos import ConvenioPagamento
from finbank_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services


def _flat(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@dataclass
class ConvenioPagamentoRecord:
    """A convênio de pagamento in its form.

    Attributes:
        bancos: Bank of each conta, by id.
    """

    services: "Services"
    convenio: ConvenioPagamento
    bancos: dict[int, str]

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Convênio de pagamento" if self.convenio.id else "Novo convênio de pagamento"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.convenio) | {"extras": [f"{name} = {value}" for name, value in self.convenio.extras.items()]}

    def build(self, values: dict[str, Any]) -> ConvenioPagamento:
        """Return the convênio made of *values*."""
        pairs = (line.partition("=") for line in values.pop("extras"))
        extras = {name.strip(): value.strip() for name, _equals, value in pairs if name.strip()}
        conta_id = values.pop("conta_id") or 0
        banco = self.bancos.get(conta_id, self.convenio.banco)
        return replace(self.convenio, **values, conta_id=conta_id, banco=banco, extras=extras)

    def problems(self, convenio: ConvenioPagamento) -> Sequence[Problem]:
        """Return what is wrong with *convenio*; a bank without payments is said beside the conta that has it."""
        found = self.services.convenios_pagamento.problems(convenio)
        taken = any(problem.field == "conta_id" for problem in found)
        return [replace(p, field="conta_id") for p in found if p.field == "banco" and not taken] + [
            problem for problem in found if problem.field != "banco"
        ]

    def save(self, convenio: ConvenioPagamento) -> ConvenioPagamento:
        """Save *convenio*."""
        return self.services.convenios_pagamento.save(convenio)


@dataclass
class ContaFavorecidoRecord:
    """An account of a favorecido in its form."""

    services: "Services"
    conta: ContaBancaria

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Conta do favorecido" if self.conta.id else "Nova conta do favorecido"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.conta)

    def build(self, values: dict[str, Any]) -> ContaBancaria:
        """Return the account made of *values*."""
        tipo = TipoContaFavorecido(values.pop("tipo"))  # a box gives back plain text
        return replace(self.conta, **values, tipo=tipo)

    def problems(self, conta: ContaBancaria) -> Sequence[Problem]:
        """Return what is wrong with *conta*."""
        return self.services.favorecidos.problems_conta(conta)

    def save(self, conta: ContaBancaria) -> ContaBancaria:
        """Save *conta*."""
        return self.services.favorecidos.save_conta(conta)


@dataclass
class ChavePixRecord:
    """A Pix key of a favorecido in its form."""

    services: "Services"
    chave: ChavePixFavorecido

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Chave Pix" if self.chave.id else "Nova chave Pix"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _flat(self.chave)

    def build(self, values: dict[str, Any]) -> ChavePixFavorecido:
        """Return the key made of *values*."""
        return replace(self.chave, **(values | {"tipo": TipoChave(values["tipo"])}))

    def problems(self, chave: ChavePixFavorecido) -> Sequence[Problem]:
        """Return what is wrong with *chave*."""
        return self.services.favorecidos.problems_chave(chave)

    def save(self, chave: ChavePixFavorecido) -> ChavePixFavorecido:
        """Save *chave*."""
        return self.services.favorecidos.save_chave(chave)
