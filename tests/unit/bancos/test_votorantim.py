"""BV (655): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("655")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="400", carteira="500", convenio="400", nosso_numero="0000003158"),
            "0000000400500000000315800",
            id="BoletoNet/boletonet BancoVotorantimTeste.cs:18",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="78", carteira="500", convenio="78", nosso_numero="0000021226"),
            "0000000078500000002122600",
            id="BoletoNet/boletonet BancoVotorantimTeste.cs:19",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", convenio="78", nosso_numero="0000021226"),
            "0000000078500000002122600",
            id="ACBr: the same without a carteira",
        ),
    ],
)
def test_campo_livre(dados: DadosCalculo, campo_livre: str) -> None:
    assert BANCO.calculate(dados).campo_livre == campo_livre


@pytest.mark.parametrize(
    ("dados", "impresso"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", conta="400", convenio="400", nosso_numero="0000003158"),
            "000000315-8",
            id="BoletoNet/boletonet BancoVotorantimTeste.cs:18",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="400", convenio="400", nosso_numero="123456789"),
            "123456789-7",
            id="BV, Layout de boletos 1.8, item 14",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="400", convenio="400", nosso_numero="1"),
            "000000001-9",
            id="laravel-boleto tests/Retorno/files/cnab400/bv.ret: 0000000019",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="400", convenio="400", nosso_numero="6"),
            "000000006-0",
            id="by hand: 12, rest 1, 0",
        ),
        pytest.param(
            DadosCalculo(agencia="0001", conta="400", convenio="400", nosso_numero="5"),
            "000000005-1",
            id="by hand: 10, rest 10, 1",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "0000003158", "0000003158", id="ten digits"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(agencia="0001", convenio="78", carteira="112", nosso_numero="1"),
            "carteira",
            id="another carteira",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
