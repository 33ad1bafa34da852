"""Interest, fine, discount and protest as FEBRABAN's CNAB 240 v10.9 codes them (C018, C021, G073, C026).

The sheets of Banco do Brasil (ago/2017), Caixa (jun/2018) and Sicoob (ago/2017) print the same codes of interest,
discount and fine, with 0 for no discount and no fine. What differs between them is in their own modules.
"""

from collections.abc import Mapping
from datetime import timedelta

from finbank_desktop.bancos.protocol import Campos
from finbank_desktop.bancos.remessas import especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta

JUROS = {TipoJuros.VALOR_DIA: "1", TipoJuros.TAXA_MENSAL: "2"}
MULTA = {TipoMulta.ISENTA: "0", TipoMulta.VALOR: "1", TipoMulta.PERCENTUAL: "2"}
_DESCONTO = {TipoDesconto.SEM: "0", TipoDesconto.VALOR: "1", TipoDesconto.PERCENTUAL: "2"}
_PROTESTAR, _NAO_PROTESTAR = "1", "3"
_REAL = "09"
_UM_DIA = timedelta(days=1)


def fields(boleto: Boleto, tabela: Mapping[str, str], *, juros_isento: str = "3") -> Campos:
    """Return the fields of segments P and R that tell the bank what a late or early payment costs.

    Args:
        boleto: The title.
        tabela: The bank's kinds of title.
        juros_isento: The bank's code for no interest: FEBRABAN says 3, some say 0.
    """
    encargos = boleto.encargos
    com_juros = encargos.juros_tipo is not TipoJuros.ISENTO
    com_multa = encargos.multa_tipo is not TipoMulta.ISENTA
    com_desconto = encargos.desconto_tipo is not TipoDesconto.SEM
    return {
        "especie": especies.find(tabela, boleto.especie),
        "juros_codigo": JUROS.get(encargos.juros_tipo, juros_isento),
        "juros_data": boleto.vencimento + _UM_DIA if com_juros else None,
        "juros_valor_taxa": encargos.juros if com_juros else 0,
        "multa_codigo": MULTA[encargos.multa_tipo],
        "multa_data": boleto.vencimento + _UM_DIA if com_multa else None,
        "multa_valor_percentual": encargos.multa if com_multa else 0,
        "desconto1_codigo": _DESCONTO[encargos.desconto_tipo],
        "desconto1_data": boleto.vencimento - timedelta(days=encargos.desconto_dias) if com_desconto else None,
        "desconto1_valor_percentual": encargos.desconto if com_desconto else 0,
        "protesto_codigo": _NAO_PROTESTAR if encargos.protesto_dias is None else _PROTESTAR,
        "protesto_dias": encargos.protesto_dias or 0,
        "moeda": _REAL,
    }
