"""Rows to objects of débito automático and back; see `mapping` for the rest."""

from dataclasses import fields
from typing import Any

from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    Debito,
    DebitoItem,
    LayoutBancario,
    MovimentoDebito,
    ProcessoBancario,
    SituacaoConsentimento,
    SituacaoDebito,
)
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.mapping import Linha, Valores, busca
from finbank_desktop.persistence.mapping_extratos import plain_from, plain_row
from finbank_desktop.persistence.records_debitos import DebitoEvento, RemessaDebito

_DEBITO = tuple(campo.name for campo in fields(Debito) if campo.name not in ("id", "versao", "consentimento", "itens"))


def convenio_row(convenio: ConvenioDebito) -> Valores:
    """Return the columns but id and versao; so do all ``…_row`` below."""
    achado = busca(convenio.codigo, convenio.descricao, convenio.convenio, convenio.banco)
    return plain_row(convenio) | {"extras": dict(convenio.extras), "busca": achado}


def convenio_from(linha: Linha) -> ConvenioDebito:
    """Return the object of *linha*; so do all ``…_from`` below."""
    return ConvenioDebito(**_same(ConvenioDebito, linha) | {"extras": dict(linha["extras"])})


def layout_row(layout: LayoutBancario) -> Valores:
    """See `convenio_row`."""
    return plain_row(layout) | {"busca": busca(layout.codigo, layout.banco, layout.processo, layout.observacao)}


def layout_from(linha: Linha) -> LayoutBancario:
    """See `convenio_from`."""
    return LayoutBancario(**_same(LayoutBancario, linha) | {"processo": ProcessoBancario[linha["processo"]]})


def consentimento_row(consentimento: Consentimento) -> Valores:
    """See `convenio_row`."""
    c = consentimento
    achado = busca(c.codigo, c.nome, c.documento, c.cliente_empresa, f"{c.agencia} {c.conta}{c.conta_dv}")
    return plain_row(c) | {"busca": achado}


def consentimento_from(linha: Linha) -> Consentimento:
    """See `convenio_from`."""
    valores = _same(Consentimento, linha) | {"situacao": SituacaoConsentimento[linha["situacao"]]}
    return Consentimento(**valores)


def debito_row(debito: Debito) -> Valores:
    """See `convenio_row`; the itens are rows of their own."""
    valores = {nome: getattr(debito, nome) for nome in _DEBITO}
    achado = busca(
        *(debito.codigo, debito.seu_numero, debito.idboleto, debito.historico),
        *(debito.consentimento.nome, debito.consentimento.documento, debito.consentimento.cliente_empresa),
    )
    return valores | {
        "consentimento_id": debito.consentimento.id,
        "movimento": debito.movimento.name,
        "situacao": debito.situacao.name,
        "busca": achado,
    }


def debito_from(linha: Linha, consentimento: Consentimento, itens: tuple[DebitoItem, ...]) -> Debito:
    """See `convenio_from`."""
    proprios = {nome: linha[nome] for nome in ("id", *_DEBITO, "versao")}
    proprios |= {
        "movimento": MovimentoDebito[linha["movimento"]],
        "situacao": SituacaoDebito[linha["situacao"]],
    }
    return Debito(**proprios, consentimento=consentimento, itens=itens)


def remessa_row(remessa: RemessaDebito) -> Valores:
    """See `convenio_row`."""
    return plain_row(remessa) | {"busca": busca(remessa.arquivo, str(remessa.sequencia), remessa.usuario)}


def remessa_from(linha: Linha) -> RemessaDebito:
    """See `convenio_from`."""
    valores = _same(RemessaDebito, linha)
    return RemessaDebito(
        **valores | {"situacao": SituacaoRemessa[linha["situacao"]], "conteudo": bytes(linha["conteudo"])}
    )


def evento_row(evento: DebitoEvento) -> Valores:
    """See `convenio_row`."""
    return plain_row(evento)


def evento_from(linha: Linha) -> DebitoEvento:
    """See `convenio_from`."""
    evento: DebitoEvento = plain_from(DebitoEvento, linha)
    return evento


def _same(tipo: Any, linha: Linha) -> dict[str, Any]:
    return {campo.name: linha[campo.name] for campo in fields(tipo)}
