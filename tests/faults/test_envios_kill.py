"""The process is killed in the middle of sending: afterwards each customer gets each boleto once.

In the suite a few kills; more by this file as a program::

    PYTHONPATH=src:. python tests/faults/test_envios_kill.py --vezes 50
"""

import argparse
import os
import random
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import finbank_desktop
from finbank_desktop.domain.correio import EstadoEnvio, PedidoEnvio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.modelos_email import ENVIO, PADROES
from tests.correio import HOJE, Escritorio, Servidor

CLIENTES = 8
SOURCES = str(Path(finbank_desktop.__file__).parents[1])
CHILD = f"""
import datetime, sys
from finbank_desktop import wiring
services = wiring.build(sys.argv[1], usuario="bia", hoje=lambda: datetime.date({HOJE.year}, {HOJE.month}, {HOJE.day}))
services.envios.run(1)
"""


def play(folder: Path, when: str, at: int, delay: float = 0.0) -> Counter[EstadoEnvio]:
    """Kill the sending process at message *at* and see that afterwards everybody has one; return the states left.

    Args:
        folder: Where the books are.
        when: ``recebida``: the server has the message and did not answer; ``depois``: *delay* seconds later, anywhere.
        at: Number of the message, from 1.
        delay: Seconds.
    """
    escritorio = Escritorio(folder, clientes=CLIENTES)
    boletos = escritorio.boletos()
    assunto, texto = PADROES[ENVIO]
    envios = escritorio.services.envios
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        envios.apply(envios.plan([b.id for b in boletos], PedidoEnvio(modelo=ENVIO, assunto=assunto, texto=texto)))
        escritorio.services.database.close()
        killed = _send_and_kill(escritorio.path, servidor, when, at, delay)
        outro = _again(escritorio, servidor)
    assert killed
    assert Counter(servidor.para()) == Counter(pessoa.email for pessoa in escritorio.pessoas)
    return outro


def _send_and_kill(path: Path, servidor: Servidor, when: str, at: int, delay: float) -> bool:
    surroundings = {**os.environ, "PYTHONPATH": SOURCES, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    process = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], env=surroundings)
    timers: list[threading.Timer] = []

    def seen(quantas: int) -> None:
        if quantas == at and when == "recebida":
            process.kill()
            process.wait()
        elif quantas == at:
            timers.append(threading.Timer(delay, process.kill))
            timers[0].start()

    servidor.ao_receber = seen
    code = process.wait(120)
    for timer in timers:
        timer.cancel()
        timer.join()
    servidor.ao_receber = lambda _quantas: None
    return code < 0 or when == "depois"


def _again(escritorio: Escritorio, servidor: Servidor) -> Counter[EstadoEnvio]:
    """Start anew as a person would: answer what is uncertain by what the customer says, then send the rest."""
    from finbank_desktop import wiring  # noqa: PLC0415 - a start of its own

    services = wiring.build(str(escritorio.path), usuario="ana", hoje=lambda: HOJE)
    envios = services.envios
    deixados = Counter(linha["estado"] for linha in envios.list(ListQuery()).linhas)
    assert deixados[EstadoEnvio.ENVIANDO] == 0
    assert deixados[EstadoEnvio.INCERTO] <= 1
    chegaram = {recebida.mensagem["Message-ID"] for recebida in servidor.caixa}
    for linha in envios.list(ListQuery(filtros={"estado": "INCERTO"})).linhas:
        row = int(linha["id"])
        envios.resolve([row], chegou=envios.get(row).message_id in chegaram)
    envios.run(1)
    assert envios.counts(1) == {EstadoEnvio.ENVIADO: CLIENTES}
    services.database.close()
    return deixados


def test_killed_before_the_answer_the_message_is_asked_about(tmp_path: Path) -> None:
    deixados = play(tmp_path, "recebida", 3)
    assert deixados == {EstadoEnvio.ENVIADO: 2, EstadoEnvio.INCERTO: 1, EstadoEnvio.NA_FILA: CLIENTES - 3}


@pytest.mark.parametrize("delay", [0.0, 0.03])
def test_killed_anywhere_each_customer_gets_each_boleto_once(tmp_path: Path, delay: float) -> None:
    deixados = play(tmp_path, "depois", 2, delay)
    assert sum(deixados.values()) == CLIENTES
    assert deixados[EstadoEnvio.ENVIADO] + deixados[EstadoEnvio.INCERTO] >= 1


def main() -> None:
    """Kill many times at random moments."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--vezes", type=int, default=20)
    sorte = random.Random(1)
    total: Counter[EstadoEnvio] = Counter()
    for _vez in range(parser.parse_args().vezes):
        with TemporaryDirectory() as folder:
            total += play(Path(folder), "depois", sorte.randint(1, CLIENTES - 1), sorte.random() / 5)
    sys.stdout.write(f"{dict(total)}\n")


if __name__ == "__main__":
    main()
