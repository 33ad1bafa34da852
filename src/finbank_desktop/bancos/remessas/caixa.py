"""Caixa's own fields (Caixa, CNAB 240 SIGCB; the seven-digit code as in eduardokum/laravel-boleto Caixa.php).

Fields for the código do beneficiário are seven wide since 2019. A six-digit code stands at their left with a zero
after it, which makes the very bytes of the layout of 2016-2018, and the file then names that version.
"""

from finbank_desktop.bancos.caixa import CODIGO_LONGO
from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.bancos.remessas import encargos_240
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_CLIENTE_EMITE, _BANCO_EMITE = "2", "1"
_PRAZO_BAIXA = 120
"""Days until the bank drops an unpaid title when the convênio says nothing, as the manual's examples have it."""


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of the opening records."""
    convenio = dados.convenio
    longo = _is_longo(convenio)
    return {
        "convenio": "0" * 20,
        "codigo_beneficiario": _codigo(convenio),
        "codigo_beneficiario_2": 0 if longo else convenio.codigo_beneficiario,
        "reservado_empresa": "REMESSA-PRODUCAO",
        "versao_layout_arquivo": "107" if longo else "101",
        "versao_layout_lote": "067" if longo else "060",
    }


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of a title's records."""
    encargos = titulo.boleto.encargos
    banco = dados.convenio.emissao == "banco"
    protesta = encargos.protesto_dias is not None
    return {
        **encargos_240.fields(titulo.boleto),
        "codigo_beneficiario": _codigo(dados.convenio),
        "nosso_numero": titulo.boleto.nosso_numero,
        "carteira": "1",
        "forma_cadastramento": "1",
        "tipo_documento": "2",
        "emissao_boleto": _BANCO_EMITE if banco else _CLIENTE_EMITE,
        "distribuicao_boleto": "1" if banco else "0",
        "baixa_codigo": "2" if protesta else "1",
        "baixa_dias": "000" if protesta else f"{encargos.baixa_dias or _PRAZO_BAIXA:03d}",
    }


def _codigo(convenio: Convenio) -> str:
    codigo = convenio.codigo_beneficiario
    return codigo if _is_longo(convenio) else codigo.zfill(6) + "0"


def _is_longo(convenio: Convenio) -> bool:
    codigo = convenio.codigo_beneficiario
    if not codigo.isdigit():
        raise BancoError("codigo_beneficiario", "falta o código do beneficiário, que a Caixa dá com o convênio")
    return int(codigo) > CODIGO_LONGO
