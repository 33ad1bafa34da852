"""What a boleto becomes once the bank has it: number, codes and Pix as the bank gave them."""

from collections.abc import Sequence
from dataclasses import replace

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.codigo_barras import TAMANHO_CAMPO_LIVRE, CodigoBarrasError
from finbank_desktop.domain.registro import Ambiente
from finbank_desktop.gateway.port import TituloNoBanco
from finbank_desktop.services import boletos_codigo
from finbank_desktop.services.boletos_texto import SO_HOMOLOGACAO
from finbank_desktop.services.registros.conferencia import both_codes, digits, reckoned
from finbank_desktop.services.registros.titulos import Cadastro


def filled(de: Cadastro, boleto: Boleto, dito: TituloNoBanco) -> Boleto:
    """Return *boleto* as the bank registered it."""
    detalhe = SO_HOMOLOGACAO if de.conta_api.ambiente is Ambiente.HOMOLOGACAO else ""
    feito = replace(
        boleto, no_banco=NoBanco.REGISTRADO_POR_API, no_banco_detalhe=detalhe, pix=dito.pix or boleto.pix, comando="01"
    )
    try:
        barras, linha = both_codes(dito)
    except CodigoBarrasError:  # none was given, or one that no one may print; what we reckoned stands
        return feito if de.bank_numbers else _coded(de, feito)
    feito = _numbered(de, feito, dito, barras) if de.bank_numbers else feito
    return replace(feito, codigo_barras=barras, linha_digitavel=linha)


def held(boleto: Boleto, divergencias: Sequence[str]) -> Boleto:
    """Return *boleto*, which the bank has, but not as it was asked for: its own codes are left as they are."""
    return replace(
        boleto,
        no_banco=NoBanco.REGISTRADO_POR_API,
        no_banco_detalhe=f"Confira antes de imprimir: {'; '.join(divergencias)}",
    )


def _coded(de: Cadastro, boleto: Boleto) -> Boleto:
    feito, _ = boletos_codigo.with_codigo(boleto, de.convenio, de.conta, de.empresa)
    return feito


def _numbered(de: Cadastro, boleto: Boleto, dito: TituloNoBanco, barras: str) -> Boleto:
    """Return *boleto* under the bank's number, by its rules where they are known, else as it came."""
    numero = digits(dito.nosso_numero) or dito.nosso_numero or dito.referencia
    calculo = reckoned(de, boleto, numero)
    if calculo is None or calculo.campo_livre != barras[-TAMANHO_CAMPO_LIVRE:]:
        conta = "-".join(parte for parte in (de.conta.conta, de.conta.conta_dv) if parte)
        return replace(
            boleto,
            nosso_numero=numero,
            nosso_numero_dv="",
            nosso_numero_impresso=dito.nosso_numero or numero,
            agencia_codigo_beneficiario=f"{de.conta.agencia} / {de.convenio.codigo_beneficiario or conta}",
            carteira_impressa=de.convenio.carteira,
        )
    return replace(
        boleto,
        nosso_numero=calculo.nosso_numero,
        nosso_numero_dv=calculo.nosso_numero_dv,
        nosso_numero_impresso=dito.nosso_numero or calculo.nosso_numero_impresso,
        agencia_codigo_beneficiario=calculo.agencia_codigo_beneficiario,
        carteira_impressa=calculo.carteira_impressa,
    )
