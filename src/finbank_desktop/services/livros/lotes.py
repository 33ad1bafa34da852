"""Lots: listed, looked into, closed, and given to the accountant's own system."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain.contabil import ContaContabil, SituacaoLote
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_livros import LoteContabil, MovimentoCaixa, Partida
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.livros import colunas, exportacao


@dataclass(frozen=True, slots=True, kw_only=True)
class LinhaLote:
    """One line of a lançamento, as it is shown."""

    lancamento: int
    partida: Partida
    conta: ContaContabil
    historico: str

    @property
    def debito(self) -> Centavos:
        """What it debits; 0 for a credit."""
        return max(self.partida.valor, 0)

    @property
    def credito(self) -> Centavos:
        """What it credits; 0 for a debit."""
        return max(-self.partida.valor, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoteDetalhe:
    """A lot with its lines.

    Attributes:
        linhas: Those asked for, lançamento by lançamento.
        total: How many lançamentos it has.
        estorna: The closed lot it takes back; ``None`` for any other.
        estornado_por: The lot that takes it back.
    """

    lote: LoteContabil
    linhas: Sequence[LinhaLote]
    total: int
    estorna: LoteContabil | None = None
    estornado_por: LoteContabil | None = None


class LotesService:
    """What a person can ask about lots."""

    COLUNAS = colunas.LOTES
    FORMATOS = exportacao.FORMATOS

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def list(self, query: ListQuery) -> Pagina:
        """Return a page of lots, the newest first; filters ``situacao``, ``processo`` and ``periodo`` (two days)."""
        with self._database.read() as uow:
            return uow.lotes_contabeis.page(query)

    def get(self, lote_id: int, *, inicio: int = 0, quantidade: int = 200) -> LoteDetalhe:
        """Return a lot with some of its lançamentos, from the one after the first *inicio*.

        Raises:
            MissingError: There is no such lot.
        """
        with self._database.read() as uow:
            lote = uow.lotes_contabeis.get(lote_id)
            partidas = uow.partidas.of_lote(lote_id, inicio, quantidade)
            contas = uow.plano_contas.get_many(each.conta_contabil_id for each in partidas)
            ditos = _by_number(uow.movimentos_caixa.of_lote(lote_id, inicio, quantidade))
            return LoteDetalhe(
                lote=lote,
                linhas=[
                    LinhaLote(
                        lancamento=each.lancamento,
                        partida=each,
                        conta=contas[each.conta_contabil_id],
                        historico=ditos[each.lancamento].historico,
                    )
                    for each in partidas
                ],
                total=lote.lancamentos,
                estorna=uow.lotes_contabeis.get(lote.estorno_de_id) if lote.estorno_de_id else None,
                estornado_por=uow.lotes_contabeis.mirror_of(lote_id),
            )

    def fechar(self, ids: Sequence[int]) -> Sequence[LoteContabil]:
        """Close lots for good; what made one can then only be undone by a lot that mirrors it.

        Raises:
            RefusedError: One is closed already, or its lines do not sum to zero; nothing was written.
            MissingError: There is no such lot.
        """
        with self._database.write() as uow:
            lotes = [uow.lotes_contabeis.get(row) for row in dict.fromkeys(ids)]
            for lote in lotes:
                if lote.situacao is SituacaoLote.FECHADO:
                    raise RefusedError("ja_fechado", f"O lote {lote.codigo} já está fechado.", lote.codigo)
            return [uow.lotes_contabeis.close(lote, usuario=self._usuario, agora=self._agora()) for lote in lotes]

    def ids(self, query: ListQuery) -> Sequence[int]:
        """Return the ids of all lots that match, whatever the page."""
        with self._database.read() as uow:
            return uow.lotes_contabeis.ids(query)

    def exportar(self, ids: Sequence[int], formato: str, saida: Path, watcher: Watcher = SILENT) -> int:
        """Write the lançamentos of lots to a file and return how many lines it has.

        Args:
            ids: The lots; of one empresa only.
            formato: One of `FORMATOS`.
            saida: One that is there is replaced.
            watcher: Hears of the progress; may cancel.

        Raises:
            RefusedError: There is nothing to write, or the format lacks something; no file was made.
            OutsideError: It cannot be written.
        """
        with self._database.read() as uow:
            return exportacao.write(uow, ids, formato, saida, watcher)

    def of_baixas(self, baixa_ids: Sequence[int]) -> dict[int, LoteContabil]:
        """Return the lot that each settlement was posted in; settlements older than the books are missing."""
        with self._database.read() as uow:
            movimentos = uow.movimentos_caixa.of_itens("baixas", baixa_ids)
            lotes = uow.lotes_contabeis.get_many(each.lote_id for each in movimentos)
            # the first is the settlement itself, later ones take it back
            return {each.item_id or 0: lotes[each.lote_id] for each in reversed(movimentos)}


def _by_number(movimentos: Sequence[MovimentoCaixa]) -> dict[int, MovimentoCaixa]:
    return {each.lancamento: each for each in movimentos}
