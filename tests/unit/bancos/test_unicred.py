"""Unicred (136): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("136")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="1234", conta="12345", conta_dv="7", carteira="21", nosso_numero="13871"),
            "1234000012345700000138711",
            id="kivanio/brcobranca unicred_spec.rb:71",
        ),
        pytest.param(
            DadosCalculo(agencia="78", conta="668", carteira="09", nosso_numero="3646"),
            "0078000000668800000036463",
            id="Brunomm/br_boleto unicred_test.rb:91 and its own number",
        ),
        pytest.param(
            DadosCalculo(agencia="3302", conta="225", conta_dv="9", nosso_numero="13951"),
            "3302000000225900000139513",
            id="openboleto: 13951, with the conta and its digit apart",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(DadosCalculo(agencia="3302", conta="2259", nosso_numero="13951"), "0000013951-3", id="openboleto"),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="1234", conta="12345", conta_dv="7", carteira="21", nosso_numero="168"),
            "1234 / 000012345-7",
            id="kivanio/brcobranca unicred_spec.rb:97",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "00000000000138711", "0000013871", id="manual CNAB 400, 46-62"),
        pytest.param("240", "00000138711", "0000013871", id="number and digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="1234", conta="12345", conta_dv="7", carteira="21", nosso_numero="12345678901"),
            "nosso_numero",
            id="a number of eleven digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
