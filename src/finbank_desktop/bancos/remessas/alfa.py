"""Alfa's own fields in CNAB 400 (ACBr only: the form of Bradesco's records 0 and 1, without a place for the fine).

ACBr leaves the instruction that drops a title to its caller, so there is none from here.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, prazos
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_PROTESTAR = "06"
_CLIENTE_EMITE = "2"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: the company's code."""
    codigo = dados.convenio.codigo_beneficiario
    if not codigo:
        raise BancoError("codigo_beneficiario", "falta o código da empresa, que o Alfa dá com o convênio")
    return {"codigo_empresa": codigo}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's record."""
    header(dados, formato)
    boleto, conta = titulo.boleto, dados.conta
    if boleto.encargos.multa_tipo is not TipoMulta.ISENTA:
        raise BancoError("multa", "a remessa do Alfa não leva multa; combine-a com o banco e tire-a daqui")
    if boleto.encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "não se sabe que instrução o Alfa lê para a baixa; combine o prazo com o banco")
    if dados.convenio.emissao == "banco":
        raise BancoError("emissao", "quando o Alfa emite o boleto é ele que o numera; escolha emissão pelo cliente")
    instrucao, dias = prazos.instruction(boleto.encargos, protestar=_PROTESTAR, baixar="")
    carteira = dados.convenio.carteira.zfill(3)
    return {
        "identificacao_empresa": f"0{carteira}{conta.agencia.zfill(5)}{conta.conta.zfill(7)}{conta.conta_dv}",
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "condicao_emissao": _CLIENTE_EMITE,
        "operacao": dados.convenio.extras.get("operacao", ""),
        "especie": especies.find(especies.ALFA_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": f"{dias:02d}",
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
