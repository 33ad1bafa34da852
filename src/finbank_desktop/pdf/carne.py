"""The carnê: three slips to an A4 page, each booklet with its cover, in the order in which they are cut and bound."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import capa, corte, talao
from finbank_desktop.pdf.prensa import Prensa

POR_FOLHA = 3
cuts = talao.cuts


@dataclass(frozen=True, slots=True)
class Tira:
    """A third of a page.

    Attributes:
        draw: Draws it with its lower left corner at the origin.
        boletos: How many boletos are on it: one, or none.
    """

    draw: Callable[[Prensa], None]
    boletos: int


def draw(prensa: Prensa, boletos: Sequence[BoletoImpresso]) -> Iterator[int]:
    """Draw the booklets of *boletos*; yield how many boletos are drawn, after each of them.

    A booklet begins on a new page with its cover. Boletos that are the only one of their pagador need none and share
    their pages.
    """
    done = 0
    loose: list[Tira] = []
    for group in booklets(boletos):
        if len(group) == 1:
            loose += slips(group)
            continue
        cover = Tira(partial(capa.draw, boletos=group), 0)
        for tira in print_sheets(prensa, [cover, *slips(group)]):
            done += tira.boletos
            if tira.boletos:
                yield done
    for tira in print_sheets(prensa, loose):
        done += tira.boletos
        yield done


def booklets(boletos: Sequence[BoletoImpresso]) -> list[list[BoletoImpresso]]:
    """Return *boletos* by pagador, the first one asked for first, each in the order of its due dates."""
    groups: dict[tuple[object, ...], list[BoletoImpresso]] = {}
    for boleto in boletos:
        groups.setdefault(boleto.livreto, []).append(boleto)
    return [sorted(group, key=lambda boleto: boleto.vencimento) for group in groups.values()]


def slips(group: Sequence[BoletoImpresso]) -> list[Tira]:
    """Return a slip for each boleto of one booklet."""
    return [_slip(boleto, f"{number}/{len(group)}") for number, boleto in enumerate(group, 1)]


def print_sheets(prensa: Prensa, tiras: Sequence[Tira]) -> Iterator[Tira]:
    """Print *tiras* from the top of a new page on, three to a page; yield each once it is drawn."""
    for start in range(0, len(tiras), POR_FOLHA):
        sheet = tiras[start : start + POR_FOLHA]
        for place, tira in enumerate(sheet, 1):
            draw_at(prensa, tira, place)
        end_sheet(prensa)
        yield from sheet


def draw_at(prensa: Prensa, tira: Tira, place: int) -> None:
    """Draw *tira* on the page's upper (1), middle or lower (3) third."""
    prensa.canvas.saveState()
    prensa.canvas.translate(0, talao.ALTURA * (POR_FOLHA - place))
    tira.draw(prensa)
    prensa.canvas.restoreState()


def end_sheet(prensa: Prensa) -> None:
    """Draw the cut lines between the thirds and end the page."""
    for place in (1, 2):
        corte.draw_across(prensa.canvas, talao.ALTURA * place)
    prensa.canvas.showPage()


def _slip(boleto: BoletoImpresso, parcela: str) -> Tira:
    return Tira(partial(talao.draw, boleto=boleto, parcela=parcela), 1)
