"""Registration by bank API: the accounts at the banks and the journal of what was sent."""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0011"
down_revision = "finbank_0010"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(nome: str, *partes: sa.schema.SchemaItem) -> None:
    op.create_table(
        nome,
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        *partes,
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name=f"fk_{nome}_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{nome}"),
        sqlite_autoincrement=True,
    )


def _texts(*nomes: str) -> list[sa.Column[str]]:
    return [sa.Column(nome, sa.Text(), nullable=False) for nome in nomes]


def _numbers(*nomes: str) -> list[sa.Column[int]]:
    return [sa.Column(nome, sa.BigInteger(), nullable=False) for nome in nomes]


def _reference(tabela: str, coluna: str, alvo: str) -> tuple[sa.schema.SchemaItem, sa.schema.SchemaItem]:
    estrangeira = sa.ForeignKeyConstraint([coluna], [f"{alvo}.id"], name=f"fk_{tabela}_{coluna}_{alvo}")
    return sa.Column(coluna, CHAVE, nullable=False), estrangeira


def upgrade() -> None:
    """Add the tables."""
    _table(
        "contas_api",
        *_reference("contas_api", "convenio_id", "convenios"),
        *_texts("adaptador", "ambiente"),
        sa.Column("parametros", sa.JSON(), nullable=False),
        *_texts("base"),
        sa.Column("ativa", sa.Boolean(), nullable=False),
        *_texts("cofre"),
        sa.Column("numera", sa.Boolean(), nullable=False),
        sa.Column("certificado", sa.JSON(), nullable=True),
        sa.UniqueConstraint("convenio_id", name="uq_contas_api_convenio_id"),
    )
    _table(
        "registros",
        *_reference("registros", "boleto_id", "boletos"),
        *_reference("registros", "convenio_id", "convenios"),
        *_texts("adaptador", "ambiente", "chave"),
        sa.Column("dia", sa.Date(), nullable=False),
        *_texts("estado", "hash"),
        sa.Column("retrato", sa.JSON(), nullable=False),
        *_texts("corpo_hash"),
        *_numbers("envios", "automaticos"),
        *_texts("referencia"),
        sa.Column("enviado_em", sa.DateTime(), nullable=True),
        *_numbers("ausencias"),
        sa.Column("ausente_em", sa.DateTime(), nullable=True),
        *_texts("codigo", "mensagem", "campo", "sugestao", "falha", "sem_pix"),
        sa.Column("resposta", sa.JSON(), nullable=False),
        sa.Column("divergencias", sa.JSON(), nullable=False),
        sa.Column("conferido", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("boleto_id", name="uq_registros_boleto_id"),
        sa.UniqueConstraint("chave", name="uq_registros_chave"),
    )
    op.create_index("ix_registros_convenio_id_estado_id", "registros", ["convenio_id", "estado", "id"])
    op.create_index("ix_registros_estado_id", "registros", ["estado", "id"])
    _table(
        "registro_tentativas",
        *_reference("registro_tentativas", "registro_id", "registros"),
        sa.Column("quando", sa.DateTime(), nullable=False),
        *_texts("usuario", "passo"),
        *_numbers("numero"),
        sa.Column("corpo", sa.LargeBinary(), nullable=True),
        *_texts("corpo_hash", "resultado", "mensagem"),
    )
    op.create_index("ix_registro_tentativas_registro_id_id", "registro_tentativas", ["registro_id", "id"])
