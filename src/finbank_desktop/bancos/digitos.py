"""Digits on their way into a bank's fields, and the check digits that several banks share."""

from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.modulos import modulo_11

_DEZ, _ONZE = 10, 11
_ROTULOS = {
    "agencia": "a agência",
    "agencia_dv": "o dígito da agência",
    "ano_nosso_numero": "o ano do nosso número",
    "beneficiario_documento": "o CPF ou CNPJ do beneficiário",
    "byte": "o byte de geração",
    "carteira": "a carteira",
    "codigo_beneficiario": "o código do beneficiário",
    "codigo_beneficiario_dv": "o dígito do código do beneficiário",
    "conta": "a conta",
    "conta_dv": "o dígito da conta",
    "convenio": "o convênio",
    "incremento": "o incremento do nosso número",
    "iof": "o código do IOF",
    "modalidade": "a modalidade",
    "nosso_numero": "o nosso número",
    "operacao": "o número da operação",
    "parcela": "a parcela",
    "portfolio": "o portfólio",
    "posto": "o posto",
    "seu_numero": "o seu número",
    "variacao": "a variação da carteira",
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


def limited(dados: DadosCalculo, campo: str, largura: int, padrao: str = "") -> str:
    """Return what `require` does, but count zeros too: ``00001`` is no agência of four digits.

    Raises:
        BancoError: As `fit`, or more characters were given than the field has.
    """
    valor = getattr(dados, campo) or padrao
    if len(valor) > largura:
        raise BancoError(campo, f"{_ROTULOS[campo]} tem no máximo {largura} algarismos: {valor}")
    return fit(campo, valor, largura)


def with_dv(dados: DadosCalculo, campo: str, largura: int) -> str:
    """Return agência or conta followed by its check digit, *largura* digits in all.

    Raises:
        BancoError: As `fit`, or the digit was not given: nobody here reckons it for the bank.
    """
    require(dados, f"{campo}_dv", 1)
    return fit(campo, getattr(dados, campo) + getattr(dados, f"{campo}_dv") if getattr(dados, campo) else "", largura)


def hyphenated(numero: str, dv: str) -> str:
    """Return *numero* with its digit as it is printed, alone where the digit is not known.

    >>> hyphenated("0101", "5"), hyphenated("0101", "")
    ('0101-5', '0101')
    """
    return f"{numero}-{dv}" if dv else numero


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
