"""A thousand titles with faults in a third of the calls, also with the program killed: the bank has each once.

The judge is the bank's own table. Other banks and numbers by this file as a program::

    PYTHONPATH=src:. python tests/faults/test_registro_mil.py --banco asaas --titulos 1000 --mortes 10
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import finbank_desktop
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.gateway import runner
from finbank_desktop.gateway.asaas import Asaas
from finbank_desktop.gateway.port import Ausente, Passos, ResultadoConsulta
from finbank_desktop.services.registros.service import RegistrosService
from tests.banco_de_provas.escritorio import DEPRESSA, HOJE, Escritorio
from tests.banco_de_provas.juiz import check_proofs, judge
from tests.banco_de_provas.processo import BancoDeProvas

TERCO = 0.42
"""Of the calls that register; a title meets at most two faults, so it comes to over a third of them all."""
VEZES = 8
"""How often somebody presses the button again before the judge is asked."""
MESTRA = "uma senha-mestra das provas"
ROOT = Path(__file__).parents[2]
SOURCES = str(Path(finbank_desktop.__file__).parents[1])
CHILD = """
import sys
from pathlib import Path
from finbank_desktop.gateway import adaptadores, runner
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.credentials import Credentials
from tests.banco_de_provas.escritorio import DEPRESSA, build_registros
path, nome, ca, convenio, mestra = sys.argv[1:]
runner.PRIMEIRA_ESPERA = 0.02
adaptador = type(adaptadores.adaptador(nome))()
with Database.open(path) as database:
    senhas = Credentials(pasta=Path(path).parent / "cofre")
    assert senhas.open_master(mestra)
    registros = build_registros(database, senhas, adaptador, Path(ca), DEPRESSA, 4)
    registros.recover()
    registros.run(registros.plan(int(convenio)))
"""


def bank(folder: Path, nome: str, **mais: Any) -> BancoDeProvas:
    """Return a bank that refuses no second title, with faults in a third of the calls."""
    plano = {"registrar": TERCO, "consultar": 0.1, "espera": 0, "cala": 3.0, "goteja": 0.3, **mais}
    pronto = 0.1 if nome == "inter" else 0.0
    return BancoDeProvas(folder, nome, hoje=HOJE, plano=plano, unico=False, tokens_por_minuto=0, pronto_apos=pronto)


def press(registros: RegistrosService, convenio_id: int) -> None:
    """Communicate until nothing is pending, as a person does who presses the button again."""
    for _ in range(VEZES):
        plan = registros.plan(convenio_id)
        if not plan.going or not registros.run(plan).pendentes:
            return


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "PRIMEIRA_ESPERA", 0.02)


# a thousand ----------------------------------------------------------------------------------------------------------


def play(folder: Path, nome: str, quantos: int) -> dict[str, Any]:
    """Register *quantos* titles at the bank *nome* and judge; return the bank's counts."""
    escritorio = Escritorio(folder / "livros", nome, clientes=7)
    with bank(folder, nome) as banco:
        boletos = [boleto.id for boleto in escritorio.boletos(quantos)]
        press(escritorio.registros(banco), escritorio.convenio.id)
        judge(banco, escritorio, boletos)
        resumo = banco.resumo() | {"enviados_de_novo": check_proofs(banco)}
    escritorio.services.database.close()
    return resumo


def test_a_thousand_titles_with_a_fault_in_a_third_of_the_calls_are_at_the_bank_once_each(tmp_path: Path) -> None:
    resumo = play(tmp_path, "inter", 1000)
    assert resumo["titulos"] == resumo["chaves"] == 1000
    assert resumo["registrar_com_falta"] * 3 >= resumo["registrar"]
    assert resumo["enviados_de_novo"] > 50


# killed --------------------------------------------------------------------------------------------------------------


def play_killed(folder: Path, nome: str, quantos: int, mortes: int, semente: int = 1) -> int:
    """Kill the registering process *mortes* times, each time a bit further; then finish and judge.

    Returns:
        How many titles were being sent when it died.
    """
    escritorio = Escritorio(folder / "livros", nome, clientes=7)
    sorte, deixados = Random(semente), 0
    with bank(folder, nome) as banco:
        boletos = [boleto.id for boleto in escritorio.boletos(quantos)]
        assert escritorio.senhas.open_master(MESTRA)  # another process can read them then
        registros = escritorio.registros(banco)
        for vez in range(1, mortes + 1):
            child = _running(escritorio, banco, quantos * vez // (mortes + 1))
            time.sleep(sorte.random() / 50)
            child.kill()
            child.wait()
            deixados += registros.recover()
        press(registros, escritorio.convenio.id)
        judge(banco, escritorio, boletos)
        check_proofs(banco)
    escritorio.services.database.close()
    return deixados


def _begin(escritorio: Escritorio, banco: BancoDeProvas) -> subprocess.Popen[bytes]:
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((SOURCES, str(ROOT))),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    argumentos = [str(escritorio.path), escritorio.dialeto, str(banco.ca), str(escritorio.convenio.id), MESTRA]
    return subprocess.Popen([sys.executable, "-c", CHILD, *argumentos], env=surroundings)


def _running(escritorio: Escritorio, banco: BancoDeProvas, titulos: int) -> subprocess.Popen[bytes]:
    """Return a process that is registering, when the bank has so many titles; one that gave up is begun again."""
    child = _begin(escritorio, banco)
    ate = time.monotonic() + 120
    while banco.resumo()["titulos"] < titulos:
        assert time.monotonic() < ate
        if child.poll() is not None:
            assert child.returncode == 0
            child = _begin(escritorio, banco)
        time.sleep(0.02)
    return child


def test_killed_ten_times_and_resumed_the_bank_has_each_of_a_thousand_titles_once(tmp_path: Path) -> None:
    assert play_killed(tmp_path, "sicoob", 1000, 10) > 0


# broken on purpose ---------------------------------------------------------------------------------------------------


class Cego(Asaas):
    """Asaas's adapter without its look-up: what is unknown counts as absent, nobody was asked."""

    def consultar(self, titulo: TituloRegistro, conta: ContaApi, referencia: str = "") -> Passos[ResultadoConsulta]:
        """Ask nobody."""
        del titulo, conta, referencia
        yield from ()
        return Ausente()


SEM_CARENCIA = replace(DEPRESSA, carencia=timedelta(milliseconds=1), entre_ausencias=timedelta(milliseconds=1))


@pytest.mark.parametrize("quebrado", ["sem_consulta", "sem_carencia"])
def test_a_broken_runner_does_not_pass_the_same_judge(tmp_path: Path, quebrado: str) -> None:
    escritorio = Escritorio(tmp_path / "livros", "asaas", clientes=7)
    sem_consulta = quebrado == "sem_consulta"
    mais = {} if sem_consulta else {"faltas_registrar": ("tarde",), "atraso": 60.0}
    with bank(tmp_path, "asaas", **mais) as banco:
        boletos = [boleto.id for boleto in escritorio.boletos(90)]
        registros = escritorio.registros(banco, adaptador=Cego() if sem_consulta else Asaas(), tempos=SEM_CARENCIA)
        registros.run(registros.plan(escritorio.convenio.id))
        with pytest.raises(AssertionError, match="títulos a mais no banco"):
            judge(banco, escritorio, boletos)
        assert len(banco.resumo()["repetidas"]) > 5
    escritorio.services.database.close()


def main(argumentos: Sequence[str] | None = None) -> None:
    """Play a bank and a number of one's own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--banco", default="inter")
    parser.add_argument("--titulos", type=int, default=1000)
    parser.add_argument("--mortes", type=int, default=0)
    parser.add_argument("--semente", type=int, default=1)
    pedido = parser.parse_args(argumentos)
    runner.PRIMEIRA_ESPERA = 0.02
    begin = time.monotonic()
    with TemporaryDirectory() as folder:
        if pedido.mortes:
            feito: Any = play_killed(Path(folder), pedido.banco, pedido.titulos, pedido.mortes, pedido.semente)
        else:
            feito = play(Path(folder), pedido.banco, pedido.titulos)
    sys.stdout.write(f"{json.dumps(feito)} {time.monotonic() - begin:.0f} s\n")


if __name__ == "__main__":
    main()
