"""Rows to records of statements and back; see `mapping` for the rest."""

from dataclasses import fields
from enum import Enum
from typing import Any

from finbank_desktop.persistence.mapping import Linha, Valores, busca
from finbank_desktop.persistence.records import SituacaoImportacao
from finbank_desktop.persistence.records_extratos import ABAS, ExtratoImportado, LinhaGravada, SituacaoLinha

_NUNCA = frozenset(("id", "versao", "nova_baixa", "contagens"))


def plain_row(obj: Any) -> Valores:
    """Return the columns, but id and versao, of a record whose fields are its columns; enumerations by name."""
    valores = {campo.name: getattr(obj, campo.name) for campo in fields(obj) if campo.name not in _NUNCA}
    return {nome: valor.name if isinstance(valor, Enum) else valor for nome, valor in valores.items()}


def plain_from(tipo: type[Any], linha: Linha) -> Any:
    """Return the record of kind *tipo* whose columns *linha* holds."""
    return tipo(**{campo.name: linha[campo.name] for campo in fields(tipo) if campo.name in linha})


def extrato_row(extrato: ExtratoImportado) -> Valores:
    """Return the columns of *extrato* but id and versao; so does `linha_row`."""
    contagens = {aba: extrato.contagens.get(aba, 0) for aba in ABAS}
    achado = busca(extrato.codigo, extrato.arquivo, extrato.usuario, extrato.formato)
    return plain_row(extrato) | contagens | {"busca": achado}


def extrato_from(linha: Linha) -> ExtratoImportado:
    """Return the statement of *linha*."""
    proprios = {campo.name: linha[campo.name] for campo in fields(ExtratoImportado) if campo.name in linha}
    proprios |= {"situacao": SituacaoImportacao[linha["situacao"]], "contagens": {aba: linha[aba] for aba in ABAS}}
    return ExtratoImportado(**proprios)


def linha_row(linha: LinhaGravada) -> Valores:
    """See `extrato_row`."""
    return plain_row(linha)


def linha_from(linha: Linha) -> LinhaGravada:
    """Return the line of a statement in *linha*."""
    proprios = {campo.name: linha[campo.name] for campo in fields(LinhaGravada)}
    return LinhaGravada(**proprios | {"situacao": SituacaoLinha[linha["situacao"]]})
