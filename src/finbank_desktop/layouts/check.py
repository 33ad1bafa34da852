"""Everything that can be said about a file from its layout alone, without knowing whose it is."""

from finbank_desktop.domain.problems import Problem
from finbank_desktop.layouts import check_campos, check_contagens, check_ordem
from finbank_desktop.layouts.reader import Leitura


def check(leitura: Leitura) -> list[Problem]:
    """Return the faults of a file by line, those of the whole file first, with what was found while reading it.

    Fields (digits, dates, constants), order of the records, beginning and end, sequence numbers, and the counts of
    the trailers. A file of which no line could be read gives only the faults of reading.
    """
    problems = list(leitura.problems)
    if len(leitura):
        problems += check_campos.check(leitura)
        problems += check_ordem.check(leitura)
        problems += check_contagens.check(leitura)
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.start or 0))
