"""Real and Sudameris, closed (356): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("356")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0531", conta="5705853", carteira="06", nosso_numero="124"),
            "0531570585380000000000124",
            id="eduardocereto/pyboleto test_banco_real.py (124)",
        ),
        pytest.param(
            DadosCalculo(agencia="0531", conta="5705853", carteira="06", nosso_numero="125"),
            "0531570585370000000000125",
            id="eduardocereto/pyboleto test_banco_real.py (125)",
        ),
        pytest.param(
            DadosCalculo(agencia="0123", conta="45678", nosso_numero="12345"),
            "0123004567810000000012345",
            id="by hand: 0000000012345 0123 0045678: 59, 1",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0531", conta="5705853", carteira="06", nosso_numero="124"),
            "0531/5705853/8",
            id="eduardocereto/pyboleto test_banco_real.py",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "0000000000124", "0000000000124", id="thirteen digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0531", conta="12345678", carteira="06", nosso_numero="1"),
            "conta",
            id="a conta of eight digits",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
