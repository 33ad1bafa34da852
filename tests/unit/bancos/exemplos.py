"""A complete convênio and account of every bank, for whatever is to hold at all of them: one row by code.

A new bank, or one whose files begin to be written, gets what it asks for here, and every such test has it.
"""

from dataclasses import fields, replace
from typing import Any

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos

COMPLETO: dict[str, dict[str, Any]] = {
    "001": {"convenio": "1234567", "carteira": "17", "variacao": "019"},
    "003": {"convenio": "1234", "agencia": "123"},
    "004": {"carteira": "21"},
    "021": {"variacao": "4", "carteira": "1"},
    "025": {"carteira": "11", "codigo_beneficiario": "4587"},
    "033": {
        "codigo_beneficiario": "1234567",
        "carteira": "101",
        "extras": {"codigo_transmissao": "123400001234567"},
    },
    "041": {"codigo_beneficiario": "900015046", "agencia": "1102", "carteira": "1"},
    "047": {"agencia": "12", "carteira": "1"},
    "070": {"agencia": "082", "carteira": "2", "fim": 999_999},
    "077": {"carteira": "110", "extras": {"operacao": "1234567"}},
    "084": {"codigo_beneficiario": "4587"},
    "085": {"convenio": "101104", "carteira": "01"},
    "089": {"carteira": "1", "modalidade": "01"},
    "091": {"codigo_beneficiario": "12345", "carteira": "21"},
    "097": {"convenio": "6641", "carteira": "18", "especie": "DMI", "fim": 999_999},
    "099": {"codigo_beneficiario": "4587"},
    "104": {"codigo_beneficiario": "123456", "carteira": "14"},
    "107": {"codigo_beneficiario": "4587"},
    "136": {"codigo_beneficiario": "12345", "carteira": "21"},
    "174": {"codigo_beneficiario": "123456789012", "carteira": "20"},
    "208": {"carteira": "01"},
    "218": {"codigo_beneficiario": "1234567", "carteira": "21"},
    "224": {"carteira": "110"},
    "237": {"codigo_beneficiario": "4587", "carteira": "09"},
    "274": {"codigo_beneficiario": "4587"},
    "310": {"codigo_beneficiario": "4587"},
    "322": {"convenio": "1234"},
    "329": {"codigo_beneficiario": "4587"},
    "336": {"codigo_beneficiario": "123456789012", "carteira": "20"},
    "341": {"carteira": "109"},
    "389": {"codigo_beneficiario": "012345678", "carteira": "06", "modalidade": "22", "fim": 999_999},
    "403": {"carteira": "01"},
    "422": {"carteira": "1"},
    "435": {"agencia": "0019", "carteira": "121", "codigo_beneficiario": "10138CLIENTE"},
    "457": {"codigo_beneficiario": "4587"},
    "530": {"carteira": "110", "codigo_beneficiario": "444601"},
    "643": {"carteira": "112"},
    "655": {"convenio": "400", "carteira": "500"},
    "743": {"carteira": "02"},
    "745": {
        "codigo_beneficiario": "0305080446",
        "carteira": "3",
        "extras": {"portfolio": "621", "codigo_transmissao": "17777751042700080112"},
    },
    "748": {"codigo_beneficiario": "129", "carteira": "1", "extras": {"posto": "65"}, "especie": "DMI", "fim": 99_999},
    "756": {"codigo_beneficiario": "512231", "carteira": "1", "modalidade": "01"},
}
"""What a bank needs beside agência and conta; of the families, nothing here is missing.

``agencia``, ``conta`` and their digits go into the account, ``fim`` is the last nosso número.
"""
POR_FORMATO: dict[tuple[str, str], dict[str, Any]] = {
    ("097", "400"): {"encargos": Encargos(baixa_dias=90)},
    ("246", "240"): {"carteira": "110"},
}
"""What a bank needs besides, or instead, in one size: ``("237", "240"): {...}``."""
_AUTBANK = {"carteira": "121", "codigo_beneficiario": "CLIENTE0001", "extras": {"operacao": "1934436"}}
_DA_FAMILIA = ("212", "224", "246", "604", "633", "637", "643", "707")
_DA_CONTA = frozenset(("agencia", "agencia_dv", "conta", "conta_dv"))


def conta(banco: str, formato: str = "") -> Conta:
    dados = {"agencia": "1234", "agencia_dv": "5", "conta": "56789", "conta_dv": "0"}
    proprios = {nome: valor for nome, valor in _exemplo(banco, formato).items() if nome in _DA_CONTA}
    return Conta(empresa_id=1, codigo="1", descricao="", banco=banco, **(dados | proprios))


def convenio(banco: str, formato: str = "400", **mudado: Any) -> Convenio:
    dados = {**_exemplo(banco, formato), **mudado}
    fim = dados.pop("fim", 9_999_999)
    base = Convenio(empresa_id=1, codigo="1", descricao="", conta_id=1, banco=banco, formato=formato, carteira="09")
    conhecidos = {campo.name for campo in fields(base)}
    assert set(dados) - _DA_CONTA <= conhecidos, f"o exemplo do banco {banco} tem um campo que convênio não tem"
    return replace(base, nosso_numero_fim=fim, **{nome: dados[nome] for nome in dados if nome not in _DA_CONTA})


def _exemplo(banco: str, formato: str) -> dict[str, Any]:
    familia = _AUTBANK if banco in _DA_FAMILIA else {}
    return {**familia, **COMPLETO.get(banco, {}), **POR_FORMATO.get((banco, formato), {})}
