"""What a test asks of the bank and tells it: counts, titles, requests; a payment, another plan of faults, time."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.faltas import Plano, Sorteio
from tests.banco_de_provas.nucleo import Titulo


def execute(dialeto: Dialeto, comando: str, dados: Mapping[str, Any]) -> Any:
    """Do *comando* and return what JSON is made of."""
    with dialeto.nucleo.lock:
        dialeto.nucleo.visible()
        perguntas: dict[str, Callable[[], Any]] = {
            "resumo": dialeto.nucleo.summary,
            "titulos": lambda: [titulo.as_json() for titulo in dialeto.nucleo.titulos],
            "corpos": lambda: {titulo.id: titulo.corpo for titulo in dialeto.nucleo.titulos},
            "tokens": dialeto.nucleo.tokens.all,
            "eventos": lambda: [asdict(evento) for evento in dialeto.nucleo.eventos],
        }
        if comando in perguntas:
            return perguntas[comando]()
        _change(dialeto, comando, dados)
    return {}


def _change(dialeto: Dialeto, comando: str, dados: Mapping[str, Any]) -> None:
    nucleo = dialeto.nucleo
    match comando:
        case "pagar":
            titulo = _one(dialeto, dados)
            titulo.estado = "pago"
            titulo.valor_pago = int(dados.get("valor", titulo.valor))
            titulo.pago_em = date.fromisoformat(dados["em"]) if "em" in dados else nucleo.hoje()
        case "baixar":
            _one(dialeto, dados).estado = "baixado"
        case "esquecer":
            nucleo.titulos.remove(_one(dialeto, dados))
        case "repetir":
            titulo = _one(dialeto, dados)
            nucleo.titulos.append(replace(titulo, id=f"{titulo.id}-2"))
        case "avancar":
            nucleo.advance(float(dados["segundos"]))
        case "plano":
            dialeto.sorteio = Sorteio(Plano.read(dados))
        case "expirar_tokens":
            nucleo.tokens.drop_all()
        case _:
            raise ValueError(comando)


def _one(dialeto: Dialeto, dados: Mapping[str, Any]) -> Titulo:
    achados = [t for t in dialeto.nucleo.titulos if dados.get("chave") == t.chave or dados.get("id") == t.id]
    assert len(achados) == 1, (dados, len(achados))
    return achados[0]


def listen(dialeto: Dialeto) -> ThreadingHTTPServer:
    """Return a server on loopback that takes ``POST /<comando>`` with JSON; it is not started."""

    class Pedido(BaseHTTPRequestHandler):
        """One command."""

        def do_POST(self) -> None:
            """Do it."""
            dados = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
            try:
                status, feito = 200, execute(dialeto, self.path.strip("/"), dados)
            except (AssertionError, ValueError, KeyError) as error:
                status, feito = 400, {"erro": f"{type(error).__name__}: {error}"}
            corpo = json.dumps(feito, default=str).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(corpo)))
            self.end_headers()
            self.wfile.write(corpo)

        def log_message(self, *_arguments: object) -> None:
            """Write nothing."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Pedido)
