"""Santander (033): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("033")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0059", conta="013000123", codigo_beneficiario="1899775", carteira="102", nosso_numero="9000272"
            ),
            "9189977500000900027250102",
            id="kivanio/brcobranca santander_spec.rb:72",
        ),
        pytest.param(
            DadosCalculo(
                agencia="3069",
                codigo_beneficiario="82819",
                codigo_beneficiario_dv="0",
                conta="89755",
                carteira="121",
                nosso_numero="15679",
            ),
            "9008281900000001567950121",
            id="Brunomm/br_boleto santander_test.rb:118",
        ),
        pytest.param(
            DadosCalculo(
                agencia="1234", agencia_dv="5", codigo_beneficiario="1234567", carteira="101", nosso_numero="444"
            ),
            "9123456700000000044480101",
            id="BoletoNet/BoletoNetCore BancoSantanderCarteira101Tests.cs:45",
        ),
        pytest.param(
            DadosCalculo(agencia="1234", codigo_beneficiario="1234567", carteira="5", nosso_numero="444"),
            "9123456700000000044480101",
            id="ACBr: carteira 5 of CNAB 400 is 101",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="1333", conta="0707077", iof="0", carteira="102", nosso_numero="1234567"),
            "000001234567-9",
            id="eduardocereto/pyboleto test_banco_santander.py",
        ),
        pytest.param(
            DadosCalculo(agencia="0059", codigo_beneficiario="1899775", carteira="102", nosso_numero="566612457800"),
            "566612457800-2",
            id="kivanio/brcobranca santander_spec.rb:100",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="1333", conta="0707077", iof="0", carteira="102", nosso_numero="1"),
            "1333/0707077",
            id="eduardocereto/pyboleto test_banco_santander.py",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "00071447", "000000007144", id="H7800: seven and a digit"),
        pytest.param("400", "00000019", "000000000001", id="laravel-boleto cnab400/santander_pix.ret"),
        pytest.param("240", "0000012345679", "000001234567", id="H7815: twelve and a digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(codigo_beneficiario="12345678", carteira="102", nosso_numero="1"),
            "codigo_beneficiario",
            id="a código of eight digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
