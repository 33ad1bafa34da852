import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from finbank_desktop.domain.problems import OutsideError, Severity
from finbank_desktop.layouts import lines, loader, reader
from finbank_desktop.layouts.model import Campo, Layout, Tipo


def test_each_line_is_its_record(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo, simples)
    assert leitura.registro_of().tolist() == [0, 1, 1, 2]
    assert leitura.rows("detalhe").tolist() == [1, 2]
    assert leitura.problems == []
    assert len(leitura) == 4


def test_the_longest_key_wins(lotes: Layout) -> None:
    leitura = reader.read(b"300001T0000000001234\n300002UABC          \n", lotes)
    nomes = [leitura.layout.registros[index].nome for index in leitura.registro_of()]
    assert nomes == ["T", "detalhe"]


def test_columns_hold_centavos_days_and_text(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo, simples)
    assert leitura.column("detalhe", "valor_titulo").valores.tolist() == [12345, 50]
    assert leitura.column("detalhe", "vencimento").valores.tolist() == [dt.date(2027, 1, 15), dt.date(2027, 2, 28)]
    assert leitura.column("detalhe", "pagador_nome").valores.tolist() == [b"FULANO", b"BELTRANO"]
    assert leitura.column("detalhe", "nosso_numero").valores.dtype == np.int64


def test_several_columns_come_at_once_and_agree_with_single_ones(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo * 3000, simples)
    together = leitura.columns("detalhe", ("nosso_numero", "vencimento"))
    assert len(together["nosso_numero"]) == 6000
    assert together["nosso_numero"].valores[-2:].tolist() == [1234, 5678]
    single = reader.read(arquivo * 3000, simples).column("detalhe", "vencimento")
    assert (together["vencimento"].valores == single.valores).all()


def test_one_line_gives_its_values(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(arquivo, simples)
    assert leitura.values(1) == {
        "tipo_registro": 1,
        "nosso_numero": 1234,
        "vencimento": dt.date(2027, 1, 15),
        "valor_titulo": 12345,
        "pagador_nome": "FULANO",
        "sequencial": 2,
    }
    assert leitura.raw(1, "pagador_nome") == "FULANO  "
    assert leitura.raw(1, "nosso_numero") == "0000001234"


def test_blank_and_wrong_values_are_none_and_marked(simples: Layout) -> None:
    data = b"1          000000         FULANO  000001\r\n100000012X4310227   001234FULANO  000002\r\n"
    leitura = reader.read(data, simples)
    assert leitura.values(0)["nosso_numero"] is None
    assert leitura.values(0)["vencimento"] is None
    assert leitura.values(1)["nosso_numero"] is None
    assert leitura.values(1)["vencimento"] is None
    assert leitura.values(1)["valor_titulo"] == 1234
    numero = leitura.column("detalhe", "nosso_numero")
    assert (numero.vazios.tolist(), numero.invalidos.tolist()) == ([True, False], [False, True])
    vencimento = leitura.column("detalhe", "vencimento")
    assert np.isnat(vencimento.valores).all()
    assert (vencimento.vazios.tolist(), vencimento.invalidos.tolist()) == ([True, False], [False, True])


def test_a_line_of_no_record_is_a_warning_with_its_line(simples: Layout, arquivo: bytes) -> None:
    leitura = reader.read(b"\r\n" + arquivo + b"7SEILA" + b" " * 34 + b"\r\n", simples)
    assert leitura.registro_of().tolist()[-1] == reader.UNKNOWN
    problem = leitura.problems[-1]
    assert (problem.severity, problem.line) == (Severity.WARNING, 6)
    assert "7SEILA" in problem.message
    assert leitura.values(4) == {}
    assert leitura.raw(4, "sequencial") == ""
    assert leitura.registro_at(4) is None


def test_many_unknown_lines_do_not_drown_the_user(simples: Layout) -> None:
    leitura = reader.read((b"7" + b" " * 39 + b"\n") * 5000, simples)
    assert len(leitura.problems) == 201
    assert "mais 4800 linhas" in leitura.problems[-1].message


def test_an_empty_file_gives_no_rows_and_no_columns(simples: Layout) -> None:
    leitura = reader.read(b"", simples)
    assert len(leitura) == 0
    assert leitura.rows("detalhe").tolist() == []
    for campo in simples.registro("detalhe").campos:
        assert len(leitura.column("detalhe", campo.nome)) == 0
    assert [problem.message for problem in leitura.problems] == ["O arquivo está vazio."]


def test_a_path_reads_as_its_bytes(simples: Layout, arquivo: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.ret"
    path.write_bytes(arquivo)
    leitura = reader.read(path, simples)
    assert (leitura.linhas.matriz == reader.read(arquivo, simples).linhas.matriz).all()
    empty = tmp_path / "vazio.ret"
    empty.write_bytes(b"")
    assert [problem.message for problem in reader.read(empty, simples).problems] == ["O arquivo está vazio."]


def test_a_large_file_is_mapped_and_reads_as_its_bytes(
    simples: Layout, arquivo: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_MAP_FROM", 100)
    path = tmp_path / "a.ret"
    path.write_bytes(arquivo)
    leitura = reader.read(path, simples)
    assert leitura.problems == []
    assert leitura.column("detalhe", "valor_titulo").valores.tolist() == [12345, 50]
    other = tmp_path / "b.ret"
    other.write_bytes(arquivo.replace(b"FULANO", "JO\u00c3O  ".encode("latin-1")))
    assert reader.read(other, simples).values(1)["pagador_nome"] == "JO\u00c3O"


def test_a_file_that_cannot_be_opened_is_one_sentence(simples: Layout, tmp_path: Path) -> None:
    with pytest.raises(OutsideError) as refused:
        reader.read(tmp_path / "sumiu.ret", simples)
    assert "sumiu.ret" in refused.value.message
    with pytest.raises(OutsideError):
        reader.read(tmp_path, simples)


def test_two_gigabytes_of_nothing_are_answered_from_the_first_megabyte(
    simples: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "filme.bin"
    with path.open("wb") as file:
        file.write(b"junk" * 100)
        file.truncate(2 << 30)

    def never(*_: object) -> None:
        pytest.fail("the whole file was looked at")

    monkeypatch.setattr(lines, "_regular", never)
    monkeypatch.setattr(lines, "Repair", never)
    leitura = reader.read(path, simples)
    assert len(leitura) == 0
    assert leitura.problems[0].is_error


@pytest.mark.parametrize(
    ("text", "tipo", "value"),
    [
        ("31122069", Tipo.DATA_DDMMAAAA, dt.date(2069, 12, 31)),
        ("20240229", Tipo.DATA_AAAAMMDD, dt.date(2024, 2, 29)),
        ("20230229", Tipo.DATA_AAAAMMDD, None),
        ("29022000", Tipo.DATA_DDMMAAAA, dt.date(2000, 2, 29)),
        ("29021900", Tipo.DATA_DDMMAAAA, None),
        ("010170", Tipo.DATA_DDMMAA, dt.date(1970, 1, 1)),
        ("311299", Tipo.DATA_DDMMAA, dt.date(1999, 12, 31)),
        ("311269", Tipo.DATA_DDMMAA, dt.date(2069, 12, 31)),
        ("010100", Tipo.DATA_DDMMAA, dt.date(2000, 1, 1)),
        ("010000", Tipo.DATA_DDMMAA, None),
        ("999999", Tipo.DATA_DDMMAA, None),
        ("011327", Tipo.DATA_DDMMAA, None),
        ("01010000", Tipo.DATA_DDMMAAAA, None),
        ("00000000", Tipo.DATA_DDMMAAAA, None),
        ("235959", Tipo.HORA, dt.time(23, 59, 59)),
        ("240000", Tipo.HORA, None),
        ("000000", Tipo.HORA, dt.time(0, 0, 0)),
        ("999999999999999", Tipo.NUMERO, 999999999999999),
        ("9007199254740993", Tipo.NUMERO, 9007199254740993),
        ("999999999999999999", Tipo.NUMERO, 999999999999999999),
        ("12345678901234567890", Tipo.NUMERO, 12345678901234567890),
        ("  12", Tipo.NUMERO, 12),
        ("12  ", Tipo.NUMERO, None),
        ("1 2 ", Tipo.NUMERO, None),
        ("00A1", Tipo.IDENTIFICADOR, "00A1"),
    ],
)
def test_a_value_alone_and_in_a_column_are_the_same(text: str, tipo: Tipo, value: object) -> None:
    campo = Campo(nome="x", inicio=1, fim=len(text), tipo=tipo)
    assert reader.value_of(text, campo) == value
    head = 'titulo = "x"\nbanco = "000"\nproduto = "cobranca"\ndirecao = "retorno"\nversao = "1"\nfonte = "f"\n'
    layout = loader.parse(
        f'{head}data_fonte = "2026"\nconfianca = "manual"\ntamanho = {len(text) + 1}\n[[registro]]\nnome = "r"\n'
        'titulo = "r"\npapel = "detalhe"\nchave = ["k"]\nfonte = "f"\ncampos = [\n'
        '{ pos = "1-1", tipo = "A", nome = "k", padrao = "K" },\n'
        f'{{ pos = "2-{len(text) + 1}", tipo = "{tipo}", nome = "x" }}]\n',
        "ensaio/um",
    )
    leitura = reader.read(f"K{text}\n".encode(), layout)
    assert leitura.values(0)["x"] == value
    coluna = leitura.column("r", "x")
    if value is None:
        assert coluna.invalidos[0] or coluna.vazios[0]
    elif isinstance(value, dt.time):
        assert coluna.valores[0] == np.timedelta64(value.hour * 3600 + value.minute * 60 + value.second, "s")
    elif isinstance(value, int) and len(text) > 18:
        assert coluna.valores[0] == text.encode()
    elif isinstance(value, str):
        assert coluna.valores[0] == value.encode()
    else:
        assert coluna.valores[0].item() == value
