"""Banco da Amazônia (003): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("003")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="007", agencia_dv="6", convenio="1234", nosso_numero="1234567890123456", carteira="CNR"
            ),
            "0076123412345678901234568",
            id="ACBr, ACBrBancoAmazonia.pas: parts in their order",
        ),
        pytest.param(
            DadosCalculo(agencia="7", agencia_dv="6", convenio="34", nosso_numero="1"),
            "0076003400000000000000018",
            id="a short number is filled on its left",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="007", agencia_dv="6", convenio="1234", nosso_numero="1"),
            "0000000000000001",
            id="boletonet prints no digit",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("240", "1234567890123456", "1234567890123456", id="sixteen digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="007", agencia_dv="6", convenio="1234", nosso_numero="1", carteira="001"),
            "carteira",
            id="carteira 001",
        ),
        pytest.param(
            DadosCalculo(agencia="007", convenio="1234", nosso_numero="1"), "agencia_dv", id="no digit of the agência"
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
