"""Whether what a bank says it registered is what was asked: codes, amounts, dates, numbers and Pix compared.

A code that fails its own check digits, or says another amount or due date than the title, would be paid wrongly. The
fator de vencimento began again at 1000 on 2025-02-22 (FEBRABAN): it is compared with the title's own.
"""

from collections.abc import Iterator
from dataclasses import replace

from finbank_desktop.bancos import calculo, registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.domain import codigo_barras as codigos
from finbank_desktop.domain import pix
from finbank_desktop.domain.boletos import Boleto, Calculo
from finbank_desktop.domain.calendario import fator_vencimento
from finbank_desktop.domain.codigo_barras import CodigoBarras, CodigoBarrasError
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gateway import confronto
from finbank_desktop.gateway.port import TituloNoBanco
from finbank_desktop.services.registros.titulos import Cadastro, is_provisional


def divergences(de: Cadastro, pedido: TituloRegistro, dito: TituloNoBanco) -> Iterator[str]:
    """Yield in words what the bank says otherwise than it was asked; nothing when all agrees."""
    boleto = pedido.boleto
    yield from confronto.diferencas(dito, pedido)
    if dito.nosso_numero and not de.bank_numbers and not _same_number(dito.nosso_numero, boleto):
        yield f"o banco diz nosso número {dito.nosso_numero}, o boleto é o {boleto.nosso_numero_impresso}"
    yield from _codes(de, pedido, dito)
    if dito.pix and (motivo := pix.fault(dito.pix, boleto.valor)):
        yield f"o código Pix não serve: {motivo}"


def digits(texto: str) -> str:
    """Return the digits of a code as banks print it, with points and blanks."""
    return "".join(letra for letra in texto if letra.isascii() and letra.isdigit())


def both_codes(dito: TituloNoBanco) -> tuple[str, str]:
    """Return barcode and linha digitável, the one made of the other where the bank gave only one.

    Raises:
        CodigoBarrasError: One of them cannot be right, or they are of two boletos.
    """
    linha, barras = digits(dito.linha_digitavel), digits(dito.codigo_barras)
    if linha:
        de_linha = codigos.to_codigo_barras(linha)
        if barras and barras != de_linha:
            codigos.parse_codigo_barras(barras)
            raise CodigoBarrasError("a linha digitável e o código de barras são de boletos diferentes")
        barras = de_linha
    codigos.parse_codigo_barras(barras)
    return barras, codigos.to_linha_digitavel(barras)


def reckoned(de: Cadastro, boleto: Boleto, nosso_numero: str) -> Calculo | None:
    """Return what the bank's rules make of a number it gave; ``None`` where they are not known or do not fit."""
    dados = calculo.dados_from(de.convenio, de.conta, sequencial=0, numero_documento=boleto.numero_documento)
    dados = replace(
        dados,
        nosso_numero=digits(nosso_numero),
        data_documento=boleto.emissao,
        data_processamento=boleto.emissao,
        beneficiario_documento=de.empresa.documento,
    )
    try:
        return calculo.calculate(de.convenio.banco, dados).calculo
    except (BancoError, UnknownBancoError):
        return None


def _codes(de: Cadastro, pedido: TituloRegistro, dito: TituloNoBanco) -> Iterator[str]:
    boleto = pedido.boleto
    if not digits(dito.linha_digitavel) and not digits(dito.codigo_barras):
        if dito.linha_digitavel or dito.codigo_barras:
            yield "o banco não deu um código de barras que se possa ler"
        return
    try:
        barras, _ = both_codes(dito)
    except CodigoBarrasError as error:
        yield str(error)
        return
    lido = codigos.parse_codigo_barras(barras)
    if lido.banco not in _bancos(de):
        yield f"o código de barras é do banco {lido.banco}, não do {de.convenio.banco}"
    if lido.valor != boleto.valor:
        yield f"o código de barras diz {format_brl(lido.valor)}, o boleto é de {format_brl(boleto.valor)}"
    if lido.fator != fator_vencimento(boleto.vencimento):
        yield f"o código de barras diz outro vencimento que {boleto.vencimento:%d/%m/%Y}"
    yield from _campo_livre(de, boleto, dito, lido)


def _campo_livre(de: Cadastro, boleto: Boleto, dito: TituloNoBanco, lido: CodigoBarras) -> Iterator[str]:
    if not is_provisional(boleto) and boleto.codigo_barras and not de.bank_numbers:
        if lido.campo_livre != boleto.codigo_barras[-codigos.TAMANHO_CAMPO_LIVRE :]:
            yield "o campo livre do código de barras não é o que o convênio daria: confira carteira e nosso número"
        return
    numero = digits(dito.nosso_numero)
    feito = reckoned(de, boleto, numero) if numero else None
    if feito is not None and feito.campo_livre != lido.campo_livre and numero.lstrip("0") not in lido.campo_livre:
        yield "o nosso número que o banco deu não está no código de barras"


def _same_number(dito: str, boleto: Boleto) -> bool:
    """Whether two numbers agree: with or without zeros in front, check digit, or what the bank prints before it."""
    delas, nosso = digits(dito).lstrip("0"), digits(boleto.nosso_numero).lstrip("0")
    com_dv = nosso + digits(boleto.nosso_numero_dv)
    return delas in (nosso, com_dv, digits(boleto.nosso_numero_impresso).lstrip("0")) or delas.endswith((nosso, com_dv))


def _bancos(de: Cadastro) -> set[str]:
    bancos = {de.adaptador.banco or de.convenio.banco, de.convenio.banco}
    try:
        emissor = registry.find(de.convenio.banco).emissor
    except UnknownBancoError:
        emissor = ""
    return bancos | ({emissor} if emissor else set())
