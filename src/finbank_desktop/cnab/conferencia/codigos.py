"""Codes: whether each field of a remessa holds one that the bank knows."""

from collections.abc import Iterator

import numpy as np

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia.achados import of_rows
from finbank_desktop.cnab.conferencia.quadro import Linhas
from finbank_desktop.cnab.dominios import Dominio
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.model import Campo, Registro
from finbank_desktop.layouts.reader import Leitura

_SHOWN = 12
_TEXT = 40
_WHOSE = {"pagamento": "pagamento", "debito": "débito"}


def check(leitura: Leitura) -> Iterator[Problem]:
    """Yield the codes that are in no list of the bank's or FEBRABAN's."""
    for registro in leitura.layout.registros:
        rows = leitura.rows(registro.nome)
        if len(rows):
            for campo in registro.campos:
                yield from _check_campo(leitura, registro, campo, rows)


def _check_campo(leitura: Leitura, registro: Registro, campo: Campo, rows: Linhas) -> Iterator[Problem]:
    layout = leitura.layout
    source = dominios.blank(layout, campo)
    if source is not None:
        filled = rows[_texts(leitura, rows, campo) != b" " * campo.tamanho]
        fix = "Deixe o campo em branco."
        yield from of_rows(leitura, campo, filled, f"deve ficar em branco neste banco ({source})", fix)
    dominio = None if campo.nome in registro.chave else dominios.judged(layout, registro, campo)
    if dominio is None:
        return
    texts = _texts(leitura, rows, campo)
    wrong = [text for text in np.unique(texts).tolist() if not dominio.takes(text.decode("latin-1"))]
    if not wrong:
        return
    what = f"não é um código conhecido; valem {listing(dominio)} ({dominio.fonte})"
    fix = f"Escolha um destes códigos no cadastro do convênio ou do {_WHOSE.get(layout.produto, 'título')}."
    # an unknown code weighs less where the list at hand may not be the bank's whole one
    severity = Severity.ERROR if dominios.is_whole(layout, registro, campo) else Severity.WARNING
    yield from of_rows(leitura, campo, rows[np.isin(texts, wrong)], what, fix, motivo=dominio.motivo, severity=severity)


def _texts(leitura: Leitura, rows: Linhas, campo: Campo) -> np.ndarray[tuple[int], np.dtype[np.bytes_]]:
    chars = np.ascontiguousarray(leitura.linhas.matriz[rows, campo.posicoes])
    # a plain view would drop trailing NULs only, and there are none in a matrix of text
    return chars.view(f"S{campo.tamanho}").reshape(len(rows))


def listing(dominio: Dominio) -> str:
    """Return the codes of a list for a sentence: with their texts when they are few."""
    codes = list(dominio.codigos)
    if len(codes) <= _SHOWN:
        return ", ".join(f"{code} {_short(text)}" for code, text in dominio.codigos.items())
    return ", ".join(codes)


def _short(text: str) -> str:
    return text if len(text) <= _TEXT else text[:_TEXT].rstrip() + "…"
