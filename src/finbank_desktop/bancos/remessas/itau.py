"""Itaú's own fields (Itaú, "Cobrança CNAB 400", jul/2021 and, for what it left out, fev/2016; records 0, 1 and 2)."""

from datetime import timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, prazos
from finbank_desktop.domain.encargos import TipoJuros, TipoMulta
from finbank_desktop.domain.modulos import modulo_10
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_LETRAS = {"150": "U", "191": "1"}
"""Note 5: the letter of a carteira, E for 147, which is not written, and I for all others; 191 is of fev/2016 only."""
_NUMERO_DO_BANCO = ("104", "112", "147", "188")
"""Notes 3 and 5: escriturais but 115, whose titles the bank numbers; the remessa has zeros there."""
_PROTESTAR, _BAIXAR = "09", "92"
"""Note 11: protest after the days of 392-393, business or not as the account says; drop after them.

34 and 35, which said the kind of days in fev/2016, are no longer in the list of jul/2021.
"""


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: the account's DAC."""
    return {"conta_dac": _dac(dados)}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's records."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    _check_carteira(dados.convenio.carteira)
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    com_juros = encargos.juros_tipo is not TipoJuros.ISENTO
    instrucao, dias = prazos.instruction(encargos, protestar=_PROTESTAR, baixar=_BAIXAR)
    amanha = boleto.vencimento + timedelta(days=1)
    return {
        "conta_dac": _dac(dados),
        "carteira_numero": dados.convenio.carteira,
        "carteira": _LETRAS.get(dados.convenio.carteira, "I"),
        "especie": especies.find(especies.ITAU_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": "00",
        "prazo_dias": dias,
        "mora_data": amanha if com_juros else None,
        "multa_codigo": encargos_240.MULTA[encargos.multa_tipo],
        "multa_data": boleto.vencimento if com_multa else None,
        "multa_valor_percentual": encargos.multa if com_multa else 0,
    }


def _check_carteira(carteira: str) -> None:
    if carteira in _NUMERO_DO_BANCO:
        motivo = f"na carteira {carteira}, escritural, é o Itaú que dá o nosso número"
        raise BancoError("carteira", f"{motivo}; os boletos emitidos aqui são de carteiras diretas, como a 109")


def _dac(dados: DadosRemessa) -> str:
    conta = dados.conta
    return conta.conta_dv or str(modulo_10(conta.agencia.zfill(4) + conta.conta.zfill(5)))


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
