"""The smallest bank there is: on loopback, doing to each request what a test planted for it."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.gateway.port import (
    Ausente,
    Autenticacao,
    Campo,
    Capacidades,
    Classe,
    Encontrado,
    ErroBanco,
    Feito,
    Filtro,
    Numeracao,
    Passos,
    Pedido,
    Registrado,
    Rejeitado,
    Resposta,
    ResultadoComando,
    ResultadoConsulta,
    ResultadoLista,
    ResultadoPdf,
    ResultadoRegistro,
    SemSuporte,
    TituloNoBanco,
)

SEGREDO = "s3gr3d0-d0-bancozinho"


@dataclass(frozen=True, kw_only=True)
class Chega:
    """A request as it arrived."""

    metodo: str
    caminho: str
    headers: Mapping[str, str]
    corpo: bytes


@dataclass(frozen=True, kw_only=True)
class Responde:
    """An answer, or what becomes of it: ``cai`` resets before a byte, ``corta`` after half of the body."""

    status: int = 200
    corpo: bytes = b'{"id": "T1"}'
    headers: Mapping[str, str] = field(default_factory=dict)
    cai: bool = False
    corta: bool = False
    espera: float = 0.0
    goteja: float = 0.0


class Bancozinho:
    """Answers every request with the next of *planos*, the last for ever; tokens are always good.

    Attributes:
        chegaram: Every request but those for tokens, in order.
        tokens: How many tokens were given.
    """

    def __init__(self, *planos: Responde | Callable[[Chega], Responde], vida: int = 300, token: int = 200) -> None:
        self.planos, self.vida, self.token = list(planos) or [Responde()], vida, token
        self.chegaram: list[Chega] = []
        self.tokens = 0
        self._lock = threading.Lock()
        banco = self

        class Pedidos(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                corpo = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                banco.answer(self, corpo)

            do_POST = do_GET  # noqa: N815 - http.server's own name

            def log_message(self, *_arguments: object) -> None:
                """Write nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Pedidos)
        self._http.daemon_threads = True
        self._fim = threading.Event()

    @property
    def endereco(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._fim.set()
        self._http.shutdown()
        self._http.server_close()

    def answer(self, pedido: BaseHTTPRequestHandler, corpo: bytes) -> None:
        """Answer one request."""
        if pedido.path == "/token":
            with self._lock:
                self.tokens += 1
                dado = {"access_token": f"token-{self.tokens}", "expires_in": self.vida}
            self._send(pedido, Responde(status=self.token, corpo=json.dumps(dado).encode()))
            return
        chegou = Chega(
            metodo=pedido.command,
            caminho=pedido.path,
            headers={nome.lower(): valor for nome, valor in pedido.headers.items()},
            corpo=corpo,
        )
        with self._lock:
            self.chegaram.append(chegou)
            plano = self.planos.pop(0) if len(self.planos) > 1 else self.planos[0]
        self._send(pedido, plano if isinstance(plano, Responde) else plano(chegou))

    def _send(self, pedido: BaseHTTPRequestHandler, plano: Responde) -> None:
        self._fim.wait(plano.espera)
        if plano.cai:
            _reset(pedido)
            return
        with suppress(OSError):  # whoever asked may be gone
            pedido.send_response(plano.status)
            for nome, valor in plano.headers.items():
                pedido.send_header(nome, valor)
            pedido.send_header("Content-Length", str(len(plano.corpo)))
            pedido.end_headers()
            if plano.goteja:
                for byte in plano.corpo:
                    pedido.wfile.write(bytes([byte]))
                    self._fim.wait(plano.goteja)
            else:
                pedido.wfile.write(plano.corpo[: len(plano.corpo) // 2] if plano.corta else plano.corpo)
            if plano.corta:
                _reset(pedido)


def _reset(pedido: BaseHTTPRequestHandler) -> None:
    pedido.close_connection = True
    with suppress(OSError):
        pedido.wfile.flush()
        pedido.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        pedido.connection.shutdown(socket.SHUT_RDWR)
        pedido.connection.close()


class AdaptadorPequeno:
    """Registers by one POST, asks by one GET; *apoio* puts a GET before and one behind the POST.

    Its titles are JSON objects with ``id``, ``linha``, ``valor`` (centavos) and ``vencimento``.
    """

    nome, titulo, banco = "pequeno", "Banco Pequeno", "341"
    campos: tuple[Campo, ...] = (Campo(nome="chave", titulo="Chave", segredo=True),)
    fonte = "testes"

    def __init__(self, *, apoio: bool = False, autenticado: bool = True, **capacidades: Any) -> None:
        self._apoio, self._autenticado = apoio, autenticado
        padroes: dict[str, Any] = {
            "numeracao": Numeracao.NOSSA,
            "autenticacao": Autenticacao.CLIENT_CREDENTIALS,
            "mtls": False,
            "carencia": timedelta(seconds=60),
        }
        self.capacidades = Capacidades(**padroes | capacidades)
        self.hosts: Mapping[Ambiente, Mapping[str, str]] = {
            ambiente: {"": "https://banco.invalid"} for ambiente in Ambiente
        }

    def problems(self, titulo: TituloRegistro, conta: ContaApi) -> Sequence[Problem]:
        del conta
        if titulo.boleto.valor > 900_00:
            return [Problem(message="Este banco só registra até R$ 900,00.", field="valor")]
        return []

    def token(self, conta: ContaApi, segredos: Mapping[str, str]) -> Pedido | None:
        del conta
        if not self._autenticado:
            return None
        return Pedido(metodo="POST", caminho="/token", classe=Classe.TOKEN, corpo=segredos["chave"].encode())

    def headers(self, conta: ContaApi, segredos: Mapping[str, str], token: str) -> Mapping[str, str]:
        del conta, segredos
        return {"Authorization": f"Bearer {token}"}

    def query(self, conta: ContaApi, segredos: Mapping[str, str]) -> Mapping[str, str]:
        del conta, segredos
        return {}

    def registrar(self, titulo: TituloRegistro, conta: ContaApi) -> Passos[ResultadoRegistro]:
        del conta
        apoio = Pedido(metodo="GET", caminho="/apoio", classe=Classe.CONSULTAR)
        if self._apoio:
            yield apoio
        boleto = titulo.boleto
        dado = {"chave": titulo.chave, "valor": boleto.valor, "vencimento": boleto.vencimento.isoformat()}
        corpo = json.dumps(dado).encode()
        resposta = yield Pedido(metodo="POST", caminho="/titulos", classe=Classe.REGISTRAR, corpo=corpo, muda=True)
        lido = json.loads(resposta.corpo)
        if resposta.status in (400, 422):
            return Rejeitado(erros=(ErroBanco(mensagem=lido["erro"], campo=lido.get("campo", "")),))
        if self._apoio:
            yield apoio
        return Registrado(titulo=self.read(lido))

    def consultar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str = "") -> Passos[ResultadoConsulta]:
        del conta, referencia
        resposta = yield Pedido(metodo="GET", caminho=f"/titulos/{titulo.chave}", classe=Classe.CONSULTAR)
        if resposta.status == 404:
            return Ausente()
        return Encontrado(titulo=self.read(json.loads(resposta.corpo)))

    def listar(self, conta: ContaApi, filtro: Filtro) -> Passos[ResultadoLista]:
        del conta, filtro
        resposta = yield Pedido(metodo="GET", caminho="/titulos", classe=Classe.LISTAR)
        return [self.read(um) for um in json.loads(resposta.corpo)]

    def alterar(
        self, titulo: TituloRegistro, conta: ContaApi, referencia: str, campo: str, valor: object
    ) -> Passos[ResultadoComando]:
        del titulo, conta
        corpo = json.dumps({campo: str(valor)}).encode()
        return self._done((yield _change(f"/titulos/{referencia}", Classe.ALTERAR, corpo)))

    def baixar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoComando]:
        del titulo, conta
        return self._done((yield _change(f"/titulos/{referencia}/baixar", Classe.BAIXAR, b"{}")))

    def pdf(self, titulo: TituloRegistro, conta: ContaApi, referencia: str) -> Passos[ResultadoPdf]:
        del titulo, conta, referencia
        yield from ()
        return SemSuporte(motivo="o Banco Pequeno não dá PDF")

    def conferir(self, conta: ContaApi) -> Pedido:
        del conta
        return Pedido(metodo="GET", caminho="/conferir", classe=Classe.CONSULTAR)

    def read(self, dado: Mapping[str, Any]) -> TituloNoBanco:
        """Return the title in *dado*."""
        dia = dado.get("pago_em")
        return TituloNoBanco(
            referencia=str(dado["id"]),
            chave=dado.get("chave", ""),
            linha_digitavel=dado.get("linha", ""),
            nosso_numero=dado.get("nosso_numero", ""),
            valor=dado.get("valor"),
            vencimento=date.fromisoformat(dado["vencimento"]) if "vencimento" in dado else None,
            pix=dado.get("pix", ""),
            estado=dado.get("estado", "aberto"),
            situacao=dado.get("situacao", ""),
            valor_pago=dado.get("valor_pago"),
            data_pagamento=date.fromisoformat(dia) if dia else None,
            data_credito=date.fromisoformat(dia) if dia else None,
        )

    @staticmethod
    def _done(resposta: Resposta) -> ResultadoComando:
        if resposta.status >= 400:
            return Rejeitado(erros=(ErroBanco(mensagem=json.loads(resposta.corpo)["erro"]),))
        return Feito()


def _change(caminho: str, classe: Classe, corpo: bytes) -> Pedido:
    return Pedido(metodo="POST", caminho=caminho, classe=classe, corpo=corpo, muda=True)


def titulo() -> TituloRegistro:
    """Return a title of no books."""
    boleto = Boleto(
        id=1,
        empresa_id=1,
        convenio_id=1,
        pessoa_id=1,
        sequencial=1,
        numero_documento="NF1",
        nosso_numero="00000001",
        nosso_numero_impresso="00000001-0",
        agencia_codigo_beneficiario="",
        codigo_barras="",
        linha_digitavel="",
        emissao=date(2026, 11, 20),
        vencimento=date(2026, 12, 10),
        valor=100_00,
    )
    return TituloRegistro(
        chave="000001ABCDEFGHI",
        boleto=boleto,
        convenio=Convenio(
            empresa_id=1, codigo="1", descricao="", conta_id=1, banco="341", formato="400", carteira="109"
        ),
        conta=Conta(empresa_id=1, codigo="1", descricao="", banco="341", agencia="0057", conta="12345"),
        empresa=Empresa(codigo="001", razao_social="Empresa Exemplo Ltda", documento="11222333000181"),
        pagador=Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo", documento="52998224725"),
    )
