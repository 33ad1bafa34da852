"""The tables of payments: whom and how, what is owed, what was sent, what the bank answered; see `tables`."""

from sqlalchemy import JSON, Boolean, Column, Index, LargeBinary, UniqueConstraint

from finbank_desktop.persistence.columns import Momento, centavos, data, empresa, numero, referencia, table, texto

pessoa_contas = table(
    "pessoa_contas",
    empresa(),
    referencia("pessoa_id", "pessoas"),
    *(texto(nome) for nome in ("codigo", "banco", "agencia", "agencia_dv", "conta", "conta_dv", "ispb", "tipo")),
    Column("principal", Boolean, nullable=False),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "pessoa_id"),
)

pessoa_chaves_pix = table(
    "pessoa_chaves_pix",
    empresa(),
    referencia("pessoa_id", "pessoas"),
    *(texto(nome) for nome in ("codigo", "tipo", "chave")),
    Column("principal", Boolean, nullable=False),
    UniqueConstraint("empresa_id", "codigo"),
    UniqueConstraint("pessoa_id", "chave"),
)

convenios_pagamento = table(
    "convenios_pagamento",
    empresa(),
    *(texto(nome) for nome in ("codigo", "descricao")),
    referencia("conta_id", "contas"),
    *(texto(nome) for nome in ("banco", "convenio")),
    Column("extras", JSON, nullable=False),
    texto("servico"),
    numero("proxima_remessa"),
    Column("teste", Boolean, nullable=False),
    Column("ativo", Boolean, nullable=False),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "conta_id"),
    Index(None, "banco"),
)

remessas_pagamento = table(
    "remessas_pagamento",
    empresa(),
    referencia("convenio_id", "convenios_pagamento"),
    numero("sequencia"),
    *(texto(nome) for nome in ("arquivo", "sha256")),
    Column("gerada_em", Momento, nullable=False),
    texto("usuario"),
    numero("pagamentos"),
    centavos("valor"),
    texto("situacao"),
    data("enviada_em", opcional=True),
    UniqueConstraint("convenio_id", "sequencia"),
    Index(None, "gerada_em", "id"),
)

remessa_pagamento_arquivos = table(
    "remessa_pagamento_arquivos",
    empresa(),
    referencia("remessa_id", "remessas_pagamento"),
    Column("conteudo", LargeBinary, nullable=False),
    UniqueConstraint("remessa_id"),
)

contas_pagar = table(
    "contas_pagar",
    empresa(),
    referencia("filial_id", "filiais", opcional=True),
    texto("codigo"),
    referencia("pessoa_id", "pessoas", opcional=True),
    *(texto(nome) for nome in ("nome", "documento", "descricao")),
    data("emissao"),
    data("vencimento"),
    data("data_pagamento", opcional=True),
    *(centavos(nome) for nome in ("valor", "desconto", "acrescimos")),
    texto("forma", opcional=True),
    referencia("convenio_id", "convenios_pagamento", opcional=True),
    referencia("conta_favorecido_id", "pessoa_contas", opcional=True),
    referencia("chave_favorecido_id", "pessoa_chaves_pix", opcional=True),
    *(texto(nome) for nome in ("codigo_barras", "pix_qr", "pix_txid", "mensagem")),
    Column("tributo", JSON(none_as_null=True), nullable=True),
    *(texto(nome) for nome in ("final_nome", "final_documento", "seu_numero", "situacao", "detalhe")),
    referencia("remessa_id", "remessas_pagamento", opcional=True),
    centavos("valor_pago"),
    data("pago_em", opcional=True),
    texto("autenticacao"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    UniqueConstraint("empresa_id", "seu_numero"),
    Index("ix_contas_pagar_lista", *("vencimento", "id", "empresa_id", "situacao", "pessoa_id", "valor")),
    Index(None, "situacao", "vencimento", "id"),
    Index(None, "pessoa_id"),
    Index(None, "convenio_id"),
    Index(None, "codigo_barras"),
    Index(None, "remessa_id"),
    Index(None, "conta_favorecido_id"),
    Index(None, "chave_favorecido_id"),
)

aprovacoes_pagamento = table(
    "aprovacoes_pagamento",
    empresa(),
    referencia("conta_pagar_id", "contas_pagar"),
    texto("usuario"),
    Column("quando", Momento, nullable=False),
    UniqueConstraint("conta_pagar_id", "usuario"),
)

anexos_pagar = table(
    "anexos_pagar",
    empresa(),
    referencia("conta_pagar_id", "contas_pagar"),
    *(texto(nome) for nome in ("nome", "sha256")),
    numero("tamanho"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    UniqueConstraint("conta_pagar_id", "sha256"),
)

anexo_pagar_conteudos = table(
    "anexo_pagar_conteudos",
    empresa(),
    referencia("anexo_id", "anexos_pagar"),
    Column("conteudo", LargeBinary, nullable=False),
    UniqueConstraint("anexo_id"),
)

pagamentos = table(
    "pagamentos",
    empresa(),
    referencia("remessa_id", "remessas_pagamento"),
    referencia("convenio_id", "convenios_pagamento"),
    referencia("conta_pagar_id", "contas_pagar"),
    # the conta a pagar while money may leave, or has left, by this payment: each of them once
    referencia("viva_conta_id", "contas_pagar", opcional=True),
    numero("ordem"),
    *(texto(nome) for nome in ("seu_numero", "forma", "favorecido", "documento", "destino")),
    data("data_pagamento"),
    centavos("valor"),
    *(texto(nome) for nome in ("situacao", "ocorrencia", "ocorrencia_texto")),
    UniqueConstraint("remessa_id", "ordem"),
    UniqueConstraint("viva_conta_id"),
    UniqueConstraint("convenio_id", "seu_numero"),
    Index(None, "conta_pagar_id"),
)

importacoes_pagamento = table(
    "importacoes_pagamento",
    empresa(),
    referencia("convenio_id", "convenios_pagamento", opcional=True),
    texto("codigo"),
    numero("numero", opcional=True),
    texto("tipo"),
    data("data_emissao", opcional=True),
    Column("importada_em", Momento, nullable=False),
    *(texto(nome) for nome in ("usuario", "arquivo", "sha256")),
    numero("registros"),
    Column("contagens", JSON, nullable=False),
    texto("situacao"),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo"),
    Index(None, "sha256"),
    Index(None, "importada_em", "id"),
)

importacao_pagamento_linhas = table(
    "importacao_pagamento_linhas",
    empresa(),
    referencia("importacao_id", "importacoes_pagamento"),
    referencia("convenio_id", "convenios_pagamento", opcional=True),
    numero("linha"),
    texto("identidade", opcional=True),
    texto("tab"),
    referencia("conta_pagar_id", "contas_pagar", opcional=True),
    referencia("pagamento_id", "pagamentos", opcional=True),
    *(texto(nome) for nome in ("efeito", "codigo", "texto")),
    centavos("valor", opcional=True),
    texto("raw"),
    UniqueConstraint("convenio_id", "identidade"),
    Index(None, "importacao_id", "linha"),
    Index(None, "conta_pagar_id"),
    Index(None, "pagamento_id"),
)

importacao_pagamento_mudancas = table(
    "importacao_pagamento_mudancas",
    empresa(),
    referencia("importacao_id", "importacoes_pagamento"),
    texto("tabela"),
    numero("registro_id"),
    Column("antes", JSON, nullable=False),
    Index(None, "importacao_id"),
)

baixas_pagar = table(
    "baixas_pagar",
    empresa(),
    referencia("conta_pagar_id", "contas_pagar"),
    referencia("pagamento_id", "pagamentos", opcional=True),
    referencia("importacao_id", "importacoes_pagamento", opcional=True),
    numero("linha", opcional=True),
    data("data"),
    *(centavos(nome) for nome in ("valor", "acrescimos", "desconto", "valor_pago")),
    referencia("conta_id", "contas", opcional=True),
    *(texto(nome) for nome in ("forma", "autenticacao", "usuario")),
    data("estornada_em", opcional=True),
    referencia("estornada_por", "importacoes_pagamento", opcional=True),
    Index(None, "conta_pagar_id"),
    Index(None, "pagamento_id"),
    Index(None, "importacao_id"),
    Index(None, "data", "id"),
)

boletos_dda = table(
    "boletos_dda",
    empresa(),
    referencia("importacao_id", "importacoes_pagamento"),
    numero("linha"),
    *(texto(nome) for nome in ("codigo_barras", "documento", "nome", "numero_documento")),
    data("vencimento"),
    centavos("valor"),
    data("emissao", opcional=True),
    referencia("conta_pagar_id", "contas_pagar", opcional=True),
    texto("busca"),
    UniqueConstraint("empresa_id", "codigo_barras"),
    Index(None, "importacao_id"),
    Index(None, "conta_pagar_id"),
    Index(None, "vencimento", "id"),
)

eventos_pagar = table(
    "eventos_pagar",
    empresa(),
    referencia("conta_pagar_id", "contas_pagar"),
    Column("quando", Momento, nullable=False),
    *(texto(nome) for nome in ("usuario", "tipo", "texto")),
    referencia("remessa_id", "remessas_pagamento", opcional=True),
    referencia("importacao_id", "importacoes_pagamento", opcional=True),
    numero("linha", opcional=True),
    Index(None, "conta_pagar_id", "id"),
)

configuracoes_pagamento = table(
    "configuracoes_pagamento",
    empresa(),
    numero("aprovacoes"),
    UniqueConstraint("empresa_id"),
)
