"""Banks whose boletos and remessas are both made here."""

from finbank_desktop.bancos import banco_do_brasil, bradesco, caixa, conferencia, itau, sicoob
from finbank_desktop.bancos.protocol import Banco
from finbank_desktop.bancos.remessas import banco_do_brasil as remessa_bb
from finbank_desktop.bancos.remessas import bradesco as remessa_bradesco
from finbank_desktop.bancos.remessas import caixa as remessa_caixa
from finbank_desktop.bancos.remessas import itau as remessa_itau
from finbank_desktop.bancos.remessas import sicoob as remessa_sicoob

BANCOS = (
    Banco(
        codigo=banco_do_brasil.CODIGO,
        nome="Banco do Brasil",
        dv="9",
        calculate=banco_do_brasil.calculate,
        nosso_numero_chave=banco_do_brasil.nosso_numero_chave,
        remessa_header=remessa_bb.header,
        remessa_titulo=remessa_bb.titulo,
        check_convenio=conferencia.checker(banco_do_brasil.calculate, remessa_bb.titulo, formatos=("240", "400")),
    ),
    Banco(
        codigo=caixa.CODIGO,
        nome="Caixa Econômica Federal",
        dv="0",
        calculate=caixa.calculate,
        nosso_numero_chave=caixa.nosso_numero_chave,
        remessa_header=remessa_caixa.header,
        remessa_titulo=remessa_caixa.titulo,
        check_convenio=conferencia.checker(caixa.calculate, remessa_caixa.titulo, formatos=("240",)),
    ),
    Banco(
        codigo=bradesco.CODIGO,
        nome="Bradesco",
        dv="2",
        calculate=bradesco.calculate,
        nosso_numero_chave=bradesco.nosso_numero_chave,
        remessa_header=remessa_bradesco.header,
        remessa_titulo=remessa_bradesco.titulo,
        check_convenio=conferencia.checker(bradesco.calculate, remessa_bradesco.titulo, formatos=("400",)),
    ),
    Banco(
        codigo=itau.CODIGO,
        nome="Itaú Unibanco",
        dv="7",
        calculate=itau.calculate,
        nosso_numero_chave=itau.nosso_numero_chave,
        remessa_header=remessa_itau.header,
        remessa_titulo=remessa_itau.titulo,
        check_convenio=conferencia.checker(itau.calculate, remessa_itau.titulo, formatos=("400",)),
    ),
    Banco(
        codigo=sicoob.CODIGO,
        nome="Sicoob",
        dv="0",
        calculate=sicoob.calculate,
        nosso_numero_chave=sicoob.nosso_numero_chave,
        remessa_header=remessa_sicoob.header,
        remessa_titulo=remessa_sicoob.titulo,
        check_convenio=conferencia.checker(sicoob.calculate, remessa_sicoob.titulo, formatos=("240",)),
    ),
)
