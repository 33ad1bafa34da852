"""Real statements: the foreign ones against what others read in them, the Brazilian ones against a count by hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.extratos import LinhaExtrato, Natureza
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.extrato import leitura

BRASIL = "files/leogregianin+ofx-reader/ofx-files"
# files without any statement: answers to a sign-on, and a list of accounts
SEM_EXTRATO = {
    "account_listing_aggregation.ofx",
    "signon_fail.ofx",
    "signon_success.ofx",
    "signon_success_no_message.ofx",
}
# the peer discards these very lines as well (its tests: 3 and 1 discarded entries)
QUARENTENA = {"date_missing.ofx": (3, Decimal("320.00")), "decimal_error.ofx": (1, Decimal(0))}


def wants(entry: dict[str, Any]) -> bool:
    return bool(entry["kind"] == "ofx")


def test_foreign_statements_have_the_same_count_and_sum_or_are_refused_in_words(
    golden: Path, golden_file: dict[str, Any]
) -> None:
    data, parsed = (golden / golden_file["copy"]).read_bytes(), golden_file["parsed"]
    name = Path(golden_file["copy"]).name
    if name in SEM_EXTRATO:
        assert parsed["transactions"] == 0
        with pytest.raises(RefusedError) as refused:
            leitura.read(data)
        assert refused.value.message.endswith(".")
        return
    extrato = leitura.read(data)
    lines = [line for conta in extrato.contas for line in conta.em_ordem]
    taken = [line for line in lines if isinstance(line, LinhaExtrato)]
    bad, bad_sum = QUARENTENA.get(name, (0, Decimal(0)))
    assert len(lines) == parsed["transactions"]
    assert len(lines) - len(taken) == bad
    assert Decimal(sum(line.valor for line in taken)) / 100 == Decimal(parsed["sum_trnamt"]) - bad_sum
    assert [line.fitid for line in lines] == [record["fitid"] for record in parsed["records"]][: len(lines)]
    assert {conta.conta for conta in extrato.contas} == set(parsed["acctid"])
    assert {conta.moeda for conta in extrato.contas} == set(parsed["curdef"])
    balances = {Decimal(said) for said in parsed["balance"]}
    assert all(Decimal(conta.saldo) / 100 in balances for conta in extrato.contas if conta.saldo is not None)


# counted and added by hand from the files
BRASILEIROS = {
    "BancodoBrasil.ofx": ("ofx", "1", "1234-1", "54321-9", 7, -10_00, -10_00, date(2016, 6, 27)),
    "extrato.ofx": ("ofx", "1", "1234-1", "54321-9", 7, -10_00, -10_00, date(2016, 6, 27)),
    "BancodoBrasil.ofc": ("ofc", "001", "1234-13", "00000543219", 7, -10_00, -10_00, date(2016, 6, 27)),
    "CaixaEconomicaFederal.ofx": ("ofx", "0104", "", "000123456", 3, -32_20, 500_27, date(2016, 7, 4)),
    "Itau.ofx": ("ofx", "0341", "", "4372218869", 17, 1406_81, 910_14, date(2015, 4, 8)),
}


@pytest.mark.parametrize("name", BRASILEIROS)
def test_brazilian_statements(golden: Path, name: str) -> None:
    formato, banco, agencia, numero, count, total, saldo, dia = BRASILEIROS[name]
    extrato = leitura.read((golden / BRASIL / name).read_bytes())
    (conta,) = extrato.contas
    assert (extrato.formato, conta.banco, conta.agencia, conta.conta) == (formato, banco, agencia, numero)
    assert (len(conta.linhas), conta.soma, conta.quarentena) == (count, total, ())
    assert (conta.saldo, conta.saldo_data, conta.moeda) == (saldo, dia, "BRL")
    assert {linha.natureza for linha in conta.linhas} == {Natureza.LANCAMENTO}


def test_accents_of_a_brazilian_statement(golden: Path) -> None:
    (conta,) = leitura.read((golden / BRASIL / "BancodoBrasil.ofx").read_bytes()).contas
    assert conta.linhas[0].texto == "Cobrança de I.O.F."
    assert conta.linhas[-1].texto == conta.linhas[-2].texto == "Pagto cartão crédito"
