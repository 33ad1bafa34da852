"""Every adapter with an account that is complete and a title it takes: for what is to hold at all of them."""

from dataclasses import replace
from typing import Any

from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from tests.unit.gateway.provas import conta_api, titulo

PARAMETROS: dict[str, dict[str, str]] = {
    "inter": {"client_id": "id"},
    "bb": {"client_id": "id", "agencia": "452", "conta": "123873"},
    "sicredi": {"cooperativa": "6789", "posto": "03", "codigo_beneficiario": "12345"},
    "sicoob": {"client_id": "id", "numero_cliente": "25546454"},
    "santander": {"client_id": "id", "workspace": "w", "covenant_code": "3567206"},
    "itau": {"client_id": "id", "id_beneficiario": "150000052061"},
    "asaas": {},
    "kobana": {},
    "bradesco": {
        "client_id": "id",
        "cnpj": "11222333000181",
        "agencia": "1234",
        "conta": "0012345",
        "carteira": "09",
    },
    "caixa": {"codigo_beneficiario": "200656", "agencia": "1679", "cnpj": "11222333000181"},
    "c6": {"client_id": "id"},
    "cora": {"client_id": "id"},
    "cresol": {"client_id": "id", "usuario": "u"},
    "banrisul": {"client_id": "id", "codigo_beneficiario": "0010000001088"},
}
TITULOS: dict[str, dict[str, Any]] = {
    "bb": {
        "boleto": {"nosso_numero": "31285570000000001"},
        "convenio": {"convenio": "3128557", "variacao": "35"},
    },
    "sicredi": {"boleto": {"nosso_numero": "26200001", "nosso_numero_dv": "5"}},
    "sicoob": {"boleto": {"nosso_numero": "0000001", "nosso_numero_dv": "9"}},
    "santander": {"boleto": {"nosso_numero": "000000000001"}},
    "bradesco": {"boleto": {"nosso_numero": "00000000001"}, "convenio": {"carteira": "09"}},
    "cresol": {"boleto": {"nosso_numero": "00000000001"}},
    "caixa": {"boleto": {"nosso_numero": "14000000099222698", "encargos": Encargos(baixa_dias=30)}},
    "banrisul": {"boleto": {"nosso_numero": "00000001", "nosso_numero_dv": "38"}},
    "itau": {"boleto": {"nosso_numero": "00000001"}, "convenio": {"carteira": "109"}},
}
VALORES: dict[str, dict[str, str]] = {
    "inter": {
        "valor": "valorNominal",
        "vencimento": "dataVencimento",
        "multa": "multa",
        "juros": "mora",
        "desconto": "desconto",
    },
    "bb": {
        "valor": "valorOriginal",
        "vencimento": "dataVencimento",
        "multa": "multa",
        "juros": "jurosMora",
        "desconto": "desconto",
    },
    "sicredi": {
        "valor": "valor",
        "vencimento": "dataVencimento",
        "multa": "multa",
        "juros": "juros",
        "desconto": "valorDesconto1",
    },
    "sicoob": {
        "valor": "valor",
        "vencimento": "dataVencimento",
        "multa": "valorMulta",
        "juros": "valorJurosMora",
        "desconto": "valorPrimeiroDesconto",
    },
    "santander": {
        "valor": "nominalValue",
        "vencimento": "dueDate",
        "multa": "finePercentage",
        "juros": "interestPercentage",
        "desconto": "discount.discountOne.value",
    },
    "asaas": {
        "valor": "value",
        "vencimento": "dueDate",
        "multa": "fine.value",
        "juros": "interest.value",
        "desconto": "discount.value",
    },
    "kobana": {
        "valor": "amount",
        "vencimento": "expire_at",
        "multa": "fine_",
        "juros": "interest_",
        "desconto": "discount_",
    },
    "c6": {
        "valor": "amount",
        "vencimento": "due_date",
        "multa": "fine.value",
        "juros": "interest.value",
        "desconto": "discount.first.value",
    },
    "cresol": {
        "valor": "valorNominal",
        "vencimento": "dtVencimento",
        "multa": "valorMulta",
        "juros": "valorJuros",
        "desconto": "valorDesconto",
    },
    "banrisul": {
        "valor": "titulo.valor_nominal",
        "vencimento": "titulo.data_vencimento",
        "multa": "titulo.instrucoes.multa",
        "juros": "titulo.instrucoes.juros",
        "desconto": "titulo.instrucoes.desconto",
    },
}
"""Where each bank keeps what must come back as it went, by the names of the banks' own documents (gateway.md, 1.3)."""


def conta_de(nome: str) -> ContaApi:
    """Return a complete account."""
    return conta_api(nome, Ambiente.PRODUCAO, **PARAMETROS[nome])


def titulo_de(nome: str, **boleto: Any) -> TituloRegistro:
    """Return a title that the adapter takes as it stands."""
    partes: dict[str, Any] = {parte: dict(valores) for parte, valores in TITULOS.get(nome, {}).items()}
    inteiro = titulo(**partes)
    return replace(inteiro, boleto=replace(inteiro.boleto, **boleto))
