"""Citibank (745): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("745")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0093", portfolio="621", codigo_beneficiario="0305080446", nosso_numero="2"),
            "3621305080446000000000027",
            id="kivanio/brcobranca citibank_spec.rb:123",
        ),
        pytest.param(
            DadosCalculo(agencia="0121", portfolio="611", codigo_beneficiario="0264424020", nosso_numero="159"),
            "3611264424020000000001597",
            id="kivanio/brcobranca citibank_spec.rb:137",
        ),
        pytest.param(
            DadosCalculo(agencia="0123", portfolio="172", codigo_beneficiario="0006247107", nosso_numero="01099994022"),
            "3172006247107010999940225",
            id="Maxwbh/pyCobranca exemplos_boletos.py:220",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0123", portfolio="172", codigo_beneficiario="0006247107", nosso_numero="01099994022"),
            "01099994022.5",
            id="Maxwbh/pyCobranca exemplos_boletos.py:220",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="1825", portfolio="650", codigo_beneficiario="123456", nosso_numero="1"),
            "1825 / 0000123456",
            id="kivanio/brcobranca citibank_spec.rb:105",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "010999940225", "01099994022", id="manual 1.16: 11 and a digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0093", portfolio="1454", codigo_beneficiario="0305080446", nosso_numero="2"),
            "portfolio",
            id="a portfólio of four digits",
        ),
        pytest.param(
            DadosCalculo(agencia="0093", portfolio="621", codigo_beneficiario="12345678901", nosso_numero="2"),
            "codigo_beneficiario",
            id="a código of eleven",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
