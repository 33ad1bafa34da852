"""What the words of a bank's line say about who paid and what for.

Banks cut names, spoil accents, mask a CPF and put their own words around it all. Nothing here decides; it measures.
"""

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz.distance import Levenshtein

from finbank_desktop import resources
from finbank_desktop.domain.extratos import normalize

_LISTAS = tomllib.loads(resources.read_text("conciliacao.toml"))
_PALAVRAS = {name: frozenset(words.split()) for name, words in _LISTAS.items()}
SOCIEDADE = _PALAVRAS["nomes"]
"""Words of names that tell nobody apart."""
DO_BANCO = _PALAVRAS["banco"]
"""Words banks put around a name; those a statement repeats by itself are added to them, see `Vocabulario`."""
NAO_E_TITULO = _PALAVRAS["outra_coisa"]
"""With one of these a line is hardly somebody paying a title: never decided without a person, unless a key says so."""
COBRANCA = _PALAVRAS["cobranca"]
"""With one of these a credit may be the bank's one for many boletos."""

_COLADO = re.compile(r"(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])")
"""Where a bank writes a date straight after the name it cut."""
_CURTA = 3
_CORTADA = 4
_FUZZY = 5
_COMECO = 8
"""Letters of a cut name that still tell who it is; the shortest field seen has ten."""
_XARAS = 3


@dataclass(frozen=True, slots=True)
class Texto:
    """A line's words.

    Attributes:
        palavras: Those with letters, in order.
        distintas: The same, each once.
        numeros: Those of digits, leading zeros gone, at least three digits.
        corrido: All of it without blanks.
        estranho: One of `NAO_E_TITULO` is among them.
    """

    palavras: tuple[str, ...]
    distintas: frozenset[str]
    numeros: frozenset[str]
    corrido: str
    estranho: bool

    @classmethod
    def of(cls, texto: str) -> "Texto":
        """Return the words of what the bank wrote."""
        plain = normalize(texto)
        palavras = tuple(each for each in _COLADO.sub(" ", plain).split() if not each.isdigit())
        strange = not NAO_E_TITULO.isdisjoint(palavras)
        return cls(palavras, frozenset(palavras), frozenset(numeros(texto)), plain.replace(" ", ""), strange)


def numeros(texto: str) -> Iterable[str]:
    """Yield the numbers of *texto* without leading zeros, also those written with separators, also parts of words.

    >>> sorted(set(numeros("NF 000123/1 CPF 123.456.789-09")))
    ['123', '1231', '12345678909', '456', '789']
    """
    for word in texto.split():
        runs = "".join(c if c in "0123456789" else " " for c in word).split()
        for run in (*runs, "".join(runs)):
            clean = run.lstrip("0")
            if len(clean) >= _CURTA:
                yield clean


@lru_cache(maxsize=200_000)
def nome_inteiro(nome: str) -> tuple[str, ...]:
    """Return all words of a name, as they are compared."""
    return tuple(normalize(nome).split())


@lru_cache(maxsize=200_000)
def nome_palavras(nome: str) -> tuple[str, ...]:
    """Return the words of a name that tell it apart; all of them when none does."""
    words = nome_inteiro(nome)
    return tuple(word for word in words if word not in SOCIEDADE) or words


class Vocabulario:
    """How much each word of the names tells, and which words of this statement are the bank's own.

    A word is worth the less the more names have it. A word that an unusual share of the lines has and no name holds
    is the bank's.
    """

    def __init__(self, nomes: Iterable[str], textos: Iterable[Texto]) -> None:
        """Count words of names and of lines."""
        distinct = set(nomes)
        self.nomes = Counter(word for nome in distinct for word in set(nome_palavras(nome)))
        self.quantos = max(len(distinct), 1)
        self._inteiros = sorted(" ".join(nome_inteiro(nome)) for nome in distinct)
        lines = Counter[str]()
        total = 0
        for texto in textos:
            total += 1
            lines.update(set(texto.palavras))
        habitual = max(5, total // 50)
        self.do_banco = DO_BANCO | NAO_E_TITULO | {w for w, n in lines.items() if n >= habitual and w not in self.nomes}

    def peso(self, palavra: str) -> float:
        """Return what a word of a name is worth, above zero."""
        return 0.2 + log(1 + self.quantos / (1 + self.nomes.get(palavra, 0)))

    def cortado(self, texto: Texto, nome: str) -> bool:
        """Whether *texto* holds the beginning of *nome*, cut where the bank's field ends, and hardly another name's."""
        begin = _beginning(texto.palavras, nome_inteiro(nome))
        if len(begin) < _COMECO or " " not in begin:
            return False
        first = bisect_left(self._inteiros, begin)
        return bisect_left(self._inteiros, begin + "\uffff") - first <= _XARAS

    def sobra(self, texto: Texto, nome: str) -> int:
        """Return how many words stand in *texto* that are neither the bank's nor of *nome*: somebody else's name."""
        words = nome_palavras(nome)
        strange = 0
        for word in texto.palavras:
            letters = sum(c.isalpha() for c in word)
            if letters < _CURTA or word in self.do_banco or word in SOCIEDADE:
                continue
            strange += not any(_same(own, word) for own in words)
        return strange

    def semelhanca(self, texto: Texto, nome: str) -> float:
        """Return from 0 to 1 how much of *nome*, by weight, stands in *texto*."""
        words = nome_palavras(nome)
        if not words:
            return 0.0
        weights = [self.peso(word) for word in words]
        found = sum(weight for word, weight in zip(words, weights, strict=True) if _in(word, texto))
        return found / sum(weights)


def presentes(texto: Texto, nome: str) -> int:
    """Return how many words of *nome* stand in *texto*."""
    return sum(_in(word, texto) for word in nome_palavras(nome))


def _beginning(seen: Sequence[str], own: Sequence[str]) -> str:
    """Return the longest beginning of a name, words joined by blanks, that stands among the words of a line."""
    best = ""
    for start, word in enumerate(seen):
        if not own or word != own[0]:
            continue
        taken = 1
        while taken < len(own) and start + taken < len(seen) and seen[start + taken] == own[taken]:
            taken += 1
        begin = own[:taken]
        if taken < len(own) and start + taken < len(seen) and own[taken].startswith(seen[start + taken]):
            begin = [*begin, seen[start + taken]]
        best = max(best, " ".join(begin), key=len)
    return best


def _in(word: str, texto: Texto) -> bool:
    if word in texto.distintas or (len(word) >= _FUZZY and word in texto.corrido):
        return True
    return any(_same(word, each) for each in texto.palavras)


def _same(own: str, seen: str) -> bool:
    """Whether a word of a name is meant by one of a line: the same, cut short by the bank, or one letter off."""
    if own == seen:
        return True
    if own[0] != seen[0]:
        return False
    if len(seen) >= _CORTADA and own.startswith(seen):
        return True
    near = len(own) >= _FUZZY and len(seen) >= _FUZZY and abs(len(own) - len(seen)) <= 1
    return near and Levenshtein.distance(own, seen, score_cutoff=1) <= 1


def document_digits(documento: str) -> str:
    """Return the letters and digits of a CPF or CNPJ."""
    return "".join(c for c in documento.upper() if c.isalnum())


def sem_zeros(numero: str) -> str:
    """Return the digits of a number without leading zeros."""
    return "".join(c for c in numero if c.isdigit()).lstrip("0")
