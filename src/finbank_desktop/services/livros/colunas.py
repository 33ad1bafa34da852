"""The columns of the lists of the books, in the order they are shown; keys as the repositories give them."""

from finbank_desktop.domain.listas import Coluna, TipoColuna

_TEXTO, _NUMERO, _DATA = TipoColuna.TEXTO, TipoColuna.NUMERO, TipoColuna.DATA
_DATA_HORA, _VALOR, _SELO = TipoColuna.DATA_HORA, TipoColuna.VALOR, TipoColuna.SELO


def _coluna(chave: str, titulo: str, tipo: TipoColuna = _TEXTO, largura: int = 16) -> Coluna:
    return Coluna(chave=chave, titulo=titulo, tipo=tipo, largura=largura)


LOTES = (
    _coluna("codigo", "Lote", largura=8),
    _coluna("texto", "Processo", largura=44),
    _coluna("inicio", "De", _DATA, 11),
    _coluna("fim", "Até", _DATA, 11),
    _coluna("lancamentos", "Lançamentos", _NUMERO, 12),
    _coluna("valor", "Débitos", _VALOR, 16),
    _coluna("situacao", "Situação", _SELO, 12),
    _coluna("processo", "Tipo", largura=26),
    _coluna("quando", "Feito em", _DATA_HORA, 17),
    _coluna("usuario", "Usuário"),
    _coluna("fechado_em", "Fechado em", _DATA_HORA, 17),
    _coluna("fechado_por", "Fechado por"),
)
PLANO = (
    _coluna("codigo", "Código", largura=14),
    _coluna("reduzido", "Reduzido", largura=10),
    _coluna("nome", "Nome", largura=44),
    _coluna("natureza", "Natureza", largura=20),
    _coluna("tipo", "Tipo", _SELO, 12),
    _coluna("ativa", "Em uso", largura=8),
)
EVENTOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("nome", "Nome", largura=40),
    _coluna("contas", "Contas", largura=60),
    _coluna("usado_em", "Padrão de", largura=60),
)
HISTORICOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("texto", "Texto", largura=70),
    _coluna("usado_em", "Padrão de", largura=60),
)
PADROES = (
    _coluna("processo", "Processo", largura=34),
    _coluna("evento", "Evento contábil", largura=36),
    _coluna("historico", "Histórico", largura=60),
)
CAIXAS = (
    _coluna("codigo", "Código", largura=10),
    _coluna("descricao", "Conta caixa", largura=34),
    _coluna("banco", "Banco", largura=6),
    _coluna("agencia", "Agência", largura=8),
    _coluna("conta", "Conta", largura=14),
    _coluna("conta_contabil", "Conta contábil", largura=36),
    _coluna("saldo_inicial", "Saldo inicial", _VALOR, 14),
    _coluna("movimentos", "Movimentos", _VALOR, 16),
    _coluna("saldo", "Saldo", _VALOR, 16),
)
MOVIMENTOS = (
    _coluna("data", "Data", _DATA, 11),
    _coluna("historico", "Histórico", largura=60),
    _coluna("documento", "Documento", largura=16),
    _coluna("valor", "Valor", _VALOR, 16),
    _coluna("lote", "Lote", largura=8),
    _coluna("processo", "Processo", largura=40),
)
