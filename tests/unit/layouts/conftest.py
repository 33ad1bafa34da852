"""Two small layouts with every role a file can have; the widths are made up, the roles are those of the manuals."""

import pytest

from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Layout

HEAD = """
titulo = "Layout de ensaio"
banco = "000"
produto = "cobranca"
direcao = "retorno"
tamanho = 40
versao = "1"
fonte = "feito para os testes"
data_fonte = "2026"
confianca = "uma_fonte"
"""

SIMPLES = (
    HEAD
    + """
[[registro]]
nome = "header"
titulo = "Header"
papel = "abertura"
chave = ["tipo_registro"]
fonte = "p. 1"
campos = [
  { pos = "1-1",   tipo = "N",  nome = "tipo_registro", padrao = "0" },
  { pos = "2-8",   tipo = "A",  nome = "literal", padrao = "RETORNO" },
  { pos = "9-16",  tipo = "D8", nome = "data_geracao" },
  { pos = "17-31", tipo = "A",  nome = "empresa_nome" },
  { pos = "32-34", tipo = "N",  nome = "banco", padrao = "000" },
  { pos = "35-40", tipo = "N",  nome = "sequencial" },
]

[[registro]]
nome = "detalhe"
titulo = "Detalhe"
papel = "detalhe"
chave = ["tipo_registro"]
fonte = "p. 2"
campos = [
  { pos = "1-1",   tipo = "N",  nome = "tipo_registro", padrao = "1" },
  { pos = "2-11",  tipo = "N",  nome = "nosso_numero", codigo = "G069", nota = "com o DV" },
  { pos = "12-17", tipo = "D6", nome = "vencimento" },
  { pos = "18-26", tipo = "N2", nome = "valor_titulo" },
  { pos = "27-34", tipo = "A",  nome = "pagador_nome" },
  { pos = "35-40", tipo = "N",  nome = "sequencial" },
]

[[registro]]
nome = "trailer"
titulo = "Trailer"
papel = "encerramento"
chave = ["tipo_registro"]
fonte = "p. 3"
campos = [
  { pos = "1-1",   tipo = "N", nome = "tipo_registro", padrao = "9" },
  { pos = "2-7",   tipo = "N", nome = "qtd_registros" },
  { pos = "8-34",  tipo = "A", nome = "cnab_1", padrao = "brancos" },
  { pos = "35-40", tipo = "N", nome = "sequencial" },
]
"""
)

LOTES = (
    HEAD.replace("tamanho = 40", "tamanho = 20")
    + """
[[registro]]
nome = "header"
titulo = "Header de arquivo"
papel = "abertura"
chave = ["tipo_registro"]
fonte = "p. 1"
campos = [
  { pos = "1-1",  tipo = "N", nome = "tipo_registro", padrao = "0" },
  { pos = "2-20", tipo = "A", nome = "cnab_1", padrao = "brancos" },
]

[[registro]]
nome = "header_lote"
titulo = "Header de lote"
papel = "abertura_lote"
chave = ["tipo_registro"]
fonte = "p. 2"
campos = [
  { pos = "1-1",  tipo = "N", nome = "tipo_registro", padrao = "1" },
  { pos = "2-20", tipo = "A", nome = "cnab_1", padrao = "brancos" },
]

[[registro]]
nome = "detalhe"
titulo = "Segmento qualquer"
papel = "detalhe"
chave = ["tipo_registro"]
fonte = "p. 3"
campos = [
  { pos = "1-1",  tipo = "N", nome = "tipo_registro", padrao = "3" },
  { pos = "2-6",  tipo = "N", nome = "sequencia_lote" },
  { pos = "7-7",  tipo = "A", nome = "segmento" },
  { pos = "8-20", tipo = "A", nome = "texto" },
]

[[registro]]
nome = "T"
titulo = "Segmento T"
papel = "detalhe"
chave = ["tipo_registro", "segmento"]
fonte = "p. 4"
campos = [
  { pos = "1-1",  tipo = "N", nome = "tipo_registro", padrao = "3" },
  { pos = "2-6",  tipo = "N", nome = "sequencia_lote" },
  { pos = "7-7",  tipo = "A", nome = "segmento", padrao = "T" },
  { pos = "8-20", tipo = "N2", nome = "valor_titulo" },
]

[[registro]]
nome = "trailer_lote"
titulo = "Trailer de lote"
papel = "encerramento_lote"
chave = ["tipo_registro"]
fonte = "p. 5"
campos = [
  { pos = "1-1",  tipo = "N", nome = "tipo_registro", padrao = "5" },
  { pos = "2-7",  tipo = "N", nome = "qtd_registros_lote" },
  { pos = "8-20", tipo = "A", nome = "cnab_1", padrao = "brancos" },
]

[[registro]]
nome = "trailer"
titulo = "Trailer de arquivo"
papel = "encerramento"
chave = ["tipo_registro"]
fonte = "p. 6"
campos = [
  { pos = "1-1",   tipo = "N", nome = "tipo_registro", padrao = "9" },
  { pos = "2-7",   tipo = "N", nome = "qtd_lotes" },
  { pos = "8-13",  tipo = "N", nome = "qtd_registros" },
  { pos = "14-20", tipo = "A", nome = "cnab_1", padrao = "brancos" },
]
"""
)


@pytest.fixture(scope="session")
def simples_toml() -> str:
    return SIMPLES


@pytest.fixture(scope="session")
def simples() -> Layout:
    return loader.parse(SIMPLES, "ensaio/simples")


@pytest.fixture(scope="session")
def lotes() -> Layout:
    return loader.parse(LOTES, "ensaio/lotes")


@pytest.fixture
def arquivo() -> bytes:
    """A file of the layout *simples* without fault."""
    return (
        b"0RETORNO15122026EMPRESA EXEMPLO000000001\r\n"
        b"10000001234150127000012345FULANO  000002\r\n"
        b"10000005678280227000000050BELTRANO000003\r\n"
        b"9000004                           000004\r\n"
    )
