"""E-mail: the accounts, the templates, the queue that never sends twice, and the régua."""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0007"
down_revision = "finbank_0006"
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


def _reference(tabela: str, coluna: str, alvo: str) -> tuple[sa.schema.SchemaItem, sa.schema.SchemaItem]:
    estrangeira = sa.ForeignKeyConstraint([coluna], [f"{alvo}.id"], name=f"fk_{tabela}_{coluna}_{alvo}")
    return sa.Column(coluna, CHAVE, nullable=False), estrangeira


def upgrade() -> None:
    """Add the tables."""
    _table(
        "contas_email",
        *_texts("servidor"),
        sa.Column("porta", sa.BigInteger(), nullable=False),
        *_texts("seguranca", "usuario", "nome", "endereco", "responder_para"),
        sa.UniqueConstraint("empresa_id", name="uq_contas_email_empresa_id"),
    )
    _table(
        "modelos_email",
        *_texts("nome", "assunto", "texto"),
        sa.UniqueConstraint("empresa_id", "nome", name="uq_modelos_email_empresa_id_nome"),
    )
    _table(
        "envios",
        *_reference("envios", "pessoa_id", "pessoas"),
        *_texts("destinatario", "assunto", "texto", "motivo", "modelo", "estado"),
        sa.Column("tentativas", sa.BigInteger(), nullable=False),
        *_texts("message_id"),
        sa.Column("criado_em", sa.DateTime(), nullable=False),
        *_texts("usuario"),
        sa.Column("nao_antes", sa.DateTime(), nullable=True),
        sa.Column("vale_ate", sa.Date(), nullable=True),
        sa.Column("enviado_em", sa.DateTime(), nullable=True),
        *_texts("resposta", "detalhe", "busca"),
        sa.UniqueConstraint("message_id", name="uq_envios_message_id"),
    )
    op.create_index("ix_envios_estado_id", "envios", ["estado", "id"])
    op.create_index("ix_envios_criado_em_id", "envios", ["criado_em", "id"])
    op.create_index("ix_envios_pessoa_id", "envios", ["pessoa_id"])
    _table(
        "envio_boletos",
        *_reference("envio_boletos", "envio_id", "envios"),
        *_reference("envio_boletos", "boleto_id", "boletos"),
        sa.Column("chave", sa.Text(), nullable=True),
        sa.UniqueConstraint("envio_id", "boleto_id", name="uq_envio_boletos_envio_id_boleto_id"),
        sa.UniqueConstraint("boleto_id", "chave", name="uq_envio_boletos_boleto_id_chave"),
    )
    _table(
        "reguas",
        sa.Column("passos", sa.JSON(), nullable=False),
        sa.UniqueConstraint("empresa_id", name="uq_reguas_empresa_id"),
    )
    _table(
        "regua_excecoes",
        *_reference("regua_excecoes", "pessoa_id", "pessoas"),
        sa.Column("dias", sa.JSON(), nullable=False),
        *_texts("motivo"),
        sa.UniqueConstraint("pessoa_id", name="uq_regua_excecoes_pessoa_id"),
    )
