"""What each thing that can happen to a call means for its title; one test per row of the runner's table."""

import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registro import Ambiente, ContaApi
from finbank_desktop.gateway import runner, tls, transporte
from finbank_desktop.gateway.enderecos import check_base, url
from finbank_desktop.gateway.falhas import ChamadaError, InterrompidoError
from finbank_desktop.gateway.port import (
    Ausente,
    Classe,
    Desconhecido,
    Encontrado,
    Indeterminado,
    NaoEnviado,
    Parar,
    Pedido,
    Registrado,
    Rejeitado,
)
from finbank_desktop.gateway.runner import Canal, retry_after
from tests.unit.gateway.bancozinho import SEGREDO, AdaptadorPequeno, Bancozinho, Chega, Responde, titulo

POST = Pedido(metodo="POST", caminho="/titulos", classe=Classe.REGISTRAR, corpo=b"x", muda=True)
BOM = Responde(corpo=b'{"id": "T1"}')


class Ampulheta:
    """A clock that stands still but for the waits, which it counts; told so, it ends them."""

    def __init__(self) -> None:
        self.hora = 1000.0
        self.esperas: list[float] = []
        self.interrompe = False
        self._trava = threading.Lock()

    def agora(self) -> float:
        return self.hora

    def dormir(self, segundos: float) -> None:
        if self.interrompe:
            raise InterrompidoError
        with self._trava:
            self.esperas.append(segundos)
            self.hora += segundos


@pytest.fixture
def ampulheta() -> Ampulheta:
    return Ampulheta()


@pytest.fixture
def abrir(ampulheta: Ampulheta) -> Iterator[Callable[..., Canal]]:
    canais = []

    def open_channel(banco: Bancozinho | str, adaptador: AdaptadorPequeno | None = None, tudo: float = 2.0) -> Canal:
        base = banco if isinstance(banco, str) else banco.endereco
        conta = ContaApi(id=1, convenio_id=1, adaptador="pequeno", ambiente=Ambiente.PRODUCAO, base=base)
        pequeno = adaptador or AdaptadorPequeno()
        canais.append(Canal(pequeno, conta, {"chave": SEGREDO}, relogio=ampulheta, ler=0.3, tudo=tudo))
        return canais[-1]

    yield open_channel
    for canal in canais:
        canal.fechar()


def closed_port() -> int:
    with socket.socket() as livre:
        livre.bind(("127.0.0.1", 0))
        return int(livre.getsockname()[1])


# --- surely not processed


def test_a_refused_connection_is_tried_again_with_growing_waits_and_surely_was_not_sent(
    abrir: Callable[..., Canal], ampulheta: Ampulheta
) -> None:
    resultado = abrir(f"http://127.0.0.1:{closed_port()}").registrar(titulo())
    assert isinstance(resultado, NaoEnviado)
    assert len(ampulheta.esperas) == runner.VEZES - 1
    assert all(0.5 * 0.5 * 2**n <= espera <= 0.5 * 1.5 * 2**n for n, espera in enumerate(ampulheta.esperas))


@pytest.mark.parametrize("endereco", ["https://nome-que-nao-existe.invalid", "http://nome-que-nao-existe.invalid"])
def test_a_name_nobody_knows_sends_nothing(endereco: str) -> None:
    carrega = transporte.Transporte(tls.contexto())
    with pytest.raises(transporte.RedeError) as erro:
        carrega.enviar(POST, endereco, {})
    carrega.fechar()
    assert not erro.value.saiu


def test_a_connection_that_is_not_taken_in_time_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transporte, "CONECTAR", 0.2)
    with socket.socket() as surdo:
        surdo.bind(("127.0.0.1", 0))
        surdo.listen(0)
        cheias = [socket.socket() for _ in range(4)]
        for cheia in cheias:
            cheia.setblocking(False)  # noqa: FBT003 - the socket module's own way
            cheia.connect_ex(surdo.getsockname())
        carrega = transporte.Transporte(tls.contexto())
        endereco = f"https://127.0.0.1:{surdo.getsockname()[1]}/"
        with pytest.raises(transporte.RedeError) as erro:
            carrega.enviar(POST, endereco, {})
        carrega.fechar()
        for cheia in cheias:
            cheia.close()
    assert not erro.value.saiu


def test_a_server_that_speaks_no_tls_gets_no_request() -> None:
    with Bancozinho() as banco:
        carrega = transporte.Transporte(tls.contexto())
        with pytest.raises(transporte.RedeError) as erro:
            carrega.enviar(POST, banco.endereco.replace("http:", "https:"), {})
        carrega.fechar()
    assert (erro.value.saiu, banco.chegaram) == (False, [])


def test_a_bank_that_asks_to_wait_gets_the_same_bytes_after_that_wait(
    abrir: Callable[..., Canal], ampulheta: Ampulheta
) -> None:
    with Bancozinho(Responde(status=429, headers={"Retry-After": "7"}), BOM) as banco:
        resultado = abrir(banco).registrar(titulo())
    assert isinstance(resultado, Registrado)
    assert 7 <= sum(ampulheta.esperas) < 8
    assert len({chegou.corpo for chegou in banco.chegaram}) == 1
    assert len(banco.chegaram) == 2


def test_a_longer_wait_than_a_minute_is_left_for_another_run(abrir: Callable[..., Canal], ampulheta: Ampulheta) -> None:
    with Bancozinho(Responde(status=429, headers={"Retry-After": "3600"})) as banco:
        resultado = abrir(banco).registrar(titulo())
    assert isinstance(resultado, NaoEnviado)
    assert resultado.espera == timedelta(hours=1)
    assert (len(banco.chegaram), ampulheta.esperas) == (1, [])


def test_the_waits_a_bank_may_ask_for() -> None:
    agora = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    assert retry_after({"retry-after": "Fri, 20 Nov 2026 12:00:30 GMT"}, agora) == 30
    assert retry_after({"retry-after": "Fri, 20 Nov 2026 11:00:00 GMT"}, agora) == 0
    assert retry_after({"retry-after": "amanhã", "ratelimit-reset": "12"}) == 12
    assert retry_after({"retry-after": "99999999999999999999"}) == 5


def test_a_token_that_is_no_longer_good_is_renewed_once(abrir: Callable[..., Canal]) -> None:
    with Bancozinho(Responde(status=401, corpo=b"{}"), BOM) as banco:
        resultado = abrir(banco).registrar(titulo())
    assert isinstance(resultado, Registrado)
    assert [chegou.headers["authorization"] for chegou in banco.chegaram] == ["Bearer token-1", "Bearer token-2"]


def test_credentials_that_are_refused_again_stop_everything(abrir: Callable[..., Canal]) -> None:
    with Bancozinho(Responde(status=401, corpo=b'{"erro": "segredo s3gr3d0-d0-bancozinho errado"}')) as banco:
        canal = abrir(banco)
        resultado = canal.registrar(titulo())
    assert isinstance(resultado, Parar)
    assert canal.parado == resultado.motivo
    assert (len(banco.chegaram), banco.tokens) == (2, 2)
    assert SEGREDO not in resultado.motivo


@pytest.mark.parametrize("status", [403, 404, 405, 415])
def test_a_closed_door_where_titles_are_registered_stops_everything(abrir: Callable[..., Canal], status: int) -> None:
    with Bancozinho(Responde(status=status, corpo=b"{}")) as banco:
        canal = abrir(banco)
        assert isinstance(canal.registrar(titulo()), Parar)
    assert canal.parado
    assert len(banco.chegaram) == 1


def test_a_token_that_is_not_given_sends_nothing(abrir: Callable[..., Canal]) -> None:
    with Bancozinho(token=401) as banco:
        assert isinstance(abrir(banco).registrar(titulo()), Parar)
    assert banco.chegaram == []


# --- for the adapter


@pytest.mark.parametrize("status", [400, 422])
def test_what_the_bank_refuses_in_words_is_refused(abrir: Callable[..., Canal], status: int) -> None:
    with Bancozinho(Responde(status=status, corpo=b'{"erro": "CEP", "campo": "cep"}')) as banco:
        resultado = abrir(banco).registrar(titulo())
    assert isinstance(resultado, Rejeitado)
    assert resultado.erros[0].campo == "cep"


# --- nobody knows


@pytest.mark.parametrize(
    "plano",
    [
        *(Responde(status=status, corpo=b"<html>") for status in (408, 500, 502, 503, 504)),
        Responde(cai=True),
        Responde(corta=True, corpo=b'{"id": "T1", "resto": "de um corpo maior"}'),
        Responde(espera=1.0),
        Responde(goteja=0.05, corpo=b'{"id": "T1", "resto": "de um corpo que pinga"}'),
        Responde(corpo=b"nada que se leia"),
        Responde(corpo=b"[]"),
        Responde(corpo=b""),
        Responde(headers={"Content-Encoding": "gzip"}),
    ],
    ids=str,
)
def test_after_a_byte_has_left_no_failure_is_certain_and_nothing_is_sent_again(
    abrir: Callable[..., Canal], plano: Responde
) -> None:
    with Bancozinho(plano) as banco:
        resultado = abrir(banco, tudo=0.5).registrar(titulo())
    assert isinstance(resultado, Desconhecido)
    assert len(banco.chegaram) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_never_followed_and_stops_everything(abrir: Callable[..., Canal], status: int) -> None:
    with Bancozinho() as alheio, Bancozinho(Responde(status=status, headers={"Location": alheio.endereco})) as banco:
        canal = abrir(banco)
        assert isinstance(canal.registrar(titulo()), Desconhecido)
    assert canal.parado
    assert (len(banco.chegaram), alheio.chegaram) == (1, [])


def test_a_failure_before_the_call_that_changes_something_is_certain(abrir: Callable[..., Canal]) -> None:
    with Bancozinho(Responde(status=500)) as banco:
        assert isinstance(abrir(banco, AdaptadorPequeno(apoio=True)).registrar(titulo()), NaoEnviado)
    assert {chegou.metodo for chegou in banco.chegaram} == {"GET"}


def test_a_failure_behind_the_call_that_changes_something_is_not(abrir: Callable[..., Canal]) -> None:
    def after_the_post(chegou: Chega) -> Responde:
        return Responde() if chegou.metodo == "POST" or len(banco.chegaram) == 1 else Responde(status=500)

    with Bancozinho(after_the_post) as banco:
        assert isinstance(abrir(banco, AdaptadorPequeno(apoio=True)).registrar(titulo()), Desconhecido)
    assert [chegou.metodo for chegou in banco.chegaram].count("POST") == 1


def test_who_ends_the_run_while_it_waits_has_sent_nothing(abrir: Callable[..., Canal], ampulheta: Ampulheta) -> None:
    ampulheta.interrompe = True
    with Bancozinho(Responde(status=429, headers={"Retry-After": "7"})) as banco:
        assert isinstance(abrir(banco).registrar(titulo()), NaoEnviado)
    assert len(banco.chegaram) == 1


# --- before a call leaves


def test_the_journal_hears_of_the_exact_bytes_before_they_leave(abrir: Callable[..., Canal]) -> None:
    vistos: list[tuple[bytes | None, int]] = []
    with Bancozinho() as banco:
        abrir(banco).registrar(titulo(), lambda pedido: vistos.append((pedido.corpo, len(banco.chegaram))))
    assert vistos == [(banco.chegaram[0].corpo, 0)]


def test_a_journal_that_cannot_be_written_keeps_the_call_from_leaving(abrir: Callable[..., Canal]) -> None:
    def full(_pedido: Pedido) -> None:
        raise OSError("disco cheio")

    with Bancozinho() as banco, pytest.raises(OSError, match="disco cheio"):
        abrir(banco).registrar(titulo(), full)
    assert banco.chegaram == []


# --- look-ups


@pytest.mark.parametrize("plano", [Responde(status=500), Responde(cai=True), Responde(espera=1.0)], ids=str)
def test_a_call_that_only_reads_is_tried_again(abrir: Callable[..., Canal], plano: Responde) -> None:
    with Bancozinho(plano, plano, BOM) as banco:
        assert isinstance(abrir(banco).consultar(titulo()), Encontrado)
    assert len(banco.chegaram) == 3


@pytest.mark.parametrize(
    "plano", [Responde(status=500), Responde(status=403), Responde(corpo=b"?"), Responde(status=302)], ids=str
)
def test_a_look_up_that_does_not_get_through_says_nothing(abrir: Callable[..., Canal], plano: Responde) -> None:
    with Bancozinho(plano) as banco:
        assert isinstance(abrir(banco).consultar(titulo()), Indeterminado)


def test_a_title_that_is_not_there_is_absent(abrir: Callable[..., Canal]) -> None:
    with Bancozinho(Responde(status=404, corpo=b"{}")) as banco:
        assert isinstance(abrir(banco).consultar(titulo()), Ausente)


# --- the token


def test_eight_threads_ask_for_one_token_and_again_when_four_fifths_of_its_life_are_over(
    abrir: Callable[..., Canal], ampulheta: Ampulheta
) -> None:
    with Bancozinho(vida=100) as banco:
        canal = abrir(banco)

        def eight() -> None:
            juntas = [threading.Thread(target=canal.consultar, args=(titulo(),)) for _ in range(8)]
            for uma in juntas:
                uma.start()
            for uma in juntas:
                uma.join()

        eight()
        assert banco.tokens == 1
        ampulheta.hora += 79
        eight()
        assert banco.tokens == 1
        ampulheta.hora += 2
        eight()
        assert banco.tokens == 2


def test_an_account_without_tokens_asks_for_none(abrir: Callable[..., Canal]) -> None:
    with Bancozinho() as banco:
        abrir(banco, AdaptadorPequeno(autenticado=False)).consultar(titulo())
    assert (banco.tokens, len(banco.chegaram)) == (0, 1)


# --- what is proved before anything is sent


def test_an_account_is_proved_by_a_harmless_call(abrir: Callable[..., Canal]) -> None:
    with Bancozinho() as banco:
        abrir(banco).conferir()
    assert [(chegou.metodo, chegou.caminho) for chegou in banco.chegaram] == [("GET", "/conferir")]


@pytest.mark.parametrize("status", [401, 403])
def test_an_account_that_may_not_in_is_said_so(abrir: Callable[..., Canal], status: int) -> None:
    with Bancozinho(Responde(status=status, corpo=b"sem escopo")) as banco, pytest.raises(ChamadaError) as erro:
        abrir(banco).conferir()
    assert erro.value.parar
    assert "sem escopo" in erro.value.motivo


# --- what never happens


def test_proxies_cookies_and_passwords_of_the_environment_are_left_alone(
    abrir: Callable[..., Canal], monkeypatch: pytest.MonkeyPatch
) -> None:
    for nome in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(nome, f"http://127.0.0.1:{closed_port()}")
    with Bancozinho(Responde(headers={"Set-Cookie": "sessao=1; Path=/"})) as banco:
        canal = abrir(banco)
        canal.consultar(titulo())
        canal.consultar(titulo())
    assert len(banco.chegaram) == 2
    assert not any("cookie" in chegou.headers for chegou in banco.chegaram)


def test_the_log_tells_method_host_and_status_and_no_more(
    abrir: Callable[..., Canal], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="finbank_desktop")
    with Bancozinho() as banco:
        canal = abrir(banco)
        canal.registrar(titulo())
        canal.consultar(titulo())
    assert "POST 127.0.0.1 REGISTRAR: 200" in caplog.text
    for secreto in (SEGREDO, "token-1", titulo().chave, "10000"):
        assert secreto not in caplog.text
    assert SEGREDO not in repr(canal)
    assert SEGREDO not in repr(canal.__dict__.get("_transporte"))


@pytest.mark.parametrize(
    "base", ["https://banco.exemplo.com.br", "http://10.0.0.1", "ftp://127.0.0.1", "https://127.0.0.1.exemplo.com"]
)
def test_another_address_is_taken_only_on_this_computer(base: str) -> None:
    with pytest.raises(RefusedError, match="só é aceito neste computador"):
        check_base(base)


def test_another_base_keeps_the_path_of_the_bank() -> None:
    adaptador = AdaptadorPequeno()
    adaptador.hosts = {Ambiente.PRODUCAO: {"": "https://api.banco.invalid/cobranca/v2"}}
    conta = ContaApi(convenio_id=1, adaptador="pequeno", ambiente=Ambiente.PRODUCAO, base="https://127.0.0.1:8443/")
    pedido = Pedido(metodo="GET", caminho="/boletos", classe=Classe.CONSULTAR)
    assert url(adaptador, conta, pedido) == "https://127.0.0.1:8443/cobranca/v2/boletos"


def test_a_slow_answer_does_not_outlast_its_deadline(abrir: Callable[..., Canal]) -> None:
    with Bancozinho(Responde(goteja=0.05, corpo=json.dumps({"id": "x" * 1000}).encode())) as banco:
        begin = time.monotonic()
        abrir(banco, tudo=0.4).registrar(titulo())
    assert time.monotonic() - begin < 2
