"""CrediSIS (097): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("097")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0001",
                conta="0000002",
                beneficiario_documento="12345678912",
                convenio="6641",
                nosso_numero="95",
            ),
            "0000009750001006641000095",
            id="kivanio/brcobranca credisis_spec.rb:119",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                conta="0000002",
                beneficiario_documento="12345678912",
                convenio="100000",
                nosso_numero="95",
            ),
            "0000009750001100000000095",
            id="kivanio/brcobranca credisis_spec.rb:111",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0002",
                conta="632910",
                convenio="9871",
                nosso_numero="137",
                beneficiario_documento="01900928230",
            ),
            "0000009710002009871000137",
            id="CrediSIS, MODELO BOLETO FORMATO PADRÃO: CPF 01900928230",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                conta="0000002",
                beneficiario_documento="11222333000181",
                convenio="527",
                nosso_numero="1",
            ),
            "0000009770001000527000001",
            id="by hand: CNPJ 11222333000181 with weights 2 to 8: 114, rest 4, 7",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                conta="0000002",
                beneficiario_documento="11222333000181",
                codigo_beneficiario_dv="8",
                convenio="527",
                nosso_numero="1",
            ),
            "0000009780001000527000001",
            id="a digit that the bank gave stands before ours",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0719",
                conta="0000002",
                beneficiario_documento="12345678912",
                convenio="100000",
                nosso_numero="95",
            ),
            "0719-6 / 0000002-7",
            id="kivanio/brcobranca credisis_spec.rb:147",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0548", conta="1448", beneficiario_documento="12345678912", convenio="100000", nosso_numero="95"
            ),
            "0548-7 / 0001448-6",
            id="kivanio/brcobranca credisis_spec.rb:150",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "09710002009871000153", "09710002009871000153", id="CrediSIS, REMESSA_CNAB400_MODELO.txt"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="2", convenio="6641", nosso_numero="95"),
            "beneficiario_documento",
            id="no document",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                conta="0000002",
                beneficiario_documento="12ABC34501DE35",
                convenio="6641",
                nosso_numero="95",
            ),
            "beneficiario_documento",
            id="a CNPJ with letters",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
