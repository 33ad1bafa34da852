"""The 44 digits of a boleto's barcode and the 47 of its linha digitável, each from the other.

Positions (FEBRABAN, convenção do código de barras; Banco Central, Carta-Circular 2.926/2000): bank 1-3, currency 4,
check digit 5, fator de vencimento 6-9, amount 10-19, campo livre 20-44.
"""

from dataclasses import dataclass
from datetime import date

from finbank_desktop.domain.calendario import fator_vencimento, parse_fator
from finbank_desktop.domain.modulos import modulo_10, modulo_11
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, Centavos

TAMANHO_CODIGO_BARRAS = 44
TAMANHO_LINHA_DIGITAVEL = 47
TAMANHO_CAMPO_LIVRE = 25
MOEDA_REAL = "9"
_TAMANHOS = (3, 1, 4)
"""Of bank, currency and fator."""


class CodigoBarrasError(ValueError):
    """A barcode or linha digitável that cannot be right; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodigoBarras:
    """The parts of a boleto's barcode.

    Attributes:
        banco: Three digits.
        fator: Four digits, ``0000`` without due date.
        valor: Centavos, 0 when the amount is left open.
        campo_livre: The bank's own 25 digits.
    """

    banco: str
    fator: str
    valor: Centavos
    campo_livre: str
    moeda: str = MOEDA_REAL

    def __post_init__(self) -> None:
        """Refuse parts that would push the others out of their place.

        Raises:
            CodigoBarrasError: A part has not its size, or holds something other than digits.
        """
        if not 0 <= self.valor <= VALOR_MAXIMO_BOLETO:
            raise CodigoBarrasError("o valor de um boleto vai de R$ 0,00 a R$ 99.999.999,99")
        if len(self.campo_livre) != TAMANHO_CAMPO_LIVRE or not _is_digits(self.campo_livre):
            raise CodigoBarrasError(f"o campo livre tem 25 algarismos: {self.campo_livre!r}")
        if not _is_digits(self.banco + self.moeda + self.fator) or (
            (len(self.banco), len(self.moeda), len(self.fator)) != _TAMANHOS
        ):
            raise CodigoBarrasError(
                f"banco, moeda e fator têm 3, 1 e 4 algarismos: {self.banco!r}, {self.moeda!r}, {self.fator!r}"
            )

    @property
    def dv(self) -> str:
        """The general check digit (módulo 11, weights 2 to 9; 0, 10 and 11 become 1)."""
        return general_dv(self.banco + self.moeda + self._tail)

    @property
    def digitos(self) -> str:
        """The 44 digits."""
        return self.banco + self.moeda + self.dv + self._tail

    @property
    def linha_digitavel(self) -> str:
        """The 47 digits a person types."""
        return to_linha_digitavel(self.digitos)

    @property
    def _tail(self) -> str:
        return f"{self.fator}{self.valor:010d}{self.campo_livre}"

    def vencimento(self, referencia: date) -> date | None:
        """Return the due date seen from *referencia* (see `parse_fator`)."""
        return parse_fator(self.fator, referencia)


def _is_digits(texto: str) -> bool:
    return texto.isascii() and texto.isdigit()


def general_dv(digitos: str) -> str:
    """Return the check digit of position 5 from the other 43 digits."""
    dv = modulo_11(digitos)
    return "1" if dv in (10, 11) else str(dv)


def build(*, banco: str, vencimento: date | None, valor: Centavos, campo_livre: str) -> CodigoBarras:
    """Return the barcode of a boleto due on *vencimento*.

    Raises:
        CodigoBarrasError: A part does not fit.
    """
    return CodigoBarras(banco=banco, fator=fator_vencimento(vencimento), valor=valor, campo_livre=campo_livre)


def parse_codigo_barras(digitos: str) -> CodigoBarras:
    """Return the parts of 44 digits.

    Raises:
        CodigoBarrasError: Wrong length, something other than digits, or a wrong check digit.
    """
    if len(digitos) != TAMANHO_CODIGO_BARRAS or not _is_digits(digitos):
        raise CodigoBarrasError(f"o código de barras de um boleto tem 44 algarismos, este tem {len(digitos)}")
    if digitos[4] != general_dv(digitos[:4] + digitos[5:]):
        raise CodigoBarrasError("o dígito verificador do código de barras não confere; confira os algarismos")
    return CodigoBarras(
        banco=digitos[:3], moeda=digitos[3], fator=digitos[5:9], valor=int(digitos[9:19]), campo_livre=digitos[19:]
    )


def to_linha_digitavel(codigo_barras: str) -> str:
    """Return the 47 digits of the linha digitável of 44 digits of barcode."""
    livre = codigo_barras[19:]
    campos = (codigo_barras[:4] + livre[:5], livre[5:15], livre[15:])
    return "".join(campo + str(modulo_10(campo)) for campo in campos) + codigo_barras[4] + codigo_barras[5:19]


def to_codigo_barras(linha_digitavel: str) -> str:
    """Return the 44 digits behind a linha digitável, given with or without separators.

    Raises:
        CodigoBarrasError: Wrong length or a wrong check digit; the message names the field.
    """
    linha = "".join(letra for letra in linha_digitavel if letra not in " .-")
    if len(linha) != TAMANHO_LINHA_DIGITAVEL or not _is_digits(linha):
        raise CodigoBarrasError(f"a linha digitável de um boleto tem 47 algarismos, esta tem {len(linha)}")
    campos = (linha[:10], linha[10:21], linha[21:32])
    for numero, campo in enumerate(campos, 1):
        if campo[-1] != str(modulo_10(campo[:-1])):
            raise CodigoBarrasError(
                f"o dígito do {numero}º campo da linha digitável não confere; confira os algarismos"
            )
    livre = campos[0][4:9] + campos[1][:-1] + campos[2][:-1]
    digitos = linha[:4] + linha[32] + linha[33:] + livre
    parse_codigo_barras(digitos)
    return digitos


def format_linha_digitavel(linha: str) -> str:
    """Return 47 digits as they are printed.

    >>> format_linha_digitavel("00190000090123879877977700168188337710000013500")
    '00190.00009 01238.798779 77700.168188 3 37710000013500'
    """
    campos = ((linha[:5], linha[5:10]), (linha[10:15], linha[15:21]), (linha[21:26], linha[26:32]))
    return " ".join([*(f"{inicio}.{fim}" for inicio, fim in campos), linha[32], linha[33:]])
