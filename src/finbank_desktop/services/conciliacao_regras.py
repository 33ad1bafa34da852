"""Rules people order and edit, and categories learned from what they chose: proposals, never decisions of their own."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.extratos import normalize
from finbank_desktop.persistence.records_extratos import CategoriaAprendida, LinhaGravada, Regra
from finbank_desktop.persistence.unit_of_work import UnitOfWork

RegraLida: TypeAlias = Regra
REPETICOES = 2
"""So often a category is chosen for the same words before it is proposed, and a rule with it."""


def words_of(linha: LinhaGravada) -> str:
    """Return what is the same in each such line: its words without numbers.

    >>> words_of(LinhaGravada(empresa_id=1, extrato_id=1, conta_id=1, linha=1, natureza="lancamento", data=None,
    ...     valor=-990, texto="Tarifa Pix 03/11", chave="TARIFA PIX 03 11"))
    'TARIFA PIX'
    """
    return " ".join(word for word in normalize(linha.texto).split() if not any(c.isdigit() for c in word))


def fits(regra: Regra, linha: LinhaGravada) -> bool:
    """Whether all words of *regra* stand in the line, and sign and account are its own."""
    wanted = normalize(regra.contem).split()
    valor = linha.valor or 0
    sign = not regra.sinal or (valor > 0) == (regra.sinal == "credito")
    mine = regra.conta_id is None or regra.conta_id == linha.conta_id
    return regra.ativa and bool(wanted) and sign and mine and set(wanted) <= set(linha.chave.split())


@dataclass(frozen=True, slots=True)
class Conhecidas:
    """What is known of lines that no title stands for.

    Attributes:
        regras: In the order they are tried.
        aprendidas: Categories by words, as often as they were chosen.
    """

    regras: Sequence[Regra]
    aprendidas: dict[str, list[CategoriaAprendida]]

    def rule_for(self, linha: LinhaGravada) -> Regra | None:
        """Return the first rule that fits."""
        return next((regra for regra in self.regras if fits(regra, linha)), None)

    def place_of(self, regra: Regra) -> int:
        """Return the how-manieth a rule is, from 1, as the screen counts them."""
        return [each.id for each in self.regras].index(regra.id) + 1

    def learned(self, linha: LinhaGravada) -> str | None:
        """Return the one category such lines were always given; ``None`` when there are two, or it was chosen once."""
        found = self.aprendidas.get(words_of(linha), [])
        if len(found) != 1 or found[0].vezes < REPETICOES:
            return None
        return found[0].categoria


def load(uow: UnitOfWork, conta: Conta) -> Conhecidas:
    """Return what is known in the empresa of *conta*."""
    learned: dict[str, list[CategoriaAprendida]] = defaultdict(list)
    for each in uow.categorias.all(conta.empresa_id):
        learned[each.chave].append(each)
    return Conhecidas(uow.regras.all(conta.empresa_id), dict(learned))


def proposed(uow: UnitOfWork, empresa_id: int) -> list[Regra]:
    """Return the rules worth proposing: the same words got the same category twice, never another."""
    regras = [set(normalize(regra.contem).split()) for regra in uow.regras.all(empresa_id)]
    learned: dict[str, list[CategoriaAprendida]] = defaultdict(list)
    for each in uow.categorias.all(empresa_id):
        learned[each.chave].append(each)
    return [
        Regra(empresa_id=empresa_id, contem=chave, categoria=found[0].categoria)
        for chave, found in learned.items()
        if chave
        and len(found) == 1
        and found[0].vezes >= REPETICOES
        and not any(words <= set(chave.split()) for words in regras)
    ]
