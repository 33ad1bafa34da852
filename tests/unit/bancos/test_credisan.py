"""Credisan (089): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("089")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                carteira="1",
                agencia="0001",
                agencia_dv="9",
                modalidade="01",
                conta="12345",
                conta_dv="6",
                nosso_numero="12345",
            ),
            "1000101001234500012345001",
            id="ACBr, ACBrBancoCredisan.pas: parts in their order",
        ),
        pytest.param(
            DadosCalculo(
                carteira="1",
                agencia="0001",
                agencia_dv="9",
                modalidade="01",
                conta="12345",
                conta_dv="6",
                nosso_numero="12345",
                parcela="2",
            ),
            "1000101001234500012345002",
            id="with a parcela",
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
                carteira="1",
                agencia="0001",
                agencia_dv="9",
                modalidade="01",
                conta="12345",
                conta_dv="6",
                nosso_numero="12345",
            ),
            "01 / 0012345-5",
            id="by hand: 50, rest 6, 5",
        ),
        pytest.param(
            DadosCalculo(
                carteira="1",
                agencia="0001",
                agencia_dv="9",
                modalidade="01",
                conta="12345",
                conta_dv="6",
                nosso_numero="6",
            ),
            "01 / 0000006-X",
            id="by hand: 6: 12, rest 1, X",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(
                carteira="1",
                agencia="0001",
                agencia_dv="9",
                modalidade="01",
                conta="12345",
                conta_dv="6",
                nosso_numero="1",
            ),
            "0001-9/12345-6",
            id="ACBr",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "0000006X", "0000006", id="seven and X"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(
                carteira="1",
                agencia="0001",
                agencia_dv="9",
                modalidade="",
                conta="12345",
                conta_dv="6",
                nosso_numero="1",
            ),
            "modalidade",
            id="no modalidade",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
