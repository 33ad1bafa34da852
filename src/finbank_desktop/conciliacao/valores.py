"""Why a line's amount is not the title's: its own interest, fine and discount on the day of the payment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from finbank_desktop.conciliacao.modelo import Titulo
from finbank_desktop.domain.valores import Centavos

FLOAT_DIAS = 4
"""A payment of Friday may stand in Tuesday's statement: days between the payment and its line, a weekend included."""


@dataclass(frozen=True, slots=True)
class Explicacao:
    """How an amount comes about.

    Attributes:
        valor: Centavos, above zero.
        texto: For the person; empty where it is the title's own amount.
    """

    valor: Centavos
    texto: str = ""


def explicacoes(titulo: Titulo, dia: date) -> Iterator[Explicacao]:
    """Yield the amounts that pay *titulo* in full when its line is of *dia*, the plain one first."""
    valor = abs(titulo.valor)
    yield Explicacao(valor)
    atraso = (dia - titulo.vencimento).days
    if titulo.desconto and atraso <= FLOAT_DIAS:
        yield Explicacao(valor - titulo.desconto, "desconto")
    if atraso <= 0:
        return
    if titulo.multa:
        yield Explicacao(valor + titulo.multa, "multa")
    if not titulo.juros_dia:
        return
    for dias in range(max(atraso - FLOAT_DIAS, 1), atraso + 1):
        juros = titulo.juros_dia * dias
        nome = f"juros de {dias} dia" + ("s" if dias > 1 else "")
        if titulo.multa:
            yield Explicacao(valor + titulo.multa + juros, f"multa e {nome}")
        yield Explicacao(valor + juros, nome)


def explicar(titulo: Titulo, valor: Centavos, dia: date) -> Explicacao | None:
    """Return how *valor*, above zero, pays *titulo* in full on *dia*; ``None`` when it does not."""
    return next((each for each in explicacoes(titulo, dia) if each.valor == valor), None)


def devido(titulo: Titulo, dia: date) -> Centavos:
    """Return what *titulo* costs on *dia*, centavos above zero, without any days between payment and line."""
    atraso = (dia - titulo.vencimento).days
    if atraso > 0:
        return abs(titulo.valor) + titulo.multa + titulo.juros_dia * atraso
    return abs(titulo.valor) - titulo.desconto


def vence_perto(titulo: Titulo, dia: date, dias: int) -> bool:
    """Whether *dia* is no further than *dias* from the due date."""
    return abs(dia - titulo.vencimento) <= timedelta(days=dias)
