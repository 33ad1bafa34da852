"""Banco Alfa (025): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("025")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="12345", conta_dv="6", carteira="11", nosso_numero="12345"),
            "0001110000012345501234560",
            id="by hand: carteira 11 counts as 00: 50, rest 6, 5",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="12345", conta_dv="6", carteira="12", nosso_numero="12345"),
            "0001120000012345001234560",
            id="by hand: carteira 12: 66, rest 0, 0",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="12345", conta_dv="6", carteira="21", nosso_numero="6"),
            "0001210000000006001234560",
            id="by hand: 00 and 6: 12, rest 1, 0",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="12345", conta_dv="6", carteira="11", nosso_numero="12345"),
            "0000012345-5",
            id="by hand: 50, rest 6",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="12345", conta_dv="6", carteira="11", nosso_numero="1"),
            "0001/0123456",
            id="ACBr",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "00000123455", "0000012345", id="ten and a digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="1234567", conta_dv="8", carteira="11", nosso_numero="1"),
            "conta",
            id="a conta of eight digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
