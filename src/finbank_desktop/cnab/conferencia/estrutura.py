"""Lines against each other: bank, lot, movement, segments, and the numbers of file and lot."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia.achados import of_rows
from finbank_desktop.cnab.conferencia.quadro import Linhas, Quadro
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.layouts.model import Campo, Papel, Registro, Tipo
from finbank_desktop.layouts.reader import Leitura

_AGAIN = "Gere o arquivo outra vez; ele pode ter sido montado ou alterado à mão."
_SEQUENCIAS = ("nsa", "sequencial_remessa", "numero_remessa_retorno")
_CONTRATO = ("convenio", "agencia", "conta", "empresa_inscricao", "codigo_transmissao", "codigo_beneficiario")
_SO_P = frozenset({b"02", b"06"})
"""Baixa and change of due date."""


def check(quadro: Quadro) -> Iterator[Problem]:
    """Yield what disagrees between the lines of a remessa."""
    yield from of_file(quadro.leitura)
    yield from _movimentos(quadro)
    yield from _so_p(quadro)
    yield from _quantidades(quadro)


def of_file(leitura: Leitura) -> Iterator[Problem]:
    """Yield what disagrees between the lines of a remessa of any product: bank, lots, numbers, dates, contract."""
    yield from _banco(leitura)
    yield from _lotes(leitura)
    yield from _sequencias(leitura)
    yield from _datas(leitura)
    yield from _contrato(leitura)


def _banco(leitura: Leitura) -> Iterator[Problem]:
    """Tell of lines of another bank than the header's."""
    headers = [registro for registro in leitura.layout.of(Papel.ABERTURA) if "banco" in registro]
    rows = leitura.rows(headers[0].nome) if headers else np.empty(0, np.intp)
    if not len(rows):
        return
    mine = leitura.raw(int(rows[0]), "banco")
    for registro in leitura.layout.registros:
        if "banco" in registro and registro.papel is not Papel.ABERTURA:
            what = f"deve ser {mine}, o banco do início do arquivo"
            yield from _other(leitura, registro, registro.campo("banco"), mine, what, motivo="01")


def _other(
    leitura: Leitura, registro: Registro, campo: Campo, mine: str, what: str, *, motivo: str = ""
) -> Iterator[Problem]:
    rows = leitura.rows(registro.nome)
    chars = leitura.linhas.matriz[rows, campo.posicoes]
    wrong = rows[(chars != np.frombuffer(mine.encode("latin-1"), np.uint8)).any(axis=1)]
    yield from of_rows(leitura, campo, wrong, what, _AGAIN, motivo=motivo)


def _lotes(leitura: Leitura) -> Iterator[Problem]:
    """Tell of lots not numbered from 1 upwards, and of lines that name another lot than theirs."""
    starts = _starts(leitura)
    expected = np.searchsorted(starts, np.arange(len(leitura)), side="right")
    for registro in leitura.layout.registros:
        if "lote" not in registro or registro.papel in {Papel.ABERTURA, Papel.ENCERRAMENTO} or not len(starts):
            continue
        rows, campo = leitura.rows(registro.nome), registro.campo("lote")
        if campo.tipo is not Tipo.NUMERO:
            continue
        wrong = rows[(leitura.column(registro.nome, "lote").valores != expected[rows]) & (expected[rows] > 0)]
        yield from of_rows(
            leitura, campo, wrong, lambda row: f"deve ser {expected[row]:04d}, o lote em que a linha está", _AGAIN
        )


def _starts(leitura: Leitura) -> Linhas:
    rows = [leitura.rows(registro.nome) for registro in leitura.layout.of(Papel.ABERTURA_LOTE)]
    return np.sort(np.concatenate(rows)) if rows else np.empty(0, np.intp)


def _sequencias(leitura: Leitura) -> Iterator[Problem]:
    """Tell of a remessa without its number, which banks refuse as they do one they have had."""
    fix = "Numere a remessa: um a mais que a última que o banco aceitou."
    what = "não tem número: toda remessa tem o seu, a partir de 1"
    for papel, severity in ((Papel.ABERTURA, Severity.ERROR), (Papel.ABERTURA_LOTE, Severity.WARNING)):
        for registro in leitura.layout.of(papel):
            for nome in (nome for nome in _SEQUENCIAS if nome in registro):
                rows, campo = leitura.rows(registro.nome), registro.campo(nome)
                zero = rows[(leitura.linhas.matriz[rows, campo.posicoes] <= ord("0")).all(axis=1)]
                yield from of_rows(leitura, campo, zero, what, fix, severity=severity)


def _datas(leitura: Leitura) -> Iterator[Problem]:
    """Tell of a file that does not say when it was made."""
    for registro in leitura.layout.of(Papel.ABERTURA):
        if "data_geracao" in registro and registro.campo("data_geracao").tipo.is_date:
            coluna = leitura.column(registro.nome, "data_geracao")
            none = leitura.rows(registro.nome)[coluna.vazios | coluna.invalidos]
            what = "não é uma data: falta a data de geração"
            yield from of_rows(leitura, registro.campo("data_geracao"), none, what, _AGAIN)


def _contrato(leitura: Leitura) -> Iterator[Problem]:
    """Tell of lots of another account or company than the file's."""
    files, lots = leitura.layout.of(Papel.ABERTURA), leitura.layout.of(Papel.ABERTURA_LOTE)
    for file in files[:1]:
        if not len(leitura.rows(file.nome)):
            return
        head = int(leitura.rows(file.nome)[0])
        for registro in lots:
            for nome in (nome for nome in _CONTRATO if nome in file and nome in registro):
                mine = leitura.raw(head, nome).strip().lstrip("0")
                rows = [
                    row for row in leitura.rows(registro.nome).tolist() if _bare(leitura, row, nome) not in {mine, ""}
                ]
                what = f"não é o do início do arquivo, “{mine}”"
                campo = registro.campo(nome)
                yield from of_rows(
                    leitura, campo, np.array(rows, np.intp) if mine else np.empty(0, np.intp), what, _AGAIN
                )


def _bare(leitura: Leitura, row: int, nome: str) -> str:
    return leitura.raw(row, nome).strip().lstrip("0")


def _movimentos(quadro: Quadro) -> Iterator[Problem]:
    """Tell of segments of one title that ask for different movements (laravel-boleto#454: Banco do Brasil refuses)."""
    first = quadro.registros[0] if quadro.registros else None
    if first is None or "codigo_movimento" not in first:
        return
    campo = first.campo("codigo_movimento")
    wanted = quadro.slices(first, campo.inicio, campo.fim)
    leitura = quadro.leitura
    for registro in quadro.registros[1:]:
        rows = leitura.rows(registro.nome)
        if "codigo_movimento" not in registro or not len(rows):
            continue
        other_at = registro.campo("codigo_movimento")
        owners = np.searchsorted(quadro.titulos, rows, side="right") - 1
        chars = np.ascontiguousarray(leitura.linhas.matriz[rows, other_at.posicoes])
        texts = np.strings.strip(chars.view(f"S{other_at.tamanho}").reshape(len(rows)), b" ")
        differ = (owners >= 0) & (texts != wanted[np.maximum(owners, 0)]) if len(wanted) else np.zeros(len(rows), bool)
        asked = {int(row): wanted[owner] for row, owner in zip(rows[differ], owners[differ], strict=True)}
        yield from of_rows(
            leitura,
            other_at,
            rows[differ],
            lambda row, asked=asked: f"deve ser {asked[row].decode('latin-1')}, o do segmento que abre o título",  # type: ignore[misc] # the default binds the loop's own
            "Todos os registros de um título pedem o mesmo movimento.",
            motivo="05",
        )


def _so_p(quadro: Quadro) -> Iterator[Problem]:
    """Tell of instructions sent with records that the bank wants left out (OpenCnabPHP#147, laravel-boleto#430)."""
    if quadro.layout.banco not in dominios.banks("instrucao_so_segmento_p") or not quadro.registros:
        return
    first = quadro.registros[0]
    if "codigo_movimento" not in first:
        return
    campo = first.campo("codigo_movimento")
    alone = np.isin(quadro.slices(first, campo.inicio, campo.fim), sorted(_SO_P))
    for registro in quadro.registros[1:]:
        if "segmento" not in registro:
            continue
        place = quadro.place("segmento")
        rows = quadro.rows(registro)[alone & quadro.has(registro)]
        if place is not None:
            what = "não acompanha este movimento: baixa e mudança de vencimento vão só com o segmento P"
            yield from of_rows(
                quadro.leitura, registro.campo("segmento"), rows, what, "Tire este registro.", motivo="03"
            )


def _quantidades(quadro: Quadro) -> Iterator[Problem]:
    """Tell of a lot's trailer that counts other titles than the lot has; zeros say nothing."""
    leitura = quadro.leitura
    starts = [*_starts(leitura).tolist(), len(leitura)]
    for registro in leitura.layout.of(Papel.ENCERRAMENTO_LOTE):
        counts = [campo for campo in registro.campos if campo.nome in _QTDS and campo.tipo is Tipo.NUMERO]
        for first, last in pairwise(starts):
            rows = leitura.rows(registro.nome)
            inside = rows[(rows > first) & (rows < last)]
            declared = [leitura.values(int(inside[0]))[campo.nome] for campo in counts] if len(inside) else []
            total = sum(value for value in declared if isinstance(value, int))
            titles = int(((quadro.titulos > first) & (quadro.titulos < last)).sum())
            if total and total != titles:
                given = next(campo for campo, value in zip(counts, declared, strict=True) if value)
                what = f"não confere: há {titles} títulos no lote"
                yield from of_rows(leitura, given, inside[:1], what, _AGAIN, severity=Severity.ERROR)


_QTDS = ("simples_qtd", "vinculada_qtd", "caucionada_qtd", "descontada_qtd")
