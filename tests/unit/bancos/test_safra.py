"""Safra (422): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("422")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0040", agencia_dv="0", conta="27824", conta_dv="7", nosso_numero="26173001"),
            "7004000002782472617300112",
            id="kivanio/brcobranca safra_spec.rb:74",
        ),
        pytest.param(
            DadosCalculo(agencia="1234", agencia_dv="5", conta="123456", conta_dv="7", nosso_numero="414"),
            "7123450012345670000041462",
            id="BoletoNet/BoletoNetCore BancoSafraCarteira1Tests.cs:38",
        ),
        pytest.param(
            DadosCalculo(agencia="0811", agencia_dv="1", conta="53678", conta_dv="8", nosso_numero="12345678"),
            "7081110005367881234567892",
            id="Maxwbh/pyCobranca exemplos_boletos.py:255",
        ),
        pytest.param(
            DadosCalculo(agencia="00400", conta="27824", conta_dv="7", nosso_numero="261730011"),
            "7004000002782472617300112",
            id="ACBr: agência and number with their digits",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="1234", agencia_dv="5", conta="123456", conta_dv="7", nosso_numero="443"),
            "00000443-0",
            id="BoletoNet/BoletoNetCore BancoSafraCarteira1Tests.cs:42 (rest 1 gives 0)",
        ),
        pytest.param(
            DadosCalculo(agencia="4042", agencia_dv="8", conta="61900", conta_dv="7", nosso_numero="93199999"),
            "93199999-5",
            id="kivanio/brcobranca safra_spec.rb:107",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0719", agencia_dv="8", conta="61900", conta_dv="7", nosso_numero="1"),
            "07198 / 000619007",
            id="kivanio/brcobranca safra_spec.rb:120",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "261730011", "26173001", id="manual: 8 and a digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0040", agencia_dv="0", conta="27824", conta_dv="7", nosso_numero="261730019"),
            "nosso_numero",
            id="a digit that is not the number's",
        ),
        pytest.param(
            DadosCalculo(agencia="0040", conta="27824", conta_dv="7", nosso_numero="1"),
            "agencia_dv",
            id="no digit of the agência",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
