"""Importing tables of other systems: what they seem to be, what they would change, and doing exactly that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.planilhas import ColunaLida, Linha, Mapa, Proposta, missing
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.pdf.output import replacing
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import StaleError
from finbank_desktop.persistence.records import Operacao
from finbank_desktop.persistence.repositories.base import Coded, CodedRepository
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import mudancas, planilha_contas, planilha_leitura, planilha_pessoas
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.leitura import readable
from finbank_desktop.services.planilha_model import Aba, LinhaLida, PlanilhaPlan, PlanilhaRow
from finbank_desktop.services.planilha_tipos import TIPOS, Tipo
from finbank_desktop.services.plans import StalePlanError, refuse_errors
from finbank_desktop.spreadsheets import columns, tables
from finbank_desktop.spreadsheets.reading import open_table
from finbank_desktop.spreadsheets.values import as_text

OPERACAO = "planilha"
"""Kind of the operation that an import is."""
C = TypeVar("C", bound=Coded)
_ALGARISMOS = 4


class PlanilhasService:
    """Recognises tables, plans and applies their import."""

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def propose(
        self, path: Path, empresa_id: int, *, tipo: str = "", aba: str = "", cabecalho: int | None = None
    ) -> Proposta:
        """Return what the table at *path* seems to be.

        Args:
            path: A CSV or XLSX file.
            empresa_id: Whose records it holds; how she read such a table before is remembered.
            tipo: Key of one of `TIPOS`; empty to be told the likeliest.
            aba: Its sheet; empty for the first.
            cabecalho: Line of its header, 0 when it has none; ``None`` to find it.

        Raises:
            RefusedError: It is no table.
            OutsideError: It cannot be read.
        """
        with readable(path):
            tabela = open_table(path, aba)
            linhas = planilha_leitura.first_rows(tabela)
        propostas = []
        for kind in (TIPOS[tipo],) if tipo else TIPOS.values():
            onde = columns.header(linhas, kind.campos) if cabecalho is None else cabecalho
            em_cima, corpo = planilha_leitura.below(linhas, onde)
            titulos = columns.titles(em_cima, corpo)
            colunas, lembrado = self._columns(empresa_id, kind, titulos, corpo)
            feita = Proposta(tipo=kind.chave, abas=tabela.abas, aba=tabela.aba, cabecalho=onde, colunas=colunas)
            propostas.append(replace(feita, linhas=tuple(corpo), lembrado=lembrado))
        return max(propostas, key=_likeliness)

    def _columns(
        self, empresa_id: int, kind: Tipo, titulos: Sequence[str], corpo: Sequence[Linha]
    ) -> tuple[tuple[ColunaLida, ...], bool]:
        with self._database.read() as uow:
            campos = uow.modelos_planilha.find(empresa_id, columns.fingerprint(titulos)).get(kind.chave)
        conhecidos = {campo.chave for campo in kind.campos} | {""}
        if campos is not None and len(campos) == len(titulos) and conhecidos.issuperset(campos):
            return columns.remembered(titulos, corpo, campos), True
        return columns.propose(titulos, corpo, kind.campos), False

    def sample(self, proposta: Proposta, mapa: Mapa) -> list[LinhaLida]:
        """Return the first rows as *mapa* reads them; nothing is read from disk."""
        kind = TIPOS[proposta.tipo]
        return planilha_leitura.interpret(proposta.linhas, kind.campos, mapa, len(proposta.colunas))

    def plan(self, path: Path, tipo: str, mapa: Mapa, empresa_id: int, watcher: Watcher = SILENT) -> PlanilhaPlan:
        """Return what importing the table will do; nothing is written.

        Raises:
            RefusedError: A column that is needed is missing, or it cannot be read.
            OutsideError: It cannot be read.
        """
        kind = TIPOS[tipo]
        refuse_errors(missing(kind.campos, mapa), "falta_coluna")
        with readable(path):
            titulos, linhas = planilha_leitura.read(open_table(path, mapa.aba), kind.campos, mapa, watcher)
        watcher.report(0, 0, "Comparando com o que já está cadastrado")
        with self._database.read() as uow:
            rows = self._resolve(uow, tipo, empresa_id, linhas)
        return PlanilhaPlan(
            tipo=tipo,
            empresa_id=empresa_id,
            arquivo=path.name,
            mapa=mapa,
            titulos=titulos,
            linhas=tuple(linhas),
            rows=tuple(rows),
        )

    def _resolve(self, uow: UnitOfWork, tipo: str, empresa_id: int, linhas: Sequence[LinhaLida]) -> list[PlanilhaRow]:
        if tipo == "pessoas":
            return planilha_pessoas.resolve(uow, empresa_id, linhas)
        return planilha_contas.resolve(uow, empresa_id, linhas, self._agora().date())

    def apply(self, plan: PlanilhaPlan, watcher: Watcher = SILENT) -> Operacao:
        """Write what *plan* says; rows with a problem stay out. It is an operation that can be undone.

        Raises:
            RefusedError: Nothing would change.
            StalePlanError: Something moved since the plan was made; nothing was written.
        """
        if not plan.writes:
            raise RefusedError("nada_a_fazer", "Nada muda; nada foi gravado.", plan.arquivo)
        watcher.report(0, 0, "Conferindo antes de gravar")
        with self._database.write() as uow:
            if tuple(self._resolve(uow, plan.tipo, plan.empresa_id, plan.linhas)) != plan.rows:
                raise StalePlanError(plan.arquivo)
            operacao = uow.operacoes.add(
                Operacao(
                    empresa_id=plan.empresa_id,
                    tipo=OPERACAO,
                    texto=summary(plan),
                    quando=self._agora(),
                    usuario=self._usuario,
                )
            )
            try:
                _write(uow, plan, operacao)
            except StaleError as error:
                raise StalePlanError(error.where) from error
            impressao = columns.fingerprint(plan.titulos)
            uow.modelos_planilha.keep(plan.empresa_id, plan.tipo, impressao, plan.mapa.campos)
            return operacao

    def export_problems(self, plan: PlanilhaPlan, saida: Path) -> int:
        """Write the rows that stay out, as they came and with a column that says why; return how many.

        Raises:
            RefusedError: *saida* is no place for a table.
            OutsideError: It cannot be written.
        """
        celulas = {linha.numero: linha.celulas for linha in plan.linhas}
        maus = [row for row in plan.rows if row.aba is Aba.PROBLEMAS]
        largura = max([len(plan.titulos), *(len(celulas[row.numero]) for row in maus)])
        head = [*plan.titulos, *("" for _ in range(largura - len(plan.titulos))), "problema", "linha"]

        def rows() -> Iterator[list[tables.Celula]]:
            for row in maus:
                suas = [as_text(celula) for celula in celulas[row.numero]]
                yield [*suas, *("" for _ in range(largura - len(suas))), row.efeito, row.numero]

        return _save(saida, head, rows())

    def save_model(self, tipo: str, saida: Path) -> None:
        """Write a blank table for *tipo* with one made-up row, to be filled by hand.

        Raises:
            RefusedError: *saida* is no place for a table.
            OutsideError: It cannot be written.
        """
        campos = TIPOS[tipo].campos
        _save(saida, [campo.titulo for campo in campos], [[campo.exemplo for campo in campos]])


def summary(plan: PlanilhaPlan) -> str:
    """Return what applying *plan* does, in one sentence."""
    tabs, kind = plan.tabs, plan.kind
    novos, alterados = tabs[Aba.NOVOS], tabs[Aba.ALTERADOS]
    partes = [f"{kind.count(novos)} nov{kind.fim}{'s' * (novos != 1)}"] if novos else []
    partes += [f"{kind.count(alterados)} alterad{kind.fim}{'s' * (alterados != 1)}"] if alterados else []
    if plan.tipo != "pessoas" and plan.clientes_novos:
        partes.append(f"{TIPOS['pessoas'].count(plan.clientes_novos)} nov{'os' if plan.clientes_novos != 1 else 'o'}")
    return f"Planilha {plan.arquivo}: " + ", ".join(partes) + "."


def _likeliness(proposta: Proposta) -> tuple[bool, bool, int]:
    completa = not missing(TIPOS[proposta.tipo].campos, proposta.mapa)
    return proposta.lembrado, completa, sum(1 for coluna in proposta.colunas if coluna.campo)


def _write(uow: UnitOfWork, plan: PlanilhaPlan, operacao: Operacao) -> None:
    novas = [row.pessoa for row in plan.rows if row.pessoa is not None]
    pessoas = list({pessoa.documento: pessoa for pessoa in novas}.values())
    pessoas += [row.depois for row in plan.rows if row.aba is Aba.NOVOS and isinstance(row.depois, Pessoa)]
    feitas = uow.pessoas.add_many(_numbered(uow, uow.pessoas, plan.empresa_id, pessoas))
    quem = {pessoa.documento: pessoa.id for pessoa in feitas}
    contas = [
        replace(row.depois, pessoa_id=quem[row.pessoa.documento]) if row.pessoa is not None else row.depois
        for row in plan.rows
        if row.aba is Aba.NOVOS and isinstance(row.depois, ContaReceber)
    ]
    lancadas = uow.contas_receber.add_many(_numbered(uow, uow.contas_receber, plan.empresa_id, contas))
    mudados = [row for row in plan.rows if row.aba is Aba.ALTERADOS]
    antes_p = {row.antes.id: row.antes for row in mudados if isinstance(row.antes, Pessoa)}
    depois_p = {row.depois.id: row.depois for row in mudados if isinstance(row.depois, Pessoa)}
    antes_c = {row.antes.id: row.antes for row in mudados if isinstance(row.antes, ContaReceber)}
    depois_c = {row.depois.id: row.depois for row in mudados if isinstance(row.depois, ContaReceber)}
    uow.pessoas.update_many(list(depois_p.values()))
    uow.contas_receber.update_many(list(depois_c.values()))
    uow.mudancas.add_all(
        [
            *mudancas.changes(operacao, "pessoas", antes_p, depois_p),
            *mudancas.changes(operacao, "contas_receber", antes_c, depois_c),
            *mudancas.created(operacao, "pessoas", [pessoa.id for pessoa in feitas]),
            *mudancas.created(operacao, "contas_receber", [conta.id for conta in lancadas]),
        ]
    )


def _numbered(uow: UnitOfWork, repository: CodedRepository[C], empresa_id: int, objs: Sequence[C]) -> list[C]:
    """Return *objs* with a codigo each; those without one are counted on, past the ones that are taken."""
    tomados = repository.codigos(empresa_id) | {obj.codigo for obj in objs}
    sem = sum(1 for obj in objs if not obj.codigo)
    livres: list[str] = []
    while len(livres) < sem:
        faltam = sem - len(livres)
        primeiro = uow.sequencias.take(empresa_id, repository.table.name, faltam)
        contados = (f"{numero:0{_ALGARISMOS}d}" for numero in range(primeiro, primeiro + faltam))
        livres += [codigo for codigo in contados if codigo not in tomados]
    codigos = iter(livres)
    return [obj if obj.codigo else replace(obj, codigo=next(codigos)) for obj in objs]


def _save(saida: Path, head: Sequence[str], rows: Iterable[Sequence[tables.Celula]]) -> int:
    suffix = saida.suffix.lower()
    if suffix not in tables.FORMATS:
        message = f"O arquivo {saida.name} deve terminar em .csv ou .xlsx, que dizem o formato da tabela."
        raise RefusedError("formato_desconhecido", message, saida.name)
    with replacing(saida) as file:
        return tables.write(file, suffix, head, rows)
