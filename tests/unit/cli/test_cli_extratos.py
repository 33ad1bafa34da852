"""`finbank arquivos ler` on statements, in the shape of the contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import main

OFX = """OFXHEADER:100

<OFX><SIGNONMSGSRSV1><SONRS><DTSERVER>20260610</SONRS></SIGNONMSGSRSV1><STMTRS><CURDEF>BRL
<BANKACCTFROM><BANKID>0237<BRANCHID>1234<ACCTID>56789-0</BANKACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260601<TRNAMT>100.00<FITID><MEMO>Saldo Anterior</STMTTRN>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260602<TRNAMT>.<FITID>0<MEMO>Aviso</STMTTRN>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260603<TRNAMT>-10,50<FITID>77<CHECKNUM>451<MEMO>Tarifa</STMTTRN>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED><TRNAMT>5.00<FITID>78<MEMO>Sem data</STMTTRN>
<STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260620<TRNAMT>-30.00<FITID>79<MEMO>Agendado</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>89.50<DTASOF>20260610</LEDGERBAL></STMTRS></OFX>
"""


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "extrato.ofx"
    path.write_text(OFX, encoding="cp1252")
    return path


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_every_line_once_in_its_order_whatever_its_kind(statement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, "arquivos", "ler", str(statement))
    assert code == 0
    assert (said["kind"], said["product"], said["layout"], said["bank"]) == ("extrato", "extrato", "ofx", "237")
    assert said["generation_date"] == "2026-06-10"
    (account,) = said["accounts"]
    lines = account.pop("lines")
    assert account == {
        "bank": "0237",
        "branch": "1234",
        "account": "56789-0",
        "currency": "BRL",
        "balance": "89.50",
        "balance_date": "2026-06-10",
    }
    assert [(line["date"], line["amount"], line["text"], line["fitid"], line["kind"]) for line in lines] == [
        ("2026-06-01", "100.00", "Saldo Anterior", None, "saldo"),
        ("2026-06-02", None, "Aviso", "0", "quarentena"),
        ("2026-06-03", "-10.50", "Tarifa", "77", "lancamento"),
        (None, None, "Sem data", "78", "quarentena"),
        ("2026-06-20", "-30.00", "Agendado", "79", "previsto"),
    ]
    assert lines[2]["document"] == "451"
    assert [line["identity"] is None for line in lines] == [False, True, False, True, False]
    assert [(problem["line"], problem["severity"]) for problem in said["problems"]] == [(7, "info"), (9, "error")]


def test_the_identity_does_not_hang_on_the_fitid(
    statement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = tmp_path / "again.ofx"
    again.write_text(OFX.replace("<FITID>77", "<FITID>4242"), encoding="cp1252")
    first, second = (answer(capsys, "arquivos", "ler", str(path))[1] for path in (statement, again))
    assert [line["identity"] for line in first["accounts"][0]["lines"]] == [
        line["identity"] for line in second["accounts"][0]["lines"]
    ]


def test_a_summary_leaves_the_lines_out(statement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = answer(capsys, "arquivos", "ler", "--resumo", str(statement))
    assert "lines" not in said["accounts"][0]
    assert len(said["problems"]) == 2
    assert said["totals"] == {"titles": 1, "valor_titulo": "-10.50", "valor_pago": None}


def test_a_person_reads_lines_and_what_is_wrong(statement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["arquivos", "ler", str(statement)]) == 0
    said = capsys.readouterr().out
    assert "conta 0237 1234 56789-0: 5 linhas, saldo R$ 89,50 em 10/06/2026" in said
    assert "-R$ 10,50  lançamento Tarifa" in said
    assert "erro: linha 9: A linha não traz data." in said


def test_an_ofx_without_statement_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "vazio.ofx"
    path.write_text("<OFX><SONRS><STATUS><CODE>0</STATUS></SONRS></OFX>", encoding="ascii")
    assert main(["arquivos", "ler", str(path)]) == 3
    assert "não traz nenhum extrato" in capsys.readouterr().err


def test_a_cnab_240_statement_has_its_width_as_layout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    conta = "2112223330001810000000000000000000001234500000006789010"
    lines = (
        ("23700000" + " " * 9 + conta).ljust(240),
        ("23700011E0440033 " + conta).ljust(142) + "31052026" + "0" * 15 + "100" + "CFBRL".ljust(72),
        ("2370001300001E" + "   " + conta).ljust(142) + "02062026" + "0" * 14 + "1050" + "D105".ljust(72),
        ("23700015").ljust(142) + "02062026" + "0" * 15 + "950" + "D".ljust(72),
        "23799999".ljust(240),
    )
    path = tmp_path / "extrato.ret"
    path.write_text("".join(line + "\r\n" for line in lines), encoding="ascii", newline="")
    code, said = answer(capsys, "arquivos", "ler", str(path))
    assert (code, said["kind"], said["layout"], said["bank"]) == (0, "extrato", 240, "237")
    assert (said["record_types"], said["segments"]) == ({"0": 1, "1": 1, "3": 1, "5": 1, "9": 1}, {"E": 1})
    assert [(line["date"], line["amount"]) for line in said["accounts"][0]["lines"]] == [("2026-06-02", "-10.50")]
    assert said["accounts"][0]["balance"] == "-9.50"
