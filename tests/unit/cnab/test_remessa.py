from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import valores_remessa
from finbank_desktop.cnab.records import read_file
from finbank_desktop.cnab.remessa import filename, render
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.reader import Leitura, read

AGORA = datetime(2026, 6, 15, 10, 15, 30)  # noqa: DTZ001 - bank files know no time zone
CONTAS: dict[str, dict[str, Any]] = {
    "001": {"agencia": "1234", "agencia_dv": "3", "conta": "12345", "conta_dv": "5"},
    "104": {"agencia": "1234", "agencia_dv": "0", "conta": "1"},
    "237": {"agencia": "1234", "agencia_dv": "5", "conta": "56789", "conta_dv": "0"},
    "341": {"agencia": "1234", "conta": "12345", "conta_dv": "6"},
    "756": {"agencia": "4327", "agencia_dv": "3", "conta": "3666", "conta_dv": "8"},
}
CONVENIOS: dict[tuple[str, str], dict[str, Any]] = {
    ("001", "240"): {"convenio": "1234567", "carteira": "17", "variacao": "019"},
    ("001", "400"): {"convenio": "1234567", "carteira": "17", "variacao": "019"},
    ("104", "240"): {"codigo_beneficiario": "123456", "carteira": "14"},
    ("237", "400"): {"codigo_beneficiario": "4587", "carteira": "09"},
    ("341", "400"): {"carteira": "109"},
    ("756", "240"): {"codigo_beneficiario": "512231", "carteira": "1", "modalidade": "01"},
}
NUMEROS = {
    "001": "12345670000000017",
    "104": "14000000000000017",
    "237": "00000000017",
    "341": "00000017",
    "756": "0000017",
}
PAGADOR = Pessoa(
    empresa_id=1,
    codigo="1",
    nome="Padaria São João & Filhos",
    documento="11222333000181",
    endereco=Endereco(
        logradouro="Rua das Flores", numero="100", bairro="Centro", cidade="Belo Horizonte", uf="MG", cep="30110012"
    ),
)


def boleto_of(banco: str, **changes: Any) -> Boleto:
    given: dict[str, Any] = {
        "id": 77,
        "numero_documento": "NF 17/1",
        "nosso_numero": NUMEROS[banco],
        "nosso_numero_dv": "9",
        "emissao": date(2026, 6, 15),
        "vencimento": date(2026, 7, 10),
        "valor": 12345,
    } | changes
    return Boleto(
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=17,
        nosso_numero_impresso="",
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        **given,
    )


def dados_of(banco: str, formato: str, *boletos: Boleto, **extras: str) -> DadosRemessa:
    convenio = Convenio(
        empresa_id=1,
        codigo="1",
        descricao="",
        conta_id=1,
        banco=banco,
        formato=formato,
        extras=extras,
        **CONVENIOS[banco, formato],
    )
    return DadosRemessa(
        empresa=Empresa(codigo="001", razao_social="Cliente Exemplo Ltda.", documento="11222333000181"),
        conta=Conta(empresa_id=1, codigo="1", descricao="", banco=banco, **CONTAS[banco]),
        convenio=convenio,
        sequencia=12,
        geracao=AGORA,
        titulos=tuple(TituloRemessa(boleto=boleto, pagador=PAGADOR) for boleto in boletos or (boleto_of(banco),)),
    )


def written(dados: DadosRemessa) -> Leitura:
    escrita = render(dados)
    assert [problem.message for problem in escrita.problems if problem.is_error] == []
    return read(escrita.data, loader.load(read_file(escrita.data).cabecalho.layout))


def field(leitura: Leitura, registro: str, campo: str) -> str:
    return leitura.raw(int(leitura.rows(registro)[0]), campo)


@pytest.mark.parametrize("place", CONVENIOS, ids="-".join)
def test_what_is_written_is_read_back_and_has_no_fault(place: tuple[str, str]) -> None:
    banco, formato = place
    dados = dados_of(banco, formato, boleto_of(banco), boleto_of(banco, valor=1, numero_documento="2"))
    leitura = written(dados)
    assert [problem.message for problem in check(leitura) if problem.is_error] == []
    arquivo = read_file(render(dados).data)
    assert (arquivo.cabecalho.kind, arquivo.cabecalho.banco) == ("remessa", banco)
    assert arquivo.cabecalho.data_geracao == AGORA.date()
    assert arquivo.cabecalho.sequencia in (12, None)
    assert arquivo.cabecalho.empresa == "CLIENTE EXEMPLO LTDA"
    assert arquivo.has_end
    first, second = arquivo.records
    assert (first.valor_titulo, first.vencimento, first.seu_numero) == (12345, date(2026, 7, 10), "NF 17/1")
    assert first.nosso_numero_chave == NUMEROS[banco]
    assert first.uso_empresa == "77"
    assert (second.valor_titulo, second.seu_numero) == (1, "2")


@pytest.mark.parametrize("place", CONVENIOS, ids="-".join)
def test_the_pagador_stands_in_capitals_without_accents_or_signs(place: tuple[str, str]) -> None:
    leitura = written(dados_of(*place))
    registro = "Q" if place[1] == "240" else "detalhe"
    assert field(leitura, registro, "pagador_nome").rstrip() == "PADARIA SAO JOAO FILHOS"
    assert field(leitura, registro, "pagador_endereco").rstrip() == "RUA DAS FLORES 100"
    assert field(leitura, registro, "pagador_inscricao").lstrip("0") == "11222333000181"
    sufixo = "pagador_cep_sufixo" in leitura.layout.registro(registro)
    cep = field(leitura, registro, "pagador_cep") + (field(leitura, registro, "pagador_cep_sufixo") if sufixo else "")
    assert cep == "30110012"


def test_counts_and_sums_close_lot_and_file() -> None:
    leitura = written(dados_of("756", "240", boleto_of("756"), boleto_of("756", valor=655)))
    # header, lot, two titles of P, Q and R, lot's end, end: ten lines, eight of them in the lot
    assert field(leitura, "trailer_lote", "qtd_registros_lote") == "000008"
    assert field(leitura, "trailer_lote", "simples_qtd") == "000002"
    assert field(leitura, "trailer_lote", "simples_valor") == "00000000000013000"
    assert field(leitura, "trailer", "qtd_lotes") == "000001"
    assert field(leitura, "trailer", "qtd_registros") == "000010"
    assert [leitura.raw(row, "sequencia_lote") for row in range(2, 8)] == [f"0000{n}" for n in range(1, 7)]
    assert (field(leitura, "header", "lote"), field(leitura, "trailer", "lote")) == ("0000", "9999")


def test_interest_fine_and_discount_are_told_to_the_bank() -> None:
    encargos = Encargos(
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=300,
        multa_tipo=TipoMulta.PERCENTUAL,
        multa=200,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=500,
        desconto_dias=5,
    )
    titulo = boleto_of("341", encargos=encargos, valor=30000)
    leitura = written(dados_of("341", "400", titulo))
    assert field(leitura, "detalhe", "juros_dia") == "0000000000030"  # 3 % of R$ 300,00 in 30 days
    assert field(leitura, "detalhe", "desconto_data") == "050726"
    assert field(leitura, "detalhe", "desconto_valor") == "0000000000500"
    assert field(leitura, "multa", "multa_codigo") == "2"
    assert field(leitura, "multa", "multa_data") == "10072026"
    assert field(leitura, "multa", "multa_valor_percentual") == "0000000000200"


def test_a_record_of_the_fine_is_written_only_with_a_fine() -> None:
    multa = Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200)
    leitura = written(dados_of("001", "400", boleto_of("001"), boleto_of("001", encargos=multa)))
    assert len(leitura.rows("detalhe")) == 2
    assert leitura.rows("multa").tolist() == [3]


def test_the_beneficiario_final_goes_where_the_layout_has_room_for_it() -> None:
    dados = dados_of("756", "240")
    final = replace(PAGADOR, nome="Sacador Exemplo", documento="52998224725")
    dados = replace(dados, titulos=(replace(dados.titulos[0], beneficiario_final=final),))
    leitura = written(dados)
    assert field(leitura, "Q", "avalista_nome").rstrip() == "SACADOR EXEMPLO"
    assert field(leitura, "Q", "avalista_tipo_inscricao") == "1"
    other = dados_of("237", "400")
    refused = render(replace(other, titulos=(replace(other.titulos[0], beneficiario_final=final),)))
    assert refused.data == b""
    assert "beneficiário final" in refused.problems[0].message


def test_a_problem_names_the_title_and_its_field_and_nothing_is_written() -> None:
    bad = boleto_of("341", numero_documento="B-2", especie="XYZ")
    escrita = render(dados_of("341", "400", boleto_of("341"), bad))
    assert escrita.data == b""
    (problem,) = escrita.problems
    assert problem.message.startswith("Título B-2: ")
    assert problem.field == "especie"


def test_a_value_that_does_not_fit_names_its_title() -> None:
    escrita = render(dados_of("341", "400", boleto_of("341", valor=10**14, numero_documento="A-1")))
    assert escrita.data == b""
    (problem,) = [problem for problem in escrita.problems if problem.is_error]
    assert problem.message.startswith("Título A-1: ")
    assert problem.field == "valor_titulo"


def test_a_movement_that_the_bank_does_not_carry_is_refused() -> None:
    dados = dados_of("341", "400")
    escrita = render(replace(dados, titulos=(replace(dados.titulos[0], comando="07"),)))
    assert escrita.data == b""
    assert "comando 07" in escrita.problems[0].message


def test_a_bank_cannot_fill_a_field_that_its_layout_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    itau = registry.find("341")
    wrong = replace(itau, remessa_header=lambda *_: {"posto": "01"})
    monkeypatch.setattr(registry, "find", lambda _: wrong)
    escrita = render(dados_of("341", "400"))
    assert escrita.data == b""
    assert "não tem o campo posto" in escrita.problems[0].message


def test_a_convenio_can_fill_a_field_that_only_its_bank_has() -> None:
    leitura = written(dados_of("104", "240", versao_aplicativo="0042", nada="x"))
    assert field(leitura, "header", "versao_aplicativo") == "0042"


def test_a_remessa_without_titles_or_layout_is_refused() -> None:
    with pytest.raises(RefusedError, match="não tem títulos"):
        render(replace(dados_of("341", "400"), titulos=()))
    dados = dados_of("341", "400")
    with pytest.raises(RefusedError, match="CNAB 400 do banco 654"):
        render(replace(dados, convenio=replace(dados.convenio, banco="654")))


def test_a_remessa_of_a_bank_without_rules_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(codigo: str) -> None:
        raise registry.UnknownBancoError(codigo)

    monkeypatch.setattr(registry, "find", unknown)
    with pytest.raises(RefusedError, match="não tem as regras do banco 341"):
        render(dados_of("341", "400"))


def test_the_file_is_named_by_its_day_and_number() -> None:
    assert filename(dados_of("237", "400")) == "CB150612.REM"


@pytest.mark.parametrize(
    ("codigo", "layout"),
    [("123456", "104-caixa/cobranca_240_remessa_6_digitos"), ("1234567", "104-caixa/cobranca_240_remessa")],
)
def test_caixa_is_written_and_read_by_the_width_of_its_code(codigo: str, layout: str) -> None:
    dados = dados_of("104", "240")
    dados = replace(dados, convenio=replace(dados.convenio, codigo_beneficiario=codigo))
    cabecalho = read_file(render(dados).data).cabecalho
    assert cabecalho.layout == layout
    assert cabecalho.convenio["codigo_beneficiario"] == codigo


def test_names_lose_what_banks_do_not_take() -> None:
    assert valores_remessa.plain("Ação, S/A - nº 3 (matriz) d'Ávila") == "ACAO S A NO 3 MATRIZ D AVILA"
    assert valores_remessa.plain(" ") == ""


@given(
    place=st.sampled_from(sorted(CONVENIOS)),
    valor=st.integers(1, 99_999_999_99),
    vencimento=st.dates(date(2026, 1, 1), date(2035, 12, 31)),
    documento=st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-. ", min_size=1, max_size=10),
    nome=st.text(max_size=60),
    multa=st.integers(0, 9999),
)
def test_any_title_comes_back_as_it_was_written(
    place: tuple[str, str], valor: int, vencimento: date, documento: str, nome: str, multa: int
) -> None:
    banco, formato = place
    tipo = TipoMulta.PERCENTUAL if multa else TipoMulta.ISENTA
    boleto = boleto_of(
        banco,
        valor=valor,
        vencimento=vencimento,
        numero_documento=documento,
        encargos=Encargos(multa_tipo=tipo, multa=multa),
    )
    dados = dados_of(banco, formato, boleto)
    titulo = replace(dados.titulos[0], pagador=replace(PAGADOR, nome=nome))
    escrita = render(replace(dados, titulos=(titulo,)))
    size = int(formato) + 2
    assert escrita.data
    assert len(escrita.data) % size == 0
    (record,) = read_file(escrita.data).records
    assert (record.valor_titulo, record.vencimento, record.seu_numero) == (valor, vencimento, documento.strip())
    assert record.nosso_numero_chave == NUMEROS[banco]
