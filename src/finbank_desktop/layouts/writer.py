"""Records become the bytes of a file, each record type by columns."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.lines import Matriz
from finbank_desktop.layouts.model import Campo, Layout, Registro, Tipo, Valor

_DATE_FORMS = {Tipo.DATA_DDMMAAAA: "{0:%d%m}{1:04d}", Tipo.DATA_AAAAMMDD: "{1:04d}{0:%m%d}"}
_SHORT_YEARS = range(1970, 2070)
_REPLACED = str.maketrans(
    {
        "\u2013": "-",
        "\u2014": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2026": "...",
        "\xb0": "o",
        "\xd8": "O",
        "\xf8": "o",
        "\xc6": "AE",
        "\xe6": "ae",
        "\t": " ",
        "\r": " ",
        "\n": " ",
    }
)


@dataclass(frozen=True, kw_only=True)
class Escrita:
    """A written file.

    Attributes:
        data: Its bytes; empty when there was an error.
        problems: Cut texts (warnings); values that do not fit and unknown names (errors).
    """

    data: bytes
    problems: list[Problem] = field(default_factory=list)


class _ValueRefusedError(Exception):
    """A value that cannot be written into its field."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


def write(layout: Layout, registros: Iterable[tuple[str, Mapping[str, Valor]]], *, newline: bytes = b"\r\n") -> Escrita:
    r"""Return the file that holds *registros*.

    Args:
        layout: The layout to write by.
        registros: Name of the record type and its values by name of field, in the order of the lines. ``None`` or no
            value at all gives the field's default. Numbers are ``int`` scaled by the implied decimals, or text of
            digits. Text goes out in ASCII capitals without accents.
        newline: What ends every line, the last one too.
    """
    by_type: dict[str, tuple[list[int], list[Mapping[str, Valor]]]] = {}
    count, problems = 0, list[Problem]()
    for row, (nome, values) in enumerate(registros):
        rows, mappings = by_type.setdefault(nome, ([], []))
        rows.append(row)
        mappings.append(values)
        count = row + 1
    matriz = np.full((count, layout.tamanho + len(newline)), ord(" "), np.uint8)
    matriz[:, layout.tamanho :] = np.frombuffer(newline, np.uint8)
    for nome, (rows, mappings) in by_type.items():
        if nome not in layout:
            problems.append(_unknown_record(layout, nome, rows[0] + 1))
        else:
            sheet = _Sheet(layout.registro(nome), rows, mappings)
            matriz[rows, : layout.tamanho] = sheet.render()
            problems += sheet.problems
    problems.sort(key=lambda problem: (problem.line or 0, problem.start or 0))
    failed = any(problem.is_error for problem in problems)
    return Escrita(data=b"" if failed else matriz.tobytes(), problems=problems)


def to_ascii(text: str, *, maiusculas: bool = True) -> str:
    """Return *text* as banks take it: ASCII, without accents, in capitals; a blank for what has no counterpart.

    >>> to_ascii("São João, 3º andar, açaí")
    'SAO JOAO, 3O ANDAR, ACAI'
    """
    if not (text.isascii() and text.isprintable()):
        plain = unicodedata.normalize("NFKD", text.translate(_REPLACED))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        text = "".join(char if char.isascii() and char.isprintable() else " " for char in plain)
    return text.upper() if maiusculas else text


def _unknown_record(layout: Layout, nome: str, line: int) -> Problem:
    names = ", ".join(registro.nome for registro in layout.registros)
    return Problem(
        message=f"O layout {layout.caminho} não tem o registro {nome}.", fix=f"Use um destes: {names}.", line=line
    )


class _Sheet:
    """All records of one type, written column by column."""

    def __init__(self, registro: Registro, rows: Sequence[int], mappings: Sequence[Mapping[str, Valor]]) -> None:
        self.registro = registro
        self.rows = rows
        self.mappings = mappings
        self.problems: list[Problem] = []

    def render(self) -> Matriz:
        self._refuse_unknown_fields()
        template = "".join(campo.vazio for campo in self.registro.campos).encode("ascii")
        sheet = np.tile(np.frombuffer(template, np.uint8), (len(self.rows), 1))
        used = set().union(*self.mappings)
        for campo in self.registro.campos:
            if campo.nome in used:
                column = b"".join(self._cell(index, campo) for index in range(len(self.rows)))
                sheet[:, campo.posicoes] = np.frombuffer(column, np.uint8).reshape(len(self.rows), campo.tamanho)
        return sheet

    def _cell(self, index: int, campo: Campo) -> bytes:
        value = self.mappings[index].get(campo.nome)
        if value is None or (value == "" and campo.tipo.zero_filled):
            return campo.vazio.encode("ascii")
        try:
            text = _render(value, campo)
        except _ValueRefusedError as refusal:
            self._report(index, campo, refusal.message, refusal.fix, Severity.ERROR)
            return campo.vazio.encode("ascii")
        if len(text.rstrip()) > campo.tamanho:
            message = f"“{text}” tem {len(text)} letras e o campo {campo.nome} tem {campo.tamanho}; foi cortado."
            self._report(index, campo, message, "Abrevie o texto, se o corte o deixa sem sentido.", Severity.WARNING)
        return text[: campo.tamanho].ljust(campo.tamanho).encode("ascii")

    def _report(self, index: int, campo: Campo, message: str, fix: str, severity: Severity) -> None:
        problem = Problem(
            message=message,
            fix=fix,
            line=self.rows[index] + 1,
            start=campo.inicio,
            end=campo.fim,
            field=campo.nome,
            severity=severity,
        )
        self.problems.append(problem)

    def _refuse_unknown_fields(self) -> None:
        for row, mapping in zip(self.rows, self.mappings, strict=True):
            for nome in mapping:
                if nome not in self.registro:
                    message = f"O registro {self.registro.nome} não tem o campo {nome}."
                    fix = "Use os nomes de campo do layout."
                    self.problems.append(Problem(message=message, fix=fix, line=row + 1, field=nome))


def _render(value: Valor, campo: Campo) -> str:
    """Return *value* as text: of exactly the field's size, unless it is text of another length."""
    match campo.tipo, value:
        case Tipo.TEXTO, str() | int() if not isinstance(value, bool):
            return _text(str(value), maiusculas=campo.maiusculas)
        case Tipo.NUMERO, int() | str() if not isinstance(value, bool):
            return _number(str(value), campo)
        case Tipo.IDENTIFICADOR, int() | str() if not isinstance(value, bool):
            return _identifier(str(value), campo)
        case ((Tipo.DATA_DDMMAAAA | Tipo.DATA_AAAAMMDD | Tipo.DATA_DDMMAA), dt.date()):
            return _date(value, campo)
        case Tipo.HORA, dt.time():
            return f"{value:%H%M%S}"
    kind = {"N": "um número", "A": "um texto", "X": "um identificador", "H6": "uma hora"}.get(campo.tipo, "uma data")
    raise _ValueRefusedError(
        f"O campo {campo.nome} pede {kind}, mas recebeu {value!r}.", "Confira o cadastro deste título."
    )


@lru_cache(maxsize=8192)
def _text(text: str, *, maiusculas: bool) -> str:
    return to_ascii(text, maiusculas=maiusculas)


def _number(text: str, campo: Campo) -> str:
    if not (text.isascii() and text.isdigit()):
        message = f"O campo {campo.nome} só aceita números, mas recebeu “{text}”."
        fix = "Corrija o cadastro; se é um CNPJ com letras, este layout do banco ainda não o aceita."
        raise _ValueRefusedError(message, fix)
    return _fill(text, campo)


def _identifier(text: str, campo: Campo) -> str:
    if not (text.isascii() and text.isalnum()):
        message = f"O campo {campo.nome} só aceita letras e números, mas recebeu “{text}”."
        raise _ValueRefusedError(message, "Tire pontos, barras e traços.")
    return _fill(text.upper(), campo)


def _fill(text: str, campo: Campo) -> str:
    digits = text if len(text) <= campo.tamanho else text.lstrip("0")
    if len(digits) > campo.tamanho:
        message = f"{text} não cabe no campo {campo.nome}, que tem {campo.tamanho} posições."
        raise _ValueRefusedError(message, "Corrija o valor; cortar algarismos mudaria o que ele diz.")
    return digits.rjust(campo.tamanho, "0")


def _date(value: dt.date, campo: Campo) -> str:
    if campo.tipo is not Tipo.DATA_DDMMAA:
        return _DATE_FORMS[campo.tipo].format(value, value.year)
    if value.year not in _SHORT_YEARS:
        message = (
            f"A data {value:%d/%m/}{value.year} não cabe no campo {campo.nome}, que tem o ano com dois algarismos."
        )
        raise _ValueRefusedError(message, "Use uma data de 1970 a 2069.")
    return f"{value:%d%m%y}"
