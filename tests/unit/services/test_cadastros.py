"""Cadastros: every fault beside its field, nothing wrong is saved, nobody's change is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Filial, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoMulta
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.services import lists
from finbank_desktop.services.cadastros import CadastrosService

ENDERECO = Endereco(logradouro="Rua Exemplo", numero="10", cidade="Recife", uf="pe", cep="50.000-000")
PESSOA = Pessoa(empresa_id=1, codigo="C1", nome="  Cliente   Exemplo ", documento="529.982.247-25", endereco=ENDERECO)
CONTA = Conta(empresa_id=1, codigo="1", descricao="Conta", banco="341", agencia="1234", conta="56789", conta_dv="0")
CONVENIO = Convenio(
    empresa_id=1, codigo="1", descricao="Cobrança", conta_id=1, banco="341", formato="400", carteira="109"
)


@pytest.fixture
def cadastros(tmp_path: Path) -> Iterator[CadastrosService]:
    with Database.open(str(tmp_path / "a.db")) as database:
        yield CadastrosService(database)


def errors(problems: list[Problem]) -> set[str | None]:
    return {problem.field for problem in problems if problem.is_error}


def test_what_a_person_typed_is_saved_tidy(cadastros: CadastrosService) -> None:
    saved = cadastros.save_pessoa(PESSOA)
    assert (saved.nome, saved.documento) == ("Cliente Exemplo", "52998224725")
    assert (saved.endereco.uf, saved.endereco.cep) == ("PE", "50000000")
    assert cadastros.get_pessoa(saved.id) == saved
    assert cadastros.save_conta(replace(CONTA, conta_dv="x")).conta_dv == "X"


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"nome": " "}, {"nome"}),
        ({"documento": ""}, {"documento"}),
        ({"documento": "529.982.247-24"}, {"documento"}),
        ({"documento": "11222333000182"}, {"documento"}),
        ({"email": "cliente@exemplo"}, {"email"}),
        ({"endereco": replace(ENDERECO, cep="5000-000")}, {"cep"}),
        ({"endereco": replace(ENDERECO, uf="XX")}, {"uf"}),
        (
            {"nome": "", "documento": "1", "endereco": replace(ENDERECO, uf="PEE", cep="x")},
            {"nome", "documento", "uf", "cep"},
        ),
        ({"documento": "11.222.333/0001-81"}, set()),
        ({"documento": "12.ABC.345/01DE-35", "email": "cliente@exemplo.com.br"}, set()),
    ],
)
def test_every_fault_of_a_pessoa_names_its_field(
    cadastros: CadastrosService, change: dict[str, object], fields: set[str]
) -> None:
    pessoa = replace(PESSOA, **change)  # type: ignore[arg-type] # each case changes other fields
    assert errors(cadastros.problems_pessoa(pessoa)) == fields
    if fields:
        with pytest.raises(RefusedError):
            cadastros.save_pessoa(pessoa)
        assert cadastros.list_pessoas().total == 0


def test_a_pessoa_without_address_is_saved_with_a_warning(cadastros: CadastrosService) -> None:
    pessoa = replace(PESSOA, endereco=Endereco())
    warned = {problem.field for problem in cadastros.problems_pessoa(pessoa) if not problem.is_error}
    assert warned == {"logradouro", "cidade", "uf", "cep"}
    assert cadastros.save_pessoa(pessoa).id


def test_a_codigo_is_unique_and_counted_on_when_left_empty(cadastros: CadastrosService) -> None:
    first = cadastros.save_pessoa(replace(PESSOA, codigo="0002"))
    assert errors(cadastros.problems_pessoa(replace(PESSOA, codigo="0002"))) == {"codigo"}
    assert cadastros.save_pessoa(replace(PESSOA, codigo="")).codigo == "0001"
    assert cadastros.save_pessoa(replace(PESSOA, codigo="")).codigo == "0003"
    assert errors(cadastros.problems_pessoa(replace(first, codigo=""))) == {"codigo"}
    assert errors(cadastros.problems_pessoa(first)) == set()


def test_what_changed_in_another_window_is_not_overwritten(cadastros: CadastrosService) -> None:
    here = cadastros.save_pessoa(PESSOA)
    there = cadastros.save_pessoa(replace(here, nome="Cliente Exemplo Ltda"))
    with pytest.raises(StaleError, match="A pessoa mudou em outra janela"):
        cadastros.save_pessoa(replace(here, telefone="1"))
    assert cadastros.get_pessoa(here.id) == there


def test_a_new_empresa_gets_its_matriz(cadastros: CadastrosService) -> None:
    empresa = cadastros.save_empresa(Empresa(codigo="002", razao_social="Outra", documento="11222333000181"))
    filiais = cadastros.list_filiais(ListQuery(filtros={"empresa_id": empresa.id})).linhas
    assert [(f["codigo"], f["nome"], f["empresa"]) for f in filiais] == [("001", "Matriz", "Outra")]


@pytest.mark.parametrize(
    ("empresa", "fields"),
    [
        (Empresa(codigo="1", razao_social="", documento=""), {"codigo", "razao_social", "documento"}),
        (Empresa(codigo="001", razao_social="Outra", documento="11222333000181"), {"codigo"}),
        (Empresa(codigo="00٣", razao_social="Outra", documento="11222333000181"), {"codigo"}),
    ],
)
def test_every_fault_of_an_empresa_names_its_field(
    cadastros: CadastrosService, empresa: Empresa, fields: set[str]
) -> None:
    assert errors(cadastros.problems_empresa(empresa)) == fields


def test_every_fault_of_a_filial_and_a_conta_names_its_field(cadastros: CadastrosService) -> None:
    filial = Filial(empresa_id=1, codigo="001", nome="", documento="1")
    assert errors(cadastros.problems_filial(filial)) == {"codigo", "nome", "documento"}
    conta = Conta(empresa_id=1, codigo="1", descricao="", banco="34", agencia="12-3", conta="", conta_dv="???")
    assert errors(cadastros.problems_conta(conta)) == {"descricao", "banco", "agencia", "conta", "conta_dv"}


def test_a_convenio_is_judged_by_its_banks_rules(cadastros: CadastrosService) -> None:
    conta = cadastros.save_conta(CONTA)
    good = replace(CONVENIO, conta_id=conta.id)
    assert cadastros.problems_convenio(good) == []
    cases: list[tuple[Convenio, set[str | None]]] = [
        (replace(good, conta_id=99), {"conta_id"}),
        (replace(good, carteira=""), {"carteira"}),
        (replace(good, banco="999"), {"banco"}),
        (replace(good, formato="500"), {"formato"}),
        (replace(good, descricao="", emissao="ninguém"), {"descricao", "emissao"}),
        (replace(good, banco="237"), {"conta_id"}),
        (replace(good, nosso_numero_inicio=20, proximo_nosso_numero=10), {"proximo_nosso_numero"}),
        (replace(good, nosso_numero_inicio=20, nosso_numero_fim=10), {"nosso_numero_fim"}),
        (replace(good, instrucoes=tuple("123456789")), {"instrucoes"}),
        (replace(good, proxima_remessa=0), {"proxima_remessa"}),
        (replace(good, encargos=Encargos(multa_tipo=TipoMulta.PERCENTUAL, multa=100_00)), {"multa"}),
        (replace(good, encargos=Encargos(multa_tipo=TipoMulta.PERCENTUAL)), {"multa"}),
        (replace(good, encargos=Encargos(juros=-1, baixa_dias=-1)), {"juros", "baixa_dias"}),
    ]
    for convenio, fields in cases:
        assert fields <= errors(cadastros.problems_convenio(convenio)), convenio
        with pytest.raises(RefusedError):
            cadastros.save_convenio(convenio)
    saved = cadastros.save_convenio(replace(good, instrucoes=(" Não   dispensar ", "", "x"), extras={"posto": " "}))
    assert saved.instrucoes == ("Não dispensar", "x")
    assert saved.extras == {}


def test_a_sentence_is_told_as_one(cadastros: CadastrosService) -> None:
    conta = cadastros.save_conta(CONTA)
    for problem in cadastros.problems_convenio(replace(CONVENIO, conta_id=conta.id, banco="237", carteira="")):
        for text in (problem.message, problem.fix):
            assert not text or (text[0].isupper() and text.endswith("."))


def test_the_number_of_the_next_remessa_only_grows(cadastros: CadastrosService) -> None:
    conta = cadastros.save_conta(CONTA)
    saved = cadastros.save_convenio(replace(CONVENIO, conta_id=conta.id, proxima_remessa=5))
    assert errors(cadastros.problems_convenio(replace(saved, proxima_remessa=4))) == {"proxima_remessa"}
    assert cadastros.save_convenio(replace(saved, proxima_remessa=9)).proxima_remessa == 9


def test_every_column_is_in_every_row(cadastros: CadastrosService) -> None:
    conta = cadastros.save_conta(CONTA)
    cadastros.save_convenio(replace(CONVENIO, conta_id=conta.id))
    cadastros.save_pessoa(PESSOA)
    shown = (
        (lists.EMPRESAS, cadastros.list_empresas()),
        (lists.FILIAIS, cadastros.list_filiais()),
        (lists.PESSOAS, cadastros.list_pessoas()),
        (lists.CONTAS, cadastros.list_contas()),
        (lists.CONVENIOS, cadastros.list_convenios()),
    )
    for colunas, page in shown:
        assert page.total == 1
        assert {coluna.chave for coluna in colunas} <= set(page.linhas[0])
        for coluna in colunas:
            assert coluna.titulo
