"""Inter (077): values that others assert or that are worked out by hand, typed as facts."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("077")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0001",
                agencia_dv="9",
                conta="12345606",
                conta_dv="0",
                carteira="110",
                codigo_transmissao="1234567",
                nosso_numero="458",
            ),
            "0001110123456700000004586",
            id="BoletoNet/BoletoNetCore BancoInterCarteira110Tests.cs:67",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                agencia_dv="9",
                conta="12345606",
                conta_dv="0",
                carteira="110",
                codigo_transmissao="1234567",
                nosso_numero="451",
            ),
            "0001110123456700000004511",
            id="BoletoNet/BoletoNetCore BancoInterCarteira110Tests.cs:68",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                agencia_dv="9",
                conta="12345606",
                conta_dv="0",
                carteira="110",
                codigo_transmissao="1234567",
                nosso_numero="453",
            ),
            "0001110123456700000004537",
            id="BoletoNet/BoletoNetCore BancoInterCarteira110Tests.cs:70",
        ),
        pytest.param(
            DadosCalculo(carteira="112", operacao="1234567", nosso_numero="00812345671"),
            "0001112123456700812345671",
            id="laravel-boleto Inter.php: carteira 112, the number as the bank gave it",
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
                agencia="0001",
                agencia_dv="9",
                conta="12345606",
                conta_dv="0",
                carteira="110",
                codigo_transmissao="1234567",
                nosso_numero="4309542",
            ),
            "00019/110/0004309542-7",
            id="BoletoNet/BoletoNetCore BancoInterCarteira110Tests.cs:44",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0001",
                agencia_dv="9",
                conta="12345606",
                conta_dv="0",
                carteira="110",
                codigo_transmissao="1234567",
                nosso_numero="4309543",
            ),
            "00019/110/0004309543-5",
            id="BoletoNet/BoletoNetCore BancoInterCarteira110Tests.cs:45",
        ),
        pytest.param(
            DadosCalculo(carteira="110", operacao="1234567", nosso_numero="1"),
            "00019/110/0000000001-4",
            id="agência 0001-9 is the only one",
        ),
    ],
)
def test_printed_nosso_numero(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).nosso_numero_impresso == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "30061000215", "3006100021", id="BoletoNetCore arquivoTeste1"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(carteira="112", operacao="1234567", nosso_numero="1"),
            "nosso_numero",
            id="a number of our own in carteira 112",
        ),
        pytest.param(DadosCalculo(carteira="110", nosso_numero="1"), "operacao", id="no operação"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
