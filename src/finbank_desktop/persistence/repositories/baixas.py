"""Baixas and tarifas: the money an import moved."""

from collections.abc import Iterable, Sequence

from finbank_desktop.persistence import mapping_records, tables_records
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import Baixa, Tarifa
from finbank_desktop.persistence.repositories.base import Repository

_B = tables_records.baixas.c
_T = tables_records.tarifas.c


class BaixaRepository(Repository[Baixa]):
    """Settlements of contas a receber."""

    table = tables_records.baixas
    nome = "A baixa"

    def _row(self, obj: Baixa) -> Valores:
        return mapping_records.baixa_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Baixa]:
        return [mapping_records.baixa_from(linha) for linha in linhas]

    def of_boletos(self, boleto_ids: Iterable[int]) -> list[Baixa]:
        """Return the baixas made through those boletos, oldest first within each."""
        return self._select_in(_B.boleto_id, boleto_ids)

    def of_contas(self, conta_ids: Iterable[int]) -> list[Baixa]:
        """Return the baixas of those contas a receber."""
        return self._select_in(_B.conta_receber_id, conta_ids)

    def of_importacao(self, importacao_id: int) -> list[Baixa]:
        """Return the baixas an import made."""
        return self._select(_B.importacao_id == importacao_id)


class TarifaRepository(Repository[Tarifa]):
    """What banks charged."""

    table = tables_records.tarifas
    nome = "A tarifa"

    def _row(self, obj: Tarifa) -> Valores:
        return mapping_records.tarifa_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Tarifa]:
        return [mapping_records.tarifa_from(linha) for linha in linhas]

    def of_boleto(self, boleto_id: int) -> list[Tarifa]:
        """Return what was charged for a boleto."""
        return self._select(_T.boleto_id == boleto_id)

    def of_importacao(self, importacao_id: int) -> list[Tarifa]:
        """Return what an import brought."""
        return self._select(_T.importacao_id == importacao_id)
