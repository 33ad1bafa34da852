"""What *Ir para ou buscar* finds, and in which order."""

import time
from dataclasses import replace
from typing import Any

import pytest

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.services.busca import Acerto


def found(escritorio: Any, texto: str) -> list[tuple[str, str, int]]:
    return [(a.lista, a.titulo, int(a.acerto)) for a in escritorio.services.busca.find(texto, 1)]


@pytest.fixture
def cheio(escritorio: Any) -> Any:
    boletos = escritorio.boletos(1234_56, 99_00)
    with escritorio.services.database.write() as uow:
        uow.pessoas.add(Pessoa(empresa_id=1, codigo="2", nome="José Açaí", documento="11222333000181"))
        uow.pessoas.add(Pessoa(empresa_id=1, codigo="3", nome="Bar do José", documento="45997418000153"))
    escritorio.feitos = boletos
    return escritorio


def test_a_nosso_numero_is_found_however_it_is_written(cheio: Any) -> None:
    boleto = cheio.feitos[0]
    for texto in (boleto.nosso_numero, boleto.nosso_numero.lstrip("0"), boleto.nosso_numero_impresso):
        if len(texto) > 1:
            achados = cheio.services.busca.find(texto, 1)
            assert (achados[0].lista, achados[0].id, achados[0].acerto) == ("boletos", boleto.id, Acerto.EXATO)


def test_amounts_documents_and_lines_are_exact(cheio: Any) -> None:
    boleto = cheio.feitos[0]
    for texto in ("1234,56", "R$ 1.234,56", boleto.numero_documento.lower(), boleto.linha_digitavel):
        achados = cheio.services.busca.find(texto, 1)
        assert ("boletos", boleto.id) in [(a.lista, a.id) for a in achados if a.acerto is Acerto.EXATO], texto
        assert cheio.feitos[1].id not in [a.id for a in achados if a.acerto is Acerto.EXATO and a.lista == "boletos"]
    assert found(cheio, "11.222.333/0001-81") == [("pessoas", "José Açaí", 0)]


def test_accents_and_capitals_do_not_matter_and_a_beginning_comes_first(cheio: Any) -> None:
    assert found(cheio, "JOSE") == [("pessoas", "José Açaí", 1), ("pessoas", "Bar do José", 2)]
    assert found(cheio, "acai jose") == [("pessoas", "José Açaí", 2)]


def test_another_empresas_books_are_not_looked_into(cheio: Any) -> None:
    assert cheio.services.busca.find("jose", 2) == []
    assert cheio.services.busca.find("j", 1) == []


def test_a_glance_over_many_rows_stays_quick(escritorio: Any) -> None:
    (conta,) = escritorio.contas_receber(10_00)
    with escritorio.services.database.write() as uow:
        pessoa = uow.pessoas.get(escritorio.pessoa.id)
        uow.pessoas.add_all([replace(pessoa, codigo=f"P{n}", nome=f"Cliente {n:06d}") for n in range(30_000)])
        uow.contas_receber.add_all([replace(conta, codigo=f"C{n}", documento=f"NF-{n}") for n in range(30_000)])
    began = time.perf_counter()
    assert found(escritorio, "nf-29999") == [("contas-receber", "Cliente Exemplo Ltda", 0)]
    assert found(escritorio, "nada disso existe") == []
    assert time.perf_counter() - began < 1.5
