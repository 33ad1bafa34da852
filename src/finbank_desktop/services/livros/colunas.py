"""The columns of the lists of the books, in the order they are shown; keys as the repositories give them."""

from finbank_desktop.services.colunas import DATA, DATA_HORA, NUMERO, SELO, VALOR, coluna

LOTES = (
    coluna("codigo", "Lote", largura=8),
    coluna("texto", "Processo", largura=44),
    coluna("inicio", "De", DATA, 11),
    coluna("fim", "Até", DATA, 11),
    coluna("lancamentos", "Lançamentos", NUMERO, 12),
    coluna("valor", "Débitos", VALOR, 16),
    coluna("situacao", "Situação", SELO, 12),
    coluna("processo", "Tipo", largura=26),
    coluna("quando", "Feito em", DATA_HORA, 17),
    coluna("usuario", "Usuário"),
    coluna("fechado_em", "Fechado em", DATA_HORA, 17),
    coluna("fechado_por", "Fechado por"),
)
PLANO = (
    coluna("codigo", "Código", largura=14),
    coluna("reduzido", "Reduzido", largura=10),
    coluna("nome", "Nome", largura=44),
    coluna("natureza", "Natureza", largura=20),
    coluna("tipo", "Tipo", SELO, 12),
    coluna("ativa", "Em uso", largura=8),
)
EVENTOS = (
    coluna("codigo", "Código", largura=8),
    coluna("nome", "Nome", largura=40),
    coluna("contas", "Contas", largura=60),
    coluna("usado_em", "Padrão de", largura=60),
)
HISTORICOS = (
    coluna("codigo", "Código", largura=8),
    coluna("texto", "Texto", largura=70),
    coluna("usado_em", "Padrão de", largura=60),
)
PADROES = (
    coluna("processo", "Processo", largura=34),
    coluna("evento", "Evento contábil", largura=36),
    coluna("historico", "Histórico", largura=60),
)
CAIXAS = (
    coluna("codigo", "Código", largura=10),
    coluna("descricao", "Conta caixa", largura=34),
    coluna("banco", "Banco", largura=6),
    coluna("agencia", "Agência", largura=8),
    coluna("conta", "Conta", largura=14),
    coluna("conta_contabil", "Conta contábil", largura=36),
    coluna("saldo_inicial", "Saldo inicial", VALOR, 14),
    coluna("movimentos", "Movimentos", VALOR, 16),
    coluna("saldo", "Saldo", VALOR, 16),
)
MOVIMENTOS = (
    coluna("data", "Data", DATA, 11),
    coluna("historico", "Histórico", largura=60),
    coluna("documento", "Documento", largura=16),
    coluna("valor", "Valor", VALOR, 16),
    coluna("lote", "Lote", largura=8),
    coluna("processo", "Processo", largura=40),
)
