"""How lists name their columns, and the columns that several lists begin with."""

from finbank_desktop.domain.listas import Coluna, TipoColuna

TEXTO, NUMERO, DATA = TipoColuna.TEXTO, TipoColuna.NUMERO, TipoColuna.DATA
DATA_HORA, VALOR, SELO = TipoColuna.DATA_HORA, TipoColuna.VALOR, TipoColuna.SELO


def coluna(chave: str, titulo: str, tipo: TipoColuna = TEXTO, largura: int = 16) -> Coluna:
    """Return a column; *largura* in characters."""
    return Coluna(chave=chave, titulo=titulo, tipo=tipo, largura=largura)


DE_REMESSA = (
    coluna("codigo", "Código", largura=8),
    coluna("sequencia", "Nº remessa", NUMERO, 10),
    coluna("convenio", "Convênio", largura=24),
    coluna("banco", "Banco", largura=6),
    coluna("arquivo", "Arquivo", largura=20),
    coluna("gerada_em", "Gerada em", DATA_HORA, 17),
    coluna("usuario", "Usuário"),
)
"""What every list of remessas begins with."""
