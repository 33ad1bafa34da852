"""The tables of e-mail: accounts, templates, the queue, and the régua; see `tables` for the rest."""

from sqlalchemy import JSON, Column, Index, UniqueConstraint

from finbank_desktop.persistence.columns import Momento, data, empresa, numero, referencia, table, texto

contas_email = table(
    "contas_email",
    empresa(),
    texto("servidor"),
    numero("porta"),
    texto("seguranca"),
    texto("usuario"),
    texto("nome"),
    texto("endereco"),
    texto("responder_para"),
    UniqueConstraint("empresa_id"),
)

modelos_email = table(
    "modelos_email",
    empresa(),
    texto("nome"),
    texto("assunto"),
    texto("texto"),
    UniqueConstraint("empresa_id", "nome"),
)

envios = table(
    "envios",
    empresa(),
    referencia("pessoa_id", "pessoas"),
    texto("destinatario"),
    texto("assunto"),
    texto("texto"),
    texto("motivo"),
    texto("modelo"),
    texto("estado"),
    numero("tentativas"),
    texto("message_id"),
    Column("criado_em", Momento, nullable=False),
    texto("usuario"),
    Column("nao_antes", Momento, nullable=True),
    data("vale_ate", opcional=True),
    Column("enviado_em", Momento, nullable=True),
    texto("resposta"),
    texto("detalhe"),
    texto("busca"),
    UniqueConstraint("message_id"),
    Index(None, "estado", "id"),
    Index(None, "criado_em", "id"),
    Index(None, "pessoa_id"),
)

envio_boletos = table(
    "envio_boletos",
    empresa(),
    referencia("envio_id", "envios"),
    referencia("boleto_id", "boletos"),
    # why and to whom; empty once it was given up, so that it may go again
    texto("chave", opcional=True),
    UniqueConstraint("envio_id", "boleto_id"),
    UniqueConstraint("boleto_id", "chave"),
)

reguas = table(
    "reguas",
    empresa(),
    Column("passos", JSON, nullable=False),
    UniqueConstraint("empresa_id"),
)

regua_excecoes = table(
    "regua_excecoes",
    empresa(),
    referencia("pessoa_id", "pessoas"),
    Column("dias", JSON, nullable=False),
    texto("motivo"),
    UniqueConstraint("pessoa_id"),
)
