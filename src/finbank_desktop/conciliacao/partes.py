"""Several lines that together pay one title."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from finbank_desktop.conciliacao.candidatos import Candidato
from finbank_desktop.conciliacao.modelo import Linha, Titulo
from finbank_desktop.conciliacao.somas import subconjuntos
from finbank_desktop.conciliacao.valores import devido, vence_perto

_LINHAS = 8
_DIAS = 45


def parts(
    abertos: Mapping[int, Sequence[Candidato]], linhas: Sequence[Linha], titulos: Sequence[Titulo]
) -> Iterator[list[Candidato]]:
    """Yield the answers of lines that only together make up a title, where there is one way to do so and no other.

    Each of the lines must be known to be of the title's payer, and none may fit a title by itself.
    """
    por_titulo: dict[int, list[Candidato]] = defaultdict(list)
    whole = {i for i, candidates in abertos.items() if any(c.pleno and c.apto for c in candidates)}
    for i, candidates in abertos.items():
        for c in candidates:
            near = len(c.titulos) == 1 and vence_perto(titulos[c.titulos[0]], linhas[i].data, _DIAS)
            if near and i not in whole and c.conhecido and not c.pleno and c.diferenca < 0:
                por_titulo[c.titulos[0]].append(c)
    found = [chosen for t, parts_ in por_titulo.items() for chosen in _of(titulos[t], parts_, linhas)]
    wanted: dict[int, int] = defaultdict(int)
    for chosen in found:
        for c in chosen:
            wanted[c.linha] += 1
    for chosen in found:
        if all(wanted[c.linha] == 1 for c in chosen):
            yield chosen


def _of(titulo: Titulo, parts_: Sequence[Candidato], linhas: Sequence[Linha]) -> Iterator[list[Candidato]]:
    if not 1 < len(parts_) <= _LINHAS:
        return
    amounts = [abs(linhas[c.linha].valor) for c in parts_]
    last = max(linhas[c.linha].data for c in parts_)
    for target in dict.fromkeys((abs(titulo.valor), devido(titulo, last))):
        achado = subconjuntos(amounts, target)
        if achado.unica:
            several = len(achado.conjuntos[0])
            yield [
                replace(parts_[p], porque=f"uma de {several} partes · {parts_[p].porque}") for p in achado.conjuntos[0]
            ]
            return
