"""How a conta a pagar is made of what stands in its form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.documentos import compact
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.tributos import TipoTributo, Tributo, Veiculo
from finbank_desktop.gui.pages.conta_pagar_campos import DA_FORMA, DE_CARRO, DEPENDEM, DO_TRIBUTO, DO_VEICULO

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

_PRAZO = 30
_ANO = 4
_INTEIROS = ("valor_principal", "multa", "juros", "desconto", "outras_entidades", "atualizacao")
_BRANCO: Mapping[str, Any] = {
    "conta_favorecido_id": None,
    "chave_favorecido_id": None,
    "codigo_barras": "",
    "pix_qr": "",
    "pix_txid": "",
    "final_nome": "",
    "final_documento": "",
    "tributo": None,
}
"""What a dependent field holds when the form of payment does not have it."""


@dataclass
class ContaPagarRecord:
    """A conta a pagar in its form."""

    services: "Services"
    conta: ContaPagar

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return f"Conta a pagar {self.conta.codigo}" if self.conta.id else "Nova conta a pagar"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        values = {name: getattr(self.conta, name) for name in self.conta.__dataclass_fields__}
        values.pop("pessoa_id")  # the picker is told with the name
        tributo = values.pop("tributo")
        for name in ("valor", "desconto", "acrescimos"):
            values[name] = values[name] or None
        return values | {"leitura": ""} | _of_tributo(tributo)

    def build(self, values: dict[str, Any]) -> ContaPagar:
        """Return the conta a pagar made of *values*.

        Raises:
            ValueError: A date is missing.
        """
        values.pop("leitura")
        if values["emissao"] is None or values["vencimento"] is None:
            raise ValueError("falta uma data")
        forma = FormaPagamento(values.pop("forma")) if values["forma"] else values.pop("forma")
        tributo = _tributo(values) if forma is FormaPagamento.TRIBUTO else None
        own = {name: value for name, value in values.items() if name in _PROPRIOS}
        for name in ("valor", "desconto", "acrescimos"):
            own[name] = own[name] or 0
        own["pessoa_id"] = own["pessoa_id"] or None
        if own["pessoa_id"]:
            own["nome"] = ""
        own |= {name: _BRANCO[name] for name in DEPENDEM if name not in DA_FORMA[forma]}
        return replace(self.conta, **(own | {"forma": forma or None, "tributo": tributo}))

    def problems(self, conta: ContaPagar) -> Sequence[Problem]:
        """Return what is wrong with *conta*."""
        return self.services.contas_pagar.problems(conta)

    def save(self, conta: ContaPagar) -> ContaPagar:
        """Save *conta*."""
        return self.services.contas_pagar.save(conta)


_PROPRIOS = frozenset(each.name for each in fields(ContaPagar))


def _of_tributo(tributo: Tributo | None) -> dict[str, Any]:
    """Return the fields of a guia as the form calls them; without one they are empty."""
    if tributo is None:
        return {"tributo": TipoTributo.GPS, "v_opcao_pagamento": "2"}
    values: dict[str, Any] = {f"t_{each.name}": getattr(tributo, each.name) for each in fields(tributo)}
    for name in (*_INTEIROS, "receita_bruta", "percentual"):
        values[f"t_{name}"] = values[f"t_{name}"] or None
    veiculo = tributo.veiculo
    if veiculo is not None:
        values |= {f"v_{each.name}": getattr(veiculo, each.name) for each in fields(veiculo)}
    return values | {"tributo": tributo.tipo}


def _tributo(values: Mapping[str, Any]) -> Tributo:
    tipo = TipoTributo(values["tributo"])
    asked = {name: values[f"t_{name}"] for name in DO_TRIBUTO[tipo]}
    for name in (*_INTEIROS, "receita_bruta", "percentual"):
        if name in asked:
            asked[name] = asked[name] or 0
    asked["contribuinte_documento"] = compact(asked["contribuinte_documento"])
    if "competencia" in asked:
        asked["competencia"] = "".join(letter for letter in asked["competencia"] if letter.isdigit())
    if "codigo_barras" in asked:
        asked["codigo_barras"] = "".join(letter for letter in asked["codigo_barras"] if letter.isdigit())
    veiculo = _veiculo(values) if tipo in DE_CARRO else None
    return Tributo(tipo=tipo, veiculo=veiculo, **asked)


def _veiculo(values: Mapping[str, Any]) -> Veiculo:
    asked = {name: values[f"v_{name}"] for name in DO_VEICULO}
    ano = str(asked.pop("ano_base"))
    asked["uf"], asked["placa"] = asked["uf"].upper(), asked["placa"].upper()
    return Veiculo(**asked, ano_base=int(ano) if ano.isdigit() and len(ano) == _ANO else 0)


def new_conta_pagar(empresa_id: int, today: date) -> ContaPagar:
    """Return a conta a pagar of today, due in thirty days."""
    return ContaPagar(empresa_id=empresa_id, emissao=today, vencimento=today + timedelta(days=_PRAZO), valor=0)
