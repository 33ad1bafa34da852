"""Pix keys: which of the five kinds a text is, and the key as the directory (DICT) keeps it.

Source: Banco Central, Manual Operacional do DICT and Manual de Padrões para Iniciação do Pix (keys of CPF, CNPJ, phone
in E.164 with +55, e-mail of at most 77 characters in lower case, random UUID).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from finbank_desktop.domain.documentos import compact, is_cnpj, is_cpf

_EMAIL = re.compile(
    r"[a-z0-9.!#$'*/=?^_`{|}~+-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+"
)
_EMAIL_MAXIMO = 77
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TELEFONE = re.compile(r"\+55[1-9][1-9](?:9\d{8}|[2-5]\d{7})")
_DIGITOS_DDD = (10, 11)
_NACIONAL = "+55"


class TipoChave(StrEnum):
    """The kinds of key; the value is what the user reads."""

    CPF = "CPF"
    CNPJ = "CNPJ"
    TELEFONE = "Telefone"
    EMAIL = "E-mail"
    ALEATORIA = "Chave aleatória"


class ChavePixError(ValueError):
    """A text that is no Pix key; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChavePix:
    """A Pix key as the directory keeps it: digits, ``+55…``, lower case."""

    tipo: TipoChave
    chave: str


def parse(texto: str, tipo: TipoChave | None = None) -> ChavePix:
    """Return the key that a person typed.

    Bare digits are a CPF or CNPJ, or nothing: a CPF with a wrong digit must not become somebody's phone. A phone has
    its +55, parentheses or hyphen, or is asked for by *tipo*.

    >>> parse("(11) 98765-4321").chave, parse("Fulana@Exemplo.com.br").chave
    ('+5511987654321', 'fulana@exemplo.com.br')

    Raises:
        ChavePixError: It is no key, or none of that *tipo*.
    """
    limpo = texto.strip()
    if not limpo:
        raise ChavePixError("a chave Pix está em branco")
    for candidate, read in _LEITORES.items():
        bare = tipo is None and candidate is TipoChave.TELEFONE and limpo.isdigit()
        chave = read(limpo) if tipo in (None, candidate) and not bare else ""
        if chave:
            return ChavePix(tipo=candidate, chave=chave)
    what = f"não é uma chave Pix do tipo {tipo}" if tipo else "não é uma chave Pix"
    raise ChavePixError(
        f"“{limpo}” {what}; use CPF, CNPJ, telefone com DDD, e-mail ou a chave aleatória, e confira os dígitos"
    )


def _cpf(texto: str) -> str:
    return compact(texto) if is_cpf(texto) and not texto.startswith("+") else ""


def _cnpj(texto: str) -> str:
    return compact(texto) if is_cnpj(texto) and "@" not in texto else ""


def _email(texto: str) -> str:
    chave = texto.lower()
    return chave if len(chave) <= _EMAIL_MAXIMO and _EMAIL.fullmatch(chave) else ""


def _aleatoria(texto: str) -> str:
    chave = texto.lower()
    return chave if _UUID.fullmatch(chave) else ""


def _telefone(texto: str) -> str:
    digitos = re.sub(r"[ ()-]", "", texto)
    if digitos.isascii() and digitos.isdigit() and len(digitos) in _DIGITOS_DDD:
        digitos = _NACIONAL + digitos
    return digitos if _TELEFONE.fullmatch(digitos) else ""


_LEITORES = {
    TipoChave.ALEATORIA: _aleatoria,
    TipoChave.EMAIL: _email,
    TipoChave.CPF: _cpf,
    TipoChave.CNPJ: _cnpj,
    TipoChave.TELEFONE: _telefone,
}
"""Tried in this order: what has letters and separators of its own first."""
