"""Whatever bytes come as a table: rows, or one sentence; never anything else."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finbank_desktop.domain.planilhas import Mapa
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services import planilha_leitura
from finbank_desktop.services.planilha_tipos import TIPOS
from finbank_desktop.spreadsheets import columns
from finbank_desktop.spreadsheets.reading import open_table

FIXTURES = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def complaint(path: Path) -> str:
    """Return the sentence a table is refused with; a full stop when it is read to its end."""
    try:
        look(path)
    except RefusedError as error:
        return error.message
    return "."


def look(path: Path) -> None:
    """Go the whole way of a table, up to what becomes of its cells."""
    tabela = open_table(path)
    linhas = planilha_leitura.first_rows(tabela)
    for tipo in TIPOS.values():
        onde = columns.header(linhas, tipo.campos)
        cabecalho, corpo = planilha_leitura.below(linhas, onde)
        titulos = columns.titles(cabecalho, corpo)
        colunas = columns.propose(titulos, corpo, tipo.campos)
        assert len(colunas) == len(titulos)
        mapa = Mapa(aba=tabela.aba, cabecalho=onde, campos=tuple(c.campo for c in colunas))
        lidos, todas = planilha_leitura.read(tabela, tipo.campos, mapa)
        assert lidos == titulos
        assert all(linha.numero > onde for linha in todas)


@FIXTURES
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda t: t.encode("utf-8", "replace"))))
def test_arbitrary_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert complaint(path).endswith(".")


@FIXTURES
@given(
    celulas=st.lists(
        st.lists(
            st.sampled_from(
                [
                    "",
                    "CPF/CNPJ",
                    "Nome",
                    "Valor",
                    "Vencimento",
                    "1.234,56",
                    "1,5",
                    "(3)",
                    "31/12/99",
                    '"',
                    '""',
                    "a;b",
                    "=x",
                    "ª",
                    "R$",
                    "-",
                ]
            ),
            max_size=6,
        ),
        max_size=8,
    ),
    separador=st.sampled_from([";", ",", "\t"]),
)
def test_rows_that_look_like_ours_are_read_or_refused(tmp_path: Path, celulas: list[list[str]], separador: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(separador.join(linha) for linha in celulas), encoding="utf-8")
    assert complaint(path).endswith(".")


@pytest.fixture(scope="module")
def workbook() -> dict[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Nome", "CNPJ", "Valor", "Vencimento"])
    sheet.append(["Padaria", "11222333000181", 10.5, "31/12/2026"])
    file = BytesIO()
    book.save(file)
    with ZipFile(file) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


@FIXTURES
@given(at=st.floats(0, 1), junk=st.binary(min_size=1, max_size=30), which=st.integers(0, 20), cut=st.booleans())
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path: Path, workbook: dict[str, bytes], at: float, junk: bytes, which: int, *, cut: bool
) -> None:
    name = sorted(workbook)[which % len(workbook)]
    place = int(at * len(workbook[name]))
    parts = workbook | {
        name: workbook[name][:place] + (b"" if cut else junk) + workbook[name][place + (99 if cut else len(junk)) :]
    }
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as file:
        for each, data in parts.items():
            file.writestr(each, data)
    assert complaint(path).endswith(".")
