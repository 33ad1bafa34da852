"""Faults of single fields: what should be digits, a date or a constant and is not."""

from collections.abc import Iterator

import numpy as np

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import findings
from finbank_desktop.layouts.columns import Coluna
from finbank_desktop.layouts.model import BRANCOS, ZEROS, Campo, Papel, Registro, Tipo
from finbank_desktop.layouts.reader import Leitura

_LINES_PER_FIELD = 50
_NAMES_SHOWN = 6
_NEVER = np.datetime64("2070-01-01")  # digits of a damaged header that happen to be a date
_TEN_YEARS = np.timedelta64(3653, "D")
_FILLERS = ("cnab_", "reservado", "uso_", "brancos", "zeros")
_DATAS_DO_ARQUIVO = ("data_geracao", "data_gravacao")
_NEVER_OR_AT_SIGHT = {"8", "9"}  # Banco do Brasil, CBR641: 888888 à vista, 999999 na apresentação
_ASK = "Peça ao banco um arquivo correto; esta linha não pode ser lida com segurança."


def check(leitura: Leitura) -> list[Problem]:
    """Return the faults of all fields, record by record."""
    reference = _file_date(leitura)
    return [
        problem
        for registro in leitura.layout.registros
        if len(leitura.rows(registro.nome))
        for problem in _check_registro(leitura, registro, reference)
    ]


def is_filler(campo: Campo) -> bool:
    """Whether the field carries nothing: reserved, or blanks or zeros by the manual."""
    return campo.padrao in {BRANCOS, ZEROS} or campo.nome.startswith(_FILLERS)


def where(leitura: Leitura, row: int, campo: Campo) -> str:
    """Return how a sentence names a field of a line."""
    return f"Linha {leitura.number(row)}, posições {campo.inicio}-{campo.fim}, {campo.nome}"


def at(
    leitura: Leitura, row: int, campo: Campo, what: str, fix: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    """Return a problem of one field of one line; *what* follows the place and what stands there."""
    raw = leitura.raw(row, campo.nome)
    return Problem(
        message=f"{where(leitura, row, campo)}: “{raw}” {what}.",
        fix=fix,
        line=leitura.number(row),
        start=campo.inicio,
        end=campo.fim,
        field=campo.nome,
        severity=severity,
    )


def _check_registro(leitura: Leitura, registro: Registro, reference: np.datetime64 | None) -> Iterator[Problem]:
    blank = []
    for campo in registro.campos:
        if is_filler(campo):
            continue
        if campo.literal is not None:
            yield from _check_constant(leitura, registro, campo)
        if campo.tipo in {Tipo.TEXTO, Tipo.IDENTIFICADOR}:
            continue
        coluna = leitura.column(registro.nome, campo.nome)
        if campo.tipo is Tipo.NUMERO and coluna.vazios.any():
            blank.append(campo.nome)
        yield from _check_invalid(leitura, registro, campo, coluna)
        if campo.nome in _DATAS_DO_ARQUIVO and campo.tipo.is_date:
            yield from _check_never(leitura, registro, campo, coluna)
        if campo.tipo.is_date and reference is not None:
            yield from _check_far(leitura, registro, campo, coluna, reference)
    if blank:
        yield Problem(message=_blank_message(registro, blank), severity=Severity.INFO)


def _blank_message(registro: Registro, names: list[str]) -> str:
    shown = ", ".join(names[:_NAMES_SHOWN])
    more = f" e mais {len(names) - _NAMES_SHOWN}" if len(names) > _NAMES_SHOWN else ""
    return f"{registro.titulo}: há campos numéricos em branco ({shown}{more})."


def _check_invalid(leitura: Leitura, registro: Registro, campo: Campo, coluna: Coluna) -> Iterator[Problem]:
    rows = leitura.rows(registro.nome)[coluna.invalidos].tolist()
    if campo.tipo.is_date:
        what, severity = "não é uma data", Severity.ERROR
        rows = [row for row in rows if not set(leitura.raw(row, campo.nome)) < _NEVER_OR_AT_SIGHT]
    elif campo.tipo is Tipo.HORA:
        what, severity = "não é uma hora", Severity.WARNING
    else:
        what, severity = "deveria ter só algarismos", _weight(leitura, campo)
    yield from findings.per_line(
        rows,
        lambda row: at(leitura, row, campo, what, _ASK, severity),
        f"{campo.nome} {what}",
        limit=_LINES_PER_FIELD,
    )


def _check_never(leitura: Leitura, registro: Registro, campo: Campo, coluna: Coluna) -> Iterator[Problem]:
    """Tell of a file's own date that no file can have: the line lost letters and other digits stand there."""
    rows = leitura.rows(registro.nome)[coluna.valores >= _NEVER].tolist()
    for row in rows[:_LINES_PER_FIELD]:
        yield at(leitura, row, campo, "não pode ser a data do arquivo: a linha perdeu ou ganhou letras", _ASK)


def _weight(leitura: Leitura, campo: Campo) -> Severity:
    """Return how much letters in a number weigh: a bank refuses them, but puts some into its own retornos."""
    return Severity.ERROR if leitura.layout.direcao == "remessa" or campo.decimais else Severity.WARNING


def _check_far(
    leitura: Leitura, registro: Registro, campo: Campo, coluna: Coluna, reference: np.datetime64
) -> Iterator[Problem]:
    valid = ~coluna.vazios & ~coluna.invalidos
    far = np.zeros(len(valid), bool)
    far[valid] = np.abs(coluna.valores[valid] - reference) > _TEN_YEARS
    rows = leitura.rows(registro.nome)[far].tolist()
    what = f"está a mais de dez anos da data do arquivo, {reference.astype(object):%d/%m/%Y}"
    yield from findings.per_line(
        rows,
        lambda row: at(leitura, row, campo, what, "Confira esta data com o banco.", Severity.WARNING),
        f"{campo.nome} a mais de dez anos da data do arquivo",
        limit=_LINES_PER_FIELD,
    )


def _check_constant(leitura: Leitura, registro: Registro, campo: Campo) -> list[Problem]:
    if campo.nome in registro.chave or campo.literal is None:
        return []
    rows = leitura.rows(registro.nome)
    chars = leitura.linhas.matriz[rows, campo.posicoes]
    other = rows[(chars != np.frombuffer(campo.literal.encode("ascii"), np.uint8)).any(axis=1)]
    if not len(other):
        return []
    found = leitura.raw(int(other[0]), campo.nome)
    message = (
        f"{registro.titulo or registro.nome}, posições {campo.inicio}-{campo.fim}, {campo.nome}: "
        f"o manual pede “{campo.literal}” e o arquivo tem “{found}”"
    )
    # Only the header says whose the file is; banks leave zeros or blanks in the same field of other records.
    wrong_bank = campo.nome == "banco" and registro.papel is Papel.ABERTURA
    fix = "Confira se o arquivo é deste banco." if wrong_bank else ""
    severity = Severity.ERROR if wrong_bank else Severity.INFO
    return findings.grouped(
        leitura.linhas.numeros[other],
        message,
        fix=fix,
        field=campo.nome,
        positions=(campo.inicio, campo.fim),
        severity=severity,
    )


def _file_date(leitura: Leitura) -> np.datetime64 | None:
    """Return the day the file says it was made; ``None`` when it does not say a valid one."""
    for registro in leitura.layout.of(Papel.ABERTURA):
        for nome in _DATAS_DO_ARQUIVO:
            if nome not in registro or not len(leitura.rows(registro.nome)):
                continue
            if not registro.campo(nome).tipo.is_date:
                continue
            day = leitura.column(registro.nome, nome).valores[0]
            if not np.isnat(day) and day < _NEVER:
                return np.datetime64(day)
    return None
