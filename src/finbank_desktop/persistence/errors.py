"""What a database may say, in words a person can act on."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from finbank_desktop.domain.problems import OutsideError, RefusedError

_PRIMARY = 0xFF
"""SQLite's extended result codes keep the primary one in their low byte (sqlite.org/rescode.html)."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: (
        "banco_ocupado",
        "Outra janela ou programa está gravando neste banco de dados; espere terminar e tente de novo.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "banco_ocupado",
        "Outra janela ou programa está gravando neste banco de dados; espere terminar e tente de novo.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "banco_danificado",
        "O banco de dados está danificado; guarde este arquivo e volte à última cópia da pasta “copias”, ao lado dele.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "nao_e_banco",
        "Este arquivo não é um banco de dados do FinBank; escolha outro arquivo ou um nome que ainda não exista.",
    ),
    sqlite3.SQLITE_FULL: (
        "disco_cheio",
        "O disco está cheio e nada foi gravado; libere espaço e tente de novo.",
    ),
    sqlite3.SQLITE_READONLY: (
        "banco_protegido",
        "O banco de dados está protegido contra gravação; dê ao seu usuário permissão de gravar no arquivo e na pasta.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "banco_inacessivel",
        "Não foi possível abrir o banco de dados; confira se a pasta existe e se o seu usuário pode gravar nela.",
    ),
    sqlite3.SQLITE_IOERR: (
        "disco_com_defeito",
        "O disco não respondeu ao ler ou gravar o banco de dados; confira o disco ou a rede e tente de novo.",
    ),
}


_LIVROS = "livros: "
"""How the sentences of the triggers begin that guard the books (migration 0008)."""


def refusal_of_the_books(error: DBAPIError) -> RefusedError | None:
    """Return what a trigger of the books refused, in its own words; ``None`` when it was none of them."""
    frase = str(error.orig).split("\n", maxsplit=1)[0]
    if not frase.startswith(_LIVROS):
        return None
    return RefusedError("livros_fechados", f"Nada foi gravado: {frase.removeprefix(_LIVROS)}.")


class StaleError(RefusedError):
    """Somebody else changed the row since it was read; nothing was written."""

    def __init__(self, nome: str, row: int) -> None:
        """Say which row."""
        super().__init__(
            "registro_alterado",
            f"{nome} mudou em outra janela nesse meio-tempo e nada foi gravado; abra de novo e repita a alteração.",
            f"id {row}",
        )


class MissingError(RefusedError):
    """There is no such row."""

    def __init__(self, nome: str, row: object) -> None:
        """Say which row."""
        super().__init__("nao_encontrado", f"Não há {nome} com o id {row}; confira o número na lista.", f"id {row}")


def explain(error: SQLAlchemyError | sqlite3.Error | OSError, onde: str) -> OutsideError:
    """Return *error* as one sentence; *onde* is the database's path or address."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is not None and code & _PRIMARY in _SENTENCES:
        return OutsideError(*_SENTENCES[code & _PRIMARY], onde)
    if isinstance(original, OSError) and original.errno == errno.ENOSPC:
        return OutsideError(*_SENTENCES[sqlite3.SQLITE_FULL], onde)
    if isinstance(original, OSError):
        return OutsideError(
            "pasta_inacessivel", "Não foi possível gravar nesta pasta; escolha outra ou peça permissão.", onde
        )
    if getattr(original, "sqlstate", None) == "55P03":  # PostgreSQL: lock_not_available
        return OutsideError(*_SENTENCES[sqlite3.SQLITE_BUSY], onde)
    if isinstance(error, DBAPIError) and getattr(original, "sqlstate", "") is None:  # psycopg: no answer at all
        mensagem = "O servidor do banco de dados não respondeu; confira a rede, o endereço e a senha."
        return OutsideError("servidor_inacessivel", mensagem, onde)
    detalhe = str(original).strip().split("\n", maxsplit=1)[0]
    return OutsideError("banco_com_problema", f"O banco de dados não respondeu como devia ({detalhe}).", onde)
