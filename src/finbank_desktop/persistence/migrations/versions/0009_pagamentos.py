"""Payments: contas a pagar, the contracts, the files and their answers, DDA."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "finbank_0009"
down_revision = "finbank_0008"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(
    nome: str, *colunas: sa.Column[Any], referencias: Mapping[str, str], unicas: tuple[tuple[str, ...], ...] = ()
) -> None:
    """Make a table with id, empresa and version besides *colunas*."""
    partes: list[sa.Constraint] = [
        sa.ForeignKeyConstraint([coluna], [f"{alvo}.id"], name=f"fk_{nome}_{coluna}_{alvo}"[:63])  # PostgreSQL's limit
        for coluna, alvo in {"empresa_id": "empresas", **referencias}.items()
    ]
    partes += [sa.UniqueConstraint(*unica, name=f"uq_{nome}_{'_'.join(unica)}") for unica in unicas]
    op.create_table(
        nome,
        sa.Column("id", CHAVE, nullable=False),
        sa.Column("empresa_id", CHAVE, nullable=False),
        *colunas,
        sa.Column("versao", sa.Integer(), nullable=False),
        *partes,
        sa.PrimaryKeyConstraint("id", name=f"pk_{nome}"),
        sqlite_autoincrement=True,
    )


def _chave(nome: str, *, opcional: bool = False) -> sa.Column[Any]:
    return sa.Column(nome, CHAVE, nullable=opcional)


def _textos(*nomes: str, opcional: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(nome, sa.Text(), nullable=opcional) for nome in nomes]


def _numeros(*nomes: str, opcional: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(nome, sa.BigInteger(), nullable=opcional) for nome in nomes]


def _data(nome: str, *, opcional: bool = False) -> sa.Column[Any]:
    return sa.Column(nome, sa.Date(), nullable=opcional)


def _momento(nome: str) -> sa.Column[Any]:
    return sa.Column(nome, sa.DateTime(), nullable=False)


def _json(nome: str, *, opcional: bool = False) -> sa.Column[Any]:
    return sa.Column(nome, sa.JSON(), nullable=opcional)


def _logico(nome: str) -> sa.Column[Any]:
    return sa.Column(nome, sa.Boolean(), nullable=False)


def _bytes(nome: str) -> sa.Column[Any]:
    return sa.Column(nome, sa.LargeBinary(), nullable=False)


def upgrade() -> None:
    """Add the tables; nothing that was there changes."""
    _cadastros()
    _remessas()
    _contas()
    _importacoes()
    _dda()


def _cadastros() -> None:
    _table(
        "pessoa_contas",
        _chave("pessoa_id"),
        *_textos("codigo", "banco", "agencia", "agencia_dv", "conta", "conta_dv", "ispb", "tipo"),
        _logico("principal"),
        referencias={"pessoa_id": "pessoas"},
        unicas=(("empresa_id", "codigo"),),
    )
    op.create_index("ix_pessoa_contas_pessoa_id", "pessoa_contas", ["pessoa_id"])
    _table(
        "pessoa_chaves_pix",
        _chave("pessoa_id"),
        *_textos("codigo", "tipo", "chave"),
        _logico("principal"),
        referencias={"pessoa_id": "pessoas"},
        unicas=(("empresa_id", "codigo"), ("pessoa_id", "chave")),
    )
    _table(
        "convenios_pagamento",
        *_textos("codigo", "descricao"),
        _chave("conta_id"),
        *_textos("banco", "convenio"),
        _json("extras"),
        *_textos("servico"),
        *_numeros("proxima_remessa"),
        _logico("teste"),
        _logico("ativo"),
        *_textos("busca"),
        referencias={"conta_id": "contas"},
        unicas=(("empresa_id", "codigo"),),
    )
    op.create_index("ix_convenios_pagamento_banco", "convenios_pagamento", ["banco"])
    op.create_index("ix_convenios_pagamento_conta_id", "convenios_pagamento", ["conta_id"])
    _table(
        "configuracoes_pagamento",
        *_numeros("aprovacoes"),
        referencias={},
        unicas=(("empresa_id",),),
    )


def _remessas() -> None:
    _table(
        "remessas_pagamento",
        _chave("convenio_id"),
        *_numeros("sequencia"),
        *_textos("arquivo", "sha256"),
        _momento("gerada_em"),
        *_textos("usuario"),
        *_numeros("pagamentos", "valor"),
        *_textos("situacao"),
        _data("enviada_em", opcional=True),
        referencias={"convenio_id": "convenios_pagamento"},
        unicas=(("convenio_id", "sequencia"),),
    )
    op.create_index("ix_remessas_pagamento_gerada_em_id", "remessas_pagamento", ["gerada_em", "id"])
    _table(
        "remessa_pagamento_arquivos",
        _chave("remessa_id"),
        _bytes("conteudo"),
        referencias={"remessa_id": "remessas_pagamento"},
        unicas=(("remessa_id",),),
    )


def _contas() -> None:
    _table(
        "contas_pagar",
        _chave("filial_id", opcional=True),
        *_textos("codigo"),
        _chave("pessoa_id", opcional=True),
        *_textos("nome", "documento", "descricao"),
        _data("emissao"),
        _data("vencimento"),
        _data("data_pagamento", opcional=True),
        *_numeros("valor", "desconto", "acrescimos"),
        *_textos("forma", opcional=True),
        _chave("convenio_id", opcional=True),
        _chave("conta_favorecido_id", opcional=True),
        _chave("chave_favorecido_id", opcional=True),
        *_textos("codigo_barras", "pix_qr", "pix_txid", "mensagem"),
        _json("tributo", opcional=True),
        *_textos("final_nome", "final_documento", "seu_numero", "situacao", "detalhe"),
        _chave("remessa_id", opcional=True),
        *_numeros("valor_pago"),
        _data("pago_em", opcional=True),
        *_textos("autenticacao", "busca"),
        referencias={
            "filial_id": "filiais",
            "pessoa_id": "pessoas",
            "convenio_id": "convenios_pagamento",
            "conta_favorecido_id": "pessoa_contas",
            "chave_favorecido_id": "pessoa_chaves_pix",
            "remessa_id": "remessas_pagamento",
        },
        unicas=(("empresa_id", "codigo"), ("empresa_id", "seu_numero")),
    )
    op.create_index("ix_contas_pagar_chave_favorecido_id", "contas_pagar", ["chave_favorecido_id"])
    op.create_index("ix_contas_pagar_codigo_barras", "contas_pagar", ["codigo_barras"])
    op.create_index("ix_contas_pagar_conta_favorecido_id", "contas_pagar", ["conta_favorecido_id"])
    op.create_index("ix_contas_pagar_convenio_id", "contas_pagar", ["convenio_id"])
    op.create_index(
        "ix_contas_pagar_lista", "contas_pagar", ["vencimento", "id", "empresa_id", "situacao", "pessoa_id", "valor"]
    )
    op.create_index("ix_contas_pagar_pessoa_id", "contas_pagar", ["pessoa_id"])
    op.create_index("ix_contas_pagar_remessa_id", "contas_pagar", ["remessa_id"])
    op.create_index("ix_contas_pagar_situacao_vencimento_id", "contas_pagar", ["situacao", "vencimento", "id"])
    _table(
        "aprovacoes_pagamento",
        _chave("conta_pagar_id"),
        *_textos("usuario"),
        _momento("quando"),
        referencias={"conta_pagar_id": "contas_pagar"},
        unicas=(("conta_pagar_id", "usuario"),),
    )
    _table(
        "anexos_pagar",
        _chave("conta_pagar_id"),
        *_textos("nome", "sha256"),
        *_numeros("tamanho"),
        _momento("quando"),
        *_textos("usuario"),
        referencias={"conta_pagar_id": "contas_pagar"},
        unicas=(("conta_pagar_id", "sha256"),),
    )
    _table(
        "anexo_pagar_conteudos",
        _chave("anexo_id"),
        _bytes("conteudo"),
        referencias={"anexo_id": "anexos_pagar"},
        unicas=(("anexo_id",),),
    )
    _table(
        "pagamentos",
        _chave("remessa_id"),
        _chave("convenio_id"),
        _chave("conta_pagar_id"),
        _chave("viva_conta_id", opcional=True),
        *_numeros("ordem"),
        *_textos("seu_numero", "forma", "favorecido", "documento", "destino"),
        _data("data_pagamento"),
        *_numeros("valor"),
        *_textos("situacao", "ocorrencia", "ocorrencia_texto"),
        referencias={
            "remessa_id": "remessas_pagamento",
            "convenio_id": "convenios_pagamento",
            "conta_pagar_id": "contas_pagar",
            "viva_conta_id": "contas_pagar",
        },
        unicas=(("convenio_id", "seu_numero"), ("remessa_id", "ordem"), ("viva_conta_id",)),
    )
    op.create_index("ix_pagamentos_conta_pagar_id", "pagamentos", ["conta_pagar_id"])


def _importacoes() -> None:
    _table(
        "importacoes_pagamento",
        _chave("convenio_id", opcional=True),
        *_textos("codigo"),
        *_numeros("numero", opcional=True),
        *_textos("tipo"),
        _data("data_emissao", opcional=True),
        _momento("importada_em"),
        *_textos("usuario", "arquivo", "sha256"),
        *_numeros("registros"),
        _json("contagens"),
        *_textos("situacao", "busca"),
        referencias={"convenio_id": "convenios_pagamento"},
        unicas=(("empresa_id", "codigo"),),
    )
    op.create_index("ix_importacoes_pagamento_importada_em_id", "importacoes_pagamento", ["importada_em", "id"])
    op.create_index("ix_importacoes_pagamento_sha256", "importacoes_pagamento", ["sha256"])
    _table(
        "importacao_pagamento_linhas",
        _chave("importacao_id"),
        _chave("convenio_id", opcional=True),
        *_numeros("linha"),
        *_textos("identidade", opcional=True),
        *_textos("tab"),
        _chave("conta_pagar_id", opcional=True),
        _chave("pagamento_id", opcional=True),
        *_textos("efeito", "codigo", "texto"),
        *_numeros("valor", opcional=True),
        *_textos("raw"),
        referencias={
            "importacao_id": "importacoes_pagamento",
            "convenio_id": "convenios_pagamento",
            "conta_pagar_id": "contas_pagar",
            "pagamento_id": "pagamentos",
        },
        unicas=(("convenio_id", "identidade"),),
    )
    op.create_index("ix_importacao_pagamento_linhas_conta_pagar_id", "importacao_pagamento_linhas", ["conta_pagar_id"])
    op.create_index(
        "ix_importacao_pagamento_linhas_importacao_id_linha", "importacao_pagamento_linhas", ["importacao_id", "linha"]
    )
    op.create_index("ix_importacao_pagamento_linhas_pagamento_id", "importacao_pagamento_linhas", ["pagamento_id"])
    _table(
        "importacao_pagamento_mudancas",
        _chave("importacao_id"),
        *_textos("tabela"),
        *_numeros("registro_id"),
        _json("antes"),
        referencias={"importacao_id": "importacoes_pagamento"},
    )
    op.create_index(
        "ix_importacao_pagamento_mudancas_importacao_id", "importacao_pagamento_mudancas", ["importacao_id"]
    )
    _table(
        "baixas_pagar",
        _chave("conta_pagar_id"),
        _chave("pagamento_id", opcional=True),
        _chave("importacao_id", opcional=True),
        *_numeros("linha", opcional=True),
        _data("data"),
        *_numeros("valor", "acrescimos", "desconto", "valor_pago"),
        _chave("conta_id", opcional=True),
        *_textos("forma", "autenticacao", "usuario"),
        _data("estornada_em", opcional=True),
        _chave("estornada_por", opcional=True),
        referencias={
            "conta_pagar_id": "contas_pagar",
            "pagamento_id": "pagamentos",
            "importacao_id": "importacoes_pagamento",
            "conta_id": "contas",
            "estornada_por": "importacoes_pagamento",
        },
    )
    op.create_index("ix_baixas_pagar_conta_pagar_id", "baixas_pagar", ["conta_pagar_id"])
    op.create_index("ix_baixas_pagar_data_id", "baixas_pagar", ["data", "id"])
    op.create_index("ix_baixas_pagar_importacao_id", "baixas_pagar", ["importacao_id"])
    op.create_index("ix_baixas_pagar_pagamento_id", "baixas_pagar", ["pagamento_id"])


def _dda() -> None:
    _table(
        "boletos_dda",
        _chave("importacao_id"),
        *_numeros("linha"),
        *_textos("codigo_barras", "documento", "nome", "numero_documento"),
        _data("vencimento"),
        *_numeros("valor"),
        _data("emissao", opcional=True),
        _chave("conta_pagar_id", opcional=True),
        *_textos("busca"),
        referencias={"importacao_id": "importacoes_pagamento", "conta_pagar_id": "contas_pagar"},
        unicas=(("empresa_id", "codigo_barras"),),
    )
    op.create_index("ix_boletos_dda_conta_pagar_id", "boletos_dda", ["conta_pagar_id"])
    op.create_index("ix_boletos_dda_importacao_id", "boletos_dda", ["importacao_id"])
    op.create_index("ix_boletos_dda_vencimento_id", "boletos_dda", ["vencimento", "id"])
    _table(
        "eventos_pagar",
        _chave("conta_pagar_id"),
        _momento("quando"),
        *_textos("usuario", "tipo", "texto"),
        _chave("remessa_id", opcional=True),
        _chave("importacao_id", opcional=True),
        *_numeros("linha", opcional=True),
        referencias={
            "conta_pagar_id": "contas_pagar",
            "remessa_id": "remessas_pagamento",
            "importacao_id": "importacoes_pagamento",
        },
    )
    op.create_index("ix_eventos_pagar_conta_pagar_id_id", "eventos_pagar", ["conta_pagar_id", "id"])
