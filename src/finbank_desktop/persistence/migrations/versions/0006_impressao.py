"""What boletos are printed with: the empresa's colour and logo, messages, and Pix."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "finbank_0006"
down_revision = "finbank_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty for all rows that are there."""
    _add("empresas", _texto("cor"), _texto("logo"))
    _add("convenios", _texto("pix_chave"), sa.Column("mensagens", sa.JSON(), nullable=False, server_default="[]"))
    _add("contas_receber", _texto("mensagem"))
    _add("boletos", _texto("pix"))


def _texto(nome: str) -> "sa.Column[Any]":
    return sa.Column(nome, sa.Text(), nullable=False, server_default="")


def _add(table: str, *columns: "sa.Column[Any]") -> None:
    """Add columns that old rows need a value for: the default is there only until they have it."""
    with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
        for column in columns:
            batch.alter_column(column.name, server_default=None)
