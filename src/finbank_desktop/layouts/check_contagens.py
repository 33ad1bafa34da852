"""Faults of the trailers: how many lines, lots and records they say there are."""

from collections.abc import Iterator

import numpy as np

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.check_campos import at
from finbank_desktop.layouts.check_ordem import rows_of
from finbank_desktop.layouts.model import Papel, Registro, Tipo
from finbank_desktop.layouts.reader import Leitura

_COMPARE = "Compare os totais com o extrato do banco; podem faltar linhas."


def check(leitura: Leitura) -> list[Problem]:
    """Return the counts that disagree with the lines of the file."""
    lots = len(rows_of(leitura, Papel.ABERTURA_LOTE))
    problems: list[Problem] = []
    for registro in leitura.layout.of(Papel.ENCERRAMENTO):
        for row in leitura.rows(registro.nome)[-1:].tolist():
            problems += _check_count(leitura, registro, row, "qtd_registros", len(leitura), "linhas no arquivo")
            problems += _check_count(leitura, registro, row, "qtd_lotes", lots, "lotes no arquivo")
    problems += _check_lots(leitura)
    return problems


def _check_lots(leitura: Leitura) -> Iterator[Problem]:
    starts = rows_of(leitura, Papel.ABERTURA_LOTE)
    for registro in leitura.layout.of(Papel.ENCERRAMENTO_LOTE):
        for row in leitura.rows(registro.nome).tolist():
            before = starts[: np.searchsorted(starts, row)]
            if len(before):
                size = row - int(before[-1]) + 1
                yield from _check_count(leitura, registro, row, "qtd_registros_lote", size, "linhas no lote")


def _check_count(leitura: Leitura, registro: Registro, row: int, nome: str, found: int, what: str) -> Iterator[Problem]:
    if nome not in registro or registro.campo(nome).tipo is not Tipo.NUMERO:
        return
    declared = leitura.values(row)[nome]
    if declared == found or declared is None:
        return
    campo = registro.campo(nome)
    # Some banks leave the lot's own header and trailer out of its count; FEBRABAN (G057) counts them.
    if nome == "qtd_registros_lote" and declared == found - 2:
        sentence = f"não conta a abertura e o encerramento; há {found} {what} com eles"
        yield at(leitura, row, campo, sentence, "", Severity.INFO)
        return
    yield at(leitura, row, campo, f"não confere: há {found} {what}", _COMPARE)
