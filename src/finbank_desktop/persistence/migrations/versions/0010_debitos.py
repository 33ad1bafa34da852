"""Débito automático: contracts, consents, debits, their files and the layouts in use."""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0010"
down_revision = "finbank_0009"
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


def _flags(*nomes: str) -> list[sa.Column[bool]]:
    return [sa.Column(nome, sa.Boolean(), nullable=False) for nome in nomes]


def _numbers(*nomes: str) -> list[sa.Column[int]]:
    return [sa.Column(nome, sa.BigInteger(), nullable=False) for nome in nomes]


def _days(*nomes: str) -> list[sa.Column[object]]:
    return [sa.Column(nome, sa.Date(), nullable=True) for nome in nomes]


def _reference(
    tabela: str, coluna: str, alvo: str, *, nullable: bool = False
) -> tuple[sa.schema.SchemaItem, sa.schema.SchemaItem]:
    estrangeira = sa.ForeignKeyConstraint([coluna], [f"{alvo}.id"], name=f"fk_{tabela}_{coluna}_{alvo}")
    return sa.Column(coluna, CHAVE, nullable=nullable), estrangeira


def _unique(tabela: str, *colunas: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*colunas, name=f"uq_{tabela}_{'_'.join(colunas)}")


def _index(tabela: str, *colunas: str) -> None:
    op.create_index(f"ix_{tabela}_{'_'.join(colunas)}", tabela, list(colunas))


def upgrade() -> None:
    """Add the tables, and let an import be of a contract of débito automático instead of one of cobrança."""
    _cadastros()
    _movimentos()
    _history()
    _imports()


def _cadastros() -> None:
    _table(
        "convenios_debito",
        *_texts("codigo", "descricao"),
        *_reference("convenios_debito", "conta_id", "contas"),
        *_texts("banco", "formato", "versao_layout", "convenio"),
        sa.Column("extras", sa.JSON(), nullable=False),
        *_numbers("proxima_remessa"),
        *_texts("rateio"),
        *_flags("teste", "ativo"),
        *_texts("busca"),
        _unique("convenios_debito", "empresa_id", "codigo"),
    )
    _index("convenios_debito", "conta_id")
    _table(
        "layouts_bancarios",
        *_texts("codigo", "banco", "processo", "formato", "versao_layout"),
        *_flags("generico", "ativo"),
        *_texts("observacao", "busca"),
        _unique("layouts_bancarios", "empresa_id", "codigo"),
        _unique("layouts_bancarios", "empresa_id", "banco", "processo", "formato"),
    )
    _table(
        "consentimentos",
        *_texts("codigo"),
        *_reference("consentimentos", "convenio_id", "convenios_debito"),
        *_reference("consentimentos", "pessoa_id", "pessoas"),
        *_texts("cliente_empresa", "nome", "documento", "banco", "agencia", "agencia_dv", "conta", "conta_dv"),
        *_texts("operacao"),
        *_days("validade"),
        *_flags("cheque_especial", "parcial"),
        *_days("desde"),
        *_texts("situacao", "detalhe", "cliente_empresa_novo", "busca"),
        _unique("consentimentos", "empresa_id", "codigo"),
        _unique("consentimentos", "convenio_id", "cliente_empresa"),
    )
    _index("consentimentos", "pessoa_id")


def _movimentos() -> None:
    _table(
        "debito_remessas",
        *_reference("debito_remessas", "convenio_id", "convenios_debito"),
        *_numbers("sequencia"),
        *_texts("arquivo", "sha256"),
        sa.Column("gerada_em", sa.DateTime(), nullable=False),
        *_texts("usuario"),
        *_numbers("debitos", "valor"),
        *_texts("situacao"),
        *_days("enviada_em"),
        sa.Column("conteudo", sa.LargeBinary(), nullable=False),
        *_texts("busca"),
        _unique("debito_remessas", "convenio_id", "sequencia"),
    )
    _index("debito_remessas", "gerada_em", "id")
    _table(
        "debitos",
        *_texts("codigo"),
        *_reference("debitos", "convenio_id", "convenios_debito"),
        *_reference("debitos", "consentimento_id", "consentimentos"),
        *_reference("debitos", "boleto_id", "boletos", nullable=True),
        *_texts("seu_numero"),
        *_numbers("valor"),
        *_days("vencimento"),
        *_texts("movimento", "idboleto", "historico", "situacao"),
        *_reference("debitos", "remessa_id", "debito_remessas", nullable=True),
        *_numbers("valor_debitado"),
        *_days("data_debito", "data_credito"),
        *_texts("detalhe", "busca"),
        _unique("debitos", "empresa_id", "codigo"),
        _unique("debitos", "convenio_id", "seu_numero"),
    )
    _index("debitos", "situacao", "vencimento", "id")
    _index("debitos", "vencimento", "id")
    for coluna in ("consentimento_id", "boleto_id", "idboleto", "remessa_id"):
        _index("debitos", coluna)
    _table(
        "debito_itens",
        *_reference("debito_itens", "debito_id", "debitos"),
        *_reference("debito_itens", "conta_receber_id", "contas_receber"),
        *_numbers("valor"),
        _unique("debito_itens", "debito_id", "conta_receber_id"),
    )
    _index("debito_itens", "conta_receber_id")


def _history() -> None:
    _table(
        "debito_remessa_itens",
        *_reference("debito_remessa_itens", "remessa_id", "debito_remessas"),
        *_numbers("ordem"),
        *_reference("debito_remessa_itens", "debito_id", "debitos", nullable=True),
        *_reference("debito_remessa_itens", "consentimento_id", "consentimentos"),
        *_texts("movimento", "seu_numero"),
        _unique("debito_remessa_itens", "remessa_id", "ordem"),
    )
    _index("debito_remessa_itens", "debito_id")
    _index("debito_remessa_itens", "consentimento_id")
    _table(
        "debito_eventos",
        *_reference("debito_eventos", "debito_id", "debitos", nullable=True),
        *_reference("debito_eventos", "consentimento_id", "consentimentos"),
        sa.Column("quando", sa.DateTime(), nullable=False),
        *_texts("usuario", "tipo", "texto"),
        *_reference("debito_eventos", "importacao_id", "importacoes", nullable=True),
        *_reference("debito_eventos", "remessa_id", "debito_remessas", nullable=True),
    )
    _index("debito_eventos", "debito_id", "id")
    _index("debito_eventos", "consentimento_id", "id")


def _imports() -> None:
    with op.batch_alter_table("importacoes", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("convenio_id", existing_type=CHAVE, nullable=True)
        batch.add_column(sa.Column("convenio_debito_id", CHAVE, nullable=True))
        batch.create_foreign_key(
            "fk_importacoes_convenio_debito_id_convenios_debito", "convenios_debito", ["convenio_debito_id"], ["id"]
        )
    with op.batch_alter_table("importacao_linhas", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("convenio_id", existing_type=CHAVE, nullable=True)
        batch.add_column(sa.Column("convenio_debito_id", CHAVE, nullable=True))
        batch.add_column(sa.Column("debito_id", CHAVE, nullable=True))
        batch.create_foreign_key(
            "fk_importacao_linhas_convenio_debito_id_convenios_debito",
            "convenios_debito",
            ["convenio_debito_id"],
            ["id"],
        )
        batch.create_foreign_key("fk_importacao_linhas_debito_id_debitos", "debitos", ["debito_id"], ["id"])
        batch.create_unique_constraint(
            "uq_importacao_linhas_convenio_debito_id_identidade", ["convenio_debito_id", "identidade"]
        )
    with op.batch_alter_table("devolucoes", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("convenio_id", existing_type=CHAVE, nullable=True)
