"""Sicoob's own fields (Sicoob, CNAB 240, fev/2017)."""

from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.bancos.remessas import encargos_240
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_A4_SEM_ENVELOPE = "4"
_CLIENTE, _BANCO = "2", "1"
_SEM_JUROS = "0"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - the sheet leaves the convênio field blank
    """Return the bank's own fields of the opening records."""
    return {"convenio": ""}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of a title's records."""
    boleto, convenio = titulo.boleto, dados.convenio
    if boleto.encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "a remessa do Sicoob não leva prazo de baixa; combine-o com a cooperativa")
    emite = _BANCO if convenio.emissao == "banco" else _CLIENTE
    return {
        **encargos_240.fields(boleto, juros_isento=_SEM_JUROS),
        "nosso_numero": boleto.nosso_numero.zfill(9) + boleto.nosso_numero_dv,
        "parcela": convenio.extras.get("parcela", "01")[-2:],
        "modalidade": convenio.modalidade or "01",
        "tipo_formulario": _A4_SEM_ENVELOPE,
        "carteira": convenio.carteira or "1",
        "forma_cadastramento": "0",
        "emissao_boleto": emite,
        "distribuicao_boleto": emite,
        "baixa_dias": "",
    }
