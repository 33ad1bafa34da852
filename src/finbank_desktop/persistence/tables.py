"""The tables, as SQLAlchemy sees them today.

Migrations never import this module: they keep the shape a table had when they were written.

Money is in whole centavos. Every row belongs to an empresa and counts its changes. ``busca`` holds a row's texts
without accents and capitals, for searching, and ``nome_ordem`` a name so, for sorting. Enumerations are stored by their
own name, never by the words users read.
"""

from sqlalchemy import JSON, Boolean, Column, Index, LargeBinary, UniqueConstraint

from finbank_desktop.persistence.columns import (
    Momento,
    centavos,
    data,
    empresa,
    encargos,
    endereco,
    numero,
    referencia,
    table,
    texto,
)

empresas = table(
    "empresas",
    texto("codigo"),
    texto("razao_social"),
    texto("nome_fantasia"),
    texto("documento"),
    *endereco(),
    texto("telefone"),
    texto("email"),
    texto("busca"),
    texto("cor"),
    texto("logo"),
    UniqueConstraint("codigo"),
)

filiais = table(
    "filiais",
    empresa(),
    texto("codigo"),
    texto("nome"),
    texto("documento"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
)

pessoas = table(
    "pessoas",
    empresa(),
    texto("codigo"),
    texto("nome"),
    texto("documento"),
    *endereco(),
    texto("email"),
    texto("telefone"),
    texto("nome_ordem"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "nome_ordem", "id"),
    Index(None, "documento"),
)

contas = table(
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

convenios = table(
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
    texto("pix_chave"),
    Column("mensagens", JSON, nullable=False),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "conta_id"),
)

contas_receber = table(
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
    texto("mensagem"),
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
    Index("ix_contas_receber_situacao", "situacao", "vencimento", "id", "valor", "valor_baixado"),
    # without it taking a conta away walks through all of them
    Index(None, "gerada_de_id"),
    Index(None, "pessoa_id"),
    Index(None, "convenio_id"),
)

remessas = table(
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

remessa_arquivos = table(
    "remessa_arquivos",
    empresa(),
    referencia("remessa_id", "remessas"),
    Column("conteudo", LargeBinary, nullable=False),
    UniqueConstraint("remessa_id"),
)

boletos = table(
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
    texto("pix"),
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
    Index("ix_boletos_situacao", "situacao", "vencimento", "id", "valor", "valor_pago"),
    Index(None, "convenio_id", "no_banco", "id"),
    Index(None, "pessoa_id"),
    Index(None, "remessa_id"),
)

boleto_itens = table(
    "boleto_itens",
    empresa(),
    referencia("boleto_id", "boletos"),
    referencia("conta_receber_id", "contas_receber"),
    centavos("valor"),
    UniqueConstraint("boleto_id", "conta_receber_id"),
    Index(None, "conta_receber_id"),
)

remessa_itens = table(
    "remessa_itens",
    empresa(),
    referencia("remessa_id", "remessas"),
    referencia("boleto_id", "boletos"),
    numero("ordem"),
    texto("comando"),
    UniqueConstraint("remessa_id", "ordem"),
    Index(None, "boleto_id"),
)
