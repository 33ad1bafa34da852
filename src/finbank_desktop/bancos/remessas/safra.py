"""Safra's own fields.

Sources: Safra, "Manual / layout de cobrança CNAB 400", 2016 (positions and notes 6.1). For CNAB 240 ACBr only, which
keeps FEBRABAN's form; BoletoNet/BoletoNetCore puts carteira and eleven digits of the number in 38-57 and disagrees, so
that size is to be tested with the bank. Agência and account go with their digits, as on the boleto.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Safra"
_AGENCIA, _CONTA = 5, 9
_SIMPLES = "1"
_CLIENTE = "2"
_NAO_PROTESTAR, _PROTESTAR = "07", "10"
_DEVOLVER = {15: "02", 30: "03"}
_BAIXA_MAXIMA = 999


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    if formato == "400":
        return {"codigo_beneficiario": _agencia(dados.conta) + _conta(dados.conta)}
    proprios: Campos = {"convenio": "", "agencia": _agencia(dados.conta), "agencia_dv": ""}
    return {**proprios, "banco_nome": "BANCO SAFRA S/A", "densidade": "01600"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto = titulo.boleto
    limites.client_prints(dados.convenio, _NOME)
    if dados.convenio.carteira.lstrip("0") not in ("", _SIMPLES):
        raise BancoError("carteira", "a remessa do Safra leva a carteira 1, cobrança simples; a vinculada é do banco")
    numero = boleto.nosso_numero + boleto.nosso_numero_dv
    own = _titulo_400(dados, boleto) if formato == "400" else _titulo_240(dados, boleto)
    return {**own, "nosso_numero": numero, "carteira": _SIMPLES}


def _agencia(conta: Conta) -> str:
    agencia = conta.agencia + conta.agencia_dv
    if len(agencia) > _AGENCIA:
        raise BancoError("agencia", f"no Safra a agência com o dígito tem até {_AGENCIA} algarismos")
    return agencia.zfill(_AGENCIA)


def _conta(conta: Conta) -> str:
    numero = conta.conta + conta.conta_dv
    if not conta.conta_dv or len(numero) > _CONTA:
        raise BancoError("conta_dv", f"no Safra a conta tem até {_CONTA} algarismos com o dígito, que não pode faltar")
    return numero.zfill(_CONTA)


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    if encargos.multa_tipo is not TipoMulta.ISENTA:
        # note 6.1.8: it would stand in the rebate's field, which then means something else
        motivo = "no CNAB 400 do Safra a multa ocuparia o lugar do abatimento"
        raise BancoError("multa", f"{motivo}; combine-a com o banco ou use o CNAB 240")
    primeira, segunda, dias = _instrucoes(encargos)
    return {
        "codigo_beneficiario": _agencia(dados.conta) + _conta(dados.conta),
        "especie": especies.find(especies.SAFRA_400, boleto.especie),
        "instrucao_1": primeira,
        "instrucao_2": segunda,
        "instrucao_3": dias,
    }


def _instrucoes(encargos: Encargos) -> tuple[str, str, int]:
    """Return both instructions and the days of protest, which the third one is (notes 6.1.5 and 6.1.6)."""
    protesto, baixa = limites.protest_days(encargos, _NOME), encargos.baixa_dias
    if baixa is None:
        return ("00", _PROTESTAR, protesto) if protesto else (_NAO_PROTESTAR, "00", 0)
    if protesto:
        raise BancoError("baixa_dias", "escolha protesto ou devolução: o manual não diz o que o Safra faz com os dois")
    if baixa not in _DEVOLVER:
        raise BancoError("baixa_dias", f"no CNAB 400 o Safra devolve após 15 ou 30 dias, não {baixa}")
    return _DEVOLVER[baixa], _NAO_PROTESTAR, 0


def _titulo_240(dados: DadosRemessa, boleto: Boleto) -> Campos:
    encargos, agencia = boleto.encargos, _agencia(dados.conta)
    baixa = encargos.baixa_dias
    if baixa is not None and not 0 < baixa <= _BAIXA_MAXIMA:
        raise BancoError("baixa_dias", f"o CNAB 240 do Safra leva de 1 a {_BAIXA_MAXIMA} dias até a baixa, não {baixa}")
    return {
        **encargos_240.fields(boleto, especies.SAFRA_240),
        "agencia": agencia,
        "agencia_dv": "",
        "agencia_cobradora": agencia,
        "forma_cadastramento": "1",
        "tipo_documento": "1",
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "protesto_dias": limites.protest_days(encargos, _NOME),
        "baixa_codigo": "2" if baixa is None else "1",
        "baixa_dias": f"{baixa or 0:03d}",
        "banco_correspondente": dados.convenio.banco,
        "nosso_numero_correspondente": boleto.nosso_numero + boleto.nosso_numero_dv,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
