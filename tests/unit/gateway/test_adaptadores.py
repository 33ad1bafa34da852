"""The registry, and what the data of every adapter must hold."""

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.fichas import Confianca
from finbank_desktop.domain.registro import Ambiente
from finbank_desktop.gateway import adaptadores, exigencias, fichas
from finbank_desktop.gateway.port import Adaptador, Autenticacao, Classe
from finbank_desktop.services.bancos import BancosService
from tests.unit.gateway.provas import titulo

TODOS = {adaptador.nome: adaptador for adaptador in adaptadores.todos()}
ESTADOS = {"aberto", "processando", "pago", "pago_parcial", "baixado", "rejeitado", "outro"}
FIELDS = {
    *exigencias.textos(titulo()),
    *("valor", "vencimento", "nosso_numero", "pagador.documento", "pagador.telefone"),
    *("encargos.juros", "encargos.multa", "encargos.desconto", "encargos.desconto_dias", "encargos.baixa_dias"),
}


@pytest.mark.parametrize("adaptador", TODOS.values(), ids=list(TODOS))
def test_the_data_of_an_adapter_is_whole(adaptador: Adaptador) -> None:
    ficha = fichas.load(adaptador.nome)
    assert set(ficha.hosts) == set(Ambiente)
    hosts = {nome: set(enderecos) for nome, enderecos in ficha.hosts.items()}
    assert hosts[Ambiente.PRODUCAO] == hosts[Ambiente.HOMOLOGACAO]
    assert all(address.startswith("https://") for each in ficha.hosts.values() for address in each.values())
    assert not adaptador.banco or any(banco.codigo == adaptador.banco for banco in registry.todos())
    assert set(ficha.situacoes.values()) <= ESTADOS
    assert set(ficha.nomes.values()) <= FIELDS
    assert set(ficha.textos) | set(ficha.obrigatorios) <= set(exigencias.textos(titulo()))
    assert ficha.fonte
    assert ficha.data
    assert ficha.confianca is not Confianca.GENERICO
    assert set(ficha.capacidades.ritmos) <= set(Classe)


@pytest.mark.parametrize("adaptador", TODOS.values(), ids=list(TODOS))
def test_who_has_a_token_says_where(adaptador: Adaptador) -> None:
    own = adaptador.capacidades.autenticacao in (Autenticacao.CLIENT_CREDENTIALS, Autenticacao.PASSWORD)
    assert ("token" in adaptador.hosts[Ambiente.PRODUCAO]) == own


def test_adapters_are_found_by_name_and_bank() -> None:
    assert adaptadores.adaptador("inter").banco == "077"
    assert [each.nome for each in adaptadores.do_banco("077")] == ["inter", "kobana"]
    with pytest.raises(adaptadores.UnknownAdaptadorError, match="as conhecidas são inter"):
        adaptadores.adaptador("nada")


def test_the_banks_tell_what_their_api_rests_on() -> None:
    rows = {row.code: row for row in BancosService().listar()}
    inter = rows["077"].api
    assert inter is not None
    assert (inter.confianca, bool(inter.data), bool(inter.fonte)) == (Confianca.MANUAL, True, True)
    assert rows["003"].api is None
    assert {code for code, row in rows.items() if row.api} == {each.banco for each in TODOS.values() if each.banco}


def test_a_cnpj_with_letters_goes_only_where_it_is_taken() -> None:
    letters = titulo(pagador={"documento": "12ABC34501DE35"})
    refusing = {
        nome
        for nome in TODOS
        if any(p.field == "pagador.documento" for p in exigencias.problems(fichas.load(nome), letters))
    }
    assert {"bb", "santander"} <= refusing
    assert "inter" not in refusing


def test_texts_are_never_cut() -> None:
    longo = titulo(pagador={"nome": "N" * 101}, endereco={"cidade": "C" * 61})
    fields = {p.field for p in exigencias.problems(fichas.load("inter"), longo)}
    assert {"pagador.nome", "pagador.endereco.cidade"} <= fields


def test_a_cep_has_eight_digits() -> None:
    short = titulo(endereco={"cep": "8001000"})
    assert {p.field for p in exigencias.problems(fichas.load("santander"), short)} == {"pagador.endereco.cep"}
