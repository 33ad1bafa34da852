"""What the tables of a planilha's preview show."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.listas import Coluna, TipoColuna
from finbank_desktop.domain.planilhas import TipoCampo
from finbank_desktop.services.planilha_model import Aba

if TYPE_CHECKING:
    from finbank_desktop.services.planilha_model import PlanilhaPlan

_TIPOS = {TipoCampo.VALOR: TipoColuna.VALOR, TipoCampo.DATA: TipoColuna.DATA}
_LARGURAS = {TipoCampo.NOME: 30, TipoCampo.DOCUMENTO: 20, TipoCampo.EMAIL: 26, TipoCampo.UF: 5, TipoCampo.CEP: 11}


def columns_of(plano: "PlanilhaPlan", aba: Aba) -> tuple[Coluna, ...]:
    """Return the columns of a tab: line, each field a column fills, and what happens; of bad rows that comes first."""
    lidos = [
        Coluna(
            chave=campo.chave,
            titulo=campo.titulo,
            tipo=_TIPOS.get(campo.tipo, TipoColuna.TEXTO),
            largura=_LARGURAS.get(campo.tipo, 14),
        )
        for campo in plano.kind.campos
        if campo.chave in plano.mapa.campos
    ]
    numero = Coluna(chave="linha", titulo="Linha", tipo=TipoColuna.NUMERO, largura=7)
    if aba is Aba.PROBLEMAS:
        return (numero, Coluna(chave="efeito", titulo="Problema", largura=60), *lidos)
    return (numero, *lidos, Coluna(chave="efeito", titulo="O que vai acontecer", largura=60))


def table_rows(plano: "PlanilhaPlan") -> dict[str, list[Mapping[str, Any]]]:
    """Return the plan's rows by tab, as the tables show them; may run beside the window."""
    abas: dict[str, list[Mapping[str, Any]]] = {str(aba): [] for aba in Aba}
    vazios = dict.fromkeys(campo.chave for campo in plano.kind.campos)
    documentos = {campo.chave for campo in plano.kind.campos if campo.tipo is TipoCampo.DOCUMENTO}
    for row in plano.rows:
        lidos = {chave: _shown(chave, valor, documentos) for chave, valor in row.valores.items()}
        shown = vazios | lidos | {"id": row.numero, "linha": row.numero, "efeito": row.efeito}
        abas[str(row.aba)].append(shown)
    return abas


def _shown(chave: str, valor: Any, documentos: Collection[str]) -> Any:
    return format_documento(str(valor)) if chave in documentos else valor
