"""ABC Brasil: the family's CNAB 400, and its CNAB 240.

CNAB 240 after ACBr and openboleto/OpenCnabPHP, whose segments P and Q agree, and the bank's manual of boletos (2021):
cobrança expressa is carteira 110 there and 121 in CNAB 400, the number goes with its digit. ACBr writes a rate of
multa with four decimals, OpenCnabPHP with two: it goes as an amount.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, familia_autbank
from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_CARTEIRA_240 = "110"
_SIMPLES, _REGISTRADA, _ESCRITURAL, _CLIENTE = "1", "1", "2", "2"
_BAIXAR, _NAO_BAIXAR = "1", "2"
_DIAS_BAIXA = 999


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records: the company's code, in place of the account too."""
    if formato == "400":
        return familia_autbank.ABC.header(dados, formato)
    codigo = familia_autbank.codigo_empresa(dados)
    return {"convenio": codigo, "conta_empresa": codigo}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    if formato == "400":
        return familia_autbank.ABC.titulo(dados, titulo, formato)
    boleto, convenio = titulo.boleto, dados.convenio
    if convenio.carteira != _CARTEIRA_240:
        raise BancoError("carteira", f"o CNAB 240 do ABC leva a carteira {_CARTEIRA_240}, não a {convenio.carteira}")
    if convenio.emissao == "banco":
        raise BancoError("emissao", "quando o ABC emite o boleto é ele que o numera; escolha emissão pelo cliente")
    fields = encargos_240.fields(boleto, especies.ABC_240)
    if boleto.encargos.multa_tipo is TipoMulta.PERCENTUAL:
        valor = boleto.encargos.multa_sobre(boleto.valor)
        fields = {**fields, "multa_codigo": encargos_240.MULTA[TipoMulta.VALOR], "multa_valor_percentual": valor}
    return {
        **fields,
        **_baixa(boleto.encargos),
        "codigo_empresa": familia_autbank.codigo_empresa(dados),
        "modalidade": convenio.carteira,
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "carteira": _SIMPLES,
        "forma_cadastramento": _REGISTRADA,
        "tipo_documento": _ESCRITURAL,
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
    }


def _baixa(encargos: Encargos) -> Campos:
    dias = encargos.baixa_dias
    if dias is None:
        return {"baixa_codigo": _NAO_BAIXAR, "baixa_dias": "000"}
    if not 0 < dias <= _DIAS_BAIXA:
        raise BancoError("baixa_dias", f"o prazo de baixa vai de 1 a {_DIAS_BAIXA} dias, não {dias}")
    return {"baixa_codigo": _BAIXAR, "baixa_dias": f"{dias:03d}"}


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
