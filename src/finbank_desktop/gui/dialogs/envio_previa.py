"""How a plan of e-mails is shown: who gets one, who does not and why, and a message as its customer reads it."""

from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.listas import Coluna
from finbank_desktop.gui.models.rows import RowsModel
from finbank_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from finbank_desktop.services.envio_plan import EnvioPlan, EnvioRow

VAO = (
    Coluna(chave="cliente", titulo="Cliente", largura=30),
    Coluna(chave="destinatario", titulo="E-mail", largura=30),
    Coluna(chave="documentos", titulo="Boletos", largura=22),
    Coluna(chave="assunto", titulo="Assunto", largura=40),
)
FORA = (
    Coluna(chave="cliente", titulo="Cliente", largura=30),
    Coluna(chave="documento", titulo="Boleto", largura=16),
    Coluna(chave="impede", titulo="Por que fica", largura=22),
    Coluna(chave="porque", titulo="O que fazer", largura=56),
)


def rows_of(plan: "EnvioPlan") -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what goes and what stays as rows of `VAO` and `FORA`."""
    go = [{"id": at} | {c.chave: getattr(row, c.chave) for c in VAO} for at, row in enumerate(plan.rows)]
    stay = [{"id": at} | {c.chave: str(getattr(row, c.chave)) for c in FORA} for at, row in enumerate(plan.fora)]
    return go, stay


def whole(row: "EnvioRow") -> str:
    """Return a message as its customer gets it."""
    anexos = "\n".join(f"Anexo: {nome}" for nome in row.anexos)
    return f"Para: {row.cliente} <{row.destinatario}>\nAssunto: {row.assunto}\n\n{row.texto}\n\n{anexos}"


def table_for(colunas: tuple[Coluna, ...], name: str) -> tuple[Table, RowsModel]:
    """Return an empty table and its model."""
    model = RowsModel(colunas)
    table = Table(colunas, model, marks=False, name=name)
    model.setParent(table)
    return table, model
