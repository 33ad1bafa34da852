"""Banestes (021): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("021")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="123", conta="1222333", variacao="2", nosso_numero="21487805"),
            "2148780500001222333202107",
            id="BoletoNet/boletonet BancoBanestesTeste.cs:58 (conta with its digit)",
        ),
        pytest.param(
            DadosCalculo(agencia="274", conta="2720129", conta_dv="2", carteira="11", variacao="4", nosso_numero="32"),
            "0000003200027201292402179",
            id="kivanio/brcobranca banestes_spec.rb:130",
        ),
        pytest.param(
            DadosCalculo(
                agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="2", nosso_numero="69240101"
            ),
            "6924010100014542047202193",
            id="kivanio/brcobranca banestes_spec.rb:58",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0274", conta="0009206981", conta_dv="9", carteira="11", variacao="2", nosso_numero="90002720"
            ),
            "9000272000092069819202187",
            id="Maxwbh/pyCobranca exemplos_boletos.py:206",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="123", conta="1222333", variacao="2", nosso_numero="21487805"),
            "21487805-81",
            id="BoletoNet/boletonet BancoBanestesTeste.cs:50",
        ),
        pytest.param(
            DadosCalculo(agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="2", nosso_numero="281"),
            "00000281-00",
            id="kivanio/brcobranca banestes_spec.rb:85",
        ),
        pytest.param(
            DadosCalculo(agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="2", nosso_numero="23"),
            "00000023-05",
            id="kivanio/brcobranca banestes_spec.rb:89",
        ),
        pytest.param(
            DadosCalculo(agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="2", nosso_numero="337"),
            "00000337-90",
            id="kivanio/brcobranca banestes_spec.rb:93",
        ),
        pytest.param(
            DadosCalculo(
                agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="2", nosso_numero="96656701"
            ),
            "96656701-31",
            id="by hand: 96656701: 2 to 9 give 206, rest 8, 3; then 2 to 10 give 296, rest 10, 1",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="2", nosso_numero="1"),
            "274 / 14542047",
            id="kivanio/brcobranca banestes_spec.rb:147",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "6924010164", "69240101", id="8 and two digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="274", conta="1454204", conta_dv="7", carteira="11", variacao="", nosso_numero="1"),
            "variacao",
            id="no tipo de cobrança",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
