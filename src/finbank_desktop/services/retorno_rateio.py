"""Sharing one payment over the contas a receber of a boleto, without a centavo lost or made."""

from collections.abc import Sequence
from dataclasses import dataclass

from finbank_desktop.domain.valores import Centavos
from finbank_desktop.services.retorno_model import ItemBaixa
from finbank_desktop.services.retorno_valores import Quitacao


@dataclass(frozen=True, slots=True, kw_only=True)
class Aberto:
    """What is still owed of one conta a receber within a boleto."""

    conta_receber_id: int
    valor: Centavos


def share(quitacao: Quitacao, abertos: Sequence[Aberto], *, proporcional: bool = False) -> tuple[ItemBaixa, ...]:
    """Return *quitacao* shared over *abertos*: principal in their order, the rest in proportion to the principal.

    Args:
        quitacao: The payment taken apart.
        abertos: What is owed of each conta.
        proporcional: Share the principal as well in proportion to what is owed, instead of in order.

    Raises:
        ValueError: More principal is settled than is owed.
    """
    if len(abertos) == 1 and 0 < quitacao.principal <= abertos[0].valor:
        return (_whole(quitacao, abertos[0]),)
    limites = [aberto.valor for aberto in abertos]
    if proporcional and quitacao.principal <= sum(limites):
        partes = split(quitacao.principal, limites)
    else:
        partes = _fill(quitacao.principal, limites)
    extras = [
        split(valor, partes) for valor in (quitacao.juros, quitacao.multa, quitacao.desconto, quitacao.abatimento)
    ]
    return tuple(
        ItemBaixa(
            conta_receber_id=aberto.conta_receber_id,
            valor=parte,
            juros=juros,
            multa=multa,
            desconto=desconto,
            abatimento=abatimento,
        )
        for aberto, parte, juros, multa, desconto, abatimento in zip(abertos, partes, *extras, strict=True)
        if parte
    )


def _whole(quitacao: Quitacao, aberto: Aberto) -> ItemBaixa:
    """Return all of *quitacao* for the only conta there is."""
    return ItemBaixa(
        conta_receber_id=aberto.conta_receber_id,
        valor=quitacao.principal,
        juros=quitacao.juros,
        multa=quitacao.multa,
        desconto=quitacao.desconto,
        abatimento=quitacao.abatimento,
    )


def split(total: Centavos, pesos: Sequence[int]) -> list[Centavos]:
    """Return *total* in parts as *pesos* are to each other; the parts always add up to it.

    What rounding down leaves over goes, a centavo each, to the greatest remainders, the first among equals.

    >>> split(100, [1, 1, 1]), split(5, [0, 3, 7]), split(0, [4])
    ([34, 33, 33], [0, 2, 3], [0])
    """
    soma = sum(pesos)
    if not soma or not total:
        return [0] * len(pesos)
    partes = [total * peso // soma for peso in pesos]
    restos = sorted(range(len(pesos)), key=lambda i: (-(total * pesos[i] % soma), i))
    for i in restos[: total - sum(partes)]:
        partes[i] += 1
    return partes


def _fill(principal: Centavos, limites: Sequence[Centavos]) -> list[Centavos]:
    partes = []
    for limite in limites:
        parte = min(principal, limite)
        partes.append(parte)
        principal -= parte
    if principal:
        raise ValueError(f"sobram {principal} centavos sem conta a receber")
    return partes
