"""Rules of payments and débito automático: what the bank would refuse that positions and sums do not show."""

from collections.abc import Iterator

import numpy as np

from finbank_desktop.cnab.conferencia import codigos, contas, estrutura, textos
from finbank_desktop.cnab.conferencia.achados import of_rows
from finbank_desktop.cnab.conferencia.quadro import Linhas
from finbank_desktop.domain import arrecadacao, codigo_barras
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.documentos import TAMANHO_CNPJ, TAMANHO_CPF, is_cnpj, is_cpf
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.model import Campo, Papel, Registro
from finbank_desktop.layouts.reader import Leitura

_DOC = "700"
_FIX = "Corrija o pagamento no programa que fez a remessa e gere-a outra vez."
_VALORES = ("valor_pagamento", "valor_debito")
_TAMANHO_LINHA = 48
_CPF, _CNPJ = "1", "2"
_LONGO = "tem mais de 11 algarismos, mas o tipo de inscrição diz CPF"


def check(leitura: Leitura) -> Iterator[Problem]:
    """Yield what is wrong with a remessa of payments or debits."""
    yield from estrutura.of_file(leitura)
    yield from textos.check(leitura)
    yield from contas.check(leitura)
    yield from codigos.check(leitura)
    for registro in leitura.layout.of(Papel.DETALHE):
        rows = leitura.rows(registro.nome)
        if len(rows):
            yield from _valor(leitura, registro, rows)
            yield from _camara(leitura, registro, rows)
            yield from _barras(leitura, registro, rows)
            yield from _documentos(leitura, registro, rows)


def _valor(leitura: Leitura, registro: Registro, rows: Linhas) -> Iterator[Problem]:
    for nome in _VALORES:
        if nome in registro:
            missing = rows[leitura.column(registro.nome, nome).valores == 0]
            yield from of_rows(leitura, registro.campo(nome), missing, "o valor não pode ser zero", _FIX)


def _camara(leitura: Leitura, registro: Registro, rows: Linhas) -> Iterator[Problem]:
    """Tell of DOCs: banks have made none since 2024-02-29."""
    if "camara" in registro and registro.campo("camara").literal is None:
        campo = registro.campo("camara")
        docs = rows[_texts(leitura, rows, campo) == _DOC.encode()]
        yield from of_rows(leitura, campo, docs, "é um DOC, que os bancos não fazem desde 29/02/2024", _FIX)


def _barras(leitura: Leitura, registro: Registro, rows: Linhas) -> Iterator[Problem]:
    """Tell of barcodes with a wrong check digit; a Pix QR Code has zeros in place of one."""
    if "codigo_barras" not in registro or "segmento" not in registro:
        return
    campo = registro.campo("codigo_barras")
    faults = {row: _fault(leitura.raw(row, campo.nome).strip()) for row in rows.tolist()}
    wrong = np.asarray([row for row, fault in faults.items() if fault], np.intp)
    yield from of_rows(leitura, campo, wrong, lambda row: faults[row], _FIX)


def _documentos(leitura: Leitura, registro: Registro, rows: Linhas) -> Iterator[Problem]:
    """Tell of a CPF or CNPJ (FEBRABAN 240, G005 and G006) that is none: banks refuse it or pay nobody."""
    for campo in registro.campos:
        tipo = campo.nome.replace("_inscricao", "_tipo_inscricao")
        if not campo.nome.endswith("_inscricao") or campo.nome.endswith("_tipo_inscricao") or tipo not in registro:
            continue
        said = {row: (leitura.raw(row, tipo).strip(), leitura.raw(row, campo.nome).strip()) for row in rows.tolist()}
        faults = {row: _document_fault(*each) for row, each in said.items()}
        longo = np.asarray([row for row, fault in faults.items() if fault is _LONGO], np.intp)
        yield from of_rows(leitura, campo, longo, _LONGO, _FIX)
        errado = np.asarray([row for row, fault in faults.items() if fault and fault is not _LONGO], np.intp)
        yield from of_rows(leitura, campo, errado, faults.__getitem__, _FIX, severity=Severity.WARNING)


def _document_fault(tipo: str, texto: str) -> str:
    digitos = texto.lstrip("0")
    if not digitos.isdecimal():  # none is said, or a CNPJ with letters
        return ""
    if tipo == _CPF:
        if len(digitos) > TAMANHO_CPF:
            return _LONGO
        return "" if is_cpf(digitos.zfill(TAMANHO_CPF)) else "não é um CPF: os dígitos verificadores não conferem"
    if tipo != _CNPJ or is_cnpj(digitos.zfill(TAMANHO_CNPJ)):
        return ""
    return "não é um CNPJ: os dígitos verificadores não conferem"


def _fault(digitos: str) -> str:
    if not digitos.strip("0"):
        return ""
    try:
        if len(digitos) == _TAMANHO_LINHA:
            arrecadacao.to_codigo_barras(digitos)
        elif arrecadacao.is_arrecadacao(digitos):
            arrecadacao.parse_codigo_barras(digitos)
        else:
            codigo_barras.parse_codigo_barras(digitos)
    except CodigoBarrasError as error:
        return str(error)
    return ""


def _texts(leitura: Leitura, rows: Linhas, campo: Campo) -> np.ndarray[tuple[int], np.dtype[np.bytes_]]:
    chars = np.ascontiguousarray(leitura.linhas.matriz[rows, campo.posicoes])
    return chars.view(f"S{campo.tamanho}").reshape(-1)
