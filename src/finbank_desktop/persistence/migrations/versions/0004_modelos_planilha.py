"""How the user read each kind of table the last time, by the table's header; and undoing large imports at once."""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0004"
down_revision = "finbank_0003"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table, and the index without which taking a conta a receber away walks through all of them."""
    op.create_table(
        "modelos_planilha",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("tipo", sa.Text(), nullable=False),
        sa.Column("impressao", sa.Text(), nullable=False),
        sa.Column("conta_id", CHAVE, nullable=True),
        sa.Column("campos", sa.JSON(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_modelos_planilha_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["conta_id"], ["contas.id"], name="fk_modelos_planilha_conta_id_contas"),
        sa.PrimaryKeyConstraint("id", name="pk_modelos_planilha"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_modelos_planilha_empresa_id_impressao", "modelos_planilha", ["empresa_id", "impressao"])
    op.create_index("ix_contas_receber_gerada_de_id", "contas_receber", ["gerada_de_id"])
