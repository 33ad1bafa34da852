"""The engine on real files, by positions that others stated: ``files.json`` names them for each CNAB 400 file."""

import json
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.problems import Severity
from finbank_desktop.layouts import lines, loader, reader
from finbank_desktop.layouts.model import Layout

HEAD = """
titulo = "Posições de um arquivo real"
banco = "000"
produto = "cobranca"
direcao = "retorno"
tamanho = {tamanho}
versao = "1"
fonte = "files.json"
data_fonte = "2026"
confianca = "uma_fonte"
"""

RECORD = """
[[registro]]
nome = "{nome}"
titulo = "{nome}"
papel = "detalhe"
chave = ["chave_1"]
fonte = "files.json"
campos = [
{campos}]
"""

# FEBRABAN 10.6, cobrança, segments T and U: the type at 8, the segment at 14, values at 82-96 and 78-92.
SEGMENTOS = (
    HEAD.format(tamanho=240)
    + """
[[registro]]
nome = "T"
titulo = "Segmento T"
papel = "detalhe"
chave = ["tipo_registro", "segmento"]
fonte = "FEBRABAN 10.6"
campos = [
  { pos = "1-7",    tipo = "A",  nome = "controle" },
  { pos = "8-8",    tipo = "N",  nome = "tipo_registro", padrao = "3" },
  { pos = "9-13",   tipo = "N",  nome = "sequencia_lote" },
  { pos = "14-14",  tipo = "A",  nome = "segmento", padrao = "T" },
  { pos = "15-73",  tipo = "A",  nome = "titulo" },
  { pos = "74-81",  tipo = "D8", nome = "vencimento" },
  { pos = "82-96",  tipo = "N2", nome = "valor_titulo" },
  { pos = "97-240", tipo = "A",  nome = "resto" },
]

[[registro]]
nome = "U"
titulo = "Segmento U"
papel = "detalhe"
chave = ["tipo_registro", "segmento"]
fonte = "FEBRABAN 10.6"
campos = [
  { pos = "1-7",     tipo = "A",  nome = "controle" },
  { pos = "8-8",     tipo = "N",  nome = "tipo_registro", padrao = "3" },
  { pos = "9-13",    tipo = "N",  nome = "sequencia_lote" },
  { pos = "14-14",   tipo = "A",  nome = "segmento", padrao = "U" },
  { pos = "15-77",   tipo = "A",  nome = "acrescimos" },
  { pos = "78-92",   tipo = "N2", nome = "valor_pago" },
  { pos = "93-137",  tipo = "A",  nome = "outros" },
  { pos = "138-145", tipo = "D8", nome = "data_ocorrencia" },
  { pos = "146-153", tipo = "D8", nome = "data_credito" },
  { pos = "154-240", tipo = "A",  nome = "resto" },
]
"""
)
SANTANDER = "033"  # has the value of segment T elsewhere, says the README of the golden files


def entries(golden: Path) -> list[dict[str, Any]]:
    found = json.loads((golden / "files.json").read_text(encoding="utf-8"))
    return [entry for entry in found if entry["layout"] in {240, 400}]


def data_of(golden: Path, entry: dict[str, Any]) -> bytes:
    return (golden / str(entry["copy"])).read_bytes()


def by_positions(positions: dict[str, list[int] | None], keys: list[str]) -> Layout:
    """Return a CNAB 400 layout with a record for each of *keys* at position 1 and the fields at *positions*."""
    kinds = {"valor_titulo": "N2", "vencimento": "D6"}
    rows, at = ['{{ pos = "1-1", tipo = "A", nome = "chave_1", padrao = "{key}" }},'], 2
    known = sorted((place, nome) for nome, place in positions.items() if place)
    for (start, end), nome in known:
        if start > at:
            rows.append(f'{{{{ pos = "{at}-{start - 1}", tipo = "A", nome = "livre_{at}" }}}},')
        rows.append(f'{{{{ pos = "{start}-{end}", tipo = "{kinds.get(nome, "A")}", nome = "{nome}" }}}},')
        at = end + 1
    rows.append(f'{{{{ pos = "{at}-400", tipo = "A", nome = "livre_{at}" }}}},')
    campos = "\n".join(rows) + "\n"
    records = [RECORD.format(nome=f"r{key}", campos=campos.format(key=key)) for key in keys]
    return loader.parse(HEAD.format(tamanho=400) + "".join(records), "ensaio/real")


def test_the_width_of_every_real_file_is_recognised(golden: Path) -> None:
    wrong = [
        entry["copy"] for entry in entries(golden) if lines.sniff(data_of(golden, entry)).tamanho != entry["layout"]
    ]
    assert wrong == []


def test_every_real_file_gives_the_lines_that_others_counted(golden: Path) -> None:
    for entry in entries(golden):
        linhas = lines.split(data_of(golden, entry), entry["layout"])
        assert len(linhas) == sum(entry["parsed"]["record_types"].values()), entry["copy"]


def test_clean_files_have_no_fault_and_too_long_lines_are_never_silent(golden: Path) -> None:
    for entry in entries(golden):
        linhas = lines.split(data_of(golden, entry), entry["layout"])
        if entry["condition"] == "clean":
            assert {problem.severity for problem in linhas.problems} <= {Severity.INFO}, entry["copy"]
        if any(fault.startswith("wrong line length") for fault in entry["malformed"]):
            assert linhas.problems, entry["copy"]


def test_values_of_real_cnab_400_files_are_those_that_others_read(golden: Path) -> None:
    compared = 0
    for entry in entries(golden):
        positions = entry["parsed"].get("positions")
        if entry["layout"] != 400 or not positions or entry["condition"] == "broken":
            continue
        data = data_of(golden, entry)
        leitura = reader.read(data, by_positions(positions, sorted(set(entry["parsed"]["record_types"]))))
        rows = {leitura.number(row): row for row in range(len(leitura))}
        for record in entry["parsed"]["records"]:
            values = leitura.values(rows[record["line"]])
            where = (entry["copy"], record["line"])
            cents = int(record["valor_titulo"].replace(".", ""))
            assert values["valor_titulo"] == cents, where
            if positions.get("nosso_numero"):
                assert str(values["nosso_numero"]).strip() == record["nosso_numero"].strip(), where
            if positions.get("vencimento"):
                due = values["vencimento"]
                assert (due.isoformat() if due and not isinstance(due, int | str) else None) == record["vencimento"]
            compared += 1
    assert compared > 100


def test_sums_of_real_cnab_240_retornos_are_those_that_others_read(golden: Path) -> None:
    layout = loader.parse(SEGMENTOS, "ensaio/segmentos")
    compared = 0
    for entry in entries(golden):
        parsed = entry["parsed"]
        if entry["layout"] != 240 or entry["kind"] != "retorno" or "T" not in parsed.get("segments", {}):
            continue
        if entry["bank"] == SANTANDER:
            continue
        leitura = reader.read(data_of(golden, entry), layout)
        titles, paid = leitura.column("T", "valor_titulo"), leitura.column("U", "valor_pago")
        assert len(titles) == parsed["titles"], entry["copy"]
        assert int(titles.valores.sum()) == int(parsed["sum_title_value"].replace(".", "")), entry["copy"]
        assert int(paid.valores.sum()) == int(parsed["sum_paid_value"].replace(".", "")), entry["copy"]
        compared += 1
    assert compared >= 10


@pytest.mark.parametrize("tamanho", [150, 240, 400])
def test_no_real_file_raises_whatever_width_it_is_read_by(golden: Path, tamanho: int) -> None:
    for path in sorted((golden / "files").rglob("*")):
        if path.is_file():
            linhas = lines.split(path.read_bytes(), tamanho)
            assert linhas.matriz.shape == (len(linhas.numeros), tamanho)
            assert all(problem.severity in set(Severity) for problem in linhas.problems)
