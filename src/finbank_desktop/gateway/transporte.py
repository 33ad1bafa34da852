"""One request out, one answer in; and when none comes, whether the bank can have had the request.

`requests` has one exception for a connection that was refused and for one that broke after the request was sent. So
our connections note when the first byte may have left (`_Marca`): before that nothing was sent, after it nobody knows.
In TLS 1.3 a server that wants a certificate and got none says so only then.

Nothing is followed, repeated, taken from the environment or kept from one call to the next.
"""

import logging
import ssl
import threading
import time
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from finbank_desktop.gateway.port import Pedido, Resposta

CONECTAR, LER, TUDO = 5.0, 45.0, 90.0
"""Seconds to connect, to wait for more of an answer, and for all of it: a body may drip for ever."""
MAIOR_RESPOSTA = 20_000_000
_PEDACO = 65_536
_CERTIFICADO = ("CERTIFICATE", "UNKNOWN_CA", "HANDSHAKE_FAILURE")
"""In OpenSSL's words for what a server says that does not take our certificate, or wants one (RFC 8446, 6.2)."""
_LOG = logging.getLogger("finbank_desktop.gateway")
logging.getLogger("urllib3").setLevel(logging.WARNING)  # below that it writes whole addresses: BB's key stands in them


class RedeError(Exception):
    """No answer came.

    Attributes:
        motivo: Why, in words for the user.
        saiu: The bank may have had the request.
        parar: It will not be otherwise next time: certificates.
    """

    def __init__(self, motivo: str, *, saiu: bool, parar: bool = False) -> None:
        """Keep the three."""
        super().__init__(motivo)
        self.motivo, self.saiu, self.parar = motivo, saiu, parar


class _Marca(threading.local):
    """Whether a byte of this thread's request may have left."""

    saiu = False


_MARCA = _Marca()


class _Tls(HTTPSConnection):
    def request(self, *args: Any, **kwargs: Any) -> None:
        _MARCA.saiu = True  # urllib3 calls this once TCP and TLS stand (connectionpool, `_validate_conn`)
        super().request(*args, **kwargs)


class _Simples(HTTPConnection):
    def request(self, *args: Any, **kwargs: Any) -> None:
        _MARCA.saiu = True  # here it connects only within; what failed to connect says so by its kind
        super().request(*args, **kwargs)


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _Tls


class _SimplesPool(HTTPConnectionPool):
    ConnectionCls = _Simples


class _Adaptacao(HTTPAdapter):
    """Connections under our own TLS rules, none of requests' own."""

    def __init__(self, contexto: ssl.SSLContext) -> None:
        self._contexto = contexto
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **mais: Any) -> None:  # noqa: FBT001, FBT002 - requests' signature
        self.poolmanager = PoolManager(
            num_pools=connections, maxsize=maxsize, block=block, ssl_context=self._contexto, **mais
        )
        self.poolmanager.pool_classes_by_scheme = {"https": _TlsPool, "http": _SimplesPool}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the rules as the context has them."""


class Transporte:
    """Carries requests under one account's TLS rules, from any number of threads."""

    def __init__(self, contexto: ssl.SSLContext, *, ler: float = LER, tudo: float = TUDO) -> None:
        """Prepare; nothing is opened yet.

        Args:
            contexto: See `tls.contexto`.
            ler: Seconds to wait for more of an answer.
            tudo: Seconds for all of it.
        """
        self._contexto, self._ler, self._tudo = contexto, ler, tudo
        self._thread = threading.local()
        self._sessoes: list[requests.Session] = []

    def enviar(self, pedido: Pedido, url: str, headers: Mapping[str, str]) -> Resposta:
        """Return the answer to *pedido*, whatever its status.

        Raises:
            RedeError: None came, or it did not come whole.
        """
        alvo = url + ("&" if "?" in url else "?") + urlencode(pedido.query) if pedido.query else url
        proprios = {"Accept": "application/json", **headers, **pedido.headers}
        if pedido.corpo is not None:
            proprios.setdefault("Content-Type", pedido.tipo)
        comeco = time.monotonic()
        _MARCA.saiu = False
        status: int | str = "sem resposta"
        try:
            resposta = self._exchange(pedido, alvo, proprios, comeco)
            status = resposta.status
        except (requests.RequestException, HTTPError, OSError) as error:
            raise _explained(error, saiu=_MARCA.saiu) from None
        finally:
            # by allow-list: no address beyond the host, no header, no body
            onde, ms = urlsplit(url).hostname, round((time.monotonic() - comeco) * 1000)
            _LOG.info("%s %s %s: %s, %s ms", pedido.metodo, onde, pedido.rota or pedido.classe.name, status, ms)
        return resposta

    def fechar(self) -> None:
        """Close what is open; only when nothing is under way."""
        for sessao in self._sessoes:
            sessao.close()
        self._sessoes.clear()

    def _exchange(self, pedido: Pedido, url: str, headers: Mapping[str, str], comeco: float) -> Resposta:
        with self._session().request(
            pedido.metodo,
            url,
            data=pedido.corpo,
            headers=dict(headers),
            timeout=(CONECTAR, self._ler),
            allow_redirects=False,
            stream=True,
        ) as resposta:
            corpo = self._body(resposta, comeco)
            lidos = {nome.lower(): valor for nome, valor in resposta.headers.items()}
            return Resposta(status=resposta.status_code, headers=lidos, corpo=corpo)

    def _body(self, resposta: requests.Response, comeco: float) -> bytes:
        corpo = bytearray()
        while pedaco := resposta.raw.read1(_PEDACO, decode_content=True):
            corpo += pedaco
            if time.monotonic() - comeco > self._tudo:
                raise RedeError("A resposta do banco demorou demais para chegar inteira.", saiu=True)
            if len(corpo) > MAIOR_RESPOSTA:
                raise RedeError("A resposta do banco é grande demais.", saiu=True)
        return bytes(corpo)

    def _session(self) -> requests.Session:
        sessao: requests.Session | None = getattr(self._thread, "sessao", None)
        if sessao is None or sessao not in self._sessoes:
            sessao = requests.Session()
            sessao.trust_env = False
            sessao.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
            sessao.headers.clear()
            sessao.headers["User-Agent"] = "FinBank-Desktop"
            adaptacao = _Adaptacao(self._contexto)
            sessao.mount("https://", adaptacao)
            sessao.mount("http://", adaptacao)
            self._thread.sessao = sessao
            self._sessoes.append(sessao)
        return sessao


def _explained(error: BaseException, *, saiu: bool) -> RedeError:
    """Return what *error* means for the title."""
    causas = list(_causes(error))
    if any(isinstance(causa, NewConnectionError | ConnectTimeoutError) for causa in causas):
        return RedeError("Sem conexão com o banco: confira a internet.", saiu=False)
    tls = next((causa for causa in causas if isinstance(causa, ssl.SSLError)), None)
    if isinstance(tls, ssl.SSLCertVerificationError):
        return RedeError(
            "O endereço do banco não provou ser do banco (certificado recusado); nada foi enviado.",
            saiu=saiu,
            parar=True,
        )
    if tls is not None and any(palavra in (tls.reason or "").upper() for palavra in _CERTIFICADO):
        return RedeError("O banco não aceitou o certificado desta conta; confira-o no cadastro.", saiu=saiu, parar=True)
    if not saiu:
        return RedeError("A conexão com o banco não se completou.", saiu=False)
    if any(isinstance(causa, TimeoutError | requests.Timeout) for causa in causas):
        return RedeError("O banco não respondeu a tempo.", saiu=True)
    return RedeError("A conexão caiu antes da resposta do banco.", saiu=True)


def _causes(error: BaseException) -> Any:
    """Yield *error* and all that it came from: by cause, by context, as reason and as argument."""
    abertas, vistas = [error], set[int]()
    while abertas:
        um = abertas.pop()
        if id(um) in vistas:
            continue
        vistas.add(id(um))
        yield um
        outras = (um.__cause__, um.__context__, getattr(um, "reason", None), *um.args)
        abertas += [outra for outra in outras if isinstance(outra, BaseException)]
