"""One title of a bank's example convênio, written: the lines of the file, to be compared with what manuals print."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.cnab.remessa import render
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Empresa, Endereco, Pessoa
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from tests.unit.bancos.exemplos import conta, convenio

EMISSAO, VENCIMENTO = date(2026, 11, 20), date(2026, 12, 18)
GERACAO = datetime(2026, 11, 20, 10, 30)  # noqa: DTZ001 - bank files know no time zone
EMPRESA = Empresa(codigo="001", razao_social="Empresa Exemplo Ltda.", documento="11222333000181")
PAGADOR = Pessoa(
    empresa_id=1,
    codigo="1",
    nome="Maria de Exemplo",
    documento="52998224725",
    endereco=Endereco(
        logradouro="Rua do Modelo", numero="10", bairro="Centro", cidade="São Paulo", uf="SP", cep="01310100"
    ),
)


def dados(place: tuple[str, str], **mudado: Any) -> DadosRemessa:
    """Return a remessa with boleto number 4321 of R$ 1.234,56; *mudado* goes to the boleto, but what is named here."""
    base = convenio(*place, **mudado.pop("convenio", {}))
    da_conta = replace(conta(*place), **mudado.pop("conta", {}))
    extras = {nome: mudado.pop(nome) for nome in ("comando", "beneficiario_final") if nome in mudado}
    sequencial, valor = mudado.pop("sequencial", 4321), mudado.pop("valor", 123_456)
    reckoned = dados_from(base, da_conta, sequencial=sequencial, numero_documento="000123")
    calculo = registry.find(base.banco).calculate(
        replace(
            reckoned,
            vencimento=VENCIMENTO,
            valor=valor,
            data_documento=EMISSAO,
            data_processamento=EMISSAO,
            beneficiario_documento=EMPRESA.documento,
        )
    )
    given: dict[str, Any] = {
        "id": 77,
        "nosso_numero": calculo.nosso_numero,
        "nosso_numero_dv": calculo.nosso_numero_dv,
        "nosso_numero_impresso": calculo.nosso_numero_impresso,
        "agencia_codigo_beneficiario": calculo.agencia_codigo_beneficiario,
        **mudado,
    }
    boleto = Boleto(
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=sequencial,
        numero_documento="000123",
        codigo_barras="",
        linha_digitavel="",
        emissao=EMISSAO,
        vencimento=VENCIMENTO,
        valor=valor,
        **given,
    )
    titulo = TituloRemessa(boleto=boleto, pagador=PAGADOR, **extras)
    return DadosRemessa(empresa=EMPRESA, conta=da_conta, convenio=base, sequencia=7, geracao=GERACAO, titulos=(titulo,))


def lines(place: tuple[str, str], **mudado: Any) -> list[str]:
    """Return the lines of the file; for *mudado* see `dados`."""
    escrita = render(dados(place, **mudado))
    assert [problem.message for problem in escrita.problems if problem.is_error] == []
    return escrita.data.decode("ascii").split("\r\n")


def detalhe(place: tuple[str, str], **mudado: Any) -> str:
    """Return the first line of the title: the second of the file, with lots the third."""
    return lines(place, **mudado)[2 if place[1] == "240" else 1]


def at(line: str, inicio: int, fim: int) -> str:
    """Return positions *inicio* to *fim*, counted from 1 as manuals do."""
    return line[inicio - 1 : fim]


def refused(place: tuple[str, str], **mudado: Any) -> str:
    """Return the field for which the bank's module refuses the title."""
    given = dados(place, **mudado)
    with pytest.raises(BancoError) as caught:
        registry.find(place[0]).remessa_titulo(given, given.titulos[0], place[1])
    return caught.value.field
