"""What a line has over or under the titles it pays, taken apart by the titles' own terms where they explain it."""

from collections.abc import Iterator, Sequence
from datetime import date

from finbank_desktop.conciliacao.modelo import Titulo
from finbank_desktop.conciliacao.valores import FLOAT_DIAS
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.services.baixas import BaixaManual
from finbank_desktop.services.conciliacao_model import Diferenca, TipoDiferenca, TituloMesa

_NA_BAIXA = {
    TipoDiferenca.JUROS: "juros",
    TipoDiferenca.MULTA: "multa",
    TipoDiferenca.DESCONTO: "desconto",
    TipoDiferenca.ABATIMENTO: "abatimento",
}


def explain(titulo: Titulo, valor: Centavos, dia: date) -> tuple[Diferenca, ...] | None:
    """Return how *valor*, above zero, pays *titulo* in full on *dia*; ``None`` when its own terms do not say.

    Between the payment and its line some days may pass; see `conciliacao.valores`.
    """
    return next((found for found in _ways(titulo, dia) if titulo.valor + _sum(found) == valor), None)


def _ways(titulo: Titulo, dia: date) -> Iterator[tuple[Diferenca, ...]]:
    yield ()
    atraso = (dia - titulo.vencimento).days
    if titulo.desconto and atraso <= FLOAT_DIAS:
        yield (Diferenca(TipoDiferenca.DESCONTO, -titulo.desconto),)
    if atraso <= 0:
        return
    multa = (Diferenca(TipoDiferenca.MULTA, titulo.multa),) if titulo.multa else ()
    if multa:
        yield multa
    for dias in range(atraso, max(atraso - FLOAT_DIAS, 1) - 1, -1) if titulo.juros_dia else ():
        juros = Diferenca(TipoDiferenca.JUROS, titulo.juros_dia * dias)
        yield (*multa, juros)
        if multa:
            yield (juros,)


def _sum(found: Sequence[Diferenca]) -> Centavos:
    return sum(each.valor for each in found)


def payments(
    titulos: Sequence[TituloMesa], diferencas: Sequence[Diferenca], dia: date, conta_id: int
) -> list[BaixaManual]:
    """Return what is paid of each title, in their order; differences belong to the largest.

    What is a bank's charge, or no title's, is left out: it is linked beside the settlements.
    """
    largest = max(range(len(titulos)), key=lambda at: titulos[at].titulo.valor)
    return [_payment(titulo, diferencas if at == largest else (), dia, conta_id) for at, titulo in enumerate(titulos)]


def _payment(titulo: TituloMesa, diferencas: Sequence[Diferenca], dia: date, conta_id: int) -> BaixaManual:
    parts = dict.fromkeys(_NA_BAIXA.values(), 0)
    paid = titulo.titulo.valor
    for each in diferencas:
        if each.tipo in _NA_BAIXA:
            parts[_NA_BAIXA[each.tipo]] += abs(each.valor)
        if each.tipo in _NA_BAIXA or each.tipo is TipoDiferenca.PARCIAL:
            paid += each.valor
    partial = any(each.tipo is TipoDiferenca.PARCIAL for each in diferencas)
    # a rebate already granted is only used up by what pays the rest
    parts["abatimento"] += 0 if partial else titulo.abatimento
    return BaixaManual(
        data=dia,
        valor_pago=paid,
        forma="Extrato do banco",
        conta_id=conta_id,
        juros=parts["juros"],
        multa=parts["multa"],
        desconto=parts["desconto"],
        abatimento=parts["abatimento"],
    )
