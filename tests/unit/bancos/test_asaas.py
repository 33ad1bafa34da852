"""Asaas (461): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("461")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="1234567", conta_dv="8", nosso_numero="12345"),
            "1110000000000000001234501",
            id="ACBr, ACBrBancoAsaas.pas: parts in their order",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="1234567", conta_dv="8", nosso_numero="12345", carteira="2"),
            "1110000000000000001234502",
            id="a carteira of its own",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="1234567", conta_dv="8", nosso_numero="12345"), "000012345", id="ACBr"
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="1234567", conta_dv="8", nosso_numero="1"), "0001 / 1234567-8", id="ACBr"
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "000012345", "000012345", id="nine digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="1234567", conta_dv="8", nosso_numero="1234567890"),
            "nosso_numero",
            id="a number of ten digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
