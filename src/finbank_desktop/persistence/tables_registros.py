"""The tables of registration by bank API: the accounts and the journal; see `tables` for the rest."""

from sqlalchemy import JSON, Boolean, Column, Index, LargeBinary, UniqueConstraint

from finbank_desktop.persistence.columns import Momento, data, empresa, numero, referencia, table, texto

contas_api = table(
    "contas_api",
    empresa(),
    referencia("convenio_id", "convenios"),
    texto("adaptador"),
    texto("ambiente"),
    Column("parametros", JSON, nullable=False),
    texto("base"),
    Column("ativa", Boolean, nullable=False),
    texto("cofre"),
    Column("numera", Boolean, nullable=False),
    Column("certificado", JSON(none_as_null=True), nullable=True),
    UniqueConstraint("convenio_id"),
)

registros = table(
    "registros",
    empresa(),
    referencia("boleto_id", "boletos"),
    referencia("convenio_id", "convenios"),
    texto("adaptador"),
    texto("ambiente"),
    texto("chave"),
    data("dia"),
    texto("estado"),
    texto("hash"),
    Column("retrato", JSON, nullable=False),
    texto("corpo_hash"),
    numero("envios"),
    numero("automaticos"),
    texto("referencia"),
    Column("enviado_em", Momento, nullable=True),
    numero("ausencias"),
    Column("ausente_em", Momento, nullable=True),
    texto("codigo"),
    texto("mensagem"),
    texto("campo"),
    texto("sugestao"),
    texto("falha"),
    texto("sem_pix"),
    Column("resposta", JSON, nullable=False),
    Column("divergencias", JSON, nullable=False),
    Column("conferido", Boolean, nullable=False),
    UniqueConstraint("boleto_id"),
    UniqueConstraint("chave"),
    Index(None, "convenio_id", "estado", "id"),
    Index(None, "estado", "id"),
)

registro_tentativas = table(
    "registro_tentativas",
    empresa(),
    referencia("registro_id", "registros"),
    Column("quando", Momento, nullable=False),
    texto("usuario"),
    texto("passo"),
    numero("numero"),
    Column("corpo", LargeBinary, nullable=True),
    texto("corpo_hash"),
    texto("resultado"),
    texto("mensagem"),
    Index(None, "registro_id", "id"),
)
