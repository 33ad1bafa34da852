"""Banks on the Autbank system: values that bank manuals print, others assert or that are worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from finbank_desktop.bancos import calculo, registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.codigo_barras import to_codigo_barras

BASE = DadosCalculo(agencia="0001", agencia_dv="9", carteira="121", operacao="1934436", nosso_numero="1")


@pytest.mark.parametrize(
    ("banco", "carteira", "numero", "impresso"),
    [
        pytest.param("224", "121", "4309540", "00019/121/0004309540-8", id="Fibra and AUTK. 0071/2002: the example"),
        pytest.param("633", "6", "4309540", "00019/121/0004309540-8", id="the same at Rendimento, CNAB's carteira 6"),
        pytest.param("224", "112", "11336538", "00019/112/0011336538-3", id="laravel-boleto fibra.ret, first"),
        pytest.param("224", "112", "11336555", "00019/112/0011336555-7", id="laravel-boleto fibra.ret, second"),
        pytest.param("224", "112", "11358343", "00019/112/0011358343-1", id="laravel-boleto fibra.ret, third"),
        pytest.param("643", "112", "104455217", "00019/112/0104455217-2", id="laravel-boleto pine.ret, first"),
        pytest.param("643", "112", "104457227", "00019/112/0104457227-9", id="laravel-boleto pine.ret, second"),
        pytest.param("643", "112", "104457238", "00019/112/0104457238-6", id="laravel-boleto pine.ret, third"),
        pytest.param("707", "121", "84580107", "00019/121/0084580107-8", id="BancoDaycovalCarteira121Tests.cs:37"),
        pytest.param("707", "121", "84580108", "00019/121/0084580108-6", id="BancoDaycovalCarteira121Tests.cs:38"),
        pytest.param("637", "112", "8026642", "00019/112/0008026642-4", id="AUTK. 0071/2002: sample barcode"),
        pytest.param("637", "4", "12345", "00019/101/0000012345-0", id="ACBr: Sofisa's 4 is 101; by hand: 20, 0"),
        pytest.param("212", "110", "12345", "00019/110/0000012345-1", id="by hand: 19, 1"),
        pytest.param("604", "121", "12345", "00019/121/0000012345-8", id="by hand: 22, 8"),
        pytest.param("224", "D", "12345", "00019/110/0000012345-1", id="Fibra: D is 110; by hand: 19, 1"),
    ],
)
def test_numbers(banco: str, carteira: str, numero: str, impresso: str) -> None:
    dados = replace(BASE, carteira=carteira, nosso_numero=numero)
    assert registry.find(banco).calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("banco", "dados", "codigo_barras"),
    [
        pytest.param(
            "637",
            DadosCalculo(
                agencia="0001",
                carteira="112",
                operacao="120",
                nosso_numero="8026642",
                valor=100000,
                vencimento=date(2002, 3, 25),
            ),
            "63799163000001000000001112000012000080266424",
            id="AUTK. 0071/2002: sample barcode",
        ),
        pytest.param(
            "246",
            DadosCalculo(
                agencia="0001",
                carteira="121",
                operacao="5024204",
                nosso_numero="11739897",
                valor=319156,
                fator_vencimento="8272",
            ),
            to_codigo_barras("24690001172150242040501173989771982720000319156"),
            id="ABC Brasil, VALIDA BOLETO: linha 24690.00117 21502.420405 01173.989771 9",
        ),
        pytest.param(
            "707",
            replace(BASE, nosso_numero="84580106", valor=14150, vencimento=date(2024, 12, 16)),
            "70798993200000141500001121193443600845801060",
            id="BancoDaycovalCarteira121Tests.cs:36",
        ),
    ],
)
def test_barcodes(banco: str, dados: DadosCalculo, codigo_barras: str) -> None:
    assert calculo.calculate(banco, dados).codigo_barras == codigo_barras


@pytest.mark.parametrize(
    ("banco", "dados", "field"),
    [
        ("604", replace(BASE, carteira="112"), "carteira"),
        ("246", replace(BASE, operacao=""), "operacao"),
        ("246", replace(BASE, agencia="00001"), "agencia"),
        ("643", replace(BASE, carteira="D"), "carteira"),
        ("707", replace(BASE, nosso_numero="12345678901"), "nosso_numero"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(banco: str, dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        registry.find(banco).calculate(dados)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("banco", "raw", "chave"),
    [("224", "00113365383", "0011336538"), ("643", "01044552172", "0104455217"), ("246", "0011739897", "0011739897")],
)
def test_number_of_a_retorno_is_the_one_kept(banco: str, raw: str, chave: str) -> None:
    assert registry.find(banco).nosso_numero_chave(raw, "400") == chave
