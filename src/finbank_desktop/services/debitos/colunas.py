"""The columns of the lists of débito automático, in the order they are shown."""

from finbank_desktop.domain.listas import Coluna, TipoColuna

_TEXTO, _NUMERO, _DATA = TipoColuna.TEXTO, TipoColuna.NUMERO, TipoColuna.DATA
_DATA_HORA, _VALOR, _SELO = TipoColuna.DATA_HORA, TipoColuna.VALOR, TipoColuna.SELO


def _coluna(chave: str, titulo: str, tipo: TipoColuna = _TEXTO, largura: int = 16) -> Coluna:
    return Coluna(chave=chave, titulo=titulo, tipo=tipo, largura=largura)


DEBITOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("cliente", "Cliente", largura=34),
    _coluna("vencimento", "Débito em", _DATA, 11),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("valor_debitado", "Debitado", _VALOR, 14),
    _coluna("situacao", "Situação", _SELO, 22),
    _coluna("detalhe", "Resposta do banco", largura=30),
    _coluna("seu_numero", "Seu número", largura=12),
    _coluna("idboleto", "IDBOLETO", largura=26),
    _coluna("data_credito", "Crédito", _DATA, 11),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("banco", "Banco", largura=6),
    _coluna("remessa", "Remessa", _NUMERO, 9),
    _coluna("historico", "Histórico", largura=30),
)
CONSENTIMENTOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("nome", "Titular", largura=34),
    _coluna("documento", "CPF/CNPJ", largura=18),
    _coluna("cliente_empresa", "Identificação", largura=16),
    _coluna("banco", "Banco", largura=6),
    _coluna("agencia", "Agência", largura=8),
    _coluna("conta", "Conta", largura=14),
    _coluna("situacao", "Situação", _SELO, 18),
    _coluna("detalhe", "Resposta do banco", largura=36),
    _coluna("desde", "Desde", _DATA, 11),
    _coluna("validade", "Vale até", _DATA, 11),
    _coluna("convenio", "Convênio", largura=24),
)
CONVENIOS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("descricao", "Descrição", largura=30),
    _coluna("banco", "Banco", largura=6),
    _coluna("conta", "Conta", largura=24),
    _coluna("formato", "Posições", largura=8),
    _coluna("versao_layout", "Versão", largura=8),
    _coluna("convenio", "Nº do convênio", largura=20),
    _coluna("proxima_remessa", "Próxima remessa", _NUMERO, 14),
    _coluna("rateio", "Rateio", largura=14),
)
LAYOUTS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("banco", "Banco", largura=6),
    _coluna("processo", "Processo", largura=30),
    _coluna("formato", "Posições", largura=8),
    _coluna("versao_layout", "Versão", largura=8),
    _coluna("generico", "Genérico", largura=10),
    _coluna("ativo", "Em uso", largura=8),
    _coluna("observacao", "Observação", largura=40),
)
REMESSAS = (
    _coluna("codigo", "Código", largura=8),
    _coluna("sequencia", "Nº remessa", _NUMERO, 10),
    _coluna("convenio", "Convênio", largura=24),
    _coluna("banco", "Banco", largura=6),
    _coluna("arquivo", "Arquivo", largura=20),
    _coluna("gerada_em", "Gerada em", _DATA_HORA, 17),
    _coluna("usuario", "Usuário"),
    _coluna("debitos", "Movimentos", _NUMERO, 11),
    _coluna("valor", "Valor", _VALOR, 14),
    _coluna("situacao", "Situação", _SELO, 14),
    _coluna("enviada_em", "Enviada em", _DATA, 11),
)
