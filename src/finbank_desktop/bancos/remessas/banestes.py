"""Banestes' own fields.

Sources: Banestes, "Layout de arquivo, cobrança simples e parcelada" of 240 and of 400 positions (annexes by number).
The bank knows an account by its number and digit in one field and wants neither agência nor convênio. Here the client
prints and posts the boleto, which numbers it.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Banestes"
_CARTEIRA = "1"
_CLIENTE, _POSTAGEM_DO_CLIENTE = "2", "00501"
_BAIXA_MAXIMA = 999
_PROTESTAR, _NAO_PROTESTAR = "P6", "P7"
_MORA_400 = {TipoJuros.VALOR_DIA: "0", TipoJuros.TAXA_MENSAL: "1"}
_VALOR_MAXIMO = 9_999_999_999
"""Ten positions, 130 to 139."""


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    conta = _conta(dados.conta)
    if formato == "400":
        return {"conta_beneficiario": conta}
    sem_agencia: Campos = {"convenio": "", "agencia": 0, "agencia_dv": "", "conta_dv": "0"}
    return {**sem_agencia, "conta": conta, "anexo_2": "REMESSA"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto, conta = titulo.boleto, _conta(dados.conta)
    limites.client_prints(dados.convenio, _NOME)
    comuns: Campos = {"nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv, "carteira": _CARTEIRA}
    if formato == "240":
        return {**comuns, **_titulo_240(boleto), "conta": conta}
    return {**comuns, **_titulo_400(boleto), "conta_beneficiario": conta}


def _conta(conta: Conta) -> str:
    if not conta.conta_dv:
        raise BancoError("conta_dv", "falta o dígito da conta, que faz parte do número no Banestes")
    return conta.conta + conta.conta_dv


def _titulo_240(boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    protesto = limites.protest_days(encargos, _NOME)
    return {
        **encargos_240.fields(boleto, especies.BANESTES_240),
        **_baixa(encargos),
        "agencia": 0,
        "agencia_dv": "",
        "forma_cadastramento": "1",
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "agencia_cobradora_dv": "0",
        "protesto_dias": protesto,
    }


def _baixa(encargos: Encargos) -> Campos:
    """Return code and days of baixa (annex XVII); 0 leaves them to the agência's register."""
    dias = encargos.baixa_dias
    if dias is None:
        return {"baixa_codigo": "0", "baixa_dias": "000"}
    if not 0 < dias <= _BAIXA_MAXIMA:
        raise BancoError("baixa_dias", f"o CNAB 240 do Banestes leva de 1 a {_BAIXA_MAXIMA} dias até a baixa")
    return {"baixa_codigo": "1", "baixa_dias": f"{dias:03d}"}


def _titulo_400(boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    limites.without_baixa(encargos, _NOME)
    if boleto.valor > _VALOR_MAXIMO:
        raise BancoError("valor", "o CNAB 400 do Banestes leva títulos de até R$ 99.999.999,99")
    protesto = limites.protest_days(encargos, _NOME)
    return {
        "multa_codigo": "1" if encargos.multa_tipo is TipoMulta.PERCENTUAL else "0",
        "multa_valor": encargos.multa if encargos.multa_tipo is not TipoMulta.ISENTA else 0,
        "agencia_cobradora": _POSTAGEM_DO_CLIENTE,
        "especie": especies.find(especies.BANESTES_400, boleto.especie),
        "instrucao_1": _PROTESTAR if protesto else _NAO_PROTESTAR,
        "instrucao_2": f"{protesto:02d}",
        # 9 would charge what the contract says: none is an amount of zero
        "mora_codigo": _MORA_400.get(encargos.juros_tipo, "0"),
        "mora_valor": encargos.juros if encargos.juros_tipo in _MORA_400 else 0,
        "moeda": "0",
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
