"""Carrying an adapter's calls to one account's bank, and telling what became of them.

What surely was not processed may be sent again: no connection, 429, 401 once. Anything after a byte of a call that
changes something has left is unknown, and only a look-up tells (bank by bank facts: ``docs/decisoes``):

==================================================  ============  ================================================
what happened                                       processed?    outcome
==================================================  ============  ================================================
no name, refused, connect timeout, TLS broken off   surely not    again with growing waits, then `NaoEnviado`
the bank's certificate, or ours, is refused         surely not    `Parar`
429                                                 surely not    wait as told up to a minute; slower from there on
401                                                 surely not    a new token once, then `Parar`
403; 404, 405, 415 where titles are registered      surely not    `Parar`
400, 406, 409, 422, 2xx                             see adapter   `Rejeitado`, `Duplicado`, `Registrado`…
408, 5xx, cut or endless answer, timeout, reset     nobody knows  `Desconhecido`
redirect (never followed)                           nobody knows  `Desconhecido`, and nothing more is sent
==================================================  ============  ================================================
"""

import json
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import enderecos, tls
from finbank_desktop.gateway.falhas import ChamadaError, InterrompidoError
from finbank_desktop.gateway.port import (
    Adaptador,
    ChaveCertificado,
    Classe,
    Desconhecido,
    Filtro,
    Indeterminado,
    NaoEnviado,
    Parar,
    Passos,
    Pedido,
    Resposta,
    ResultadoComando,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoPdf,
    ResultadoRegistro,
)
from finbank_desktop.gateway.ritmo import Relogio, RelogioReal, Ritmos
from finbank_desktop.gateway.transporte import LER, TUDO, RedeError, Transporte

VEZES = 5
"""Tries of what surely was not processed; reading calls are tried as often."""
PRIMEIRA_ESPERA, MAIOR_ESPERA = 0.5, 20.0
"""Seconds before the second try, doubled each time, with jitter."""
EM_LINHA = 60.0
"""A bank that asks for a longer wait than this gets it in another run."""
VIDA_PADRAO = 300.0
FRACAO_DA_VIDA = 0.8

T = TypeVar("T")
_IMPEDEM = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


@dataclass(slots=True)
class _Rumo:
    """Whether a call that changes something may have left."""

    saiu: bool = False


def _nothing(pedido: Pedido) -> None:
    del pedido


class Canal:
    """The way to one account's bank; its methods may be called from several threads at once.

    Attributes:
        parado: Why nothing more gets through, one sentence; empty while it does.
    """

    def __init__(
        self,
        adaptador: Adaptador,
        conta: ContaApi,
        segredos: Mapping[str, str],
        certificado: ChaveCertificado | None = None,
        *,
        autoridade: Path | None = None,
        relogio: Relogio | None = None,
        ler: float = LER,
        tudo: float = TUDO,
    ) -> None:
        """Prepare; nothing is opened yet.

        Args:
            adaptador: The bank's.
            conta: Whose account.
            segredos: By the names of `Adaptador.campos`.
            certificado: Shown to the bank.
            autoridade: A further authority to believe, of tests.
            relogio: Time; tests bring their own.
            ler: Seconds to wait for more of an answer.
            tudo: Seconds for all of it.

        Raises:
            RefusedError: The certificate cannot be used.
        """
        self.adaptador, self.conta = adaptador, conta
        self.parado = ""
        self._segredos = dict(segredos)
        self._relogio = relogio or RelogioReal()
        self._ritmos = Ritmos(adaptador.capacidades.ritmos, self._relogio)
        try:
            contexto = tls.contexto(certificado, autoridade=autoridade)
        except ValueError as error:
            raise RefusedError("certificado_invalido", f"O certificado não serve: {error}.", "certificado") from error
        self._transporte = Transporte(contexto, ler=ler, tudo=tudo)
        self._token, self._token_ate = "", float("-inf")
        self._trava = threading.Lock()

    def __repr__(self) -> str:
        """Return nothing of what is secret."""
        return f"Canal({self.adaptador.nome}, {self.conta.ambiente.name})"

    def fechar(self) -> None:
        """Close the connections; only when nothing is under way."""
        self._transporte.fechar()

    # --- what a service asks for

    def conferir(self) -> None:
        """Prove keys, certificate and scopes by a harmless call.

        Raises:
            ChamadaError: They do not serve, or the bank does not answer.
        """
        resposta = self._carry(self.adaptador.conferir(self.conta))
        if resposta.status >= HTTPStatus.BAD_REQUEST and resposta.status not in (400, 404, 406, 422):
            raise ChamadaError(self._said(resposta), saiu=False, parar=True)

    def registrar(self, titulo: TituloRegistro, antes: Callable[[Pedido], None] = _nothing) -> ResultadoRegistro:
        """Register *titulo*; *antes* is called before a call that changes something leaves, and may stop it."""
        return self._changing(self.adaptador.registrar(titulo, self.conta), antes)

    def consultar(self, titulo: TituloRegistro, referencia: str = "") -> ResultadoConsulta:
        """Look for *titulo*."""
        try:
            return self._drive(self.adaptador.consultar(titulo, self.conta, referencia))
        except ChamadaError as error:
            return Indeterminado(motivo=error.motivo)
        except InterrompidoError:
            return Indeterminado(motivo="A consulta foi interrompida.")
        except Exception as error:  # noqa: BLE001 - an answer nobody foresaw must not end the run
            return Indeterminado(motivo=_not_understood(error))

    def listar(self, filtro: Filtro) -> ResultadoLista:
        """List titles.

        Raises:
            ChamadaError: The bank did not answer.
        """
        return self._drive(self.adaptador.listar(self.conta, filtro))

    def pdf(self, titulo: TituloRegistro, referencia: str) -> ResultadoPdf:
        """Fetch the bank's own page of the boleto.

        Raises:
            ChamadaError: The bank did not answer.
        """
        return self._drive(self.adaptador.pdf(titulo, self.conta, referencia))

    def alterar(
        self,
        titulo: TituloRegistro,
        referencia: str,
        campo: str,
        valor: object,
        antes: Callable[[Pedido], None] = _nothing,
    ) -> ResultadoComando:
        """Change one thing of a registered title."""
        return self._changing(self.adaptador.alterar(titulo, self.conta, referencia, campo, valor), antes)

    def baixar(
        self, titulo: TituloRegistro, referencia: str, antes: Callable[[Pedido], None] = _nothing
    ) -> ResultadoComando:
        """Ask the bank to drop a title."""
        return self._changing(self.adaptador.baixar(titulo, self.conta, referencia), antes)

    # --- calls in their order

    def _drive(self, passos: Passos[T], antes: Callable[[Pedido], None] = _nothing, rumo: _Rumo | None = None) -> T:
        rumo = rumo or _Rumo()
        try:
            pedido = next(passos)
            while True:
                pedido = passos.send(self._carry_noting(pedido, antes, rumo))
        except StopIteration as fim:
            feito: T = fim.value
            return feito
        finally:
            passos.close()

    def _carry_noting(self, pedido: Pedido, antes: Callable[[Pedido], None], rumo: _Rumo) -> Resposta:
        if not pedido.muda:
            return self._carry(pedido)
        antes(pedido)
        certo = rumo.saiu
        rumo.saiu = True
        try:
            return self._carry(pedido)
        except ChamadaError as error:
            rumo.saiu = certo or error.saiu
            raise
        except InterrompidoError:  # waits come before a call leaves, or after an answer that it was not processed
            rumo.saiu = certo
            raise

    def _changing(self, passos: Passos[T], antes: Callable[[Pedido], None]) -> T | NaoEnviado | Desconhecido | Parar:
        """Drive *passos*; once the call that changes something may have left, no failure is certain."""
        rumo = _Rumo()
        try:
            return self._drive(passos, antes, rumo)
        except ChamadaError as error:
            if error.parar:
                self.parado = error.motivo
            if rumo.saiu:
                return Desconhecido(motivo=error.motivo)
            return Parar(motivo=error.motivo) if error.parar else NaoEnviado(motivo=error.motivo, espera=error.espera)
        except InterrompidoError:
            return Desconhecido(motivo="Interrompido.") if rumo.saiu else NaoEnviado(motivo="Interrompido.")
        except Exception as error:
            if not rumo.saiu:
                raise
            return Desconhecido(motivo=_not_understood(error))

    # --- one call

    def _carry(self, pedido: Pedido) -> Resposta:
        """Return the answer to *pedido*, sent again while it surely was not processed or only reads.

        Raises:
            ChamadaError: There is none that an adapter could read.
        """
        renovado = False
        for vez in range(1, VEZES + 1):
            token = self._current_token() if pedido.classe is not Classe.TOKEN else ""
            self._ritmos.esperar(pedido.classe)
            try:
                resposta = self._send(pedido, token)
            except RedeError as error:
                if error.parar or (error.saiu and pedido.muda) or vez == VEZES:
                    raise ChamadaError(error.motivo, saiu=error.saiu and pedido.muda, parar=error.parar) from None
                self._back_off(vez)
                continue
            if resposta.status == HTTPStatus.UNAUTHORIZED and token and not renovado:
                renovado = True
                self._drop_token(token)
            elif resposta.status == HTTPStatus.TOO_MANY_REQUESTS:
                self._slow_down(pedido, resposta, last=vez == VEZES)
            elif _is_trouble(resposta.status) and not pedido.muda and vez < VEZES:
                self._back_off(vez)
            else:
                return self._checked(pedido, resposta)
        raise ChamadaError("O banco não deixou passar o pedido; tente de novo mais tarde.", saiu=False)

    def _checked(self, pedido: Pedido, resposta: Resposta) -> Resposta:
        status = resposta.status
        if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
            motivo = "O endereço do banco mandou ir a outro; por segurança o programa não vai."
            raise ChamadaError(motivo, saiu=pedido.muda, parar=True)
        if _is_trouble(status):
            raise ChamadaError(f"O banco está com problemas agora (erro {status}).", saiu=pedido.muda)
        registra = pedido.classe is Classe.REGISTRAR and pedido.muda and status in _IMPEDEM
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN) or registra:
            raise ChamadaError(self._said(resposta), saiu=False, parar=True)
        return resposta

    def _send(self, pedido: Pedido, token: str) -> Resposta:
        url, headers = enderecos.url(self.adaptador, self.conta, pedido), {}
        if pedido.classe is not Classe.TOKEN:
            headers = dict(self.adaptador.headers(self.conta, self._segredos, token))
            proprias = self.adaptador.query(self.conta, self._segredos) if not pedido.host else {}
            pedido = replace(pedido, query={**proprias, **pedido.query}) if proprias else pedido
        return self._transporte.enviar(pedido, url, headers)

    def _back_off(self, vez: int) -> None:
        espera = min(MAIOR_ESPERA, PRIMEIRA_ESPERA * 2 ** (vez - 1))
        self._relogio.dormir(espera * random.uniform(0.5, 1.5))  # noqa: S311 - only to part those who wait

    def _slow_down(self, pedido: Pedido, resposta: Resposta, *, last: bool) -> None:
        espera = retry_after(resposta.headers)
        self._ritmos.reduzir(pedido.classe, min(espera, EM_LINHA))
        if espera > EM_LINHA or last:
            motivo = "O banco pediu para esperar: muitas chamadas."
            raise ChamadaError(motivo, saiu=False, espera=timedelta(seconds=espera))

    def _said(self, resposta: Resposta) -> str:
        """Return why an answer stops everything, with the bank's words but for anything secret."""
        texto = " ".join(resposta.corpo[:2000].decode("utf-8", "replace").split())
        for segredo in (*self._segredos.values(), self._token):
            texto = texto.replace(segredo, "…") if segredo else texto
        dito = f": {texto[:200]}" if texto and "<" not in texto[:20] else ""
        if resposta.status == HTTPStatus.UNAUTHORIZED:
            return f"O banco não aceitou as credenciais desta conta (401){dito}"
        return f"O banco recusou o acesso desta conta ({resposta.status}); confira contrato e permissões{dito}"

    # --- the token: one per account, fetched by one thread while the others wait

    def _current_token(self) -> str:
        with self._trava:
            if self._relogio.agora() >= self._token_ate:
                self._fetch_token()
            return self._token

    def _drop_token(self, velho: str) -> None:
        with self._trava:
            if self._token == velho:
                self._token_ate = float("-inf")

    def _fetch_token(self) -> None:
        pedido = self.adaptador.token(self.conta, self._segredos)
        if pedido is None:
            self._token_ate = float("inf")
            return
        resposta = self._carry(pedido)
        if resposta.status >= HTTPStatus.BAD_REQUEST:
            raise ChamadaError(self._said(resposta), saiu=False, parar=True)
        self._token, vida = _token_of(resposta)
        self._token_ate = self._relogio.agora() + vida * FRACAO_DA_VIDA


def retry_after(headers: Mapping[str, str], hoje: datetime | None = None) -> float:
    """Return how many seconds the bank asks to wait: ``Retry-After`` (RFC 9110, 10.2.3) or a rate limit's reset.

    >>> retry_after({"retry-after": "7"}), retry_after({"ratelimit-reset": "30"}), retry_after({})
    (7.0, 30.0, 5.0)
    """
    for nome in ("retry-after", "ratelimit-reset", "x-ratelimit-reset"):
        texto = headers.get(nome, "").strip()
        if texto.isascii() and texto.isdigit() and len(texto) < 7:  # noqa: PLR2004 - more is no count of seconds
            return float(texto)
        if nome == "retry-after" and texto:
            try:
                quando = parsedate_to_datetime(texto)
            except ValueError:
                continue
            return max(0.0, (quando - (hoje or datetime.now(UTC))).total_seconds())
    return 5.0


def _token_of(resposta: Resposta) -> tuple[str, float]:
    """Return the token and its life in seconds (RFC 6749, 5.1).

    Raises:
        ChamadaError: There is none in it.
    """
    try:
        lido = json.loads(resposta.corpo)
        token = str(lido["access_token"])
        vida = float(lido.get("expires_in") or VIDA_PADRAO)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ChamadaError("O banco respondeu ao pedido de acesso com algo que não se lê.", saiu=False) from None
    return token, vida


def _is_trouble(status: int) -> bool:
    return status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT


def _not_understood(error: BaseException) -> str:
    return f"O banco respondeu algo que o programa não entende ({type(error).__name__})."
