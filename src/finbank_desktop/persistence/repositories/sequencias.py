"""Counters that only grow."""

from sqlalchemy import Connection, insert, select, update

from finbank_desktop.persistence import tables_records

_T = tables_records.sequencias.c


class SequenciaRepository:
    """Numbers by empresa and name, from 1."""

    def __init__(self, connection: Connection) -> None:
        """Work on *connection*, within its transaction."""
        self._connection = connection

    def next(self, empresa_id: int, nome: str) -> int:
        """Return the next number of the sequence *nome* and count on; a number taken is never given again."""
        return self.take(empresa_id, nome, 1)

    def take(self, empresa_id: int, nome: str, quantos: int) -> int:
        """Return the first of the next *quantos* numbers of the sequence *nome* and count on beyond them."""
        aqui = (_T.empresa_id == empresa_id, _T.nome == nome)
        ultimo = self._connection.scalar(select(_T.valor).where(*aqui))
        if ultimo is None:
            valores = {"empresa_id": empresa_id, "nome": nome, "valor": quantos, "versao": 1}
            self._connection.execute(insert(tables_records.sequencias), valores)
            return 1
        novo = {"valor": ultimo + quantos, "versao": _T.versao + 1}
        self._connection.execute(update(tables_records.sequencias).where(*aqui).values(novo))
        return int(ultimo) + 1
