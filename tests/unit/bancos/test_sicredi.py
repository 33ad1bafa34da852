"""Sicredi (748): values that others assert or that are worked out by hand, typed as facts."""

from datetime import date

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo

BANCO = registry.find("748")


@pytest.mark.parametrize(
    ("dados", "campo_livre"),
    [
        pytest.param(
            DadosCalculo(agencia="0165", posto="02", codigo_beneficiario="00623", nosso_numero="07200003"),
            "1107200003101650200623108",
            id="Sicredi, manual CNAB 240, 7.3.2: 223, rest 3, 8",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="8879",
            ),
            "1116208879307106500129101",
            id="kivanio/brcobranca sicredi_spec.rb:76",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="8899",
            ),
            "1116208899807106500129103",
            id="kivanio/brcobranca sicredi_spec.rb:103",
        ),
        pytest.param(
            DadosCalculo(
                agencia="3069",
                posto="66",
                byte="2",
                carteira="1",
                codigo_beneficiario="82819",
                nosso_numero="10010",
                data_documento=date(2016, 2, 17),
            ),
            "1116210010030696682819108",
            id="Brunomm/br_boleto sicredi_test.rb:120",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0165",
                posto="05",
                byte="2",
                carteira="3",
                codigo_beneficiario="00623",
                nosso_numero="12345",
                data_documento=date(2026, 7, 23),
            ),
            "3126212345301650500623105",
            id="Maxwbh/pyCobranca exemplos_boletos.py:139",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0156",
                posto="05",
                carteira="1",
                codigo_beneficiario="85305",
                ano_nosso_numero="19",
                nosso_numero="200007",
            ),
            "1119200007201560585305100",
            id="BoletoNet/BoletoNetCore BancoSicrediCarteira1Tests.cs:56 (with the byte)",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0156",
                posto="05",
                carteira="1",
                codigo_beneficiario="85305",
                ano_nosso_numero="",
                nosso_numero="19200007",
            ),
            "1119200007201560585305100",
            id="BoletoNet/BoletoNetCore BancoSicrediCarteira1Tests.cs:59 (whole)",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="8879",
                valor=0,
            ),
            "1116208879307106500129004",
            id="manual: 0 without an amount; then 414, rest 7, 4",
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
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="8879",
            ),
            "16/208879-3",
            id="kivanio/brcobranca sicredi_spec.rb:134",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0156",
                posto="05",
                carteira="1",
                codigo_beneficiario="85305",
                ano_nosso_numero="19",
                nosso_numero="10",
            ),
            "19/200010-2",
            id="BoletoNet/BoletoNetCore BancoSicrediCarteira1Tests.cs:45",
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
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="8879",
            ),
            "0710.65.00129",
            id="kivanio/brcobranca sicredi_spec.rb:152",
        ),
    ],
)
def test_printed_beneficiario(dados: DadosCalculo, impresso: str) -> None:
    assert BANCO.calculate(dados).agencia_codigo_beneficiario == impresso


@pytest.mark.parametrize(
    ("formato", "raw", "chave"),
    [
        pytest.param("400", "162000001      ", "16200000", id="BoletoNet/boletonet RetornoSicredi.txt"),
        pytest.param("400", " 00000162000015", "16200001", id="laravel-boleto cnab400/sicredi.ret, zeros before it"),
    ],
)
def test_number_of_a_retorno_is_the_one_kept(formato: str, raw: str, chave: str) -> None:
    assert BANCO.nosso_numero_chave(raw, formato) == chave


@pytest.mark.parametrize(
    ("dados", "field"),
    [
        pytest.param(
            DadosCalculo(
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=None,
                nosso_numero="1",
            ),
            "data_documento",
            id="no date to take the year from",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0710",
                posto="65",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="1234567",
            ),
            "nosso_numero",
            id="seven digits",
        ),
        pytest.param(
            DadosCalculo(
                agencia="0710",
                posto="",
                byte="2",
                carteira="1",
                codigo_beneficiario="129",
                data_processamento=date(2016, 8, 22),
                nosso_numero="1",
            ),
            "posto",
            id="no posto",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_name(dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        BANCO.calculate(dados)
    assert refused.value.field == field
