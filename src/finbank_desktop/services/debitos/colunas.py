"""The columns of the lists of débito automático, in the order they are shown."""

from finbank_desktop.services.colunas import DATA, DE_REMESSA, NUMERO, SELO, VALOR, coluna

DEBITOS = (
    coluna("codigo", "Código", largura=8),
    coluna("cliente", "Cliente", largura=34),
    coluna("vencimento", "Débito em", DATA, 11),
    coluna("valor", "Valor", VALOR, 14),
    coluna("valor_debitado", "Debitado", VALOR, 14),
    coluna("situacao", "Situação", SELO, 22),
    coluna("detalhe", "Resposta do banco", largura=30),
    coluna("seu_numero", "Seu número", largura=12),
    coluna("idboleto", "IDBOLETO", largura=26),
    coluna("data_credito", "Crédito", DATA, 11),
    coluna("convenio", "Convênio", largura=24),
    coluna("banco", "Banco", largura=6),
    coluna("remessa", "Remessa", NUMERO, 9),
    coluna("historico", "Histórico", largura=30),
)
CONSENTIMENTOS = (
    coluna("codigo", "Código", largura=8),
    coluna("nome", "Titular", largura=34),
    coluna("documento", "CPF/CNPJ", largura=18),
    coluna("cliente_empresa", "Identificação", largura=16),
    coluna("banco", "Banco", largura=6),
    coluna("agencia", "Agência", largura=8),
    coluna("conta", "Conta", largura=14),
    coluna("situacao", "Situação", SELO, 18),
    coluna("detalhe", "Resposta do banco", largura=36),
    coluna("desde", "Desde", DATA, 11),
    coluna("validade", "Vale até", DATA, 11),
    coluna("convenio", "Convênio", largura=24),
)
CONVENIOS = (
    coluna("codigo", "Código", largura=8),
    coluna("descricao", "Descrição", largura=30),
    coluna("banco", "Banco", largura=6),
    coluna("conta", "Conta", largura=24),
    coluna("formato", "Posições", largura=8),
    coluna("versao_layout", "Versão", largura=8),
    coluna("convenio", "Nº do convênio", largura=20),
    coluna("proxima_remessa", "Próxima remessa", NUMERO, 14),
    coluna("rateio", "Rateio", largura=14),
)
LAYOUTS = (
    coluna("codigo", "Código", largura=8),
    coluna("banco", "Banco", largura=6),
    coluna("processo", "Processo", largura=30),
    coluna("formato", "Posições", largura=8),
    coluna("versao_layout", "Versão", largura=8),
    coluna("generico", "Genérico", largura=10),
    coluna("ativo", "Em uso", largura=8),
    coluna("observacao", "Observação", largura=40),
)
REMESSAS = (
    *DE_REMESSA,
    coluna("debitos", "Movimentos", NUMERO, 11),
    coluna("valor", "Valor", VALOR, 14),
    coluna("situacao", "Situação", SELO, 14),
    coluna("enviada_em", "Enviada em", DATA, 11),
)
