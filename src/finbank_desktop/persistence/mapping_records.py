"""Rows to records of what happened and back; see `mapping` for the rest."""

from operator import attrgetter

from finbank_desktop.persistence.mapping import Linha, Valores, busca
from finbank_desktop.persistence.records import (
    TABS,
    Acordo,
    Baixa,
    Devolucao,
    Evento,
    Importacao,
    ImportacaoLinha,
    Mudanca,
    Operacao,
    SituacaoImportacao,
    SituacaoOperacao,
    Tarifa,
)

_BAIXA = (
    *("empresa_id", "conta_receber_id", "boleto_id", "importacao_id", "linha", "data", "data_credito", "valor"),
    *("juros", "multa", "desconto", "abatimento", "valor_pago", "estornada_por", "estornada_em", "forma", "conta_id"),
    "usuario",
)
_TARIFA = ("empresa_id", "convenio_id", "boleto_id", "importacao_id", "linha", "data", "valor", "texto")
_DEVOLUCAO = (
    *("empresa_id", "convenio_id", "importacao_id", "linha", "boleto_id", "data", "valor", "motivo", "devolvido_em"),
    *("forma", "usuario"),
)
_EVENTO = (*("empresa_id", "boleto_id", "quando", "usuario", "tipo", "texto", "importacao_id", "remessa_id", "linha"),)
_IMPORTACAO = (
    *("empresa_id", "convenio_id", "codigo", "numero", "tipo", "data_emissao", "importada_em", "usuario", "arquivo"),
    *("sha256", "registros", "convenio_debito_id"),
)
_LINHA = (
    *("empresa_id", "convenio_id", "importacao_id", "linha", "identidade", "tab", "boleto_id", "efeito", "codigo"),
    *("texto", "valor_pago", "tarifa", "raw", "convenio_debito_id", "debito_id"),
)
_GET_BAIXA, _GET_TARIFA, _GET_EVENTO, _GET_LINHA = (attrgetter(*nomes) for nomes in (_BAIXA, _TARIFA, _EVENTO, _LINHA))
"""An import writes many thousands of these; so they are read three times as fast as one attribute after the other."""


def baixa_row(baixa: Baixa) -> Valores:
    """Return the columns but id and versao; so do all ``…_row`` below."""
    return dict(zip(_BAIXA, _GET_BAIXA(baixa), strict=True))


def baixa_from(linha: Linha) -> Baixa:
    """Return the baixa of *linha*; so do all ``…_from`` below."""
    return Baixa(**{nome: linha[nome] for nome in ("id", *_BAIXA, "versao")})


def tarifa_row(tarifa: Tarifa) -> Valores:
    """See `baixa_row`."""
    return dict(zip(_TARIFA, _GET_TARIFA(tarifa), strict=True))


def tarifa_from(linha: Linha) -> Tarifa:
    """See `baixa_from`."""
    return Tarifa(**{nome: linha[nome] for nome in ("id", *_TARIFA, "versao")})


def devolucao_row(devolucao: Devolucao) -> Valores:
    """See `baixa_row`."""
    return {nome: getattr(devolucao, nome) for nome in _DEVOLUCAO}


def devolucao_from(linha: Linha) -> Devolucao:
    """See `baixa_from`."""
    return Devolucao(**{nome: linha[nome] for nome in ("id", *_DEVOLUCAO, "versao")})


def evento_row(evento: Evento) -> Valores:
    """See `baixa_row`."""
    return dict(zip(_EVENTO, _GET_EVENTO(evento), strict=True))


def evento_from(linha: Linha) -> Evento:
    """See `baixa_from`."""
    return Evento(**{nome: linha[nome] for nome in ("id", *_EVENTO, "versao")})


def importacao_row(importacao: Importacao) -> Valores:
    """See `baixa_row`."""
    contagens = {tab: importacao.contagens.get(tab, 0) for tab in TABS}
    achado = busca(importacao.codigo, importacao.arquivo, importacao.usuario, importacao.tipo)
    proprias: Valores = {"situacao": importacao.situacao.name, "busca": achado}
    return {nome: getattr(importacao, nome) for nome in _IMPORTACAO} | contagens | proprias


def importacao_from(linha: Linha) -> Importacao:
    """See `baixa_from`."""
    return Importacao(
        contagens={tab: linha[tab] for tab in TABS},
        situacao=SituacaoImportacao[linha["situacao"]],
        **{nome: linha[nome] for nome in ("id", *_IMPORTACAO, "versao")},
    )


def linha_row(linha: ImportacaoLinha) -> Valores:
    """See `baixa_row`."""
    return dict(zip(_LINHA, _GET_LINHA(linha), strict=True))


def linha_from(linha: Linha) -> ImportacaoLinha:
    """See `baixa_from`."""
    return ImportacaoLinha(**{nome: linha[nome] for nome in ("id", *_LINHA, "versao")})


_MUDANCA = ("empresa_id", "importacao_id", "operacao_id", "tabela", "registro_id")
_GET_MUDANCA = attrgetter(*_MUDANCA)


def mudanca_row(mudanca: Mudanca) -> Valores:
    """See `baixa_row`."""
    return dict(zip(_MUDANCA, _GET_MUDANCA(mudanca), strict=True)) | {"antes": dict(mudanca.antes)}


def mudanca_from(linha: Linha) -> Mudanca:
    """See `baixa_from`."""
    return Mudanca(antes=dict(linha["antes"]), **{nome: linha[nome] for nome in ("id", *_MUDANCA, "versao")})


_OPERACAO = ("empresa_id", "tipo", "texto", "quando", "usuario")
_ACORDO = ("empresa_id", "pessoa_id", "codigo", "quando", "usuario", "texto", "valor_original", "valor")


def operacao_row(operacao: Operacao) -> Valores:
    """See `baixa_row`."""
    return {nome: getattr(operacao, nome) for nome in _OPERACAO} | {"situacao": operacao.situacao.name}


def operacao_from(linha: Linha) -> Operacao:
    """See `baixa_from`."""
    situacao = SituacaoOperacao[linha["situacao"]]
    return Operacao(situacao=situacao, **{nome: linha[nome] for nome in ("id", *_OPERACAO, "versao")})


def acordo_row(acordo: Acordo) -> Valores:
    """See `baixa_row`."""
    return {nome: getattr(acordo, nome) for nome in _ACORDO}


def acordo_from(linha: Linha) -> Acordo:
    """See `baixa_from`."""
    return Acordo(**{nome: linha[nome] for nome in ("id", *_ACORDO, "versao")})
