"""The tables of bank statements and of what their lines were reconciled with; see `tables` for the rest."""

from sqlalchemy import Boolean, Column, Index, UniqueConstraint

from finbank_desktop.persistence.columns import Momento, centavos, data, empresa, numero, referencia, table, texto

extratos = table(
    "extratos",
    empresa(),
    referencia("conta_id", "contas"),
    texto("codigo"),
    texto("arquivo"),
    texto("sha256"),
    texto("formato"),
    Column("importado_em", Momento, nullable=False),
    texto("usuario"),
    data("inicio", opcional=True),
    data("fim", opcional=True),
    centavos("saldo", opcional=True),
    data("saldo_data", opcional=True),
    numero("novos"),
    numero("ja_importados"),
    numero("saldos"),
    numero("previstos"),
    numero("quarentena"),
    texto("situacao"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "sha256"),
    Index(None, "conta_id", "fim"),
    Index(None, "importado_em", "id"),
)

extrato_linhas = table(
    "extrato_linhas",
    empresa(),
    referencia("extrato_id", "extratos"),
    referencia("conta_id", "contas"),
    numero("linha"),
    texto("natureza"),
    data("data", opcional=True),
    centavos("valor", opcional=True),
    texto("texto"),
    texto("documento"),
    texto("fitid"),
    texto("tipo"),
    texto("contraparte"),
    texto("chave"),
    # none where a line is no payment: balances, lines that are yet to come and those in quarantine have no identity
    numero("ordinal", opcional=True),
    texto("situacao"),
    texto("motivo"),
    UniqueConstraint("conta_id", "data", "valor", "chave", "ordinal"),
    Index(None, "extrato_id", "linha"),
    Index(None, "conta_id", "situacao", "data"),
)

vinculos = table(
    "vinculos",
    empresa(),
    referencia("operacao_id", "operacoes"),
    referencia("linha_id", "extrato_linhas"),
    texto("tipo"),
    referencia("baixa_id", "baixas", opcional=True),
    referencia("tarifa_id", "tarifas", opcional=True),
    referencia("outra_linha_id", "extrato_linhas", opcional=True),
    texto("categoria"),
    centavos("valor"),
    texto("porque"),
    Index(None, "operacao_id"),
    Index(None, "linha_id"),
    Index(None, "baixa_id"),
    Index(None, "tarifa_id"),
    Index(None, "outra_linha_id"),
)

extrato_contas = table(
    "extrato_contas",
    empresa(),
    texto("banco"),
    texto("agencia"),
    texto("conta"),
    referencia("conta_id", "contas"),
    UniqueConstraint("empresa_id", "banco", "agencia", "conta"),
)

regras = table(
    "regras",
    empresa(),
    referencia("conta_id", "contas", opcional=True),
    numero("ordem"),
    texto("contem"),
    texto("sinal"),
    texto("acao"),
    texto("categoria"),
    Column("ativa", Boolean, nullable=False),
    Index(None, "empresa_id", "ordem"),
)

categorias_aprendidas = table(
    "categorias_aprendidas",
    empresa(),
    texto("chave"),
    texto("categoria"),
    numero("vezes"),
    UniqueConstraint("empresa_id", "chave", "categoria"),
)

fechamentos = table(
    "fechamentos",
    empresa(),
    referencia("conta_id", "contas"),
    data("ate"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    Column("reaberto_em", Momento, nullable=True),
    texto("reaberto_por"),
    texto("motivo"),
    Index(None, "conta_id", "ate"),
)
