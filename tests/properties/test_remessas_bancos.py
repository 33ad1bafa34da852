"""What holds of every remessa that is written, whatever the bank: it says what it was given, and nobody finds fault.

The banks are those that name a size in `Banco.formatos`, with the convênio that `tests.unit.bancos.exemplos` has for
them; one that begins to be written is tried here without a word more.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.dados import dados_from
from finbank_desktop.cnab import comandos, detect
from finbank_desktop.cnab.conferencia import check
from finbank_desktop.cnab.records import read_file
from finbank_desktop.cnab.remessa import filename, render
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Empresa, Endereco, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from tests.unit.bancos.exemplos import conta, convenio

if TYPE_CHECKING:
    from finbank_desktop.layouts.writer import Escrita

ESCRITAS = [(banco.codigo, formato) for banco in registry.todos() for formato in banco.formatos]
cada_escrita = pytest.mark.parametrize("place", ESCRITAS, ids="-".join)
EMISSAO, VENCIMENTO = date(2026, 11, 20), date(2026, 12, 18)
GERACAO = datetime(2026, 11, 20, 10, 30)  # noqa: DTZ001 - bank files know no time zone
EMPRESA = Empresa(codigo="001", razao_social="Comércio de Peças São João & Irmãos Ltda.", documento="11222333000181")
ENDERECO = Endereco(
    logradouro="Rua Conceição d'Ávila",
    numero="1000",
    complemento="Bloco Ç, apartamento 1201, fundos",
    bairro="Jardim São Sebastião do Paraíso",
    cidade="São José do Vale do Rio Preto",
    uf="SP",
    cep="01310100",
)
PAGADORES = (
    Pessoa(empresa_id=1, codigo="1", nome="Maria de Exemplo", documento="52998224725", endereco=ENDERECO),
    Pessoa(
        empresa_id=1,
        codigo="2",
        nome="Associação Fictícia dos Fabricantes de Pães, Bolos e Açúcar de Uberlândia & Região Ltda.",
        documento="11444777000161",
        endereco=ENDERECO,
    ),
)
VALORES = (1, 9_999_999_999, 123_456)
SEM = Encargos()
LINHAS_CURTAS = {("070", "400"): (39,)}
"""BRB opens a remessa with a shorter line (ACBr, kivanio/brcobranca)."""
SEM_PEDIR = [(("077", "400"), "baixa")]
"""What a bank is told also where nobody asks: Inter's 60 days."""
SEM_MOVIMENTO = [("070", "400")]
"""The record says nothing of a movement: every title is new."""
PEDIDOS = {
    "juros em valor": Encargos(juros_tipo=TipoJuros.VALOR_DIA, juros=33),
    "juros em taxa": Encargos(juros_tipo=TipoJuros.TAXA_MENSAL, juros=150),
    "multa em valor": Encargos(multa_tipo=TipoMulta.VALOR, multa=250),
    "multa em percentual": Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=200),
    "desconto em valor": Encargos(desconto_tipo=TipoDesconto.VALOR, desconto=500, desconto_dias=5),
    "desconto em percentual": Encargos(desconto_tipo=TipoDesconto.PERCENTUAL, desconto=300, desconto_dias=2),
    "protesto": Encargos(protesto_dias=10),
    "baixa": Encargos(baixa_dias=60),
}
"""Everything a boleto can ask of the bank, one by one; a title of R$ 1.234,56 carries it."""


def titulo(base: Convenio, sequencial: int, **mudado: Any) -> TituloRemessa:
    """Return boleto number *sequencial* of *base*, reckoned by the bank's rules."""
    banco = registry.find(base.banco)
    pagador = mudado.pop("pagador", PAGADORES[sequencial % 2])
    comando = mudado.pop("comando", "01")
    numero_documento = f"{sequencial:06d}"  # some banks take digits only
    mudado.setdefault("especie", base.especie)
    mudado.setdefault("encargos", base.encargos)
    dados = dados_from(base, conta(base.banco, base.formato), sequencial=sequencial, numero_documento=numero_documento)
    vencimento, valor = mudado.pop("vencimento", VENCIMENTO), mudado.pop("valor", 123_456)
    calculo = banco.calculate(
        replace(
            dados,
            vencimento=vencimento,
            valor=valor,
            data_documento=EMISSAO,
            data_processamento=EMISSAO,
            beneficiario_documento=EMPRESA.documento,
        )
    )
    boleto = Boleto(
        id=sequencial,
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=sequencial,
        numero_documento=numero_documento,
        nosso_numero=calculo.nosso_numero,
        nosso_numero_dv=calculo.nosso_numero_dv,
        nosso_numero_impresso=calculo.nosso_numero_impresso,
        agencia_codigo_beneficiario=calculo.agencia_codigo_beneficiario,
        codigo_barras="",
        linha_digitavel="",
        emissao=EMISSAO,
        vencimento=vencimento,
        valor=valor,
        **mudado,
    )
    return TituloRemessa(boleto=boleto, pagador=pagador, comando=comando)


def remessa(base: Convenio, *titulos: TituloRemessa) -> DadosRemessa:
    return DadosRemessa(
        empresa=EMPRESA,
        conta=conta(base.banco, base.formato),
        convenio=base,
        sequencia=7,
        geracao=GERACAO,
        titulos=titulos,
    )


def exemplo(place: tuple[str, str]) -> DadosRemessa:
    base = convenio(*place)
    return remessa(base, *(titulo(base, 11 + n, valor=valor) for n, valor in enumerate(VALORES)))


def errors(problems: list[Problem]) -> list[str]:
    return [f"{each.line} {each.start}-{each.end} {each.field}: {each.message}" for each in problems if each.is_error]


def written(dados: DadosRemessa) -> bytes:
    escrita = render(dados)
    assert errors(escrita.problems) == []
    return escrita.data


@cada_escrita
def test_the_example_convenio_lacks_nothing(place: tuple[str, str]) -> None:
    base = convenio(*place)
    assert errors(registry.find(base.banco).check_convenio(base, conta(*place))) == []


@cada_escrita
def test_what_was_written_is_read_again(place: tuple[str, str]) -> None:
    dados = exemplo(place)
    arquivo = read_file(written(dados))
    recebe = registry.find(place[0]).emissor or place[0]  # a correspondent's file is the issuing bank's
    assert (arquivo.cabecalho.kind, arquivo.cabecalho.layout_banco) == ("remessa", recebe)
    usual = detect.layout_of(recebe, int(place[1]), "remessa")
    assert usual
    assert arquivo.cabecalho.layout.startswith(usual)
    ours = [titulo.boleto for titulo in dados.titulos]
    codigo = "" if place in SEM_MOVIMENTO else comandos.code(*place, "01") or "01"
    found = [(each.valor_titulo, each.vencimento, each.seu_numero[-6:], each.codigo) for each in arquivo.records]
    assert found == [(each.valor, each.vencimento, each.numero_documento, codigo) for each in ours]
    assert [each.nosso_numero_chave for each in arquivo.records] == [each.nosso_numero for each in ours]
    assert arquivo.totais.valor_titulo == sum(VALORES)


@cada_escrita
def test_the_checker_finds_no_error_in_it(place: tuple[str, str]) -> None:
    assert errors(check(written(exemplo(place)))) == []


@cada_escrita
def test_every_line_has_its_length_and_there_is_an_end(place: tuple[str, str]) -> None:
    dados = exemplo(place)
    data = written(dados)
    lines = data.decode("ascii").split("\r\n")
    assert lines[-1].strip("\x1a") == ""
    assert {len(line) for line in lines[:-1]} <= {int(place[1]), *LINHAS_CURTAS.get(place, ())}
    arquivo = read_file(data)
    assert arquivo.has_end
    assert arquivo.totais.titles == len(VALORES)
    assert filename(dados)


@cada_escrita
@pytest.mark.parametrize("pedido", PEDIDOS)
def test_what_is_asked_stands_in_the_file_or_is_refused_by_name(place: tuple[str, str], pedido: str) -> None:
    base = convenio(*place)
    sem = written(remessa(base, titulo(base, 11)))
    escrita: Escrita = render(remessa(base, titulo(base, 11, encargos=PEDIDOS[pedido])))
    refused = [problem for problem in escrita.problems if problem.is_error]
    if refused:
        assert all(problem.field and problem.message for problem in refused)
        assert escrita.data == b""
    else:
        assert (escrita.data != sem) is ((place, pedido) not in SEM_PEDIR), f"{pedido}: asked for and not said"
        assert errors(check(escrita.data)) == []


@cada_escrita
@pytest.mark.parametrize("mudado", [{"abatimento": 1_000}, {"aceite": True}], ids=["abatimento", "aceite"])
def test_a_rebate_and_an_acceptance_are_said_or_refused(place: tuple[str, str], mudado: dict[str, Any]) -> None:
    base = convenio(*place)
    escrita = render(remessa(base, titulo(base, 11, **mudado)))
    assert escrita.data == b"" or escrita.data != written(remessa(base, titulo(base, 11)))
    assert bool(errors(escrita.problems)) == (escrita.data == b"")


@cada_escrita
def test_every_movement_the_bank_carries_is_written(place: tuple[str, str]) -> None:
    base = convenio(*place)
    for comando in comandos.available(*place):
        arquivo = read_file(written(remessa(base, titulo(base, 11, comando=comando, abatimento=1_000))))
        assert [each.codigo for each in arquivo.records] == [comandos.code(*place, comando)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    place=st.sampled_from(ESCRITAS),
    valor=st.integers(1, 9_999_999_999),
    vencimento=st.dates(EMISSAO, date(2034, 12, 31)),
    nome=st.text(min_size=1, max_size=90),
    sequencial=st.integers(1, 99_999),
)
def test_any_amount_date_and_name_comes_back(
    place: tuple[str, str], valor: int, vencimento: date, nome: str, sequencial: int
) -> None:
    base = convenio(*place)
    pagador = replace(PAGADORES[0], nome=nome)
    escrita = render(remessa(base, titulo(base, sequencial, valor=valor, vencimento=vencimento, pagador=pagador)))
    if errors(escrita.problems):  # a name of which no letter can be written
        assert all(problem.field and "nome" in problem.field for problem in escrita.problems if problem.is_error)
        return
    (record,) = read_file(escrita.data).records
    assert (record.valor_titulo, record.vencimento) == (valor, vencimento)
    assert record.nosso_numero_chave == titulo(base, sequencial).boleto.nosso_numero
