"""What a convênio lacks is said before the first boleto, and what it has reaches the remessa."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Papel
from finbank_desktop.layouts.writer import write

ENCARGOS = Encargos(
    juros_tipo=TipoJuros.TAXA_MENSAL,
    juros=100,
    multa_tipo=TipoMulta.PERCENTUAL,
    multa=200,
    desconto_tipo=TipoDesconto.VALOR,
    desconto=150,
    desconto_dias=5,
    protesto_dias=10,
)


def conta(banco: str) -> Conta:
    return Conta(empresa_id=1, codigo="1", descricao="", banco=banco, agencia="1234", conta="56789")


def convenio(banco: str, formato: str, **dados: object) -> Convenio:
    base = Convenio(empresa_id=1, codigo="1", descricao="", conta_id=1, banco=banco, formato=formato, carteira="109")
    return replace(base, **dados)  # type: ignore[arg-type]  # each value has its field's type


COMPLETOS = (
    convenio("001", "240", convenio="1234567", carteira="17", variacao="019"),
    convenio("001", "400", convenio="1234567", carteira="17", variacao="019"),
    convenio("104", "240", codigo_beneficiario="123456", carteira="14"),
    convenio("237", "400", codigo_beneficiario="4587", carteira="09"),
    convenio("341", "400", carteira="109"),
    convenio("756", "240", codigo_beneficiario="2293850", carteira="1", modalidade="01"),
)


@pytest.mark.parametrize("completo", COMPLETOS, ids=lambda c: f"{c.banco}/{c.formato}")
def test_complete_convenio_has_no_problems(completo: Convenio) -> None:
    assert registry.find(completo.banco).check_convenio(completo, conta(completo.banco)) == []


@pytest.mark.parametrize(
    ("errado", "field"),
    [
        (convenio("001", "240", carteira="17"), "convenio"),
        (convenio("001", "400", convenio="123456", carteira="17", nosso_numero_fim=99_999), "convenio"),
        (convenio("001", "240", convenio="123456", carteira="17"), "nosso_numero"),
        (convenio("104", "240", carteira="14"), "codigo_beneficiario"),
        (convenio("104", "444", carteira="14", codigo_beneficiario="123456"), "formato"),
        (convenio("237", "400", carteira="09"), "codigo_beneficiario"),
        (
            convenio(
                "237",
                "400",
                carteira="09",
                codigo_beneficiario="1",
                encargos=Encargos(multa_tipo=TipoMulta.VALOR, multa=1),
            ),
            "multa",
        ),
        (convenio("341", "400", encargos=Encargos(protesto_dias=5, baixa_dias=60)), "baixa_dias"),
        (convenio("341", "400", especie="XYZ"), "especie"),
        (convenio("341", "400", nosso_numero_fim=0), "nosso_numero_fim"),
        (convenio("341", "400", proximo_nosso_numero=99_999_999), "proximo_nosso_numero"),
        (convenio("756", "240", carteira="1"), "codigo_beneficiario"),
    ],
)
def test_what_is_missing_is_named(errado: Convenio, field: str) -> None:
    problems = registry.find(errado.banco).check_convenio(errado, conta(errado.banco))
    assert [problem.field for problem in problems] == [field]
    assert all(problem.message and problem.fix for problem in problems)


def test_account_of_another_bank_is_named() -> None:
    problems = registry.find("341").check_convenio(convenio("341", "400"), conta("237"))
    assert [problem.field for problem in problems] == ["conta_id"]


def titulo(numero: str, dv: str, encargos: Encargos = ENCARGOS) -> TituloRemessa:
    boleto = Boleto(
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=1,
        numero_documento="NF 1",
        nosso_numero=numero,
        nosso_numero_dv=dv,
        nosso_numero_impresso="",
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        emissao=date(2026, 11, 1),
        vencimento=date(2026, 12, 15),
        valor=10000,
        encargos=encargos,
    )
    pagador = Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo Ltda", documento="11222333000181")
    return TituloRemessa(boleto=boleto, pagador=pagador)


def remessa(dados: Convenio, item: TituloRemessa) -> DadosRemessa:
    empresa = Empresa(codigo="001", razao_social="Empresa Exemplo Ltda", documento="11222333000181")
    geracao = datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001 - bank files know no time zone
    return DadosRemessa(
        empresa=empresa, conta=conta(dados.banco), convenio=dados, sequencia=1, geracao=geracao, titulos=(item,)
    )


def test_240_codes_of_interest_fine_discount_and_protest() -> None:
    # FEBRABAN C018 2 = taxa mensal, G073 2 = percentual, C021 1 = valor fixo, C026 1 = dias corridos, C015 02 = DM
    item = titulo("12345670000000001", "")
    campos = registry.find("001").remessa_titulo(remessa(COMPLETOS[0], item), item, "240")
    assert {chave: campos[chave] for chave in ("especie", "juros_codigo", "juros_data", "juros_valor_taxa")} == {
        "especie": "02",
        "juros_codigo": "2",
        "juros_data": date(2026, 12, 16),
        "juros_valor_taxa": 100,
    }
    assert (campos["multa_codigo"], campos["multa_valor_percentual"]) == ("2", 200)
    assert (campos["desconto1_codigo"], campos["desconto1_data"]) == ("1", date(2026, 12, 10))
    assert (campos["protesto_codigo"], campos["protesto_dias"]) == ("1", 10)
    assert campos["carteira"] == "7"


def test_composite_fields_of_each_bank() -> None:
    item = titulo("00000000453", "P")
    bradesco = registry.find("237").remessa_titulo(remessa(COMPLETOS[3], item), item, "400")
    assert bradesco["identificacao_empresa"] == "00090123400567892"
    # account digit by hand: 9·2 + 8·3 + 7·4 + 6·5 + 5·6 = 130, rest 9, 11 - 9 = 2
    assert (bradesco["nosso_numero_dv"], bradesco["instrucao_1"], bradesco["instrucao_2"]) == ("P", "06", "10")

    item = titulo("00000123", "")
    itau = registry.find("341").remessa_titulo(remessa(COMPLETOS[4], item), item, "400")
    assert (itau["carteira"], itau["carteira_numero"], itau["prazo_dias"]) == ("I", "109", 10)

    item = titulo("0000002", "4")
    sicoob = registry.find("756").remessa_titulo(remessa(COMPLETOS[5], item), item, "240")
    assert (sicoob["nosso_numero"], sicoob["parcela"], sicoob["modalidade"]) == ("0000000024", "01", "01")

    item = titulo("14000000000000123", "1")
    dados = remessa(COMPLETOS[2], item)
    caixa = registry.find("104")
    assert caixa.remessa_titulo(dados, item, "240")["codigo_beneficiario"] == "1234560"
    assert caixa.remessa_header(dados, "240")["versao_layout_arquivo"] == "101"

    longo = replace(COMPLETOS[2], codigo_beneficiario="1100123")
    assert caixa.remessa_header(remessa(longo, item), "240")["codigo_beneficiario"] == "1100123"


@pytest.mark.parametrize("dados", COMPLETOS, ids=lambda c: f"{c.banco}/{c.formato}")
def test_every_field_a_bank_adds_exists_in_its_layout_and_takes_the_value(dados: Convenio) -> None:
    folder = next(path for path in loader.available() if path.startswith(f"{dados.banco}-")).split("/")[0]
    layout = loader.load(f"{folder}/cobranca_{dados.formato}_remessa")
    item = titulo(
        {"237": "00000000453", "756": "0000002", "341": "00000123"}.get(dados.banco, "14000000000000123"), "1"
    )
    banco, whole = registry.find(dados.banco), remessa(dados, item)
    own = {
        Papel.ABERTURA: banco.remessa_header(whole, dados.formato),
        Papel.ABERTURA_LOTE: banco.remessa_header(whole, dados.formato),
        Papel.DETALHE: banco.remessa_titulo(whole, item, dados.formato),
    }
    known = {campo.nome for registro in layout.registros for campo in registro.campos}
    assert set().union(*own.values()) <= known
    written = write(
        layout,
        [
            (registro.nome, {nome: valor for nome, valor in own[registro.papel].items() if nome in registro})
            for registro in layout.registros
            if registro.papel in own and registro.nome != "rateio"  # not written for a title of one beneficiary
        ],
    )
    assert [problem.message for problem in written.problems] == []
