"""The tables of the books; see `tables` for the rest.

What a closed lot or a closed month forbids stands in migration 0008 as triggers.
"""

from sqlalchemy import JSON, Boolean, Column, Index, UniqueConstraint

from finbank_desktop.persistence.columns import Momento, centavos, data, empresa, numero, referencia, table, texto

plano_contas = table(
    "plano_contas",
    empresa(),
    texto("codigo"),
    texto("reduzido"),
    texto("nome"),
    texto("natureza"),
    Column("analitica", Boolean, nullable=False),
    Column("ativa", Boolean, nullable=False),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
)

eventos_contabeis = table(
    "eventos_contabeis",
    empresa(),
    texto("codigo"),
    texto("nome"),
    Column("contas", JSON, nullable=False),
    UniqueConstraint("empresa_id", "codigo"),
)

historicos = table(
    "historicos",
    empresa(),
    texto("codigo"),
    texto("texto"),
    UniqueConstraint("empresa_id", "codigo"),
)

padroes_contabeis = table(
    "padroes_contabeis",
    empresa(),
    texto("processo"),
    referencia("evento_id", "eventos_contabeis"),
    referencia("historico_id", "historicos"),
    UniqueConstraint("empresa_id", "processo"),
)

contas_caixa = table(
    "contas_caixa",
    empresa(),
    referencia("conta_id", "contas"),
    referencia("conta_contabil_id", "plano_contas", opcional=True),
    centavos("saldo_inicial"),
    UniqueConstraint("conta_id"),
)

lotes_contabeis = table(
    "lotes_contabeis",
    empresa(),
    texto("codigo"),
    texto("processo"),
    texto("texto"),
    texto("origem_tabela"),
    numero("origem_id"),
    data("inicio"),
    data("fim"),
    numero("lancamentos"),
    centavos("valor"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    texto("situacao"),
    Column("fechado_em", Momento, nullable=True),
    texto("fechado_por"),
    referencia("estorno_de_id", "lotes_contabeis", opcional=True),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "origem_id", "origem_tabela"),
    Index(None, "inicio", "id"),
    Index(None, "estorno_de_id"),
)

partidas = table(
    "partidas",
    empresa(),
    referencia("lote_id", "lotes_contabeis"),
    numero("lancamento"),
    data("data"),
    referencia("conta_contabil_id", "plano_contas"),
    referencia("filial_id", "filiais", opcional=True),
    centavos("valor"),
    Index(None, "lote_id", "lancamento"),
)

movimentos_caixa = table(
    "movimentos_caixa",
    empresa(),
    referencia("lote_id", "lotes_contabeis"),
    numero("lancamento"),
    referencia("conta_id", "contas"),
    data("data"),
    centavos("valor"),
    texto("historico"),
    texto("documento"),
    texto("item_tabela"),
    # no foreign key: what was undone is gone, and a closed lot still names it
    numero("item_id", opcional=True),
    UniqueConstraint("lote_id", "lancamento"),
    # covers the balance of a conta caixa
    Index(None, "conta_id", "data", "id", "valor"),
    Index(None, "item_id", "item_tabela"),
)

fechamentos_contabeis = table(
    "fechamentos_contabeis",
    empresa(),
    data("ate"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    Column("reaberto_em", Momento, nullable=True),
    texto("reaberto_por"),
    texto("motivo"),
    Index(None, "empresa_id", "ate"),
)
