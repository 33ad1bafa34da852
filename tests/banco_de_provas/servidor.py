"""The wire: TLS with the handshake in the worker's thread, and every way in which an answer can get lost."""

import hashlib
import os
import select
import socket
import ssl
import struct
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from tests.banco_de_provas.autoridade import Certificado
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import Devolvido, Recebido
from tests.banco_de_provas.faltas import Falta

_CALADAS = (Falta.CALA_ANTES, Falta.CALA_DEPOIS)
_CAIDAS = (Falta.CAI_ANTES, Falta.CAI_DEPOIS)
_IMPACIENCIA = 60.0


class Servidor:
    """Serves *dialeto* on loopback; a client certificate is asked for where the bank asks for one.

    Args:
        certificado: The server's.
        cliente_ca: Who must have signed the clients' certificates; ``None`` where none is asked for.
    """

    def __init__(self, dialeto: Dialeto, certificado: Certificado, cliente_ca: Path | None = None) -> None:
        self.dialeto = dialeto
        contexto = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        contexto.minimum_version = ssl.TLSVersion.TLSv1_2
        contexto.load_cert_chain(certificado.certificado, certificado.chave)
        if cliente_ca is not None:
            contexto.load_verify_locations(cliente_ca)
            contexto.verify_mode = ssl.CERT_REQUIRED
        self._http = _Http(("127.0.0.1", 0), _Chamada)
        self._http.dialeto, self._http.contexto = dialeto, contexto
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def endereco(self) -> str:
        """Return the base address, without the bank's prefix."""
        return f"https://127.0.0.1:{self._http.server_address[1]}"

    def start(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Listen no more."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_error: object) -> None:
        self.stop()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    dialeto: Dialeto
    contexto: ssl.SSLContext

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Shake hands here, in the worker's thread: a bad client must not keep the others waiting."""
        request.settimeout(_IMPACIENCIA)
        with suppress(OSError):  # what a client without a certificate gets is an alert, and nothing more
            seguro = self.contexto.wrap_socket(request, server_side=True)
            try:
                super().finish_request(seguro, client_address)
            finally:
                with suppress(OSError):
                    seguro.close()

    def shutdown_request(self, request: Any) -> None:
        """Close quietly what may be closed already."""
        with suppress(OSError):
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let callers that went away go; anything else is this bank's own fault and is shown."""
        import sys  # noqa: PLC0415 - only here

        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Chamada(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http
    connection: ssl.SSLSocket

    def do_GET(self) -> None:
        """Answer; the other methods are answered likewise."""
        tamanho = int(self.headers.get("Content-Length") or 0)
        partes = urlsplit(self.path)
        recebido = Recebido(
            metodo=self.command,
            caminho=partes.path,
            query=dict(parse_qsl(partes.query, keep_blank_values=True)),
            headers={nome.lower(): valor for nome, valor in self.headers.items()},
            corpo=self.rfile.read(tamanho),
            certificado=self._fingerprint(),
        )
        devolvido, falta = self.server.dialeto.answer(recebido)
        if falta in _CALADAS:
            self._keep_silent()
        elif falta in _CAIDAS:
            self._reset()
        else:
            self._send(devolvido, falta)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - http.server's own names

    def _send(self, devolvido: Devolvido, falta: Falta | None) -> None:
        corpo = devolvido.body()
        self.send_response(devolvido.status)
        for nome, valor in devolvido.headers.items():
            self.send_header(nome, valor)
        if corpo and "Content-Type" not in devolvido.headers:
            self.send_header("Content-Type", "application/json")
        if devolvido.status != 204:
            self.send_header("Content-Length", str(len(corpo)))
        self.end_headers()
        if falta is Falta.CORTADO:
            self.wfile.write(corpo[: max(1, len(corpo) // 2)] if corpo else b"")
            self._reset()
        elif falta is Falta.GOTEJA and corpo:
            pausa = self.server.dialeto.sorteio.plano.goteja / len(corpo)
            for lugar in range(len(corpo)):
                self.wfile.write(corpo[lugar : lugar + 1])
                time.sleep(pausa)
        else:
            self.wfile.write(corpo)

    def _keep_silent(self) -> None:
        """Wait until the caller gives up, or for so long as the plan says; then reset."""
        ate = time.monotonic() + self.server.dialeto.sorteio.plano.cala
        while (falta := ate - time.monotonic()) > 0:
            pronto, _, _ = select.select([self.connection], [], [], min(falta, 0.5))
            if pronto:
                break
        self._reset()

    def _reset(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            os.close(self.connection.detach())

    def _fingerprint(self) -> str:
        certificado = self.connection.getpeercert(binary_form=True)
        return hashlib.sha256(certificado).hexdigest()[:16] if certificado else ""

    def log_message(self, *_arguments: object) -> None:
        """Write nothing: the log is the bank's own."""
