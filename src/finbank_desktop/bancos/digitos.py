"""Digits on their way into a bank's fields, and the check digits that several banks share."""

from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.modulos import modulo_11

_DEZ, _ONZE = 10, 11
_ROTULOS = {
    "agencia": "a agência",
    "carteira": "a carteira",
    "codigo_beneficiario": "o código do beneficiário",
    "conta": "a conta",
    "convenio": "o convênio",
    "modalidade": "a modalidade",
    "nosso_numero": "o nosso número",
    "parcela": "a parcela",
    "seu_numero": "o seu número",
}


def fit(campo: str, valor: str, largura: int) -> str:
    """Return *valor* zero-filled to *largura* digits; zeros too many on its left are dropped.

    Raises:
        BancoError: It is empty, holds something other than digits, or is too long.
    """
    rotulo = _ROTULOS[campo]
    if not valor:
        raise BancoError(campo, f"falta {rotulo}")
    if not (valor.isascii() and valor.isdigit()):
        raise BancoError(campo, f"{rotulo} só pode ter algarismos: {valor}")
    curto = valor.lstrip("0").zfill(largura)
    if len(curto) > largura:
        raise BancoError(campo, f"{rotulo} tem no máximo {largura} algarismos, foram informados {len(curto)}")
    return curto


def require(dados: DadosCalculo, campo: str, largura: int, padrao: str = "") -> str:
    """Return the field *campo* of *dados*, or *padrao* where it is empty, as `fit` makes it."""
    return fit(campo, getattr(dados, campo) or padrao, largura)


def strip_prefix(numero: str, prefixo: str, largura: int) -> str:
    """Return *numero* without *prefixo* when it was given in full: the prefix and *largura* digits.

    >>> strip_prefix("12345670000000001", "1234567", 10), strip_prefix("1", "1234567", 10)
    ('0000000001', '1')
    """
    completo = len(numero) == len(prefixo) + largura and numero.startswith(prefixo)
    return numero[len(prefixo) :] if completo else numero


def dv_zero(digitos: str, *, peso_maximo: int = 9) -> str:
    """Return the módulo 11 digit that becomes 0 where it would be 10 or 11."""
    dv = modulo_11(digitos, peso_maximo=peso_maximo)
    return "0" if dv >= _DEZ else str(dv)


def dv_letra(digitos: str, letra: str, *, peso_maximo: int = 9) -> str:
    """Return the módulo 11 digit that becomes *letra* where it would be 10 and 0 where it would be 11."""
    dv = modulo_11(digitos, peso_maximo=peso_maximo)
    return {_DEZ: letra, _ONZE: "0"}.get(dv, str(dv))
