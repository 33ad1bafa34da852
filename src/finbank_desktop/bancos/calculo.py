"""A boleto's barcode and linha digitável under its bank's rules."""

from dataclasses import dataclass

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.calendario import fator_vencimento
from finbank_desktop.domain.codigo_barras import CodigoBarras
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO

__all__ = ["ResultadoCalculo", "calculate", "dados_from"]

_TAMANHO_FATOR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultadoCalculo:
    """Everything that is reckoned for a boleto.

    Attributes:
        codigo_barras: 44 digits; ``None`` while amount or due date is missing.
        linha_digitavel: 47 digits; ``None`` likewise.
    """

    calculo: Calculo
    codigo_barras: str | None
    linha_digitavel: str | None


def calculate(codigo: str, dados: DadosCalculo) -> ResultadoCalculo:
    """Return what bank *codigo* makes of *dados*.

    Raises:
        BancoError: A field is missing or does not fit.
        UnknownBancoError: Nobody here knows that bank.
    """
    banco = registry.find(codigo)
    calculo = banco.calculate(dados)
    fator = _fator(dados)
    if fator is None or dados.valor is None:
        return ResultadoCalculo(calculo=calculo, codigo_barras=None, linha_digitavel=None)
    if not 0 <= dados.valor <= VALOR_MAXIMO_BOLETO:
        raise BancoError("valor", "o valor de um boleto vai de R$ 0,00 a R$ 99.999.999,99")
    emissor = banco.emissor or codigo
    barras = CodigoBarras(banco=emissor, fator=fator, valor=dados.valor, campo_livre=calculo.campo_livre)
    return ResultadoCalculo(calculo=calculo, codigo_barras=barras.digitos, linha_digitavel=barras.linha_digitavel)


def _fator(dados: DadosCalculo) -> str | None:
    if dados.vencimento is None:
        fator = dados.fator_vencimento
        if fator and not (len(fator) == _TAMANHO_FATOR and fator.isascii() and fator.isdigit()):
            raise BancoError("fator_vencimento", f"o fator de vencimento tem quatro algarismos: {fator}")
        return fator or None
    try:
        return fator_vencimento(dados.vencimento)
    except ValueError as erro:
        raise BancoError("vencimento", str(erro)) from None
