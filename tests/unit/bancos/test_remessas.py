"""The codes that a bank's own fields of a remessa carry, as the banks' manuals print them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError, Campos
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa

VENCIMENTO, DIA_SEGUINTE = date(2026, 7, 10), date(2026, 7, 11)
CONVENIOS: dict[tuple[str, str], dict[str, Any]] = {
    ("001", "240"): {"convenio": "1234567", "carteira": "17", "variacao": "019"},
    ("001", "400"): {"convenio": "1234567", "carteira": "17", "variacao": "019"},
    ("104", "240"): {"codigo_beneficiario": "123456", "carteira": "14"},
    ("237", "400"): {"codigo_beneficiario": "4587", "carteira": "09"},
    ("341", "400"): {"carteira": "109"},
    ("756", "240"): {"codigo_beneficiario": "512231", "carteira": "1", "modalidade": "01"},
}
NUMEROS = {"001": "12345670000000017", "104": "14000000000000017", "237": "17", "341": "17", "756": "17"}


def dados_of(place: tuple[str, str], **convenio: Any) -> DadosRemessa:
    banco, formato = place
    fixos: dict[str, Any] = CONVENIOS[place] | convenio
    return DadosRemessa(
        empresa=Empresa(codigo="001", razao_social="Cliente Exemplo Ltda.", documento="11222333000181"),
        conta=Conta(empresa_id=1, codigo="1", descricao="", banco=banco, agencia="1234", conta="12345"),
        convenio=Convenio(empresa_id=1, codigo="1", descricao="", conta_id=1, banco=banco, formato=formato, **fixos),
        sequencia=1,
        geracao=datetime(2026, 6, 15),  # noqa: DTZ001 - bank files know no time zone
        titulos=(),
    )


def campos(place: tuple[str, str], boleto: dict[str, Any] | None = None, **convenio: Any) -> Campos:
    """Return the bank's own fields of a title."""
    banco, formato = place
    given: dict[str, Any] = {"nosso_numero": NUMEROS[banco], "nosso_numero_dv": "0"} | (boleto or {})
    titulo = Boleto(
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=17,
        numero_documento="1",
        nosso_numero_impresso="",
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        emissao=date(2026, 6, 15),
        vencimento=VENCIMENTO,
        valor=10000,
        **given,
    )
    pagador = Pessoa(empresa_id=1, codigo="", nome="", documento="")
    dados = dados_of(place, **convenio)
    return registry.find(banco).remessa_titulo(dados, TituloRemessa(boleto=titulo, pagador=pagador), formato)


def refused(place: tuple[str, str], boleto: dict[str, Any] | None = None, **convenio: Any) -> str:
    """Return the field a title is refused for."""
    with pytest.raises(BancoError) as caught:
        campos(place, boleto, **convenio)
    return caught.value.field


def protesto(dias: int, **changes: Any) -> dict[str, Any]:
    return {"encargos": Encargos(protesto_dias=dias)} | changes


def baixa(dias: int) -> dict[str, Any]:
    return {"encargos": Encargos(baixa_dias=dias)}


BB_240, BB_400, CAIXA, BRADESCO, ITAU, SICOOB = CONVENIOS

COM_TUDO = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=100,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=500,
    desconto_dias=5,
)


# FEBRABAN CNAB 240 v10.9: C018, C021, G073, C026; the three banks' sheets repeat them


@pytest.mark.parametrize("place", [BB_240, CAIXA, SICOOB], ids="-".join)
def test_interest_fine_and_discount_of_cnab_240(place: tuple[str, str]) -> None:
    found = campos(place, {"encargos": COM_TUDO})
    assert (found["juros_codigo"], found["juros_valor_taxa"]) == ("2", 100)
    assert (found["multa_codigo"], found["multa_valor_percentual"]) == ("2", 200)
    assert (found["desconto1_codigo"], found["desconto1_data"]) == ("1", date(2026, 7, 5))
    em_valor = replace(COM_TUDO, juros_tipo=TipoJuros.VALOR_DIA, multa_tipo=TipoMulta.VALOR)
    found = campos(place, {"encargos": replace(em_valor, desconto_tipo=TipoDesconto.PERCENTUAL)})
    assert (found["juros_codigo"], found["multa_codigo"], found["desconto1_codigo"]) == ("1", "1", "2")


@pytest.mark.parametrize(
    ("place", "isento", "data"),
    [
        pytest.param(BB_240, "3", DIA_SEGUINTE, id="BB ago/2017: no carência; fine on the due date or the day after"),
        pytest.param(CAIXA, "3", DIA_SEGUINTE, id="Caixa jun/2018 C018, C019: later than the due date"),
        pytest.param(SICOOB, "0", DIA_SEGUINTE, id="Sicoob ago/2017 27.3P; laravel-boleto 516, 532, 533: day after"),
    ],
)
def test_no_interest_and_the_days_interest_and_fine_run_from(place: tuple[str, str], isento: str, data: date) -> None:
    sem = campos(place)
    assert (sem["juros_codigo"], sem["juros_data"], sem["multa_codigo"], sem["multa_data"]) == (isento, None, "0", None)
    com = campos(place, {"encargos": COM_TUDO})
    assert (com["juros_data"], com["multa_data"]) == (data, data)


# BB, Leiaute CNAB 240, ago/2017


@pytest.mark.parametrize(
    ("carteira", "modalidade", "codigo"),
    [
        ("11", "", "1"),
        ("12", "", "1"),
        ("17", "", "7"),
        ("31", "", "3"),
        ("51", "", "4"),
        ("17", "04DSC", "4"),
        ("17", "02VIN", "2"),
        ("11", "04DSC", "4"),
        ("12", "04DSC", "1"),
    ],
)
def test_bb_240_codes_its_carteiras(carteira: str, modalidade: str, codigo: str) -> None:
    assert campos(BB_240, carteira=carteira, extras={"tipo_cobranca": modalidade})["carteira"] == codigo


def test_bb_refuses_carteiras_and_modalidades_without_a_code() -> None:
    assert refused(BB_240, carteira="18") == "carteira"
    assert refused(BB_240, extras={"tipo_cobranca": "08VDR"}) == "tipo_cobranca"
    assert refused(BB_400, extras={"tipo_cobranca": "08VDR"}) == "tipo_cobranca"


@pytest.mark.parametrize("carteira", ["11", "31", "51"])
def test_bb_400_refuses_carteiras_whose_titles_the_bank_numbers(carteira: str) -> None:
    assert refused(BB_400, carteira=carteira) == "carteira"  # note 06


@pytest.mark.parametrize(("dias", "codigo"), [(3, "2"), (4, "2"), (5, "2"), (6, "1"), (29, "1"), (35, "1"), (40, "1")])
def test_bb_240_protests_in_business_days_up_to_five(dias: int, codigo: str) -> None:
    found = campos(BB_240, protesto(dias))
    assert (found["protesto_codigo"], found["protesto_dias"]) == (codigo, dias)


@pytest.mark.parametrize("dias", [0, 1, 2, 30, 34, 39, 41, 45])
def test_bb_240_refuses_other_terms(dias: int) -> None:
    assert refused(BB_240, protesto(dias)) == "protesto_dias"


# BB, Layout de Arquivo Remessa CNAB400, abr/2012: notes 09 and 34


@pytest.mark.parametrize(
    ("dias", "instrucao", "prazo"),
    [
        (3, "03", "00"),
        (5, "05", "00"),
        (30, "30", "00"),
        (45, "45", "00"),
        (6, "06", "06"),
        (29, "06", "29"),
        (35, "06", "35"),
        (40, "06", "40"),
    ],
)
def test_bb_400_protests_by_the_code_of_the_term(dias: int, instrucao: str, prazo: str) -> None:
    found = campos(BB_400, protesto(dias))
    assert (found["instrucao_1"], found["protesto_dias"]) == (instrucao, prazo)


@pytest.mark.parametrize("dias", [0, 2, 31, 34, 36, 41, 46])
def test_bb_400_refuses_other_terms(dias: int) -> None:
    assert refused(BB_400, protesto(dias)) == "protesto_dias"


@pytest.mark.parametrize(("place", "especie"), [(BB_240, "NP"), (BB_240, "RC"), (BB_400, "NP"), (BB_400, "NS")])
def test_bb_does_not_protest_every_kind(place: tuple[str, str], especie: str) -> None:
    assert campos(place, {"especie": "NP"})["especie"] in {"12", "02"}
    if especie in {"NP", "RC"}:
        assert campos(place, {"especie": especie})
    assert refused(place, protesto(5, especie=especie)) == "protesto_dias"


@pytest.mark.parametrize("place", [BB_240, BB_400], ids="-".join)
def test_bb_does_not_read_a_term_of_baixa(place: tuple[str, str]) -> None:
    assert refused(place, baixa(30)) == "baixa_dias"


# the kinds of title


@pytest.mark.parametrize(
    ("place", "especie", "codigo"),
    [
        (BB_240, "DS", "04"),
        (BB_240, "W", "26"),
        (BB_400, "DS", "12"),
        (BB_400, "RC", "05"),
        (BB_400, "LC", "08"),
        (CAIXA, "CPR", "25"),
        (CAIXA, "CC", "31"),
        (CAIXA, "BDP", "32"),
        (BRADESCO, "LC", "10"),
        (BRADESCO, "DS", "12"),
        (BRADESCO, "BDP", "32"),
        (ITAU, "DS", "08"),
        (ITAU, "ND", "13"),
        (ITAU, "EC", "16"),
        (ITAU, "BDP", "18"),
        (SICOOB, "CPR", "25"),
        (SICOOB, "OU", "99"),
    ],
)
def test_kinds_of_title_are_numbered_as_the_bank_does(place: tuple[str, str], especie: str, codigo: str) -> None:
    assert campos(place, {"especie": especie})["especie"] == codigo


@pytest.mark.parametrize(
    ("place", "especie"), [(BB_240, "DMI"), (BB_240, "FAT"), (CAIXA, "EC"), (SICOOB, "EC"), (SICOOB, "CC")]
)
def test_a_kind_that_the_bank_does_not_list_is_refused(place: tuple[str, str], especie: str) -> None:
    assert refused(place, {"especie": especie}) == "especie"


# Caixa, MO 67118 010, jun/2018: C026 to C029 and G069


def test_caixa_drops_or_protests() -> None:
    found = campos(CAIXA, baixa(0))
    assert (found["protesto_codigo"], found["baixa_codigo"], found["baixa_dias"]) == ("3", "1", "000")
    found = campos(CAIXA, protesto(5))
    assert (found["protesto_codigo"], found["protesto_dias"], found["baixa_codigo"]) == ("1", 5, "2")
    assert refused(CAIXA, {"encargos": Encargos(protesto_dias=5, baixa_dias=30)}) == "baixa_dias"


@pytest.mark.parametrize("dias", [0, 1, 91])
def test_caixa_would_change_other_terms_of_protest(dias: int) -> None:
    assert refused(CAIXA, protesto(dias)) == "protesto_dias"


def test_caixa_prints_what_is_numbered_11_and_nothing_else() -> None:
    found = campos(CAIXA, {"nosso_numero": "11000000000000017"}, carteira="11", emissao="banco")
    assert (found["emissao_boleto"], found["distribuicao_boleto"]) == ("1", "1")
    found = campos(CAIXA)
    assert (found["emissao_boleto"], found["distribuicao_boleto"], found["tipo_documento"]) == ("2", "0", "2")
    assert refused(CAIXA, emissao="banco") == "carteira"
    assert refused(CAIXA, {"nosso_numero": "11000000000000017"}) == "carteira"


@pytest.mark.parametrize(
    ("codigo", "escrito", "segundo", "versoes"),
    [
        # jun/2018: code in 59-64 and zeros in 65-71; 101 and 060
        ("123456", "1234560", 123456, ("101", "060")),
        ("0123456", "1234560", 123456, ("101", "060")),
        # BoletoNetCore: code in 59-65, zeros in 60-65 of the lot; 107 and 067, as ACBr
        ("1234567", "1234567", 0, ("107", "067")),
    ],
)
def test_caixa_names_the_version_of_the_width_of_the_code(
    codigo: str, escrito: str, segundo: int, versoes: tuple[str, str]
) -> None:
    found = registry.find("104").remessa_header(dados_of(CAIXA, codigo_beneficiario=codigo), "240")
    assert found["codigo_beneficiario"] == escrito
    assert int(str(found["codigo_beneficiario_2"])) == segundo
    assert (found["versao_layout_arquivo"], found["versao_layout_lote"]) == versoes


# Bradesco, 4008.524.0121 version 11: 66-70, 93, 150 and 157-160


def test_bradesco_protests_after_five_days_and_drops_after_any() -> None:
    found = campos(BRADESCO, protesto(5))
    assert (found["instrucao_1"], found["instrucao_2"]) == ("06", "05")
    found = campos(BRADESCO, baixa(60))
    assert (found["instrucao_1"], found["instrucao_2"]) == ("18", "60")
    assert refused(BRADESCO, protesto(4)) == "protesto_dias"
    assert refused(BRADESCO, baixa(100)) == "baixa_dias"


def test_bradesco_has_a_fine_in_percent_only_and_no_aceite() -> None:
    found = campos(BRADESCO, {"encargos": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)})
    assert (found["multa_codigo"], found["multa_percentual"]) == ("2", 200)
    assert campos(BRADESCO)["multa_codigo"] == "0"
    assert refused(BRADESCO, {"encargos": Encargos(multa_tipo=TipoMulta.VALOR, multa=200)}) == "multa"
    assert refused(BRADESCO, {"aceite": True}) == "aceite"


def test_bradesco_wants_no_charges_on_a_boleto_of_a_card() -> None:
    assert campos(BRADESCO, {"especie": "CC"})["especie"] == "31"
    assert refused(BRADESCO, {"especie": "CC", "encargos": COM_TUDO}) == "especie"


@pytest.mark.parametrize(("emissao", "codigo"), [("banco", "1"), ("cliente", "2")])
def test_bradesco_is_told_who_prints(emissao: str, codigo: str) -> None:
    assert campos(BRADESCO, emissao=emissao)["condicao_emissao"] == codigo


# Itaú, Cobrança CNAB 400, jul/2021: notes 3, 5, 11 and 35; 191 of fev/2016


@pytest.mark.parametrize(
    ("carteira", "letra"),
    [("109", "I"), ("108", "I"), ("115", "I"), ("121", "I"), ("180", "I"), ("175", "I"), ("150", "U"), ("191", "1")],
)
def test_itau_has_a_letter_for_a_carteira(carteira: str, letra: str) -> None:
    assert campos(ITAU, carteira=carteira)["carteira"] == letra


@pytest.mark.parametrize("carteira", ["104", "112", "147", "188"])
def test_itau_numbers_the_titles_of_escriturais_itself(carteira: str) -> None:
    assert refused(ITAU, carteira=carteira) == "carteira"


def test_itau_protests_by_09_and_drops_by_92_after_the_days_given() -> None:
    found = campos(ITAU, protesto(3))
    assert (found["instrucao_1"], found["instrucao_2"], found["prazo_dias"]) == ("09", "00", 3)
    found = campos(ITAU, baixa(60))
    assert (found["instrucao_1"], found["instrucao_2"], found["prazo_dias"]) == ("92", "00", 60)
    assert refused(ITAU, baixa(120)) == "baixa_dias"
    assert refused(ITAU, {"encargos": Encargos(protesto_dias=5, baixa_dias=30)}) == "baixa_dias"


@pytest.mark.parametrize(
    ("tipo", "codigo"), [(TipoMulta.ISENTA, "0"), (TipoMulta.VALOR, "1"), (TipoMulta.PERCENTUAL, "2")]
)
def test_itau_codes_the_fine(tipo: TipoMulta, codigo: str) -> None:
    assert campos(ITAU, {"encargos": Encargos(multa_tipo=tipo, multa=200)})["multa_codigo"] == codigo


# Sicoob, Leiaute cobrança, ago/2017: 13.3P to 18.3P, 36.3P to 39.3P


def test_sicoob_has_its_own_codes() -> None:
    found = campos(SICOOB)
    assert (found["nosso_numero"], found["parcela"], found["modalidade"]) == ("0000000170", "01", "01")
    assert (found["tipo_formulario"], found["forma_cadastramento"]) == ("4", "0")
    assert (found["emissao_boleto"], found["distribuicao_boleto"]) == ("2", "2")
    assert (found["protesto_codigo"], found["baixa_codigo"], found["baixa_dias"]) == ("3", "0", "")
    assert campos(SICOOB, protesto(10))["protesto_codigo"] == "1"


def test_sicoob_has_two_digits_for_the_parcela() -> None:
    assert campos(SICOOB, extras={"parcela": "012"})["parcela"] == "12"
    assert refused(SICOOB, extras={"parcela": "100"}) == "parcela"


def test_sicoob_numbers_what_it_prints() -> None:
    assert refused(SICOOB, emissao="banco") == "emissao"
    assert refused(SICOOB, baixa(30)) == "baixa_dias"
