"""Lots, the accountant's files, closed months, contas caixa and the plano de contas."""

import csv
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.contabil import (
    ContaCaixa,
    ContaContabil,
    Historico,
    Natureza,
    Papel,
    Processo,
    SituacaoLote,
)
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.baixas import BaixaManual

TODOS = ListQuery()


def pay(escritorio: Any, boleto_id: int, valor: int, **campos: Any) -> Any:
    services = escritorio.services
    baixa = BaixaManual(**{"data": escritorio.hoje, "valor_pago": valor} | campos)
    return services.operacoes.apply(services.baixas.plan(boleto_id, baixa))


def saldo(escritorio: Any, qual: str = "341-400") -> int:
    resposta: int = escritorio.services.contas_caixa.saldo(escritorio.convenio(qual).conta_id)
    return resposta


def lotes(escritorio: Any, **filtros: Any) -> list[Any]:
    return list(escritorio.services.lotes.list(ListQuery(filtros=filtros)).linhas)


PAGO_COM_TARIFA = '[[titulo]]\nregra = "todos"\nquando = "vencimento"\ntarifa = "1.90"\n'


def import_paid(escritorio: Any, *valores: int) -> Any:
    escritorio.boletos(*valores)
    (retorno,) = escritorio.banco(escritorio.remessa(), PAGO_COM_TARIFA)[-1:]
    return escritorio.importar(retorno)


def test_s1_8_one_item_de_baixa_and_one_movement_per_settlement(escritorio: Any) -> None:
    importacao = import_paid(escritorio, 100_00, 250_00)
    with escritorio.services.database.read() as uow:
        baixas = uow.baixas.of_importacao(importacao.id)
        movimentos = uow.movimentos_caixa.of_itens("baixas", [b.id for b in baixas])
        assert [(m.item_id, m.valor) for m in movimentos] == [(b.id, b.valor_pago) for b in baixas]
        assert [b.valor_pago for b in baixas] == [100_00, 250_00]


def test_s1_9_the_balance_of_the_conta_caixa_before_and_after(escritorio: Any) -> None:
    escritorio.convenio()
    assert saldo(escritorio) == 0
    importacao = import_paid(escritorio, 100_00, 250_00)
    assert saldo(escritorio) == 350_00 - 2 * 1_90
    services = escritorio.services
    services.importacoes.desfazer(services.importacoes.plan_desfazer(importacao.id))
    assert saldo(escritorio) == 0


def test_s1_11_each_process_has_its_own_lot_found_by_its_name(escritorio: Any) -> None:
    importacao = import_paid(escritorio, 100_00)
    (outro,) = escritorio.boletos(50_00)
    pay(escritorio, outro.id, 50_00)
    (do_retorno,) = lotes(escritorio, processo="Retorno de cobrança")
    assert do_retorno["texto"] == f"Retorno de cobrança nº {importacao.numero}, importação {importacao.codigo}"
    assert escritorio.services.lotes.list(ListQuery(busca="importação 00000")).total == 1
    (manual,) = lotes(escritorio, processo=["BAIXA_MANUAL"])
    assert manual["valor"] == 50_00
    assert len(lotes(escritorio, periodo=(escritorio.hoje, escritorio.hoje))) == 1
    assert len(lotes(escritorio, periodo=(None, date(2020, 1, 1)))) == 0


def test_a_charge_is_posted_as_an_expense(escritorio: Any) -> None:
    import_paid(escritorio, 100_00)
    (lote,) = lotes(escritorio)
    linhas = escritorio.services.lotes.get(lote["id"]).linhas
    assert [(each.conta.nome, each.debito, each.credito) for each in linhas] == [
        ("Bancos conta movimento", 100_00, 0),
        ("Clientes", 0, 100_00),
        ("Bancos conta movimento", 0, 1_90),
        ("Tarifas bancárias", 1_90, 0),
    ]
    assert linhas[0].historico.startswith("Recebimento de Cliente Exemplo Ltda, documento NF1, Retorno de cobrança nº")
    assert linhas[2].historico.startswith("Tarifa")


def test_a_settlement_by_hand_goes_to_the_account_that_was_said(escritorio: Any) -> None:
    caixa = escritorio.services.contas_caixa.add_till(1, "CX1", "Caixa da loja")
    (boleto,) = escritorio.boletos(100_00)
    pay(escritorio, boleto.id, 103_00, conta_id=caixa.id, juros=2_00, multa=1_00)
    (lote,) = lotes(escritorio)
    linhas = escritorio.services.lotes.get(lote["id"]).linhas
    assert {each.conta.nome: each.partida.valor for each in linhas} == {
        "Caixa": 103_00,
        "Clientes": -100_00,
        "Juros recebidos": -2_00,
        "Multas recebidas": -1_00,
    }
    assert escritorio.services.contas_caixa.saldo(caixa.id) == 103_00
    assert saldo(escritorio) == 0


def test_a_conta_without_boleto_and_convenio_is_received_in_the_till(escritorio: Any) -> None:
    (conta,) = escritorio.contas_receber(70_00)
    services = escritorio.services
    plan = services.baixas.plan_conta(conta.id, BaixaManual(data=escritorio.hoje, valor_pago=70_00))
    services.operacoes.apply(plan)
    (caixa,) = services.contas_caixa.list(TODOS).linhas
    assert (caixa["codigo"], caixa["descricao"], caixa["banco"], caixa["saldo"]) == ("CAIXA", "Caixa", "", 70_00)


def test_the_till_takes_another_codigo_where_its_own_is_a_banks(escritorio: Any) -> None:
    with escritorio.services.database.write() as uow:
        uow.contas.add(Conta(empresa_id=1, codigo="CAIXA", descricao="CEF", banco="104", agencia="1", conta="2"))
    (conta,) = escritorio.contas_receber(70_00)
    services = escritorio.services
    services.operacoes.apply(services.baixas.plan_conta(conta.id, BaixaManual(data=escritorio.hoje, valor_pago=70_00)))
    assert [(c["codigo"], c["saldo"]) for c in services.contas_caixa.list(TODOS).linhas] == [
        ("CAIXA", 0),
        ("CAIXA2", 70_00),
    ]


def test_taking_a_settlement_back_posts_the_opposite_and_undoing_that_restores_it(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    pay(escritorio, boleto.id, 100_00)
    services = escritorio.services
    (baixa,) = services.baixas.of_boleto(boleto.id)
    estorno = services.operacoes.apply(services.baixas.plan_estorno([baixa.id], "cheque sem fundo"))
    assert saldo(escritorio) == 0
    (lote,) = lotes(escritorio, processo="Estorno de baixa")
    assert {each.conta.nome: each.partida.valor for each in services.lotes.get(lote["id"]).linhas} == {
        "Bancos conta movimento": -100_00,
        "Clientes": 100_00,
    }
    services.operacoes.desfazer(services.operacoes.plan_desfazer(estorno.id))
    assert saldo(escritorio) == 100_00


def test_undoing_what_is_in_a_closed_lot_says_so_and_posts_a_mirror(escritorio: Any) -> None:
    importacao = import_paid(escritorio, 100_00)
    services = escritorio.services
    (lote,) = lotes(escritorio)
    services.lotes.fechar([lote["id"]])
    plan = services.importacoes.plan_desfazer(importacao.id)
    assert plan.texto.endswith("O lote contábil 000001 está fechado e fica; um lote de estorno o compensa.")
    services.importacoes.desfazer(plan)
    assert saldo(escritorio) == 0
    espelho, original = lotes(escritorio)
    assert (espelho["texto"], espelho["situacao"]) == (f"Estorno de {original['texto']}", SituacaoLote.ABERTO)
    assert services.lotes.get(original["id"]).estornado_por.codigo == espelho["codigo"]
    assert services.lotes.get(espelho["id"]).estorna.codigo == "000001"
    again = services.retornos.plan(next(escritorio.folder.rglob("banco*/*")))
    assert again.ja_importado_id is None


def test_a_closed_lot_is_not_closed_again(escritorio: Any) -> None:
    import_paid(escritorio, 100_00)
    escritorio.services.lotes.fechar([1])
    with pytest.raises(RefusedError, match="já está fechado"):
        escritorio.services.lotes.fechar([1])


def test_a_broken_lot_does_not_close(escritorio: Any) -> None:
    import_paid(escritorio, 100_00)
    with closing(sqlite3.connect(escritorio.path)) as connection, connection:
        connection.execute("UPDATE partidas SET valor = valor + 1 WHERE id = 1")
    with pytest.raises(RefusedError, match="não somam zero"):
        escritorio.services.lotes.fechar([1])


# --- closed months


def close_october(escritorio: Any) -> Any:
    service = escritorio.services.fechamento_contabil
    return service.fechar(service.plan(1, date(2026, 10, 5)))


def test_closing_a_month_closes_its_lots_first(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    pay(escritorio, boleto.id, 100_00, data=date(2026, 10, 30))
    plan = escritorio.services.fechamento_contabil.plan(1, date(2026, 10, 5))
    assert (plan.ate, [lote.codigo for lote in plan.lotes]) == (date(2026, 10, 31), ["000001"])
    fechamento = escritorio.services.fechamento_contabil.fechar(plan)
    assert (fechamento.ate, fechamento.usuario) == (date(2026, 10, 31), "Ana")
    assert [lote["situacao"] for lote in lotes(escritorio)] == [SituacaoLote.FECHADO]


def test_nothing_is_settled_or_undone_in_a_closed_month(escritorio: Any) -> None:
    um, outro = escritorio.boletos(100_00, 50_00)
    operacao = pay(escritorio, um.id, 100_00, data=date(2026, 10, 30))
    close_october(escritorio)
    antes = escritorio.rows()
    with pytest.raises(RefusedError, match="período contábil até 31/10/2026 está fechado"):
        pay(escritorio, outro.id, 50_00, data=date(2026, 10, 31))
    plan = escritorio.services.operacoes.plan_desfazer(operacao.id)
    assert not plan.can
    assert plan.refused[0].why.startswith("o período contábil até 31/10/2026 está fechado.")
    assert escritorio.rows() == antes
    pay(escritorio, outro.id, 50_00, data=date(2026, 11, 3))


def test_a_retorno_that_would_settle_in_a_closed_month_says_so_before_and_is_refused(escritorio: Any) -> None:
    escritorio.boletos(100_00, dias=5)
    (*_, retorno) = escritorio.banco(escritorio.remessa(), PAGO_COM_TARIFA)
    escritorio.hoje = date(2027, 1, 4)
    service = escritorio.services.fechamento_contabil
    service.fechar(service.plan(1, date(2026, 12, 1)))
    plan = escritorio.services.retornos.plan(retorno)
    assert [problem.message for problem in plan.problems] == ["O período contábil até 31/12/2026 está fechado."]
    antes = escritorio.rows()
    with pytest.raises(RefusedError, match="31/12/2026 está fechado"):
        escritorio.services.retornos.apply(plan)
    assert escritorio.rows() == antes


def test_opening_a_month_again_wants_a_reason_and_keeps_it(escritorio: Any) -> None:
    fechamento = close_october(escritorio)
    service = escritorio.services.fechamento_contabil
    with pytest.raises(RefusedError, match="por que"):
        service.reabrir(fechamento.id, " ")
    aberto = service.reabrir(fechamento.id, "nota esquecida")
    assert (aberto.reaberto_por, aberto.motivo) == ("Ana", "nota esquecida")
    assert service.list(1) == [aberto]
    (boleto,) = escritorio.boletos(50_00)
    pay(escritorio, boleto.id, 50_00, data=date(2026, 10, 31))


@pytest.mark.parametrize(
    ("mes", "why"), [(date(2026, 11, 1), "ainda não acabou"), (date(2026, 9, 1), "já está fechado")]
)
def test_a_month_that_is_not_over_or_closed_already_is_refused(escritorio: Any, mes: date, why: str) -> None:
    close_october(escritorio)
    service = escritorio.services.fechamento_contabil
    with pytest.raises(RefusedError, match=why):
        service.fechar(service.plan(1, mes))


# --- files for the accountant


def two_lancamentos(escritorio: Any) -> list[int]:
    um, outro = escritorio.boletos(100_00, 50_00)
    pay(escritorio, um.id, 103_00, juros=3_00)
    pay(escritorio, outro.id, 45_00, desconto=5_00)
    return [lote["id"] for lote in lotes(escritorio)]


def test_lots_as_a_table_of_pairs_that_excel_opens(escritorio: Any, tmp_path: Path) -> None:
    ids = two_lancamentos(escritorio)
    assert escritorio.services.lotes.exportar(ids, "csv", tmp_path / "lotes.csv") == 4
    with (tmp_path / "lotes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    shown = [(r["Lote"], r["Data"], r["Reduzido débito"], r["Reduzido crédito"], r["Valor"]) for r in rows]
    assert shown == [
        ("000001", "20/11/2026", "11", "20", "100,00"),
        ("000001", "20/11/2026", "11", "62", "3,00"),
        ("000002", "20/11/2026", "11", "20", "45,00"),
        ("000002", "20/11/2026", "74", "20", "5,00"),
    ]
    assert rows[0]["Nome da conta crédito"] == "Clientes"
    assert rows[0]["Histórico"].startswith("Recebimento de Cliente Exemplo Ltda, documento NF1")


def test_lots_as_xlsx_hold_numbers(escritorio: Any, tmp_path: Path) -> None:
    escritorio.services.lotes.exportar(two_lancamentos(escritorio), "xlsx", tmp_path / "lotes.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "lotes.xlsx").active
    assert sheet is not None
    assert [row[10] for row in sheet.iter_rows(min_row=2, values_only=True)] == [100, 3, 45, 5]


def test_lots_as_dominio_reads_them(escritorio: Any, tmp_path: Path) -> None:
    ids = two_lancamentos(escritorio)
    assert escritorio.services.lotes.exportar(ids, "dominio", tmp_path / "lotes.txt") == 4
    lines = (tmp_path / "lotes.txt").read_bytes().decode("iso-8859-1").split("\r\n")
    assert lines[0] == "|0000|11222333000181|"
    assert lines[1] == "|6000|X||||"
    assert lines[2] == (
        "|6100|20/11/2026|11|20|100,00||Recebimento de Cliente Exemplo Ltda, documento NF1, "
        "Baixa manual a receber nº 1||||"
    )
    # five and ten fields, as the vendor's manual counts them
    assert {line.split("|")[1]: len(line.split("|")) - 2 for line in lines if line} == {
        "0000": 2,
        "6000": 5,
        "6100": 10,
    }
    assert [line.split("|")[5] for line in lines if line.startswith("|6100|")] == ["100,00", "3,00", "45,00", "5,00"]


def test_dominio_is_refused_where_it_could_not_be_read(escritorio: Any, tmp_path: Path) -> None:
    ids, services = two_lancamentos(escritorio), escritorio.services
    with services.database.write() as uow:
        clientes = uow.plano_contas.find_by_codigo(1, "1.1.2.01")
        assert clientes is not None
        clientes = uow.plano_contas.update(replace(clientes, reduzido=""))
    with pytest.raises(RefusedError, match=r"código reduzido, um número; falta em 1\.1\.2\.01"):
        services.lotes.exportar(ids, "dominio", tmp_path / "lotes.txt")
    with services.database.write() as uow:
        uow.plano_contas.update(replace(clientes, reduzido="20"))
        uow.empresas.update(replace(uow.empresas.get(1), documento="12ABC34501DE35"))
    with pytest.raises(RefusedError, match="só de números"):
        services.lotes.exportar(ids, "dominio", tmp_path / "lotes.txt")
    assert not (tmp_path / "lotes.txt").exists()


@pytest.mark.parametrize(("formato", "nome", "why"), [("sped", "a.txt", "Não há o formato"), ("csv", "a.txt", ".csv")])
def test_another_format_or_ending_is_refused(
    escritorio: Any, tmp_path: Path, formato: str, nome: str, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        escritorio.services.lotes.exportar(two_lancamentos(escritorio), formato, tmp_path / nome)


# --- contas caixa


def test_the_balance_begins_at_what_was_there_before(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    conta_id, service = escritorio.convenio().conta_id, escritorio.services.contas_caixa
    service.save(replace(service.get(conta_id), saldo_inicial=1_000_00))
    pay(escritorio, boleto.id, 100_00)
    (linha,) = service.list(TODOS).linhas
    assert (linha["saldo_inicial"], linha["movimentos"], linha["saldo"]) == (1_000_00, 100_00, 1_100_00)
    page = service.movimentos(ListQuery(filtros={"conta_id": conta_id}))
    (movimento,) = page.linhas
    assert (movimento["valor"], movimento["item_tabela"], movimento["origem_tabela"]) == (100_00, "baixas", "operacoes")
    assert page.somas == {"valor": 100_00}


def test_only_an_analytic_account_stands_for_a_conta_caixa(escritorio: Any) -> None:
    conta_id, services = escritorio.convenio().conta_id, escritorio.services
    with services.database.read() as uow:
        sintetica = uow.plano_contas.find_by_codigo(1, "1.1.1")
    assert sintetica is not None
    with pytest.raises(RefusedError, match="analítica"):
        services.contas_caixa.save(ContaCaixa(empresa_id=1, conta_id=conta_id, conta_contabil_id=sintetica.id))


# --- plano, eventos, históricos


def test_a_new_empresa_begins_with_books(escritorio: Any) -> None:
    services = escritorio.services
    with services.database.read() as uow:
        empresa = uow.empresas.get(1)
    nova = services.cadastros.save_empresa(
        replace(empresa, id=0, versao=0, codigo="002", razao_social="Outra Ltda", documento="11444777000161")
    )
    assert services.plano_contas.list(ListQuery(filtros={"empresa_id": nova.id})).total == 48
    assert [each.padrao.processo for each in services.eventos_contabeis.padroes(nova.id)] == list(Processo)


def test_a_plano_de_contas_is_imported_as_shown_and_undone(escritorio: Any, tmp_path: Path) -> None:
    path = tmp_path / "plano.csv"
    path.write_text(
        "Código;Descrição;Cód. Reduzido;Natureza;Tipo\n1.1.2.01;Duplicatas a receber;501;Ativo;A\n"
        "1.1.3;Estoques;;;S\n1.1.3.01;Mercadorias;502;;A\n6;Compensação;503;Inventada;A\n"
        "1.1.4;Outros;71;Ativo;A\n",
        encoding="utf-8",
    )
    services = escritorio.services
    antes = escritorio.rows()
    plan = services.plano_contas.plan_importar(path, 1)
    assert [row.efeito for row in plan.rows] == [
        "Muda: era Clientes.",
        "Conta nova.",
        "Conta nova.",
        "A natureza “Inventada” não existe; use uma destas: Ativo, Passivo, Patrimônio líquido, Receita, Despesa.",
        "O reduzido 71 é de outra conta.",
    ]
    assert escritorio.rows() == antes
    operacao = services.plano_contas.importar(plan)
    with services.database.read() as uow:
        nova = uow.plano_contas.find_by_codigo(1, "1.1.3.01")
    assert nova is not None
    assert (nova.nome, nova.reduzido, nova.natureza, nova.analitica) == ("Mercadorias", "502", Natureza.ATIVO, True)
    services.operacoes.desfazer(services.operacoes.plan_desfazer(operacao.id))
    assert escritorio.rows() == antes


def test_an_imported_account_in_use_is_not_taken_away_again(escritorio: Any, tmp_path: Path) -> None:
    path = tmp_path / "plano.csv"
    path.write_text("Código;Nome\n1.1.1.09;Banco próprio\n", encoding="utf-8")
    services = escritorio.services
    operacao = services.plano_contas.importar(services.plano_contas.plan_importar(path, 1))
    with services.database.read() as uow:
        nova = uow.plano_contas.find_by_codigo(1, "1.1.1.09")
    assert nova is not None
    service = services.contas_caixa
    service.save(replace(service.get(escritorio.convenio().conta_id), conta_contabil_id=nova.id))
    plan = services.operacoes.plan_desfazer(operacao.id)
    assert [each.why for each in plan.refused] == ["a conta contábil 1.1.1.09 já está em uso."]


def test_a_table_without_the_columns_is_refused(escritorio: Any, tmp_path: Path) -> None:
    path = tmp_path / "plano.csv"
    path.write_text("Nada;Disso\n1;2\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="cabeçalho com “Código” e “Nome”"):
        escritorio.services.plano_contas.plan_importar(path, 1)


def test_an_account_in_use_does_not_become_a_total(escritorio: Any) -> None:
    two_lancamentos(escritorio)
    services = escritorio.services
    with services.database.read() as uow:
        clientes = uow.plano_contas.find_by_codigo(1, "1.1.2.01")
    assert clientes is not None
    with pytest.raises(RefusedError, match="não pode passar a sintética"):
        services.plano_contas.save(replace(clientes, analitica=False))


def test_codigo_and_reduzido_are_each_of_one_account(escritorio: Any) -> None:
    nova = ContaContabil(empresa_id=1, codigo="1.1.1.01", reduzido="20", nome="X", natureza=Natureza.ATIVO)
    ditas = [problem.message for problem in escritorio.services.plano_contas.problems(nova)]
    assert ditas == ["O código 1.1.1.01 já é de Caixa.", "O código reduzido 20 já é de Clientes."]


def test_s1_5_the_default_of_a_process_can_be_changed(escritorio: Any) -> None:
    service = escritorio.services.eventos_contabeis
    visto = service.padrao(1, Processo.BAIXA_MANUAL)
    texto = service.save_historico(Historico(empresa_id=1, codigo="7", texto="Recebido de {pessoa}"))
    service.save_padrao(replace(visto.padrao, historico_id=texto.id))
    (boleto,) = escritorio.boletos(50_00)
    pay(escritorio, boleto.id, 50_00)
    (lote,) = lotes(escritorio)
    assert escritorio.services.lotes.get(lote["id"]).linhas[0].historico == "Recebido de Cliente Exemplo Ltda"


def test_a_mark_that_nobody_fills_in_is_refused(escritorio: Any) -> None:
    with pytest.raises(RefusedError, match=r"Não existe a marca \{cliente\}"):
        escritorio.services.eventos_contabeis.save_historico(
            Historico(empresa_id=1, codigo="7", texto="Recebido de {cliente}")
        )


def test_an_evento_names_only_accounts_that_are_posted_to(escritorio: Any) -> None:
    service = escritorio.services.eventos_contabeis
    evento = service.eventos(1)[0]
    with escritorio.services.database.read() as uow:
        sintetica = uow.plano_contas.find_by_codigo(1, "1.1.1")
    assert sintetica is not None
    with pytest.raises(RefusedError, match="Tarifa bancária: escolha uma conta analítica"):
        service.save_evento(replace(evento, contas={**evento.contas, Papel.TARIFA: sintetica.id}))


def test_a_till_has_no_bank(escritorio: Any) -> None:
    caixa = escritorio.services.contas_caixa.add_till(1, "CX1", "Caixa da loja")
    assert caixa == Conta(
        id=caixa.id, versao=1, empresa_id=1, codigo="CX1", descricao="Caixa da loja", banco="", agencia="", conta=""
    )
    with pytest.raises(RefusedError, match="já está em uso"):
        escritorio.services.contas_caixa.add_till(1, "CX1", "Outro")
