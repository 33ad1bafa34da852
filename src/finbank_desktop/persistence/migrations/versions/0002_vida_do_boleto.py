"""The life of a boleto after it was sent: orders to the bank, settlements by hand, agreements, and how to undo them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "finbank_0002"
down_revision = "finbank_0001"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENTO = sa.DateTime()


def upgrade() -> None:
    """Add the new tables, then the columns that refer to them."""
    _operacoes()
    _acordos()
    _convenios()
    _contas_receber()
    _boletos()
    _baixas()
    _mudancas()


def _operacoes() -> None:
    op.create_table(
        "operacoes",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("tipo", sa.Text(), nullable=False),
        sa.Column("texto", sa.Text(), nullable=False),
        sa.Column("quando", MOMENTO, nullable=False),
        sa.Column("usuario", sa.Text(), nullable=False),
        sa.Column("situacao", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_operacoes_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_operacoes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_operacoes_quando_id", "operacoes", ["quando", "id"])


def _acordos() -> None:
    op.create_table(
        "acordos",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("pessoa_id", CHAVE, nullable=False),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("quando", MOMENTO, nullable=False),
        sa.Column("usuario", sa.Text(), nullable=False),
        sa.Column("texto", sa.Text(), nullable=False),
        sa.Column("valor_original", sa.BigInteger(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_acordos_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["pessoa_id"], ["pessoas.id"], name="fk_acordos_pessoa_id_pessoas"),
        sa.PrimaryKeyConstraint("id", name="pk_acordos"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_acordos_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_acordos_pessoa_id", "acordos", ["pessoa_id"])
    op.create_table(
        "acordo_itens",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("acordo_id", CHAVE, nullable=False),
        sa.Column("conta_receber_id", CHAVE, nullable=False),
        sa.Column("papel", sa.Text(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_acordo_itens_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["acordo_id"], ["acordos.id"], name="fk_acordo_itens_acordo_id_acordos"),
        sa.ForeignKeyConstraint(
            ["conta_receber_id"], ["contas_receber.id"], name="fk_acordo_itens_conta_receber_id_contas_receber"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_acordo_itens"),
        sa.UniqueConstraint("acordo_id", "conta_receber_id", name="uq_acordo_itens_acordo_id_conta_receber_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_acordo_itens_conta_receber_id", "acordo_itens", ["conta_receber_id"])


def _add(table: str, *columns: "sa.Column[Any]") -> None:
    """Add columns that old rows need a value for: the default is there only until they have it."""
    with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
        for column in columns:
            batch.add_column(column)
    with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch:
        for column in columns:
            if column.server_default is not None:
                batch.alter_column(column.name, server_default=None)


def _convenios() -> None:
    # a convênio that has worked until today is past its homologação
    _add(
        "convenios",
        sa.Column("tipo_cobranca", sa.Text(), nullable=False, server_default="registrada"),
        sa.Column("rateio", sa.Text(), nullable=False, server_default="vencimento"),
        sa.Column("homologacao", sa.Text(), nullable=False, server_default="ATIVA"),
        sa.Column("homologacao_passos", sa.JSON(), nullable=False, server_default="{}"),
    )


def _contas_receber() -> None:
    with op.batch_alter_table("contas_receber", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("gerada_de_id", CHAVE, nullable=True))
        batch.create_foreign_key(
            "fk_contas_receber_gerada_de_id_contas_receber", "contas_receber", ["gerada_de_id"], ["id"]
        )


def _boletos() -> None:
    _add(
        "boletos",
        sa.Column("abatimento", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("pedido", sa.JSON(), nullable=True),
    )


def _baixas() -> None:
    _add(
        "baixas",
        sa.Column("forma", sa.Text(), nullable=False, server_default="Retorno do banco"),
        sa.Column("usuario", sa.Text(), nullable=False, server_default=""),
        sa.Column("estornada_em", sa.Date(), nullable=True),
    )
    with op.batch_alter_table("baixas", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("conta_id", CHAVE, nullable=True))
        batch.create_foreign_key("fk_baixas_conta_id_contas", "contas", ["conta_id"], ["id"])


def _mudancas() -> None:
    with op.batch_alter_table("importacao_mudancas", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("importacao_id", existing_type=CHAVE, nullable=True)
        batch.add_column(sa.Column("operacao_id", CHAVE, nullable=True))
        batch.create_foreign_key("fk_importacao_mudancas_operacao_id_operacoes", "operacoes", ["operacao_id"], ["id"])
        batch.create_index("ix_importacao_mudancas_operacao_id", ["operacao_id"])
