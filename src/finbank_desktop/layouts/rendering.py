"""One value as it stands in a file: digits filled with zeros, text in ASCII capitals, dates in their order."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from finbank_desktop.layouts.model import Campo, Tipo, Valor

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
        "\xdf": "ss",
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


class ValueRefusedError(Exception):
    """A value that cannot be written into its field."""

    def __init__(self, message: str, fix: str) -> None:
        """Keep what is wrong and what to do about it."""
        super().__init__(message)
        self.message = message
        self.fix = fix


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


@lru_cache(maxsize=8192)
def _plain(text: str, maiusculas: bool) -> str:  # noqa: FBT001 - a keyword doubles the cost of a cache hit
    return to_ascii(text, maiusculas=maiusculas)


def _text(value: Valor, campo: Campo) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong_kind(value, campo, "um texto")
    return _plain(str(value), campo.maiusculas)


def _number(value: Valor, campo: Campo) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong_kind(value, campo, "um número")
    text = str(value)
    if not (text.isascii() and text.isdigit()):
        message = f"O campo {campo.nome} só aceita números, mas recebeu “{text}”."
        fix = "Corrija o cadastro; se é um CNPJ com letras, este layout do banco ainda não o aceita."
        raise ValueRefusedError(message, fix)
    return _fill(text, campo)


def _identifier(value: Valor, campo: Campo) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong_kind(value, campo, "um identificador")
    text = str(value)
    if not (text.isascii() and text.isalnum()):
        message = f"O campo {campo.nome} só aceita letras e números, mas recebeu “{text}”."
        raise ValueRefusedError(message, "Tire pontos, barras e traços.")
    return _fill(text.upper(), campo)


def _fill(text: str, campo: Campo) -> str:
    digits = text if len(text) <= campo.tamanho else text.lstrip("0")
    if len(digits) > campo.tamanho:
        message = f"{text} não cabe no campo {campo.nome}, que tem {campo.tamanho} posições."
        raise ValueRefusedError(message, "Corrija o valor; cortar algarismos mudaria o que ele diz.")
    return digits.rjust(campo.tamanho, "0")


def _date(value: Valor, campo: Campo) -> str:
    if not isinstance(value, dt.date):
        raise _wrong_kind(value, campo, "uma data")
    if campo.tipo is not Tipo.DATA_DDMMAA:
        return _DATE_FORMS[campo.tipo].format(value, value.year)
    if value.year not in _SHORT_YEARS:
        message = (
            f"A data {value:%d/%m/}{value.year} não cabe no campo {campo.nome}, que tem o ano com dois algarismos."
        )
        raise ValueRefusedError(message, "Use uma data de 1970 a 2069.")
    return f"{value:%d%m%y}"


def _time(value: Valor, campo: Campo) -> str:
    if not isinstance(value, dt.time):
        raise _wrong_kind(value, campo, "uma hora")
    return f"{value:%H%M%S}"


def _wrong_kind(value: Valor, campo: Campo, kind: str) -> ValueRefusedError:
    message = f"O campo {campo.nome} pede {kind}, mas recebeu {value!r}."
    return ValueRefusedError(message, "Confira o cadastro deste título.")


# Each returns the value filled to the field's size, but text of any length, and raises ValueRefusedError.
RENDERERS: Mapping[Tipo, Callable[[Valor, Campo], str]] = {
    Tipo.NUMERO: _number,
    Tipo.TEXTO: _text,
    Tipo.DATA_DDMMAAAA: _date,
    Tipo.DATA_DDMMAA: _date,
    Tipo.DATA_AAAAMMDD: _date,
    Tipo.HORA: _time,
    Tipo.IDENTIFICADOR: _identifier,
}
