"""The history of boletos."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from finbank_desktop.persistence import mapping_records, tables_records
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.repositories.base import Repository, chunks

_T = tables_records.eventos.c


class EventoRepository(Repository[Evento]):
    """What happened to boletos; only ever added."""

    table = tables_records.eventos
    nome = "O evento"

    def _row(self, obj: Evento) -> Valores:
        return mapping_records.evento_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Evento]:
        return [mapping_records.evento_from(linha) for linha in linhas]

    def of_boleto(self, boleto_id: int) -> list[Evento]:
        """Return the history of a boleto, oldest first."""
        return self._select(_T.boleto_id == boleto_id)

    def add_for(self, evento: Evento, boleto_ids: Iterable[int]) -> None:
        """Add *evento* to the history of each boleto."""
        self.add_all([replace(evento, boleto_id=row) for row in boleto_ids])

    def last_of(self, boleto_ids: Iterable[int]) -> dict[int, Evento]:
        """Return the latest step of each boleto that changed it; to be printed changes nothing."""
        achados: dict[int, Evento] = {}
        for pedaco in chunks(boleto_ids):
            ultimos = (
                select(func.max(_T.id)).where(_T.boleto_id.in_(pedaco), _T.tipo != "impresso").group_by(_T.boleto_id)
            )
            achados.update((evento.boleto_id, evento) for evento in self._select(_T.id.in_(ultimos)))
        return achados

    def with_tipo(self, tipo: str, boleto_ids: Iterable[int]) -> set[int]:
        """Return those boletos in whose history a step of that kind stands."""
        achados: set[int] = set()
        for pedaco in chunks(boleto_ids):
            achados.update(
                self._connection.scalars(select(_T.boleto_id).where(_T.boleto_id.in_(pedaco), _T.tipo == tipo))
            )
        return achados

    def of_importacao(self, importacao_id: int) -> list[Evento]:
        """Return what an import did to boletos."""
        return self._select(_T.importacao_id == importacao_id)
