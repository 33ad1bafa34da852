"""The first tables: cadastros, contas a receber, boletos, remessas, imports and what they did."""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0001"
down_revision = None
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables, each after those it refers to."""
    _empresas()
    _filiais()
    _pessoas()
    _sequencias()
    _contas()
    _convenios()
    _contas_receber()
    _importacoes()
    _remessas()
    _boletos()
    _importacao_mudancas()
    _remessa_arquivos()
    _baixas()
    _boleto_itens()
    _eventos()
    _importacao_linhas()
    _remessa_itens()
    _tarifas()


def _empresas() -> None:
    op.create_table(
        "empresas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("razao_social", sa.Text(), nullable=False),
        sa.Column("nome_fantasia", sa.Text(), nullable=False),
        sa.Column("documento", sa.Text(), nullable=False),
        sa.Column("logradouro", sa.Text(), nullable=False),
        sa.Column("numero", sa.Text(), nullable=False),
        sa.Column("complemento", sa.Text(), nullable=False),
        sa.Column("bairro", sa.Text(), nullable=False),
        sa.Column("cidade", sa.Text(), nullable=False),
        sa.Column("uf", sa.Text(), nullable=False),
        sa.Column("cep", sa.Text(), nullable=False),
        sa.Column("telefone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_empresas"),
        sa.UniqueConstraint("codigo", name="uq_empresas_codigo"),
        sqlite_autoincrement=True,
    )


def _filiais() -> None:
    op.create_table(
        "filiais",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("nome", sa.Text(), nullable=False),
        sa.Column("documento", sa.Text(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_filiais_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_filiais"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_filiais_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )


def _pessoas() -> None:
    op.create_table(
        "pessoas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("nome", sa.Text(), nullable=False),
        sa.Column("documento", sa.Text(), nullable=False),
        sa.Column("logradouro", sa.Text(), nullable=False),
        sa.Column("numero", sa.Text(), nullable=False),
        sa.Column("complemento", sa.Text(), nullable=False),
        sa.Column("bairro", sa.Text(), nullable=False),
        sa.Column("cidade", sa.Text(), nullable=False),
        sa.Column("uf", sa.Text(), nullable=False),
        sa.Column("cep", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("telefone", sa.Text(), nullable=False),
        sa.Column("nome_ordem", sa.Text(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_pessoas_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_pessoas"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_pessoas_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pessoas_documento", "pessoas", ["documento"])
    op.create_index("ix_pessoas_nome_ordem_id", "pessoas", ["nome_ordem", "id"])


def _sequencias() -> None:
    op.create_table(
        "sequencias",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("nome", sa.Text(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_sequencias_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_sequencias"),
        sa.UniqueConstraint("empresa_id", "nome", name="uq_sequencias_empresa_id_nome"),
        sqlite_autoincrement=True,
    )


def _contas() -> None:
    op.create_table(
        "contas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("filial_id", CHAVE, nullable=True),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("descricao", sa.Text(), nullable=False),
        sa.Column("banco", sa.Text(), nullable=False),
        sa.Column("agencia", sa.Text(), nullable=False),
        sa.Column("agencia_dv", sa.Text(), nullable=False),
        sa.Column("conta", sa.Text(), nullable=False),
        sa.Column("conta_dv", sa.Text(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_contas_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["filial_id"], ["filiais.id"], name="fk_contas_filial_id_filiais"),
        sa.PrimaryKeyConstraint("id", name="pk_contas"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_contas_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )


def _convenios() -> None:
    op.create_table(
        "convenios",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("filial_id", CHAVE, nullable=True),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("descricao", sa.Text(), nullable=False),
        sa.Column("conta_id", CHAVE, nullable=False),
        sa.Column("banco", sa.Text(), nullable=False),
        sa.Column("formato", sa.Text(), nullable=False),
        sa.Column("convenio", sa.Text(), nullable=False),
        sa.Column("codigo_beneficiario", sa.Text(), nullable=False),
        sa.Column("codigo_beneficiario_dv", sa.Text(), nullable=False),
        sa.Column("carteira", sa.Text(), nullable=False),
        sa.Column("variacao", sa.Text(), nullable=False),
        sa.Column("modalidade", sa.Text(), nullable=False),
        sa.Column("extras", sa.JSON(), nullable=False),
        sa.Column("emissao", sa.Text(), nullable=False),
        sa.Column("especie", sa.Text(), nullable=False),
        sa.Column("aceite", sa.Boolean(), nullable=False),
        sa.Column("juros_tipo", sa.Text(), nullable=False),
        sa.Column("juros", sa.BigInteger(), nullable=False),
        sa.Column("multa_tipo", sa.Text(), nullable=False),
        sa.Column("multa", sa.BigInteger(), nullable=False),
        sa.Column("desconto_tipo", sa.Text(), nullable=False),
        sa.Column("desconto", sa.BigInteger(), nullable=False),
        sa.Column("desconto_dias", sa.BigInteger(), nullable=False),
        sa.Column("protesto_dias", sa.BigInteger(), nullable=True),
        sa.Column("baixa_dias", sa.BigInteger(), nullable=True),
        sa.Column("nosso_numero_inicio", sa.BigInteger(), nullable=False),
        sa.Column("nosso_numero_fim", sa.BigInteger(), nullable=False),
        sa.Column("proximo_nosso_numero", sa.BigInteger(), nullable=False),
        sa.Column("proxima_remessa", sa.BigInteger(), nullable=False),
        sa.Column("instrucoes", sa.JSON(), nullable=False),
        sa.Column("local_pagamento", sa.Text(), nullable=False),
        sa.Column("logo", sa.Text(), nullable=False),
        sa.Column("ativo", sa.Boolean(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conta_id"], ["contas.id"], name="fk_convenios_conta_id_contas"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_convenios_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["filial_id"], ["filiais.id"], name="fk_convenios_filial_id_filiais"),
        sa.PrimaryKeyConstraint("id", name="pk_convenios"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_convenios_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_convenios_conta_id", "convenios", ["conta_id"])


def _contas_receber() -> None:
    op.create_table(
        "contas_receber",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("filial_id", CHAVE, nullable=True),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("pessoa_id", CHAVE, nullable=False),
        sa.Column("convenio_id", CHAVE, nullable=True),
        sa.Column("documento", sa.Text(), nullable=False),
        sa.Column("descricao", sa.Text(), nullable=False),
        sa.Column("origem", sa.Text(), nullable=False),
        sa.Column("emissao", sa.Date(), nullable=False),
        sa.Column("vencimento", sa.Date(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("valor_baixado", sa.BigInteger(), nullable=False),
        sa.Column("situacao", sa.Text(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_contas_receber_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_contas_receber_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["filial_id"], ["filiais.id"], name="fk_contas_receber_filial_id_filiais"),
        sa.ForeignKeyConstraint(["pessoa_id"], ["pessoas.id"], name="fk_contas_receber_pessoa_id_pessoas"),
        sa.PrimaryKeyConstraint("id", name="pk_contas_receber"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_contas_receber_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contas_receber_codigo_id", "contas_receber", ["codigo", "id"])
    op.create_index("ix_contas_receber_convenio_id", "contas_receber", ["convenio_id"])
    op.create_index("ix_contas_receber_documento_id", "contas_receber", ["documento", "id"])
    op.create_index("ix_contas_receber_emissao_id", "contas_receber", ["emissao", "id"])
    op.create_index(
        "ix_contas_receber_lista",
        "contas_receber",
        ["vencimento", "id", "empresa_id", "situacao", "convenio_id", "pessoa_id", "valor", "valor_baixado"],
    )
    op.create_index("ix_contas_receber_pessoa_id", "contas_receber", ["pessoa_id"])
    op.create_index(
        "ix_contas_receber_situacao", "contas_receber", ["situacao", "vencimento", "id", "valor", "valor_baixado"]
    )
    op.create_index("ix_contas_receber_valor_id", "contas_receber", ["valor", "id"])


def _importacoes() -> None:
    op.create_table(
        "importacoes",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("convenio_id", CHAVE, nullable=False),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("numero", sa.BigInteger(), nullable=True),
        sa.Column("tipo", sa.Text(), nullable=False),
        sa.Column("data_emissao", sa.Date(), nullable=True),
        sa.Column("importada_em", sa.DateTime(), nullable=False),
        sa.Column("usuario", sa.Text(), nullable=False),
        sa.Column("arquivo", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("registros", sa.BigInteger(), nullable=False),
        sa.Column("baixas", sa.BigInteger(), nullable=False),
        sa.Column("confirmacoes", sa.BigInteger(), nullable=False),
        sa.Column("rejeicoes", sa.BigInteger(), nullable=False),
        sa.Column("tarifas", sa.BigInteger(), nullable=False),
        sa.Column("nao_localizados", sa.BigInteger(), nullable=False),
        sa.Column("a_devolver", sa.BigInteger(), nullable=False),
        sa.Column("conferir", sa.BigInteger(), nullable=False),
        sa.Column("ja_processados", sa.BigInteger(), nullable=False),
        sa.Column("ignorados", sa.BigInteger(), nullable=False),
        sa.Column("situacao", sa.Text(), nullable=False),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_importacoes_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_importacoes_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_importacoes"),
        sa.UniqueConstraint("empresa_id", "codigo", name="uq_importacoes_empresa_id_codigo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_importacoes_importada_em_id", "importacoes", ["importada_em", "id"])
    op.create_index("ix_importacoes_sha256", "importacoes", ["sha256"])


def _remessas() -> None:
    op.create_table(
        "remessas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("convenio_id", CHAVE, nullable=False),
        sa.Column("sequencia", sa.BigInteger(), nullable=False),
        sa.Column("arquivo", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("gerada_em", sa.DateTime(), nullable=False),
        sa.Column("usuario", sa.Text(), nullable=False),
        sa.Column("titulos", sa.BigInteger(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("situacao", sa.Text(), nullable=False),
        sa.Column("enviada_em", sa.Date(), nullable=True),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_remessas_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_remessas_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_remessas"),
        sa.UniqueConstraint("convenio_id", "sequencia", name="uq_remessas_convenio_id_sequencia"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_remessas_gerada_em_id", "remessas", ["gerada_em", "id"])


def _boletos() -> None:
    op.create_table(
        "boletos",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("filial_id", CHAVE, nullable=True),
        sa.Column("convenio_id", CHAVE, nullable=False),
        sa.Column("pessoa_id", CHAVE, nullable=False),
        sa.Column("sequencial", sa.BigInteger(), nullable=False),
        sa.Column("numero_documento", sa.Text(), nullable=False),
        sa.Column("nosso_numero", sa.Text(), nullable=False),
        sa.Column("nosso_numero_dv", sa.Text(), nullable=False),
        sa.Column("nosso_numero_impresso", sa.Text(), nullable=False),
        sa.Column("agencia_codigo_beneficiario", sa.Text(), nullable=False),
        sa.Column("carteira_impressa", sa.Text(), nullable=False),
        sa.Column("codigo_barras", sa.Text(), nullable=False),
        sa.Column("linha_digitavel", sa.Text(), nullable=False),
        sa.Column("emissao", sa.Date(), nullable=False),
        sa.Column("vencimento", sa.Date(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("especie", sa.Text(), nullable=False),
        sa.Column("aceite", sa.Boolean(), nullable=False),
        sa.Column("juros_tipo", sa.Text(), nullable=False),
        sa.Column("juros", sa.BigInteger(), nullable=False),
        sa.Column("multa_tipo", sa.Text(), nullable=False),
        sa.Column("multa", sa.BigInteger(), nullable=False),
        sa.Column("desconto_tipo", sa.Text(), nullable=False),
        sa.Column("desconto", sa.BigInteger(), nullable=False),
        sa.Column("desconto_dias", sa.BigInteger(), nullable=False),
        sa.Column("protesto_dias", sa.BigInteger(), nullable=True),
        sa.Column("baixa_dias", sa.BigInteger(), nullable=True),
        sa.Column("instrucoes", sa.JSON(), nullable=False),
        sa.Column("situacao", sa.Text(), nullable=False),
        sa.Column("no_banco", sa.Text(), nullable=False),
        sa.Column("no_banco_detalhe", sa.Text(), nullable=False),
        sa.Column("remessa_id", CHAVE, nullable=True),
        sa.Column("comando", sa.Text(), nullable=False),
        sa.Column("valor_pago", sa.BigInteger(), nullable=False),
        sa.Column("data_pagamento", sa.Date(), nullable=True),
        sa.Column("data_credito", sa.Date(), nullable=True),
        sa.Column("busca", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_boletos_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_boletos_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["filial_id"], ["filiais.id"], name="fk_boletos_filial_id_filiais"),
        sa.ForeignKeyConstraint(["pessoa_id"], ["pessoas.id"], name="fk_boletos_pessoa_id_pessoas"),
        sa.ForeignKeyConstraint(["remessa_id"], ["remessas.id"], name="fk_boletos_remessa_id_remessas"),
        sa.PrimaryKeyConstraint("id", name="pk_boletos"),
        sa.UniqueConstraint("convenio_id", "nosso_numero", name="uq_boletos_convenio_id_nosso_numero"),
        sa.UniqueConstraint("convenio_id", "sequencial", name="uq_boletos_convenio_id_sequencial"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_boletos_convenio_id_no_banco_id", "boletos", ["convenio_id", "no_banco", "id"])
    op.create_index("ix_boletos_emissao_id", "boletos", ["emissao", "id"])
    op.create_index(
        "ix_boletos_lista",
        "boletos",
        ["vencimento", "id", "empresa_id", "situacao", "no_banco", "convenio_id", "pessoa_id", "valor", "valor_pago"],
    )
    op.create_index("ix_boletos_nosso_numero_id", "boletos", ["nosso_numero", "id"])
    op.create_index("ix_boletos_numero_documento_id", "boletos", ["numero_documento", "id"])
    op.create_index("ix_boletos_pessoa_id", "boletos", ["pessoa_id"])
    op.create_index("ix_boletos_remessa_id", "boletos", ["remessa_id"])
    op.create_index("ix_boletos_situacao", "boletos", ["situacao", "vencimento", "id", "valor", "valor_pago"])
    op.create_index("ix_boletos_valor_id", "boletos", ["valor", "id"])


def _importacao_mudancas() -> None:
    op.create_table(
        "importacao_mudancas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("importacao_id", CHAVE, nullable=False),
        sa.Column("tabela", sa.Text(), nullable=False),
        sa.Column("registro_id", sa.BigInteger(), nullable=False),
        sa.Column("antes", sa.JSON(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_importacao_mudancas_empresa_id_empresas"),
        sa.ForeignKeyConstraint(
            ["importacao_id"], ["importacoes.id"], name="fk_importacao_mudancas_importacao_id_importacoes"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_importacao_mudancas"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_importacao_mudancas_importacao_id", "importacao_mudancas", ["importacao_id"])


def _remessa_arquivos() -> None:
    op.create_table(
        "remessa_arquivos",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("remessa_id", CHAVE, nullable=False),
        sa.Column("conteudo", sa.LargeBinary(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_remessa_arquivos_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["remessa_id"], ["remessas.id"], name="fk_remessa_arquivos_remessa_id_remessas"),
        sa.PrimaryKeyConstraint("id", name="pk_remessa_arquivos"),
        sa.UniqueConstraint("remessa_id", name="uq_remessa_arquivos_remessa_id"),
        sqlite_autoincrement=True,
    )


def _baixas() -> None:
    op.create_table(
        "baixas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("conta_receber_id", CHAVE, nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=True),
        sa.Column("importacao_id", CHAVE, nullable=True),
        sa.Column("linha", sa.BigInteger(), nullable=True),
        sa.Column("data", sa.Date(), nullable=False),
        sa.Column("data_credito", sa.Date(), nullable=True),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("juros", sa.BigInteger(), nullable=False),
        sa.Column("multa", sa.BigInteger(), nullable=False),
        sa.Column("desconto", sa.BigInteger(), nullable=False),
        sa.Column("abatimento", sa.BigInteger(), nullable=False),
        sa.Column("valor_pago", sa.BigInteger(), nullable=False),
        sa.Column("estornada_por", CHAVE, nullable=True),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_baixas_boleto_id_boletos"),
        sa.ForeignKeyConstraint(
            ["conta_receber_id"], ["contas_receber.id"], name="fk_baixas_conta_receber_id_contas_receber"
        ),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_baixas_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["estornada_por"], ["importacoes.id"], name="fk_baixas_estornada_por_importacoes"),
        sa.ForeignKeyConstraint(["importacao_id"], ["importacoes.id"], name="fk_baixas_importacao_id_importacoes"),
        sa.PrimaryKeyConstraint("id", name="pk_baixas"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_baixas_boleto_id", "baixas", ["boleto_id"])
    op.create_index("ix_baixas_conta_receber_id", "baixas", ["conta_receber_id"])
    op.create_index("ix_baixas_data_id", "baixas", ["data", "id"])
    op.create_index("ix_baixas_importacao_id", "baixas", ["importacao_id"])


def _boleto_itens() -> None:
    op.create_table(
        "boleto_itens",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=False),
        sa.Column("conta_receber_id", CHAVE, nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_boleto_itens_boleto_id_boletos"),
        sa.ForeignKeyConstraint(
            ["conta_receber_id"], ["contas_receber.id"], name="fk_boleto_itens_conta_receber_id_contas_receber"
        ),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_boleto_itens_empresa_id_empresas"),
        sa.PrimaryKeyConstraint("id", name="pk_boleto_itens"),
        sa.UniqueConstraint("boleto_id", "conta_receber_id", name="uq_boleto_itens_boleto_id_conta_receber_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_boleto_itens_conta_receber_id", "boleto_itens", ["conta_receber_id"])


def _eventos() -> None:
    op.create_table(
        "eventos",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=False),
        sa.Column("quando", sa.DateTime(), nullable=False),
        sa.Column("usuario", sa.Text(), nullable=False),
        sa.Column("tipo", sa.Text(), nullable=False),
        sa.Column("texto", sa.Text(), nullable=False),
        sa.Column("importacao_id", CHAVE, nullable=True),
        sa.Column("remessa_id", CHAVE, nullable=True),
        sa.Column("linha", sa.BigInteger(), nullable=True),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_eventos_boleto_id_boletos"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_eventos_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["importacao_id"], ["importacoes.id"], name="fk_eventos_importacao_id_importacoes"),
        sa.ForeignKeyConstraint(["remessa_id"], ["remessas.id"], name="fk_eventos_remessa_id_remessas"),
        sa.PrimaryKeyConstraint("id", name="pk_eventos"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_eventos_boleto_id_id", "eventos", ["boleto_id", "id"])
    op.create_index("ix_eventos_importacao_id", "eventos", ["importacao_id"])
    op.create_index("ix_eventos_remessa_id", "eventos", ["remessa_id"])


def _importacao_linhas() -> None:
    op.create_table(
        "importacao_linhas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("convenio_id", CHAVE, nullable=False),
        sa.Column("importacao_id", CHAVE, nullable=False),
        sa.Column("linha", sa.BigInteger(), nullable=False),
        sa.Column("identidade", sa.Text(), nullable=True),
        sa.Column("tab", sa.Text(), nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=True),
        sa.Column("efeito", sa.Text(), nullable=False),
        sa.Column("codigo", sa.Text(), nullable=False),
        sa.Column("texto", sa.Text(), nullable=False),
        sa.Column("valor_pago", sa.BigInteger(), nullable=True),
        sa.Column("tarifa", sa.BigInteger(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_importacao_linhas_boleto_id_boletos"),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_importacao_linhas_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_importacao_linhas_empresa_id_empresas"),
        sa.ForeignKeyConstraint(
            ["importacao_id"], ["importacoes.id"], name="fk_importacao_linhas_importacao_id_importacoes"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_importacao_linhas"),
        sa.UniqueConstraint("convenio_id", "identidade", name="uq_importacao_linhas_convenio_id_identidade"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_importacao_linhas_boleto_id", "importacao_linhas", ["boleto_id"])
    op.create_index("ix_importacao_linhas_importacao_id_linha", "importacao_linhas", ["importacao_id", "linha"])


def _remessa_itens() -> None:
    op.create_table(
        "remessa_itens",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("remessa_id", CHAVE, nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=False),
        sa.Column("ordem", sa.BigInteger(), nullable=False),
        sa.Column("comando", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_remessa_itens_boleto_id_boletos"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_remessa_itens_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["remessa_id"], ["remessas.id"], name="fk_remessa_itens_remessa_id_remessas"),
        sa.PrimaryKeyConstraint("id", name="pk_remessa_itens"),
        sa.UniqueConstraint("remessa_id", "ordem", name="uq_remessa_itens_remessa_id_ordem"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_remessa_itens_boleto_id", "remessa_itens", ["boleto_id"])


def _tarifas() -> None:
    op.create_table(
        "tarifas",
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        sa.Column("convenio_id", CHAVE, nullable=False),
        sa.Column("boleto_id", CHAVE, nullable=True),
        sa.Column("importacao_id", CHAVE, nullable=True),
        sa.Column("linha", sa.BigInteger(), nullable=True),
        sa.Column("data", sa.Date(), nullable=False),
        sa.Column("valor", sa.BigInteger(), nullable=False),
        sa.Column("texto", sa.Text(), nullable=False),
        sa.Column("versao", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["boleto_id"], ["boletos.id"], name="fk_tarifas_boleto_id_boletos"),
        sa.ForeignKeyConstraint(["convenio_id"], ["convenios.id"], name="fk_tarifas_convenio_id_convenios"),
        sa.ForeignKeyConstraint(["empresa_id"], ["empresas.id"], name="fk_tarifas_empresa_id_empresas"),
        sa.ForeignKeyConstraint(["importacao_id"], ["importacoes.id"], name="fk_tarifas_importacao_id_importacoes"),
        sa.PrimaryKeyConstraint("id", name="pk_tarifas"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tarifas_boleto_id", "tarifas", ["boleto_id"])
    op.create_index("ix_tarifas_data_id", "tarifas", ["data", "id"])
    op.create_index("ix_tarifas_importacao_id", "tarifas", ["importacao_id"])
