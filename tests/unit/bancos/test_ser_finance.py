"""Ser Finance (530): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("530")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="0079502", carteira="110", nosso_numero="1234567890"),
            "0001110123456789000795020",
            id="by hand: 0001 110 1234567890 gives 9, as its test prints",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="0079502", carteira="110", nosso_numero="1234567890"),
            "110/1234567890-9",
            id="BoletoNet/boletonet BancoSerFinanceTeste.cs:39",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="1", carteira="121", nosso_numero="2000001"),
            "121/0002000001-7",
            id="BoletoNet/boletonet BancoSerFinanceTeste.cs, SerFinance_LerRetorno",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="1", carteira="121", nosso_numero="2000002"),
            "121/0002000002-5",
            id="BoletoNet/boletonet SerFinance_LerRetorno, second title",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("240", "00000012100020000017", "0002000001", id="BoletoNet/boletonet SerFinance_LerRetorno"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="1", carteira="112", nosso_numero="1"), "carteira", id="another carteira"
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
