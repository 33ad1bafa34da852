"""Which files of débito automático are read and written, bank by bank: the program's own, and what somebody added.

What a person registered under *Cadastros ▸ Layouts bancários* goes before what the program has: it may switch one off,
fix the version of the 150 positions, or admit a bank's file by FEBRABAN's layout where there is none of the bank's own.
"""

from finbank_desktop.cnab import debito_regras
from finbank_desktop.domain.debitos import LayoutBancario, ProcessoBancario
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.unit_of_work import UnitOfWork

FORMATOS = ("150", "240")
VERSOES = ("04", "05", "06", "08")
"""Of the 150 positions (FEBRABAN)."""
DO_PROGRAMA = "Layout do programa"


def of_program() -> tuple[LayoutBancario, ...]:
    """Return what the program reads and writes without anybody registering it."""
    return tuple(
        LayoutBancario(banco=banco, processo=processo, formato=formato, observacao=DO_PROGRAMA)
        for banco in debito_regras.bancos()
        for formato in debito_regras.load(banco).formatos
        for processo in ProcessoBancario
    )


def in_use(
    uow: UnitOfWork, empresa_id: int, banco: str, processo: ProcessoBancario, formato: str
) -> LayoutBancario | None:
    """Return the layout by which such files are read or written; ``None`` when they are not."""
    proprio = uow.layouts_bancarios.find(empresa_id, banco, processo, formato)
    if proprio is not None:
        return proprio if proprio.ativo else None
    iguais = (each for each in of_program() if (each.banco, each.processo, each.formato) == (banco, processo, formato))
    return next(iguais, None)


def missing(banco: str, processo: ProcessoBancario, formato: str) -> RefusedError:
    """Return the refusal of a file that no layout in use is for."""
    o_que = "da remessa" if processo is ProcessoBancario.REMESSA_DEBITO else "do retorno"
    return RefusedError(
        "banco_sem_layout",
        f"Não há layout {o_que} de débito automático de {formato} posições em uso para o banco {banco}. Em Cadastros ▸ "
        "Layouts bancários, inclua ou reative este banco, processo e formato.",
        f"{banco}/{formato}",
    )
