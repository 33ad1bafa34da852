"""Own fields of Unicred Central RS (091).

Source: ACBr's writer only. Its CNAB 240 has the title's fields of Unicred do Brasil; its CNAB 400 is the older form,
which has no fine, no rate of interest and one instruction, of protest.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import limites, unicred
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NOME = "Unicred Central RS"
_PROTESTAR = "06"
_SEM_INSTRUCAO = "00"


def header(dados: DadosRemessa, formato: str) -> Campos:
    """Return the bank's own fields of the opening records."""
    return {**unicred.header(dados, formato), "banco_nome": "UNICRED"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    """Return the bank's own fields of a title's records."""
    carteira = dados.convenio.carteira
    if formato == "240":
        return unicred.campos(dados, titulo.boleto, formato, carteira=carteira)
    unicred.header(dados, formato)
    limites.client_prints(dados.convenio, _NOME)
    return _titulo_400(dados, titulo.boleto)


def _titulo_400(dados: DadosRemessa, boleto: Boleto) -> Campos:
    conta, encargos = dados.conta, boleto.encargos
    limites.without_baixa(encargos, _NOME)
    limites.without_aceite(boleto, _NOME)
    if encargos.multa_tipo is not TipoMulta.ISENTA:
        raise BancoError("multa", "o CNAB 400 da Unicred Central RS não leva multa; use o CNAB 240")
    dias = limites.protest_days(encargos, _NOME)
    numero = boleto.nosso_numero + boleto.nosso_numero_dv
    return {
        "numero_contrato": f"{conta.agencia.zfill(5)}{conta.conta.zfill(7)}{conta.conta_dv}",
        "nosso_numero_15": numero,
        "nosso_numero": numero,
        "protesto_instrucao": _PROTESTAR if dias else _SEM_INSTRUCAO,
        "protesto_dias": dias,
    }


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400", "240"))
