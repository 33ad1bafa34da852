"""Daycoval's own fields (Daycoval, "Manual técnico, cobrança, CNAB 400, carteira 6", records 0 and 1).

The manual has zeros for the instructions, the interest of a day and the days of protest, and no fine: such terms are
the contract's. eduardokum/laravel-boleto writes interest and days all the same, ACBr does not.
"""

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, familia_autbank
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NUMERO, _NA_REMESSA = 10, 8
"""Note 2: the remessa has the last eight digits of the number, without the check digit."""
_CARTEIRAS = ("121", "6")
_completo = keyed(_NUMERO)


def chave(raw: str, formato: str) -> str:
    """Return the number a boleto is kept under, from a retorno's eleven digits or a remessa's eight."""
    lido = raw.strip()
    curto = len(lido) == _NA_REMESSA and lido.isascii() and lido.isdigit()
    return lido.zfill(_NUMERO) if curto else _completo(raw, formato)


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of the opening record: the company's code (note 1)."""
    return {"codigo_beneficiario": familia_autbank.codigo_empresa(dados), "banco_nome": "BANCO DAYCOVAL"}


def titulo(dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    """Return the bank's own fields of a title's record."""
    boleto, convenio = titulo.boleto, dados.convenio
    _check_encargos(boleto.encargos)
    if boleto.aceite:
        raise BancoError("aceite", "a remessa do Daycoval só leva títulos sem aceite")
    if convenio.carteira not in _CARTEIRAS:
        raise BancoError("carteira", f"a remessa do Daycoval leva a carteira 121, não a {convenio.carteira}")
    if boleto.abatimento and titulo.comando == Comando.REGISTRAR:
        raise BancoError("abatimento", "o Daycoval recebe o abatimento por instrução, depois de registrado o título")
    return {
        "codigo_beneficiario": familia_autbank.codigo_empresa(dados),
        "nosso_numero": _nosso_numero(boleto.nosso_numero),
        "especie": especies.find(especies.DAYCOVAL_400, boleto.especie),
        "instrucao_1": "00",
        "instrucao_2": "00",
    }


def _check_encargos(encargos: Encargos) -> None:
    """Refuse the terms that have no place in the file."""
    sem_lugar = {
        "juros": encargos.juros_tipo is not TipoJuros.ISENTO,
        "multa": encargos.multa_tipo is not TipoMulta.ISENTA,
        "protesto_dias": encargos.protesto_dias is not None,
        "baixa_dias": encargos.baixa_dias is not None,
    }
    for campo, pedido in sem_lugar.items():
        if pedido:
            motivo = "a remessa do Daycoval não leva juros, multa nem prazos; combine-os com o banco e tire-os daqui"
            raise BancoError(campo, motivo)


def _nosso_numero(numero: str) -> str:
    inicio, curto = numero[:-_NA_REMESSA], numero[-_NA_REMESSA:]
    if inicio.strip("0"):
        raise BancoError("nosso_numero", f"na remessa do Daycoval cabem {_NA_REMESSA} algarismos do nosso número")
    return curto


REMESSA = Remessa(header=header, titulo=titulo, formatos=("400",))
