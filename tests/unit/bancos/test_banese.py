"""Banese (047): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("047")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="12", conta="1234", conta_dv="5", nosso_numero="12345"),
            "1200001234500012345904788",
            id="by hand: 012 00012345: 57, rest 2, 9; ASBACE 52, 8 and 256, rest 3, 8",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="12", conta="1234", conta_dv="5", nosso_numero="12345"),
            "00012345-9",
            id="by hand: 57, rest 2",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="12", conta="1234", conta_dv="5", nosso_numero="1"), "12/000012345", id="ACBr"
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "000123459", "00012345", id="eight and a digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="012", conta="1234", conta_dv="5", nosso_numero="1"),
            "agencia",
            id="an agência of three digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
