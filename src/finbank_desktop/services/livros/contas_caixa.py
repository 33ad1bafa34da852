"""Which conta caixa a settlement moves, where nobody said."""

from collections.abc import Sequence
from itertools import count

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.persistence.records import Baixa
from finbank_desktop.persistence.unit_of_work import UnitOfWork

CODIGO_CAIXA = "CAIXA"


def of_baixas(uow: UnitOfWork, baixas: Sequence[Baixa]) -> list[int]:
    """Return the conta caixa of each of *baixas*: the one that was said, its convênio's, or the empresa's till."""
    boletos = uow.boletos.get_many(baixa.boleto_id for baixa in baixas if baixa.boleto_id is not None)
    contas = uow.contas_receber.get_many(baixa.conta_receber_id for baixa in baixas)
    de_boleto = {row: boleto.convenio_id for row, boleto in boletos.items()}
    de_conta = {row: conta.convenio_id for row, conta in contas.items()}
    por_baixa = [de_boleto.get(baixa.boleto_id or 0) or de_conta.get(baixa.conta_receber_id) for baixa in baixas]
    convenios = uow.convenios.get_many(row for row in por_baixa if row is not None)
    return [
        baixa.conta_id or (convenios[convenio].conta_id if convenio is not None else till(uow, baixa.empresa_id).id)
        for baixa, convenio in zip(baixas, por_baixa, strict=True)
    ]


def till(uow: UnitOfWork, empresa_id: int) -> Conta:
    """Return the till of an empresa, made when it has none: a conta without bank."""
    tills = [conta for conta in uow.contas.all(empresa_id) if conta.is_till]
    if tills:
        return tills[0]
    taken = uow.contas.codigos(empresa_id)
    codigo = next(each for n in count(1) if (each := CODIGO_CAIXA + (str(n) if n > 1 else "")) not in taken)
    return uow.contas.add(
        Conta(empresa_id=empresa_id, codigo=codigo, descricao="Caixa", banco="", agencia="", conta="")
    )
