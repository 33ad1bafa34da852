"""The history of boletos."""

from collections.abc import Sequence

from finbank_desktop.persistence import mapping_records, tables_records
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import Evento
from finbank_desktop.persistence.repositories.base import Repository

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

    def of_importacao(self, importacao_id: int) -> list[Evento]:
        """Return what an import did to boletos."""
        return self._select(_T.importacao_id == importacao_id)
