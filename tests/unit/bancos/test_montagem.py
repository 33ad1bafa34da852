"""Banks without remessas: what is said of a convênio, and that nothing is written for them."""

from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.bancos.montagem import SEM_REMESSA
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.domain.boletos import Calculo, DadosCalculo
from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.encargos import Encargos, TipoDesconto
from finbank_desktop.domain.remessas import DadosRemessa
from tests.unit.bancos.exemplos import conta, convenio

ESCREVEM = {banco.codigo for banco in registry.todos() if banco.formatos}
SO_BOLETOS = [banco for banco in registry.todos() if banco.codigo not in ESCREVEM and not banco.encerrado]
ENCERRADOS = [banco for banco in registry.todos() if banco.encerrado]


def dados_remessa(banco: str) -> DadosRemessa:
    empresa = Empresa(codigo="001", razao_social="Empresa Exemplo Ltda", documento="11222333000181")
    geracao = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001 - bank files know no time zone
    return DadosRemessa(
        empresa=empresa, conta=conta(banco), convenio=convenio(banco), sequencia=1, geracao=geracao, titulos=()
    )


@pytest.mark.parametrize("banco", SO_BOLETOS, ids=lambda banco: f"{banco.codigo}")
def test_a_complete_convenio_is_told_only_that_files_cannot_be_written(banco: Any) -> None:
    (problem,) = banco.check_convenio(convenio(banco.codigo), conta(banco.codigo))
    assert not problem.is_error
    assert problem.field == "formato"
    assert "remessa" in problem.message
    assert problem.fix


@pytest.mark.parametrize("banco", SO_BOLETOS, ids=lambda banco: f"{banco.codigo}")
def test_a_number_beyond_the_banks_width_is_named(banco: Any) -> None:
    problems = banco.check_convenio(convenio(banco.codigo, fim=10**19), conta(banco.codigo))
    assert [problem.field for problem in problems if problem.is_error] == ["nosso_numero"]


@pytest.mark.parametrize("banco", SO_BOLETOS + ENCERRADOS, ids=lambda banco: f"{banco.codigo}")
def test_nothing_is_written_in_a_remessa(banco: Any) -> None:
    assert banco.remessa_header(dados_remessa(banco.codigo), "400") is SEM_REMESSA
    assert not SEM_REMESSA


@pytest.mark.parametrize("banco", ENCERRADOS, ids=lambda banco: f"{banco.codigo}")
def test_a_closed_bank_takes_no_convenio(banco: Any) -> None:
    (problem,) = banco.check_convenio(convenio(banco.codigo), conta(banco.codigo))
    assert (problem.is_error, problem.field) == (True, "banco")


@pytest.mark.parametrize(
    ("banco", "mudado", "field"),
    [
        ("033", {"codigo_beneficiario": "12345678"}, "codigo_beneficiario"),
        ("077", {"carteira": "112"}, "nosso_numero"),
        ("085", {"convenio": ""}, "convenio"),
        ("389", {"encargos": Encargos(desconto_tipo=TipoDesconto.VALOR, desconto=100)}, "desconto"),
        ("748", {"extras": {}}, "posto"),
        ("133", {"nosso_numero_inicio": 10, "proximo_nosso_numero": 5}, "proximo_nosso_numero"),
    ],
)
def test_what_is_missing_is_named(banco: str, mudado: dict[str, Any], field: str) -> None:
    problems = registry.find(banco).check_convenio(convenio(banco, **mudado), conta(banco))
    assert [problem.field for problem in problems if problem.is_error] == [field]
    assert all(problem.message and problem.fix for problem in problems)


def test_an_account_of_banestes_says_its_digit_apart() -> None:
    sem_digito = replace(conta("021"), conta_dv="")
    problems = registry.find("021").check_convenio(convenio("021"), sem_digito)
    assert [problem.field for problem in problems if problem.is_error] == ["conta_dv"]


def test_an_account_of_another_bank_is_named() -> None:
    problems = registry.find("748").check_convenio(convenio("748"), conta("756"))
    assert "conta_id" in [problem.field for problem in problems if problem.is_error]


def test_every_bank_has_one_code_and_a_printed_digit() -> None:
    codigos = [banco.codigo for banco in registry.todos()]
    assert codigos == sorted(set(codigos))
    assert all(len(codigo) == 3 and codigo.isdigit() for codigo in codigos)
    assert all(len(banco.dv) == 1 and banco.nome for banco in registry.todos())
    assert len([banco for banco in registry.todos() if not banco.encerrado]) >= 51


TEXTOS = [campo.name for campo in fields(DadosCalculo) if campo.type == "str" or campo.type is str]
TEXTO = st.one_of(st.just(""), st.text("0123456789", max_size=18), st.text("0123456789AXP-² ٣", max_size=6))


def outcome(banco: Any, dados: DadosCalculo) -> Calculo | BancoError:
    try:
        feito: Calculo = banco.calculate(dados)
    except BancoError as refused:
        return refused
    return feito


@settings(max_examples=1000)
@given(
    banco=st.sampled_from(SO_BOLETOS + ENCERRADOS),
    mudado=st.dictionaries(st.sampled_from(TEXTOS), TEXTO, max_size=3),
    documento=st.none() | st.dates(date(1998, 1, 1), date(2049, 12, 31)),
)
def test_whatever_is_given_makes_25_digits_or_names_a_field(
    banco: Any, mudado: dict[str, str], documento: date | None
) -> None:
    completo = dados_from(convenio(banco.codigo), conta(banco.codigo), sequencial=1)
    outros: dict[str, Any] = {"beneficiario_documento": "11222333000181", **mudado}
    dados = replace(completo, **outros, data_documento=documento)
    feito = outcome(banco, replace(dados, vencimento=date(2026, 11, 20), valor=100))
    if isinstance(feito, BancoError):
        assert feito.field in {campo.name for campo in fields(DadosCalculo)}
        assert feito.message
    else:
        assert (len(feito.campo_livre), feito.campo_livre.isascii(), feito.campo_livre.isdigit()) == (25, True, True)
        assert feito.nosso_numero.isascii()
        assert feito.nosso_numero.isdigit()


@pytest.mark.parametrize("banco", SO_BOLETOS, ids=lambda banco: f"{banco.codigo}")
def test_the_number_kept_is_found_again_with_and_without_its_digits(banco: Any) -> None:
    base = dados_from(convenio(banco.codigo), conta(banco.codigo), sequencial=4321)
    dados = replace(base, data_documento=date(2026, 11, 20), beneficiario_documento="11222333000181")
    feito = banco.calculate(dados)
    com_digitos = feito.nosso_numero + feito.nosso_numero_dv
    if banco.codigo == "336":  # its retornos put a zero before the number
        com_digitos = f"0{com_digitos}"
    assert banco.nosso_numero_chave(f" {com_digitos}  ", "400") == feito.nosso_numero
