"""What the office did step by step in other programs works here: one test per step of ``docs/seeds.md``."""

import re
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.services import lists

ROOT = Path(__file__).parents[3]
PAGO = '[[titulo]]\nregra = "todos"\nquando = "vencimento"\n'
RECUSA = '[[titulo]]\nregra = "todos"\nmotivo = "qualquer"\n'


def seeds() -> list[list[str]]:
    """Return the rows of the table: id, screen, service, test."""
    text = (ROOT / "docs" / "seeds.md").read_text(encoding="utf-8")
    return [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if re.match(r"S\d+-\d+ \|", line)]


def test_every_step_of_the_seeds_names_a_test_that_exists() -> None:
    rows = seeds()
    wanted = {f"S2-{n}" for n in range(1, 14)} | {f"S3-{n}" for n in range(1, 11)} | {"S0-5", "S0-6", "S0-7"}
    assert wanted <= {row[0] for row in rows}
    defined = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert [row for row in rows if len(row) != 4 or not set(row[3].split(", ")) <= defined] == []


def test_s2_1_unregistered_collection_is_kept_for_old_titles_only(escritorio: Any) -> None:
    velho = escritorio.convenio("237-400", tipo_cobranca="sem_registro")
    (conta,) = escritorio.contas_receber(10_00)
    plan = escritorio.services.boletos.plan_emissao([conta.id], convenio_id=velho.id)
    assert plan.rows == ()
    assert "sem registro" in plan.problems[0].message
    assert "sem registro" in escritorio.services.remessas.plan(velho.id).problems[0].message
    assert escritorio.convenio().tipo_cobranca == "registrada"


def test_s2_2_one_bank_has_several_convenios_each_with_its_numbers(escritorio: Any) -> None:
    um, outro = escritorio.convenio("001-240"), escritorio.convenio("001-400")
    assert um.banco == outro.banco
    (a,), (b,) = escritorio.boletos(10_00, qual="001-240"), escritorio.boletos(20_00, qual="001-400")
    assert (a.convenio_id, a.sequencial) == (um.id, 1)
    assert (b.convenio_id, b.sequencial) == (outro.id, 1)
    assert [row.boleto.id for row in escritorio.services.remessas.plan(um.id).going] == [a.id]


def test_s2_4_a_boleto_groups_lancamentos_of_any_segment(escritorio: Any) -> None:
    (venda,) = escritorio.contas_receber(10_00, origem="Vendas", dias=10)
    (aluguel,) = escritorio.contas_receber(20_00, origem="Aluguéis", dias=25)
    ids, convenio = [venda.id, aluguel.id], escritorio.convenio()
    plan = escritorio.services.boletos.plan_emissao(
        ids, convenio_id=convenio.id, agrupar=True, vencimento=aluguel.vencimento
    )
    (boleto,) = escritorio.services.boletos.apply(plan)
    assert (boleto.valor, boleto.vencimento) == (30_00, aluguel.vencimento)
    detalhe = escritorio.services.boletos.get(boleto.id)
    assert [conta.origem for conta in detalhe.contas] == ["Vendas", "Aluguéis"]


def test_s2_5_numbers_and_codes_stay_in_the_boleto(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(10_00)
    assert (len(boleto.codigo_barras), len(boleto.linha_digitavel), boleto.nosso_numero) == (44, 47, "00000001")
    services = escritorio.services
    services.operacoes.apply(services.comandos.plan([boleto.id], Comando.PROTESTAR))
    for retorno in escritorio.banco(escritorio.remessa()):
        escritorio.importar(retorno)
    depois = escritorio.boleto(boleto.id)
    assert (depois.codigo_barras, depois.linha_digitavel) == (boleto.codigo_barras, boleto.linha_digitavel)


def test_s2_7_the_first_retorno_settles_nothing_and_a_refusal_says_why_and_allows_another_remessa(
    escritorio: Any,
) -> None:
    bom, ruim = escritorio.boletos(10_00, 20_00)
    remessa = escritorio.remessa()
    recusa = f'[[titulo]]\nseu_numero = "{ruim.numero_documento}"\nmotivo = "qualquer"\n[[titulo]]\nregra = "todos"\n'
    (retorno,) = escritorio.banco(remessa, recusa)
    feita = escritorio.importar(retorno)
    assert (feita.contagens["baixas"], feita.contagens["confirmacoes"], feita.contagens["rejeicoes"]) == (0, 1, 1)
    assert escritorio.boleto(bom.id).no_banco is NoBanco.REGISTRADO
    recusado = escritorio.boleto(ruim.id)
    assert (recusado.no_banco, recusado.situacao) == (NoBanco.RECUSADO, Situacao.EM_ABERTO)
    assert recusado.no_banco_detalhe
    services = escritorio.services
    services.operacoes.apply(services.boletos_vida.plan_reenviar([ruim.id]))
    assert [row.boleto.id for row in services.remessas.plan(ruim.convenio_id).going] == [ruim.id]


def test_s2_8_the_settling_retorno_settles_by_itself(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(10_00, 20_00, agrupar=True)
    registro, pagamento = escritorio.banco(escritorio.remessa(), PAGO)
    escritorio.importar(registro)
    assert escritorio.importar(pagamento).contagens["baixas"] == 1
    contas = [escritorio.conta(item.conta_receber_id) for item in boleto.itens]
    assert [conta.situacao for conta in contas] == [Situacao.BAIXADO] * 2
    feito = escritorio.boleto(boleto.id)
    assert (feito.data_pagamento, feito.valor_pago) == (boleto.vencimento, 30_00)


def test_s0_5_made_is_not_sent(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(10_00)
    escritorio.remessa()
    services = escritorio.services
    assert services.remessas.get(1).remessa.situacao is SituacaoRemessa.GERADA
    services.remessas.mark_enviada(1)
    assert services.remessas.get(1).remessa.situacao is SituacaoRemessa.ENVIADA
    assert escritorio.boleto(boleto.id).no_banco is NoBanco.ENVIADO


def test_s0_6_a_refused_title_changes_where_it_stands_at_the_bank(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(10_00)
    for retorno in escritorio.banco(escritorio.remessa(), RECUSA):
        assert escritorio.importar(retorno).contagens["rejeicoes"] == 1
    assert escritorio.boleto(boleto.id).no_banco is NoBanco.RECUSADO


def test_s0_7_only_the_second_kind_of_retorno_settles(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(10_00)
    registro, pagamento = escritorio.banco(escritorio.remessa(), PAGO)
    escritorio.importar(registro)
    assert escritorio.boleto(boleto.id).situacao is Situacao.EM_ABERTO
    escritorio.importar(pagamento)
    assert escritorio.boleto(boleto.id).situacao is Situacao.BAIXADO


def test_s3_5_the_list_of_retornos_has_the_six_columns_in_their_order() -> None:
    titulos = [coluna.titulo for coluna in lists.IMPORTACOES][:6]
    assert titulos == ["Código", "Nº Retorno", "Tipo", "Data emissão", "Data importação", "Usuário"]


@pytest.mark.parametrize("decrescente", [False, True])
def test_s3_4_a_column_sorts_both_ways_and_without_filters_all_are_shown(escritorio: Any, *, decrescente: bool) -> None:
    escritorio.boletos(10_00)
    for retorno in escritorio.banco(escritorio.remessa(), PAGO):
        escritorio.importar(retorno)
    pagina = escritorio.services.importacoes.list(ListQuery(ordem="importada_em", decrescente=decrescente))
    assert [linha["id"] for linha in pagina.linhas] == ([2, 1] if decrescente else [1, 2])
    filtrada = escritorio.services.importacoes.list(ListQuery(filtros={"numero": -1}))
    assert (filtrada.total, pagina.total) == (0, 2)
