"""A file of payments or débito automático becomes an `Arquivo`: one payment or debit is one record."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from finbank_desktop.cnab import (
    cabecalho,
    movimentos_linhas,
    ocorrencias_movimentos,
    pagamento_totais,
)
from finbank_desktop.cnab.detect import DEBITO, Deteccao
from finbank_desktop.cnab.movimentos_linhas import Lote, Movimento
from finbank_desktop.cnab.papeis import Lugar
from finbank_desktop.domain.arquivos import Arquivo, Cabecalho, Totais
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.layouts import findings
from finbank_desktop.layouts.check import check
from finbank_desktop.layouts.check_campos import at
from finbank_desktop.layouts.check_ordem import has_end
from finbank_desktop.layouts.model import Layout, Papel, Registro
from finbank_desktop.layouts.reader import Leitura

_FEBRABAN = "000"
_LOTES = 240
_TIPO_240, _TIPO_150, _SEGMENTO = 8, 1, 14
_DETALHE = "3"
_ABREM_240 = frozenset("AJON")
_ABREM_150 = frozenset("EF")
_CADASTROS = frozenset("BCDHJ")
_TOTAIS = "totais"
_COMPARE = "Compare os totais com o extrato do banco; podem faltar linhas."
_ARQUIVO = {
    "empresa": "empresa_nome",
    "documento": "empresa_inscricao",
    "documento_tipo": "empresa_tipo_inscricao",
    "data_geracao": "data_geracao",
    "sequencia": "nsa",
}
_CONVENIO = ("convenio", "agencia", "agencia_dv", "conta", "conta_dv")


def arquivo(deteccao: Deteccao, leitura: Leitura, *, titles: bool) -> Arquivo:
    """Return what a file of payments or debits holds; what is wrong stands in ``problems``.

    Args:
        deteccao: What kind of file it is.
        leitura: Its lines, by the layout of *deteccao*.
        titles: Whether its ``records`` are wanted; the sums and problems are the same without them.
    """
    return _Reading(deteccao, leitura).arquivo(titles=titles)


def opens(registro: Registro) -> bool:
    """Whether a record of this type begins a payment or debit; what follows until the next belongs to it."""
    if registro.papel is not Papel.DETALHE or "registro_opcional" in registro:
        return False
    if "segmento" in registro:
        return registro.campo("segmento").padrao in _ABREM_240 and "seu_numero" in registro
    return registro.campo("registro").padrao in _ABREM_150


def processo(deteccao: Deteccao | Cabecalho) -> str:
    """Return which table of occurrences a file's codes stand in."""
    if deteccao.product != DEBITO:
        return ocorrencias_movimentos.PAGAMENTO
    debito_240 = deteccao.tamanho == _LOTES
    return ocorrencias_movimentos.DEBITO_240 if debito_240 else ocorrencias_movimentos.DEBITO_150


@dataclass(frozen=True, slots=True, kw_only=True)
class Lugares:
    """Where a file says whose it is."""

    arquivo: Mapping[str, Lugar]
    convenio: Mapping[str, Lugar]


def lugares(layout: Layout) -> Lugares:
    """Return where the header of *layout* says whose the file is; its fields have the same names everywhere."""
    header = layout.of(Papel.ABERTURA)[0]
    return Lugares(
        arquivo={role: _place(header, campo) for role, campo in _ARQUIVO.items() if campo in header},
        convenio={campo: _place(header, campo) for campo in _CONVENIO if campo in header},
    )


def _place(registro: Registro, nome: str) -> Lugar:
    campo = registro.campo(nome)
    return Lugar(registro=registro.nome, campo=nome, inicio=campo.inicio, fim=campo.fim)


class _Reading:
    """One file on its way to an `Arquivo`."""

    def __init__(self, deteccao: Deteccao, leitura: Leitura) -> None:
        self.deteccao = deteccao
        self.leitura = leitura
        self.processo = processo(deteccao)
        self.abrem = [registro for registro in leitura.layout.registros if opens(registro)]

    def arquivo(self, *, titles: bool) -> Arquivo:
        records = tuple(movimentos_linhas.ocorrencia(each, self.leitura, self.processo) for each in self.movimentos)
        problems = [*self._generic(), *check(self.leitura), *self._orphans(), *self._codes(records), *self._totais()]
        problems.sort(key=lambda problem: (problem.line or 0, problem.start or 0))
        return Arquivo(
            cabecalho=cabecalho.of(self.deteccao, self.leitura, lugares(self.leitura.layout)),
            record_types=self._count(self._tipo),
            segments=self._count(_SEGMENTO, detalhes=True) if self.deteccao.tamanho == _LOTES else {},
            totais=Totais(
                titles=len(records),
                valor_titulo=sum(record.valor_titulo or 0 for record in records),
                valor_pago=sum(record.valor_pago or 0 for record in records),
            ),
            has_end=has_end(self.leitura),
            records=records if titles else (),
            problems=tuple(problems),
            cadastros=tuple(self._cadastros()) if titles else (),
        )

    @property
    def _tipo(self) -> int:
        return _TIPO_240 if self.deteccao.tamanho == _LOTES else _TIPO_150

    @cached_property
    def _starts(self) -> NDArray[np.intp]:
        rows = [self.leitura.rows(registro.nome) for registro in self.abrem]
        return np.sort(np.concatenate(rows)) if rows else np.empty(0, np.intp)

    @cached_property
    def movimentos(self) -> list[Movimento]:
        """Every payment or debit with its lines and its lot, in file order."""
        detalhes = self._rows(Papel.DETALHE)
        lotes = self._rows(Papel.ABERTURA_LOTE)
        found = []
        bounds = np.searchsorted(detalhes, [*self._starts.tolist(), len(self.leitura)])
        heads = {int(row): Lote.of(self.leitura.values(row)) for row in lotes.tolist()}
        for index, start in enumerate(self._starts.tolist()):
            before = lotes[: np.searchsorted(lotes, start)]
            rows = detalhes[bounds[index] : bounds[index + 1]].tolist()
            # a line in another lot belongs to no payment of this one
            rows = [row for row in rows if not len(lotes[(lotes > start) & (lotes < row)])]
            lote = heads[int(before[-1])] if len(before) else Lote()
            found.append(Movimento(deteccao=self.deteccao, rows=tuple(rows), lote=lote))
        return found

    def _rows(self, papel: Papel) -> NDArray[np.intp]:
        rows = [self.leitura.rows(registro.nome) for registro in self.leitura.layout.of(papel)]
        return np.sort(np.concatenate(rows)) if rows else np.empty(0, np.intp)

    def _count(self, position: int, *, detalhes: bool = False) -> dict[str, int]:
        matriz = self.leitura.linhas.matriz
        chosen = matriz[matriz[:, _TIPO_240 - 1] == ord(_DETALHE)] if detalhes else matriz
        return {chr(char): count for char, count in sorted(Counter(chosen[:, position - 1].tolist()).items())}

    def _cadastros(self) -> Iterator[Ocorrencia]:
        if self.deteccao.tamanho == _LOTES:
            return
        names = [registro.nome for registro in self.leitura.layout.registros if registro.nome in _CADASTROS]
        rows = sorted(row for nome in names for row in self.leitura.rows(nome).tolist())
        for row in rows:
            yield movimentos_linhas.cadastro(self.leitura, row)

    def _generic(self) -> Iterator[Problem]:
        """Tell that a bank's file was read by FEBRABAN's layout, because this program has none of that bank."""
        if self.leitura.layout.banco == _FEBRABAN != self.deteccao.banco:
            yield Problem(
                message=f"Este programa não tem este layout do banco {self.deteccao.banco}; o arquivo foi lido pelo "
                "padrão da FEBRABAN, que alguns bancos mudam.",
                fix="Compare alguns valores com o extrato do banco antes de usá-los.",
                line=1,
                severity=Severity.WARNING,
            )

    def _orphans(self) -> Iterator[Problem]:
        if self.deteccao.tamanho != _LOTES:
            return
        detalhes = self._rows(Papel.DETALHE)
        owned = {row for each in self.movimentos for row in each.rows}
        lost = [self.leitura.number(row) for row in detalhes.tolist() if row not in owned]
        yield from findings.per_line(lost, _orphan, "linha sem pagamento")

    def _totais(self) -> Iterator[Problem]:
        """Tell of trailers whose sum stands elsewhere in lots of tributos than in others."""
        for registro in self.leitura.layout.of(Papel.ENCERRAMENTO_LOTE):
            if _TOTAIS not in registro:
                continue
            campo = registro.campo(_TOTAIS)
            lotes = self._rows(Papel.ABERTURA_LOTE)
            for row in self.leitura.rows(registro.nome).tolist():
                first = int(lotes[: np.searchsorted(lotes, row)][-1]) if len(lotes) and lotes[0] < row else 0
                inside = [each for each in self.movimentos if first < each.rows[0] < row]
                found = sum(movimentos_linhas.valor(each, self.leitura) for each in inside)
                segmento = self.leitura.text(inside[0].rows[0])[_SEGMENTO - 1] if inside else pagamento_totais.USUAL
                said = pagamento_totais.paid(self.deteccao.banco, segmento, self.leitura.raw(row, _TOTAIS))
                if said.isdigit() and int(said) not in (0, found):
                    what = f"não confere: a soma dos pagamentos do lote é {format_brl(found, simbolo=False)}"
                    yield at(self.leitura, row, campo, what, _COMPARE)

    def _codes(self, records: Sequence[Ocorrencia]) -> Iterator[Problem]:
        """Tell of codes that no table has, and of such as say paid and not paid at once."""
        if self.deteccao.kind == "remessa":
            return
        unknown: dict[str, list[int]] = {}
        torn: list[int] = []
        for record, movimento in zip(records, self.movimentos, strict=True):
            said = movimentos_linhas.explained(record.codigo, movimento, self.processo)
            for code in said.desconhecidos:
                unknown.setdefault(code, []).append(record.line)
            torn += [record.line] if said.contraditorios else []
        for code in sorted(unknown):
            yield from findings.grouped(
                unknown[code],
                f"A ocorrência {code} não está na tabela do banco; estas linhas não mudam nada",
                fix="Confira com o banco o que ela significa e trate estas linhas à mão.",
                field="ocorrencias",
                severity=Severity.WARNING,
            )
        yield from findings.per_line(torn, _torn, "ocorrências que se contradizem")


def _orphan(line: int) -> Problem:
    return Problem(
        message=f"A linha {line} não pertence a nenhum lançamento: o registro que o abre não está antes dela.",
        fix="Peça ou baixe o arquivo outra vez, inteiro.",
        line=line,
    )


def _torn(line: int) -> Problem:
    return Problem(
        message=f"A linha {line} traz ocorrências que se contradizem: uma diz pago, outra diz não pago.",
        fix="Confira no extrato do banco se o valor saiu da conta e trate esta linha à mão.",
        line=line,
        field="ocorrencias",
    )
