"""Contas de consumo, guias and carnês with a barcode of their own: 44 digits behind 48.

Source: FEBRABAN, Layout padrão de arrecadação/recebimento com utilização do código de barras, versão 5: product (1),
segment (2), kind of amount and módulo (3), check digit (4), amount (5-15), company (16-19, or CNPJ root 16-23), free
use.
"""

from dataclasses import dataclass

from finbank_desktop.domain.codigo_barras import TAMANHO_CODIGO_BARRAS, CodigoBarrasError
from finbank_desktop.domain.modulos import modulo_10, modulo_11
from finbank_desktop.domain.valores import Centavos

TAMANHO_LINHA = 48
_PRODUTO = "8"
_BLOCO = 11
_MODULO_10, _MODULO_11 = "67", "89"
_EM_REAIS = "68"
SEGMENTOS = {
    "1": "Prefeitura",
    "2": "Saneamento",
    "3": "Energia elétrica e gás",
    "4": "Telecomunicações",
    "5": "Órgão governamental",
    "6": "Carnê ou empresa identificada pelo CNPJ",
    "7": "Multa de trânsito",
    "9": "Uso exclusivo do banco",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrecadacao:
    """What such a barcode says.

    Attributes:
        codigo_barras: The 44 digits.
        segmento: The third party's business, one digit (`SEGMENTOS`).
        valor: Centavos; ``None`` when the amount is a quantity to be reckoned with, not reais.
        campo_livre: From position 16 on.
    """

    codigo_barras: str
    segmento: str
    valor: Centavos | None
    campo_livre: str


def is_arrecadacao(digitos: str) -> bool:
    """Whether *digitos*, 44 or 48 of them, are of such a document: they begin with 8."""
    return digitos.startswith(_PRODUTO) and len(digitos) in (TAMANHO_CODIGO_BARRAS, TAMANHO_LINHA)


def parse_codigo_barras(digitos: str) -> Arrecadacao:
    """Return what 44 digits say.

    Raises:
        CodigoBarrasError: Wrong length, something other than digits, not of this kind, or a wrong check digit.
    """
    _require(digitos, TAMANHO_CODIGO_BARRAS, "o código de barras de uma conta")
    if digitos[3] != _dv(digitos[2], digitos[:3] + digitos[4:]):
        raise CodigoBarrasError("o dígito verificador do código de barras não confere; confira os algarismos")
    valor = int(digitos[4:15]) if digitos[2] in _EM_REAIS else None
    return Arrecadacao(codigo_barras=digitos, segmento=digitos[1], valor=valor, campo_livre=digitos[15:])


def to_codigo_barras(linha: str) -> str:
    """Return the 44 digits behind the 48 a person types, given with or without separators.

    >>> to_codigo_barras("846700000017 435900240209 024050002435 842210108119")
    '84670000001435900240200240500024384221010811'

    Raises:
        CodigoBarrasError: Wrong length or a wrong check digit; the message names the field.
    """
    digitos = "".join(letra for letra in linha if letra not in " .-")
    _require(digitos, TAMANHO_LINHA, "a linha digitável de uma conta")
    blocos = [digitos[start : start + _BLOCO + 1] for start in range(0, TAMANHO_LINHA, _BLOCO + 1)]
    for numero, bloco in enumerate(blocos, 1):
        if bloco[-1] != _dv(digitos[2], bloco[:-1]):
            raise CodigoBarrasError(
                f"o dígito do {numero}º campo da linha digitável não confere; confira os algarismos"
            )
    codigo = "".join(bloco[:-1] for bloco in blocos)
    parse_codigo_barras(codigo)
    return codigo


def to_linha_digitavel(codigo_barras: str) -> str:
    """Return the 48 digits a person types for 44 digits of barcode.

    Raises:
        CodigoBarrasError: The 44 digits are not of this kind.
    """
    _require(codigo_barras, TAMANHO_CODIGO_BARRAS, "o código de barras de uma conta")
    blocos = [codigo_barras[start : start + _BLOCO] for start in range(0, TAMANHO_CODIGO_BARRAS, _BLOCO)]
    return "".join(bloco + _dv(codigo_barras[2], bloco) for bloco in blocos)


def _dv(modulo: str, digitos: str) -> str:
    """Return the check digit by the módulo that the third digit names: 6 and 7 módulo 10, 8 and 9 módulo 11."""
    if modulo in _MODULO_10:
        return str(modulo_10(digitos))
    dv = modulo_11(digitos)
    return "0" if dv in (10, 11) else str(dv)


def _require(digitos: str, tamanho: int, what: str) -> None:
    if len(digitos) != tamanho or not (digitos.isascii() and digitos.isdigit()):
        raise CodigoBarrasError(f"{what} tem {tamanho} algarismos, este tem {len(digitos)}")
    if digitos[0] != _PRODUTO or digitos[2] not in _MODULO_10 + _MODULO_11:
        raise CodigoBarrasError(f"{what} começa com 8 e tem 6, 7, 8 ou 9 na terceira posição")
