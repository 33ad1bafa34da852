"""Inter's own fields, CNAB 400.

Sources: Inter, "Conta digital PJ, manual CNAB 400" (positions), which knows carteira 112, whose number only the bank
gives; for carteira 110, where the beneficiary numbers, BoletoNet/BoletoNetCore and ACBr, which put number and digit
where the manual has zeros. Interest goes as an amount a day: the percentage is one of a day in the manual and one of a
month in laravel-boleto and BoletoNetCore. Both of these write kind 01 for a duplicata, the manual 99, outros.
"""

from datetime import timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Inter"
_NUMERADA_PELO_BANCO = "112"
_CONTA = 10
_LIMITES = (30, 60)
_LIMITE_USUAL = 60
"""Days after the due date for which the boleto is still paid: laravel-boleto and BoletoNetCore always write 60."""
_MULTA = {TipoMulta.ISENTA: "0", TipoMulta.VALOR: "1", TipoMulta.PERCENTUAL: "2"}


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - nothing is particular
    """Return the bank's own fields of the opening record: none."""
    return {}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    limites.client_prints(dados.convenio, _NOME)
    limites.without_aceite(boleto, _NOME)
    if encargos.protesto_dias is not None:
        raise BancoError("protesto_dias", "a remessa do Inter não leva protesto; combine-o com o banco")
    return {
        **_multa_e_juros(boleto),
        **_desconto(boleto),
        "identificacao_empresa": _identificacao(dados),
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "dias_limite_pagamento": _limite(boleto),
        "especie": especies.find(especies.INTER_400, boleto.especie),
    }


def _identificacao(dados: DadosRemessa) -> str:
    """Return 17 digits: carteira, agência, and the account with its digit."""
    carteira, conta = dados.convenio.carteira, dados.conta
    if carteira == _NUMERADA_PELO_BANCO:
        raise BancoError("carteira", "na carteira 112 é o Inter que dá o nosso número; use a 110")
    numero = conta.conta + conta.conta_dv
    if len(numero) > _CONTA:
        raise BancoError("conta", f"no Inter a conta com o dígito tem até {_CONTA} algarismos")
    return carteira.zfill(3) + conta.agencia.zfill(4) + numero.zfill(_CONTA)


def _limite(boleto: Boleto) -> int:
    dias = boleto.encargos.baixa_dias
    if dias not in (None, *_LIMITES):
        raise BancoError("baixa_dias", f"o Inter recebe até 30 ou 60 dias após o vencimento, não {dias}")
    return _LIMITE_USUAL if dias is None else dias


def _multa_e_juros(boleto: Boleto) -> Campos:
    encargos, amanha = boleto.encargos, boleto.vencimento + timedelta(days=1)
    tipo, juros = encargos.multa_tipo, encargos.juros_por_dia(boleto.valor)
    return {
        "multa_codigo": _MULTA[tipo],
        "multa_valor": encargos.multa if tipo is TipoMulta.VALOR else 0,
        "multa_percentual": encargos.multa if tipo is TipoMulta.PERCENTUAL else 0,
        "multa_data": None if tipo is TipoMulta.ISENTA else amanha,
        "juros_codigo": "1" if juros else "0",
        "juros_valor": juros,
        "juros_data": amanha if juros else None,
    }


def _desconto(boleto: Boleto) -> Campos:
    desconto = limites.discount_in_amount(boleto)
    return {
        "desconto_codigo": desconto["desconto1_codigo"],
        "desconto1_data": desconto["desconto1_data"],
        "desconto1_valor": desconto["desconto1_valor_percentual"],
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
