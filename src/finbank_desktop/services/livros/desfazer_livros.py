"""What undoing an import or an operation does to the books, or what of them stands in its way."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from finbank_desktop.domain.contabil import SituacaoLote
from finbank_desktop.persistence.records import Importacao, Mudanca, Operacao
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.livros import contabilizar, operacoes_livros, retorno_livros
from finbank_desktop.services.livros.modelo import Origem


def obstacles(uow: UnitOfWork, de: Importacao | Operacao, mudancas: Sequence[Mudanca] = ()) -> Iterator[str]:
    """Yield why what *de* posted, and the accounts it made, cannot be taken back; half a sentence each."""
    for problem in contabilizar.impedimentos(uow, _origem(de)):
        yield f"{problem.message[0].lower()}{problem.message[1:]} {problem.fix}"
    novas = {m.registro_id for m in mudancas if m.tabela == "plano_contas" and not m.antes}
    contas = uow.plano_contas.get_many(uow.plano_contas.used(novas)) if novas else {}
    for conta in sorted(contas.values(), key=lambda each: each.codigo):
        yield f"a conta contábil {conta.codigo} já está em uso."


def mirrored(uow: UnitOfWork, de: Importacao | Operacao) -> str:
    """Return what becomes of lots that are closed already, one sentence; empty when none is."""
    origem = _origem(de)
    lotes = uow.lotes_contabeis.of_origem(origem.tabela, origem.id)
    fechados = [lote.codigo for lote in lotes if lote.situacao is SituacaoLote.FECHADO]
    if not fechados:
        return ""
    return f" O lote contábil {', '.join(fechados)} está fechado e fica; um lote de estorno o compensa."


def take_back(uow: UnitOfWork, de: Importacao | Operacao, *, usuario: str, agora: datetime) -> None:
    """Take back what *de* posted.

    Raises:
        RefusedError: A day is in a closed period.
    """
    contabilizar.estornar(uow, _origem(de), usuario=usuario, agora=agora)


def _origem(de: Importacao | Operacao) -> Origem:
    return retorno_livros.origem(de) if isinstance(de, Importacao) else operacoes_livros.origem(de)
