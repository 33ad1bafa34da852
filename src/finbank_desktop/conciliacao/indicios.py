"""What speaks for a line paying a title: measured, added up, said in words."""

from dataclasses import dataclass
from datetime import date

from finbank_desktop.conciliacao import texto as palavras
from finbank_desktop.conciliacao.modelo import Titulo
from finbank_desktop.conciliacao.texto import Texto, Vocabulario
from finbank_desktop.conciliacao.valores import Explicacao, explicar
from finbank_desktop.domain.valores import Centavos

NUMERO_FORTE = 5
"""Digits a nosso número needs before it alone tells who paid."""
DOCUMENTO_FORTE = 4
_CPF, _CNPJ = 11, 14
_NOME_FORTE, _NOME_FRACO = 0.7, 0.4
_CORTADO = 0.8
"""What a name is worth of which the bank shows the beginning only."""
_RARA = 2
_PERTO, _NO_MES, _LONGE = 3, 10, 31
_POUCO, _POUCO_CENTESIMOS = 1500, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicios:
    """What a line and a title have in common.

    Attributes:
        numero: Digits of the nosso número that stand in the line, 0 for none.
        documento: Likewise of our document.
        cpf: 2 the CPF or CNPJ stands there, 1 what a bank leaves visible of it, 0 neither.
        nome: From 0 to 1.
        nome_forte: The name alone tells who it is.
        sobra: Words that are somebody else's name.
        estranho: The line says it is something else: a fee, a reversal, a transfer between own accounts.
        explicacao: How the amount pays the title in full; ``None`` when it does not.
        diferenca: Amount of the line less that of the title, both above zero, centavos.
        valor: Of the title, centavos, above zero.
        dias: From due date to line.
    """

    numero: int
    documento: int
    cpf: int
    nome: float
    nome_forte: bool
    sobra: int
    estranho: bool
    explicacao: Explicacao | None
    diferenca: Centavos
    valor: Centavos
    dias: int

    @property
    def forte(self) -> bool:
        """Whether it is known who paid, or which title is meant."""
        conhecido = self.numero >= NUMERO_FORTE or self.cpf > 0 or self.nome_forte
        return conhecido or (self.documento >= DOCUMENTO_FORTE and self.sobra <= 1)

    @property
    def identificado(self) -> bool:
        """Whether anything beside amount and day speaks for the title."""
        return bool(self.forte or self.numero or self.documento or self.nome >= _NOME_FRACO)

    @property
    def quase(self) -> bool:
        """Whether the amounts differ by no more than a bank or a person's rounding takes."""
        return abs(self.diferenca) <= max(_POUCO, self.valor * _POUCO_CENTESIMOS // 100)

    @property
    def pontos(self) -> int:
        """Return how much speaks for it, 0 to 100."""
        return max(0, min(100, self._valor() + self.pontos_sem_valor))

    @property
    def pontos_sem_valor(self) -> int:
        """Return how much who and when speak for it, whatever the amount."""
        return self._quem() + self._dia() - 25 * (self.estranho and not self.numero)

    def _valor(self) -> int:
        if self.explicacao is not None:
            return 36 if self.explicacao.texto else 40
        if self.quase:
            return 15
        return 8 if self.diferenca < 0 else 2

    def _quem(self) -> int:
        pontos = 40 if self.numero >= NUMERO_FORTE else 15 if self.numero else 0
        pontos += 22 if self.documento >= DOCUMENTO_FORTE else 10 if self.documento else 0
        pontos += (0, 20, 30)[self.cpf]
        if self.nome >= _NOME_FRACO:
            return pontos + round(30 * self.nome)
        return pontos - (15 if self.sobra > 1 else 7 if self.sobra else 0) * (self.cpf == 0)

    def _dia(self) -> int:
        distancia = abs(self.dias)
        if distancia <= _PERTO:
            return 10 - distancia
        return 5 if distancia <= _NO_MES else 2 if distancia <= _LONGE else 0

    def frase(self) -> str:
        """Return the reasons, best first, as the person reads them."""
        partes = []
        if self.numero:
            partes.append("nosso número no texto")
        if self.explicacao is not None:
            partes.append(f"valor com {self.explicacao.texto}" if self.explicacao.texto else "mesmo valor")
        elif self.quase:
            partes.append("valor quase igual")
        elif self.diferenca < 0:
            partes.append("paga uma parte")
        if self.documento:
            partes.append("número do documento no texto")
        if self.cpf:
            partes.append("CPF/CNPJ" if self.cpf > 1 else "parte do CPF")
        if self.nome >= _NOME_FRACO:
            partes.append(f"nome {round(self.nome * 100)} %")
        partes.append(dias_em_palavras(self.dias))
        return " · ".join(partes)


def dias_em_palavras(dias: int) -> str:
    """Return how far from its due date a title is paid."""
    if dias == 0:
        return "no vencimento"
    quantos = f"{abs(dias)} dia" + ("s" if abs(dias) > 1 else "")
    return f"{quantos} depois do vencimento" if dias > 0 else f"{quantos} antes do vencimento"


@dataclass(frozen=True, slots=True)
class Chaves:
    """The numbers by which a line may name a title, without leading zeros.

    Attributes:
        numero: Ways to write the nosso número: with its digit and carteira, and without.
        documento: Our document's digits, whole and its longest run.
        cpf: CPF or CNPJ.
        visivel: The six digits of a CPF that Pix leaves visible.
    """

    numero: frozenset[str]
    documento: frozenset[str]
    cpf: str
    visivel: str

    @classmethod
    def of(cls, titulo: Titulo) -> "Chaves":
        """Return the keys of *titulo*."""
        cpf = palavras.document_digits(titulo.cpf_cnpj)
        return cls(
            frozenset(_formas(titulo.nosso_numero)),
            frozenset(_formas(titulo.documento)),
            cpf if len(cpf) in (_CPF, _CNPJ) else "",
            cpf[3:9].lstrip("0") if len(cpf) == _CPF else "",
        )


def _formas(numero: str) -> set[str]:
    """Return the ways a bank may write a number: all its digits, the longest run, and that with what follows it."""
    runs = "".join(c if c.isdigit() else " " for c in numero).split()
    if not runs:
        return set()
    longest = max(range(len(runs)), key=lambda i: len(runs[i]))
    formas = {"".join(runs), runs[longest], "".join(runs[longest : longest + 2])}
    return {forma.lstrip("0") for forma in formas if len(forma.lstrip("0")) >= 3}  # noqa: PLR2004 - as `numeros` does


def medir(
    dia: date, valor: Centavos, texto: Texto, titulo: Titulo, chaves: Chaves, vocabulario: Vocabulario
) -> Indicios:
    """Return what the line of *dia* over *valor*, above zero, has in common with *titulo*."""
    nome = vocabulario.semelhanca(texto, titulo.nome) if titulo.nome else 0.0
    words = palavras.nome_palavras(titulo.nome) if titulo.nome else ()
    cut = bool(titulo.nome) and vocabulario.cortado(texto, titulo.nome)
    nome = max(nome, _CORTADO) if cut else nome
    seen = palavras.presentes(texto, titulo.nome) if nome else 0
    alone = len(words) == 1 and vocabulario.nomes.get(words[0], 0) <= _RARA and len(words[0]) >= 4  # noqa: PLR2004 - shorter is no name
    return Indicios(
        numero=_longest(texto, chaves.numero),
        documento=_longest(texto, chaves.documento),
        cpf=_cpf(texto, chaves),
        nome=nome,
        nome_forte=nome >= _NOME_FORTE and (seen > 1 or alone or cut),
        sobra=vocabulario.sobra(texto, titulo.nome),
        estranho=texto.estranho,
        explicacao=explicar(titulo, valor, dia),
        diferenca=valor - abs(titulo.valor),
        valor=abs(titulo.valor),
        dias=(dia - titulo.vencimento).days,
    )


def _longest(texto: Texto, formas: frozenset[str]) -> int:
    """Return the digits of the longest form that stands in *texto*, also with a check digit after it."""
    best = 0
    for forma in formas:
        there = forma in texto.numeros or (len(forma) >= NUMERO_FORTE and any(n[:-1] == forma for n in texto.numeros))
        best = max(best, len(forma) if there else 0)
    return best


def _cpf(texto: Texto, chaves: Chaves) -> int:
    if not chaves.cpf:
        return 0
    if chaves.cpf in texto.corrido or chaves.cpf.lstrip("0") in texto.numeros:
        return 2
    return int(len(chaves.visivel) >= 5 and chaves.visivel in texto.numeros)  # noqa: PLR2004 - six digits, one may be 0
