"""The columns of every list, in the order they are shown; keys as the repositories give them."""

from finbank_desktop.domain.listas import Coluna, TipoColuna

_TEXTO, _NUMERO, _DATA = TipoColuna.TEXTO, TipoColuna.NUMERO, TipoColuna.DATA
_DATA_HORA, _VALOR, _SELO = TipoColuna.DATA_HORA, TipoColuna.VALOR, TipoColuna.SELO


def _coluna(chave: str, titulo: str, tipo: TipoColuna = _TEXTO, largura: int = 16) -> Coluna:
    return Coluna(chave=chave, titulo=titulo, tipo=tipo, largura=largura)


EMPRESAS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("razao_social", "Razão social", largura=40),
    _coluna("nome_fantasia", "Nome fantasia", largura=30),
    _coluna("documento", "CPF/CNPJ", largura=20),
    _coluna("cidade", "Cidade", largura=24),
    _coluna("uf", "UF", largura=4),
)
FILIAIS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("nome", "Nome", largura=30),
    _coluna("documento", "CPF/CNPJ", largura=20),
    _coluna("empresa", "Empresa", largura=40),
)
PESSOAS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("nome", "Nome", largura=40),
    _coluna("documento", "CPF/CNPJ", largura=20),
    _coluna("cidade", "Cidade", largura=24),
    _coluna("uf", "UF", largura=4),
    _coluna("email", "E-mail", largura=30),
    _coluna("telefone", "Telefone"),
)
CONTAS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("descricao", "Descrição", largura=30),
    _coluna("banco", "Banco", largura=6),
    _coluna("agencia", "Agência", largura=8),
    _coluna("agencia_dv", "DV", largura=4),
    _coluna("conta", "Conta", largura=14),
    _coluna("conta_dv", "DV", largura=4),
)
CONVENIOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("descricao", "Descrição", largura=30),
    _coluna("banco", "Banco", largura=6),
    _coluna("conta", "Conta", largura=24),
    _coluna("formato", "CNAB", largura=6),
    _coluna("carteira", "Carteira", largura=8),
    _coluna("convenio", "Nº do convênio", largura=14),
    _coluna("codigo_beneficiario", "Cód. beneficiário", largura=16),
    _coluna("proximo_nosso_numero", "Próximo nosso número", _NUMERO, 18),
    _coluna("proxima_remessa", "Próxima remessa", _NUMERO, 14),
    _coluna("homologacao", "Homologação", _SELO, 16),
)
CONTAS_RECEBER = (
    _coluna("codigo", "Código", largura=8),
    _coluna("documento", "Documento", largura=14),
    _coluna("pessoa", "Cliente", largura=36),
    _coluna("emissao", "Emissão", _DATA, 11),
    _coluna("vencimento", "Vencimento", _DATA, 11),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("valor_baixado", "Baixado", _VALOR, 14),
    _coluna("saldo", "Saldo", _VALOR, 14),
    _coluna("situacao", "Situação", _SELO, 20),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("descricao", "Descrição", largura=30),
    _coluna("origem", "Origem"),
)
BOLETOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("nosso_numero", "Nosso número", largura=18),
    _coluna("numero_documento", "Nº do documento", largura=16),
    _coluna("pagador", "Pagador", largura=36),
    _coluna("emissao", "Emissão", _DATA, 11),
    _coluna("vencimento", "Vencimento", _DATA, 11),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("valor_pago", "Valor pago", _VALOR, 14),
    _coluna("situacao", "Situação", _SELO, 20),
    _coluna("no_banco", "No banco", _SELO, 20),
    _coluna("detalhe", "Detalhe", largura=30),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("banco", "Banco", largura=6),
    _coluna("remessa", "Remessa", _NUMERO, 9),
    _coluna("data_pagamento", "Pagamento", _DATA, 11),
    _coluna("data_credito", "Crédito", _DATA, 11),
    _coluna("linha_digitavel", "Linha digitável", largura=50),
)
REMESSAS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("sequencia", "Nº remessa", _NUMERO, 10),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("banco", "Banco", largura=6),
    _coluna("arquivo", "Arquivo", largura=20),
    _coluna("gerada_em", "Gerada em", _DATA_HORA, 17),
    _coluna("usuario", "Usuário"),
    _coluna("titulos", "Títulos", _NUMERO, 9),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("situacao", "Situação", _SELO, 14),
    _coluna("enviada_em", "Enviada em", _DATA, 11),
)
DEVOLUCOES = (
    _coluna("pagador", "Pagador", largura=34),
    _coluna("nosso_numero", "Nosso número", largura=18),
    _coluna("numero_documento", "Nº do documento", largura=16),
    _coluna("data", "Pago em", _DATA, 11),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("motivo", "Motivo", largura=44),
    _coluna("devolvido_em", "Devolvido em", _DATA, 12),
    _coluna("forma", "Como", largura=16),
    _coluna("usuario", "Usuário"),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("arquivo", "Arquivo", largura=20),
    _coluna("linha", "Linha", _NUMERO, 7),
)
IMPORTACOES = (
    _coluna("codigo", "Código", largura=8),
    _coluna("numero", "Nº Retorno", _NUMERO, 10),
    _coluna("tipo", "Tipo", largura=20),
    _coluna("data_emissao", "Data emissão", _DATA, 12),
    _coluna("importada_em", "Data importação", _DATA_HORA, 17),
    _coluna("usuario", "Usuário"),
    _coluna("banco", "Banco", largura=6),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("arquivo", "Arquivo", largura=20),
    _coluna("registros", "Registros", _NUMERO, 9),
    _coluna("baixas", "Baixados", _NUMERO, 9),
    _coluna("nao_localizados", "Não localizados", _NUMERO, 14),
    _coluna("conferir", "A conferir", _NUMERO, 10),
    _coluna("esperam", "A decidir", _NUMERO, 10),
    _coluna("situacao", "Situação", _SELO, 14),
)
EXTRATOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("conta", "Conta", largura=26),
    _coluna("inicio", "De", _DATA, 11),
    _coluna("fim", "Até", _DATA, 11),
    _coluna("novos", "Lançamentos", _NUMERO, 12),
    _coluna("pendentes", "A conciliar", _NUMERO, 11),
    _coluna("saldo", "Saldo", _VALOR, 14),
    _coluna("saldo_data", "Saldo em", _DATA, 11),
    _coluna("arquivo", "Arquivo", largura=26),
    _coluna("formato", "Formato", largura=9),
    _coluna("banco", "Banco", largura=6),
    _coluna("ja_importados", "Já importados", _NUMERO, 13),
    _coluna("quarentena", "Quarentena", _NUMERO, 11),
    _coluna("importado_em", "Importado em", _DATA_HORA, 17),
    _coluna("usuario", "Usuário", largura=14),
    _coluna("situacao", "Situação", _SELO, 12),
)
ENVIOS = (
    _coluna("criado_em", "Pedido em", _DATA_HORA, 17),
    _coluna("cliente", "Cliente", largura=34),
    _coluna("destinatario", "E-mail", largura=30),
    _coluna("assunto", "Assunto", largura=40),
    _coluna("estado", "Estado", _SELO, 20),
    _coluna("detalhe", "O que houve", largura=40),
    _coluna("enviado_em", "Enviado em", _DATA_HORA, 17),
    _coluna("nao_antes", "Não antes de", _DATA_HORA, 17),
    _coluna("boletos", "Boletos", _NUMERO, 8),
    _coluna("tentativas", "Tentativas", _NUMERO, 10),
    _coluna("motivo", "Motivo", largura=16),
    _coluna("modelo", "Modelo", largura=24),
    _coluna("resposta", "Resposta do servidor", largura=40),
    _coluna("usuario", "Usuário"),
)
REGISTROS = (
    _coluna("codigo", "ID da cobrança", largura=14),
    _coluna("cliente", "Cliente", largura=34),
    _coluna("numero_documento", "Documento", largura=14),
    _coluna("vencimento", "Vencimento", _DATA, 12),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("situacao", "Situação", _SELO, 14),
    _coluna("resultado", "Resultado", _SELO, 22),
    _coluna("mensagem", "Mensagem da API", largura=44),
    _coluna("tipo", "Tipo", _SELO, 16),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("nosso_numero_impresso", "Nosso número", largura=20),
    _coluna("envios", "Envios", _NUMERO, 8),
)
