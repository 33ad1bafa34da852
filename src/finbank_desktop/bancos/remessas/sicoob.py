"""Sicoob's own fields.

Source: Sicoob, "Leiaute cobrança, sistemas de terceiros", ago/2017, sheet "Remessa, opção CNAB 240".
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_A4_SEM_ENVELOPE = "4"
_CLIENTE = "2"
_SEM_JUROS = "0"
_PARCELA_MAXIMA = 99


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - the sheet leaves the convênio field blank
    """Return the bank's own fields of the opening records."""
    return {"convenio": ""}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of a title's records."""
    boleto, convenio = titulo.boleto, dados.convenio
    if boleto.encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "a remessa do Sicoob não leva prazo de baixa; combine-o com a cooperativa")
    if convenio.emissao == "banco":
        # field 13.3P: the number is zeros then, and the boleto made here has another
        raise BancoError("emissao", "quando o Sicoob emite o boleto é ele que o numera; escolha emissão pelo cliente")
    return {
        # fields 28.3P and 15.3R speak of the due date itself; the bank's validator and its homologação refuse it and
        # want the day after (eduardokum/laravel-boleto, issues 516, 532, 533 and 657)
        **encargos_240.fields(boleto, especies.SICOOB_240, juros_isento=_SEM_JUROS),
        "nosso_numero": boleto.nosso_numero.zfill(9) + boleto.nosso_numero_dv,
        "parcela": _parcela(convenio),
        "modalidade": convenio.modalidade or "01",
        "tipo_formulario": _A4_SEM_ENVELOPE,
        "carteira": convenio.carteira or "1",
        "forma_cadastramento": "0",
        "emissao_boleto": _CLIENTE,
        "distribuicao_boleto": _CLIENTE,
        "baixa_codigo": "0",
        "baixa_dias": "",
    }


def _parcela(convenio: Convenio) -> str:
    """Return two digits, where the barcode has three (field 13.3P)."""
    parcela = convenio.extras.get("parcela", "").strip() or "1"
    if not parcela.isdigit() or not 0 < int(parcela) <= _PARCELA_MAXIMA:
        raise BancoError("parcela", f"a remessa do Sicoob leva parcelas de 1 a {_PARCELA_MAXIMA}, não {parcela}")
    return f"{int(parcela):02d}"


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240",))
