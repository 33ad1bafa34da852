"""Sicoob's own fields.

Source: Sicoob, "Leiaute cobrança, sistemas de terceiros", ago/2017, sheets "Remessa, CNAB 400" and "Remessa, opção
CNAB 240".
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies, limites
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import TipoJuros
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_A4_SEM_ENVELOPE = "4"
_CLIENTE = "2"
_SEM_JUROS = "0"
_PARCELA_MAXIMA = 99


_NAO_PROTESTAR_400 = "07"
_QUATRO_CASAS = 100
"""From hundredths of a percent to its ten-thousandths (fields 36 and 37)."""
_CODIGO = 7


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    if formato == "240":
        return {"convenio": ""}  # the sheet leaves it blank
    codigo = dados.convenio.codigo_beneficiario
    inteiro = codigo if len(codigo) == _CODIGO else codigo + dados.convenio.codigo_beneficiario_dv
    return {
        "cooperativa": dados.conta.agencia,
        "cooperativa_dv": "",
        "codigo_beneficiario": inteiro[:-1],
        "codigo_beneficiario_dv": inteiro[-1:],
    }


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    boleto, convenio = titulo.boleto, dados.convenio
    limites.without_baixa(boleto.encargos, "Sicoob")
    if convenio.emissao == "banco":
        # field 13.3P: the number is zeros then, and the boleto made here has another
        raise BancoError("emissao", "quando o Sicoob emite o boleto é ele que o numera; escolha emissão pelo cliente")
    return _titulo_400(dados, boleto) if formato == "400" else _titulo_240(boleto, convenio)


def _titulo_240(boleto: Boleto, convenio: Convenio) -> Campos:
    return {
        # fields 28.3P and 15.3R speak of the due date itself; the bank's validator and its homologação refuse it and
        # want the day after (eduardokum/laravel-boleto, issues 516, 532, 533 and 657)
        **encargos_240.fields(boleto, especies.SICOOB_240, juros_isento=_SEM_JUROS),
        "nosso_numero": boleto.nosso_numero.zfill(9) + boleto.nosso_numero_dv,
        "parcela": parcela(convenio),
        "modalidade": convenio.modalidade or "01",
        "tipo_formulario": _A4_SEM_ENVELOPE,
        "carteira": convenio.carteira or "1",
        "forma_cadastramento": "0",
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "baixa_codigo": "0",
        "baixa_dias": "",
    }


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    convenio, conta = dados.convenio, dados.conta
    if (convenio.carteira or "1").lstrip("0") != "1":
        raise BancoError("carteira", "o CNAB 400 do Sicoob é escrito para a carteira 1, simples com registro")
    dias = limites.protest_days(boleto.encargos, "Sicoob")
    return {
        **taxas(boleto, "Sicoob"),
        "cooperativa": conta.agencia,
        "cooperativa_dv": conta.agencia_dv,
        "cooperativa_2": conta.agencia,
        "cooperativa_2_dv": conta.agencia_dv,
        "nosso_numero": boleto.nosso_numero.zfill(11) + boleto.nosso_numero_dv,
        "parcela": parcela(convenio),
        "contrato_garantia_dv": "0",
        "tipo_emissao": _CLIENTE,
        "carteira": "01",
        "especie": especies.find(especies.SICOOB_400, boleto.especie),
        "aceite": "1" if boleto.aceite else "0",
        "instrucao_1": "00" if dias else _NAO_PROTESTAR_400,
        "instrucao_2": "00",
        "tipo_distribuicao": _CLIENTE,
        "protesto_dias": f"{dias:02d}",
    }


def taxas(boleto: Boleto, banco: str) -> Campos:
    """Return interest and fine as monthly rates, the only way CNAB 400 of this form has them (fields 36 and 37)."""
    encargos = boleto.encargos
    if encargos.juros_tipo is TipoJuros.VALOR_DIA:
        raise BancoError("juros", f"o CNAB 400 do {banco} só leva juros em taxa mensal")
    juros = encargos.juros if encargos.juros_tipo is TipoJuros.TAXA_MENSAL else 0
    return {
        "mora_taxa_mensal": juros * _QUATRO_CASAS,
        "multa_taxa": limites.fine_in_percent(encargos, banco) * _QUATRO_CASAS,
    }


def parcela(convenio: Convenio) -> str:
    """Return two digits, where the barcode has three (field 13.3P)."""
    parcela = convenio.extras.get("parcela", "").strip() or "1"
    if not parcela.isdigit() or not 0 < int(parcela) <= _PARCELA_MAXIMA:
        raise BancoError("parcela", f"a remessa do Sicoob leva parcelas de 1 a {_PARCELA_MAXIMA}, não {parcela}")
    return f"{int(parcela):02d}"


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240", "400"))
