"""Banese's own fields.

Source: ACBr's writer only. Its CNAB 240 is not written here. It takes the number from the third of nine digits on, so
that the first of the eight is lost, and puts it in 51 to 57 of segment P without its check digit, while its reader of
retornos takes 42 to 56 for the number and leaves 57 to that digit: a retorno would not find the titles of such a
remessa. P, Q and R of a title bear one sequence number, and names stand at the right of their fields.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import limites
from finbank_desktop.domain.encargos import TipoJuros
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Banese"
_CLIENTE_EMITE, _PRACA_DO_CLIENTE = "01", "00501"
_PROTESTAR, _SEM_INSTRUCAO = "P6", "00"
_COM_JUROS, _SEM_JUROS = "0", "9"
_CARTEIRA = 1
_VALOR_MAXIMO = 9_999_999_999
"""Ten positions, 130 to 139, behind three zeros."""


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - nothing is particular
    """Return the bank's own fields of the opening record: none."""
    return {}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record; it has none for the kind of title."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    limites.without_baixa(encargos, _NOME)
    limites.client_prints(dados.convenio, _NOME)
    if len(dados.convenio.carteira.lstrip("0")) != _CARTEIRA:
        raise BancoError("carteira", f"a carteira do Banese tem um algarismo: {dados.convenio.carteira}")
    if boleto.valor > _VALOR_MAXIMO:
        raise BancoError("valor", "o CNAB 400 do Banese leva títulos de até R$ 99.999.999,99")
    multa, dias = limites.fine_in_percent(encargos, _NOME), limites.protest_days(encargos, _NOME)
    return {
        "nosso_numero_dv": boleto.nosso_numero_dv + "0",
        "multa_codigo": "1" if multa else "0",
        "multa_percentual": multa,
        "carteira": dados.convenio.carteira.lstrip("0"),
        "praca_postagem": _PRACA_DO_CLIENTE,
        "tipo_boleto": _CLIENTE_EMITE,
        "instrucao": _PROTESTAR if dias else _SEM_INSTRUCAO,
        "protesto_dias": f"{dias:02d}",
        "juros_codigo": _SEM_JUROS if encargos.juros_tipo is TipoJuros.ISENTO else _COM_JUROS,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
