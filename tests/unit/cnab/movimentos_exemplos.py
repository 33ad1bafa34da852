"""Payments and debits with made-up people, as the tests of remessas and returns want them."""

from datetime import date, datetime
from typing import Any

from finbank_desktop.domain import chaves_pix
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco
from finbank_desktop.domain.debitos import Consentimento, ConvenioDebito, DadosDebito, Debito
from finbank_desktop.domain.pagamentos import (
    ContaFavorecido,
    ConvenioPagamento,
    DadosPagamento,
    Favorecido,
    FormaPagamento,
    Pagamento,
)
from finbank_desktop.domain.tributos import TipoTributo, Tributo

DIA = date(2026, 12, 1)
GERACAO = datetime(2026, 11, 20, 10, 30)  # noqa: DTZ001 - a bank's file has no time zone
EMPRESA = Empresa(
    codigo="001",
    razao_social="Papelaria Exemplo Ltda",
    documento="11222333000181",
    endereco=Endereco(logradouro="Rua das Flores", numero="12", cidade="São Paulo", uf="SP", cep="01001000"),
)
CPF = "52998224725"
# FEBRABAN's printed example of a telephone bill (layout de arrecadação).
CONTA_DE_LUZ = "84670000001435900240200240500024384221010811"
# Banco do Brasil's worked example of a boleto (R$ 135,00).
BOLETO = "00193373700000001000500940144816060680935031"
BANCOS = ("001", "033", "041", "077", "085", "104", "133", "136", "237", "341", "422", "745", "748", "756")


def conta(banco: str) -> Conta:
    return Conta(
        empresa_id=1,
        codigo="1",
        descricao="Conta",
        banco=banco,
        agencia="0123",
        agencia_dv="6",
        conta="45678",
        conta_dv="0",
    )


def favorecido(banco: str) -> Favorecido:
    return Favorecido(
        nome="Fornecedor Inventado",
        documento=CPF,
        conta=ContaFavorecido(banco=banco, agencia="1234", agencia_dv="1", conta="56789", conta_dv="5"),
        chave_pix=chaves_pix.parse("fulana@exemplo.com.br"),
    )


def pagamento(forma: FormaPagamento, banco: str, numero: str = "1", valor: int = 12345) -> Pagamento:
    """Return a payment that a convênio of *banco* can make."""
    outro = "237" if banco != "237" else "001"
    proprio = forma in (FormaPagamento.CREDITO_EM_CONTA, FormaPagamento.CREDITO_POUPANCA)
    quem = favorecido(banco if proprio else outro)
    usual: dict[str, Any] = {"seu_numero": numero, "forma": forma, "data_pagamento": DIA}
    match forma:
        case FormaPagamento.BOLETO:
            return Pagamento(**usual, favorecido=quem, codigo_barras=BOLETO, valor=100)
        case FormaPagamento.CONCESSIONARIA:
            luz = Favorecido(nome="Luz Inventada")
            return Pagamento(**usual, favorecido=luz, codigo_barras=CONTA_DE_LUZ, valor=14359)
        case FormaPagamento.TRIBUTO:
            receita = Favorecido(nome="Receita Federal")
            guia = Tributo(
                tipo=TipoTributo.DARF,
                receita="0220",
                contribuinte_nome="Papelaria Exemplo",
                contribuinte_documento=EMPRESA.documento,
                periodo_apuracao=date(2026, 10, 31),
                vencimento=DIA,
                valor_principal=valor,
            )
            return Pagamento(**usual, favorecido=receita, tributo=guia, valor=valor)
        case FormaPagamento.PIX_QR:
            return Pagamento(**usual, favorecido=quem, pix_qr="pix.exemplo.com/Abc", pix_txid="TX1", valor=valor)
    return Pagamento(**usual, favorecido=quem, valor=valor)


def dados(banco: str, *pagamentos: Pagamento, convenio: str = "123456", **extras: str) -> DadosPagamento:
    return DadosPagamento(
        empresa=EMPRESA,
        conta=conta(banco),
        convenio=ConvenioPagamento(codigo="P1", banco=banco, convenio=convenio, extras=extras),
        sequencia=7,
        geracao=GERACAO,
        pagamentos=pagamentos,
    )


def consentimento(banco: str) -> Consentimento:
    return Consentimento(
        cliente_empresa="C001",
        nome="Cliente Inventado",
        documento=CPF,
        banco=banco,
        agencia="123",
        conta="4567",
        conta_dv="8",
        operacao="013" if banco == "104" else "",
    )


def debito(banco: str, numero: str = "D1", valor: int = 1234, **changes: Any) -> Debito:
    usual: dict[str, Any] = {
        "seu_numero": numero,
        "consentimento": consentimento(banco),
        "valor": valor,
        "vencimento": DIA,
    }
    return Debito(**(usual | changes))


def dados_debito(banco: str, *debitos: Debito, formato: str = "150", versao: str = "") -> DadosDebito:
    return DadosDebito(
        empresa=EMPRESA,
        conta=conta(banco),
        convenio=ConvenioDebito(codigo="D1", banco=banco, convenio="12345", formato=formato, versao_layout=versao),
        sequencia=3,
        geracao=GERACAO,
        debitos=debitos,
    )
