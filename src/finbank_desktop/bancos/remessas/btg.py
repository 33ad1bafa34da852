"""BTG Pactual's own fields (FEBRABAN, CNAB 240 v10.6, which the bank hands out as its own; CNAB 240 only).

The field of the nosso número (38-57) is where programs differ: eduardokum/laravel-boleto writes number and digit, ACBr
the number alone. The bank's retorno that laravel-boleto keeps has number and digit, so both are written here.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_COM_REGISTRO, _TRADICIONAL = "1", "1"
_EMISSAO = {"banco": "1"}
_CLIENTE = "2"
_BAIXAR, _NAO_BAIXAR = "1", "2"
_BAIXA_MAXIMA = 999
_CARTEIRAS = range(1, 7)
"""Domain C006 and eduardokum/laravel-boleto; the boleto prints them with zeros before."""


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of the opening records."""
    return {"convenio": dados.convenio.convenio or dados.convenio.codigo_beneficiario}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of a title's records."""
    boleto, carteira = titulo.boleto, dados.convenio.carteira
    if not carteira.isdigit() or int(carteira) not in _CARTEIRAS:
        raise BancoError("carteira", f"as carteiras do BTG Pactual vão de 01 a 06, não {carteira}")
    emissao = _EMISSAO.get(dados.convenio.emissao, _CLIENTE)
    return {
        **encargos_240.fields(boleto, especies.FEBRABAN_240),
        **_baixa(boleto.encargos),
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "carteira": int(carteira),
        "forma_cadastramento": _COM_REGISTRO,
        "tipo_documento": _TRADICIONAL,
        "emissao_boleto": emissao,
        "distribuicao_boleto": emissao,
    }


def _baixa(encargos: Encargos) -> Campos:
    if encargos.baixa_dias is None:
        return {"baixa_codigo": _NAO_BAIXAR, "baixa_dias": "000"}
    if not 0 < encargos.baixa_dias <= _BAIXA_MAXIMA:
        raise BancoError("baixa_dias", f"o CNAB 240 leva de 1 a {_BAIXA_MAXIMA} dias até a baixa")
    return {"baixa_codigo": _BAIXAR, "baixa_dias": f"{encargos.baixa_dias:03d}"}


REMESSA = Remessa(header=header, titulo=titulo, formatos=("240",))
