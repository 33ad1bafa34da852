"""Bank statements, what their lines were reconciled with, rules, learned categories and closed periods."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "finbank_0005"
down_revision = "finbank_0004"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(
    nome: str, *colunas: sa.Column[Any], referencias: dict[str, str], unicas: tuple[tuple[str, ...], ...] = ()
) -> None:
    """Make a table with id, empresa and version besides *colunas*."""
    partes: list[sa.Constraint] = [
        sa.ForeignKeyConstraint([coluna], [f"{alvo}.id"], name=f"fk_{nome}_{coluna}_{alvo}")
        for coluna, alvo in {"empresa_id": "empresas", **referencias}.items()
    ]
    partes += [sa.UniqueConstraint(*colunas_, name=f"uq_{nome}_{'_'.join(colunas_)}") for colunas_ in unicas]
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


def _textos(*nomes: str) -> list[sa.Column[Any]]:
    return [sa.Column(nome, sa.Text(), nullable=False) for nome in nomes]


def _numeros(*nomes: str, opcional: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(nome, sa.BigInteger(), nullable=opcional) for nome in nomes]


def _data(nome: str, *, opcional: bool = False) -> sa.Column[Any]:
    return sa.Column(nome, sa.Date(), nullable=opcional)


def _momento(nome: str, *, opcional: bool = False) -> sa.Column[Any]:
    return sa.Column(nome, sa.DateTime(), nullable=opcional)


def upgrade() -> None:
    """Add the tables; nothing that was there changes."""
    _statements()
    _links()
    _learned()


def _statements() -> None:
    _table(
        "extratos",
        _chave("conta_id"),
        *_textos("codigo", "arquivo", "sha256", "formato"),
        _momento("importado_em"),
        *_textos("usuario"),
        _data("inicio", opcional=True),
        _data("fim", opcional=True),
        *_numeros("saldo", opcional=True),
        _data("saldo_data", opcional=True),
        *_numeros("novos", "ja_importados", "saldos", "previstos", "quarentena"),
        *_textos("situacao", "busca"),
        referencias={"conta_id": "contas"},
        unicas=(("empresa_id", "codigo"),),
    )
    op.create_index("ix_extratos_sha256", "extratos", ["sha256"])
    op.create_index("ix_extratos_conta_id_fim", "extratos", ["conta_id", "fim"])
    op.create_index("ix_extratos_importado_em_id", "extratos", ["importado_em", "id"])
    _table(
        "extrato_linhas",
        _chave("extrato_id"),
        _chave("conta_id"),
        *_numeros("linha"),
        *_textos("natureza"),
        _data("data", opcional=True),
        *_numeros("valor", opcional=True),
        *_textos("texto", "documento", "fitid", "tipo", "contraparte", "chave"),
        *_numeros("ordinal", opcional=True),
        *_textos("situacao", "motivo"),
        referencias={"extrato_id": "extratos", "conta_id": "contas"},
        unicas=(("conta_id", "data", "valor", "chave", "ordinal"),),
    )
    op.create_index("ix_extrato_linhas_extrato_id_linha", "extrato_linhas", ["extrato_id", "linha"])
    op.create_index("ix_extrato_linhas_conta_id_situacao_data", "extrato_linhas", ["conta_id", "situacao", "data"])


def _links() -> None:
    _table(
        "vinculos",
        _chave("operacao_id"),
        _chave("linha_id"),
        *_textos("tipo"),
        _chave("baixa_id", opcional=True),
        _chave("tarifa_id", opcional=True),
        _chave("outra_linha_id", opcional=True),
        *_textos("categoria"),
        *_numeros("valor"),
        *_textos("porque"),
        referencias={
            "operacao_id": "operacoes",
            "linha_id": "extrato_linhas",
            "baixa_id": "baixas",
            "tarifa_id": "tarifas",
            "outra_linha_id": "extrato_linhas",
        },
    )
    for coluna in ("operacao_id", "linha_id", "baixa_id", "tarifa_id", "outra_linha_id"):
        op.create_index(f"ix_vinculos_{coluna}", "vinculos", [coluna])


def _learned() -> None:
    _table(
        "extrato_contas",
        *_textos("banco", "agencia", "conta"),
        _chave("conta_id"),
        referencias={"conta_id": "contas"},
        unicas=(("empresa_id", "banco", "agencia", "conta"),),
    )
    _table(
        "regras",
        _chave("conta_id", opcional=True),
        *_numeros("ordem"),
        *_textos("contem", "sinal", "acao", "categoria"),
        sa.Column("ativa", sa.Boolean(), nullable=False),
        referencias={"conta_id": "contas"},
    )
    op.create_index("ix_regras_empresa_id_ordem", "regras", ["empresa_id", "ordem"])
    _table(
        "categorias_aprendidas",
        *_textos("chave", "categoria"),
        *_numeros("vezes"),
        referencias={},
        unicas=(("empresa_id", "chave", "categoria"),),
    )
    _table(
        "fechamentos",
        _chave("conta_id"),
        _data("ate"),
        _momento("quando"),
        *_textos("usuario"),
        _momento("reaberto_em", opcional=True),
        *_textos("reaberto_por", "motivo"),
        referencias={"conta_id": "contas"},
    )
    op.create_index("ix_fechamentos_conta_id_ate", "fechamentos", ["conta_id", "ate"])
