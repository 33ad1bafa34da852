"""HSBC, closed (399): values that others assert or that are worked out by hand, typed as facts."""

from datetime import date

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("399")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="1234", conta="0016324", carteira="CNR", nosso_numero="07778899", vencimento=date(2004, 9, 3)
            ),
            "0016324000000777889924742",
            id="kivanio/brcobranca hsbc_spec.rb:78",
        ),
        pytest.param(
            DadosCalculo(
                agencia="1172",
                agencia_dv="0",
                conta="3903036",
                carteira="CNR",
                nosso_numero="100010103120",
                vencimento=date(2009, 5, 25),
            ),
            "3903036010001010312014592",
            id="eduardocereto/pyboleto test_banco_hsbc.py",
        ),
        pytest.param(
            DadosCalculo(agencia="0141", agencia_dv="4", conta="5000252", carteira="CSB", nosso_numero="1716057195"),
            "1716057195001415000252001",
            id="eduardocereto/pyboleto test_banco_hsbc_com_registro.py",
        ),
        pytest.param(
            DadosCalculo(agencia="0141", conta="5000252", carteira="1", nosso_numero="1716057196"),
            "1716057196901415000252001",
            id="eduardocereto/pyboleto test_banco_hsbc_com_registro.py (196)",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(conta="351202", carteira="CNR", nosso_numero="39104766", vencimento=date(2009, 4, 3)),
            "0000039104766346",
            id="kivanio/brcobranca hsbc_spec.rb:109",
        ),
        pytest.param(
            DadosCalculo(conta="1122334", carteira="CNR", nosso_numero="12345678", vencimento=date(2000, 7, 9)),
            "0000012345678942",
            id="kivanio/brcobranca hsbc_spec.rb:95",
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
                agencia="1172",
                agencia_dv="0",
                conta="3903036",
                carteira="CNR",
                nosso_numero="1",
                vencimento=date(2009, 5, 25),
            ),
            "1172-0/3903036",
            id="eduardocereto/pyboleto test_banco_hsbc.py",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "12345000010", "1234500001", id="laravel-boleto cnab400/hsbc.ret"),
        pytest.param("400", "0100010103120947", "0100010103120", id="CNR: 13 and three"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(conta="351202", carteira="CNR", nosso_numero="39104766"),
            "vencimento",
            id="CNR without a due date",
        ),
        pytest.param(DadosCalculo(conta="351202", carteira="9", nosso_numero="1"), "carteira", id="another carteira"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
