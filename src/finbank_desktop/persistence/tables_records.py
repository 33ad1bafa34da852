"""The tables of what happened: imports, settlements, charges and the history of boletos; see `tables` for the rest."""

from sqlalchemy import JSON, Column, Index, UniqueConstraint

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
    referencia("convenio_id", "convenios"),
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
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "sha256"),
    Index(None, "importada_em", "id"),
)

importacao_linhas = table(
    "importacao_linhas",
    empresa(),
    referencia("convenio_id", "convenios"),
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
    UniqueConstraint("convenio_id", "identidade"),
    Index(None, "importacao_id", "linha"),
    Index(None, "boleto_id"),
)

importacao_mudancas = table(
    "importacao_mudancas",
    empresa(),
    referencia("importacao_id", "importacoes"),
    texto("tabela"),
    numero("registro_id"),
    Column("antes", JSON, nullable=False),
    Index(None, "importacao_id"),
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
