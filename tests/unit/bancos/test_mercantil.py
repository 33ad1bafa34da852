"""Mercantil do Brasil (389): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("389")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0123", modalidade="22", carteira="06", codigo_beneficiario="012345678", nosso_numero="12345"
            ),
            "0123220601234570123456782",
            id="by hand: 0123 22 06 012345: 136, rest 4, 7",
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
                agencia="0123", modalidade="22", carteira="06", codigo_beneficiario="012345678", nosso_numero="12345"
            ),
            "2206012345-7",
            id="by hand: 136, rest 4",
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
                agencia="0123", modalidade="22", carteira="06", codigo_beneficiario="012345678", nosso_numero="1"
            ),
            "0123/012345678",
            id="ACBr",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "22060123457", "2206012345", id="ten and a digit"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0123", modalidade="22", carteira="06", codigo_beneficiario="12345678", nosso_numero="1"
            ),
            "codigo_beneficiario",
            id="a contrato of eight digits",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0123", modalidade="", carteira="06", codigo_beneficiario="012345678", nosso_numero="1"
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
