"""Lines that need a person, lines that name their boleto another way, and payments taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write
from finbank_desktop.services.retorno_decisoes import Acao, Como, Decisao

DIA = date(2026, 12, 10)


def itau(escritorio: Any, linhas: Sequence[dict[str, Any]], numero: int = 7) -> Path:
    """Write a retorno of Itaú's CNAB 400 with those lines."""
    registros: list[tuple[str, dict[str, Any]]] = [
        ("header", {"agencia": 57, "conta": 12345, "data_geracao": date(2026, 12, 11), "sequencial_retorno": numero}),
        *(
            ("detalhe", {"agencia": 57, "conta": 12345, "carteira_numero": 109, "data_ocorrencia": DIA} | linha)
            for linha in linhas
        ),
        ("trailer", {"qtd_detalhes": len(linhas)}),
    ]
    escrita = write(
        loader.load("341-itau/cobranca_400_retorno"),
        [(nome, valores | {"sequencial": n}) for n, (nome, valores) in enumerate(registros, start=1)],
    )
    assert escrita.data, escrita.problems
    path: Path = escritorio.folder / f"{numero}.ret"
    path.write_bytes(escrita.data)
    return path


def paid(numero: int, valor: int, **campos: Any) -> dict[str, Any]:
    return {"nosso_numero": numero, "ocorrencia": 6, "valor_titulo": valor, "valor_lancado": valor} | campos


def decide(escritorio: Any, path: Path, **decisoes: Decisao) -> Any:
    service = escritorio.services.retornos
    return service.plan(path, decisoes={int(linha[1:]): decisao for linha, decisao in decisoes.items()})


def test_our_own_mark_finds_the_boleto_whose_number_the_bank_changed(escritorio: Any) -> None:
    um, outro = escritorio.boletos(100_00, 50_00)
    remessa = escritorio.remessa()
    marcas = [linha[37:62].strip() for linha in remessa.read_text("latin-1").splitlines()[1:-1]]
    assert marcas == [str(um.id), str(outro.id)]  # Itaú, CNAB 400, positions 38-62: uso da empresa
    linha = paid(77_000_001, 50_00, uso_empresa=str(outro.id), numero_documento=outro.numero_documento)
    (row,) = escritorio.services.retornos.plan(itau(escritorio, [linha])).rows
    assert (row.tab, row.boleto_id) == ("baixas", outro.id)


def test_a_mark_that_nothing_else_agrees_with_finds_nothing(escritorio: Any) -> None:
    um, _ = escritorio.boletos(100_00, 50_00)
    linha = paid(77_000_001, 30_00, uso_empresa=str(um.id), numero_documento="OUTRO")
    (row,) = escritorio.services.retornos.plan(itau(escritorio, [linha])).rows
    assert (row.tab, row.boleto_id) == ("nao_localizados", None)


def test_seu_numero_amount_and_due_date_together_find_the_boleto(escritorio: Any) -> None:
    um, outro = escritorio.boletos(100_00, 100_00)
    linhas = [
        paid(77_000_001, 100_00, numero_documento=outro.numero_documento, vencimento=outro.vencimento),
        paid(77_000_002, 100_00, numero_documento=um.numero_documento, vencimento=date(2026, 12, 31)),
    ]
    rows = escritorio.services.retornos.plan(itau(escritorio, linhas)).rows
    assert [(row.tab, row.boleto_id) for row in rows] == [("baixas", outro.id), ("nao_localizados", None)]


def test_a_number_the_bank_gives_is_learned_from_its_confirmation(escritorio: Any) -> None:
    escritorio.convenio("341-400", emissao="banco")
    (boleto,) = escritorio.boletos(100_00)
    escritorio.remessa()
    aviso = {"nosso_numero": 77_000_001, "ocorrencia": 2, "valor_titulo": 100_00, "uso_empresa": str(boleto.id)}
    path = itau(escritorio, [aviso | {"numero_documento": boleto.numero_documento}])
    antes = escritorio.rows()
    feita = escritorio.importar(path)
    depois = escritorio.boleto(boleto.id)
    assert (depois.nosso_numero, depois.no_banco) == ("77000001", NoBanco.REGISTRADO)
    escritorio.importar(itau(escritorio, [paid(77_000_001, 100_00)], numero=8))
    assert escritorio.boleto(boleto.id).situacao is Situacao.BAIXADO
    importacoes = escritorio.services.importacoes
    importacoes.desfazer(importacoes.plan_desfazer(feita.id + 1))
    importacoes.desfazer(importacoes.plan_desfazer(feita.id))
    assert escritorio.rows() == antes


def test_another_number_where_we_number_is_a_question(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    aviso = {"nosso_numero": 77_000_001, "ocorrencia": 2, "valor_titulo": 100_00, "uso_empresa": str(boleto.id)}
    path = itau(escritorio, [aviso | {"numero_documento": boleto.numero_documento}])
    (row,) = escritorio.services.retornos.plan(path).rows
    assert row.tab == "conferir"
    assert "77000001" in row.efeito


def test_amount_and_cpf_only_propose_a_boleto_and_a_person_assigns_it(escritorio: Any) -> None:
    um, outro = escritorio.boletos(100_00, 100_00)
    path = itau(escritorio, [paid(77_000_001, 100_00, vencimento=outro.vencimento, pagador_nome="52998224725")])
    plan = escritorio.services.retornos.plan(path)
    assert plan.tabs["nao_localizados"] == 1
    propostas = escritorio.services.retornos.propostas(plan, 2)
    assert {p.boleto_id for p in propostas} == {um.id, outro.id}
    assert all("CPF/CNPJ" in p.porque for p in propostas)
    decidido = decide(escritorio, path, l2=Decisao(acao=Acao.ATRIBUIR, boleto_id=outro.id))
    assert (decidido.rows[0].tab, decidido.rows[0].boleto_id) == ("baixas", outro.id)
    escritorio.services.retornos.apply(decidido)
    assert [escritorio.boleto(b.id).situacao for b in (um, outro)] == [Situacao.EM_ABERTO, Situacao.BAIXADO]


def test_a_title_we_never_had_is_made_already_paid_and_the_undo_takes_it_away(escritorio: Any) -> None:
    escritorio.boletos(100_00)
    path = itau(escritorio, [paid(77_000_001, 35_00, numero_documento="SITE1")])
    antes = escritorio.rows()
    plan = decide(escritorio, path, l2=Decisao(acao=Acao.CRIAR, pessoa_id=escritorio.pessoa.id))
    feita = escritorio.services.retornos.apply(plan)
    with escritorio.services.database.read() as uow:
        (conta,) = uow.contas_receber.find_many_by_codigo(1, [f"R{feita.codigo}/2"]).values()
        (baixa,) = uow.baixas.of_contas([conta.id])
    assert (conta.valor, conta.situacao, conta.documento) == (35_00, Situacao.BAIXADO, "SITE1")
    assert (baixa.valor_pago, baixa.importacao_id, baixa.linha) == (35_00, feita.id, 2)
    importacoes = escritorio.services.importacoes
    importacoes.desfazer(importacoes.plan_desfazer(feita.id))
    assert escritorio.rows() == antes


def test_a_line_put_off_is_decided_later_from_the_same_file(escritorio: Any) -> None:
    um, outro = escritorio.boletos(100_00, 60_00)
    path = itau(escritorio, [paid(int(um.nosso_numero), 100_00), paid(77_000_001, 60_00)])
    primeira = escritorio.importar(path)
    assert (primeira.contagens["baixas"], primeira.contagens["nao_localizados"]) == (1, 1)
    de_novo = escritorio.services.retornos.plan(path)
    assert (de_novo.tabs["ja_processados"], de_novo.ja_importado_id) == (2, primeira.id)
    antes = escritorio.rows()
    plan = decide(escritorio, path, l3=Decisao(acao=Acao.ATRIBUIR, boleto_id=outro.id))
    assert (plan.tabs["baixas"], plan.tabs["ja_processados"], plan.complemento_de) == (1, 1, primeira.id)
    segunda = escritorio.services.retornos.apply(plan)
    assert [escritorio.boleto(b.id).situacao for b in (um, outro)] == [Situacao.BAIXADO] * 2
    assert decide(escritorio, path, l3=Decisao(acao=Acao.ATRIBUIR, boleto_id=outro.id)).tabs["ja_processados"] == 2
    importacoes = escritorio.services.importacoes
    importacoes.desfazer(importacoes.plan_desfazer(segunda.id))
    assert escritorio.rows() == antes


@pytest.mark.parametrize(
    ("pago", "como", "baixas", "excedente", "situacao"),
    [
        (110_00, Como.JUROS, 110_00, 0, Situacao.BAIXADO),
        (110_00, Como.EXCEDENTE, 100_00, 10_00, Situacao.BAIXADO),
        (90_00, Como.DESCONTO, 90_00, 0, Situacao.BAIXADO),
        (90_00, Como.PARCIAL, 90_00, 0, Situacao.BAIXADO_PARCIALMENTE),
    ],
)
def test_a_difference_is_what_a_person_says_it_is(
    escritorio: Any, pago: int, como: Como, baixas: int, excedente: int, situacao: Situacao
) -> None:
    (boleto,) = escritorio.boletos(100_00)
    path = itau(escritorio, [paid(int(boleto.nosso_numero), 100_00, valor_lancado=pago)])
    assert escritorio.services.retornos.plan(path).tabs["conferir"] == 1
    plan = decide(escritorio, path, l2=Decisao(acao=Acao.ACEITAR, como=como))
    assert plan.rows[0].excedente == excedente
    escritorio.services.retornos.apply(plan)
    feitas = escritorio.services.baixas.of_boleto(boleto.id)
    assert sum(b.valor_pago for b in feitas) == baixas
    assert escritorio.boleto(boleto.id).situacao is situacao


def test_paid_after_cancelling_waits_for_a_person_who_may_open_it_again(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    services = escritorio.services
    services.operacoes.apply(services.boletos_vida.plan_cancelar([boleto.id]))
    path = itau(escritorio, [paid(int(boleto.nosso_numero), 100_00)])
    (row,) = services.retornos.plan(path).rows
    assert (row.tab, row.efeito) == ("conferir", "Pago R$ 100,00, mas aqui o boleto está cancelado.")
    services.retornos.apply(decide(escritorio, path, l2=Decisao(acao=Acao.ACEITAR, como=Como.REABRIR)))
    assert escritorio.boleto(boleto.id).situacao is Situacao.BAIXADO


@pytest.mark.parametrize(
    ("campos", "palavra"),
    [
        ({"valor_lancado": 0}, "R$ 0,00"),
        ({"data_ocorrencia": date(2026, 12, 31)}, "ainda não chegou"),
    ],
)
def test_a_payment_of_nothing_or_of_another_day_is_a_question(
    escritorio: Any, campos: dict[str, Any], palavra: str
) -> None:
    (boleto,) = escritorio.boletos(100_00)
    path = itau(escritorio, [paid(int(boleto.nosso_numero), 100_00, **campos)])
    (row,) = escritorio.services.retornos.plan(path).rows
    assert row.tab == "conferir"
    assert palavra in row.efeito
    ignorado = decide(escritorio, path, l2=Decisao(acao=Acao.IGNORAR))
    assert ignorado.tabs["ignorados"] == 1


def test_a_fee_is_booked_even_when_the_title_is_settled(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    escritorio.importar(itau(escritorio, [paid(int(boleto.nosso_numero), 100_00)]))
    baixado = escritorio.boleto(boleto.id)
    tarifa = {"nosso_numero": int(boleto.nosso_numero), "ocorrencia": 29, "valor_tarifa": 3_50}
    feita = escritorio.importar(itau(escritorio, [tarifa], numero=8))
    assert feita.contagens["tarifas"] == 1
    with escritorio.services.database.read() as uow:
        assert [t.valor for t in uow.tarifas.of_boleto(boleto.id)] == [3_50]
    assert escritorio.boleto(boleto.id) == baixado


def test_a_reversal_undoes_the_settlement_it_names_and_the_undo_puts_it_back(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    escritorio.importar(itau(escritorio, [paid(int(boleto.nosso_numero), 100_00)]))
    antes = escritorio.rows()
    cheque = {"nosso_numero": int(boleto.nosso_numero), "ocorrencia": 69, "valor_lancado": 100_00}
    feita = escritorio.importar(itau(escritorio, [cheque], numero=8))
    aberto = escritorio.boleto(boleto.id)
    assert (aberto.situacao, aberto.valor_pago, aberto.no_banco) == (Situacao.EM_ABERTO, 0, NoBanco.REGISTRADO)
    assert escritorio.conta(boleto.itens[0].conta_receber_id).saldo == 100_00
    (baixa,) = escritorio.services.baixas.of_boleto(boleto.id)
    assert (baixa.estornada_por, baixa.stands) == (feita.id, False)
    assert escritorio.eventos(boleto.id)[-1] == "estornado"
    importacoes = escritorio.services.importacoes
    importacoes.desfazer(importacoes.plan_desfazer(feita.id))
    assert escritorio.rows() == antes


def test_a_reversal_of_an_amount_that_was_never_paid_is_a_question(escritorio: Any) -> None:
    pago, aberto = escritorio.registrados(100_00, 100_00)
    escritorio.importar(itau(escritorio, [paid(int(pago.nosso_numero), 100_00)]))
    linhas = [{"nosso_numero": int(b.nosso_numero), "ocorrencia": 69, "valor_lancado": 55_00} for b in (pago, aberto)]
    rows = escritorio.services.retornos.plan(itau(escritorio, linhas, numero=8)).rows
    assert [row.tab for row in rows] == ["conferir", "ignorados"]
    assert "nenhuma baixa deste boleto é dele" in rows[0].efeito
    assert "não há baixa a desfazer" in rows[1].efeito


def test_a_granted_rebate_explains_a_lower_payment(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    with escritorio.services.database.write() as uow:
        uow.boletos.update(replace(uow.boletos.get(boleto.id), abatimento=15_00))
    path = itau(escritorio, [paid(int(boleto.nosso_numero), 100_00, valor_lancado=85_00)])
    escritorio.importar(path)
    (baixa,) = escritorio.services.baixas.of_boleto(boleto.id)
    assert (baixa.valor, baixa.abatimento, baixa.valor_pago) == (100_00, 15_00, 85_00)


def test_what_the_bank_says_against_our_books_is_taken_when_a_person_says_so(escritorio: Any) -> None:
    registrado, novo = escritorio.registrados(100_00)[0], escritorio.boletos(50_00)[0]
    escritorio.remessa()
    linhas: list[dict[str, Any]] = [
        {"nosso_numero": int(registrado.nosso_numero), "ocorrencia": 3, "erros": "16", "valor_titulo": 100_00},
        {"nosso_numero": int(novo.nosso_numero), "ocorrencia": 2, "valor_titulo": 55_00},
    ]
    path = itau(escritorio, linhas)
    assert escritorio.services.retornos.plan(path).tabs["conferir"] == 2
    aceito = Decisao(acao=Acao.ACEITAR)
    escritorio.services.retornos.apply(decide(escritorio, path, l2=aceito, l3=aceito))
    assert escritorio.boleto(registrado.id).no_banco is NoBanco.RECUSADO
    assert escritorio.boleto(novo.id).no_banco is NoBanco.REGISTRADO


def test_a_second_payment_can_be_given_to_the_boleto_it_was_meant_for(escritorio: Any) -> None:
    um, outro = escritorio.boletos(100_00, 100_00)
    escritorio.importar(itau(escritorio, [paid(int(um.nosso_numero), 100_00)]))
    linha = paid(int(um.nosso_numero), 100_00, data_ocorrencia=date(2026, 12, 11))
    path = itau(escritorio, [linha], numero=8)
    assert escritorio.services.retornos.plan(path).tabs["a_devolver"] == 1
    escritorio.services.retornos.apply(decide(escritorio, path, l2=Decisao(acao=Acao.ATRIBUIR, boleto_id=outro.id)))
    assert escritorio.boleto(outro.id).situacao is Situacao.BAIXADO


def test_an_equal_line_of_another_file_is_a_second_payment_when_a_person_says_so(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    escritorio.importar(itau(escritorio, [paid(int(boleto.nosso_numero), 100_00)]))
    path = itau(escritorio, [paid(int(boleto.nosso_numero), 100_00)], numero=8)
    assert escritorio.services.retornos.plan(path).tabs["conferir"] == 1
    plan = decide(escritorio, path, l2=Decisao(acao=Acao.ACEITAR))
    assert plan.tabs["a_devolver"] == 1
    assert escritorio.services.retornos.apply(plan).contagens["a_devolver"] == 1
