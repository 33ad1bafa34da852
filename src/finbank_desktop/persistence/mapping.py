"""Rows to domain objects and back, by hand: nothing outside this package sees a row."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

from finbank_desktop.domain.boletos import Boleto, BoletoItem, NoBanco, Pedido
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Filial, Pessoa
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.convenios import Convenio, Homologacao
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa

Linha: TypeAlias = Mapping[Any, Any]
Valores: TypeAlias = dict[str, Any]

_ENDERECO = ("logradouro", "numero", "complemento", "bairro", "cidade", "uf", "cep")


def fold(texto: str) -> str:
    """Return *texto* without accents and capitals, as it is searched.

    >>> fold("São João & Cia")
    'sao joao & cia'
    """
    if texto.isascii():
        return texto.casefold()
    decomposto = unicodedata.normalize("NFKD", texto)
    return "".join(letra for letra in decomposto if not unicodedata.combining(letra)).casefold()


def busca(*textos: str) -> str:
    """Return what a row is found by."""
    return fold(" ".join(texto for texto in textos if texto))


def _same(obj: Any, nomes: Iterable[str]) -> Valores:
    return {nome: getattr(obj, nome) for nome in nomes}


def _pick(linha: Linha, nomes: Iterable[str]) -> Valores:
    return {nome: linha[nome] for nome in nomes}


def _endereco_from(linha: Linha) -> Endereco:
    return Endereco(**_pick(linha, _ENDERECO))


_ENCARGOS = ("juros", "multa", "desconto", "desconto_dias", "protesto_dias", "baixa_dias")


def _encargos_row(encargos: Encargos) -> Valores:
    return _same(encargos, _ENCARGOS) | {
        "juros_tipo": encargos.juros_tipo.name,
        "multa_tipo": encargos.multa_tipo.name,
        "desconto_tipo": encargos.desconto_tipo.name,
    }


def _encargos_from(linha: Linha) -> Encargos:
    return _encargos(
        linha["juros_tipo"], linha["multa_tipo"], linha["desconto_tipo"], *[linha[nome] for nome in _ENCARGOS]
    )


@lru_cache(maxsize=1024)
def _encargos(juros: str, multa: str, desconto: str, *valores: int | None) -> Encargos:
    """Return encargos; the boletos of an office share a few."""
    campos: Valores = dict(zip(_ENCARGOS, valores, strict=True))
    return Encargos(
        juros_tipo=TipoJuros[juros], multa_tipo=TipoMulta[multa], desconto_tipo=TipoDesconto[desconto], **campos
    )


_EMPRESA = ("codigo", "razao_social", "nome_fantasia", "documento", "telefone", "email", "cor", "logo")


def empresa_row(empresa: Empresa) -> Valores:
    """Return the columns of *empresa* but id and versao; so do all ``…_row`` below."""
    achado = busca(empresa.codigo, empresa.razao_social, empresa.nome_fantasia, empresa.documento)
    return _same(empresa, _EMPRESA) | _same(empresa.endereco, _ENDERECO) | {"busca": achado}


def empresa_from(linha: Linha) -> Empresa:
    """Return the empresa of *linha*; so do all ``…_from`` below."""
    return Empresa(endereco=_endereco_from(linha), **_pick(linha, ("id", *_EMPRESA, "versao")))


_FILIAL = ("empresa_id", "codigo", "nome", "documento")


def filial_row(filial: Filial) -> Valores:
    """See `empresa_row`."""
    return _same(filial, _FILIAL) | {"busca": busca(filial.codigo, filial.nome, filial.documento)}


def filial_from(linha: Linha) -> Filial:
    """See `empresa_from`."""
    return Filial(**_pick(linha, ("id", *_FILIAL, "versao")))


_PESSOA = ("empresa_id", "codigo", "nome", "documento", "email", "telefone")


def pessoa_row(pessoa: Pessoa) -> Valores:
    """See `empresa_row`."""
    achado = busca(pessoa.codigo, pessoa.nome, pessoa.documento, pessoa.email)
    proprios = {"nome_ordem": fold(pessoa.nome), "busca": achado}
    return _same(pessoa, _PESSOA) | _same(pessoa.endereco, _ENDERECO) | proprios


def pessoa_from(linha: Linha) -> Pessoa:
    """See `empresa_from`."""
    return Pessoa(endereco=_endereco_from(linha), **_pick(linha, ("id", *_PESSOA, "versao")))


_CONTA = ("empresa_id", "filial_id", "codigo", "descricao", "banco", "agencia", "agencia_dv", "conta", "conta_dv")


def conta_row(conta: Conta) -> Valores:
    """See `empresa_row`."""
    achado = busca(conta.codigo, conta.descricao, conta.banco, conta.agencia, conta.conta)
    return _same(conta, _CONTA) | {"busca": achado}


def conta_from(linha: Linha) -> Conta:
    """See `empresa_from`."""
    return Conta(**_pick(linha, ("id", *_CONTA, "versao")))


_CONVENIO = (
    *("empresa_id", "filial_id", "codigo", "descricao", "conta_id", "banco", "formato", "convenio"),
    *("codigo_beneficiario", "codigo_beneficiario_dv", "carteira", "variacao", "modalidade", "emissao", "especie"),
    *("aceite", "nosso_numero_inicio", "nosso_numero_fim", "proximo_nosso_numero", "proxima_remessa"),
    *("local_pagamento", "logo", "ativo", "tipo_cobranca", "rateio", "pix_chave"),
)


def convenio_row(convenio: Convenio) -> Valores:
    """See `empresa_row`."""
    achado = busca(convenio.codigo, convenio.descricao, convenio.banco, convenio.convenio, convenio.codigo_beneficiario)
    proprios: Valores = {
        "extras": dict(convenio.extras),
        "instrucoes": list(convenio.instrucoes),
        "mensagens": list(convenio.mensagens),
        "homologacao": convenio.homologacao.name,
        "homologacao_passos": dict(convenio.homologacao_passos),
        "busca": achado,
    }
    return _same(convenio, _CONVENIO) | _encargos_row(convenio.encargos) | proprios


def convenio_from(linha: Linha) -> Convenio:
    """See `empresa_from`."""
    return Convenio(
        extras=dict(linha["extras"]),
        instrucoes=tuple(linha["instrucoes"]),
        mensagens=tuple(linha["mensagens"]),
        homologacao=Homologacao[linha["homologacao"]],
        homologacao_passos=dict(linha["homologacao_passos"]),
        encargos=_encargos_from(linha),
        **_pick(linha, ("id", *_CONVENIO, "versao")),
    )


_CONTA_RECEBER = (
    *("empresa_id", "filial_id", "codigo", "pessoa_id", "convenio_id", "documento", "descricao", "origem"),
    *("emissao", "vencimento", "valor", "valor_baixado", "gerada_de_id", "mensagem"),
)


def conta_receber_row(conta: ContaReceber) -> Valores:
    """See `empresa_row`."""
    achado = busca(conta.codigo, conta.documento, conta.descricao, conta.origem)
    return _same(conta, _CONTA_RECEBER) | {"situacao": conta.situacao.name, "busca": achado}


def conta_receber_from(linha: Linha) -> ContaReceber:
    """See `empresa_from`."""
    return ContaReceber(situacao=Situacao[linha["situacao"]], **_pick(linha, ("id", *_CONTA_RECEBER, "versao")))


_PEDIDO_DATAS = ("vencimento",)


def pedido_row(pedido: Pedido) -> Valores:
    """Return *pedido* as JSON can hold it."""
    return {
        "comando": pedido.comando.name,
        "no_banco": pedido.no_banco.name,
        "detalhe": pedido.detalhe,
        "enviado": pedido.enviado,
        "antes": {nome: v.isoformat() if isinstance(v, date) else v for nome, v in pedido.antes.items()},
    }


def pedido_from(valores: Valores) -> Pedido:
    """See `empresa_from`."""
    antes = {n: date.fromisoformat(v) if n in _PEDIDO_DATAS else v for n, v in valores["antes"].items()}
    return Pedido(
        comando=Comando[valores["comando"]],
        no_banco=NoBanco[valores["no_banco"]],
        detalhe=valores["detalhe"],
        enviado=valores["enviado"],
        antes=antes,
    )


_BOLETO = (
    *("empresa_id", "filial_id", "convenio_id", "pessoa_id", "sequencial", "numero_documento", "nosso_numero"),
    *("nosso_numero_dv", "nosso_numero_impresso", "agencia_codigo_beneficiario", "carteira_impressa"),
    *("codigo_barras", "linha_digitavel", "emissao", "vencimento", "valor", "especie", "aceite"),
    *("no_banco_detalhe", "remessa_id", "comando", "valor_pago", "data_pagamento", "data_credito"),
    *("abatimento", "pix"),
)


def boleto_row(boleto: Boleto) -> Valores:
    """See `empresa_row`; the itens have their own table."""
    achado = busca(boleto.numero_documento, boleto.nosso_numero, boleto.nosso_numero_impresso, boleto.linha_digitavel)
    proprios: Valores = {
        "instrucoes": list(boleto.instrucoes),
        "situacao": boleto.situacao.name,
        "no_banco": boleto.no_banco.name,
        "pedido": boleto.pedido and pedido_row(boleto.pedido),
        "busca": achado,
    }
    return _same(boleto, _BOLETO) | _encargos_row(boleto.encargos) | proprios


def boleto_from(linha: Linha, itens: tuple[BoletoItem, ...]) -> Boleto:
    """See `empresa_from`."""
    return Boleto(
        itens=itens,
        instrucoes=tuple(linha["instrucoes"]),
        situacao=Situacao[linha["situacao"]],
        no_banco=NoBanco[linha["no_banco"]],
        pedido=linha["pedido"] and pedido_from(linha["pedido"]),
        encargos=_encargos_from(linha),
        **_pick(linha, ("id", *_BOLETO, "versao")),
    )


_REMESSA = (
    *("empresa_id", "convenio_id", "sequencia", "arquivo", "sha256", "gerada_em", "usuario", "titulos", "valor"),
    "enviada_em",
)


def remessa_row(remessa: Remessa) -> Valores:
    """See `empresa_row`."""
    return _same(remessa, _REMESSA) | {"situacao": remessa.situacao.name}


def remessa_from(linha: Linha) -> Remessa:
    """See `empresa_from`."""
    return Remessa(situacao=SituacaoRemessa[linha["situacao"]], **_pick(linha, ("id", *_REMESSA, "versao")))
