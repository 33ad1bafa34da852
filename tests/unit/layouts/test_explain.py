from finbank_desktop.layouts import reader
from finbank_desktop.layouts.explain import explain
from finbank_desktop.layouts.model import Layout


def test_one_position_is_explained(simples: Layout, arquivo: bytes) -> None:
    [found] = explain(reader.read(arquivo, simples), 2, 20)
    assert (found.line, found.name, found.start, found.end) == (2, "valor_titulo", 18, 26)
    assert (found.raw, found.value) == ("000012345", "123,45")
    assert "2 casas decimais" in found.meaning
    assert found.source == "p. 2"


def test_code_and_remark_of_the_manual_are_told(simples: Layout, arquivo: bytes) -> None:
    [found] = explain(reader.read(arquivo, simples), 2, 2)
    assert "G069" in found.meaning
    assert "com o DV" in found.meaning


def test_a_line_gives_all_its_fields_without_gap(simples: Layout, arquivo: bytes) -> None:
    found = explain(reader.read(arquivo, simples), 3)
    assert "".join(item.raw for item in found) == arquivo.decode().splitlines()[2]
    assert [item.value for item in found] == ["1", "5678", "28/02/2027", "0,50", "BELTRANO", "3"]


def test_a_file_gives_all_its_lines(simples: Layout, arquivo: bytes) -> None:
    assert {item.line for item in explain(reader.read(arquivo, simples))} == {1, 2, 3, 4}


def test_lines_are_numbered_as_in_the_file(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(b"\r\n" + arquivo, simples)
    assert explain(leitura, 1) == []
    assert explain(leitura, 2, 1)[0].value == "0"


def test_what_does_not_exist_gives_nothing(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo, simples)
    assert explain(leitura, 99) == []
    assert explain(leitura, 2, 41) == []


def test_a_line_of_no_record_says_so(simples: Layout) -> None:
    [found] = explain(reader.read(b"7" + b"x" * 39 + b"\n", simples), 1, 5)
    assert (found.name, found.value, found.raw) == ("", None, "7" + "x" * 39)
    assert "não é nenhum registro" in found.meaning


def test_a_blank_field_has_no_value(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo.replace(b"280227", b"      "), simples)
    assert explain(leitura, 3, 12)[0].value is None
