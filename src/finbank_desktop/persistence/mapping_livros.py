"""Rows to records of the books and back; see `mapping` for the rest."""

from dataclasses import fields
from typing import Any

from finbank_desktop.domain.contabil import (
    ContaContabil,
    EventoContabil,
    Natureza,
    PadraoContabil,
    Papel,
    Processo,
    SituacaoLote,
)
from finbank_desktop.persistence.mapping import Linha, Valores, busca
from finbank_desktop.persistence.mapping_extratos import plain_from, plain_row
from finbank_desktop.persistence.records_livros import LoteContabil


def conta_row(conta: ContaContabil) -> Valores:
    """Return the columns of *conta* but id and versao; the other functions ``…_row`` do so too."""
    return plain_row(conta) | {"busca": busca(conta.codigo, conta.reduzido, conta.nome)}


def conta_from(linha: Linha) -> ContaContabil:
    """Return the account in *linha*."""
    conta: ContaContabil = plain_from(ContaContabil, _named(linha, natureza=Natureza))
    return conta


def evento_row(evento: EventoContabil) -> Valores:
    """See `conta_row`."""
    return plain_row(evento) | {"contas": {papel.name: row for papel, row in evento.contas.items()}}


def evento_from(linha: Linha) -> EventoContabil:
    """Return the evento in *linha*; a role that a newer program added is left out."""
    contas = {Papel[nome]: row for nome, row in linha["contas"].items() if nome in Papel.__members__}
    evento: EventoContabil = plain_from(EventoContabil, dict(linha) | {"contas": contas})
    return evento


def padrao_from(linha: Linha) -> PadraoContabil:
    """Return what a process uses, in *linha*."""
    padrao: PadraoContabil = plain_from(PadraoContabil, _named(linha, processo=Processo))
    return padrao


def lote_row(lote: LoteContabil) -> Valores:
    """See `conta_row`."""
    return plain_row(lote) | {"busca": busca(lote.codigo, lote.texto, lote.processo.value, lote.usuario)}


def lote_from(linha: Linha) -> LoteContabil:
    """Return the lot in *linha*."""
    campos = {campo.name: linha[campo.name] for campo in fields(LoteContabil)}
    return LoteContabil(**_named(campos, processo=Processo, situacao=SituacaoLote))


def _named(linha: Linha, **tipos: Any) -> dict[Any, Any]:
    """Return *linha* with the names of enumerations turned into their members."""
    return dict(linha) | {coluna: tipo[linha[coluna]] for coluna, tipo in tipos.items()}
