"""Lists: filters, search, order, pages and sums, all by the database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError

ANTES, DEPOIS = date(2026, 11, 30), date(2026, 12, 31)


@pytest.fixture
def filled(books: Any) -> Any:
    """Books with ten contas a receber, due on ten days, each with its boleto."""
    with books.database.write() as uow:
        contas = uow.contas_receber.add_many([books.conta_receber(n, dias=20 + n) for n in range(1, 11)])
        uow.boletos.add_many([books.boleto(conta, n) for n, conta in enumerate(contas, 1)])
    return books


def contas(books: Any, hoje: date = ANTES, **query: Any) -> Pagina:
    with books.database.read() as uow:
        page: Pagina = uow.contas_receber.page(ListQuery(**query), hoje)
    return page


def numbers(page: Pagina) -> list[int]:
    return [int(linha["codigo"]) for linha in page.linhas]


def test_the_whole_list_comes_in_due_order_with_its_sums(filled: Any) -> None:
    page = contas(filled)
    assert numbers(page) == list(range(1, 11))
    assert page.total == 10
    assert page.somas == {"valor": sum(range(1001, 1011)), "valor_baixado": 0, "saldo": sum(range(1001, 1011))}
    first = page.linhas[0]
    assert (first["pessoa"], first["convenio"], first["valor"]) == ("Loja Exemplo Ltda", "Cobrança simples", 1001)


def test_pages_do_not_overlap_and_sums_are_of_all_of_them(filled: Any) -> None:
    pages = [contas(filled, inicio=inicio, quantidade=4) for inicio in (0, 4, 8)]
    assert [n for page in pages for n in numbers(page)] == list(range(1, 11))
    assert {page.total for page in pages} == {10}
    assert {page.somas["valor"] for page in pages} == {sum(range(1001, 1011))}


@pytest.mark.parametrize(
    "ordem", ["codigo", "valor", "vencimento", "documento", "saldo", "situacao", "pessoa", "banco"]
)
def test_every_column_sorts_both_ways(filled: Any, ordem: str) -> None:
    up = contas(filled, ordem=ordem)
    down = contas(filled, ordem=ordem, decrescente=True)
    assert [linha["id"] for linha in down.linhas] == [linha["id"] for linha in reversed(up.linhas)]
    keys = [linha[ordem] for linha in up.linhas]
    assert ordem == "situacao" or keys == sorted(keys)


def test_a_conta_past_its_due_date_is_seen_as_vencida_and_found_as_such(filled: Any) -> None:
    hoje = filled.conta_receber(5, dias=25).vencimento
    assert [linha["situacao"] for linha in contas(filled, hoje).linhas] == [Situacao.VENCIDO] * 4 + [
        Situacao.EM_ABERTO
    ] * 6
    assert numbers(contas(filled, hoje, filtros={"situacao": Situacao.VENCIDO})) == [1, 2, 3, 4]
    assert numbers(contas(filled, hoje, filtros={"situacao": "Em aberto"})) == [5, 6, 7, 8, 9, 10]
    assert contas(filled, hoje, filtros={"situacao": ["vencido", "EM_ABERTO"]}).total == 10
    assert contas(filled, hoje, filtros={"aberto": False}).total == 0


def test_filters_take_values_ranges_and_choices_also_as_text(filled: Any) -> None:
    assert numbers(contas(filled, filtros={"valor": (1003, 1005)})) == [3, 4, 5]
    assert numbers(contas(filled, filtros={"valor": ("10.09", None)})) == [9, 10]
    assert numbers(contas(filled, filtros={"vencimento": (None, "2026-11-24")})) == [1, 2]
    assert numbers(contas(filled, filtros={"documento": ["NF2", "NF7"]})) == [2, 7]
    assert numbers(contas(filled, filtros={"pessoa": "1"})) == [2, 4, 6, 8, 10]
    assert contas(filled, filtros={"convenio": "1", "banco": "341", "empresa": "001"}).total == 10
    assert contas(filled, filtros={"convenio_id": None}).total == 0


def test_search_ignores_accents_and_capitals_and_wants_every_word(filled: Any) -> None:
    assert numbers(contas(filled, busca="JOAO")) == [2, 4, 6, 8, 10]
    assert numbers(contas(filled, busca="servico joão nf4")) == [4]
    assert numbers(contas(filled, busca="529.982.247-25 NF10")) == [10]
    assert contas(filled, busca="100%").total == 0
    assert contas(filled, busca="_").total == 0


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"filtros": {"cor": "azul"}}, "Não há filtro “cor”"),
        ({"ordem": "cor"}, "Não há ordem “cor”"),
        ({"filtros": {"situacao": "Sumido"}}, "“Sumido” não existe em situacao"),
        ({"filtros": {"vencimento": "31/12"}}, "pede uma data"),
        ({"filtros": {"valor": "muito"}}, "pede um valor"),
        ({"filtros": {"pessoa_id": "x"}}, "pede um número"),
    ],
)
def test_what_a_list_does_not_know_is_refused_by_name(filled: Any, query: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        contas(filled, **query)


def test_boletos_show_both_states_and_where_they_were_sent(filled: Any) -> None:
    with filled.database.write() as uow:
        boleto = uow.boletos.get(3)
        uow.boletos.update(
            replace(boleto, no_banco=NoBanco.RECUSADO, no_banco_detalhe="CEP inválido", situacao=Situacao.CANCELADO)
        )
    with filled.database.read() as uow:
        page = uow.boletos.page(ListQuery(filtros={"no_banco": "Recusado"}), ANTES)
        assert uow.boletos.page(ListQuery(filtros={"no_banco": ["Recusado", "Não enviado"]}), ANTES).total == 10
        assert uow.boletos.page(ListQuery(busca="00000003"), ANTES).total == 1
        assert uow.boletos.page(ListQuery(filtros={"convenio": "1", "banco": "341", "pagador": "2"}), ANTES).total == 5
        assert uow.boletos.ids(ListQuery(ordem="pagador", decrescente=True), ANTES) == [9, 7, 5, 3, 1, 10, 8, 6, 4, 2]
        assert [linha["id"] for linha in uow.boletos.rows([7, 2, 99], ANTES)] == [7, 2]
    (linha,) = page.linhas
    assert linha["id"] == 3
    assert linha["codigo"] == "000003"
    assert (linha["situacao"], linha["no_banco"], linha["detalhe"]) == (
        Situacao.CANCELADO,
        NoBanco.RECUSADO,
        "CEP inválido",
    )
    assert page.somas == {"valor": 1003, "valor_pago": 0}


def test_every_list_opens_and_its_columns_are_there(filled: Any) -> None:
    with filled.database.read() as uow:
        for repository in (uow.empresas, uow.filiais, uow.pessoas, uow.contas, uow.convenios):
            page = repository.page(ListQuery())
            assert page.total == len(page.linhas) > 0
        assert uow.remessas.page(ListQuery()).somas == {"valor": 0}
        assert uow.importacoes.page(ListQuery()).total == 0
        assert uow.pessoas.page(ListQuery(busca="loja")).linhas[0]["documento"] == "11.222.333/0001-81"


def test_names_are_sorted_as_people_sort_them(filled: Any) -> None:
    with filled.database.write() as uow:
        for codigo, nome in (("3", "zebra Exemplo"), ("4", "Água Exemplo"), ("5", "Zuleica Exemplo"), ("6", "abel")):
            uow.pessoas.add(Pessoa(empresa_id=1, codigo=codigo, nome=nome, documento="52998224725"))
    with filled.database.read() as uow:
        names = [linha["nome"] for linha in uow.pessoas.page(ListQuery()).linhas]
    assert names == ["abel", "Água Exemplo", "João Exemplo", "Loja Exemplo Ltda", "zebra Exemplo", "Zuleica Exemplo"]


def test_due_after_everything_is_none(filled: Any) -> None:
    assert contas(filled, DEPOIS, filtros={"vencimento": (DEPOIS, None)}).linhas == ()
