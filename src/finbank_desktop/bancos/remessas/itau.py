"""Itaú's own fields.

Sources: Itaú, "Cobrança CNAB 400", jul/2021 and, for what it left out, fev/2016 (records 0, 1 and 2), and "Cobrança
FEBRABAN 240", jan/2017 (segments P and R), whose list of kinds is that of CNAB 400. In CNAB 400 a convênio with a Pix
key registers by movement 71, boleto Pix, with the key in record 3 (notes 6 and 38). CNAB 444 is not written here: a
boleto keeps no key of a nota fiscal.
"""

from datetime import date, timedelta

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites, pix, prazos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.modulos import modulo_10
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_LETRAS = {"150": "U", "191": "1"}
"""Note 5: the letter of a carteira, E for 147, which is not written, and I for all others; 191 is of fev/2016 only."""
_NUMERO_DO_BANCO = ("104", "112", "147", "188")
"""Notes 3 and 5: escriturais but 115, whose titles the bank numbers; the remessa has zeros there."""
_BOLETO_PIX = "71"
_PROTESTAR, _BAIXAR = "09", "92"
"""Note 11: protest after the days of 392-393, business or not as the account says; drop after them.

34 and 35, which said the kind of days in fev/2016, are no longer in the list of jul/2021.
"""


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records: the account's DAC."""
    if formato == "240":
        return {"agencia_conta_dv": _dac(dados), "convenio": "", "banco_nome": "BANCO ITAU SA"}
    return {"conta_dac": _dac(dados)}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    _check_carteira(dados.convenio.carteira)
    if formato == "240":
        return _titulo_240(dados, titulo.boleto)
    return {**_titulo_400(dados, titulo.boleto), **_pix_400(dados, titulo)}


def _titulo_240(dados: DadosRemessa, boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    desconto = limites.discount_in_amount(boleto)
    protesto = limites.protest_days(encargos, "Itaú")
    return {
        **_multa(boleto),
        "conta_dac": _dac(dados),
        "carteira": dados.convenio.carteira,
        "nosso_numero_dac": boleto.nosso_numero_dv,
        "especie": especies.find(especies.ITAU_400, boleto.especie),
        "juros_data": _dia_da_mora(boleto),
        "desconto1_data": desconto["desconto1_data"],
        "desconto1_valor_percentual": desconto["desconto1_valor_percentual"],
        "protesto_codigo": "1" if protesto else "3",
        "protesto_dias": protesto,
        **_baixa_240(encargos),
    }


def _baixa_240(encargos: Encargos) -> Campos:
    dias = encargos.baixa_dias
    if dias is None:
        return {"baixa_codigo": "0", "baixa_dias": 0}
    if not 0 < dias <= 99:  # noqa: PLR2004 - two positions
        raise BancoError("baixa_dias", f"o CNAB 240 do Itaú leva de 1 a 99 dias até a baixa, não {dias}")
    return {"baixa_codigo": "1", "baixa_dias": dias}


def _dia_da_mora(boleto: Boleto) -> date | None:
    return None if boleto.encargos.juros_tipo is TipoJuros.ISENTO else boleto.vencimento + timedelta(days=1)


def _multa(boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    return {
        "multa_codigo": encargos_240.MULTA[encargos.multa_tipo],
        "multa_data": boleto.vencimento if com_multa else None,
        "multa_valor_percentual": encargos.multa if com_multa else 0,
    }


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    instrucao, dias = prazos.instruction(encargos, protestar=_PROTESTAR, baixar=_BAIXAR)
    return {
        "conta_dac": _dac(dados),
        "carteira_numero": dados.convenio.carteira,
        "carteira": _LETRAS.get(dados.convenio.carteira, "I"),
        "especie": especies.find(especies.ITAU_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": "00",
        "prazo_dias": dias,
        "mora_data": _dia_da_mora(boleto),
        **_multa(boleto),
    }


def _pix_400(dados: DadosRemessa, titulo: TituloRemessa) -> Campos:
    chave = pix.fields(dados.convenio).get("pix_chave")
    if not chave:
        return {}
    entrada: Campos = {"ocorrencia": _BOLETO_PIX} if titulo.comando == Comando.REGISTRAR else {}
    return {**entrada, "pix_chave": chave}


def _check_carteira(carteira: str) -> None:
    if carteira in _NUMERO_DO_BANCO:
        motivo = f"na carteira {carteira}, escritural, é o Itaú que dá o nosso número"
        raise BancoError("carteira", f"{motivo}; os boletos emitidos aqui são de carteiras diretas, como a 109")


def _dac(dados: DadosRemessa) -> str:
    conta = dados.conta
    return conta.conta_dv or str(modulo_10(conta.agencia.zfill(4) + conta.conta.zfill(5)))


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
