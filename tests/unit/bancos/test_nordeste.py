"""Banco do Nordeste (004): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("004")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="21", nosso_numero="0002720"),
            "0016000119320002720021000",
            id="kivanio/brcobranca banco_nordeste_spec.rb:71",
        ),
        pytest.param(
            DadosCalculo(agencia="0259", conta="0008549", conta_dv="3", carteira="21", nosso_numero="1"),
            "0259000854930000001921000",
            id="kivanio/brcobranca banco_nordeste_spec.rb:82",
        ),
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="21", nosso_numero="0000053"),
            "0016000119320000053121000",
            id="Maxwbh/pyCobranca exemplos_boletos.py:193",
        ),
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="04", nosso_numero="53"),
            "0016000119320000053121000",
            id="ACBr: carteira 4 of CNAB 400 is tipo 21",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="21", nosso_numero="0020572"),
            "0020572-9",
            id="kivanio/brcobranca banco_nordeste_spec.rb:133",
        ),
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="21", nosso_numero="1297105"),
            "1297105-7",
            id="kivanio/brcobranca banco_nordeste_spec.rb:137",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="21", nosso_numero="53"),
            "0016/0001193-2",
            id="kivanio/brcobranca banco_nordeste_spec.rb:150",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "09907963", "0990796", id="laravel-boleto cnab400/bnb.ret"),
        pytest.param("400", "0990796", "0990796", id="a field of seven"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="", carteira="21", nosso_numero="1"),
            "conta_dv",
            id="no digit of the conta",
        ),
        pytest.param(
            DadosCalculo(agencia="0016", conta="0001193", conta_dv="2", carteira="112", nosso_numero="1"),
            "carteira",
            id="a carteira of three digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
