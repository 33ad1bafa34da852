"""Banks whose boletos and remessas are both made here."""

from types import ModuleType

from finbank_desktop.bancos import banco_do_brasil, bradesco, caixa, conferencia, itau, sicoob
from finbank_desktop.bancos.protocol import Banco
from finbank_desktop.bancos.remessas import banco_do_brasil as remessa_bb
from finbank_desktop.bancos.remessas import bradesco as remessa_bradesco
from finbank_desktop.bancos.remessas import caixa as remessa_caixa
from finbank_desktop.bancos.remessas import itau as remessa_itau
from finbank_desktop.bancos.remessas import sicoob as remessa_sicoob


def _banco(nome: str, dv: str, *, regras: ModuleType, remessa: ModuleType, formatos: tuple[str, ...]) -> Banco:
    """Return a bank from the module of its boletos' rules and that of its remessas' values."""
    return Banco(
        codigo=regras.CODIGO,
        nome=nome,
        dv=dv,
        calculate=regras.calculate,
        nosso_numero_chave=regras.nosso_numero_chave,
        remessa_header=remessa.header,
        remessa_titulo=remessa.titulo,
        check_convenio=conferencia.checker(regras.calculate, remessa.titulo, formatos=formatos),
        formatos=formatos,
    )


BANCOS = (
    _banco("Banco do Brasil", "9", regras=banco_do_brasil, remessa=remessa_bb, formatos=("240", "400")),
    _banco("Caixa Econômica Federal", "0", regras=caixa, remessa=remessa_caixa, formatos=("240",)),
    _banco("Bradesco", "2", regras=bradesco, remessa=remessa_bradesco, formatos=("400",)),
    _banco("Itaú Unibanco", "7", regras=itau, remessa=remessa_itau, formatos=("400",)),
    _banco("Sicoob", "0", regras=sicoob, remessa=remessa_sicoob, formatos=("240",)),
)
