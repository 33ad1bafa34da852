"""Matching a statement with the books: ``python3 dev.py bench conciliacao [seed …]``.

Precision, coverage, where the right answer stands and what is left to the person, on labelled statements of ten banks'
habits from three fresh seeds, which are printed; then how the time grows from n to 2n lines, up to 10,000 lines on
50,000 open titles, in processor time of one run.
"""

import secrets
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from finbank_desktop.conciliacao.modelo import Caso, Titulo
from finbank_desktop.conciliacao.sugestao import suggest
from tests.rotulados.gerador import DIAS, INICIO
from tests.rotulados.gerador import make as make_labelled
from tests.rotulados.medida import measure
from tests.rotulados.nomes import invent

LINES, TITLES = 10_000, 50_000


def main(arguments: list[str]) -> int:
    """Print the figures; fail when a decision was wrong."""
    sementes = [int(each) for each in arguments] or [secrets.randbelow(10**6) for _ in range(3)]
    started = time.process_time()
    m = measure(sementes)
    took = time.process_time() - started
    say(f"sementes {' '.join(map(str, sementes))}: {m.linhas} linhas, {m.com_par} com par, {took:.1f} s de processador")
    say(f"  decididas {m.decididas}, erradas {m.erradas}")
    say(f"  cobertura {m.cobertas / m.com_par:.1%}")
    say(f"  certa em 1º {m.primeiras / m.com_par:.2%}, entre as três {m.tres / m.com_par:.2%}")
    say(f"  empates {m.empates}, decididos {m.empates_decididos}; deixadas para a pessoa {m.linhas - m.decididas}")
    for each in m.lances:
        say(f"  errada: {each}")
    half, whole = (min(took_on(LINES // part, TITLES // part) for _ in range(3)) for part in (2, 1))
    say(f"tempo: {LINES} linhas x {TITLES} títulos {whole:.1f} s de processador, {whole / half:.2f} x o da metade")
    return int(m.erradas > 0 or m.empates_decididos > 0)


def took_on(lines: int, titles: int) -> float:
    """Return the processor time of matching *lines* with *titles*."""
    caso = large(lines, titles)
    started = time.process_time()
    suggest(caso)
    return time.process_time() - started


def large(lines: int, titles: int) -> Caso:
    """Return a case with that many lines, and open titles of many payers beside those the lines pay."""
    caso = make_labelled(1, banco=3, eventos=lines).caso
    rng = Random(2)
    more = [_open(rng, number) for number in range(titles - len(caso.titulos))]
    return replace(caso, linhas=caso.linhas[:lines], titulos=[*caso.titulos, *more][:titles])


def _open(rng: Random, number: int) -> Titulo:
    pagador = invent(rng)
    due = INICIO + timedelta(days=rng.randrange(DIAS))
    return Titulo(
        id=f"a{number}",
        vencimento=due,
        valor=int(10 ** rng.uniform(3.6, 6.0)),
        nome=pagador.nome,
        cpf_cnpj=pagador.documento,
        nosso_numero=f"{30_000_000 + number}-1",
    )


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
