"""How a matching does on labelled statements: wrong decisions, coverage, where the right answer stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from finbank_desktop.conciliacao.modelo import Faixa, Par
from finbank_desktop.conciliacao.sugestao import suggest
from tests.rotulados.gerador import Rotulado, make
from tests.rotulados.habitos import HABITOS

CASOS_POR_BANCO = 400


@dataclass
class Medida:
    """Counts over all statements.

    Attributes:
        linhas: Lines there were.
        decididas: Those decided without a person.
        erradas: Decided, and another answer was right or none was.
        empates: Lines nobody may decide; `empates_decididos` were.
        com_par: Lines that have a right answer; of them *cobertas* were decided rightly, *primeiras* had it first and
            *tres* among the first three.
        lances: What went wrong, for the person who reads the report.
    """

    linhas: int = 0
    decididas: int = 0
    erradas: int = 0
    empates: int = 0
    empates_decididos: int = 0
    com_par: int = 0
    cobertas: int = 0
    primeiras: int = 0
    tres: int = 0
    lances: list[str] = field(default_factory=list)


def measure(sementes: Iterable[int], *, casos: int = CASOS_POR_BANCO) -> Medida:
    """Return the counts over every bank's statement of each seed."""
    medida = Medida()
    for semente in sementes:
        for banco in range(len(HABITOS)):
            _add(medida, make(semente, banco=banco, eventos=casos), f"semente {semente}, banco {HABITOS[banco].banco}")
    return medida


def _add(medida: Medida, rotulado: Rotulado, onde: str) -> None:
    answers: dict[str, list[Par]] = defaultdict(list)
    for par in suggest(rotulado.caso).pares:
        answers[par.linha].append(par)
    for linha in rotulado.caso.linhas:
        found, right = answers[linha.id], rotulado.certos.get(linha.id)
        hits = [_names(par) == right for par in found]
        decided = bool(found) and found[0].faixa is Faixa.CERTO
        medida.linhas += 1
        medida.decididas += decided
        if decided and not hits[0]:
            medida.erradas += 1
            medida.lances.append(f"{onde}: {linha.texto!r} -> {found[0].porque}; é {rotulado.tipos[linha.id]}")
        medida.empates += linha.id in rotulado.ambiguas
        medida.empates_decididos += decided and linha.id in rotulado.ambiguas
        if right is not None:
            medida.com_par += 1
            medida.cobertas += decided and hits[0]
            medida.primeiras += any(hits[:1])
            medida.tres += any(hits[:3])


def _names(par: Par) -> frozenset[str]:
    return frozenset((par.lote,)) if par.lote else frozenset(par.titulos)
