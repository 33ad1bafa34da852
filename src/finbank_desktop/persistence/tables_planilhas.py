"""The table of how imported tables were read; see `tables` for the rest."""

from sqlalchemy import JSON, Column, Index

from finbank_desktop.persistence.columns import empresa, referencia, table, texto

modelos_planilha = table(
    "modelos_planilha",
    empresa(),
    texto("tipo"),
    texto("impressao"),
    referencia("conta_id", "contas", opcional=True),
    Column("campos", JSON, nullable=False),
    Index(None, "empresa_id", "impressao"),
)
