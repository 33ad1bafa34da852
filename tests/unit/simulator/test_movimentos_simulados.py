"""The simulated bank answers payments and debits: acceptance first, then what was paid, one of four refused."""

from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.cnab import debito, pagamento
from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.simulador import SimuladorService
from finbank_desktop.simulator import movimentos
from tests.unit.cnab.movimentos_exemplos import BANCOS, DIA, dados, dados_debito
from tests.unit.cnab.movimentos_exemplos import debito as um_debito
from tests.unit.cnab.movimentos_exemplos import pagamento as um_pagamento

HOJE = date(2026, 11, 20)


@pytest.mark.parametrize("banco", BANCOS)
def test_payments_are_accepted_then_paid(banco: str, tmp_path: Path) -> None:
    sent = [um_pagamento(FormaPagamento.TED, banco, str(number)) for number in range(1, 5)]
    path = tmp_path / "PG.REM"
    path.write_bytes(pagamento.render(dados(banco, *sent)).data)
    answers = movimentos.answers(path, HOJE)
    assert answers is not None
    first, second = (read_file(each.data) for each in answers)
    assert [each.dia for each in answers] == [HOJE, DIA]
    assert {record.efeito for record in first.records} == {Efeito.CONFIRMA}
    assert [record.efeito for record in second.records] == [*[Efeito.LIQUIDA] * 3, Efeito.REJEITA]
    for arquivo in (first, second):
        assert (arquivo.cabecalho.kind, arquivo.cabecalho.product) == ("retorno", "pagamento")
        assert [problem for problem in arquivo.problems if problem.is_error] == []


@pytest.mark.parametrize(("banco", "formato"), [("001", "150"), ("104", "150"), ("748", "150"), ("341", "240")])
def test_debits_are_answered(banco: str, formato: str, tmp_path: Path) -> None:
    sent = [um_debito(banco, f"D{number}") for number in range(1, 5)]
    path = tmp_path / "DA.REM"
    path.write_bytes(debito.render(dados_debito(banco, *sent, formato=formato)).data)
    answers = movimentos.answers(path, HOJE)
    assert answers is not None
    last = read_file(answers[-1].data)
    assert [record.efeito for record in last.records] == [*[Efeito.LIQUIDA] * 3, Efeito.REJEITA]
    assert last.totais.valor_pago == 3 * 1234
    assert [problem for problem in last.problems if problem.is_error] == []


def test_the_service_writes_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "PG.REM"
    path.write_bytes(pagamento.render(dados("341", um_pagamento(FormaPagamento.TED, "341"))).data)
    written = SimuladorService(lambda: HOJE).process([path], None, tmp_path / "volta")
    assert [each.titles for each in written] == [1, 1]
    with pytest.raises(RefusedError, match="é um retorno"):
        movimentos.answers(written[0].file, HOJE)
