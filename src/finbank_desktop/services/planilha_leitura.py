"""The rows of a table, each cell read as what its column is said to be."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from finbank_desktop.domain.planilhas import Campo, Celula, Linha, Mapa, TipoCampo
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.planilha_model import LinhaLida
from finbank_desktop.spreadsheets import columns, values
from finbank_desktop.spreadsheets.reading import Tabela
from finbank_desktop.spreadsheets.values import Estilo

AMOSTRA = 200
"""Rows looked at to tell what the columns are."""
MAIS_LINHAS = 500_000
"""Rows imported at once; a preview of more nobody reads."""
_ESTADO = 2_000
_SEM_DATA = frozenset(("documento", "parcela", "cliente_codigo", "codigo", "numero"))
"""Texts that a spreadsheet likes to take for a date: ``1/3`` becomes the first of March."""


def first_rows(tabela: Tabela) -> list[Linha]:
    """Return the rows from which columns are recognised.

    Raises:
        RefusedError: It cannot be read, or nothing stands in it.
    """
    linhas = list(islice(tabela.rows(), AMOSTRA))
    if not linhas:
        raise RefusedError("planilha_vazia", "A planilha está vazia; confira a exportação.", tabela.path.name)
    return linhas


def below(linhas: Sequence[Linha], cabecalho: int) -> tuple[Linha | None, list[Linha]]:
    """Return the header and the rows below it; without a header all rows."""
    em_cima = next((linha for linha in linhas if cabecalho and linha.numero == cabecalho), None)
    return em_cima, [linha for linha in linhas if linha.numero > cabecalho]


def read(
    tabela: Tabela, campos: Sequence[Campo], mapa: Mapa, watcher: Watcher = SILENT
) -> tuple[tuple[str, ...], list[LinhaLida]]:
    """Return the columns' titles and every row below the header.

    Raises:
        RefusedError: It cannot be read, or it has more rows than are imported at once.
    """
    primeiras = first_rows(tabela)
    cabecalho, corpo = below(primeiras, mapa.cabecalho)
    titulos = columns.titles(cabecalho, corpo)
    linhas = []
    for quantas, linha in enumerate(tabela.rows()):
        if quantas % _ESTADO == 0:
            watcher.report(quantas, 0, f"Lendo {tabela.path.name}")
        if linha.numero > mapa.cabecalho:
            linhas.append(linha)
        if len(linhas) > MAIS_LINHAS:
            message = f"A planilha passa de {MAIS_LINHAS:,} linhas; divida-a em partes.".replace(",", ".")
            raise RefusedError("planilha_grande", message, tabela.path.name)
    return titulos, interpret(linhas, campos, mapa, len(titulos))


def interpret(linhas: Sequence[Linha], campos: Sequence[Campo], mapa: Mapa, largura: int) -> list[LinhaLida]:
    """Return *linhas* read as *mapa* says; *largura* is how many columns the table has."""
    onde = [(campo, at) for campo in campos if (at := mapa.column_of(campo.chave)) is not None]
    estilos = {
        campo.chave: values.amount_style(linha.celulas[at] for linha in linhas if at < len(linha.celulas))
        for campo, at in onde
        if campo.tipo is TipoCampo.VALOR
    }
    return [_read(linha, onde, estilos, largura) for linha in linhas]


def _read(
    linha: Linha, onde: Sequence[tuple[Campo, int]], estilos: Mapping[str, Estilo | None], largura: int
) -> LinhaLida:
    valores: dict[str, Any] = {}
    problems = _too_wide(linha, largura)
    for campo, at in onde:
        celula = linha.celulas[at] if at < len(linha.celulas) else None
        if celula is None or celula == "":
            continue
        try:
            valores[campo.chave] = _value(campo, celula, estilos)
        except ValueError as error:
            message = f"{campo.titulo}: {error}."
            problems.append(Problem(message=message, line=linha.numero, field=campo.chave))
    return LinhaLida(numero=linha.numero, celulas=linha.celulas, valores=valores, problems=tuple(problems))


def _too_wide(linha: Linha, largura: int) -> list[Problem]:
    if not any(celula is not None for celula in linha.celulas[largura:]):
        return []
    message = f"A linha tem {len(linha.celulas)} colunas e a planilha {largura}: um texto deve conter o separador."
    return [Problem(message=message, fix="Corrija a linha no outro sistema e exporte de novo.", line=linha.numero)]


def _value(campo: Campo, celula: Celula, estilos: Mapping[str, Estilo | None]) -> Any:
    if values.is_error(celula):
        raise ValueError(f"a fórmula da planilha deu erro ({celula})")
    if campo.tipo is TipoCampo.VALOR:
        return values.parse_valor(celula, estilos[campo.chave])
    if campo.tipo in _LEITORES:
        return _LEITORES[campo.tipo](celula)
    if campo.chave in _SEM_DATA and isinstance(celula, date):
        raise ValueError(
            f"a planilha transformou o que estava ali em uma data ({celula:%d/%m/%Y}); formate-a como texto"
        )
    return values.as_text(celula)


_LEITORES: Mapping[TipoCampo, Callable[[Celula], Any]] = {
    TipoCampo.DATA: values.parse_data,
    TipoCampo.DOCUMENTO: values.parse_documento,
    TipoCampo.CEP: values.parse_cep,
}
