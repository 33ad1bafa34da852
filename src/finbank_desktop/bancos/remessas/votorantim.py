"""BV's own fields, formerly Votorantim's: CNAB 400 after its manual, CNAB 240 after openboleto/OpenCnabPHP only.

CNAB 400: BV, "Intercâmbio eletrônico de arquivos CNAB 400", version 6.2, and laravel-boleto; ACBr differs in 390-394 of
the header and in 110-114, where the manual prints constants. A boleto that the client numbers is registered by 48 (note
6); the fine's record may only follow a 01, which leaves the number to the bank, so a fine is refused. OpenCnabPHP drops
a title of CNAB 240 after 90 days unless it is told another term; the charges are FEBRABAN's.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, prazos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_SIMPLES, _REGISTRADA, _ESCRITURAL, _CLIENTE = "1", "1", "2", "2"
_BAIXAR, _PRAZO_BAIXA, _DIAS_BAIXA = "1", 90, 999
_MAXIMO_DOCUMENTO = 10
_PROTESTAR, _BAIXAR_APOS = "81", "92"
_VALOR_AO_DIA, _ISENTO, _DESCONTO_VALOR = "4", "3", "1"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - our names are the layout's
    """Return the bank's own fields of the opening records: none."""
    return {}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    if dados.convenio.emissao == "banco":
        raise BancoError("emissao", "quando o BV emite o boleto é ele que o numera; escolha emissão pelo cliente")
    return _titulo_400(titulo.boleto) if formato == "400" else _titulo_240(titulo.boleto)


def _titulo_400(boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    if encargos.multa_tipo is not TipoMulta.ISENTA:
        raise BancoError("multa", "o CNAB 400 do BV só leva multa de título que o banco numera; use CNAB 240")
    instrucao, dias = prazos.instruction(encargos, protestar=_PROTESTAR, baixar=_BAIXAR_APOS)
    return {
        "especie": especies.find(especies.VOTORANTIM_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": "00",
        "juros_codigo": _VALOR_AO_DIA if encargos.juros_por_dia(boleto.valor) else _ISENTO,
        "desconto_codigo": "0" if encargos.desconto_tipo is TipoDesconto.SEM else _DESCONTO_VALOR,
        "juros_data": boleto.vencimento,
        "prazo_dias": f"{dias:02d}",
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
