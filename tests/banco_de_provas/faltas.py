"""What goes wrong, and when: planted from a seed by the title's key and the number of the call, whatever the order."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from random import Random
from threading import Lock
from typing import Any, Self


class Falta(StrEnum):
    """One thing that goes wrong; ``antes``: nothing was saved, ``depois``: it was."""

    CALA_ANTES = "cala_antes"
    """No answer until the caller gives up."""
    CALA_DEPOIS = "cala_depois"
    CAI_ANTES = "cai_antes"
    """The connection is reset."""
    CAI_DEPOIS = "cai_depois"
    ESPERA = "espera"
    """429 with Retry-After."""
    ESPERA_SEM_DIZER = "espera_sem_dizer"
    """429 without Retry-After."""
    ERRO_ANTES = "erro_antes"
    """500."""
    ERRO_DEPOIS = "erro_depois"
    INDISPONIVEL = "indisponivel"
    """503, nothing saved."""
    HTML_ANTES = "html_antes"
    """502 with a page of the gateway."""
    HTML_DEPOIS = "html_depois"
    TOKEN = "token"  # noqa: S105 - the name of a fault
    """The token is no longer good."""
    CORTADO = "cortado"
    """Half of the body, then a reset; saved."""
    MALFORMADO = "malformado"
    """A body that is no JSON; saved."""
    VAZIO = "vazio"
    """A good status without any body; saved."""
    GOTEJA = "goteja"
    """The answer comes byte by byte; saved."""
    VALOR = "valor"
    """The answer tells another amount, and codes of that amount; saved with the right one."""
    TROCADA = "trocada"
    """The answer is that of another title; saved."""
    TARDE = "tarde"
    """Saved, 504, and shown to nobody before a while."""
    NUNCA = "nunca"
    """Accepted, and refused later."""
    SEM_PIX = "sem_pix"
    DUPLICADO = "duplicado"
    """Saved, and the caller is told it was there already."""
    REDIRECIONA = "redireciona"
    """307 to elsewhere."""

    @property
    def saves(self) -> bool:
        """Whether the bank has the title all the same."""
        return self not in _NAO_SALVAM


_NAO_SALVAM = {
    Falta.CALA_ANTES,
    Falta.CAI_ANTES,
    Falta.ESPERA,
    Falta.ESPERA_SEM_DIZER,
    Falta.ERRO_ANTES,
    Falta.INDISPONIVEL,
    Falta.HTML_ANTES,
    Falta.TOKEN,
    Falta.REDIRECIONA,
}

REGISTRAR = (
    Falta.CALA_ANTES,
    Falta.CALA_DEPOIS,
    Falta.CAI_ANTES,
    Falta.CAI_DEPOIS,
    Falta.ESPERA,
    Falta.ERRO_ANTES,
    Falta.ERRO_DEPOIS,
    Falta.INDISPONIVEL,
    Falta.HTML_ANTES,
    Falta.HTML_DEPOIS,
    Falta.TOKEN,
    Falta.CORTADO,
    Falta.MALFORMADO,
    Falta.VAZIO,
    Falta.GOTEJA,
    Falta.TARDE,
)
CONSULTAR = (
    Falta.CALA_ANTES,
    Falta.CAI_ANTES,
    Falta.ESPERA,
    Falta.ERRO_ANTES,
    Falta.HTML_ANTES,
    Falta.TOKEN,
    Falta.CORTADO,
    Falta.MALFORMADO,
    Falta.VAZIO,
    Falta.GOTEJA,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plano:
    """How much goes wrong, and what.

    Attributes:
        registrar: In which share of the calls that register.
        consultar: In which share of the other calls with a token.
        token: How many calls for a token are refused before the first is answered.
        seguidas: No title meets more than so many faults of one kind of call.
        marcadas: By the title's key, what happens to each call that registers it, in order (empty: nothing).
        espera: Seconds of Retry-After.
        cala: Seconds the bank keeps silent at most.
        goteja: Seconds one dripping answer takes.
        atraso: Seconds until a title of `Falta.TARDE` can be seen.
    """

    semente: int = 1
    registrar: float = 0.0
    consultar: float = 0.0
    token: int = 0
    faltas_registrar: tuple[str, ...] = REGISTRAR
    faltas_consultar: tuple[str, ...] = CONSULTAR
    seguidas: int = 2
    marcadas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    espera: int = 1
    cala: float = 30.0
    goteja: float = 0.5
    atraso: float = 0.4

    @classmethod
    def read(cls, dados: Mapping[str, Any]) -> Self:
        """Return the plan written as JSON."""
        nomes = {each.name for each in fields(cls)}
        assert set(dados) <= nomes, set(dados) - nomes
        lidos: dict[str, Any] = {n: tuple(valor) if isinstance(valor, list) else valor for n, valor in dados.items()}
        return cls(**lidos)


class Sorteio:
    """Which fault each call meets; the same for the same plan, however many workers call."""

    def __init__(self, plano: Plano) -> None:
        self.plano = plano
        self._chamadas: Counter[tuple[str, str]] = Counter()
        self._faltas: Counter[tuple[str, str]] = Counter()
        self._lock = Lock()

    def draw(self, classe: str, chave: str) -> Falta | None:
        """Return what happens to the next call of *classe* for the title *chave*."""
        with self._lock:
            self._chamadas[classe, chave] += 1
            vez = self._chamadas[classe, chave]
            if classe == "registrar" and chave in self.plano.marcadas:
                marcadas = self.plano.marcadas[chave]
                return Falta(marcadas[vez - 1]) if vez <= len(marcadas) and marcadas[vez - 1] else None
            return self._by_chance(classe, chave, vez)

    def _by_chance(self, classe: str, chave: str, vez: int) -> Falta | None:
        registra = classe == "registrar"
        parte = self.plano.registrar if registra else self.plano.consultar
        sorte = Random(f"{self.plano.semente}|{classe}|{_lasting(chave)}|{vez}")
        if sorte.random() >= parte or (chave and self._faltas[classe, chave] >= self.plano.seguidas):
            return None
        self._faltas[classe, chave] += 1
        return Falta(sorte.choice(self.plano.faltas_registrar if registra else self.plano.faltas_consultar))


def _lasting(chave: str) -> str:
    """Return the part of a key that is the same in every run: chance follows the digits it begins with."""
    achado = re.match("[0-9]+", chave)
    return achado[0] if achado else chave
