"""BRB (070): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("070")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="082", conta="0000528", nosso_numero="1"),
            "0000820000528200000107013",
            id="kivanio/brcobranca banco_brasilia_spec.rb:50",
        ),
        pytest.param(
            DadosCalculo(agencia="240", conta="44990", carteira="1", incremento="2", nosso_numero="1"),
            "0022400044990100000107070",
            id="kivanio/brcobranca banco_brasilia_spec.rb:64",
        ),
        pytest.param(
            DadosCalculo(agencia="082", conta="0000528", carteira="2", incremento="100", nosso_numero="403"),
            "1000820000528200040307035",
            id="Maxwbh/pyCobranca exemplos_boletos.py:180",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="082", conta="0000528", nosso_numero="1"),
            "200000107013",
            id="kivanio/brcobranca banco_brasilia_spec.rb:60",
        ),
        pytest.param(
            DadosCalculo(agencia="082", conta="0000528", incremento="100", nosso_numero="403"),
            "200040307035",
            id="Maxwbh/pyCobranca exemplos_boletos.py:180",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="030", conta="654321", nosso_numero="1"),
            "000 - 030 - 0654321",
            id="kivanio/brcobranca banco_brasilia_spec.rb:139",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "107851907015", "1078519070", id="brcobranca CNAB400BANCOBRASILIA.RET"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0080", conta="528", nosso_numero="1"), "agencia", id="an agência of four digits"
        ),
        pytest.param(
            DadosCalculo(agencia="082", conta="528", nosso_numero="1", incremento="12345678"),
            "incremento",
            id="an incremento of eight",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
