"""On the wire: what a client sees of each fault and what the bank has afterwards, TLS, tokens, and the own process."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.banco_de_provas.autoridade import Autoridade, Certificado
from tests.banco_de_provas.dialetos.registro import open_dialeto
from tests.banco_de_provas.exemplos import EXEMPLOS
from tests.banco_de_provas.faltas import CONSULTAR, REGISTRAR, Falta, Plano, Sorteio
from tests.banco_de_provas.processo import BancoDeProvas
from tests.banco_de_provas.servidor import Servidor

HOJE = date(2026, 11, 23)
INTER = EXEMPLOS["inter"]
CHILD = """
import ast, requests, sys, time
url, corpo, token, par, ca = ast.literal_eval(sys.argv[1])
feito = requests.post(url, json=corpo, headers={"Authorization": "Bearer " + token}, cert=par, verify=ca, timeout=5)
print(feito.status_code, flush=True)
time.sleep(60)
"""


@pytest.fixture(scope="module")
def ac(tmp_path_factory: pytest.TempPathFactory) -> Autoridade:
    return Autoridade(tmp_path_factory.mktemp("ac"))


@pytest.fixture(scope="module")
def cliente(ac: Autoridade) -> Certificado:
    return ac.cliente()


class Caller:
    """A client of Inter with everything in order."""

    def __init__(self, endereco: str, ac: Autoridade, cliente: Certificado) -> None:
        self.endereco, self.sessao = endereco, requests.Session()
        self.sessao.trust_env, self.sessao.verify = False, str(ac.ca)
        self.sessao.cert = (str(cliente.certificado), str(cliente.chave))

    def token(self) -> requests.Response:
        assert INTER.token is not None
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.sessao.post(self.endereco + INTER.token.caminho, data=INTER.token.corpo, headers=headers, timeout=5)

    def enter(self) -> None:
        self.sessao.headers["Authorization"] = f"Bearer {self.token().json()['access_token']}"

    def register(self, chave: str = "F1") -> requests.Response:
        corpo = dict(INTER.corpo) | {"seuNumero": chave}
        return self.sessao.post(self.endereco + INTER.registrar, json=corpo, timeout=(3, 0.4), allow_redirects=False)


@contextmanager
def inter(ac: Autoridade, cliente: Certificado, **plano: Any) -> Iterator[tuple[Servidor, Caller]]:
    dialeto = open_dialeto("inter", Plano(cala=2.0, goteja=0.6, **plano), hoje=HOJE)
    with Servidor(dialeto, ac.servidor(), ac.ca) as servidor:
        caller = Caller(servidor.endereco, ac, cliente)
        caller.enter()
        yield servidor, caller
        caller.sessao.close()


@pytest.mark.parametrize(
    "falta", [f for f in Falta if f not in (Falta.VALOR, Falta.TROCADA, Falta.NUNCA, Falta.SEM_PIX)]
)
def test_each_fault_leaves_at_the_bank_what_it_says_and_the_client_no_good_answer(
    ac: Autoridade, cliente: Certificado, falta: Falta
) -> None:
    with inter(ac, cliente, marcadas={"F1": (falta,)}) as (servidor, caller):
        try:
            resposta = caller.register()
            achado: object = resposta.json().get("codigoSolicitacao") if resposta.status_code == 200 else None
        except requests.RequestException:
            achado = None
        salvos = len(servidor.dialeto.nucleo.titulos)
    assert salvos == (1 if falta.saves else 0)
    assert bool(achado) == (falta is Falta.GOTEJA)


@pytest.mark.parametrize(
    ("falta", "error"),
    [
        (Falta.CALA_DEPOIS, requests.ReadTimeout),
        (Falta.CAI_ANTES, requests.ConnectionError),
        (Falta.CAI_DEPOIS, requests.ConnectionError),
        (Falta.CORTADO, requests.exceptions.ChunkedEncodingError),
    ],
)
def test_a_lost_answer_is_an_exception_and_before_and_after_look_the_same(
    ac: Autoridade, cliente: Certificado, falta: Falta, error: type[Exception]
) -> None:
    with inter(ac, cliente, marcadas={"F1": (falta,)}) as (_servidor, caller), pytest.raises(error):
        caller.register()


@pytest.mark.parametrize(
    ("falta", "status", "header"),
    [
        (Falta.ESPERA, 429, ("Retry-After", "1")),
        (Falta.ESPERA_SEM_DIZER, 429, ("Retry-After", None)),
        (Falta.ERRO_DEPOIS, 500, ("Content-Type", "application/json")),
        (Falta.HTML_DEPOIS, 502, ("Content-Type", "text/html")),
        (Falta.REDIRECIONA, 307, ("Location", "https://127.0.0.1:1/outro")),
        (Falta.TOKEN, 401, ("Retry-After", None)),
        (Falta.DUPLICADO, 409, ("Retry-After", None)),
    ],
)
def test_a_fault_with_an_answer_says_so(
    ac: Autoridade, cliente: Certificado, falta: Falta, status: int, header: tuple[str, str | None]
) -> None:
    with inter(ac, cliente, marcadas={"F1": (falta,)}) as (_servidor, caller):
        resposta = caller.register()
    assert resposta.status_code == status
    assert resposta.headers.get(header[0]) == header[1]


def test_a_late_title_is_seen_by_nobody_before_its_time(ac: Autoridade, cliente: Certificado) -> None:
    with inter(ac, cliente, marcadas={"F1": ("tarde",)}, atraso=100.0) as (servidor, caller):
        caller.register()
        query = {"dataInicial": "2026-11-22", "dataFinal": "2026-11-23", "filtrarDataPor": "EMISSAO", "seuNumero": "F1"}
        antes = caller.sessao.get(servidor.endereco + INTER.registrar, params=query, timeout=5).json()["cobrancas"]
        servidor.dialeto.nucleo.advance(101)
        depois = caller.sessao.get(servidor.endereco + INTER.registrar, params=query, timeout=5).json()["cobrancas"]
    assert (len(antes), len(depois)) == (0, 1)


def test_a_plan_draws_the_same_faults_whatever_the_order() -> None:
    chaves = [f"T{numero}" for numero in range(300)]
    plano = Plano(semente=7, registrar=0.33, consultar=0.1)
    primeiro, outro = Sorteio(plano), Sorteio(plano)
    sorteadas = {chave: primeiro.draw("registrar", chave) for chave in chaves}
    assert sorteadas == {chave: outro.draw("registrar", chave) for chave in reversed(chaves)}
    assert 70 < sum(falta is not None for falta in sorteadas.values()) < 130
    assert {str(falta) for falta in sorteadas.values() if falta} == set(REGISTRAR)
    assert set(CONSULTAR) < {str(falta) for falta in Falta}


# TLS ---------------------------------------------------------------------------------------------------------------


def test_without_a_client_certificate_the_bank_hangs_up_and_serves_the_others(
    ac: Autoridade, cliente: Certificado
) -> None:
    with inter(ac, cliente) as (servidor, caller):
        with pytest.raises(requests.RequestException):
            requests.post(servidor.endereco + INTER.registrar, json={}, verify=str(ac.ca), timeout=5)
        assert caller.register().status_code == 200


@pytest.mark.parametrize("mal", ["alheio", "vencido"])
def test_a_client_certificate_of_another_authority_or_expired_is_not_taken(
    ac: Autoridade, cliente: Certificado, tmp_path: Path, mal: str
) -> None:
    outro = Autoridade(tmp_path).cliente() if mal == "alheio" else ac.cliente("vencido", dias=(-9, -1))
    with inter(ac, cliente) as (servidor, _caller):
        estranho = Caller(servidor.endereco, ac, outro)
        with pytest.raises(requests.RequestException):
            estranho.token()
        assert servidor.dialeto.nucleo.tokens.dados == 1


@pytest.mark.parametrize("mal", ["vencido", "outro_nome", "outra_ac"])
def test_a_client_that_looks_sees_a_bad_server(ac: Autoridade, cliente: Certificado, tmp_path: Path, mal: str) -> None:
    proprio = {
        "vencido": lambda: ac.servidor("vencido", dias=(-9, -1)),
        "outro_nome": lambda: ac.servidor("outro", hosts=("banco.exemplo.com.br",)),
        "outra_ac": lambda: Autoridade(tmp_path).servidor(),
    }[mal]()
    with Servidor(open_dialeto("inter", hoje=HOJE), proprio, ac.ca) as servidor:
        with pytest.raises(requests.exceptions.SSLError):
            Caller(servidor.endereco, ac, cliente).token()
        assert servidor.dialeto.nucleo.eventos == []


def test_one_that_does_not_shake_hands_keeps_nobody_waiting(ac: Autoridade, cliente: Certificado) -> None:
    with inter(ac, cliente) as (servidor, caller), socket.create_connection(_at(servidor)):
        begin = time.monotonic()
        assert caller.register().status_code == 200
        assert time.monotonic() - begin < 2


def _at(servidor: Servidor) -> tuple[str, int]:
    return "127.0.0.1", int(servidor.endereco.rpartition(":")[2])


# tokens and the process --------------------------------------------------------------------------------------------


def test_no_more_than_five_tokens_a_minute_at_inter(ac: Autoridade, cliente: Certificado) -> None:
    with inter(ac, cliente) as (servidor, caller):
        assert [caller.token().status_code for _ in range(5)] == [200, 200, 200, 200, 429]
        servidor.dialeto.nucleo.advance(61)
        assert caller.token().status_code == 200


def test_a_wrong_secret_gets_no_token(ac: Autoridade, cliente: Certificado) -> None:
    with inter(ac, cliente) as (servidor, caller):
        corpo = "grant_type=client_credentials&client_id=cliente-provas-0b7e4c1a&client_secret=outro&scope="
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        resposta = caller.sessao.post(servidor.endereco + "/oauth/v2/token", data=corpo, headers=headers, timeout=5)
    assert resposta.status_code == 401


def test_a_title_is_paid_and_told_by_day_of_payment(tmp_path: Path) -> None:
    with BancoDeProvas(tmp_path, "inter", hoje=HOJE) as banco:
        caller = Caller(banco.endereco, banco.autoridade, banco.cliente)
        caller.enter()
        assert caller.register("F1").status_code == caller.register("F2").status_code == 200
        banco.pagar(chave="F2", valor=15100, em="2026-11-24")
        query = {"dataInicial": "2026-11-24", "dataFinal": "2026-11-24", "filtrarDataPor": "PAGAMENTO"}
        pagas = caller.sessao.get(banco.endereco + INTER.registrar, params=query, timeout=5).json()["cobrancas"]
        caller.sessao.close()
        assert [(c["cobranca"]["seuNumero"], c["cobranca"]["valorTotalRecebido"]) for c in pagas] == [("F2", 151.0)]
        assert banco.resumo() == {
            "titulos": 2,
            "chaves": 2,
            "repetidas": {},
            "tokens": 1,
            "pedidos": 4,
            "com_falta": 0,
            "registrar": 2,
            "registrar_com_falta": 0,
        }


def test_the_bank_outlives_a_client_that_is_killed(tmp_path: Path) -> None:
    with BancoDeProvas(tmp_path, "inter", hoje=HOJE) as banco:
        token = Caller(banco.endereco, banco.autoridade, banco.cliente).token().json()["access_token"]
        par = (str(banco.cliente.certificado), str(banco.cliente.chave))
        feito = [banco.endereco + INTER.registrar, dict(INTER.corpo), token, par, str(banco.ca)]
        child = subprocess.Popen([sys.executable, "-c", CHILD, repr(feito)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"200\n"
        child.kill()
        child.wait()
        child.stdout.close()
        assert [titulo["chave"] for titulo in banco.titulos()] == ["F1"]
