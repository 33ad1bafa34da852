"""Banrisul (041): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("041")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="1102", codigo_beneficiario="9000150", codigo_beneficiario_dv="46", nosso_numero="22832563"
            ),
            "2111029000150228325634059",
            id="kivanio/brcobranca banrisul_spec.rb:92",
        ),
        pytest.param(
            DadosCalculo(agencia="0340", codigo_beneficiario="0340123456063", nosso_numero="452"),
            "2103401234560000004524020",
            id="BoletoNet/BoletoNetCore BancoBanrisulCarteira1Tests.cs:46",
        ),
        pytest.param(
            DadosCalculo(agencia="1102", conta="9000150", nosso_numero="22832565"),
            "2111029000150228325654009",
            id="eduardocereto/pyboleto test_banco_banrisul.py",
        ),
        pytest.param(
            DadosCalculo(agencia="1102", codigo_beneficiario="900015046", nosso_numero="22832563"),
            "2111029000150228325634059",
            id="the same with the código as the bank writes it",
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
                agencia="1102", codigo_beneficiario="9000150", codigo_beneficiario_dv="46", nosso_numero="9274"
            ),
            "00009274-22",
            id="kivanio/brcobranca banrisul_spec.rb:73",
        ),
        pytest.param(
            DadosCalculo(
                agencia="1102", codigo_beneficiario="9000150", codigo_beneficiario_dv="46", nosso_numero="9194"
            ),
            "00009194-38",
            id="kivanio/brcobranca banrisul_spec.rb:77",
        ),
        pytest.param(
            DadosCalculo(agencia="0340", codigo_beneficiario="0340123456063", nosso_numero="453"),
            "00000453-14",
            id="BoletoNet/BoletoNetCore BancoBanrisulCarteira1Tests.cs:47",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="1102", codigo_beneficiario="8505610", codigo_beneficiario_dv="99", nosso_numero="1"),
            "1102 / 850561.0.99",
            id="kivanio/brcobranca banrisul_spec.rb:134",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "2283256351", "22832563", id="manual: 8 and two digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="1102", codigo_beneficiario="0340123456063", nosso_numero="1"),
            "codigo_beneficiario",
            id="código of another agência",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
