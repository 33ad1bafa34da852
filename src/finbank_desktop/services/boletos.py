"""Boletos: planned from contas a receber, made in one transaction, listed and printed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Baixa, Evento, Tarifa
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_impressao, boletos_plan, lists
from finbank_desktop.services.boletos_faixa import Faixa
from finbank_desktop.services.boletos_plan import Acervo, EmissaoPlan
from finbank_desktop.services.cadastros import convenio_problems
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.plans import require_versions

MODELOS = ("recibo",)
"""Recibo do pagador above, ficha de compensação below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoletoDetalhe:
    """A boleto with all that belongs to it.

    Attributes:
        contas: The contas a receber it collects, in the order of its itens.
        eventos: Its history, oldest first.
    """

    boleto: Boleto
    pagador: Pessoa
    convenio: Convenio
    contas: tuple[ContaReceber, ...]
    eventos: tuple[Evento, ...]
    baixas: tuple[Baixa, ...]
    tarifas: tuple[Tarifa, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResultado:
    """A document that was written.

    Attributes:
        file: Its path; empty when it went to an open file.
        problems: What is not on paper as wished: texts that were cut, a logo that could not be used.
    """

    file: str
    boletos: int
    pages: int
    problems: tuple[Problem, ...] = ()


class BoletosService:
    """Plans, makes, lists and prints boletos."""

    COLUNAS = lists.BOLETOS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*; *agora* tells which day it is."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery | None = None) -> Pagina:
        """Return a page of the list as seen today."""
        with self._database.read() as uow:
            return uow.boletos.page(query or ListQuery(), self._agora().date())

    def ids(self, query: ListQuery) -> Sequence[int]:
        """Return the ids of all boletos that match, in the order asked for, on all pages."""
        with self._database.read() as uow:
            return uow.boletos.ids(query, self._agora().date())

    def list_ids(self, ids: Sequence[int]) -> Pagina:
        """Return the list's rows of *ids*, in that order."""
        with self._database.read() as uow:
            linhas = uow.boletos.rows(ids, self._agora().date())
        return Pagina(linhas=linhas, total=len(linhas))

    def get(self, row: int) -> BoletoDetalhe:
        """Return the boleto with id *row* and all that belongs to it."""
        with self._database.read() as uow:
            boleto = uow.boletos.get(row)
            contas = uow.contas_receber.get_many(item.conta_receber_id for item in boleto.itens)
            return BoletoDetalhe(
                boleto=boleto,
                pagador=uow.pessoas.get(boleto.pessoa_id),
                convenio=uow.convenios.get(boleto.convenio_id),
                contas=tuple(contas[item.conta_receber_id] for item in boleto.itens),
                eventos=tuple(uow.eventos.of_boleto(row)),
                baixas=tuple(uow.baixas.of_boletos([row])),
                tarifas=tuple(uow.tarifas.of_boleto(row)),
            )

    def plan_emissao(
        self,
        ids: Sequence[int] | None = None,
        query: ListQuery | None = None,
        *,
        convenio_id: int | None = None,
        agrupar: bool = False,
    ) -> EmissaoPlan:
        """Return which boletos would be made.

        Args:
            ids: Contas a receber; each one that gets no boleto is an error with its reason.
            query: Instead of *ids*, the contas a receber that match; those that need no boleto are left out.
            convenio_id: The convênio of those that have none of their own.
            agrupar: One boleto for the contas of one pagador, convênio and due date.

        Raises:
            RefusedError: An id or the convênio does not exist, or a filter makes no sense.
        """
        with self._database.read() as uow:
            quais = uow.contas_receber.ids(query or ListQuery(), self._agora().date()) if ids is None else list(ids)
            acervo = _load(uow, quais, convenio_id)
        return boletos_plan.build(acervo, hoje=self._agora().date(), agrupar=agrupar, explicit=ids is not None)

    def apply(self, plan: EmissaoPlan, watcher: Watcher = SILENT) -> Sequence[Boleto]:
        """Make the boletos of *plan* and return them with their ids.

        Raises:
            StalePlanError: A conta, convênio or account moved since; nothing was written.
            RefusedError: The plan makes no boleto.
            CancelledError: The user cancelled; nothing was written.
        """
        if not plan.rows:
            motivo = f" {plan.problems[0].message}" if plan.problems else ""
            raise RefusedError("nada_a_emitir", f"Nenhum boleto a emitir.{motivo}")
        watcher.report(0, len(plan.rows), "Emitindo boletos")
        with self._database.write() as uow:
            require_versions(uow.contas_receber, plan.contas)
            require_versions(uow.convenios, plan.convenios)
            require_versions(uow.contas, plan.contas_bancarias)
            boletos = uow.boletos.add_many([row.boleto for row in plan.rows])
            uow.contas_receber.update_many(
                [replace(conta, convenio_id=row.boleto.convenio_id) for row in plan.rows for conta in row.contas]
            )
            uow.convenios.update_many(
                [
                    replace(convenio, proximo_nosso_numero=plan.proximos[convenio.id])
                    for convenio in uow.convenios.get_many(plan.proximos).values()
                ]
            )
            uow.eventos.add_all([self._born(boleto) for boleto in boletos])
            watcher.report(len(boletos), len(boletos), "Gravando")
        return boletos

    def render_pdf(
        self,
        ids: Iterable[int],
        saida: Path | BinaryIO,
        modelo: str = "recibo",
        watcher: Watcher = SILENT,
    ) -> PdfResultado:
        """Write the boletos *ids* as one document.

        Args:
            ids: In the order of the pages.
            saida: A path, replaced only once the document is whole, or an open binary file.
            modelo: One of `MODELOS`.
            watcher: Hears of the progress and may cancel.

        Raises:
            RefusedError: A boleto or the model does not exist, or a boleto cannot be printed.
            OutsideError: The file cannot be written.
        """
        if modelo not in MODELOS:
            mensagem = f"Não há o modelo “{modelo}”; use: {', '.join(MODELOS)}."
            raise RefusedError("modelo_desconhecido", mensagem, "modelo")
        with self._database.read() as uow:
            boletos = boletos_impressao.load(uow, list(ids))
        from finbank_desktop.pdf import fichas  # noqa: PLC0415 - ReportLab is loaded only when something is printed

        pages = fichas.render_boletos(boletos, saida, watcher=watcher)
        return PdfResultado(
            file=str(saida) if isinstance(saida, Path) else "",
            boletos=len(boletos),
            pages=pages,
            problems=tuple(fichas.problems(boletos)),
        )

    def _born(self, boleto: Boleto) -> Evento:
        return Evento(
            empresa_id=boleto.empresa_id,
            boleto_id=boleto.id,
            quando=self._agora(),
            usuario=self._usuario,
            tipo="emitido",
            texto=f"Boleto {boleto.nosso_numero_impresso} emitido.",
        )


def _load(uow: UnitOfWork, ids: Sequence[int], convenio_id: int | None) -> Acervo:
    achadas = uow.contas_receber.get_many(ids)
    contas = [achadas[row] if row in achadas else uow.contas_receber.get(row) for row in dict.fromkeys(ids)]
    if convenio_id is not None:
        sem = [conta for conta in contas if conta.convenio_id is None]
        _refuse_strangers(sem, uow.convenios.get(convenio_id).empresa_id)
        contas = [replace(conta, convenio_id=conta.convenio_id or convenio_id) for conta in contas]
    convenios = uow.convenios.get_many(conta.convenio_id for conta in contas if conta.convenio_id is not None)
    return Acervo(
        contas=contas,
        boletos=uow.boletos.of_contas(conta.id for conta in contas),
        convenios=convenios,
        contas_bancarias=uow.contas.get_many(convenio.conta_id for convenio in convenios.values()),
        pessoas=uow.pessoas.get_many(conta.pessoa_id for conta in contas),
        empresas=uow.empresas.get_many(convenio.empresa_id for convenio in convenios.values()),
        faixas={
            row: Faixa(c, uow.boletos.taken_sequenciais(row, c.proximo_nosso_numero, c.nosso_numero_fim))
            for row, c in convenios.items()
        },
        incompletos={
            row: queixa
            for row, c in convenios.items()
            if (queixa := boletos_plan.complaint(c, _without_counters(convenio_problems(c, uow))))
        },
    )


def _without_counters(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what the range itself will say, number by number."""
    return [problem for problem in problems if problem.field not in ("proximo_nosso_numero", "proxima_remessa")]


def _refuse_strangers(contas: Iterable[ContaReceber], empresa_id: int) -> None:
    for conta in contas:
        if conta.empresa_id != empresa_id:
            mensagem = f"A conta a receber {conta.codigo} é de outra empresa que a do convênio; escolha outro convênio."
            raise RefusedError("convenio_de_outra_empresa", mensagem, f"contas_receber.{conta.codigo}")
