"""Caixa's own fields.

Source: Caixa, "Leiaute CNAB 240 SIGCB", MO 67118 010, jun/2018, for six-digit codes of the beneficiário. A code of
seven digits has fields of seven in BoletoNetCore's and laravel-boleto's writers alike, and the versions 107 and 067 in
BoletoNetCore's and ACBr's. A six-digit code stands at their left with a zero after it, which makes the very bytes of
the manual (code and zeros), and the file then names the manual's versions 101 and 060.
"""

from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.bancos.remessas import encargos_240, especies
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

CODIGO_LONGO = 1_100_000
"""Códigos do beneficiário above this one have seven digits and no check digit in the barcode."""
_CLIENTE_EMITE, _BANCO_EMITE = "2", "1"
_PRAZO_BAIXA = 120
"""Days until the bank drops an unpaid title when the convênio says nothing: our choice, that of brcobranca's writer.

The manual wants a term of 0 to 999 with every title that is not protested (C026, C029): blank is 5 days for it, and
zeros drop the title on the evening of its due date.
"""
_PROTESTO_MINIMO, _PROTESTO_MAXIMO = 2, 90
"""C027: other terms are changed by the bank without a word; up to 5 they are business days."""
_EMITE_BANCO = ("11", "21")
"""G069: the first two digits of a nosso número whose boleto Caixa prints; 14 and 24 are the beneficiário's."""


def header(dados: DadosRemessa, formato: str) -> Campos:  # noqa: ARG001 - CNAB 240 only
    """Return the bank's own fields of the opening records."""
    convenio = dados.convenio
    longo = is_longo(convenio)
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
    banco = banco_emite(dados.convenio, titulo.boleto)
    check_prazos(encargos)
    protesta = encargos.protesto_dias is not None
    baixa_dias = _PRAZO_BAIXA if encargos.baixa_dias is None else encargos.baixa_dias
    return {
        **encargos_240.fields(titulo.boleto, especies.CAIXA_240),
        "codigo_beneficiario": _codigo(dados.convenio),
        "nosso_numero": titulo.boleto.nosso_numero,
        "carteira": "1",
        "forma_cadastramento": "1",
        "tipo_documento": "2",
        "emissao_boleto": _BANCO_EMITE if banco else _CLIENTE_EMITE,
        "distribuicao_boleto": "1" if banco else "0",
        "baixa_codigo": "2" if protesta else "1",
        "baixa_dias": "000" if protesta else f"{baixa_dias:03d}",
    }


def banco_emite(convenio: Convenio, boleto: Boleto) -> bool:
    """Whether Caixa prints the boleto, as the convênio and the nosso número both must say."""
    banco = convenio.emissao == "banco"
    if banco != boleto.nosso_numero.startswith(_EMITE_BANCO):
        quem = "da Caixa (carteira 11)" if banco else "do beneficiário (carteira 14)"
        raise BancoError("carteira", f"a emissão é {quem} e o nosso número {boleto.nosso_numero[:2]} diz outra coisa")
    return banco


def check_prazos(encargos: Encargos) -> None:
    """Refuse terms of protest that Caixa would change without a word, and protest together with baixa."""
    protesto = encargos.protesto_dias
    if protesto is None:
        return
    if encargos.baixa_dias is not None:
        # C026: with protest, no baixa
        raise BancoError("baixa_dias", "a Caixa protesta ou baixa o título, não as duas coisas: escolha um prazo")
    if not _PROTESTO_MINIMO <= protesto <= _PROTESTO_MAXIMO:
        faixa = f"{_PROTESTO_MINIMO} a {_PROTESTO_MAXIMO} dias"
        raise BancoError("protesto_dias", f"a Caixa protesta após {faixa}, não {protesto}")


def _codigo(convenio: Convenio) -> str:
    codigo = convenio.codigo_beneficiario
    return codigo if is_longo(convenio) else f"{int(codigo):06d}0"


def is_longo(convenio: Convenio) -> bool:
    """Whether the beneficiário's code has seven digits."""
    codigo = convenio.codigo_beneficiario
    if not codigo.isdigit():
        raise BancoError("codigo_beneficiario", "falta o código do beneficiário, que a Caixa dá com o convênio")
    return int(codigo) > CODIGO_LONGO
