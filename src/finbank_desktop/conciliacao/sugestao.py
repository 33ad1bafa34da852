"""The whole matching: a statement's lines, the open titles and the bank's batches in, pairs out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from finbank_desktop.conciliacao.candidatos import Candidato, Procura
from finbank_desktop.conciliacao.decisao import MARGEM, Decisao
from finbank_desktop.conciliacao.indice import Indice
from finbank_desktop.conciliacao.lotes import Lotes, ParLote
from finbank_desktop.conciliacao.modelo import Caso, Faixa, Linha, Par, Sugestao, Titulo
from finbank_desktop.conciliacao.partes import parts
from finbank_desktop.conciliacao.texto import Texto, Vocabulario

_MOSTRADOS = 5
_JA_PAGO = 30
"""Points an answer loses whose title a batch has settled: it would be a second payment."""


def suggest(caso: Caso) -> Sugestao:
    """Return what may belong together, and only as *certo* what has no other answer."""
    textos = [Texto.of(linha.texto) for linha in caso.linhas]
    vocabulario = Vocabulario((titulo.nome for titulo in caso.titulos if titulo.nome), textos)
    em_lote = {t for lote in caso.lotes for t in lote.titulos}
    answers = _lotes(caso, textos, vocabulario)
    credited = {i for i, pares in answers.items() if pares[0].faixa is Faixa.CERTO}
    for sign in (1, -1):
        places = [i for i, linha in enumerate(caso.linhas) if linha.valor * sign > 0 and i not in credited]
        titulos = [titulo for titulo in caso.titulos if titulo.valor * sign > 0]
        for i, pares in _direction(caso, places, textos, titulos, vocabulario, em_lote).items():
            answers[i] = _joined(answers.get(i, []), pares)
    pares = [par for i in sorted(answers) for par in answers[i]]
    paired = {par.linha for par in pares}
    return Sugestao(pares=tuple(pares), sem_par=tuple(each.id for each in caso.linhas if each.id not in paired))


def _joined(batches: Sequence[Par], titles: Sequence[Par]) -> list[Par]:
    """Return a line's answers together; a batch that rivals a decided title leaves both to the person."""
    if not batches:
        return list(titles)
    both = sorted([*batches, *titles], key=lambda par: -par.pontos)[:_MOSTRADOS]
    return [replace(par, faixa=Faixa.CONFERIR) for par in both]


def _direction(
    caso: Caso,
    places: Sequence[int],
    textos: Sequence[Texto],
    titulos: Sequence[Titulo],
    vocabulario: Vocabulario,
    em_lote: set[str],
) -> dict[int, list[Par]]:
    """Return the answers of the lines at *places*, which are all credits or all debits."""
    if not places or not titulos:
        return {}
    linhas = [caso.linhas[i] for i in places]
    procura = Procura(linhas, [textos[i] for i in places], Indice(titulos), vocabulario)
    por_linha = {k: [_second(c, titulos, em_lote) for c in procura.de(k)] for k in range(len(linhas))}
    por_linha = {k: sorted(found, key=lambda c: -c.pontos) for k, found in por_linha.items()}
    decisao = Decisao(por_linha, titulos)
    decisao.run()
    for together in parts(decisao.abertos, linhas, titulos):
        decisao.take(together)
    decisao.run()
    found = {places[k]: [_par(c, linhas[k], titulos, Faixa.CERTO)] for k, c in decisao.decididos.items()}
    for k, candidates in decisao.ordenados():
        found[places[k]] = [_par(c, linhas[k], titulos, Faixa.CONFERIR) for c in candidates[:_MOSTRADOS]]
    return found


def _second(candidate: Candidato, titulos: Sequence[Titulo], em_lote: set[str]) -> Candidato:
    """Leave to the person what would pay a title a second time: it is settled by a batch."""
    if not any(titulos[t].id in em_lote for t in candidate.titulos):
        return candidate
    return replace(
        candidate,
        apto=False,
        pontos=max(candidate.pontos - _JA_PAGO, 0),
        porque=f"{candidate.porque} · já está num crédito da cobrança",
    )


def _par(candidate: Candidato, linha: Linha, titulos: Sequence[Titulo], faixa: Faixa) -> Par:
    return Par(
        linha=linha.id,
        titulos=tuple(titulos[t].id for t in candidate.titulos),
        faixa=faixa,
        pontos=candidate.pontos,
        porque=candidate.porque,
        diferenca=linha.valor - sum(titulos[t].valor for t in candidate.titulos),
    )


def _lotes(caso: Caso, textos: Sequence[Texto], vocabulario: Vocabulario) -> dict[int, list[Par]]:
    """Return the batches of each line; decided where line and batch have only each other."""
    indice = Lotes(caso.lotes)
    por_linha: dict[int, list[ParLote]] = {}
    por_lote: dict[int, list[ParLote]] = defaultdict(list)
    for i, linha in enumerate(caso.linhas):
        for found in indice.de(i, linha, textos[i], vocabulario):
            por_linha.setdefault(i, []).append(found)
            por_lote[found.lote].append(found)
    return {
        i: [_par_lote(each, caso, _alone(each, mine, por_lote[each.lote])) for each in _best(mine)]
        for i, mine in por_linha.items()
    }


def _best(mine: Sequence[ParLote]) -> list[ParLote]:
    ordered = sorted(mine, key=lambda each: -each.pontos)
    return ordered[:1] if _alone(ordered[0], mine, ordered[:1]) else ordered[:_MOSTRADOS]


def _alone(each: ParLote, of_line: Sequence[ParLote], of_batch: Sequence[ParLote]) -> bool:
    """Whether nothing rivals it: no other batch of the line, no other line of the batch, but on its very day."""

    def rivals(other: ParLote) -> bool:
        near = other.pontos >= each.pontos - MARGEM
        return other is not each and near and (other.no_dia or not each.no_dia)

    return each.apto and not any(rivals(other) for other in (*of_line, *of_batch))


def _par_lote(each: ParLote, caso: Caso, certo: bool) -> Par:  # noqa: FBT001 - the last step of `_lotes`
    lote = caso.lotes[each.lote]
    return Par(
        linha=caso.linhas[each.linha].id,
        titulos=lote.titulos,
        lote=lote.id,
        faixa=Faixa.CERTO if certo else Faixa.CONFERIR,
        pontos=min(100, each.pontos),
        porque=each.porque,
        diferenca=each.diferenca,
    )
