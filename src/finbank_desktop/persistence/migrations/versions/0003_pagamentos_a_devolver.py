"""Payments to give back, kept until somebody says that they were; lines of retornos that wait, found at once."""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0003"
down_revision = "finbank_0002"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PENDENTES = sa.text("tab IN ('nao_localizados', 'conferir')")


def upgrade() -> None:
    """Add the table and fill it with what earlier imports brought, then the index."""
    op.create_table(
        "devolucoes",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("convenio_id", CHAVE, nullable=False),
        sa.Column("importacao_id", CHAVE, nullable=False),
        sa.Column("linha", sa.BigInteger(), nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=True),
        sa.Column("data", sa.Date(), nullable=True),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("motivo", sa.Text(), nullable=False),
        sa.Column("devolvido_em", sa.Date(), nullable=True),
        sa.Column("forma", sa.Text(), nullable=False),
        sa.Column("usuario", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_devolucoes_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_devolucoes_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["importacao_id"], ["importacoes.id"], name="fk_devolucoes_importacao_id_importacoes"),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_devolucoes_boleto_id_boletos"),
        sa.PrimaryKeyConstraint("id", name="pk_devolucoes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_devolucoes_boleto_id", "devolucoes", ["boleto_id"])
    op.create_index("ix_devolucoes_importacao_id", "devolucoes", ["importacao_id"])
    op.create_index("ix_devolucoes_devolvido_em_id", "devolucoes", ["devolvido_em", "id"])
    # a second payment was only a line of its import until now; the day it was paid on was not kept
    op.execute(
        "INSERT INTO devolucoes (empresa_id, convenio_id, importacao_id, linha, boleto_id, data, valor, motivo,"
        " devolvido_em, forma, usuario, versao)"
        " SELECT l.empresa_id, l.convenio_id, l.importacao_id, l.linha, l.boleto_id, NULL, l.valor_pago, l.efeito,"
        " NULL, '', '', 1 FROM importacao_linhas l JOIN importacoes i ON i.id = l.importacao_id"
        " WHERE l.tab = 'a_devolver' AND l.valor_pago > 0 AND i.situacao = 'IMPORTADA'"
    )
    op.create_index(
        "ix_importacao_linhas_pendentes",
        "importacao_linhas",
        ["importacao_id", "linha"],
        sqlite_where=PENDENTES,
        postgresql_where=PENDENTES,
    )
