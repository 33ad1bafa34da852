"""CPF and CNPJ, also the CNPJ with letters that the Receita issues since July 2026 (IN RFB 2.229/2024).

A document is text everywhere: digits and, in a CNPJ, upper-case letters; never a number and never stripped of its
letters.
"""

from stdnum.br import cnpj, cpf
from stdnum.exceptions import ValidationError

TAMANHO_CPF = 11
TAMANHO_CNPJ = 14


def compact(documento: str) -> str:
    """Return *documento* without separators and in upper case; its letters stay.

    >>> compact("12.abc.345/01de-35")
    '12ABC34501DE35'
    """
    return "".join(letra for letra in documento.upper() if letra.isalnum())


def is_cpf(documento: str) -> bool:
    """Whether *documento* is a CPF with the right check digits."""
    return len(compact(documento)) == TAMANHO_CPF and bool(cpf.is_valid(documento))


def is_cnpj(documento: str) -> bool:
    """Whether *documento* is a CNPJ, with or without letters, with the right check digits.

    The root of eight zeros is Banco do Brasil's; a number of zeros alone is nobody's.

    >>> is_cnpj("12.ABC.345/01DE-35"), is_cnpj("00.000.000/0001-91"), is_cnpj("00.000.000/0000-00")
    (True, True, False)
    """
    compacto = compact(documento)
    if len(compacto) != TAMANHO_CNPJ or not compacto.strip("0"):
        return False
    try:
        cnpj.validate(compacto)
    except ValidationError:
        return False
    return True


def has_letters(documento: str) -> bool:
    """Whether *documento* is a CNPJ with letters, which most bank layouts cannot carry yet."""
    return any(letra.isalpha() for letra in documento)


def is_cnpj_length(documento: str) -> bool:
    """Whether *documento* has the length of a CNPJ; its check digits are not judged."""
    return len(compact(documento)) == TAMANHO_CNPJ


def format_documento(documento: str) -> str:
    """Return a CPF or CNPJ with its separators; anything else as it came.

    >>> format_documento("12ABC34501DE35"), format_documento("52998224725")
    ('12.ABC.345/01DE-35', '529.982.247-25')
    """
    d = compact(documento)
    if len(d) == TAMANHO_CNPJ:
        return f"{d[:2]}.{d[2:5]}.{d[5:8]}/{d[8:12]}-{d[12:]}"
    if len(d) == TAMANHO_CPF:
        return f"{d[:3]}.{d[3:6]}.{d[6:9]}-{d[9:]}"
    return documento
