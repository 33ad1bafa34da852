"""The tables, as SQLAlchemy sees them today.

Migrations never import this module: they keep the shape a table had when they were written.

Money is in whole centavos. Every row belongs to an empresa and counts its changes. ``busca`` holds a row's texts
without accents and capitals, for searching. Enumerations are stored by their own name, never by the words users read.
"""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Index, LargeBinary, MetaData, Table, UniqueConstraint

from finbank_desktop.persistence.columns import (
    Momento,
    centavos,
    chave,
    data,
    empresa,
    encargos,
    endereco,
    numero,
    referencia,
    texto,
    versao,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(nome: str, *partes: Any) -> Table:
    # a number once given is never given again, also after the row is gone: the history may still name it
    return Table(nome, metadata, chave(), *partes, versao(), sqlite_autoincrement=True)


empresas = _table(
    "empresas",
    texto("codigo"),
    texto("razao_social"),
    texto("nome_fantasia"),
    texto("documento"),
    *endereco(),
    texto("telefone"),
    texto("email"),
    texto("busca"),
    UniqueConstraint("codigo"),
)

filiais = _table(
    "filiais",
    empresa(),
    texto("codigo"),
    texto("nome"),
    texto("documento"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
)

pessoas = _table(
    "pessoas",
    empresa(),
    texto("codigo"),
    texto("nome"),
    texto("documento"),
    *endereco(),
    texto("email"),
    texto("telefone"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "nome", "id"),
    Index(None, "documento"),
)

contas = _table(
    "contas",
    empresa(),
    referencia("filial_id", "filiais", opcional=True),
    texto("codigo"),
    texto("descricao"),
    texto("banco"),
    texto("agencia"),
    texto("agencia_dv"),
    texto("conta"),
    texto("conta_dv"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
)

convenios = _table(
    "convenios",
    empresa(),
    referencia("filial_id", "filiais", opcional=True),
    texto("codigo"),
    texto("descricao"),
    referencia("conta_id", "contas"),
    texto("banco"),
    texto("formato"),
    texto("convenio"),
    texto("codigo_beneficiario"),
    texto("codigo_beneficiario_dv"),
    texto("carteira"),
    texto("variacao"),
    texto("modalidade"),
    Column("extras", JSON, nullable=False),
    texto("emissao"),
    texto("especie"),
    Column("aceite", Boolean, nullable=False),
    *encargos(),
    numero("nosso_numero_inicio"),
    numero("nosso_numero_fim"),
    numero("proximo_nosso_numero"),
    numero("proxima_remessa"),
    Column("instrucoes", JSON, nullable=False),
    texto("local_pagamento"),
    texto("logo"),
    Column("ativo", Boolean, nullable=False),
    texto("tipo_cobranca"),
    texto("rateio"),
    texto("homologacao"),
    Column("homologacao_passos", JSON, nullable=False),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "conta_id"),
)

contas_receber = _table(
    "contas_receber",
    empresa(),
    referencia("filial_id", "filiais", opcional=True),
    texto("codigo"),
    referencia("pessoa_id", "pessoas"),
    referencia("convenio_id", "convenios", opcional=True),
    texto("documento"),
    texto("descricao"),
    texto("origem"),
    data("emissao"),
    data("vencimento"),
    centavos("valor"),
    centavos("valor_baixado"),
    texto("situacao"),
    referencia("gerada_de_id", "contas_receber", opcional=True),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    # covers the list's own order, its usual filters and its sums without touching the table
    Index(
        "ix_contas_receber_lista",
        *("vencimento", "id", "empresa_id", "situacao", "convenio_id", "pessoa_id", "valor", "valor_baixado"),
    ),
    Index(None, "emissao", "id"),
    Index(None, "valor", "id"),
    Index(None, "documento", "id"),
    Index(None, "codigo", "id"),
    Index(None, "situacao", "vencimento", "id"),
    Index(None, "pessoa_id"),
    Index(None, "convenio_id"),
)

remessas = _table(
    "remessas",
    empresa(),
    referencia("convenio_id", "convenios"),
    numero("sequencia"),
    texto("arquivo"),
    texto("sha256"),
    Column("gerada_em", Momento, nullable=False),
    texto("usuario"),
    numero("titulos"),
    centavos("valor"),
    texto("situacao"),
    data("enviada_em", opcional=True),
    UniqueConstraint("convenio_id", "sequencia"),
    Index(None, "gerada_em", "id"),
)

remessa_arquivos = _table(
    "remessa_arquivos",
    empresa(),
    referencia("remessa_id", "remessas"),
    Column("conteudo", LargeBinary, nullable=False),
    UniqueConstraint("remessa_id"),
)

boletos = _table(
    "boletos",
    empresa(),
    referencia("filial_id", "filiais", opcional=True),
    referencia("convenio_id", "convenios"),
    referencia("pessoa_id", "pessoas"),
    numero("sequencial"),
    texto("numero_documento"),
    texto("nosso_numero"),
    texto("nosso_numero_dv"),
    texto("nosso_numero_impresso"),
    texto("agencia_codigo_beneficiario"),
    texto("carteira_impressa"),
    texto("codigo_barras"),
    texto("linha_digitavel"),
    data("emissao"),
    data("vencimento"),
    centavos("valor"),
    texto("especie"),
    Column("aceite", Boolean, nullable=False),
    *encargos(),
    Column("instrucoes", JSON, nullable=False),
    texto("situacao"),
    texto("no_banco"),
    texto("no_banco_detalhe"),
    referencia("remessa_id", "remessas", opcional=True),
    texto("comando"),
    centavos("valor_pago"),
    data("data_pagamento", opcional=True),
    data("data_credito", opcional=True),
    centavos("abatimento"),
    Column("pedido", JSON(none_as_null=True), nullable=True),
    texto("busca"),
    UniqueConstraint("convenio_id", "nosso_numero"),
    UniqueConstraint("convenio_id", "sequencial"),
    Index(
        "ix_boletos_lista",
        *("vencimento", "id", "empresa_id", "situacao", "no_banco", "convenio_id", "pessoa_id", "valor", "valor_pago"),
    ),
    Index(None, "emissao", "id"),
    Index(None, "valor", "id"),
    Index(None, "nosso_numero", "id"),
    Index(None, "numero_documento", "id"),
    Index(None, "situacao", "vencimento", "id"),
    Index(None, "convenio_id", "no_banco", "id"),
    Index(None, "pessoa_id"),
    Index(None, "remessa_id"),
)

boleto_itens = _table(
    "boleto_itens",
    empresa(),
    referencia("boleto_id", "boletos"),
    referencia("conta_receber_id", "contas_receber"),
    centavos("valor"),
    UniqueConstraint("boleto_id", "conta_receber_id"),
    Index(None, "conta_receber_id"),
)

remessa_itens = _table(
    "remessa_itens",
    empresa(),
    referencia("remessa_id", "remessas"),
    referencia("boleto_id", "boletos"),
    numero("ordem"),
    texto("comando"),
    UniqueConstraint("remessa_id", "ordem"),
    Index(None, "boleto_id"),
)

importacoes = _table(
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

importacao_linhas = _table(
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

operacoes = _table(
    "operacoes",
    empresa(),
    texto("tipo"),
    texto("texto"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    texto("situacao"),
    Index(None, "quando", "id"),
)

acordos = _table(
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

acordo_itens = _table(
    "acordo_itens",
    empresa(),
    referencia("acordo_id", "acordos"),
    referencia("conta_receber_id", "contas_receber"),
    texto("papel"),
    centavos("valor"),
    UniqueConstraint("acordo_id", "conta_receber_id"),
    Index(None, "conta_receber_id"),
)

importacao_mudancas = _table(
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

baixas = _table(
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

tarifas = _table(
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

eventos = _table(
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

sequencias = _table(
    "sequencias",
    empresa(),
    texto("nome"),
    numero("valor"),
    UniqueConstraint("empresa_id", "nome"),
)
