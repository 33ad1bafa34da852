"""C6 (336): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("336")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", codigo_beneficiario="1", carteira="21", modalidade="3", nosso_numero="113522"),
            "0000000000010000113522213",
            id="BoletoNet/boletonet BancoC6Teste.cs:17",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", codigo_beneficiario="123456789012", carteira="20", nosso_numero="1234567890"),
            "1234567890121234567890204",
            id="Maxwbh/pyCobranca exemplos_boletos.py:269",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", codigo_beneficiario="123456", carteira="10", nosso_numero="42"),
            "0000001234560000000042103",
            id="Maxwbh/brcobranca banco_c6_cenarios_spec.rb:79",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", codigo_beneficiario="123456", carteira="20", nosso_numero="13"),
            "0000000013-P",
            id="Maxwbh/brcobranca banco_c6_spec.rb:114",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", convenio="100", carteira="10", nosso_numero="12345678"),
            "0012345678-9",
            id="Maxwbh/pyCobranca test_banco_c6.py:26",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", codigo_beneficiario="123456", carteira="10", nosso_numero="42"),
            "0001 / 000000123456",
            id="Maxwbh/brcobranca banco_c6_cenarios_spec.rb:79",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "00012345678", "0012345678", id="laravel-boleto: a zero before the number"),
        pytest.param("400", "00000000042P", "0000000042", id="and its digit after it"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(codigo_beneficiario="1", carteira="10", modalidade="5", nosso_numero="1"),
            "modalidade",
            id="a modalidade that is neither",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
