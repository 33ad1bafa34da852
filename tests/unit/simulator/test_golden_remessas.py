"""Remessas that others wrote are answered title by title; what they hold was read by somebody else."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import Problem
from finbank_desktop.simulator import banco, cenario, remessa

BANKS = ("001", "104", "237", "341", "756")
ALL_TOLD = 'arquivos = "unico"\n[[titulo]]\nregra = "todos"\nquando = "vencimento"'


def wants(entry: dict[str, Any]) -> bool:
    named = entry["kind"] == "remessa" and entry["bank"] in BANKS and entry["layout"] in (240, 400)
    registers = set(entry["parsed"].get("occurrences") or {"01"}) == {"01"}
    without_layout = (entry["bank"], entry["layout"]) in {("756", 400), ("341", 240)}
    without_company = entry["path"].endswith("remessa.txt")  # its código da empresa is a number in scientific notation
    return named and entry["condition"] == "clean" and registers and not (without_layout or without_company)


def test_every_title_is_registered_and_paid(golden: Path, golden_file: dict[str, Any]) -> None:
    path, parsed = golden / golden_file["copy"], golden_file["parsed"]
    (answer,) = banco.answer(remessa.read(path), cenario.parse(ALL_TOLD, "ensaio.toml"), date(2026, 11, 24))
    read = read_file(answer.data)
    assert [problem for problem in read.problems if problem.is_error] == list[Problem]()
    confirmed = [each for each in read.records if each.efeito is Efeito.CONFIRMA]
    paid = [each for each in read.records if each.efeito is Efeito.LIQUIDA]
    assert len(confirmed) == len(paid) == parsed["titles"]
    total = int(Decimal(parsed["sum_title_value"]) * 100)
    assert sum(each.valor_titulo or 0 for each in confirmed) == total
    assert [each.nosso_numero for each in confirmed] == [each["nosso_numero"] for each in parsed["records"]]
    assert [each.nosso_numero_chave for each in confirmed] == [each.nosso_numero_chave for each in paid]


def test_the_answer_is_for_the_same_company(golden: Path, golden_file: dict[str, Any]) -> None:
    sent = (golden / golden_file["copy"]).read_bytes().decode("latin-1").splitlines()[0]
    answer = banco.answer(remessa.read(golden / golden_file["copy"]), cenario.PADRAO, date(2026, 11, 24))[0]
    header = answer.data.decode("ascii").splitlines()[0]
    # FEBRABAN 240: inscription, convênio, agência, conta; CNAB 400: what names the contract, then the company
    places = [(17, 70), (72, 102)] if golden_file["layout"] == 240 else [(26, 40), (46, 79)]
    for start, end in places:
        assert header[start:end].strip() == sent[start:end].strip()
