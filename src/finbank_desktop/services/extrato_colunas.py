"""What the columns of a statement in a table may be, what banks call them, and where no column can be told for sure.

The names come from the tables that Bradesco, Banco do Brasil, Caixa, Santander, Itaú, Inter, C6 and Nubank let their
customers save, as these write them above the columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from finbank_desktop.domain.planilhas import Campo, Celula, ColunaLida, Linha, Mapa, TipoCampo, missing, words
from finbank_desktop.domain.problems import Problem
from finbank_desktop.extrato import planilha
from finbank_desktop.extrato.planilha import Colunas
from finbank_desktop.services.planilha_tipos import Tipo
from finbank_desktop.spreadsheets import columns
from finbank_desktop.spreadsheets.values import as_text

_TEXTOS = (
    "historico",
    "descricao",
    "lancamento",
    "historico lancamento",
    "descricao lancamento",
    "titulo",
    "transacao",
    "detalhes",
    "detalhe",
    "complemento",
    "memo",
    "movimentacao",
    "movimento",
)
_SEM_TEXTO = frozenset(("data", "valor", "saldo", "numero", "tipo", "codigo", "hora", "documento", "credito", "debito"))
_ENTROU = frozenset(("credito", "creditos", "entrada", "entradas"))
_SAIU = frozenset(("debito", "debitos", "saida", "saidas"))
_SALDO = frozenset(("saldo", "limite"))

CAMPOS = (
    Campo(
        chave="data",
        titulo="Data",
        tipo=TipoCampo.DATA,
        nomes=(
            "data",
            "data lancamento",
            "data movimento",
            "data mov",
            "data movimentacao",
            "data transacao",
            "data operacao",
            "dia",
            "date",
        ),
        nunca=frozenset(("contabil", "balancete", "vencimento", "saldo", "emissao")),
        precisa="a data",
    ),
    Campo(
        chave="valor",
        titulo="Valor (com sinal, ou com a coluna D/C)",
        tipo=TipoCampo.VALOR,
        nomes=("valor", "valor lancamento", "valor movimento", "valor transacao", "quantia", "montante", "amount"),
        nunca=_ENTROU | _SAIU | _SALDO,
        precisa="o valor",
        ou=("credito", "debito"),
    ),
    Campo(
        chave="credito",
        titulo="Crédito (o que entrou)",
        tipo=TipoCampo.VALOR,
        nomes=("credito", "creditos", "entrada", "entradas", "valor credito", "valor entrada"),
        nunca=_SAIU | _SALDO,
    ),
    Campo(
        chave="debito",
        titulo="Débito (o que saiu)",
        tipo=TipoCampo.VALOR,
        nomes=("debito", "debitos", "saida", "saidas", "valor debito", "valor saida"),
        nunca=_ENTROU | _SALDO,
    ),
    Campo(
        chave="sinal",
        titulo="D ou C",
        nomes=(
            "d c",
            "c d",
            "dc",
            "cd",
            "debito credito",
            "credito debito",
            "deb cred",
            "cred deb",
            "entrada saida",
            "natureza",
            "sinal",
            "tipo",
            "tipo lancamento",
            "tipo movimento",
        ),
        nunca=_SALDO,
    ),
    Campo(
        chave="texto", titulo="Histórico (o que o banco diz)", nomes=_TEXTOS, nunca=_SEM_TEXTO, precisa="o histórico"
    ),
    Campo(
        chave="complemento",
        titulo="Complemento do histórico",
        nomes=(*_TEXTOS, "favorecido", "nome", "contraparte"),
        nunca=_SEM_TEXTO,
    ),
    Campo(
        chave="documento",
        titulo="Número do documento",
        nomes=("documento", "numero documento", "identificador", "id transacao", "numero"),
        nunca=frozenset(("cpf", "cnpj", "data", "conta", "agencia")),
    ),
    Campo(
        chave="saldo",
        titulo="Saldo depois da linha",
        tipo=TipoCampo.VALOR,
        nomes=("saldo", "saldos", "saldo dia", "saldo final", "saldo conta", "saldo apos"),
        nunca=frozenset(("data", "bloqueado", "anterior")),
    ),
)
TIPO = Tipo(
    chave="extrato",
    titulo="Extrato",
    um="lançamento do extrato",
    varios="lançamentos do extrato",
    fim="o",
    campos=CAMPOS,
)
_QUANTIAS = ("valor", "credito", "debito", "saldo")
_POSSIVEL = 0.5
"""Share of a column's cells with which its name is believed, here as with other tables."""
_LETRAS = 3
"""Letters that a column of words has on average; one of letters and codes has fewer."""


def propose(titulos: Sequence[str], corpo: Sequence[Linha]) -> tuple[ColunaLida, ...]:
    """Return every column with what it seems to hold, and why."""
    colunas = list(columns.propose(titulos, corpo, CAMPOS))
    for at, coluna in enumerate(colunas):
        if coluna.campo == "sinal" and not _are_sides(_cells(corpo, at)):
            colunas[at] = replace(coluna, campo="", porque="")
    _take_side_of_amount(colunas, corpo)
    if not _has(colunas, "data"):  # days as AAAAMMDD, which Caixa writes, are only believed below a name that says so
        _take(colunas, "data", "Pelo nome e pelo conteúdo: ano, mês e dia sem separador.", _named_days(colunas, corpo))
    if _has(colunas, "credito", "debito"):  # the amount is in these two: a third one that only looks like one is not it
        colunas = [_without_guess(coluna, "valor") for coluna in colunas]
    elif not _has(colunas, "sinal"):
        _take(colunas, "sinal", "Pelo conteúdo: só D ou C.", [_are_sides(_cells(corpo, at)) for at in _places(colunas)])
    if not _has(colunas, "texto"):
        fits = [_are_words(_cells(corpo, at)) for at in _places(colunas)]
        _take(colunas, "texto", "Pelo conteúdo: é a coluna de palavras.", fits)
    return tuple(colunas)


def _sides(colunas: Sequence[ColunaLida], corpo: Sequence[Linha]) -> list[int]:
    return [at for at in _places(colunas) if _are_sides(_cells(corpo, at))]


def _take_side_of_amount(colunas: list[ColunaLida], corpo: Sequence[Linha]) -> None:
    """Where amount and balance have a D/C column each, take that of the amount and leave the balance out."""
    sides, valor, saldo = _sides(colunas, corpo), _at(colunas, "valor"), _at(colunas, "saldo")
    if len(sides) < 2 or valor is None:  # noqa: PLR2004 - one is the amount's
        return
    if valor + 1 in sides and not colunas[valor + 1].campo:
        for at in sides:
            if colunas[at].campo == "sinal":
                colunas[at] = replace(colunas[at], campo="", porque="")
        colunas[valor + 1] = replace(colunas[valor + 1], campo="sinal", porque="É a coluna de D ou C ao lado do valor.")
    if saldo is not None and saldo + 1 in sides:
        colunas[saldo] = replace(colunas[saldo], campo="", porque="")


def _at(colunas: Sequence[ColunaLida], chave: str) -> int | None:
    return next((at for at, coluna in enumerate(colunas) if coluna.campo == chave), None)


def _named_days(colunas: Sequence[ColunaLida], corpo: Sequence[Linha]) -> list[bool]:
    data = field("data")
    cells = [_cells(corpo, at) for at in _places(colunas)]
    named = [columns.name_points(coluna.titulo, data) > 0 for coluna in colunas]
    return [name and bool(c) and all(map(planilha.day, c)) for name, c in zip(named, cells, strict=True)]


def _places(colunas: Sequence[ColunaLida]) -> range:
    return range(len(colunas))


def _has(colunas: Sequence[ColunaLida], *chaves: str) -> bool:
    return set(chaves) <= {coluna.campo for coluna in colunas}


def _without_guess(coluna: ColunaLida, chave: str) -> ColunaLida:
    guessed = coluna.campo == chave and not columns.name_points(coluna.titulo, field(chave))
    return replace(coluna, campo="", porque="") if guessed else coluna


def _take(colunas: list[ColunaLida], chave: str, porque: str, fits: Sequence[bool]) -> None:
    """Give *chave* to the only free column that fits; where two do, none is taken."""
    free = [at for at, fit in enumerate(fits) if fit and not colunas[at].campo]
    if len(free) == 1:
        colunas[free[0]] = replace(colunas[free[0]], campo=chave, porque=porque)


def field(chave: str) -> Campo:
    """Return the field of that key."""
    return next(campo for campo in CAMPOS if campo.chave == chave)


def _cells(corpo: Sequence[Linha], at: int) -> list[Celula]:
    return [linha.celulas[at] for linha in corpo if at < len(linha.celulas) and as_text(linha.celulas[at])]


def _are_sides(celulas: Sequence[Celula]) -> bool:
    return bool(celulas) and all(planilha.side(as_text(celula)) is not None for celula in celulas)


def _are_words(celulas: Sequence[Celula]) -> bool:
    texts = [celula for celula in celulas if isinstance(celula, str)]
    letters = sum(letter.isalpha() for text in texts for letter in text)
    return bool(texts) and letters >= _LETRAS * len(celulas) and not _are_sides(celulas)


def doubts(colunas: Sequence[ColunaLida], corpo: Sequence[Linha]) -> Iterator[Problem]:
    """Yield what a person should look at before the columns proposed are believed; nothing when they are plain."""
    mapa = Mapa(campos=tuple(coluna.campo for coluna in colunas))
    yield from missing(CAMPOS, mapa)
    for chave in ("data", *_QUANTIAS):
        at = mapa.column_of(chave)
        if at is not None:
            yield from _rivals(colunas, corpo, chave, at)
    valor, credito, debito = (mapa.column_of(chave) for chave in ("valor", "credito", "debito"))
    if valor is not None and (credito is not None or debito is not None):
        yield _doubt(f"“{colunas[valor].titulo}” traz o valor, e outra coluna o que entrou ou saiu", "valor")
    elif valor is None and (credito is None) != (debito is None):
        there, lacks = ("credito", "débito") if debito is None else ("debito", "crédito")
        at = mapa.column_of(there) or 0
        yield _doubt(f"há a coluna “{colunas[at].titulo}” e nenhuma de {lacks}", there)
    sinal = mapa.column_of("sinal")
    if valor is not None and len(_sides(colunas, corpo)) > 1 and sinal != valor + 1:
        yield _doubt("há mais de uma coluna de D ou C, e nenhuma ao lado do valor", "sinal")
    if valor is not None and sinal is None and not any(map(_is_signed, _cells(corpo, valor))):
        message = f"nada na coluna “{colunas[valor].titulo}” é negativo e nenhuma outra diz o que é débito"
        yield _doubt(message, "valor")


def _rivals(colunas: Sequence[ColunaLida], corpo: Sequence[Linha], chave: str, at: int) -> Iterator[Problem]:
    """Yield a doubt for each free column that could as well be *chave*: by its name, or where no name says."""
    campo = field(chave)
    pontos = columns.name_points(colunas[at].titulo, campo)
    for other, coluna in enumerate(colunas):
        if coluna.campo or other == at or columns.name_points(coluna.titulo, campo) < pontos:
            continue
        parte = columns.share(tuple(_cells(corpo, other)), campo.tipo)
        barred = campo.nunca.intersection(words(coluna.titulo))
        if parte is not None and parte >= _POSSIVEL and not barred:
            yield _doubt(f"“{colunas[at].titulo}” e “{coluna.titulo}” podem ser {campo.precisa or chave}", chave)


def _is_signed(celula: Celula) -> bool:
    texto = as_text(celula).upper().replace("\N{MINUS SIGN}", "-").replace(" ", "")
    return texto[-1:] in ("C", "D", "-", "+") or texto.startswith(("-", "+", "(", "R$-", "R$("))


def _doubt(message: str, chave: str) -> Problem:
    return Problem(message=f"Não sei com certeza o que é cada coluna: {message}.", field=chave)


def colunas_of(mapa: Mapa) -> Colunas:
    """Return *mapa* as the reader of tables wants it; the date must be in it."""
    texto = tuple(at for chave in ("texto", "complemento") if (at := mapa.column_of(chave)) is not None)
    return Colunas(
        data=mapa.column_of("data") or 0,
        valor=mapa.column_of("valor"),
        credito=mapa.column_of("credito"),
        debito=mapa.column_of("debito"),
        sinal=mapa.column_of("sinal"),
        texto=texto,
        documento=mapa.column_of("documento"),
        saldo=mapa.column_of("saldo"),
    )
