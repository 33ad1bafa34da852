"""The answers worth naming for each line, each with what speaks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import comb, gcd

from finbank_desktop.conciliacao.indice import Indice
from finbank_desktop.conciliacao.indicios import DOCUMENTO_FORTE, NUMERO_FORTE, Indicios, medir
from finbank_desktop.conciliacao.modelo import Linha
from finbank_desktop.conciliacao.somas import Soma, subconjuntos
from finbank_desktop.conciliacao.texto import Texto, Vocabulario
from finbank_desktop.conciliacao.valores import devido
from finbank_desktop.domain.valores import Centavos, format_brl

_MUITOS = 60
"""A number that more titles have tells nothing."""
_POR_LINHA = 15
_NOMES = 6
_TALVEZ = 5
_TALVEZ_NOMES, _TALVEZ_TITULOS = 20, 12
_NOME = 0.6
"""A name that is less of a line is not looked for; 0.7 is what tells who it is."""
_MINIMO = 25
"""Answers with fewer points are not worth showing."""
_ACASO = 5000
"""An amount alone decides where one line in this many would meet a title's by chance, or fewer."""
_ACASO_NOME = 1000
"""The same where a part of the name agrees as well."""
_ACASO_SOMA = 500
"""The same of a sum of several titles."""
_VIZINHOS_CENTESIMOS = 5
_REDONDO = 1000
_DIAS_SO_VALOR = 5
_DIAS_REDONDO = 20
_DIAS_LONGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidato:
    """One answer for one line.

    Attributes:
        linha: Its place.
        dia: Its day.
        titulos: Their places, ascending.
        pontos: What speaks for it.
        apto: Good enough to be decided without a person when nothing rivals it.
        pleno: The amounts agree, charges explained.
        chave: The bank's line names the title by its nosso número.
        conhecido: It is known who paid.
        diferenca: As in `modelo.Par`, for amounts above zero.
        porque: The sentence.
    """

    linha: int
    dia: date
    titulos: tuple[int, ...]
    pontos: int
    apto: bool
    pleno: bool
    chave: bool
    conhecido: bool
    diferenca: Centavos
    porque: str


class Procura:
    """Candidates of the lines of one direction."""

    def __init__(self, linhas: Sequence[Linha], textos: Sequence[Texto], indice: Indice, nomes: Vocabulario) -> None:
        """Keep the parts; nothing is computed yet."""
        self.linhas = linhas
        self.textos = textos
        self.indice = indice
        self.vocabulario = nomes

    def de(self, i: int) -> list[Candidato]:
        """Return the answers for line *i*, best first."""
        valor = abs(self.linhas[i].valor)
        measured = {t: self._medir(i, t) for t in self._vistos(i)}
        found = [self._um(i, t, indicios) for t, indicios in measured.items() if _vale(indicios)]
        groups: dict[str, list[int]] = {}
        for t, indicios in measured.items():
            if indicios.cpf or indicios.nome_forte:
                groups.setdefault(self.pagador(t), []).append(t)
        for group in groups.values():
            found += self._varios(i, sorted(group, key=lambda t: self.indice.titulos[t].vencimento), measured)
        named = [t for t, m in measured.items() if m.documento or m.numero]
        found += self._listados(i, named, valor, measured)
        found = found or self._talvez(i)
        unique = {each.titulos: each for each in sorted(found, key=lambda c: c.pontos)}
        return sorted(unique.values(), key=lambda c: (-c.pontos, c.titulos))[:_POR_LINHA]

    def _talvez(self, i: int) -> list[Candidato]:
        """Return the likeliest titles for a line nothing speaks for: a name begins alike, or a fee was taken off."""
        texto, linha = self.textos[i], self.linhas[i]
        if texto.estranho:
            return []
        measured = {t: self._medir(i, t) for t in self.indice.parecidos(abs(linha.valor), linha.data)}
        sums: list[Candidato] = []
        for nome in self.indice.comecados(texto, self.vocabulario)[:_TALVEZ_NOMES]:
            group = self.indice.do_nome(nome, linha.data)[:_TALVEZ_TITULOS]
            measured |= {t: self._medir(i, t) for t in group}
            sums += self._varios(i, sorted(group, key=lambda t: self.indice.titulos[t].vencimento), measured)
        found = [self._um(i, t, m) for t, m in measured.items() if m.diferenca < 0]
        likely = sorted([*found, *sums], key=lambda c: (-c.pontos, c.titulos))[:_TALVEZ]
        return [replace(each, apto=False) for each in likely]

    def pagador(self, t: int) -> str:
        """Return what tells the payer of title *t* apart."""
        return self.indice.chaves[t].cpf or self.indice.titulos[t].nome

    def _medir(self, i: int, t: int) -> Indicios:
        linha, titulo = self.linhas[i], self.indice.titulos[t]
        return medir(linha.data, abs(linha.valor), self.textos[i], titulo, self.indice.chaves[t], self.vocabulario)

    def _vistos(self, i: int) -> set[int]:
        """Return the titles line *i* may mean: by amount, by number, by name."""
        linha, texto, indice = self.linhas[i], self.textos[i], self.indice
        seen = set(indice.de_valor(abs(linha.valor), linha.data, texto))
        seen.update(indice.com_encargos(abs(linha.valor), linha.data))
        for numero in texto.numeros:
            for key in (numero, numero[:-1]) if len(numero) > NUMERO_FORTE else (numero,):
                named = indice.por_numero.get(key, ())
                seen.update(named if len(named) <= _MUITOS else ())
        for nome in self._nomes(texto):
            seen.update(indice.do_nome(nome, linha.data))
        return seen

    def _nomes(self, texto: Texto) -> list[str]:
        """Return the names that stand in a line, the likeliest few."""
        likely = [
            (likeness, nome)
            for nome in self.indice.nomeados(texto, self.vocabulario)
            if (likeness := self.vocabulario.semelhanca(texto, nome)) >= _NOME or self.vocabulario.cortado(texto, nome)
        ]
        return [nome for _, nome in sorted(likely, key=lambda each: (-each[0], each[1]))[:_NOMES]]

    def _um(self, i: int, t: int, indicios: Indicios) -> Candidato:
        return Candidato(
            linha=i,
            dia=self.linhas[i].data,
            titulos=(t,),
            pontos=indicios.pontos,
            apto=self._apto(i, indicios),
            pleno=indicios.explicacao is not None,
            chave=indicios.numero >= NUMERO_FORTE,
            conhecido=indicios.forte,
            diferenca=indicios.diferenca,
            porque=indicios.frase(),
        )

    def _apto(self, i: int, indicios: Indicios) -> bool:
        """Whether it may be decided when nothing rivals it: the amount agrees, and it is known who paid."""
        chave = indicios.numero >= NUMERO_FORTE
        if indicios.estranho and not chave:
            return False
        if indicios.explicacao is None:
            # a part of a title named by its number, by somebody who is known
            return chave and indicios.diferenca < 0 and (indicios.cpf > 0 or indicios.nome_forte)
        if indicios.forte:
            # far from the due date the amount may be met by chance, as a part of something else; a round price sooner
            far = _DIAS_REDONDO if abs(self.linhas[i].valor) % _REDONDO == 0 else _DIAS_LONGE
            named = chave or indicios.documento >= DOCUMENTO_FORTE or bool(indicios.explicacao.texto)
            return named or abs(indicios.dias) <= far
        if indicios.explicacao.texto:
            return False
        if indicios.sobra:
            return False
        return self._raro(i, _ACASO_NOME if indicios.identificado else _ACASO) and abs(indicios.dias) <= _DIAS_SO_VALOR

    def _raro(self, i: int, acaso: int) -> bool:
        """Whether an amount hardly meets a title's by chance: no round price, and few others near it."""
        valor = abs(self.linhas[i].valor)
        if valor % _REDONDO == 0:
            return False
        near = self.indice.perto(valor, _VIZINHOS_CENTESIMOS)
        return near * acaso <= 2 * valor * _VIZINHOS_CENTESIMOS // 100

    def _varios(self, i: int, group: Sequence[int], measured: dict[int, Indicios]) -> Iterator[Candidato]:
        """Yield the sums of one payer's titles that make the line's amount."""
        linha, titulos = self.linhas[i], self.indice.titulos
        valor = abs(linha.valor)
        faces = [abs(titulos[t].valor) for t in group]
        due = [devido(titulos[t], linha.data) for t in group]
        for amounts in (faces,) if faces == due else (faces, due):
            achado = subconjuntos(amounts, valor)
            for places in achado.conjuntos:
                chosen = tuple(sorted(group[p] for p in places))
                yield self._soma(i, chosen, measured, apto=_decide(achado, group, amounts, places))

    def _listados(
        self, i: int, named: Sequence[int], valor: Centavos, measured: dict[int, Indicios]
    ) -> Iterator[Candidato]:
        """Yield all titles a line names, where they sum to its amount."""
        chosen = tuple(sorted(named))
        titulos = self.indice.titulos
        if len(chosen) > 1 and sum(abs(titulos[t].valor) for t in chosen) == valor:
            sure = all(measured[t].forte for t in chosen)
            yield self._soma(i, chosen, measured, apto=sure)

    def _soma(self, i: int, chosen: tuple[int, ...], measured: dict[int, Indicios], *, apto: bool) -> Candidato:
        titulos = [self.indice.titulos[t] for t in chosen]
        farthest = min((measured[t] for t in chosen), key=lambda m: m.pontos_sem_valor)
        pontos = min(100, farthest.pontos_sem_valor + 36)
        total = sum(abs(each.valor) for each in titulos)
        diferenca = abs(self.linhas[i].valor) - total
        extra = f", {format_brl(abs(diferenca))} {'a mais' if diferenca > 0 else 'a menos'}" if diferenca else ""
        return Candidato(
            linha=i,
            dia=self.linhas[i].data,
            titulos=chosen,
            pontos=pontos,
            apto=apto and not farthest.estranho,
            pleno=True,
            chave=False,
            conhecido=True,
            diferenca=diferenca,
            porque=f"soma de {len(chosen)} títulos do mesmo pagador{extra}",
        )


def _vale(indicios: Indicios) -> bool:
    """Whether an answer is worth showing: the amount agrees, or it is known who paid."""
    if indicios.pontos < _MINIMO:
        return False
    return indicios.explicacao is not None or indicios.forte or bool(indicios.numero)


def _decide(achado: Soma, group: Sequence[int], amounts: Sequence[Centavos], places: Sequence[int]) -> bool:
    """Whether a sum is no chance: the only one, and so few were possible, or just what a payer would pay together."""
    if not achado.unica:
        return False
    chosen = sorted(places)
    first = chosen == list(range(len(chosen)))
    if first and (len(chosen) == len(group) or len(chosen) > 2):  # noqa: PLR2004 - two are easily met by chance
        return True
    possible = sum(comb(len(group), n) for n in range(2, len(chosen) + 1))
    # round prices meet more easily: a sum of tens has a tenth of the values it could have
    step = gcd(*(amounts[place] for place in places))
    return possible * _ACASO_SOMA * step <= sum(amounts)
