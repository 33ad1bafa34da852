"""Banco do Brasil's own fields.

Sources: BB, "Particularidades BB, Leiaute CNAB 240", ago/2017 (segments P and R); BB, "Layout de Arquivo Remessa
CNAB400" for convênios above 1.000.000, abr/2012 (notes 06 to 34).
"""

from datetime import timedelta

from finbank_desktop.bancos.digitos import dv_letra
from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_CARTEIRA_240 = {"11": "1", "12": "1", "17": "7", "31": "3", "51": "4"}
"""Field 14.3P: 1 simples of carteiras 11 and 12, 7 simples of 17, 2 or 3 caucionada, 4 descontada."""
_MODALIDADE_240 = {"02VIN": "2", "04DSC": "4"}
"""Field 14.3P for carteiras 11 and 17 when they are not simples; the names are those of CNAB 400, note 24."""
_COM_MODALIDADE = ("11", "17")
_CARTEIRAS_400 = ("12", "15", "17")
"""Notes 06 and 25: in 11, 31 and 51 the bank numbers the titles and the field must be zeros."""
_CONVENIO_400 = 7
_DIAS_UTEIS = (3, 4, 5)
_DIAS_CORRIDOS = (*range(6, 30), 35, 40)
"""Field 37.3P and note 09: what BB protests after, in business days and in days of the calendar."""
_DIAS_COM_CODIGO = (*_DIAS_UTEIS, 30, 45)
"""Note 09: terms that are an instruction of their own in CNAB 400."""
_PROTESTAR_APOS = "06"


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    comuns = _conta(dados.conta)
    if formato == "400":
        return {**comuns, "convenio_lider": dados.convenio.extras.get("convenio_lider") or dados.convenio.convenio}
    return {
        **comuns,
        "convenio": dados.convenio.convenio,
        "carteira": dados.convenio.carteira,
        "variacao": dados.convenio.variacao,
    }


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    if titulo.boleto.encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "o Banco do Brasil não lê prazo de baixa na remessa; combine-o com a agência")
    comuns = _conta(dados.conta)
    return {**comuns, **(_titulo_400(dados, titulo.boleto) if formato == "400" else _titulo_240(dados, titulo.boleto))}


def _conta(conta: Conta) -> Campos:
    return {
        "agencia_dv": conta.agencia_dv or dv_letra(conta.agencia, "X"),
        "conta_dv": conta.conta_dv or dv_letra(conta.conta, "X"),
    }


def _titulo_240(dados: DadosRemessa, boleto: Boleto) -> Campos:
    com_dv = len(boleto.nosso_numero) == 11  # noqa: PLR2004 - convênios of 4 and 6 digits
    _check_protesto(boleto, especies.BANCO_DO_BRASIL_PROTESTO)
    return {
        **encargos_240.fields(boleto, especies.BANCO_DO_BRASIL_240),
        **_protesto_240(boleto.encargos),
        "nosso_numero": boleto.nosso_numero + (boleto.nosso_numero_dv if com_dv else ""),
        "carteira": _carteira_240(dados.convenio),
        # the bank does not read the rest and takes zeros (fields 15.3P, 17.3P, 18.3P, 38.3P and 39.3P)
        "forma_cadastramento": "1",
        "emissao_boleto": "0",
        "distribuicao_boleto": "0",
        "baixa_codigo": "0",
        "baixa_dias": "000",
    }


def _carteira_240(convenio: Convenio) -> str:
    carteira, modalidade = convenio.carteira, _modalidade(convenio)
    if carteira not in _CARTEIRA_240:
        conhecidas = ", ".join(_CARTEIRA_240)
        raise BancoError("carteira", f"o CNAB 240 do Banco do Brasil leva as carteiras {conhecidas}, não {carteira}")
    if modalidade and carteira in _COM_MODALIDADE:
        return _MODALIDADE_240[modalidade]
    return _CARTEIRA_240[carteira]


def _modalidade(convenio: Convenio) -> str:
    modalidade = convenio.extras.get("tipo_cobranca", "").strip()
    if modalidade and modalidade not in _MODALIDADE_240:
        # vendor (08VDR) puts its own rates where the discount stands (note 11), which are not known here
        conhecidas = " ou ".join(_MODALIDADE_240)
        raise BancoError("tipo_cobranca", f"o tipo de cobrança fica vazio ou é {conhecidas}, não {modalidade}")
    return modalidade


def _protesto_240(encargos: Encargos) -> Campos:
    """Return code and days: 2 is business days, 1 days of the calendar, 3 no protest (field 36.3P)."""
    dias = encargos.protesto_dias
    if dias is None:
        return {}
    if dias not in (*_DIAS_UTEIS, *_DIAS_CORRIDOS):
        raise BancoError("protesto_dias", f"o Banco do Brasil protesta após 3 a 29, 35 ou 40 dias, não {dias}")
    return {"protesto_codigo": "2" if dias in _DIAS_UTEIS else "1", "protesto_dias": dias}


def _check_protesto(boleto: Boleto, protestaveis: frozenset[str]) -> None:
    if boleto.encargos.protesto_dias is not None and boleto.especie.upper() not in protestaveis:
        raise BancoError("protesto_dias", f"o Banco do Brasil não protesta títulos da espécie {boleto.especie}")


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    convenio, encargos = dados.convenio, boleto.encargos
    _check_400(convenio)
    _check_protesto(boleto, especies.BANCO_DO_BRASIL_400_PROTESTO)
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    instrucao, dias = _protesto_400(encargos)
    return {
        "especie": especies.find(especies.BANCO_DO_BRASIL_400, boleto.especie),
        "variacao_carteira": convenio.variacao,
        "tipo_cobranca": _modalidade(convenio),
        "instrucao_1": instrucao,
        "instrucao_2": "00",
        "protesto_dias": f"{dias:02d}",
        "multa_codigo": encargos_240.MULTA[encargos.multa_tipo],
        "multa_data": boleto.vencimento + timedelta(days=1) if com_multa else None,
        "multa_valor_percentual": encargos.multa if com_multa else 0,
    }


def _check_400(convenio: Convenio) -> None:
    if len(convenio.convenio) != _CONVENIO_400:
        raise BancoError("convenio", "o CNAB 400 do Banco do Brasil é escrito para convênios de 7 algarismos")
    if convenio.carteira not in _CARTEIRAS_400:
        conhecidas = ", ".join(_CARTEIRAS_400)
        motivo = f"o CNAB 400 do Banco do Brasil leva boletos numerados por nós nas carteiras {conhecidas}"
        raise BancoError("carteira", f"{motivo}, não na {convenio.carteira}")


def _protesto_400(encargos: Encargos) -> tuple[str, int]:
    """Return the instruction and the days it needs: none for 3, 4, 5, 30 and 45, which are codes (notes 09 and 34)."""
    dias = encargos.protesto_dias
    if dias is None:
        return "00", 0
    if dias in _DIAS_COM_CODIGO:
        return f"{dias:02d}", 0
    if dias not in _DIAS_CORRIDOS:
        raise BancoError("protesto_dias", f"o Banco do Brasil protesta após 3 a 30, 35, 40 ou 45 dias, não {dias}")
    return _PROTESTAR_APOS, dias


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240", "400"))
