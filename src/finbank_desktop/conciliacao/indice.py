"""Finding the titles a line may mean without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from finbank_desktop.conciliacao.indicios import Chaves
from finbank_desktop.conciliacao.modelo import Titulo
from finbank_desktop.conciliacao.texto import Texto, Vocabulario, nome_inteiro, nome_palavras
from finbank_desktop.conciliacao.valores import FLOAT_DIAS
from finbank_desktop.domain.valores import Centavos

_NOMES_POR_PALAVRA = 60
"""A word that more names have finds nobody by itself."""
_TITULOS_POR_NOME = 24
_TARIFA: Centavos = 1500
_PARECIDOS = 200
_COMECO = 4
_MESMO_PRECO = 20
_MOSTRADOS = 5


@dataclass(frozen=True, slots=True)
class _Preco:
    """The titles over a price that many have.

    Attributes:
        dias: Their due dates, ascending.
        titulos: In that order.
        por_palavra: By the words of their names.
    """

    dias: list[int]
    titulos: list[int]
    por_palavra: dict[str, list[int]]

    @classmethod
    def of(cls, there: Sequence[int], dias: Sequence[int], palavras: Sequence[frozenset[str]]) -> "_Preco":
        ordered = sorted(there, key=dias.__getitem__)
        words: dict[str, list[int]] = defaultdict(list)
        for i in ordered:
            for word in palavras[i]:
                words[word].append(i)
        return cls([dias[i] for i in ordered], ordered, words)

    def near(self, dia: int, texto: Texto) -> list[int]:
        place = bisect_left(self.dias, dia)
        found = self.titulos[max(place - _MOSTRADOS, 0) : place + _MOSTRADOS]
        for word in texto.distintas:
            named = self.por_palavra.get(word, ())
            found = [*found, *named[:_MESMO_PRECO]]
        return found


class Indice:
    """Titles of one direction, all receivable or all payable, by whatever a line may name."""

    def __init__(self, titulos: Sequence[Titulo]) -> None:
        """Build the tables; *titulos* keep their places in the sequence."""
        self.titulos = titulos
        self.chaves = [Chaves.of(titulo) for titulo in titulos]
        self._palavras = [frozenset(nome_palavras(titulo.nome)) for titulo in titulos]
        self._precos: dict[Centavos, _Preco] = {}
        self._dias = [titulo.vencimento.toordinal() for titulo in titulos]
        self.por_valor: dict[Centavos, list[int]] = defaultdict(list)
        self.por_numero: dict[str, list[int]] = defaultdict(list)
        self.por_nome: dict[str, list[int]] = defaultdict(list)
        self._nomes_por_palavra: dict[str, list[str]] = defaultdict(list)
        for i, titulo in enumerate(titulos):
            self.por_valor[abs(titulo.valor)].append(i)
            chaves = self.chaves[i]
            for key in {*chaves.numero, *chaves.documento, chaves.cpf.lstrip("0"), chaves.cpf, chaves.visivel} - {""}:
                self.por_numero[key].append(i)
            if titulo.nome:
                self.por_nome[titulo.nome].append(i)
        self._por_comeco: dict[str, list[str]] = defaultdict(list)
        for nome in self.por_nome:
            if words := nome_inteiro(nome):
                self._por_comeco[words[0][:_COMECO]].append(nome)
            for word in set(nome_palavras(nome)):
                self._nomes_por_palavra[word].append(nome)
        self._valores = sorted(abs(titulo.valor) for titulo in titulos)
        self._explained: dict[date, tuple[np.ndarray, np.ndarray]] = {}
        self._arrays()

    def _arrays(self) -> None:
        charged = [i for i, t in enumerate(self.titulos) if t.juros_dia or t.multa or t.desconto]
        self._charged = np.array(charged, dtype=np.int64)
        rows = [self.titulos[i] for i in charged]
        self._v = np.array([abs(t.valor) for t in rows], dtype=np.int64)
        self._juros = np.array([t.juros_dia for t in rows], dtype=np.int64)
        self._multa = np.array([t.multa for t in rows], dtype=np.int64)
        self._desconto = np.array([t.desconto for t in rows], dtype=np.int64)
        self._due = np.array([t.vencimento.toordinal() for t in rows], dtype=np.int64)

    def de_valor(self, valor: Centavos, dia: date, texto: Texto) -> list[int]:
        """Return the titles over *valor*; of a price many have, those with a word of the line and those due nearest."""
        there = self.por_valor.get(valor, [])
        if len(there) <= _MESMO_PRECO:
            return there
        if valor not in self._precos:
            self._precos[valor] = _Preco.of(there, self._dias, self._palavras)
        return self._precos[valor].near(dia.toordinal(), texto)

    def com_encargos(self, valor: Centavos, dia: date) -> Iterable[int]:
        """Return titles whose interest, fine or discount on *dia* may make *valor*; `explicar` has the last word."""
        if dia not in self._explained:
            self._explained[dia] = self._amounts(dia)
        amounts, owners = self._explained[dia]
        first, last = np.searchsorted(amounts, valor, "left"), np.searchsorted(amounts, valor, "right")
        return [int(i) for i in owners[first:last]]

    def _amounts(self, dia: date) -> tuple[np.ndarray, np.ndarray]:
        late = dia.toordinal() - self._due
        forms = [(self._v - self._desconto, (late <= FLOAT_DIAS) & (self._desconto > 0))]
        forms.append((self._v + self._multa, (late > 0) & (self._multa > 0)))
        for before in range(FLOAT_DIAS + 1):
            days = late - before
            counted = (days > 0) & (self._juros > 0)
            forms.append((self._v + self._multa + self._juros * days, counted))
            forms.append((self._v + self._juros * days, counted & (self._multa > 0)))
        amounts = np.concatenate([amount[there] for amount, there in forms])
        owners = np.concatenate([self._charged[there] for _, there in forms])
        order = np.argsort(amounts, kind="stable")
        return amounts[order], owners[order]

    def perto(self, valor: Centavos, centesimos: int) -> int:
        """Return how many titles' amounts are within *centesimos* percent of *valor*."""
        margin = max(valor * centesimos // 100, 1)
        return bisect_right(self._valores, valor + margin) - bisect_left(self._valores, valor - margin)

    def parecidos(self, valor: Centavos, dia: date) -> list[int]:
        """Return titles a little above *valor*, as when a fee was taken off, those due nearest to *dia*, a few."""
        first = bisect_left(self._valores, valor)
        last = bisect_right(self._valores, valor + max(_TARIFA, valor * 2 // 100))
        there = [
            i
            for amount in dict.fromkeys(self._valores[first : min(last, first + _PARECIDOS)])
            for i in self.por_valor[amount]
        ]
        return sorted(there, key=lambda i: abs((self.titulos[i].vencimento - dia).days))[:_MOSTRADOS]

    def comecados(self, texto: Texto, vocabulario: Vocabulario) -> list[str]:
        """Return the names that begin as a word of the line that is not the bank's, where only a few do."""
        found: list[str] = []
        for word in texto.palavras:
            names = self._por_comeco.get(word[:_COMECO], ()) if word not in vocabulario.do_banco else ()
            alike = [nome for nome in names if nome_inteiro(nome)[0].startswith(word)]
            found += alike if len(alike) <= _NOMES_POR_PALAVRA else ()
        return list(dict.fromkeys(found))[:_NOMES_POR_PALAVRA]

    def nomeados(self, texto: Texto, vocabulario: Vocabulario) -> list[str]:
        """Return the names a line may mean, by its rarest words."""
        lists = [
            names
            for word in texto.distintas - vocabulario.do_banco
            if (names := self._nomes_por_palavra.get(word)) and len(names) <= _NOMES_POR_PALAVRA
        ]
        lists.sort(key=len)
        return list(dict.fromkeys(name for names in lists[:3] for name in names))

    def do_nome(self, nome: str, dia: date) -> list[int]:
        """Return that name's titles, those due nearest to *dia* first, no more than can be looked at together."""
        mine = self.por_nome[nome]
        if len(mine) <= _TITULOS_POR_NOME:
            return mine
        return sorted(mine, key=lambda i: abs((self.titulos[i].vencimento - dia).days))[:_TITULOS_POR_NOME]
