"""Banks on the Autbank cobrança system: agência (4), carteira (3), operação (7), nosso número (10) and its digit.

Sources: "Emissão do bloquete de cobrança expressa pelo cliente", AUTK. 0071/2002, in the manuals of Rendimento and
(mar/2020) of Fibra: campo livre, módulo 10 over agência, carteira and number, carteiras 121 expressa and 110 direta.

=====  ==========================================================================================================
bank   source, and what is in doubt
=====  ==========================================================================================================
212    Original: ACBr only
224    Fibra: the bank's note of 2020, ACBr
246    ABC Brasil: the bank's sheet "VALIDA BOLETO" and its manual of 2021, ACBr, eduardokum/laravel-boleto
604    Industrial do Brasil: ACBr only (carteiras 110 and 121, no other)
633    Rendimento: the note above and laravel-boleto; ACBr makes these boletos as Bradesco's: ask the bank
637    Sofisa: ACBr (short carteiras too)
643    Pine: laravel-boleto, ACBr
707    Daycoval: the bank's "CNAB 400 carteira 6", tests of BoletoNet/BoletoNetCore, ACBr
=====  ==========================================================================================================
"""

from collections.abc import Callable, Mapping
from functools import partial

from finbank_desktop.bancos.chave import keyed
from finbank_desktop.bancos.digitos import fit, hyphenated, limited, require
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import Banco, BancoError, Remessa
from finbank_desktop.bancos.remessas import abc, daycoval
from finbank_desktop.bancos.remessas import familia_autbank as remessas
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.modulos import modulo_10

TAMANHO_NUMERO = 10
EXPRESSA: Mapping[str, str] = {"6": "121"}
"""What CNAB 400 calls a carteira in one character (position 108), by the three digits of the barcode."""

_CHAVE = keyed(TAMANHO_NUMERO)


def calculate(dados: DadosCalculo, *, curtas: Mapping[str, str], aceitas: frozenset[str] = frozenset()) -> Calculo:
    """Return what the family's rules make of *dados*.

    Args:
        dados: What is known of the boleto.
        curtas: Short names of carteiras.
        aceitas: The only carteiras the bank has; empty when its source names none.
    """
    carteira = fit("carteira", curtas.get(dados.carteira.upper(), dados.carteira), 3)
    if aceitas and carteira not in aceitas:
        raise BancoError("carteira", f"este banco só tem as carteiras {', '.join(sorted(aceitas))}, não a {carteira}")
    agencia, operacao = limited(dados, "agencia", 4), require(dados, "operacao", 7)
    numero = require(dados, "nosso_numero", TAMANHO_NUMERO)
    return montar(dados, agencia=agencia, carteira=carteira, operacao=operacao, numero=numero)


def montar(dados: DadosCalculo, *, agencia: str, carteira: str, operacao: str, numero: str, dv: str = "") -> Calculo:
    """Return the boleto of these parts, each of its full width; *dv* only where the bank itself gives it."""
    dv = dv or str(modulo_10(agencia + carteira + numero))
    conta = hyphenated(dados.conta, dados.conta_dv)
    return Calculo(
        campo_livre=agencia + carteira + operacao + numero + dv,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=f"{agencia}{dados.agencia_dv}/{carteira}/{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}{dados.agencia_dv}/{dados.codigo_beneficiario or conta}",
        carteira_impressa=carteira,
    )


def _banco(
    codigo: str,
    nome: str,
    dv: str,
    *,
    curtas: Mapping[str, str] = EXPRESSA,
    aceitas: frozenset[str] = frozenset(),
    chave: Callable[[str, str], str] = _CHAVE,
    remessa: Remessa,
) -> Banco:
    rule = partial(calculate, curtas=curtas, aceitas=aceitas)
    return build_banco(codigo, nome, dv=dv, calculate=rule, nosso_numero_chave=chave, remessa=remessa)


BANCOS = (
    _banco("212", "Banco Original", "7", curtas={"6": "121", "D": "110"}, remessa=remessas.ORIGINAL),
    _banco("224", "Banco Fibra", "0", curtas={"6": "121", "D": "110"}, remessa=remessas.FIBRA),
    _banco("246", "ABC Brasil", "2", remessa=abc.REMESSA),
    _banco("604", "Industrial do Brasil", "1", aceitas=frozenset(("110", "121")), remessa=remessas.INDUSTRIAL),
    _banco("633", "Rendimento", "2", remessa=remessas.RENDIMENTO),
    _banco("637", "Sofisa", "9", curtas={"1": "121", "4": "101", "5": "102", "6": "201"}, remessa=remessas.SOFISA),
    _banco("643", "Pine", "2", curtas={}, remessa=remessas.PINE),
    _banco("707", "Daycoval", "2", chave=daycoval.chave, remessa=daycoval.REMESSA),
)
