"""Banco do Brasil (001).

Sources: BB, "Layout de arquivos, cobrança CNAB 240" and "CNAB 400", ago/2017 (convênios of 4, 6 and 7 digits, módulo 11
with weights 9 to 2); kivanio/brcobranca banco_brasil.rb for 8 digits. The length of the convênio decides everything:

=======  ==================  =====================================================
digits   nosso número        campo livre
=======  ==================  =====================================================
4        convênio + 7        convênio, 7, agência, conta, carteira
6        convênio + 5        convênio, 5, agência, conta, carteira
6        17, free            convênio, 17, ``21`` (carteiras 16 and 18)
7        convênio + 10       ``000000``, convênio, 10, carteira
8        convênio + 9        ``000000``, convênio, 9, carteira
=======  ==================  =====================================================
"""

from finbank_desktop.bancos.digitos import dv_letra, fit, require, strip_prefix
from finbank_desktop.bancos.montagem import build_banco
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.bancos.remessas import banco_do_brasil as remessa
from finbank_desktop.domain.boletos import Calculo, DadosCalculo

CODIGO = "001"
SEQUENCIAL = {4: 7, 6: 5, 7: 10, 8: 9}
"""Digits of the sequence by digits of the convênio."""
NUMERO_LIVRE = 17
_CARTEIRAS_LIVRES = ("16", "18", "21")
_SERVICO_LIVRE = "21"
_VARIACAO_LIVRE = "017"
_CONVENIO_LIVRE = 6
_CONVENIO_LONGO = 7


def calculate(dados: DadosCalculo) -> Calculo:
    """Return what the bank's rules make of *dados*; 17-digit numbers are printed without their check digit."""
    convenio = _convenio(dados)
    agencia, conta = require(dados, "agencia", 4), require(dados, "conta", 8)
    carteira = require(dados, "carteira", 2)
    if _is_livre(dados):
        numero = _numero_livre(dados, carteira)
        livre = convenio + numero + _SERVICO_LIVRE
    else:
        largura = SEQUENCIAL[len(convenio)]
        sequencial = fit("nosso_numero", strip_prefix(dados.nosso_numero, convenio, largura), largura)
        numero = convenio + sequencial
        longo = len(convenio) >= _CONVENIO_LONGO
        livre = "000000" + numero + carteira if longo else numero + agencia + conta + carteira
    dv = dv_letra(numero, "X")
    agencia_dv = dados.agencia_dv or dv_letra(agencia, "X")
    conta_dv = dados.conta_dv or dv_letra(conta, "X")
    return Calculo(
        campo_livre=livre,
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso=numero if len(numero) == NUMERO_LIVRE else f"{numero}-{dv}",
        agencia_codigo_beneficiario=f"{agencia}-{agencia_dv} / {conta}-{conta_dv}",
        carteira_impressa=f"{carteira}-{dados.variacao}" if dados.variacao else carteira,
    )


def nosso_numero_chave(raw: str, formato: str) -> str:  # noqa: ARG001 - both formats carry the same number
    """Return 17 digits as they are; 11 digits without the check digit that follows them."""
    numero = raw.strip()
    if len(numero) == NUMERO_LIVRE and numero.isdigit():
        return numero
    return numero[:11] if len(numero) in (11, 12) and numero[:11].isdigit() else ""


def _convenio(dados: DadosCalculo) -> str:
    convenio = dados.convenio
    if not convenio:
        raise BancoError("convenio", "falta o convênio")
    if len(convenio) not in SEQUENCIAL or not convenio.isdigit():
        raise BancoError("convenio", f"o convênio do Banco do Brasil tem 4, 6, 7 ou 8 algarismos: {convenio}")
    return convenio


def _is_livre(dados: DadosCalculo) -> bool:
    livre = dados.codigo_servico or dados.variacao == _VARIACAO_LIVRE or len(dados.nosso_numero) == NUMERO_LIVRE
    return livre and len(dados.convenio) == _CONVENIO_LIVRE


def _numero_livre(dados: DadosCalculo, carteira: str) -> str:
    if carteira not in _CARTEIRAS_LIVRES:
        mensagem = f"nosso número de 17 algarismos só existe nas carteiras 16 e 18, não na {carteira}"
        raise BancoError("codigo_servico" if dados.codigo_servico else "carteira", mensagem)
    return require(dados, "nosso_numero", NUMERO_LIVRE)


BANCO = build_banco(
    CODIGO,
    "Banco do Brasil",
    dv="9",
    calculate=calculate,
    nosso_numero_chave=nosso_numero_chave,
    remessa=remessa.REMESSA,
)
