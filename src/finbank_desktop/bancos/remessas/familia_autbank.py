"""CNAB 400 of the banks on the Autbank cobrança system.

Sources: the manuals of ABC Brasil (2024), Fibra (mai/2022), Pine and Rendimento, record 1, which number their notes
alike: 3 carteira, 7 nosso número, 9 instruções, 11 to 13 multa. ACBr and eduardokum/laravel-boleto write the same
positions. What is each bank's own, and what is in doubt:

=====  ==========================================================================================================
bank   what is its own
=====  ==========================================================================================================
212    Original: ACBr only, which knows no movement but 01. ``D`` where the client issues; the company's code is
       090, agência with its digit, and operação. ACBr gives a rate of multa two decimals where the family's manuals
       have four: the multa goes as an amount
224    Fibra: ``D`` only (note 3). Protest is instruction 09 and the days (note 9). Rates have four decimals (note 12),
       for which ACBr and laravel-boleto write two
246    ABC Brasil: ``6`` only, ACBr's 4 is the manual's for other banks' boletos. Convênios since 01/04/2020 need the
       NF-e record: written where the convênio's extras hold it
435    Delbank: laravel-boleto only. Its rates have two decimals (see 212), and protest is instruction 94, which is a
       message in the family: there is none from here. It also signs as sacador (04), which is taken for its example's
604    Industrial do Brasil: ACBr only
633    Rendimento: the manual and laravel-boleto; ACBr lets the bank number the titles
637    Sofisa: ACBr only; ``1`` is 121 on its boletos and another carteira in its files: 121 has to be said
643    Pine: ``D`` where the client issues (note 3)
=====  ==========================================================================================================
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from finbank_desktop.bancos.protocol import BancoError, Campos, Remessa
from finbank_desktop.bancos.remessas import especies, prazos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.encargos import TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

_NAO_PROTESTAR = "10"
"""Note 9: no term of the contract's own is added either."""
_MULTA_VALOR, _MULTA_TAXA = "1", "2"
_DIA_SEGUINTE = "01"
_CASAS_DA_TAXA = 100
"""Note 12: a rate has four decimals, ours has two."""
_MAXIMO_CODIGO = 20


def codigo_empresa(dados: DadosRemessa) -> str:
    """Return the code the bank gave the company for its files (note 1)."""
    codigo = dados.convenio.extras.get("codigo_transmissao") or dados.convenio.codigo_beneficiario
    if not 0 < len(codigo) <= _MAXIMO_CODIGO:
        motivo = f"falta o código da empresa, de até {_MAXIMO_CODIGO} caracteres, que o banco dá com o convênio"
        raise BancoError("codigo_beneficiario", motivo)
    return codigo


def codigo_original(dados: DadosRemessa) -> str:
    """Return Original's code of the company, which is made of what the boletos hold as well."""
    operacao = dados.convenio.extras.get("operacao", "")
    if not dados.conta.agencia_dv:
        raise BancoError("agencia_dv", "falta o dígito da agência, que faz parte do código da empresa no Original")
    return f"090{dados.conta.agencia.zfill(4)}{dados.conta.agencia_dv}{operacao.zfill(7)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forma:
    """What one bank of the family has of its own.

    Attributes:
        carteiras: From the convênio's carteira to position 108; any other cannot be sent by file.
        protestar: The instruction that goes with the days of protest; ``None`` where it is not known.
        taxa_de_multa: Whether a rate of multa is written as one; else as the amount it makes.
        codigo: The company's code.
        especies: The bank's kinds of title.
    """

    carteiras: Mapping[str, str]
    protestar: str | None = "00"
    taxa_de_multa: bool = True
    codigo: Callable[[DadosRemessa], str] = codigo_empresa
    especies: Mapping[str, str] = field(default_factory=lambda: especies.AUTBANK_400)


def _remessa(forma: Forma) -> Remessa:
    return Remessa(header=partial(_header, forma), titulo=partial(_titulo, forma), formatos=("400",))


def _header(forma: Forma, dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 400 only
    return {"codigo_beneficiario": forma.codigo(dados)}


def _titulo(forma: Forma, dados: DadosRemessa, titulo: TituloRemessa, formato: str) -> Campos:
    boleto = titulo.boleto
    if dados.convenio.emissao == "banco":
        # note 7: the number is zeros then, and the boleto made here has another
        raise BancoError("emissao", "quando o banco emite o boleto é ele que o numera; escolha emissão pelo cliente")
    return {
        **_header(forma, dados, formato),
        **_multa(forma, boleto),
        **_protesto(forma, titulo),
        "nosso_numero": boleto.nosso_numero + boleto.nosso_numero_dv,
        "carteira": _carteira(forma, dados.convenio.carteira),
        "banco_cobrador": dados.convenio.banco,
        "especie": especies.find(forma.especies, boleto.especie),
        "moeda": "0",
    }


def _carteira(forma: Forma, carteira: str) -> str:
    codigo = forma.carteiras.get(carteira.upper())
    if codigo is None:
        conhecidas = ", ".join(forma.carteiras)
        raise BancoError("carteira", f"a remessa deste banco leva as carteiras {conhecidas}, não a {carteira}")
    return codigo


def _multa(forma: Forma, boleto: Boleto) -> Campos:
    encargos = boleto.encargos
    if encargos.multa_tipo is TipoMulta.ISENTA:
        return {"multa_codigo": "0", "multa_valor_taxa": 0, "multa_dias": "00"}
    if encargos.multa_tipo is TipoMulta.PERCENTUAL and forma.taxa_de_multa:
        codigo, valor = _MULTA_TAXA, encargos.multa * _CASAS_DA_TAXA
    else:
        codigo, valor = _MULTA_VALOR, encargos.multa_sobre(boleto.valor)
    return {"multa_codigo": codigo, "multa_valor_taxa": valor, "multa_dias": _DIA_SEGUINTE}


def _protesto(forma: Forma, titulo: TituloRemessa) -> Campos:
    """Return instruction and days (positions 157 to 160, 392 and 393); other movements carry neither."""
    encargos = titulo.boleto.encargos
    if encargos.baixa_dias is not None:
        raise BancoError("baixa_dias", "a remessa deste banco não leva prazo de baixa; combine-o com a agência")
    if encargos.protesto_dias is not None and forma.protestar is None:
        raise BancoError("protesto_dias", "não se sabe como este banco lê o prazo de protesto na remessa; tire-o")
    instrucao, dias = prazos.instruction(encargos, protestar=forma.protestar or "", baixar="")
    if titulo.comando != Comando.REGISTRAR:
        return {"instrucao_1": "00", "instrucao_2": "00", "protesto_dias": 0}
    return {"instrucao_1": instrucao if dias else _NAO_PROTESTAR, "instrucao_2": "00", "protesto_dias": dias}


ORIGINAL = _remessa(
    Forma(carteiras=dict.fromkeys(("110", "121", "6", "D"), "D"), taxa_de_multa=False, codigo=codigo_original)
)
FIBRA = _remessa(Forma(carteiras=dict.fromkeys(("110", "D"), "D"), protestar="09"))
ABC = _remessa(Forma(carteiras={"121": "6", "6": "6"}))
DELBANK = _remessa(Forma(carteiras={"121": "6"}, protestar=None, taxa_de_multa=False, especies=especies.DELBANK_400))
INDUSTRIAL = _remessa(Forma(carteiras={"110": "4", "121": "6", "6": "6"}))
RENDIMENTO = _remessa(Forma(carteiras={"121": "6", "6": "6"}))
SOFISA = _remessa(Forma(carteiras={"121": "6", "201": "6", "6": "6", "102": "5", "5": "5", "101": "4", "4": "4"}))
PINE = _remessa(Forma(carteiras=dict.fromkeys(("110", "112"), "D")))
