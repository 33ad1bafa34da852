"""Banks that make their boletos as Bradesco does: values that others assert or that are worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from finbank_desktop.bancos import calculo, registry
from finbank_desktop.domain.boletos import DadosCalculo

SISPRIME = DadosCalculo(agencia="0012", agencia_dv="4", conta="47744", conta_dv="3", carteira="09")
BTG = DadosCalculo(agencia="0050", conta="388685", carteira="01", nosso_numero="6380", codigo_beneficiario="0000000")


@pytest.mark.parametrize(
    ("banco", "dados", "campo_livre", "impresso"),
    [
        pytest.param(
            "084",
            replace(SISPRIME, nosso_numero="10012"),
            "0012090000001001200477440",
            "09/00000010012-1",
            id="BoletoNet/BoletoNetCore BancoUniprimeNortePRCarteira09Tests.cs:44",
        ),
        pytest.param(
            "084",
            replace(SISPRIME, nosso_numero="10027"),
            "0012090000001002700477440",
            "09/00000010027-P",
            id="BoletoNet/BoletoNetCore BancoUniprimeNortePRCarteira09Tests.cs:54",
        ),
        pytest.param(
            "084",
            DadosCalculo(agencia="0001", conta="0079502", carteira="09", nosso_numero="1"),
            "0001090000000000100795020",
            "09/00000000001-1",
            id="BoletoNet/boletonet BancoUniprimeTeste.cs: number and digit of Uniprime_LerRetorno",
        ),
        pytest.param(
            "208",
            BTG,
            "0050010000000638003886850",
            "001/00000006380-4",
            id="BTG, Mascara boleto: linha 20890.05009 10000.000637 80038.868503",
        ),
        pytest.param(
            "712",
            DadosCalculo(agencia="0001", conta="9999999", carteira="19", nosso_numero="2"),
            "0001190000000000299999990",
            "19/00000000002-8",
            id="eduardokum/laravel-boleto cnab400/ourinvest.ret: number 2 and its digit",
        ),
        pytest.param(
            "133",
            DadosCalculo(agencia="1234", conta="1234567", carteira="09", nosso_numero="12345"),
            "1234090000001234512345670",
            "09/00000012345-8",
            id="by hand: 113, rest 3, 8",
        ),
        pytest.param(
            "274",
            DadosCalculo(agencia="0001", conta="1234567", carteira="01", nosso_numero="25000000001"),
            "0001012500000000112345670",
            "01/25000000001-9",
            id="by hand: 46, rest 2, 9",
        ),
    ],
)
def test_boletos(banco: str, dados: DadosCalculo, campo_livre: str, impresso: str) -> None:
    feito = registry.find(banco).calculate(dados)
    assert (feito.campo_livre, feito.nosso_numero_impresso) == (campo_livre, impresso)


@pytest.mark.parametrize("banco", ["099", "107", "329", "457"])
def test_banks_that_acbr_makes_follow_bradesco(banco: str) -> None:
    # by hand: 09 00000000123 gives 79, rest 2, 9
    dados = DadosCalculo(agencia="1234", conta="1234567", carteira="09", nosso_numero="123")
    feito = registry.find(banco).calculate(dados)
    assert (feito.campo_livre, feito.nosso_numero_impresso) == ("1234090000000012312345670", "09/00000000123-9")


def test_digits_of_agencia_and_conta_are_never_guessed() -> None:
    sem = DadosCalculo(agencia="12", conta="47744", carteira="09", nosso_numero="1")
    assert registry.find("084").calculate(sem).agencia_codigo_beneficiario == "0012 / 0047744"
    com = replace(sem, agencia_dv="4", conta_dv="3")
    assert registry.find("084").calculate(com).agencia_codigo_beneficiario == "0012-4 / 0047744-3"
    assert registry.find("208").calculate(BTG).agencia_codigo_beneficiario == "0050/0000000"


def test_a_correspondent_issues_under_its_own_code() -> None:
    dados = DadosCalculo(
        agencia="1172",
        conta="0403005",
        carteira="06",
        nosso_numero="75896452",
        valor=295295,
        vencimento=date(2009, 4, 30),
    )
    # kivanio/brcobranca bradesco_spec.rb:70 is this boleto at Bradesco itself
    feito = calculo.calculate("107", dados)
    assert feito.codigo_barras == "23795422300002952951172060007589645204030050"
    assert calculo.calculate("237", dados).codigo_barras == feito.codigo_barras


@pytest.mark.parametrize(
    ("raw", "chave"),
    [
        ("000000000011", "00000000001"),  # boletonet Uniprime_LerRetorno
        ("00000000002P", "00000000002"),  # likewise
        ("00000000000000000268", "00000000026"),  # laravel-boleto btg.ret; 8 is the digit of 26 in carteira 01
        ("000000000028", "00000000002"),  # laravel-boleto ourinvest.ret
        ("0000000002", ""),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(raw: str, chave: str) -> None:
    assert registry.find("208").nosso_numero_chave(raw, "240") == chave
