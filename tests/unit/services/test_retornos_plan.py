"""What each line of a retorno will do, before anything is written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto, BoletoItem, NoBanco
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.ocorrencias import Efeito, Motivo, Ocorrencia
from finbank_desktop.services.retorno_identidade import identities
from finbank_desktop.services.retorno_model import Acervo, PlanRow, Processada, Tab
from finbank_desktop.services.retorno_plan import Planner

DIA = date(2026, 12, 10)
CABECALHO = Cabecalho(
    kind="retorno",
    product="cobranca",
    tamanho=400,
    layout="",
    banco="341",
    layout_banco="341",
    sequencia=87,
    data_geracao=date(2026, 12, 11),
    data_credito=date(2026, 12, 11),
)


def conta(ident: int, valor: int = 1000_00, vencimento: date = DIA, **campos: Any) -> ContaReceber:
    return ContaReceber(
        id=ident,
        empresa_id=1,
        codigo=f"CR{ident}",
        pessoa_id=1,
        documento=f"NF{ident}",
        emissao=DIA,
        vencimento=vencimento,
        valor=valor,
        **campos,
    )


def boleto(ident: int = 7, valor: int = 1000_00, itens: Sequence[BoletoItem] = (), **campos: Any) -> Boleto:
    padroes: dict[str, Any] = {"convenio_id": 1, "no_banco": NoBanco.REGISTRADO, "nosso_numero": f"{ident:08d}"}
    return Boleto(
        id=ident,
        empresa_id=1,
        pessoa_id=1,
        sequencial=ident,
        numero_documento=f"NF{ident}",
        nosso_numero_impresso="",
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        emissao=DIA,
        vencimento=DIA,
        valor=valor,
        itens=tuple(itens) or (BoletoItem(conta_receber_id=ident, valor=valor),),
        versao=3,
        **padroes | campos,
    )


def line(number: int, efeito: Efeito, chave: str = "00000007", **campos: Any) -> Ocorrencia:
    padroes: dict[str, Any] = {"codigo": "06", "texto": "Ocorrência do banco", "data_ocorrencia": DIA}
    return Ocorrencia(line=number, nosso_numero=chave, nosso_numero_chave=chave, efeito=efeito, **padroes | campos)


class Case:
    """A planner over a few boletos, each with one conta a receber unless others are given."""

    def __init__(
        self,
        *boletos: Boleto,
        contas: Sequence[ContaReceber] = (),
        duvidas: dict[int, str] | None = None,
        **acervo: Any,
    ) -> None:
        todas = contas or [conta(b.id, b.valor) for b in boletos]
        self.planner = Planner(
            Acervo(
                boletos={(b.convenio_id, b.nosso_numero): b for b in boletos},
                contas={c.id: c for c in todas},
                pagadores={1: "Cliente Exemplo Ltda"},
                **acervo,
            ),
            CABECALHO,
            [1, 2],
            duvidas=duvidas,
        )

    def rows(self, *records: Ocorrencia) -> list[PlanRow]:
        return list(self.planner.plan(records))

    def one(self, record: Ocorrencia) -> PlanRow:
        return self.rows(record)[0]


def test_confirmation_changes_only_where_the_boleto_stands_at_the_bank() -> None:
    row = Case(boleto(no_banco=NoBanco.NA_REMESSA)).one(line(2, Efeito.CONFIRMA))
    assert row.tab is Tab.CONFIRMACOES
    assert row.depois is not None
    assert (row.depois.no_banco, row.depois.situacao) == (NoBanco.REGISTRADO, Situacao.EM_ABERTO)
    assert row.baixas == ()
    assert (row.pagador, row.versao, row.valor_titulo) == ("Cliente Exemplo Ltda", 3, 1000_00)


def test_confirmation_of_a_registered_boleto_changes_nothing() -> None:
    row = Case(boleto()).one(line(2, Efeito.CONFIRMA))
    assert (row.tab, row.depois) == (Tab.CONFIRMACOES, None)


def test_confirmation_of_another_amount_is_a_persons() -> None:
    row = Case(boleto(no_banco=NoBanco.NA_REMESSA)).one(line(2, Efeito.CONFIRMA, valor_titulo=999_00))
    assert (row.tab, row.depois) == (Tab.CONFERIR, None)
    assert "R$ 999,00" in row.efeito


def test_confirmation_does_not_undo_an_instruction_that_still_has_to_go() -> None:
    esperando = boleto(no_banco=NoBanco.PENDENTE_REMESSA, comando="02")
    assert Case(esperando).one(line(2, Efeito.CONFIRMA)).depois is None


def test_rejection_carries_its_reasons_in_words() -> None:
    motivos = (Motivo(codigo="16", texto="Data de vencimento inválida"), Motivo(codigo="48", texto="CEP inválido"))
    row = Case(boleto(no_banco=NoBanco.NA_REMESSA)).one(line(2, Efeito.REJEITA, motivos=motivos))
    assert row.tab is Tab.REJEICOES
    assert row.depois is not None
    assert row.depois.no_banco is NoBanco.RECUSADO
    assert row.depois.no_banco_detalhe == "Data de vencimento inválida; CEP inválido"
    assert row.depois.situacao is Situacao.EM_ABERTO


def test_rejection_of_a_boleto_the_bank_already_has_is_a_persons() -> None:
    row = Case(boleto()).one(line(2, Efeito.REJEITA))
    assert (row.tab, row.depois) == (Tab.CONFERIR, None)


def test_payment_settles_boleto_and_conta() -> None:
    case = Case(boleto())
    row = case.one(line(2, Efeito.LIQUIDA, valor_pago=1000_00, data_credito=date(2026, 12, 12)))
    assert row.tab is Tab.BAIXAS
    assert row.depois is not None
    assert row.depois.situacao is Situacao.BAIXADO
    assert row.depois.no_banco is NoBanco.BAIXADO_NO_BANCO
    assert row.depois.valor_pago == 1000_00
    assert (row.depois.data_pagamento, row.depois.data_credito) == (DIA, date(2026, 12, 12))
    assert case.planner.andamento.contas[7].saldo == 0
    assert case.planner.andamento.contas[7].situacao is Situacao.BAIXADO


def test_a_boleto_never_sent_may_be_paid() -> None:
    row = Case(boleto(no_banco=NoBanco.NAO_ENVIADO)).one(line(2, Efeito.LIQUIDA, valor_pago=1000_00))
    assert row.tab is Tab.BAIXAS


def test_credit_date_is_the_headers_when_the_line_has_none() -> None:
    row = Case(boleto()).one(line(2, Efeito.LIQUIDA, valor_pago=1000_00))
    assert row.data_credito == date(2026, 12, 11)


@pytest.mark.parametrize("falta", ["data_ocorrencia", "valor_pago"])
def test_payment_without_date_or_amount_is_a_persons(falta: str) -> None:
    campos: dict[str, Any] = {"valor_pago": 1000_00, "data_ocorrencia": DIA} | {falta: None}
    row = Case(boleto()).one(line(2, Efeito.LIQUIDA, **campos))
    assert (row.tab, row.depois, row.baixas) == (Tab.CONFERIR, None, ())


def test_payment_in_part_fills_the_contas_by_due_date_and_the_next_one_settles_the_rest() -> None:
    itens = [BoletoItem(conta_receber_id=1, valor=300_00), BoletoItem(conta_receber_id=2, valor=700_00)]
    contas = [conta(1, 300_00, date(2026, 12, 9)), conta(2, 700_00, date(2026, 12, 1))]
    case = Case(boleto(itens=itens), contas=contas)
    parte, resto = case.rows(
        line(2, Efeito.LIQUIDA_PARCIAL, valor_pago=750_00),
        line(3, Efeito.LIQUIDA, valor_pago=250_00, data_ocorrencia=date(2026, 12, 11)),
    )
    assert [(b.conta_receber_id, b.valor) for b in parte.baixas] == [(2, 700_00), (1, 50_00)]
    assert parte.depois is not None
    assert parte.depois.situacao is Situacao.BAIXADO_PARCIALMENTE
    assert parte.depois.no_banco is NoBanco.REGISTRADO
    assert "ficam R$ 250,00 em aberto" in parte.efeito
    assert [(b.conta_receber_id, b.valor) for b in resto.baixas] == [(1, 250_00)]
    assert resto.depois is not None
    assert (resto.depois.situacao, resto.depois.valor_pago) == (Situacao.BAIXADO, 1000_00)
    assert [c.saldo for c in case.planner.andamento.contas.values()] == [0, 0]


def test_what_earlier_files_settled_of_the_boleto_is_not_owed_again() -> None:
    metade = boleto(situacao=Situacao.BAIXADO_PARCIALMENTE, itens=[BoletoItem(conta_receber_id=7, valor=500_00)])
    case = Case(metade, contas=[conta(7, 1000_00, valor_baixado=300_00)], baixado={(7, 7): 300_00})
    assert case.one(line(2, Efeito.LIQUIDA, valor_pago=200_00)).tab is Tab.BAIXAS


def test_second_payment_in_one_file_is_to_be_given_back() -> None:
    rows = Case(boleto()).rows(*[line(n, Efeito.LIQUIDA, valor_pago=1000_00) for n in (2, 3)])
    assert [row.tab for row in rows] == [Tab.BAIXAS, Tab.A_DEVOLVER]
    assert rows[1].baixas == ()
    assert rows[0].identidade != rows[1].identidade


def test_payment_of_a_settled_boleto_is_to_be_given_back() -> None:
    pago = boleto(situacao=Situacao.BAIXADO, data_pagamento=date(2026, 12, 9))
    row = Case(pago).one(line(2, Efeito.LIQUIDA, valor_pago=1000_00))
    assert row.tab is Tab.A_DEVOLVER
    assert "09/12/2026" in row.efeito


def test_payment_of_a_conta_settled_by_hand_is_to_be_given_back() -> None:
    por_fora = conta(7, valor_baixado=1000_00, situacao=Situacao.BAIXADO)
    row = Case(boleto(), contas=[por_fora]).one(line(2, Efeito.LIQUIDA, valor_pago=1000_00))
    assert row.tab is Tab.A_DEVOLVER


@pytest.mark.parametrize("situacao", [Situacao.CANCELADO, Situacao.RENEGOCIADO, Situacao.INATIVO])
def test_payment_of_a_boleto_or_conta_given_up_here_is_a_persons(situacao: Situacao) -> None:
    paga = line(2, Efeito.LIQUIDA, valor_pago=1000_00)
    assert Case(boleto(situacao=situacao)).one(paga).tab is Tab.CONFERIR
    assert Case(boleto(), contas=[conta(7, situacao=situacao)]).one(paga).tab is Tab.CONFERIR


def test_the_banks_baixa_leaves_the_books_open() -> None:
    case = Case(boleto())
    row = case.one(line(2, Efeito.BAIXA))
    assert row.tab is Tab.CONFIRMACOES
    assert row.depois is not None
    assert (row.depois.no_banco, row.depois.situacao) == (NoBanco.BAIXADO_NO_BANCO, Situacao.EM_ABERTO)
    assert case.planner.andamento.contas == {}


def test_a_refused_instruction_leaves_the_boleto_registered() -> None:
    row = Case(boleto(no_banco=NoBanco.INSTRUCAO_PENDENTE)).one(line(2, Efeito.INSTRUCAO_RECUSADA))
    assert row.tab is Tab.REJEICOES
    assert row.depois is not None
    assert row.depois.no_banco is NoBanco.REGISTRADO


def test_an_accepted_instruction_is_no_longer_pending() -> None:
    row = Case(boleto(no_banco=NoBanco.INSTRUCAO_PENDENTE)).one(line(2, Efeito.INSTRUCAO_ACEITA))
    assert row.depois is not None
    assert row.depois.no_banco is NoBanco.REGISTRADO


def test_protest_is_shown_at_the_bank() -> None:
    row = Case(boleto()).one(line(2, Efeito.PROTESTO))
    assert row.depois is not None
    assert row.depois.no_banco is NoBanco.PROTESTO


def test_a_reversed_payment_is_a_persons() -> None:
    assert Case(boleto()).one(line(2, Efeito.ESTORNA, valor_pago=1000_00)).tab is Tab.CONFERIR


def test_a_fee_never_settles_and_is_taken_also_without_a_boleto() -> None:
    row = Case().one(line(2, Efeito.TARIFA, valor_tarifa=1_90))
    assert (row.tab, row.boleto_id, row.depois, row.baixas) == (Tab.TARIFAS, None, None, ())
    assert "R$ 1,90" in row.efeito
    pago = boleto(situacao=Situacao.BAIXADO)
    assert Case(pago).one(line(2, Efeito.TARIFA, valor_tarifa=1_90, valor_pago=1_90)).tab is Tab.TARIFAS


def test_a_fee_without_amount_is_a_persons() -> None:
    assert Case().one(line(2, Efeito.TARIFA)).tab is Tab.CONFERIR


def test_a_notice_of_a_fee_of_nothing_is_ignored() -> None:
    assert Case().one(line(2, Efeito.TARIFA, valor_tarifa=0)).tab is Tab.IGNORADOS


def test_what_only_informs_is_ignored_unless_it_costs() -> None:
    assert Case().one(line(2, Efeito.INFORMA)).tab is Tab.IGNORADOS
    assert Case().one(line(2, Efeito.INFORMA, valor_tarifa=50)).tab is Tab.TARIFAS


@pytest.mark.parametrize("chave", ["00000099", ""])
def test_a_title_we_do_not_know_is_not_found(chave: str) -> None:
    row = Case(boleto()).one(line(2, Efeito.LIQUIDA, chave, valor_pago=1000_00, valor_titulo=5))
    assert (row.tab, row.boleto_id, row.valor_titulo) == (Tab.NAO_LOCALIZADOS, None, 5)


def test_one_nosso_numero_in_two_carteiras_is_told_apart_by_the_carteira() -> None:
    um = boleto(7, carteira_impressa="109")
    outro = boleto(8, convenio_id=2, nosso_numero="00000007", carteira_impressa="112")
    row = Case(um, outro).one(line(2, Efeito.LIQUIDA, carteira="112", valor_pago=1000_00))
    assert (row.boleto_id, row.convenio_id) == (8, 2)


def test_one_nosso_numero_in_two_carteiras_is_told_apart_by_seu_numero_or_is_a_persons() -> None:
    um, outro = boleto(7), boleto(8, convenio_id=2, nosso_numero="00000007")
    assert Case(um, outro).one(line(2, Efeito.LIQUIDA, seu_numero="NF8", valor_pago=1000_00)).boleto_id == 8
    row = Case(um, outro).one(line(2, Efeito.LIQUIDA, valor_pago=1000_00))
    assert (row.tab, row.boleto_id) == (Tab.CONFERIR, None)


def test_a_bad_line_stops_only_itself() -> None:
    case = Case(boleto(7), boleto(8), duvidas={2: "Linha 2: o valor não é um número."})
    ruim, boa = case.rows(
        line(2, Efeito.LIQUIDA, valor_pago=1000_00), line(3, Efeito.LIQUIDA, "00000008", valor_pago=1000_00)
    )
    assert (ruim.tab, ruim.depois, boa.tab) == (Tab.CONFERIR, None, Tab.BAIXAS)
    assert ruim.efeito == "Linha 2: o valor não é um número."


def repeated(record: Ocorrencia, numero: int | None, dia: date = date(2026, 12, 11)) -> PlanRow:
    antes = Processada(importacao_id=5, codigo="000005", numero=numero, data_emissao=dia)
    pago = boleto(situacao=Situacao.BAIXADO)
    return Case(pago, processadas={(1, identities([record])[0]): antes}).one(record)


def test_a_line_applied_from_the_same_file_is_done() -> None:
    row = repeated(line(2, Efeito.LIQUIDA, valor_pago=1000_00), 87)
    assert row.tab is Tab.JA_PROCESSADOS
    assert "000005" in row.efeito


@pytest.mark.parametrize(
    ("numero", "dia"), [(86, date(2026, 12, 11)), (87, date(2025, 12, 11)), (None, DIA), (0, date(2026, 12, 11))]
)
def test_the_same_payment_from_another_file_is_a_question(numero: int | None, dia: date) -> None:
    row = repeated(line(2, Efeito.LIQUIDA, valor_pago=1000_00), numero, dia)
    assert row.tab is Tab.CONFERIR
    assert "repetição ou segundo pagamento" in row.efeito


def test_the_same_confirmation_from_another_file_is_done() -> None:
    assert repeated(line(2, Efeito.CONFIRMA), 86).tab is Tab.JA_PROCESSADOS


def test_identity_tells_equal_lines_apart_by_their_order() -> None:
    iguais = [line(n, Efeito.LIQUIDA, valor_pago=1000_00) for n in (2, 9)]
    outra = line(3, Efeito.LIQUIDA, valor_pago=1000_01)
    assert len(set(identities([*iguais, outra]))) == 3
    assert identities(iguais) == identities(list(reversed(iguais)))


def test_confirmed_and_paid_in_one_file_goes_through_both() -> None:
    case = Case(boleto(no_banco=NoBanco.NA_REMESSA))
    confirma, paga = case.rows(line(2, Efeito.CONFIRMA, codigo="02"), line(3, Efeito.LIQUIDA, valor_pago=1000_00))
    assert [confirma.tab, paga.tab] == [Tab.CONFIRMACOES, Tab.BAIXAS]
    assert case.planner.andamento.boletos[7].situacao is Situacao.BAIXADO
