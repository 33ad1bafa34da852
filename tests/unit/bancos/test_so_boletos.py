"""Banks without remessas: what is said of a convênio, and that nothing is written for them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from finbank_desktop.bancos import com_remessa, registry
from finbank_desktop.bancos.so_boletos import SEM_REMESSA
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto
from finbank_desktop.domain.remessas import DadosRemessa

ESCREVEM = {banco.codigo for banco in com_remessa.BANCOS}
SO_BOLETOS = [banco for banco in registry.todos() if banco.codigo not in ESCREVEM and not banco.encerrado]
ENCERRADOS = [banco for banco in registry.todos() if banco.encerrado]
COMPLETO: dict[str, dict[str, Any]] = {
    "003": {"convenio": "1234"},
    "004": {"carteira": "21"},
    "021": {"variacao": "4"},
    "025": {"carteira": "11"},
    "033": {"codigo_beneficiario": "1234567", "carteira": "101"},
    "041": {"codigo_beneficiario": "900015046"},
    "047": {"agencia": "12"},
    "070": {"agencia": "082", "carteira": "2", "fim": 999_999},
    "077": {"carteira": "110", "extras": {"operacao": "1234567"}},
    "085": {"convenio": "101104", "carteira": "01"},
    "089": {"carteira": "1", "modalidade": "01"},
    "097": {"convenio": "6641", "carteira": "18", "fim": 999_999},
    "136": {"carteira": "21"},
    "174": {"codigo_beneficiario": "123456789012", "carteira": "20"},
    "218": {"codigo_beneficiario": "1234567"},
    "322": {"convenio": "1234"},
    "336": {"codigo_beneficiario": "123456789012", "carteira": "20"},
    "389": {"codigo_beneficiario": "012345678", "carteira": "06", "modalidade": "22", "fim": 999_999},
    "403": {"carteira": "01"},
    "530": {"carteira": "110"},
    "655": {"convenio": "400", "carteira": "500"},
    "745": {"codigo_beneficiario": "0305080446", "carteira": "3", "extras": {"portfolio": "621"}},
    "748": {"codigo_beneficiario": "129", "carteira": "1", "extras": {"posto": "65"}, "fim": 99_999},
}
"""What a convênio of that bank needs beside agência and conta; of the families, nothing here is missing."""
AUTBANK = {"carteira": "121", "extras": {"operacao": "1934436"}}


def conta(banco: str) -> Conta:
    agencia = COMPLETO.get(banco, {}).get("agencia", "1102" if banco == "041" else "123" if banco == "003" else "1234")
    return Conta(
        empresa_id=1,
        codigo="1",
        descricao="",
        banco=banco,
        agencia=agencia,
        agencia_dv="5",
        conta="56789",
        conta_dv="0",
    )


def convenio(banco: str, **mudado: Any) -> Convenio:
    padrao: dict[str, Any] = {"carteira": "09"}
    if banco in ("212", "224", "246", "604", "633", "637", "643", "707"):
        padrao = AUTBANK
    dados = {**padrao, **COMPLETO.get(banco, {}), **mudado}
    dados.pop("agencia", None)
    fim = dados.pop("fim", 9_999_999)
    base = Convenio(empresa_id=1, codigo="1", descricao="", conta_id=1, banco=banco, formato="400", carteira="09")
    return replace(base, nosso_numero_fim=fim, **dados)


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


def test_an_account_of_another_bank_is_named() -> None:
    problems = registry.find("748").check_convenio(convenio("748"), conta("756"))
    assert "conta_id" in [problem.field for problem in problems if problem.is_error]


def test_every_bank_has_one_code_and_a_printed_digit() -> None:
    codigos = [banco.codigo for banco in registry.todos()]
    assert codigos == sorted(set(codigos))
    assert all(len(codigo) == 3 and codigo.isdigit() for codigo in codigos)
    assert all(len(banco.dv) == 1 and banco.nome for banco in registry.todos())
    assert len([banco for banco in registry.todos() if not banco.encerrado]) >= 49


@pytest.mark.parametrize("banco", registry.todos(), ids=lambda banco: f"{banco.codigo}")
@pytest.mark.parametrize("letra", ["²", "٣", "a", "-1", "1.0"])
def test_digits_of_other_scripts_and_signs_never_reach_a_barcode(banco: Any, letra: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        banco.calculate(
            DadosCalculo(
                agencia="1234"[: 2 if banco.codigo == "047" else 3],
                agencia_dv="5",
                conta="56789",
                conta_dv="0",
                carteira="1",
                convenio="1234567",
                nosso_numero=letra,
                vencimento=date(2026, 1, 2),
            )
        )
