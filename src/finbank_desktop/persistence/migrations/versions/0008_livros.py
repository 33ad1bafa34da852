"""The books: accounts, events, histories, lots and what moved each conta caixa.

A lot is closed by one UPDATE, refused unless each of its lançamentos sums to zero. A closed lot, its lines and its
movements refuse every change, and a month that was closed takes no new lot: by triggers, whoever writes.
"""

import sqlalchemy as sa
from alembic import op

revision = "finbank_0008"
down_revision = "finbank_0007"
branch_labels = None
depends_on = None

CHAVE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

DESBALANCEADO = "livros: o lote não fecha, os débitos e os créditos não somam zero"
FECHADO = "livros: o lote está fechado e não muda mais"
PERIODO = "livros: o período contábil está fechado"
ABERTOS = "livros: ainda há lotes abertos no período"

SOMA = "SELECT 1 FROM partidas WHERE lote_id = NEW.id GROUP BY lancamento HAVING sum(valor) <> 0"
NO_PERIODO = (
    "SELECT 1 FROM fechamentos_contabeis WHERE empresa_id = NEW.empresa_id AND reaberto_em IS NULL AND ate >= NEW.{}"
)

AINDA_ABERTOS = (
    "SELECT 1 FROM lotes_contabeis WHERE empresa_id = NEW.empresa_id AND situacao = 'ABERTO' AND inicio <= NEW.ate"
)


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


def _reference(
    tabela: str, coluna: str, alvo: str, *, opcional: bool = False
) -> tuple[sa.schema.SchemaItem, sa.schema.SchemaItem]:
    estrangeira = sa.ForeignKeyConstraint([coluna], [f"{alvo}.id"], name=f"fk_{tabela}_{coluna}_{alvo}")
    return sa.Column(coluna, CHAVE, nullable=opcional), estrangeira


def _unique(tabela: str, *colunas: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*colunas, name=f"uq_{tabela}_{'_'.join(colunas)}")


def _index(tabela: str, *colunas: str) -> None:
    op.create_index(f"ix_{tabela}_{'_'.join(colunas)}", tabela, list(colunas))


def _cadastros() -> None:
    _table(
        "plano_contas",
        *_texts("codigo", "reduzido", "nome", "natureza"),
        sa.Column("analitica", sa.Boolean(), nullable=False),
        sa.Column("ativa", sa.Boolean(), nullable=False),
        *_texts("busca"),
        _unique("plano_contas", "empresa_id", "codigo"),
    )
    _table(
        "eventos_contabeis",
        *_texts("codigo", "nome"),
        sa.Column("contas", sa.JSON(), nullable=False),
        _unique("eventos_contabeis", "empresa_id", "codigo"),
    )
    _table("historicos", *_texts("codigo", "texto"), _unique("historicos", "empresa_id", "codigo"))
    _table(
        "padroes_contabeis",
        *_texts("processo"),
        *_reference("padroes_contabeis", "evento_id", "eventos_contabeis"),
        *_reference("padroes_contabeis", "historico_id", "historicos"),
        _unique("padroes_contabeis", "empresa_id", "processo"),
    )
    _table(
        "contas_caixa",
        *_reference("contas_caixa", "conta_id", "contas"),
        *_reference("contas_caixa", "conta_contabil_id", "plano_contas", opcional=True),
        *_numbers("saldo_inicial"),
        _unique("contas_caixa", "conta_id"),
    )


def _lotes() -> None:
    _table(
        "lotes_contabeis",
        *_texts("codigo", "processo", "texto", "origem_tabela"),
        *_numbers("origem_id"),
        sa.Column("inicio", sa.Date(), nullable=False),
        sa.Column("fim", sa.Date(), nullable=False),
        *_numbers("lancamentos", "valor"),
        sa.Column("quando", sa.DateTime(), nullable=False),
        *_texts("usuario", "situacao"),
        sa.Column("fechado_em", sa.DateTime(), nullable=True),
        *_texts("fechado_por"),
        *_reference("lotes_contabeis", "estorno_de_id", "lotes_contabeis", opcional=True),
        *_texts("busca"),
        _unique("lotes_contabeis", "empresa_id", "codigo"),
    )
    _index("lotes_contabeis", "origem_id", "origem_tabela")
    _index("lotes_contabeis", "inicio", "id")
    _index("lotes_contabeis", "estorno_de_id")
    _table(
        "partidas",
        *_reference("partidas", "lote_id", "lotes_contabeis"),
        *_numbers("lancamento"),
        sa.Column("data", sa.Date(), nullable=False),
        *_reference("partidas", "conta_contabil_id", "plano_contas"),
        *_reference("partidas", "filial_id", "filiais", opcional=True),
        *_numbers("valor"),
    )
    _index("partidas", "lote_id", "lancamento")
    _table(
        "movimentos_caixa",
        *_reference("movimentos_caixa", "lote_id", "lotes_contabeis"),
        *_numbers("lancamento"),
        *_reference("movimentos_caixa", "conta_id", "contas"),
        sa.Column("data", sa.Date(), nullable=False),
        *_numbers("valor"),
        *_texts("historico", "documento", "item_tabela"),
        sa.Column("item_id", sa.BigInteger(), nullable=True),
        _unique("movimentos_caixa", "lote_id", "lancamento"),
    )
    _index("movimentos_caixa", "conta_id", "data", "id", "valor")
    _index("movimentos_caixa", "item_id", "item_tabela")
    _table(
        "fechamentos_contabeis",
        sa.Column("ate", sa.Date(), nullable=False),
        sa.Column("quando", sa.DateTime(), nullable=False),
        *_texts("usuario"),
        sa.Column("reaberto_em", sa.DateTime(), nullable=True),
        *_texts("reaberto_por", "motivo"),
    )
    _index("fechamentos_contabeis", "empresa_id", "ate")


def _guards() -> list[tuple[str, str, str, str, str]]:
    """Return the triggers: name, table, event, condition, sentence; rows are NEW and OLD."""
    fechado = "EXISTS (SELECT 1 FROM lotes_contabeis WHERE id = {}.lote_id AND situacao = 'FECHADO')"
    guards = [
        ("fecha", "lotes_contabeis", "UPDATE", f"NEW.situacao = 'FECHADO' AND EXISTS ({SOMA})", DESBALANCEADO),
        ("muda", "lotes_contabeis", "UPDATE", "OLD.situacao = 'FECHADO'", FECHADO),
        ("sai", "lotes_contabeis", "DELETE", "OLD.situacao = 'FECHADO'", FECHADO),
        ("entra", "lotes_contabeis", "INSERT", f"EXISTS ({NO_PERIODO.format('inicio')})", PERIODO),
        ("entra", "fechamentos_contabeis", "INSERT", f"EXISTS ({AINDA_ABERTOS})", ABERTOS),
    ]
    for tabela in ("partidas", "movimentos_caixa"):
        guards += [
            ("entra", tabela, "INSERT", fechado.format("NEW"), FECHADO),
            ("data", tabela, "INSERT", f"EXISTS ({NO_PERIODO.format('data')})", PERIODO),
            ("muda", tabela, "UPDATE", f"{fechado.format('OLD')} OR {fechado.format('NEW')}", FECHADO),
            ("sai", tabela, "DELETE", fechado.format("OLD"), FECHADO),
        ]
    return guards


def _sqlite(nome: str, tabela: str, evento: str, quando: str, frase: str) -> None:
    op.execute(
        f"CREATE TRIGGER {tabela}_{nome} BEFORE {evento} ON {tabela} WHEN {quando} "
        f"BEGIN SELECT RAISE(ABORT, '{frase}'); END"
    )


def _postgresql(nome: str, tabela: str, evento: str, quando: str, frase: str) -> None:
    # an integrity error for the driver, as a failed CHECK is
    volta = "OLD" if evento == "DELETE" else "NEW"
    op.execute(
        f"CREATE FUNCTION {tabela}_{nome}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {quando} THEN "
        f"RAISE EXCEPTION '{frase}' USING ERRCODE = 'check_violation'; END IF; RETURN {volta}; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {tabela}_{nome} BEFORE {evento} ON {tabela} FOR EACH ROW EXECUTE FUNCTION {tabela}_{nome}()"
    )


def upgrade() -> None:
    """Add the tables and what guards them."""
    _cadastros()
    _lotes()
    make = _sqlite if op.get_bind().dialect.name == "sqlite" else _postgresql
    for guard in _guards():
        make(*guard)
