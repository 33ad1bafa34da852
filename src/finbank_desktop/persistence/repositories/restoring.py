"""Giving rows back as they were: what undoing an import or an operation does to the tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, Table, bindparam, delete, select, update

from finbank_desktop.persistence.columns import metadata
from finbank_desktop.persistence.records import Mudanca
from finbank_desktop.persistence.repositories.base import chunks

_ORDEM = (
    *("baixas_pagar", "boletos_dda", "pagamentos", "contas_pagar"),
    *("debitos", "consentimentos", "debito_remessas"),
    *("vinculos", "extrato_linhas", "baixas", "tarifas", "boletos", "contas_receber", "pessoas", "convenios"),
    *("remessas", "plano_contas"),
)
"""What refers to other rows goes before them; no other table is ever given back."""


def versions(connection: Connection, mudancas: Iterable[Mudanca]) -> dict[tuple[str, int], int]:
    """Return the version that each row of *mudancas* has now, by table and id; one that is gone is missing."""
    achadas: dict[tuple[str, int], int] = {}
    for tabela, suas in _by_table(mudancas).items():
        t = metadata.tables[tabela].c
        for pedaco in chunks(mudanca.registro_id for mudanca in suas):
            comando = select(t.id, t.versao).where(t.id.in_(pedaco))
            achadas.update(((tabela, row), versao) for row, versao in connection.execute(comando))
    return achadas


def expected(mudanca: Mudanca) -> int:
    """Return the version the row has when nothing touched it since."""
    return int(mudanca.antes.get("versao", 0)) + 1


def restore(connection: Connection, mudancas: Iterable[Mudanca]) -> None:
    """Write every row as it was before *mudancas*; rows that were not there are taken away."""
    por_tabela = _by_table(mudancas)
    for tabela in _ORDEM:
        table = metadata.tables[tabela]
        suas = por_tabela.get(tabela, [])
        novas = [mudanca.registro_id for mudanca in suas if not mudanca.antes]
        for pedaco in chunks(novas):
            connection.execute(delete(table).where(table.c.id.in_(pedaco)))
        _rewrite(connection, table, [mudanca for mudanca in suas if mudanca.antes])


def _by_table(mudancas: Iterable[Mudanca]) -> dict[str, list[Mudanca]]:
    por_tabela: dict[str, list[Mudanca]] = defaultdict(list)
    for mudanca in mudancas:
        if mudanca.tabela not in _ORDEM:
            raise ValueError(f"não se desfaz o que mudou em {mudanca.tabela}")
        por_tabela[mudanca.tabela].append(mudanca)
    return por_tabela


def _rewrite(connection: Connection, table: Table, mudancas: Sequence[Mudanca]) -> None:
    grupos: dict[tuple[str, ...], list[Mudanca]] = defaultdict(list)
    for mudanca in mudancas:
        grupos[tuple(sorted(mudanca.antes))].append(mudanca)
    for colunas, suas in grupos.items():
        comando = update(table).where(table.c.id == bindparam("_id"))
        comando = comando.values({coluna: bindparam(f"_{coluna}", type_=table.c[coluna].type) for coluna in colunas})
        connection.execute(comando, [{"_id": m.registro_id} | _values(table, m.antes) for m in suas])


def _values(table: Table, antes: Mapping[str, Any]) -> dict[str, Any]:
    return {f"_{coluna}": _loaded(table, coluna, valor) for coluna, valor in antes.items()}


def _loaded(table: Table, coluna: str, valor: Any) -> Any:
    if valor is not None and isinstance(table.c[coluna].type, Date):
        return date.fromisoformat(valor)
    return valor
