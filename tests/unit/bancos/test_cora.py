"""Cora (403): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("403")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", beneficiario_documento="11222333000181", carteira="01", nosso_numero="567"),
            "0000011222333000000056701",
            id="ACBr, ACBrBancoCora.pas: parts in their order",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                beneficiario_documento="11222333000181",
                carteira="01",
                nosso_numero="112223330000000567",
            ),
            "0000011222333000000056701",
            id="given in full",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", beneficiario_documento="11222333000181", carteira="01", nosso_numero="567"),
            "112223330000000567",
            id="ACBr",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "112223330000000567", "112223330000000567", id="eighteen digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", beneficiario_documento="12345678912", carteira="01", nosso_numero="1"),
            "beneficiario_documento",
            id="a CPF",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", beneficiario_documento="12ABC34501DE35", carteira="01", nosso_numero="1"),
            "beneficiario_documento",
            id="a CNPJ with letters",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
