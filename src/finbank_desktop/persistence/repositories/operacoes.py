"""What people did by hand, and the agreements they made."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import insert, select

from finbank_desktop.persistence import mapping_records, tables_records
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records import Acordo, Operacao, SituacaoOperacao
from finbank_desktop.persistence.repositories.base import CodedRepository, Repository

_T = tables_records.operacoes.c
_I = tables_records.acordo_itens.c


class OperacaoRepository(Repository[Operacao]):
    """Operations by id; only ever added, or marked as undone."""

    table = tables_records.operacoes
    nome = "A operação"

    def _row(self, obj: Operacao) -> Valores:
        return mapping_records.operacao_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Operacao]:
        return [mapping_records.operacao_from(linha) for linha in linhas]

    def mark_desfeita(self, operacao: Operacao) -> Operacao:
        """Say that an operation was undone."""
        return self.update(replace(operacao, situacao=SituacaoOperacao.DESFEITA))

    def last(self, quantas: int, tipos: Sequence[str] = ()) -> list[Operacao]:
        """Return the latest operations that still stand, the newest first; only of those kinds when some are named."""
        comando = select(self.table).where(_T.situacao == SituacaoOperacao.FEITA.name)
        comando = comando.where(_T.tipo.in_(tipos)) if tipos else comando
        comando = comando.order_by(_T.id.desc()).limit(quantas)
        return self._objects(self._connection.execute(comando).mappings().all())


class AcordoRepository(CodedRepository[Acordo]):
    """Agreements, and which contas they replaced by which."""

    table = tables_records.acordos
    nome = "O acordo"

    def _row(self, obj: Acordo) -> Valores:
        return mapping_records.acordo_row(obj)

    def _objects(self, linhas: Sequence[Linha]) -> list[Acordo]:
        return [mapping_records.acordo_from(linha) for linha in linhas]

    def add_itens(self, acordo: Acordo, papel: str, valores: Iterable[tuple[int, int]]) -> None:
        """Keep contas a receber (id, amount) of *acordo*; *papel* is ``original`` or ``nova``."""
        linhas = [
            {
                "empresa_id": acordo.empresa_id,
                "acordo_id": acordo.id,
                "conta_receber_id": conta,
                "papel": papel,
                "valor": valor,
                "versao": 1,
            }
            for conta, valor in valores
        ]
        if linhas:
            self._connection.execute(insert(tables_records.acordo_itens), linhas)

    def itens(self, acordo_id: int, papel: str) -> list[tuple[int, int]]:
        """Return the contas a receber (id, amount) that play *papel* in an agreement."""
        comando = select(_I.conta_receber_id, _I.valor).where(_I.acordo_id == acordo_id, _I.papel == papel)
        return [(conta, valor) for conta, valor in self._connection.execute(comando.order_by(_I.id))]
