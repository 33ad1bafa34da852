"""The bank behind the dialects: its titles, its clock, its tokens and the log of every request."""

import secrets
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from threading import RLock
from typing import Any

BRASILIA = timezone(timedelta(hours=-3))


@dataclass(slots=True, kw_only=True)
class Titulo:
    """A title as the bank keeps it.

    Attributes:
        id: The bank's own name of it.
        chave: The key of ours it was sent under, by which the judge counts.
        estado: ``processando``, ``aberto``, ``pago``, ``baixado`` or ``falha``.
        visivel_em: Before this second of the bank's clock nobody sees it.
        pronto_em: Until this second it is still ``processando``.
        unica: What no second title may have, where the bank minds.
    """

    id: str
    chave: str
    seu_numero: str
    nosso_numero: str
    valor: int
    vencimento: date
    pagador: str
    corpo: Mapping[str, Any]
    criado_em: float
    emissao: date
    visivel_em: float = 0.0
    pronto_em: float = 0.0
    unica: str = ""
    estado: str = "aberto"
    linha: str = ""
    barras: str = ""
    pix: str = ""
    txid: str = ""
    erro_pix: str = ""
    valor_pago: int = 0
    pago_em: date | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it for the judge, without the payload."""
        dados = asdict(replace(self, corpo={}))
        return {nome: str(valor) if isinstance(valor, date) else valor for nome, valor in dados.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evento:
    """One request, as the bank saw it."""

    numero: int
    em: float
    metodo: str
    rota: str
    classe: str
    chave: str
    falta: str
    status: int
    salvou: str
    token: str
    certificado: str


@dataclass(frozen=True, slots=True)
class _Token:
    valido_ate: float
    certificado: str


class Tokens:
    """Access tokens: how long they live, whose they are, how many were asked for."""

    def __init__(self, nucleo: "Nucleo", vida: float, por_minuto: int) -> None:
        self.vida, self.por_minuto = vida, por_minuto
        self.dados = 0
        self._nucleo = nucleo
        self._todos: list[str] = []
        self._bons: dict[str, _Token] = {}
        self._pedidos: list[float] = []

    def issue(self, certificado: str = "") -> str | None:
        """Return a new token; ``None`` when too many were asked for within a minute."""
        agora = self._nucleo.agora()
        self._pedidos = [em for em in self._pedidos if em > agora - 60]
        if self.por_minuto and len(self._pedidos) >= self.por_minuto:
            return None
        self._pedidos.append(agora)
        self.dados += 1
        token = f"tk-{self.dados}-{secrets.token_hex(12)}"
        self._todos.append(token)
        self._bons[token] = _Token(agora + self.vida, certificado)
        return token

    def is_good(self, token: str, certificado: str = "") -> bool:
        """Return whether *token* may be used by the holder of *certificado*."""
        bom = self._bons.get(token)
        return bom is not None and bom.valido_ate > self._nucleo.agora() and bom.certificado in ("", certificado)

    def all(self) -> list[str]:
        """Return every token ever given."""
        return list(self._todos)

    def drop(self, token: str) -> None:
        """Make *token* worthless."""
        self._bons.pop(token, None)

    def drop_all(self) -> None:
        """Make every token worthless."""
        self._bons.clear()


class Nucleo:
    """All that a bank remembers. Every method is called under `lock`, or takes it.

    Args:
        hoje: Its day; ``None`` is today's in Brasília.
        unico: Whether a second title under the same `Titulo.unica` is refused.
        vida_token: Seconds.
        tokens_por_minuto: 0 is no limit.
        pronto_apos: Seconds an accepted title is still being processed, where the bank does so.
    """

    def __init__(
        self,
        *,
        hoje: date | None = None,
        unico: bool = True,
        vida_token: float = 3600,
        tokens_por_minuto: int = 0,
        pronto_apos: float = 0.0,
    ) -> None:
        self.lock = RLock()
        self.titulos: list[Titulo] = []
        self.eventos: list[Evento] = []
        self.unico, self.pronto_apos = unico, pronto_apos
        self.tokens = Tokens(self, vida_token, tokens_por_minuto)
        self._dia, self._adiantado, self._numero = hoje, 0.0, 0

    def agora(self) -> float:
        """Return the second of the bank's clock."""
        return time.monotonic() + self._adiantado

    def hoje(self) -> date:
        """Return the bank's day."""
        return (self._dia or datetime.now(BRASILIA).date()) + timedelta(days=int(self._adiantado // 86400))

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._adiantado += seconds

    def next_number(self) -> int:
        """Return a number never given before."""
        with self.lock:
            self._numero += 1
            return self._numero

    def find_unique(self, unica: str, within: float | None = None) -> Titulo | None:
        """Return the title that forbids another under *unica*, seen or not, at most *within* seconds old."""
        if not self.unico:
            return None
        return next(
            (t for t in self.titulos if t.unica == unica and (within is None or t.criado_em > self.agora() - within)),
            None,
        )

    def visible(self) -> Sequence[Titulo]:
        """Return the titles that can be asked for, their state brought up to now."""
        agora = self.agora()
        for titulo in self.titulos:
            if titulo.estado == "processando" and titulo.pronto_em <= agora:
                titulo.estado = str(titulo.extra.get("acaba_em", "aberto"))
        return [t for t in self.titulos if t.visivel_em <= agora and t.estado != "some"]

    def log(self, evento: Mapping[str, Any]) -> None:
        """Write down one request."""
        with self.lock:
            self.eventos.append(Evento(numero=len(self.eventos) + 1, em=self.agora(), **evento))

    def summary(self) -> dict[str, Any]:
        """Return what a judge counts first."""
        with self.lock:
            chaves = Counter(t.chave for t in self.titulos)
            return {
                "titulos": len(self.titulos),
                "chaves": len(chaves),
                "repetidas": {chave: vezes for chave, vezes in chaves.items() if vezes > 1},
                "tokens": self.tokens.dados,
                "pedidos": len(self.eventos),
                "com_falta": sum(bool(e.falta) for e in self.eventos),
                "registrar": sum(e.classe == "registrar" for e in self.eventos),
                "registrar_com_falta": sum(e.classe == "registrar" and bool(e.falta) for e in self.eventos),
            }
