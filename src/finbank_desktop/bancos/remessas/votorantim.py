"""BV's own fields, formerly Votorantim's: CNAB 400 after ACBr only, CNAB 240 after openboleto/OpenCnabPHP only.

ACBr's places for the fine (369 to 376) hold the due date and the days of protest: neither is asked for in CNAB 400.
Its 01 registers cobrança escritural, 48 is for boletos printed beforehand. OpenCnabPHP drops a title after 90 days
unless it is told another term; the charges are FEBRABAN's.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_SIMPLES, _REGISTRADA, _ESCRITURAL, _CLIENTE = "1", "1", "2", "2"
_BAIXAR, _PRAZO_BAIXA, _DIAS_BAIXA = "1", 90, 999
_MAXIMO_DOCUMENTO = 10


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - our names are the layout's
    """Return the bank's own fields of the opening records: none."""
    return {}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    if dados.convenio.emissao == "banco":
        raise BancoError("emissao", "quando o BV emite o boleto é ele que o numera; escolha emissão pelo cliente")
    return _titulo_400(dados, titulo.boleto) if formato == "400" else _titulo_240(titulo.boleto)


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    sem_lugar = {
        "multa": encargos.multa_tipo is not TipoMulta.ISENTA,
        "protesto_dias": encargos.protesto_dias is not None,
        "baixa_dias": encargos.baixa_dias is not None,
    }
    for campo, pedido in sem_lugar.items():
        if pedido:
            raise BancoError(campo, "não se sabe como o CNAB 400 do BV leva multa e prazos; use CNAB 240 ou tire-os")
    return {
        "agencia_cobradora": dados.conta.agencia,
        "especie": especies.find(especies.VOTORANTIM_400, boleto.especie),
        "instrucao_1": "00",
        "instrucao_2": "00",
        "multa_data": boleto.vencimento,
        "multa_dias": "00",
    }


def _titulo_240(boleto: Boleto) -> Campos:
    dias = _PRAZO_BAIXA if boleto.encargos.baixa_dias is None else boleto.encargos.baixa_dias
    if not 0 < dias <= _DIAS_BAIXA:
        raise BancoError("baixa_dias", f"o prazo de baixa vai de 1 a {_DIAS_BAIXA} dias, não {dias}")
    if len(boleto.numero_documento) > _MAXIMO_DOCUMENTO:
        raise BancoError(
            "numero_documento", f"o número do documento tem no máximo {_MAXIMO_DOCUMENTO} caracteres no BV"
        )
    return {
        **encargos_240.fields(boleto, especies.FEBRABAN_240),
        "carteira": _SIMPLES,
        "forma_cadastramento": _REGISTRADA,
        "tipo_documento": _ESCRITURAL,
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "baixa_codigo": _BAIXAR,
        "baixa_dias": f"{dias:03d}",
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
