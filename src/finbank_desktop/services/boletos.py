"""Boletos: planned from contas a receber, made in one transaction, listed and printed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records import Baixa, Evento, Tarifa
from finbank_desktop.services import boletos_emissao, lists
from finbank_desktop.services.boletos_plan import EmissaoPlan
from finbank_desktop.services.impressao import ImpressaoService, PdfResultado, PedidoImpressao
from finbank_desktop.services.jobs import SILENT, Watcher


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
        vencimento: date | None = None,
    ) -> EmissaoPlan:
        """Return which boletos would be made.

        Args:
            ids: Contas a receber; each one that gets no boleto is an error with its reason.
            query: Instead of *ids*, the contas a receber that match; those that need no boleto are left out.
            convenio_id: The convênio of those that have none of their own.
            agrupar: One boleto for the contas of one pagador, convênio and due date.
            vencimento: When the boletos fall due, whatever their contas say; *agrupar* then asks for no equal dates.

        Raises:
            RefusedError: An id or the convênio does not exist, or a filter makes no sense.
        """
        with self._database.read() as uow:
            quais = uow.contas_receber.ids(query or ListQuery(), self._agora().date()) if ids is None else list(ids)
            return boletos_emissao.plan(
                uow,
                quais,
                convenio_id,
                hoje=self._agora().date(),
                agrupar=agrupar,
                vencimento=vencimento,
                explicit=ids is not None,
            )

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
            boletos = boletos_emissao.write(uow, plan, usuario=self._usuario, agora=self._agora())
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
            modelo: One of `ImpressaoService.MODELOS` by its chave.
            watcher: Hears of the progress and may cancel.

        Raises:
            RefusedError: A boleto or the model does not exist, or a boleto cannot be printed.
            OutsideError: The file cannot be written.
        """
        service = ImpressaoService(self._database, agora=self._agora, usuario=self._usuario)
        return service.render(ids, saida, PedidoImpressao(modelo=modelo), watcher)
