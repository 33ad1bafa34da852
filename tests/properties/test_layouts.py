"""What holds for every layout that ships, and for every file whatever is in it."""

import datetime as dt
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finbank_desktop.layouts import lines, loader, reader, writer
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.explain import explain
from finbank_desktop.layouts.model import Campo, Layout, Registro, Tipo, Valor

# One field of every type and of every way to read a number: up to 15 digits, up to 18, more.
TODOS_OS_TIPOS = """
titulo = "Todos os tipos"
banco = "000"
produto = "cobranca"
direcao = "remessa"
tamanho = 150
versao = "1"
fonte = "feito para os testes"
data_fonte = "2026"
confianca = "uma_fonte"

[[registro]]
nome = "unico"
titulo = "Único"
papel = "detalhe"
chave = ["tipo_registro"]
fonte = "feito para os testes"
campos = [
  { pos = "1-1",     tipo = "N",  nome = "tipo_registro", padrao = "1" },
  { pos = "2-16",    tipo = "N2", nome = "quinze" },
  { pos = "17-34",   tipo = "N",  nome = "dezoito" },
  { pos = "35-54",   tipo = "N5", nome = "vinte" },
  { pos = "55-62",   tipo = "D8", nome = "ddmmaaaa" },
  { pos = "63-68",   tipo = "D6", nome = "ddmmaa" },
  { pos = "69-76",   tipo = "Y8", nome = "aaaammdd" },
  { pos = "77-82",   tipo = "H6", nome = "hora" },
  { pos = "83-97",   tipo = "X",  nome = "inscricao" },
  { pos = "98-127",  tipo = "A",  nome = "texto" },
  { pos = "128-140", tipo = "A",  nome = "pix", maiusculas = false },
  { pos = "141-150", tipo = "A",  nome = "cnab_1", padrao = "brancos" },
]
"""
PROPRIO = "todos os tipos"
PRINTABLE = "".join(char for char in string.printable if char.isprintable())
UPPER = "".join(char for char in PRINTABLE if not char.islower())

some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def layout_of(caminho: str) -> Layout:
    return loader.parse(TODOS_OS_TIPOS, PROPRIO) if caminho == PROPRIO else loader.load(caminho)


def value_for(campo: Campo) -> st.SearchStrategy[Any]:
    """Return values of *campo* that a file can hold without loss."""
    match campo.tipo:
        case Tipo.NUMERO:
            return st.integers(0, 10**campo.tamanho - 1)
        case Tipo.DATA_DDMMAA:
            return st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31))
        case Tipo.DATA_DDMMAAAA | Tipo.DATA_AAAAMMDD:
            return st.dates()
        case Tipo.HORA:
            return st.times().map(lambda moment: moment.replace(microsecond=0))
        case Tipo.IDENTIFICADOR:
            alphabet = string.ascii_uppercase + string.digits
            return st.text(alphabet, min_size=campo.tamanho, max_size=campo.tamanho)
    alphabet = UPPER if campo.maiusculas else PRINTABLE
    return st.text(alphabet, max_size=campo.tamanho).map(lambda text: text.rstrip(" "))


def values_for(registro: Registro) -> st.SearchStrategy[tuple[str, dict[str, Valor]]]:
    """Return a record with values for every field but its key."""
    free = {campo.nome: value_for(campo) for campo in registro.campos if campo.nome not in registro.chave}
    return st.tuples(st.just(registro.nome), st.fixed_dictionaries(free))


@pytest.mark.parametrize("caminho", [PROPRIO, *loader.available()])
@some
@given(data=st.data())
def test_what_is_written_is_read_back(caminho: str, data: st.DataObject) -> None:
    layout = layout_of(caminho)
    registros = data.draw(st.lists(st.one_of([values_for(registro) for registro in layout.registros]), min_size=1))
    newline = data.draw(st.sampled_from([b"\r\n", b"\n"]))
    escrita = writer.write(layout, registros, newline=newline)
    assert [problem for problem in escrita.problems if problem.is_error] == []
    assert len(escrita.data) == sum(layout.registro(nome).tamanho + len(newline) for nome, _ in registros)
    leitura = reader.read(escrita.data, layout)
    assert leitura.problems == []
    for row, (nome, values) in enumerate(registros):
        found = leitura.registro_at(row)
        assert found is not None
        if found.nome != nome:
            # Free values may spell the longer key of another record; then that record is what stands in the file.
            assert len(found.chave) > len(layout.registro(nome).chave)
            continue
        read = leitura.values(row)
        assert {name: read[name] for name in values} == values


@pytest.mark.parametrize("caminho", [PROPRIO, *loader.available()])
def test_every_record_written_without_values_is_recognised(caminho: str) -> None:
    layout = layout_of(caminho)
    names = [registro.nome for registro in layout.registros]
    escrita = writer.write(layout, [(nome, {}) for nome in names])
    assert escrita.problems == []
    leitura = reader.read(escrita.data, layout)
    assert [registro.nome for row in range(len(names)) if (registro := leitura.registro_at(row))] == names


@pytest.mark.parametrize("caminho", [PROPRIO, *loader.available()])
@some
@given(data=st.data())
def test_columns_and_single_lines_agree_on_any_bytes(caminho: str, data: st.DataObject) -> None:
    layout = layout_of(caminho)
    registro = data.draw(st.sampled_from(layout.registros))
    line = data.draw(st.text(PRINTABLE + "0000 ", min_size=layout.tamanho, max_size=layout.tamanho)).encode()
    for nome in registro.chave:
        campo = registro.campo(nome)
        line = line[: campo.inicio - 1] + campo.vazio.encode() + line[campo.fim :]
    leitura = reader.read(line + b"\n", layout)
    found = leitura.registro_at(0)
    assert found is not None
    values = leitura.values(0)
    for campo in found.campos:
        coluna = leitura.column(found.nome, campo.nome)
        assert not (coluna.invalidos[0] and coluna.vazios[0])
        if campo.tipo.is_date or campo.tipo is Tipo.NUMERO:
            missing = bool(coluna.invalidos[0]) or bool(coluna.vazios[0])
            assert (values[campo.nome] is None) == missing
            if not missing and campo.tamanho <= 18:
                assert coluna.valores[0].item() == values[campo.nome]


@settings(max_examples=300, deadline=None)
@given(junk=st.binary(max_size=3000))
def test_arbitrary_bytes_never_raise(junk: bytes) -> None:
    layout = layout_of(PROPRIO)
    lines.sniff(junk)
    leitura = reader.read(junk, layout)
    assert leitura.linhas.matriz.shape == (len(leitura), layout.tamanho)
    check(leitura)
    explain(leitura)
    if not len(leitura):
        assert leitura.problems


NEARLY = st.lists(
    st.one_of(
        st.text(PRINTABLE, max_size=160).map(str.encode),
        st.text("áÇãº 0", max_size=160).map(lambda text: text.encode("latin-1")),
        st.text("áÇãº 0", max_size=160).map(str.encode),
        st.sampled_from([b"", b" ", b"\x1a", b"\x00", b"1" + b"0" * 149, b"1" + b" " * 149, b"\xef\xbb\xbf"]),
    ),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(parts=NEARLY, newline=st.sampled_from([b"\r\n", b"\n", b"\r", b""]))
def test_nearly_right_files_never_raise_and_lose_no_line_in_silence(parts: list[bytes], newline: bytes) -> None:
    layout = layout_of(PROPRIO)
    data = newline.join(parts)
    leitura = reader.read(data, layout)
    check(leitura)
    assert len(set(leitura.linhas.numeros.tolist())) == len(leitura)
    assert not ((leitura.linhas.matriz < 0x20) | (leitura.linhas.matriz == 0x7F)).any()
    if newline and not leitura.linhas.problems:
        full = [part for part in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n") if part]
        assert [row.tobytes() for row in leitura.linhas.matriz] == full


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_every_byte_has_one_explanation(data: st.DataObject) -> None:
    layout = layout_of(PROPRIO)
    nome, values = data.draw(values_for(layout.registros[0]))
    leitura = reader.read(writer.write(layout, [(nome, values)]).data, layout)
    position = data.draw(st.integers(1, layout.tamanho))
    [found] = explain(leitura, 1, position)
    assert found.start <= position <= found.end
    assert found.raw == leitura.text(0)[found.start - 1 : found.end]
