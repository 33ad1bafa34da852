"""Checking a file that somebody has at hand, also against what the books know of its convênio."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import conferencia
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import leitura, remessa_verificacao, tabelas
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.retorno_convenio import Candidato, find

_COLUNAS = ("Linha", "Início", "Fim", "Campo", "Peso", "O que está errado", "Como corrigir")
_PESOS = {"error": "erro", "warning": "aviso", "info": "nota"}
_REMESSA = "remessa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conferido:
    """A file that was checked.

    Attributes:
        descricao: What it is, one sentence.
        convenio: The convênio of ours it was compared with; empty when it is none of ours.
        problems: By line.
    """

    path: Path
    descricao: str
    convenio: str
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many would make the bank refuse it."""
        return sum(problem.is_error for problem in self.problems)

    @property
    def in_order(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.errors


class ConferenciaService:
    """What a person can ask of the file checker."""

    def __init__(self, database: Database) -> None:
        """Compare files with the books in *database*, which are only read."""
        self._database = database

    def check(self, path: Path, watcher: Watcher = SILENT) -> Conferido:
        """Return what is wrong with the file at *path*.

        Raises:
            RefusedError: It is no bank file.
            OutsideError: It cannot be read.
        """
        watcher.report(0, 0, f"Lendo {path.name}")
        arquivo = leitura.read(path, titles=False)
        watcher.report(0, 0, f"Conferindo {path.name}")
        with leitura.readable(path):
            problems = conferencia.check(path)
        with self._database.read() as uow:
            candidatos = find(arquivo.cabecalho, _candidatos(uow, arquivo.cabecalho.layout_banco))
            ours = candidatos[0] if candidatos else None
            more = _sequence(uow, ours, arquivo, leitura.fingerprint(path)) if ours else []
        return Conferido(
            path=path,
            descricao=describe(arquivo),
            convenio=ours.convenio.descricao if ours else "",
            problems=(*more, *problems),
        )

    def export(self, conferido: Conferido, saida: Path) -> int:
        """Write the findings as a CSV or XLSX table and return how many there are.

        Raises:
            RefusedError: *saida* is no place for a table.
            OutsideError: It cannot be written.
        """
        rows = (
            (p.line, p.start, p.end, p.field, _PESOS[p.severity.value], p.message, p.fix) for p in conferido.problems
        )
        return tabelas.export(saida, (conferido.path,), _COLUNAS, rows)


def describe(arquivo: Arquivo) -> str:
    """Return what a file is: kind, format, bank, number, day, titles and their sum."""
    head, totais = arquivo.cabecalho, arquivo.totais
    parts = [f"{head.kind.capitalize()} CNAB {head.tamanho}, {_bank(head.layout_banco)}"]
    if head.sequencia:
        parts.append(f"nº {head.sequencia}")
    if head.data_geracao:
        parts.append(f"de {head.data_geracao:%d/%m/%Y}")
    titles = "1 título" if totais.titles == 1 else f"{totais.titles} títulos"
    return " · ".join([*parts, titles, format_brl(totais.valor_titulo)])


def _bank(codigo: str) -> str:
    nome = registry.name_of(codigo)
    return f"{nome} ({codigo})" if nome else f"banco {codigo}"


def _candidatos(uow: UnitOfWork, banco: str) -> Sequence[Candidato]:
    convenios = uow.convenios.of_banco(banco)
    contas = uow.contas.get_many(convenio.conta_id for convenio in convenios)
    empresas = uow.empresas.get_many(convenio.empresa_id for convenio in convenios)
    return [Candidato(convenio=c, conta=contas[c.conta_id], empresa=empresas[c.empresa_id]) for c in convenios]


def _sequence(uow: UnitOfWork, ours: Candidato, arquivo: Arquivo, sha256: str) -> list[Problem]:
    """Return that a remessa's number is used up, unless it is that very remessa."""
    head = arquivo.cabecalho
    if head.kind != _REMESSA or head.sequencia is None:
        return []
    same = uow.remessas.find_by_sequencia(ours.convenio.id, head.sequencia)
    if same is not None and same.sha256 == sha256:
        return []
    return remessa_verificacao.below_last(uow, ours.convenio.id, head.sequencia)
