"""How the user read each kind of table the last time."""

from sqlalchemy import Connection, insert, select, update

from finbank_desktop.persistence.tables_planilhas import modelos_planilha

_T = modelos_planilha.c


class ModeloPlanilhaRepository:
    """The field of each column, by the fingerprint of a table's header."""

    def __init__(self, connection: Connection) -> None:
        """Work on *connection*, within its transaction."""
        self._connection = connection

    def find(self, empresa_id: int, impressao: str, conta_id: int | None = None) -> dict[str, tuple[str, ...]]:
        """Return the fields by kind of record, the latest last."""
        comando = select(_T.tipo, _T.campos).where(
            _T.empresa_id == empresa_id, _T.impressao == impressao, _T.conta_id.is_(conta_id)
        )
        return {tipo: tuple(campos) for tipo, campos in self._connection.execute(comando.order_by(_T.versao, _T.id))}

    def keep(
        self, empresa_id: int, tipo: str, impressao: str, campos: tuple[str, ...], conta_id: int | None = None
    ) -> None:
        """Remember *campos* instead of what was remembered before."""
        aqui = (
            _T.empresa_id == empresa_id,
            _T.tipo == tipo,
            _T.impressao == impressao,
            _T.conta_id.is_(conta_id),
        )
        mudado = update(modelos_planilha).where(*aqui).values(campos=list(campos), versao=_T.versao + 1)
        if not self._connection.execute(mudado).rowcount:
            valores = {"empresa_id": empresa_id, "tipo": tipo, "impressao": impressao, "conta_id": conta_id}
            self._connection.execute(insert(modelos_planilha).values(**valores, campos=list(campos), versao=1))
