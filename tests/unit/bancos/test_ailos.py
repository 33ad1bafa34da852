"""Ailos (085): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("085")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0101", conta="1111111", convenio="0", nosso_numero="1"),
            "0000001111111900000000101",
            id="kivanio/brcobranca ailos_spec.rb:109",
        ),
        pytest.param(
            DadosCalculo(
                agencia="3069", convenio="82819", conta="8975599", conta_dv="8", carteira="06", nosso_numero="15679"
            ),
            "0828198975599800001567906",
            id="Brunomm/br_boleto cecred_test.rb:111",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0101",
                agencia_dv="5",
                convenio="101104",
                conta="231560",
                conta_dv="2",
                carteira="1",
                nosso_numero="74641",
            ),
            "1011040231560200007464101",
            id="BoletoNet/BoletoNetCore BancoCecredCarteira1Tests.cs:44",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(convenio="101104", conta="231560", conta_dv="2", nosso_numero="75743"),
            "02315602000075743",
            id="BoletoNet/BoletoNetCore BancoCecredCarteira1Tests.cs:45",
        ),
        pytest.param(
            DadosCalculo(convenio="101104", conta="231560", conta_dv="2", nosso_numero="02315602000075743"),
            "02315602000075743",
            id="the same number given in full",
        ),
        pytest.param(
            DadosCalculo(convenio="909014", conta="1234567", conta_dv="9", nosso_numero="3646"),
            "12345679000003646",
            id="Brunomm/br_boleto cecred_test.rb:56",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0719", conta="1111111", convenio="0", nosso_numero="1"),
            "0719-6 / 1111111-9",
            id="kivanio/brcobranca ailos_spec.rb:135",
        ),
        pytest.param(
            DadosCalculo(agencia="0548", conta="1448", convenio="0", nosso_numero="1"),
            "0548-7 / 0001448-6",
            id="kivanio/brcobranca ailos_spec.rb:138",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("240", "02315602000075743", "02315602000075743", id="manual: conta 8 and 9"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="00001", conta="1111111", convenio="0", nosso_numero="1"),
            "agencia",
            id="an agência of five characters",
        ),
        pytest.param(
            DadosCalculo(agencia="0101", conta="1111111", convenio="0", nosso_numero="1234567890"),
            "nosso_numero",
            id="a number of ten digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
