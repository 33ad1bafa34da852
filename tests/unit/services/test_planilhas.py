"""Importing tables: each row in the tab it belongs to, written whole or not at all, and taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.planilhas import Mapa
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.planilha_model import PlanilhaPlan
from finbank_desktop.services.plans import StalePlanError

CLIENTES = """\
Relatório de clientes;;;;;;;
CPF/CNPJ;Razão Social;E-mail;Endereço;Número;Cidade;UF;CEP
11.222.333/0001-81;Padaria Amostra Ltda;contas@exemplo.com.br;Rua A;10;São Paulo;SP;01001-000
529.982.247-25;Cliente Exemplo Ltda;novo@exemplo.com.br;Rua das Flores;10;Curitiba;PR;80010-000
45.997.418/0001-53;Mercado Fictício;;;;;;
45.997.418/0001-53;Mercado Fictício;;;;;;
45.997.418/0001-53;Outro nome;;;;;;
11.111.111/1111-11;Sem dígito;;;;;;
;Sem documento;;;;;;
34.028.316/0001-03;Correio Modelo;sem arroba;Rua B;1;Rio;XX;123
"""


def plan(escritorio: Any, texto: str, tipo: str, nome: str = "a.csv", **mapa: Any) -> PlanilhaPlan:
    path = escritorio.folder / nome
    path.write_text(texto, encoding="utf-8")
    proposta = escritorio.services.planilhas.propose(path, 1, tipo=tipo)
    return escritorio.services.planilhas.plan(path, tipo, replace(proposta.mapa, **mapa), 1)  # type: ignore[no-any-return] # the fixture's


def books(escritorio: Any) -> dict[str, list[tuple[Any, ...]]]:
    """All rows but the history; how a table was read stays remembered when its import is undone."""
    return {nome: linhas for nome, linhas in escritorio.rows().items() if nome != "modelos_planilha"}


def placed(feito: PlanilhaPlan) -> list[tuple[int, str]]:
    return [(row.numero, str(row.aba)) for row in feito.rows]


def effect(feito: PlanilhaPlan, numero: int) -> str:
    return next(row.efeito for row in feito.rows if row.numero == numero)


def test_each_customer_lands_in_her_tab_and_bad_rows_stop_only_themselves(escritorio: Any) -> None:
    feito = plan(escritorio, CLIENTES, "pessoas")
    assert placed(feito) == [
        (3, "novos"),
        (4, "alterados"),
        (5, "novos"),
        (6, "existentes"),
        (7, "problemas"),
        (8, "problemas"),
        (9, "problemas"),
        (10, "problemas"),
    ]
    assert feito.tabs == {"novos": 2, "existentes": 1, "alterados": 1, "problemas": 4}
    assert effect(feito, 4) == "Já cadastrado com o código 1; muda: e-mail."
    assert "Repete a linha 5" in effect(feito, 6)
    assert "já está na linha 5" in effect(feito, 7)
    assert "dígitos verificadores" in effect(feito, 8)
    assert "Informe o CPF ou CNPJ" in effect(feito, 9)
    assert "oito algarismos" in effect(feito, 10)


def test_what_was_planned_is_written_and_undone_row_by_row(escritorio: Any) -> None:
    antes = books(escritorio)
    feito = plan(escritorio, CLIENTES, "pessoas")
    assert books(escritorio) == antes
    operacao = escritorio.services.planilhas.apply(feito)
    assert operacao.texto == "Planilha a.csv: 2 clientes novos, 1 cliente alterado."
    linhas = escritorio.services.cadastros.list_pessoas(ListQuery()).linhas
    assert [(linha["codigo"], linha["nome"], linha["email"]) for linha in linhas] == [
        ("1", "Cliente Exemplo Ltda", "novo@exemplo.com.br"),
        ("0002", "Mercado Fictício", ""),
        ("0001", "Padaria Amostra Ltda", "contas@exemplo.com.br"),
    ]
    de_novo = plan(escritorio, CLIENTES, "pessoas")
    assert de_novo.writes == 0
    with pytest.raises(RefusedError, match="Nada muda"):
        escritorio.services.planilhas.apply(de_novo)
    escritorio.services.operacoes.desfazer(escritorio.services.operacoes.plan_desfazer(operacao.id))
    assert books(escritorio) == antes
    assert plan(escritorio, CLIENTES, "pessoas").tabs == feito.tabs


CONTAS = """\
CNPJ/CPF;Cliente;Nº Documento;Parcela;Emissão;Vencimento;Valor;Situação
529.982.247-25;Cliente Exemplo;NF 10;1/2;01/11/2026;15/12/2026;1.234,56;Em aberto
529.982.247-25;Cliente Exemplo;NF 10;2/2;01/11/2026;15/01/2027;1.234,56;Em aberto
11.222.333/0001-81;Padaria Amostra Ltda;NF 11;;;20/12/2026;100,00;A receber
11.222.333/0001-81;Padaria Amostra Ltda;NF 12;;;20/12/2026;(100,00);A receber
11.222.333/0001-81;Padaria Amostra Ltda;NF 13;;;20/12/2026;50,00;Recebido
11.222.333/0001-81;Padaria Amostra Ltda;NF 14;;;31/02/2026;50,00;
11.222.333/0001-81;Padaria Amostra Ltda;NF 11;;;21/12/2026;100,00;A receber
Total;;;;;;1.734,56;
"""


def test_contas_come_with_their_customers_and_say_why_others_stay_out(escritorio: Any) -> None:
    feito = plan(escritorio, CONTAS, "contas-receber")
    assert placed(feito) == [
        *((numero, "novos") for numero in (2, 3, 4)),
        *((numero, "problemas") for numero in (5, 6, 7, 8, 9)),
    ]
    assert effect(feito, 4).startswith("Conta nova de Padaria Amostra Ltda, R$ 100,00, vence em 20/12/2026. O cliente")
    assert "maior que zero" in effect(feito, 5)
    assert "Recebido" in effect(feito, 6)
    assert "não existe no calendário" in effect(feito, 7)
    assert "já está na linha 4" in effect(feito, 8)
    antes = books(escritorio)
    operacao = escritorio.services.planilhas.apply(feito)
    assert operacao.texto == "Planilha a.csv: 3 contas a receber novas, 1 cliente novo."
    linhas = escritorio.services.contas_receber.list(ListQuery(ordem="vencimento")).linhas
    assert [(linha["documento"], linha["valor"], linha["emissao"], linha["pessoa"]) for linha in linhas] == [
        ("NF 10-1/2", 123456, date(2026, 11, 1), "Cliente Exemplo Ltda"),
        ("NF 11", 10000, date(2026, 11, 20), "Padaria Amostra Ltda"),
        ("NF 10-2/2", 123456, date(2026, 11, 1), "Cliente Exemplo Ltda"),
    ]
    escritorio.services.operacoes.desfazer(escritorio.services.operacoes.plan_desfazer(operacao.id))
    assert books(escritorio) == antes


def test_a_changed_conta_is_shown_as_such_unless_its_boleto_holds_it(escritorio: Any) -> None:
    escritorio.convenio()
    (conta,) = escritorio.contas_receber(100_00, convenio_id=escritorio.convenio().id)
    texto = f"Código Cliente;Documento;Vencimento;Valor\n1;{conta.documento};{conta.vencimento:%d/%m/%Y};{{}}\n"
    igual, outro = (plan(escritorio, texto.format(valor), "contas-receber") for valor in ("100,00", "150,00"))
    assert [placed(igual), placed(outro)] == [[(2, "existentes")], [(2, "alterados")]]
    assert effect(outro, 2).endswith(f"código {conta.codigo}; muda: valor.")
    escritorio.services.boletos.apply(escritorio.services.boletos.plan_emissao([conta.id], escritorio.convenio().id))
    preso = plan(escritorio, texto.format("150,00"), "contas-receber")
    assert placed(preso) == [(2, "problemas")]
    assert "já está no boleto" in effect(preso, 2)
    with pytest.raises(StalePlanError):
        escritorio.services.planilhas.apply(outro)


def test_an_import_that_later_work_stands_on_is_not_undone(escritorio: Any) -> None:
    convenio = escritorio.convenio()
    operacao = escritorio.services.planilhas.apply(plan(escritorio, CONTAS, "contas-receber"))
    linhas = escritorio.services.contas_receber.list(ListQuery(busca="NF 11")).linhas
    pessoa = escritorio.services.contas_receber.get(linhas[0]["id"]).pessoa_id
    with escritorio.services.database.write() as uow:
        velha = uow.contas_receber.get(linhas[0]["id"])
        uow.contas_receber.add(replace(velha, id=0, codigo="X", documento="Outra", pessoa_id=pessoa))
    outra = escritorio.services.contas_receber.list(ListQuery(busca="NF 10")).linhas[0]["id"]
    escritorio.services.boletos.apply(escritorio.services.boletos.plan_emissao([outra], convenio.id))
    antes = books(escritorio)
    desfazer = escritorio.services.operacoes.plan_desfazer(operacao.id)
    ditos = sorted(each.why for each in desfazer.refused)
    assert len(ditos) == 2
    assert ditos[0].startswith("a conta a receber 0001 mudou depois: Boleto 109/00000001-6 emitido")
    assert "outras contas a receber" in ditos[1]
    with pytest.raises(RefusedError, match="Não dá para desfazer"):
        escritorio.services.operacoes.desfazer(desfazer)
    assert books(escritorio) == antes


def test_how_a_table_was_read_is_remembered_by_its_header(escritorio: Any) -> None:
    texto = "Coisa;Quem;Obs\n11.222.333/0001-81;Padaria Amostra;x\n"
    path = escritorio.folder / "a.csv"
    path.write_text(texto, encoding="utf-8")
    planilhas = escritorio.services.planilhas
    proposta = planilhas.propose(path, 1, tipo="pessoas")
    assert [coluna.campo for coluna in proposta.colunas] == ["documento", "nome", ""]
    assert "Pelo conteúdo" in proposta.colunas[0].porque
    mapa = replace(proposta.mapa, campos=("documento", "nome", "complemento"))
    planilhas.apply(planilhas.plan(path, "pessoas", mapa, 1))
    path.write_text("COISA;quem;obs\n45.997.418/0001-53;Outra;y\n", encoding="utf-8")
    outra = planilhas.propose(path, 1)
    assert (outra.tipo, outra.lembrado) == ("pessoas", True)
    assert [coluna.campo for coluna in outra.colunas] == ["documento", "nome", "complemento"]


def test_a_table_tells_which_kind_it_is(escritorio: Any) -> None:
    for texto, tipo in ((CLIENTES, "pessoas"), (CONTAS, "contas-receber")):
        path = escritorio.folder / "a.csv"
        path.write_text(texto, encoding="utf-8")
        assert escritorio.services.planilhas.propose(path, 1).tipo == tipo


def test_a_column_that_is_needed_is_asked_for(escritorio: Any) -> None:
    path = escritorio.folder / "a.csv"
    path.write_text("Nome\nAna\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="Falta dizer em que coluna está o CPF ou CNPJ"):
        escritorio.services.planilhas.plan(path, "pessoas", Mapa(cabecalho=1, campos=("nome",)), 1)


def test_the_rows_that_stay_out_are_saved_with_their_problem(escritorio: Any, tmp_path: Path) -> None:
    feito = plan(escritorio, CLIENTES, "pessoas")
    saida = tmp_path / "erros.xlsx"
    assert escritorio.services.planilhas.export_problems(feito, saida) == 4
    sheet = openpyxl.load_workbook(saida).active
    assert sheet is not None
    linhas: list[tuple[Any, ...]] = list(sheet.iter_rows(values_only=True))
    assert linhas[0][0] == "CPF/CNPJ"
    assert linhas[0][-2:] == ("problema", "linha")
    assert linhas[2][:2] == ("11.111.111/1111-11", "Sem dígito")
    assert "dígitos verificadores" in str(linhas[2][-2])
    assert [linha[-1] for linha in linhas[1:]] == [7, 8, 9, 10]


@pytest.mark.parametrize("tipo", ["pessoas", "contas-receber"])
def test_the_blank_model_is_recognised_whole_and_its_row_is_right(escritorio: Any, tmp_path: Path, tipo: str) -> None:
    saida = tmp_path / "modelo.xlsx"
    planilhas = escritorio.services.planilhas
    planilhas.save_model(tipo, saida)
    proposta = planilhas.propose(saida, 1)
    assert proposta.tipo == tipo
    assert all(coluna.campo for coluna in proposta.colunas)
    assert planilhas.plan(saida, tipo, proposta.mapa, 1).tabs["novos"] == 1


def test_a_row_wider_than_the_table_and_a_parcela_turned_date_stay_out(escritorio: Any) -> None:
    texto = "CPF;Nome;Documento;Vencimento;Valor\n529.982.247-25;Ana; Bar;NF 1;20/12/2026;10,00\n"
    texto += "529.982.247-25;Ana;NF 2;20/12/2026;10,00\n" * 2
    assert "6 colunas e a planilha 5" in effect(
        plan(
            escritorio,
            texto,
            "contas-receber",
            campos=("cliente_documento", "cliente_nome", "documento", "vencimento", "valor"),
        ),
        2,
    )
    path = escritorio.folder / "b.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["CPF", "Documento", "Parcela", "Vencimento", "Valor"])
    sheet.append(["529.982.247-25", "NF 1", date(2026, 3, 1), date(2026, 12, 20), 10])
    sheet.append(["529.982.247-25", "NF 2", "#N/A", date(2026, 12, 20), 10])
    book.save(path)
    proposta = escritorio.services.planilhas.propose(path, 1, tipo="contas-receber")
    feito = escritorio.services.planilhas.plan(path, "contas-receber", proposta.mapa, 1)
    assert "formate-a como texto" in effect(feito, 2)
    assert "fórmula da planilha deu erro" in effect(feito, 3)
