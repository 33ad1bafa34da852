"""Bradesco's own fields (Bradesco, "Troca de Arquivos", 4008.524.0121 version 11, records 0 and 1)."""

from finbank_desktop.bancos.digitos import dv_letra
from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, prazos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_MULTA_PERCENTUAL = "2"
_PROTESTAR, _BAIXAR = "06", "18"
_PROTESTO_MINIMO = 5
"""Days; for positions 157 to 160, as the two codes above."""
_CARTAO = "CC"
_EMISSAO = {"banco": "1"}
_CLIENTE_EMITE = "2"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: the company's code of 20 digits."""
    codigo = dados.convenio.codigo_beneficiario or dados.convenio.convenio
    if not codigo:
        raise BancoError("codigo_beneficiario", "falta o código da empresa, que o Bradesco dá na abertura do convênio")
    return {"codigo_empresa": codigo}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's record."""
    header(dados, formato)
    boleto = titulo.boleto
    _check(boleto)
    com_multa = boleto.encargos.multa_tipo is TipoMulta.PERCENTUAL
    instrucao, dias = prazos.instruction(
        boleto.encargos, protestar=_PROTESTAR, baixar=_BAIXAR, protesto_minimo=_PROTESTO_MINIMO
    )
    return {
        "identificacao_empresa": _identificacao(dados),
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "multa_codigo": _MULTA_PERCENTUAL if com_multa else "0",
        "multa_percentual": boleto.encargos.multa if com_multa else 0,
        "condicao_emissao": _EMISSAO.get(dados.convenio.emissao, _CLIENTE_EMITE),
        "emite_debito_automatico": "N",
        "aviso_debito": "2",
        "especie": especies.find(especies.BRADESCO_400, boleto.especie),
        "instrucao_1": instrucao,
        "instrucao_2": f"{dias:02d}",
    }


def _check(boleto: Boleto) -> None:
    """Refuse what positions 66 and 150 have no code for, and charges on a card's boleto (remark on kind 31)."""
    encargos = boleto.encargos
    if encargos.multa_tipo is TipoMulta.VALOR:
        raise BancoError("multa", "o CNAB 400 do Bradesco só leva multa em percentual")
    if boleto.aceite:
        raise BancoError("aceite", "o CNAB 400 do Bradesco só leva títulos sem aceite")
    isento = (TipoJuros.ISENTO, TipoMulta.ISENTA, TipoDesconto.SEM)
    if (
        boleto.especie.upper() == _CARTAO
        and (encargos.juros_tipo, encargos.multa_tipo, encargos.desconto_tipo) != isento
    ):
        raise BancoError("especie", "no Bradesco a espécie CC não leva juros, multa nem desconto")


def _identificacao(dados: DadosRemessa) -> str:
    """Return 17 letters: zero, carteira, agência, conta and its digit (positions 21 to 37)."""
    conta = dados.conta
    dv = conta.conta_dv or dv_letra(conta.conta, "P", peso_maximo=7)
    return f"0{dados.convenio.carteira.zfill(3)}{conta.agencia.zfill(5)}{conta.conta.zfill(7)}{dv}"


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
