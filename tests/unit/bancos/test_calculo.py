"""Boletos that bank manuals print or other projects assert, typed here as facts."""

from datetime import date
from typing import NamedTuple

import pytest

from finbank_desktop.bancos import calculo, registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import DadosCalculo


class Fato(NamedTuple):
    fonte: str
    banco: str
    dados: DadosCalculo
    codigo_barras: str
    nosso_numero: str
    """As printed; empty where the source does not assert it."""


def _d(valor: int, vencimento: date, **dados: str) -> DadosCalculo:
    return DadosCalculo(valor=valor, vencimento=vencimento, **dados)  # type: ignore[arg-type]  # all texts


FATOS = (
    Fato(
        "kivanio/brcobranca banco_brasil_spec.rb:94",
        "001",
        _d(
            13500,
            date(2008, 2, 3),
            agencia="4042",
            conta="61900",
            convenio="1238798",
            nosso_numero="7777700168",
            carteira="18",
        ),
        "00193377100000135000000001238798777770016818",
        "12387987777700168",
    ),
    Fato(
        "kivanio/brcobranca banco_brasil_spec.rb:79 (convênio of 8)",
        "001",
        _d(
            13500,
            date(2008, 2, 2),
            agencia="4042",
            conta="61900",
            convenio="12387989",
            nosso_numero="7700168",
            carteira="18",
        ),
        "00193377000000135000000001238798900770016818",
        "12387989007700168",
    ),
    Fato(
        "kivanio/brcobranca banco_brasil_spec.rb (convênio of 6)",
        "001",
        _d(
            13500,
            date(2008, 2, 1),
            agencia="4042",
            conta="61900",
            convenio="123879",
            nosso_numero="1234",
            carteira="18",
        ),
        "00192376900000135001238790123440420006190018",
        "",
    ),
    Fato(
        "Brunomm/br_boleto banco_brasil_test.rb:167 (convênio of 4)",
        "001",
        _d(
            9301578,
            date(2020, 2, 17),
            agencia="3069",
            conta="89755",
            conta_dv="8",
            convenio="1234",
            nosso_numero="10010",
            carteira="12",
        ),
        "00193816800093015781234001001030690008975512",
        "",
    ),
    Fato(
        "BoletoNetCore BancoBrasilCarteira11_019 (number given with the convênio)",
        "001",
        _d(
            80000,
            date(2019, 2, 28),
            agencia="1234",
            conta="12345",
            convenio="1234567",
            nosso_numero="12345670000000001",
            carteira="11",
        ),
        "00191781400000800000000001234567000000000111",
        "12345670000000001",
    ),
    Fato(
        "BoletoNetCore BancoCaixaCarteiraSig14Tests.cs:46",
        "104",
        _d(50000, date(2017, 1, 5), agencia="1234", codigo_beneficiario="123456", nosso_numero="6", carteira="SIG14"),
        "10491703000000500001234560000100040000000064",
        "14000000000000006-5",
    ),
    Fato(
        "Maxwbh/pyCobranca (fator restarted)",
        "104",
        _d(12750, date(2026, 8, 15), agencia="1234", codigo_beneficiario="123456", nosso_numero="123", carteira="14"),
        "10491153900000127501234560000100040000001230",
        "14000000000000123-1",
    ),
    Fato(
        "eduardocereto/pyboleto test_banco_caixa.py (SICOB)",
        "104",
        _d(295295, date(2012, 7, 8), agencia="1565", conta="87000000414", nosso_numero="8019525086", carteira="SR"),
        "10491538800002952958019525086156587000000414",
        "8019525086-7",
    ),
    Fato(
        "BoletoNetCore BancoBradescoCarteira09 (digit P)",
        "237",
        _d(14150, date(2016, 9, 1), agencia="1234", conta="123456", nosso_numero="453", carteira="09"),
        "23791690400000141501234090000000045301234560",
        "09/00000000453-P",
    ),
    Fato(
        "Brunomm/br_boleto bradesco_test.rb:128",
        "237",
        _d(40850, date(2016, 9, 1), agencia="3069", conta="89755", nosso_numero="15679", carteira="06"),
        "23797690400000408503069060000001567900897550",
        "",
    ),
    Fato(
        "Trust-Code/python-boleto test_banco_bradesco.py",
        "237",
        _d(828000, date(2011, 2, 5), agencia="278", conta="039232", nosso_numero="2125525", carteira="06"),
        "23794486900008280000278060000212552500392320",
        "06/00002125525-6",
    ),
    Fato(
        "kivanio/brcobranca itau_spec.rb:74",
        "341",
        _d(0, date(2009, 8, 14), agencia="0810", conta="53678", nosso_numero="12345678", carteira="175"),
        "34191432900000000001751234567840810536789000",
        "175/12345678-4",
    ),
    Fato(
        "kivanio/brcobranca itau_spec.rb:130 (seu número in the barcode)",
        "341",
        _d(
            13500,
            date(2004, 9, 5),
            agencia="0810",
            conta="53678",
            codigo_beneficiario="1234",
            nosso_numero="258281",
            seu_numero="123456",
            carteira="196",
        ),
        "34192252500000135001960025828101234560123440",
        "",
    ),
    Fato(
        "BoletoNetCore BancoItauCarteira109Tests.cs:42",
        "341",
        _d(
            60000, date(2017, 6, 19), agencia="1234", conta="56789", conta_dv="0", nosso_numero="223350", carteira="109"
        ),
        "34191719500000600001090022335021234567890000",
        "109/00223350-2",
    ),
    Fato(
        "BoletoNetCore BancoSicoobCarteira1_01 (código and digit apart)",
        "756",
        _d(
            401124,
            date(2016, 12, 28),
            agencia="4277",
            codigo_beneficiario="17227",
            codigo_beneficiario_dv="8",
            nosso_numero="12349",
        ),
        "75697702200004011241427701017227800123492001",
        "0012349-2",
    ),
    Fato(
        "Brunomm/br_boleto sicoob_test.rb:140",
        "756",
        _d(
            40850,
            date(2016, 9, 1),
            agencia="3069",
            codigo_beneficiario="82819",
            codigo_beneficiario_dv="0",
            nosso_numero="15679",
            modalidade="01",
        ),
        "75694690400000408501306901082819000156790001",
        "0015679-0",
    ),
    Fato(
        "Maxwbh/pyCobranca (código with its digit)",
        "756",
        _d(12750, date(2026, 8, 15), agencia="3007", codigo_beneficiario="229385", nosso_numero="246"),
        "75696153900000127501300701022938500002463001",
        "0000246-3",
    ),
)


@pytest.mark.parametrize("fato", FATOS, ids=lambda fato: f"{fato.banco} {fato.fonte}")
def test_boleto_is_as_others_assert_it(fato: Fato) -> None:
    resultado = calculo.calculate(fato.banco, fato.dados)
    assert resultado.codigo_barras == fato.codigo_barras
    assert fato.nosso_numero in ("", resultado.calculo.nosso_numero_impresso)


def test_banco_do_brasil_free_number_of_17_digits_ends_with_21() -> None:
    # openboleto BancoDoBrasilTest.php, carteira 21 being that library's mark for it
    dados = DadosCalculo(
        agencia="1545", conta="10403005", convenio="123456", carteira="18", nosso_numero="12345678901234567"
    )
    assert calculo.calculate("001", dados).calculo.campo_livre == "1234561234567890123456721"


def test_caixa_code_of_seven_digits_leaves_its_check_digit_out_of_the_barcode() -> None:
    dados = DadosCalculo(agencia="1234", codigo_beneficiario="1100123", carteira="RG", nosso_numero="6")
    livre = calculo.calculate("104", dados).calculo.campo_livre
    assert livre[:24] == "110012300010004000000006"


def test_itau_escritural_reckons_its_dac_without_the_account() -> None:
    # Brunomm/br_boleto itau_test.rb: carteira 126 and number 111 are reckoned over 12600000111
    dados = DadosCalculo(agencia="4697", conta="89755", carteira="126", nosso_numero="111")
    other = DadosCalculo(agencia="1111", conta="22222", carteira="126", nosso_numero="111")
    dac = calculo.calculate("341", dados).calculo.nosso_numero_dv
    assert dac == calculo.calculate("341", other).calculo.nosso_numero_dv
    assert dac == "8"  # by hand, from the right: 2 + 1 + 2 + 5 zeros + (12 is 1 + 2) + 2 + 2 = 12, 8 to the next ten


def test_given_account_digit_is_used_as_given() -> None:
    dados = DadosCalculo(agencia="0293", conta="01328", conta_dv="1", carteira="109", nosso_numero="157")
    assert calculo.calculate("341", dados).calculo.agencia_codigo_beneficiario == "0293 / 01328-1"


@pytest.mark.parametrize(
    ("banco", "dados", "field"),
    [
        ("001", DadosCalculo(agencia="1", conta="1", carteira="17", nosso_numero="1"), "convenio"),
        ("001", DadosCalculo(agencia="1", conta="1", carteira="17", nosso_numero="1", convenio="12345"), "convenio"),
        (
            "001",
            DadosCalculo(agencia="1", conta="1", carteira="17", nosso_numero="123456", convenio="123456"),
            "nosso_numero",
        ),
        ("001", DadosCalculo(conta="1", carteira="17", nosso_numero="1", convenio="1234567"), "agencia"),
        ("104", DadosCalculo(agencia="1", codigo_beneficiario="123456", nosso_numero="1", carteira="9"), "carteira"),
        ("104", DadosCalculo(agencia="1", carteira="RG", nosso_numero="1"), "codigo_beneficiario"),
        ("237", DadosCalculo(agencia="1", conta="12345678", carteira="9", nosso_numero="1"), "conta"),
        ("237", DadosCalculo(agencia="1", conta="1", carteira="9", nosso_numero="12A"), "nosso_numero"),
        ("341", DadosCalculo(agencia="1", conta="1", carteira="109", nosso_numero="123456789"), "nosso_numero"),
        (
            "341",
            DadosCalculo(agencia="1", conta="1", carteira="107", nosso_numero="1", seu_numero="1"),
            "codigo_beneficiario",
        ),
        ("756", DadosCalculo(agencia="1", nosso_numero="1"), "codigo_beneficiario"),
        ("756", DadosCalculo(agencia="12345", codigo_beneficiario="1", nosso_numero="1"), "agencia"),
    ],
)
def test_what_is_missing_or_too_long_is_refused_by_name(banco: str, dados: DadosCalculo, field: str) -> None:
    with pytest.raises(BancoError) as refused:
        calculo.calculate(banco, dados)
    assert refused.value.field == field


def test_amount_and_due_date_out_of_reach_are_refused() -> None:
    dados = {"agencia": "1", "conta": "1", "carteira": "109", "nosso_numero": "1"}
    with pytest.raises(BancoError) as refused:
        calculo.calculate("341", _d(10_000_000_000, date(2026, 1, 1), **dados))
    assert refused.value.field == "valor"
    with pytest.raises(BancoError) as refused:
        calculo.calculate("341", _d(1, date(1990, 1, 1), **dados))
    assert refused.value.field == "vencimento"


def test_unknown_bank_is_refused_in_words() -> None:
    with pytest.raises(registry.UnknownBancoError, match="999 não é conhecido"):
        calculo.calculate("999", DadosCalculo())
