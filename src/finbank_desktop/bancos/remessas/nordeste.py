"""Banco do Nordeste's own fields (BNB, "Cobrança eletrônica, leiaute CNAB 400", v2.0, jul/2011, records 0 and 1)."""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, limites
from finbank_desktop.domain.encargos import TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Banco do Nordeste"
_CARTEIRAS = {"4": "4", "04": "4", "21": "4", "5": "5", "05": "5", "41": "5"}
"""Note 2 by carteira or tipo de operação: those whose boletos the client prints."""
_NAO_PROTESTAR = 99
_PROTESTO_MAXIMO = 98
_SEM_ENCARGOS, _DA_CARTEIRA = "0008", "0000"
"""Positions 157-160; without the former, zeros of interest mean the bank's own comissão de permanência."""
_UM_POR_CENTO = 100
_REAL = "0"


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record."""
    return {"banco_nome": "B.DO NORDESTE"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto, encargos = titulo.boleto, titulo.boleto.encargos
    limites.without_baixa(encargos, _NOME)
    limites.client_prints(dados.convenio, _NOME)
    carteira = dados.convenio.carteira
    if carteira not in _CARTEIRAS:
        raise BancoError("carteira", f"a remessa leva as carteiras 4 (21) e 5 (41), de emissão própria, não {carteira}")
    sem_encargos = encargos.juros_tipo is TipoJuros.ISENTO and encargos.multa_tipo is TipoMulta.ISENTA
    dias = limites.protest_days(encargos, _NOME, maximo=_PROTESTO_MAXIMO)
    return {
        "nosso_numero_dv": boleto.nosso_numero_dv,
        "carteira": _CARTEIRAS[carteira],
        "multa_percentual": _multa(limites.fine_in_percent(encargos, _NOME)),
        "especie": especies.find(especies.NORDESTE_400, boleto.especie),
        "instrucoes": _SEM_ENCARGOS if sem_encargos else _DA_CARTEIRA,
        "protesto_dias": dias or _NAO_PROTESTAR,
        "moeda": _REAL,
    }


def _multa(centesimos: int) -> int:
    """Return the fine in whole percents, which is all that two positions hold."""
    inteiros, resto = divmod(centesimos, _UM_POR_CENTO)
    if resto or inteiros >= _UM_POR_CENTO:
        raise BancoError("multa", "a remessa do Banco do Nordeste só leva multa em percentual inteiro, até 99 %")
    return inteiros


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
