import pytest

from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts import check_ordem, loader, reader, writer
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.model import Layout, Valor

LOTE = (
    b"0" + b" " * 19 + b"\n"
    b"1" + b" " * 19 + b"\n"
    b"300001T0000000001234\n"
    b"300002UABC          \n"
    b"5000004" + b" " * 13 + b"\n"
    b"9000001000006" + b" " * 7 + b"\n"
)


def errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.is_error]


def only(data: bytes, layout: Layout) -> Problem:
    """Return the one problem of *data* that is more than information."""
    [problem] = [p for p in check(reader.read(data, layout)) if p.severity is not Severity.INFO]
    return problem


def test_files_without_fault_have_no_problem(simples: Layout, lotes: Layout, arquivo: bytes) -> None:
    assert check(reader.read(arquivo, simples)) == []
    assert check(reader.read(LOTE, lotes)) == []


def test_letters_in_an_amount_are_an_error_with_its_place(simples: Layout, arquivo: bytes) -> None:
    problem = only(arquivo.replace(b"000012345", b"0000123A5"), simples)
    assert (problem.severity, problem.line, problem.start, problem.end, problem.field) == (
        Severity.ERROR,
        2,
        18,
        26,
        "valor_titulo",
    )
    assert "0000123A5" in problem.message


def test_letters_in_another_number_of_a_retorno_are_a_warning(simples: Layout, arquivo: bytes) -> None:
    problem = only(arquivo.replace(b"0000001234", b"00000012P4"), simples)
    assert (problem.severity, problem.field) == (Severity.WARNING, "nosso_numero")


def test_blank_numbers_are_told_once_for_a_record_type(simples: Layout, arquivo: bytes) -> None:
    blank = arquivo.replace(b"0000001234", b" " * 10).replace(b"0000005678", b" " * 10).replace(b"000012345", b" " * 9)
    [problem] = check(reader.read(blank, simples))
    assert problem.severity is Severity.INFO
    assert "nosso_numero, valor_titulo" in problem.message


def test_a_date_that_does_not_exist_is_an_error(simples: Layout, arquivo: bytes) -> None:
    problem = only(arquivo.replace(b"280227", b"300227"), simples)
    assert (problem.severity, problem.line, problem.field) == (Severity.ERROR, 3, "vencimento")


@pytest.mark.parametrize("mark", [b"888888", b"999999"])
def test_at_sight_and_on_presentation_are_no_faults(simples: Layout, arquivo: bytes, mark: bytes) -> None:
    assert check(reader.read(arquivo.replace(b"280227", mark), simples)) == []


@pytest.mark.parametrize(("day", "far"), [(b"161236", True), (b"141236", False), (b"151116", True), (b"171216", False)])
def test_a_date_over_ten_years_from_the_files_is_a_warning(
    simples: Layout,
    arquivo: bytes,
    day: bytes,
    far: bool,  # noqa: FBT001 - a pytest parameter
) -> None:
    problems = check(reader.read(arquivo.replace(b"280227", day), simples))
    assert [problem.severity for problem in problems] == [Severity.WARNING] * far


def test_another_bank_in_the_header_is_an_error(simples: Layout, arquivo: bytes) -> None:
    problem = only(arquivo.replace(b"EXEMPLO000000001", b"EXEMPLO999000001"), simples)
    assert (problem.field, problem.severity) == ("banco", Severity.ERROR)


def test_another_constant_is_only_told(simples: Layout, arquivo: bytes) -> None:
    [problem] = check(reader.read(arquivo.replace(b"RETORNO", b"TESTE  "), simples))
    assert (problem.field, problem.severity, problem.line) == ("literal", Severity.INFO, 1)


def test_a_missing_end_is_an_error(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo[: 42 * 3], simples)
    [problem] = check(leitura)
    assert problem.is_error
    assert "fim do arquivo ausente" in problem.message.lower()
    assert check_ordem.has_start(leitura)
    assert not check_ordem.has_end(leitura)


def test_a_missing_beginning_is_an_error(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo[42:], simples)
    assert not check_ordem.has_start(leitura)
    assert any("início do arquivo ausente" in problem.message.lower() for problem in errors(check(leitura)))


def test_two_files_in_one_are_an_error(simples: Layout, arquivo: bytes) -> None:
    messages = [problem.message for problem in errors(check(reader.read(arquivo * 2, simples)))]
    assert any("linha 5 abre o arquivo outra vez" in message for message in messages)
    assert any("linha 4 encerra o arquivo" in message for message in messages)


def test_a_gap_in_the_sequence_is_told_once_where_it_is(simples: Layout, arquivo: bytes) -> None:
    lines = arquivo.splitlines(keepends=True)
    problems = errors(check(reader.read(b"".join([lines[0], *lines[2:]]), simples)))
    assert [(problem.line, problem.field) for problem in problems] == [(2, "sequencial"), (3, "qtd_registros")]


def test_a_count_that_disagrees_is_an_error(simples: Layout, arquivo: bytes) -> None:
    problem = only(arquivo.replace(b"9000004", b"9000005"), simples)
    assert (problem.field, problem.line, problem.is_error) == ("qtd_registros", 4, True)
    assert "linhas no arquivo: 4" in problem.message


def test_a_lot_count_that_disagrees_is_an_error(lotes: Layout) -> None:
    problem = only(LOTE.replace(b"5000004", b"5000007"), lotes)
    assert (problem.field, problem.line, problem.is_error) == ("qtd_registros_lote", 5, True)


def test_a_lot_count_without_header_and_trailer_is_only_told(lotes: Layout) -> None:
    [problem] = check(reader.read(LOTE.replace(b"5000004", b"5000002"), lotes))
    assert problem.severity is Severity.INFO


def test_a_number_of_lots_that_disagrees_is_an_error(lotes: Layout) -> None:
    assert only(LOTE.replace(b"9000001", b"9000003"), lotes).field == "qtd_lotes"


def test_a_sequence_that_begins_anew_in_a_lot_of_a_retorno_is_a_warning(lotes: Layout) -> None:
    problem = only(LOTE.replace(b"300002U", b"300001U"), lotes)
    assert (problem.field, problem.line, problem.severity) == ("sequencia_lote", 4, Severity.WARNING)


def test_each_lot_counts_from_one(lotes: Layout) -> None:
    lot = b"".join(LOTE.splitlines(keepends=True)[1:5])
    two = LOTE.replace(lot, lot * 2).replace(b"9000001000006", b"9000002000010")
    assert check(reader.read(two, lotes)) == []


def test_lots_that_do_not_close_or_open_are_errors(lotes: Layout) -> None:
    lines = LOTE.splitlines(keepends=True)
    unclosed = errors(check(reader.read(b"".join([*lines[:4], lines[5]]), lotes)))
    assert any("O lote aberto na linha 2 não foi encerrado" in problem.message for problem in unclosed)
    unopened = errors(check(reader.read(b"".join([lines[0], *lines[2:]]), lotes)))
    assert any("linha 4 encerra um lote que não foi aberto" in problem.message for problem in unopened)
    assert any("linha 2 é um detalhe fora de lote" in problem.message for problem in unopened)
    twice = errors(check(reader.read(b"".join([*lines[:2], *lines[1:]]), lotes)))
    assert any("linha 3 abre um lote sem que o anterior" in problem.message for problem in twice)


def test_the_same_fault_on_many_lines_is_cut_short(simples: Layout, arquivo: bytes) -> None:
    lines = arquivo.splitlines(keepends=True)
    bad = lines[1].replace(b"000012345", b"0000123A5")
    data = b"".join([lines[0], *(bad[:34] + b"%06d\r\n" % (n + 2) for n in range(1000)), lines[3]])
    about_values = [p for p in check(reader.read(data, simples)) if p.field == "valor_titulo"]
    assert len(about_values) == 51
    assert "mais 950 linhas" in next(p.message for p in about_values if p.line is None)


TOTAIS = """
titulo = "Totais"
banco = "000"
produto = "cobranca"
direcao = "remessa"
tamanho = 60
versao = "1"
fonte = "feito para os testes"
data_fonte = "2026"
confianca = "uma_fonte"

[[registro]]
nome = "header_lote"
titulo = "Header de lote"
papel = "abertura_lote"
chave = ["tipo_registro"]
fonte = "p. 1"
campos = [
  { pos = "1-1",  tipo = "N", nome = "tipo_registro", padrao = "1" },
  { pos = "2-60", tipo = "A", nome = "cnab_1", padrao = "brancos" },
]

[[registro]]
nome = "P"
titulo = "Título"
papel = "detalhe"
chave = ["tipo_registro"]
fonte = "p. 2"
campos = [
  { pos = "1-1",   tipo = "N",  nome = "tipo_registro", padrao = "3" },
  { pos = "2-16",  tipo = "N2", nome = "valor_titulo" },
  { pos = "17-60", tipo = "A",  nome = "cnab_1", padrao = "brancos" },
]

[[registro]]
nome = "trailer_lote"
titulo = "Trailer de lote"
papel = "encerramento_lote"
chave = ["tipo_registro"]
fonte = "p. 3"
campos = [
  { pos = "1-1",   tipo = "N",  nome = "tipo_registro", padrao = "5" },
  { pos = "2-18",  tipo = "N2", nome = "simples_valor" },
  { pos = "19-35", tipo = "N2", nome = "vinculada_valor" },
  { pos = "36-60", tipo = "A",  nome = "cnab_1", padrao = "brancos" },
]

[[registro]]
nome = "trailer"
titulo = "Trailer"
papel = "encerramento"
chave = ["tipo_registro"]
fonte = "p. 4"
campos = [
  { pos = "1-1",   tipo = "N",  nome = "tipo_registro", padrao = "9" },
  { pos = "2-7",   tipo = "N",  nome = "qtd_detalhes" },
  { pos = "8-21",  tipo = "N2", nome = "valor_informado" },
  { pos = "22-60", tipo = "A",  nome = "cnab_1", padrao = "brancos" },
]
"""


@pytest.mark.parametrize(
    ("simples", "vinculada", "quantidade", "informado", "fields"),
    [
        (10000, 2345, 2, 12345, []),
        (0, 0, 0, 0, []),
        (10000, 2346, 2, 12345, ["simples_valor"]),
        (0, 12346, 2, 12345, ["vinculada_valor"]),
        (12345, 0, 3, 12345, ["qtd_detalhes"]),
        (12345, 0, 2, 12344, ["valor_informado"]),
    ],
)
def test_totals_that_do_not_add_up_are_errors(
    simples: int, vinculada: int, quantidade: int, informado: int, fields: list[str]
) -> None:
    layout = loader.parse(TOTAIS, "ensaio/totais")
    trailers: list[tuple[str, dict[str, Valor]]] = [
        ("trailer_lote", {"simples_valor": simples, "vinculada_valor": vinculada}),
        ("trailer", {"qtd_detalhes": quantidade, "valor_informado": informado}),
    ]
    details: list[tuple[str, dict[str, Valor]]] = [("P", {"valor_titulo": 12000}), ("P", {"valor_titulo": 345})]
    escrita = writer.write(layout, [("header_lote", {}), *details, *trailers])
    problems = [problem for problem in check(reader.read(escrita.data, layout)) if problem.field]
    assert [(problem.field, problem.is_error) for problem in problems] == [(field, True) for field in fields]


def test_problems_come_by_line(simples: Layout, arquivo: bytes) -> None:
    bad = arquivo.replace(b"280227", b"300227").replace(b"000012345", b"0000123A5").replace(b"9000004", b"9000005")
    assert [problem.line for problem in check(reader.read(bad, simples))] == [2, 3, 4]


def test_an_empty_file_has_only_its_own_fault(simples: Layout) -> None:
    assert [problem.message for problem in check(reader.read(b"", simples))] == ["O arquivo está vazio."]


def test_a_file_date_that_cannot_be_is_an_error() -> None:
    header = b"08500000".ljust(142) + b"2" + b"01085000" + b" " * 89
    problems = errors(check(reader.read(header + b"\n", loader.load("febraban/cobranca_240_retorno"))))
    assert any(p.field == "data_geracao" and "não pode ser a data do arquivo" in p.message for p in problems)
