"""Faults of the trailers: how many lines, lots and records they say there are, and what these add up to."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.check_campos import at
from finbank_desktop.layouts.check_ordem import rows_of
from finbank_desktop.layouts.explain import readable
from finbank_desktop.layouts.model import Papel, Registro, Tipo
from finbank_desktop.layouts.reader import Leitura

# Which amount of the details a total of the trailer adds up.
_TOTAIS: Mapping[str, str] = {
    "valor_total": "valor_titulo",
    "valor_informado": "valor_titulo",
    "soma_valores": "valor_pagamento",
}
# The four parts of a lot of titles (FEBRABAN C071). In a retorno banks put there what they hold, not what they send.
_CARTEIRAS = ("simples_valor", "vinculada_valor", "caucionada_valor", "descontada_valor")
_COMPARE = "Compare os totais com o extrato do banco; podem faltar linhas."
Linhas = NDArray[np.intp]


def check(leitura: Leitura) -> list[Problem]:
    """Return the counts and sums of the trailers that disagree with the lines of the file."""
    problems: list[Problem] = []
    detalhes = rows_of(leitura, Papel.DETALHE)
    lots = len(rows_of(leitura, Papel.ABERTURA_LOTE))
    for registro in leitura.layout.of(Papel.ENCERRAMENTO):
        for row in leitura.rows(registro.nome)[-1:].tolist():
            problems += _check_count(leitura, registro, row, "qtd_registros", len(leitura), "linhas no arquivo")
            problems += _check_count(leitura, registro, row, "qtd_lotes", lots, "lotes no arquivo")
            titles = len(_with_amount(leitura, detalhes))
            problems += _check_count(leitura, registro, row, "qtd_detalhes", titles, "títulos no arquivo")
            problems += _check_sums(leitura, registro, row, detalhes)
    problems += _check_lots(leitura, detalhes)
    return problems


def _check_lots(leitura: Leitura, detalhes: Linhas) -> Iterator[Problem]:
    starts = rows_of(leitura, Papel.ABERTURA_LOTE)
    for registro in leitura.layout.of(Papel.ENCERRAMENTO_LOTE):
        for row in leitura.rows(registro.nome).tolist():
            before = starts[: np.searchsorted(starts, row)]
            if not len(before):
                continue
            first = int(before[-1])
            yield from _check_count(leitura, registro, row, "qtd_registros_lote", row - first + 1, "linhas no lote")
            inside = detalhes[(detalhes > first) & (detalhes < row)]
            yield from _check_sums(leitura, registro, row, inside)
            if leitura.layout.direcao == "remessa":
                yield from _check_carteiras(leitura, registro, row, inside)


def _check_count(leitura: Leitura, registro: Registro, row: int, nome: str, found: int, what: str) -> Iterator[Problem]:
    declared = _declared(leitura, registro, row, nome)
    # Zero lines or lots cannot be meant, but zero details is how some banks leave the count out.
    if declared in {None, found} or (nome == "qtd_detalhes" and not declared):
        return
    campo = registro.campo(nome)
    if campo.literal is not None:  # a manual that prints a constant there (Banestes) counts nothing
        return
    # Some banks leave the lot's own header and trailer out of its count; FEBRABAN (G057) counts them.
    if nome == "qtd_registros_lote" and declared == found - 2:
        sentence = f"não conta a abertura e o encerramento; com eles, {what}: {found}"
        yield at(leitura, row, campo, sentence, "", Severity.INFO)
        return
    yield at(leitura, row, campo, f"não confere; {what}: {found}", _COMPARE)


def _check_sums(leitura: Leitura, registro: Registro, row: int, detalhes: Linhas) -> Iterator[Problem]:
    for nome, amount in _TOTAIS.items():
        declared = _declared(leitura, registro, row, nome)
        found = _sum(leitura, detalhes, amount)
        if declared and found is not None and declared != found:
            campo = registro.campo(nome)
            total = readable(found, campo)
            yield at(leitura, row, campo, f"não confere: a soma de {amount} nas linhas é {total}", _COMPARE)


def _check_carteiras(leitura: Leitura, registro: Registro, row: int, detalhes: Linhas) -> Iterator[Problem]:
    parts = [_declared(leitura, registro, row, nome) or 0 for nome in _CARTEIRAS]
    found = _sum(leitura, detalhes, "valor_titulo")
    if sum(parts) and found is not None and sum(parts) != found:
        campo = registro.campo(next(nome for nome, part in zip(_CARTEIRAS, parts, strict=True) if part))
        total = readable(found, campo)
        sentence = f"não confere: com as outras carteiras deveria somar {total}, que é o total dos títulos do lote"
        yield at(leitura, row, campo, sentence, _COMPARE)


def _declared(leitura: Leitura, registro: Registro, row: int, nome: str) -> int | None:
    """Return what a trailer says; ``None`` when it has no such number or left it blank."""
    if nome not in registro or registro.campo(nome).tipo is not Tipo.NUMERO:
        return None
    value = leitura.values(row)[nome]
    return value if isinstance(value, int) else None


def _with_amount(leitura: Leitura, detalhes: Linhas) -> Linhas:
    """Return those of *detalhes* that are titles: their record has an amount."""
    titles = [index for index, registro in enumerate(leitura.layout.registros) if "valor_titulo" in registro]
    return detalhes[np.isin(leitura.registro_of()[detalhes], titles)]


def _sum(leitura: Leitura, detalhes: Linhas, amount: str) -> int | None:
    """Return the sum of *amount* over *detalhes*; ``None`` when none of their records has it as a number."""
    sums = []
    for registro in leitura.layout.of(Papel.DETALHE):
        if amount in registro and registro.campo(amount).tipo is Tipo.NUMERO:
            chosen = np.isin(leitura.rows(registro.nome), detalhes, assume_unique=True)
            sums.append(int(leitura.column(registro.nome, amount).valores[chosen].sum()))
    return sum(sums) if sums else None
