"""Which row is the header, and which field each column fills: by its name, and by what stands below it. Pure."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from finbank_desktop.domain.planilhas import Campo, Celula, ColunaLida, Linha, TipoCampo, words
from finbank_desktop.spreadsheets.values import (
    amount_style,
    as_text,
    parse_cep,
    parse_data,
    parse_documento,
    parse_valor,
)

ACIMA = 30
"""Rows among which the header is looked for; titles and totals stand above it."""
AMOSTRA = 3
_UFS = frozenset("AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split())  # noqa: SIM905 - one glance
_CERTO = 0.8
"""Share of a column's cells that must be of a kind for the column to be taken for it."""
_POSSIVEL = 0.5
"""Share below which a name is not believed."""
_IGUAL, _CONTIDO, _CONTEUDO = 100, 50, 30
_PALAVRAS = {
    TipoCampo.DOCUMENTO: "CPF ou CNPJ",
    TipoCampo.DATA: "datas",
    TipoCampo.VALOR: "valores",
    TipoCampo.CEP: "CEPs",
    TipoCampo.UF: "siglas de estados",
    TipoCampo.EMAIL: "e-mails",
    TipoCampo.NOME: "nomes",
}


@dataclass(frozen=True, slots=True)
class _Coluna:
    titulo: str
    celulas: tuple[Celula, ...]


def header(linhas: Sequence[Linha], campos: Sequence[Campo]) -> int:
    """Return the line of the header among the first rows; 0 when none looks like one.

    The row with the most known names wins. Where no name is known, it is the first row of texts only, as wide as the
    rows below it, one of which holds something other than text.
    """
    conhecidos = [(sum(1 for c in linha.celulas if _is_known(c, campos)), linha) for linha in linhas[:ACIMA]]
    mais = max((quantos for quantos, _ in conhecidos), default=0)
    if mais > 1 or (mais == 1 and _width(linhas) == 1):
        return next(linha.numero for quantos, linha in conhecidos if quantos == mais)
    largura = _width(linhas)
    for at, linha in enumerate(linhas[:ACIMA]):
        cheias = [celula for celula in linha.celulas if celula is not None]
        so_texto = all(isinstance(celula, str) and not _is_data(celula) for celula in cheias)
        abaixo = any(_is_data(celula) for outra in linhas[at + 1 :] for celula in outra.celulas)
        if len(cheias) > 1 and len(cheias) >= largura * _POSSIVEL and so_texto and abaixo:
            return linha.numero
    return 0


def _width(linhas: Sequence[Linha]) -> int:
    return max((len(_trimmed(linha)) for linha in linhas), default=0)


def _usual_width(linhas: Sequence[Linha]) -> int:
    larguras = Counter(len(_trimmed(linha)) for linha in linhas)
    return max(larguras, key=lambda largura: (larguras[largura], largura), default=0)


def _trimmed(linha: Linha) -> tuple[Celula, ...]:
    celulas = linha.celulas
    while celulas and celulas[-1] is None:
        celulas = celulas[:-1]
    return celulas


def _is_known(celula: Celula, campos: Sequence[Campo]) -> bool:
    return isinstance(celula, str) and any(name_points(celula, campo) == _IGUAL for campo in campos)


def _is_data(celula: Celula) -> bool:
    """Whether a cell holds something that no header would."""
    return celula is not None and (
        not isinstance(celula, str)
        or any(_reads(celula, reader) for reader in (parse_data, parse_valor, parse_documento))
    )


def _reads(celula: Celula, reader: Callable[[Celula], object]) -> bool:
    try:
        reader(celula)
    except ValueError:
        return False
    return True


def titles(cabecalho: Linha | None, linhas: Sequence[Linha]) -> tuple[str, ...]:
    """Return a name for every column; one without takes its letter.

    Below a header a few rows may be wider than the table: a cell of theirs holds the separator.
    """
    em_cima = _trimmed(cabecalho) if cabecalho is not None else ()
    largura = max(len(em_cima), _usual_width(linhas)) if em_cima else _width(linhas)
    nomes = [as_text(em_cima[at]) if at < len(em_cima) else "" for at in range(largura)]
    return tuple(nome or f"Coluna {letter(at)}" for at, nome in enumerate(nomes))


def letter(at: int) -> str:
    """Return the letter a spreadsheet gives column *at*, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)  # noqa: PLR2004 - letters


def fingerprint(titulos: Sequence[str]) -> str:
    """Return what tells this header from others, whatever its capitals, accents and blanks."""
    return hashlib.sha256("\x1f".join(" ".join(words(titulo)) or titulo for titulo in titulos).encode()).hexdigest()


def propose(titulos: Sequence[str], linhas: Sequence[Linha], campos: Sequence[Campo]) -> tuple[ColunaLida, ...]:
    """Return every column with the field it seems to fill; no field twice, the surest first."""
    colunas = [_Coluna(titulo, _cells(linhas, at)) for at, titulo in enumerate(titulos)]
    notas = [
        (pontos, -at, -ordem, porque)
        for at, coluna in enumerate(colunas)
        for ordem, campo in enumerate(campos)
        for pontos, porque in [_points(coluna, campo)]
        if pontos
    ]
    campo_de: dict[int, tuple[str, str]] = {}
    for _pontos, menos_at, menos_ordem, porque in sorted(notas, key=lambda nota: nota[:3], reverse=True):
        chave = campos[-menos_ordem].chave
        if -menos_at not in campo_de and chave not in {ja for ja, _ in campo_de.values()}:
            campo_de[-menos_at] = (chave, porque)
    _by_order_of_dates(colunas, campos, campo_de)
    return tuple(
        ColunaLida(
            titulo=coluna.titulo,
            amostra=tuple(as_text(celula) for celula in coluna.celulas[:AMOSTRA]),
            campo=campo_de.get(at, ("", ""))[0],
            porque=campo_de.get(at, ("", ""))[1],
        )
        for at, coluna in enumerate(colunas)
    )


def remembered(titulos: Sequence[str], linhas: Sequence[Linha], campos: Sequence[str]) -> tuple[ColunaLida, ...]:
    """Return every column with the field the user gave it the last time."""
    return tuple(
        ColunaLida(
            titulo=titulo,
            amostra=tuple(as_text(celula) for celula in _cells(linhas, at)[:AMOSTRA]),
            campo=campos[at] if at < len(campos) else "",
            porque="Como da última vez." if at < len(campos) and campos[at] else "",
        )
        for at, titulo in enumerate(titulos)
    )


def _cells(linhas: Sequence[Linha], at: int) -> tuple[Celula, ...]:
    return tuple(linha.celulas[at] for linha in linhas if at < len(linha.celulas) and linha.celulas[at] is not None)


def name_points(titulo: str, campo: Campo) -> int:
    """Return how well a column's name fits *campo*: 100 when it is one of its names, less when it holds one."""
    suas = words(titulo)
    if not suas or campo.nunca.intersection(suas):
        return 0
    melhor = 0
    for nome in campo.nomes:
        dele = words(nome)
        if sorted(suas) == sorted(dele) or "".join(suas) == "".join(dele):
            return _IGUAL
        if set(dele).issubset(suas):
            melhor = max(melhor, _CONTIDO + 10 * len(dele))
    return min(melhor, _IGUAL - 1)


def _points(coluna: _Coluna, campo: Campo) -> tuple[int, str]:
    nome = name_points(coluna.titulo, campo)
    parte = share(coluna.celulas, campo.tipo)
    if nome:
        if parte is not None and parte < _POSSIVEL:
            return 0, ""
        conteudo = "" if parte is None else f"; {_percent(parte)} das linhas são {_PALAVRAS[campo.tipo]}"
        return nome + (round(5 * parte) if parte else 0), f"Pelo nome “{coluna.titulo}”{conteudo}."
    plain = campo.precisa or campo.tipo in (TipoCampo.EMAIL, TipoCampo.UF, TipoCampo.CEP)
    if plain and parte is not None and parte >= _CERTO and not campo.nunca.intersection(words(coluna.titulo)):
        return _CONTEUDO, f"Pelo conteúdo: {_percent(parte)} das linhas são {_PALAVRAS[campo.tipo]}."
    return 0, ""


def _percent(parte: float) -> str:
    return f"{int(parte * 100)} %"


def share(celulas: Sequence[Celula], tipo: TipoCampo) -> float | None:
    """Return which part of *celulas* is of that kind; ``None`` when there is nothing to judge by."""
    if tipo is TipoCampo.TEXTO or not celulas:
        return None
    estilo = amount_style(celulas) if tipo is TipoCampo.VALOR else None
    readers: Mapping[TipoCampo, Callable[[Celula], bool]] = {
        TipoCampo.DOCUMENTO: lambda celula: _reads(celula, parse_documento),
        TipoCampo.DATA: lambda celula: _reads(celula, parse_data),
        TipoCampo.VALOR: lambda celula: _reads(celula, lambda each: parse_valor(each, estilo)),
        TipoCampo.CEP: lambda celula: _reads(celula, parse_cep),
        TipoCampo.UF: lambda celula: as_text(celula).upper() in _UFS,
        TipoCampo.EMAIL: lambda celula: "@" in as_text(celula),
        TipoCampo.NOME: _is_name,
    }
    return sum(1 for celula in celulas if readers[tipo](celula)) / len(celulas)


def _is_name(celula: Celula) -> bool:
    texto = as_text(celula)
    letras = sum(1 for letra in texto if letra.isalpha())
    return not isinstance(celula, Decimal) and letras >= max(3, len(texto) // 2) and "@" not in texto


def _by_order_of_dates(
    colunas: Sequence[_Coluna], campos: Sequence[Campo], campo_de: dict[int, tuple[str, str]]
) -> None:
    """Where dates were told by content alone, take the later column for the vencimento."""
    datas = {campo.chave for campo in campos if campo.tipo is TipoCampo.DATA}
    if not {"emissao", "vencimento"} <= datas:
        return
    achada = next(
        (at for at, (chave, why) in campo_de.items() if chave == "vencimento" and why[5:13] == "conteúdo"), None
    )
    if achada is None or any(chave == "emissao" for chave, _ in campo_de.values()):
        return
    porque = "Pelo conteúdo: datas, e {} das duas colunas."
    for at, coluna in enumerate(colunas):
        if at not in campo_de and (share(coluna.celulas, TipoCampo.DATA) or 0) >= _CERTO:
            cedo, tarde = sorted(
                (achada, at),
                key=lambda each: sum(parse_data(c).toordinal() for c in colunas[each].celulas if _reads(c, parse_data)),
            )
            campo_de[cedo] = ("emissao", porque.format("as mais antigas"))
            campo_de[tarde] = ("vencimento", porque.format("as mais novas"))
            return
