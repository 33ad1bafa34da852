"""A good remessa of payments or debits, one fault planted in it: the finding names the line and the field."""

import pytest

from finbank_desktop.cnab import debito, pagamento
from finbank_desktop.cnab.conferencia import check
from finbank_desktop.cnab.explicacao import explicar
from finbank_desktop.domain.pagamentos import FormaPagamento
from tests.unit.cnab.movimentos_exemplos import BANCOS, dados, dados_debito
from tests.unit.cnab.movimentos_exemplos import debito as um_debito
from tests.unit.cnab.movimentos_exemplos import pagamento as um_pagamento

TED, BOLETO = FormaPagamento.TED, FormaPagamento.BOLETO
CERTA = pagamento.render(dados("136", um_pagamento(TED, "136", "1"), um_pagamento(BOLETO, "136", "2"))).data
DEBITOS = debito.render(dados_debito("748", um_debito("748"))).data


def planted(data: bytes, line: int, start: int, text: str) -> bytes:
    lines = data.split(b"\r\n")
    row = lines[line - 1]
    lines[line - 1] = row[: start - 1] + text.encode() + row[start - 1 + len(text) :]
    return b"\r\n".join(lines)


@pytest.mark.parametrize("banco", BANCOS)
def test_nothing_is_found_in_a_good_remessa(banco: str) -> None:
    data = pagamento.render(dados(banco, um_pagamento(TED, banco))).data
    assert [problem for problem in check(data) if problem.is_error] == []
    assert [problem for problem in check(DEBITOS) if problem.is_error] == []


@pytest.mark.parametrize(
    ("line", "start", "text", "field"),
    [
        (5, 24, "9", "soma_valores"),
        (5, 18, "000009", "qtd_registros_lote"),
        (7, 120, "0" * 15, "valor_pagamento"),
        (7, 18, "700", "camara"),
        (3, 22, "9", "codigo_barras"),
        (3, 9, "00007", "sequencia_lote"),
        (3, 1, "237", "banco"),
        (7, 94, "31022026", "data_pagamento"),
        (10, 18, "000009", "qtd_lotes"),
        (10, 24, "000099", "qtd_registros"),
    ],
)
def test_a_planted_fault_is_found_where_it_is(line: int, start: int, text: str, field: str) -> None:
    found = check(planted(CERTA, line, start, text))
    assert (line, field) in {(problem.line, problem.field) for problem in found if problem.is_error}


@pytest.mark.parametrize(
    ("line", "start", "text", "field", "grave"),
    [
        (2, 10, "55", "tipo_servico", False),  # G025
        (2, 12, "66", "forma_lancamento", False),  # G029
        (7, 15, "8", "tipo_movimento", True),  # G060
        (7, 16, "77", "instrucao_movimento", True),  # G061
        (7, 18, "123", "camara", False),  # P001
        (8, 18, "7", "favorecido_tipo_inscricao", True),  # G005
    ],
)
def test_a_code_in_no_list_of_febrabans_is_found(line: int, start: int, text: str, field: str, *, grave: bool) -> None:
    found = [each for each in check(planted(CERTA, line, start, text)) if (each.line, each.field) == (line, field)]
    assert [each.is_error for each in found if "não é um código conhecido" in each.message] == [grave]
    assert "FEBRABAN" in found[0].message


@pytest.mark.parametrize("banco", BANCOS)
def test_no_code_of_our_own_files_is_doubted(banco: str) -> None:
    feitas = [pagamento.render(dados(banco, um_pagamento(forma, banco))).data for forma in FormaPagamento]
    escritas = [data for data in feitas if data]
    assert len(escritas) >= 5
    assert [p for data in escritas for p in check(data) if "código conhecido" in p.message] == []


def test_faults_of_debits_are_found() -> None:
    for line, start, text, field in ((3, 2, "000009", "qtd_registros"), (3, 8, "9", "soma_debitos")):
        errors = {(problem.line, problem.field) for problem in check(planted(DEBITOS, line, start, text))}
        assert (line, field) in errors


def test_the_sum_of_itaus_lots_is_checked_in_its_own_place() -> None:
    ted = pagamento.render(dados("341", um_pagamento(TED, "341"))).data
    guia = pagamento.render(dados("341", um_pagamento(FormaPagamento.TRIBUTO, "341"))).data
    for data, start in ((ted, 24), (guia, 66)):
        assert not [problem for problem in check(data) if problem.is_error]
        found = check(planted(data, 4, start, "9"))
        assert (4, "totais") in {(problem.line, problem.field) for problem in found if problem.is_error}


def test_the_inspector_tells_what_an_occurrence_says() -> None:
    answered = planted(planted(CERTA, 1, 143, "2"), 7, 231, "BD")
    (said,) = explicar(answered, 7, 231)
    assert "BD: Inclusão efetuada com sucesso" in said.meaning


@pytest.mark.parametrize(
    ("documento", "said"),
    [
        ("111222333000181", "diz CPF"),  # the CNPJ of FEBRABAN's kind 2 under kind 1
        ("100052998224724", "não é um CPF"),
        ("211222333000180", "não é um CNPJ"),
        ("100052998224725", ""),
        ("211222333000181", ""),
    ],
)
def test_a_document_that_is_none_is_found(documento: str, said: str) -> None:
    found = [p for p in check(planted(CERTA, 8, 18, documento)) if (p.line, p.field) == (8, "favorecido_inscricao")]
    assert [said in each.message for each in found] == [True] * bool(said)


@pytest.mark.parametrize("banco", BANCOS)
def test_no_document_of_our_own_files_is_doubted(banco: str) -> None:
    feitas = [pagamento.render(dados(banco, um_pagamento(forma, banco))).data for forma in FormaPagamento]
    assert [p for data in feitas if data for p in check(data) if "inscricao" in (p.field or "")] == []
