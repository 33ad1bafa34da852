"""Faults of order: the beginning and the end of the file, lots that open and close, sequence numbers."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import findings
from finbank_desktop.layouts.check_campos import at
from finbank_desktop.layouts.model import Papel, Tipo
from finbank_desktop.layouts.reader import Leitura

INICIO_AUSENTE = "início do arquivo ausente"
FIM_AUSENTE = "fim do arquivo ausente"
_MAX_BREAKS = 20
_AGAIN = "Peça ou baixe o arquivo outra vez, inteiro."
_MIXED = "Confira se o arquivo não foi montado ou alterado à mão; baixe-o outra vez."


def check(leitura: Leitura) -> list[Problem]:
    """Return what is wrong with the order of the records."""
    return [*_ends(leitura), *_lots(leitura), *_sequencial(leitura), *_sequencia_lote(leitura)]


def rows_of(leitura: Leitura, papel: Papel) -> NDArray[np.intp]:
    """Return the rows, ascending, of all record types that play *papel*."""
    rows = [leitura.rows(registro.nome) for registro in leitura.layout.of(papel)]
    return np.sort(np.concatenate(rows)) if rows else np.empty(0, np.intp)


def has_start(leitura: Leitura) -> bool:
    """Whether the file begins with its header."""
    return bool(len(leitura)) and 0 in rows_of(leitura, Papel.ABERTURA)


def has_end(leitura: Leitura) -> bool:
    """Whether a trailer of file stands anywhere after the header, as in a file that was not cut."""
    rows = rows_of(leitura, Papel.ENCERRAMENTO)
    return bool(len(rows)) and int(rows[-1]) > 0


def _ends(leitura: Leitura) -> Iterator[Problem]:
    opening, closing = rows_of(leitura, Papel.ABERTURA), rows_of(leitura, Papel.ENCERRAMENTO)
    last = len(leitura) - 1
    if not has_start(leitura):
        message = f"{INICIO_AUSENTE}: a primeira linha não é a abertura (header) que o layout pede."
        yield Problem(message=message.capitalize(), fix=_AGAIN, line=leitura.number(0))
    if not has_end(leitura):
        message = f"{FIM_AUSENTE}: falta o registro de encerramento (trailer); podem faltar títulos."
        yield Problem(message=message.capitalize(), fix=_AGAIN, line=leitura.number(last))
    for row in opening[opening > 0].tolist():
        yield _misplaced(leitura, row, "abre o arquivo outra vez: dois arquivos podem ter sido juntados")
    for row in closing[closing < last].tolist():
        yield _misplaced(leitura, row, "encerra o arquivo, mas há linhas depois dela")


def _misplaced(leitura: Leitura, row: int, what: str) -> Problem:
    number = leitura.number(row)
    return Problem(message=f"A linha {number} {what}.", fix=_MIXED, line=number)


def _lots(leitura: Leitura) -> Iterator[Problem]:
    """Tell of lots that are opened twice, not closed, closed without being open, and of details outside a lot."""
    if not leitura.layout.of(Papel.ABERTURA_LOTE):
        return
    papeis = [registro.papel for registro in leitura.layout.registros]
    steps = {Papel.ABERTURA_LOTE: 1, Papel.ENCERRAMENTO_LOTE: -1}
    change = np.array([steps.get(papel, 0) for papel in papeis] + [0])[leitura.registro_of()]  # unknown is -1: the last
    depth = np.cumsum(change)
    bounds = np.flatnonzero(change)
    is_open = False
    for row in bounds.tolist():
        opens = bool(change[row] > 0)
        if opens and is_open:
            yield _misplaced(leitura, row, "abre um lote sem que o anterior tenha sido encerrado")
        if not opens and not is_open:
            yield _misplaced(leitura, row, "encerra um lote que não foi aberto")
        is_open = opens
    if is_open:
        number = leitura.number(int(bounds[-1]))
        message = f"O lote aberto na linha {number} não foi encerrado; podem faltar títulos."
        yield Problem(message=message, fix=_AGAIN, line=number)
    detalhes = rows_of(leitura, Papel.DETALHE)
    outside = detalhes[depth[detalhes] < 1].tolist()
    what = "é um detalhe fora de lote"
    yield from findings.per_line(outside, lambda row: _misplaced(leitura, row, what), what)


def _sequencial(leitura: Leitura) -> Iterator[Problem]:
    """Tell where the number of the record in the file does not follow the line before; it starts with 1."""
    rows, numbers = _numbers(leitura, "sequencial", set(Papel))
    if not len(rows) or not _numbers_every_record(leitura, "sequencial"):
        return
    expected = rows + 1 + _offsets(rows, numbers)
    yield from _breaks(leitura, rows, numbers, expected, "sequencial")


def _sequencia_lote(leitura: Leitura) -> Iterator[Problem]:
    """Tell where the number of the record in its lot does not follow the line before; it starts with 1."""
    rows, numbers = _numbers(leitura, "sequencia_lote", {Papel.DETALHE})
    starts = rows_of(leitura, Papel.ABERTURA_LOTE)
    if not len(rows) or not len(starts):
        return
    lot = np.searchsorted(starts, rows, side="right") - 1
    expected = np.concatenate([[1], numbers[:-1] + (rows[1:] - rows[:-1])])
    expected[np.concatenate([[True], lot[1:] != lot[:-1]])] = 1
    yield from _breaks(leitura, rows, numbers, expected, "sequencia_lote")


def _offsets(rows: NDArray[np.intp], numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return by how much the line before was off already, so that one gap is told once."""
    off = numbers - (rows + 1)
    return np.concatenate([[0], off[:-1]])


def _numbers_every_record(leitura: Leitura, nome: str) -> bool:
    """Whether *nome* counts lines of the file: its header has it as well."""
    return any(nome in registro for registro in leitura.layout.of(Papel.ABERTURA))


def _numbers(leitura: Leitura, nome: str, papeis: set[Papel]) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Return rows, ascending, and values of the number *nome* in all records that have it."""
    rows, values = [np.empty(0, np.intp)], [np.empty(0, np.int64)]
    for registro in leitura.layout.registros:
        if registro.papel in papeis and nome in registro and registro.campo(nome).tipo is Tipo.NUMERO:
            rows.append(leitura.rows(registro.nome))
            values.append(leitura.column(registro.nome, nome).valores)
    together = np.concatenate(rows)
    order = np.argsort(together, kind="stable")
    return together[order], np.concatenate(values)[order]


def _breaks(
    leitura: Leitura, rows: NDArray[np.intp], numbers: NDArray[np.int64], expected: NDArray[np.int64], nome: str
) -> Iterator[Problem]:
    wrong = np.flatnonzero(numbers != expected)
    due: dict[int, int] = dict(zip(rows[wrong].tolist(), expected[wrong].tolist(), strict=True))
    yield from findings.per_line(
        list(due), lambda row: _break(leitura, row, nome, due[row]), f"{nome} fora da sequência", limit=_MAX_BREAKS
    )


def _break(leitura: Leitura, row: int, nome: str, due: int) -> Problem:
    registro = leitura.layout.registros[int(leitura.registro_of()[row])]
    what = f"deveria ser {due}: falta ou sobra uma linha, ou a numeração está errada"
    # Banks number the lines of a file without fail, but in a lot of a retorno some begin anew or skip.
    lenient = nome == "sequencia_lote" and leitura.layout.direcao == "retorno"
    return at(leitura, row, registro.campo(nome), what, _MIXED, Severity.WARNING if lenient else Severity.ERROR)
