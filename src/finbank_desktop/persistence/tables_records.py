"""The tables of what happened: imports, settlements, charges and the history of boletos; see `tables` for the rest."""

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text

from finbank_desktop.persistence.columns import (
    Momento,
    centavos,
    data,
    empresa,
    numero,
    referencia,
    table,
    texto,
)

importacoes = table(
    "importacoes",
    empresa(),
    referencia("convenio_id", "convenios", opcional=True),
    texto("codigo"),
    numero("numero", opcional=True),
    texto("tipo"),
    data("data_emissao", opcional=True),
    Column("importada_em", Momento, nullable=False),
    texto("usuario"),
    texto("arquivo"),
    texto("sha256"),
    numero("registros"),
    numero("baixas"),
    numero("confirmacoes"),
    numero("rejeicoes"),
    numero("tarifas"),
    numero("nao_localizados"),
    numero("a_devolver"),
    numero("conferir"),
    numero("ja_processados"),
    numero("ignorados"),
    texto("situacao"),
    texto("busca"),
    referencia("convenio_debito_id", "convenios_debito", opcional=True),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "sha256"),
    Index(None, "importada_em", "id"),
)

PENDENTES = "tab IN ('nao_localizados', 'conferir')"
"""Lines that wait for a person; written out, not bound, because SQLite takes a partial index only for its own words."""

importacao_linhas = table(
    "importacao_linhas",
    empresa(),
    referencia("convenio_id", "convenios", opcional=True),
    referencia("importacao_id", "importacoes"),
    numero("linha"),
    texto("identidade", opcional=True),
    texto("tab"),
    referencia("boleto_id", "boletos", opcional=True),
    texto("efeito"),
    texto("codigo"),
    texto("texto"),
    centavos("valor_pago", opcional=True),
    centavos("tarifa", opcional=True),
    texto("raw"),
    referencia("convenio_debito_id", "convenios_debito", opcional=True),
    referencia("debito_id", "debitos", opcional=True),
    UniqueConstraint("convenio_id", "identidade"),
    UniqueConstraint("convenio_debito_id", "identidade"),
    Index(None, "importacao_id", "linha"),
    Index(None, "boleto_id"),
    Index(
        "ix_importacao_linhas_pendentes",
        "importacao_id",
        "linha",
        sqlite_where=text(PENDENTES),
        postgresql_where=text(PENDENTES),
    ),
)

operacoes = table(
    "operacoes",
    empresa(),
    texto("tipo"),
    texto("texto"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    texto("situacao"),
    Index(None, "quando", "id"),
)

acordos = table(
    "acordos",
    empresa(),
    referencia("pessoa_id", "pessoas"),
    texto("codigo"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    texto("texto"),
    centavos("valor_original"),
    centavos("valor"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "pessoa_id"),
)

acordo_itens = table(
    "acordo_itens",
    empresa(),
    referencia("acordo_id", "acordos"),
    referencia("conta_receber_id", "contas_receber"),
    texto("papel"),
    centavos("valor"),
    UniqueConstraint("acordo_id", "conta_receber_id"),
    Index(None, "conta_receber_id"),
)

importacao_mudancas = table(
    "importacao_mudancas",
    empresa(),
    referencia("importacao_id", "importacoes", opcional=True),
    referencia("operacao_id", "operacoes", opcional=True),
    texto("tabela"),
    numero("registro_id"),
    Column("antes", JSON, nullable=False),
    Index(None, "importacao_id"),
    Index(None, "operacao_id"),
)

baixas = table(
    "baixas",
    empresa(),
    referencia("conta_receber_id", "contas_receber"),
    referencia("boleto_id", "boletos", opcional=True),
    referencia("importacao_id", "importacoes", opcional=True),
    numero("linha", opcional=True),
    data("data"),
    data("data_credito", opcional=True),
    centavos("valor"),
    centavos("juros"),
    centavos("multa"),
    centavos("desconto"),
    centavos("abatimento"),
    centavos("valor_pago"),
    referencia("estornada_por", "importacoes", opcional=True),
    texto("forma"),
    texto("usuario"),
    data("estornada_em", opcional=True),
    referencia("conta_id", "contas", opcional=True),
    Index(None, "conta_receber_id"),
    Index(None, "boleto_id"),
    Index(None, "importacao_id"),
    Index(None, "data", "id"),
)

tarifas = table(
    "tarifas",
    empresa(),
    referencia("convenio_id", "convenios"),
    referencia("boleto_id", "boletos", opcional=True),
    referencia("importacao_id", "importacoes", opcional=True),
    numero("linha", opcional=True),
    data("data"),
    centavos("valor"),
    texto("texto"),
    Index(None, "boleto_id"),
    Index(None, "importacao_id"),
    Index(None, "data", "id"),
)

devolucoes = table(
    "devolucoes",
    empresa(),
    referencia("convenio_id", "convenios", opcional=True),
    referencia("importacao_id", "importacoes"),
    numero("linha"),
    referencia("boleto_id", "boletos", opcional=True),
    data("data", opcional=True),
    centavos("valor"),
    texto("motivo"),
    data("devolvido_em", opcional=True),
    texto("forma"),
    texto("usuario"),
    Index(None, "boleto_id"),
    Index(None, "importacao_id"),
    Index(None, "devolvido_em", "id"),
)

eventos = table(
    "eventos",
    empresa(),
    referencia("boleto_id", "boletos"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    texto("tipo"),
    texto("texto"),
    referencia("importacao_id", "importacoes", opcional=True),
    referencia("remessa_id", "remessas", opcional=True),
    numero("linha", opcional=True),
    Index(None, "boleto_id", "id"),
    Index(None, "importacao_id"),
    Index(None, "remessa_id"),
)

sequencias = table(
    "sequencias",
    empresa(),
    texto("nome"),
    numero("valor"),
    UniqueConstraint("empresa_id", "nome"),
)
