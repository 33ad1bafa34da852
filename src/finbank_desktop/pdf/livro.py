"""The booklet of a year: cut the pile of pages twice, put the thirds one on the other, and every slip is in its place.

The pages of one booklet hold first the cover, then the parcelas, then a page of notes. Slip *n* of the pile lies below
slip *n - 1*, not beside it: the upper thirds of all pages come first, then the middle ones, then the lower ones. Twelve
parcelas with cover and notes take five pages.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.pdf import capa
from finbank_desktop.pdf.carne import POR_FOLHA, Tira, booklets, draw_at, end_sheet, slips
from finbank_desktop.pdf.prensa import Prensa


def draw(prensa: Prensa, boletos: Sequence[BoletoImpresso]) -> Iterator[int]:
    """Draw a booklet for each pagador; yield how many boletos are drawn, after each page."""
    done = 0
    for group in booklets(boletos):
        tiras = [Tira(partial(capa.draw, boletos=group), 0), *slips(group), *_notes(group)]
        for sheet in imposed(len(tiras)):
            for place, index in enumerate(sheet, 1):
                if index < len(tiras):
                    draw_at(prensa, tiras[index], place)
                    done += tiras[index].boletos
            end_sheet(prensa)
            yield done


def imposed(slips_in_all: int) -> list[tuple[int, ...]]:
    """Return which slips stand on each page, from top to bottom, so that the cut pile is in order.

    >>> imposed(6)
    [(0, 2, 4), (1, 3, 5)]
    """
    sheets = -(-slips_in_all // POR_FOLHA)
    return [tuple(place * sheets + sheet for place in range(POR_FOLHA)) for sheet in range(sheets)]


def _notes(group: Sequence[BoletoImpresso]) -> Iterator[Tira]:
    for start in range(0, len(group), capa.NO_CONTROLE):
        part, first = group[start : start + capa.NO_CONTROLE], start + 1
        yield Tira(partial(capa.draw_control, boletos=part, first=first, total=len(group)), 0)
