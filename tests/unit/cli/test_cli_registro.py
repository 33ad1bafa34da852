"""`finbank registro enviar|consultar` against the tests' bank, in the contract's shapes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import finbank_desktop
from tests.banco_de_provas.dialetos.asaas import CHAVE
from tests.banco_de_provas.escritorio import HOJE, Escritorio
from tests.banco_de_provas.processo import BancoDeProvas

SOURCES = str(Path(finbank_desktop.__file__).parents[1])
MAIN = "import sys; from finbank_desktop.cli import main; sys.exit(main())"
SECRETS = {"FINBANK_SEGREDO_API_KEY": CHAVE}


class Terminal:
    """Runs the command on the office's books, trusting the bank's authority."""

    def __init__(self, escritorio: Escritorio, banco: BancoDeProvas) -> None:
        self.escritorio, self.banco = escritorio, banco

    def run(self, *words: str, secrets: dict[str, str] = SECRETS) -> tuple[int, Any, str]:
        """Return exit code, what was printed as JSON, and what stands on stderr."""
        surroundings = {**os.environ, **secrets, "SSL_CERT_FILE": str(self.banco.ca), "PYTHONPATH": SOURCES}
        command = [sys.executable, "-c", MAIN, *words, "--base", str(self.escritorio.path), "--json"]
        done = subprocess.run(command, env=surroundings, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        assert b"Traceback" not in done.stderr
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr.decode()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with BancoDeProvas(tmp_path / "banco", "asaas", hoje=HOJE) as banco:
        escritorio = Escritorio(tmp_path / "livros", "asaas", com_pix=False)
        escritorio.registros(banco)
        escritorio.boletos(3, dias=60)
        yield Terminal(escritorio, banco)
        escritorio.services.database.close()


def test_boletos_are_registered_and_their_payments_imported_from_the_command_line(terminal: Terminal) -> None:
    convenio = terminal.escritorio.convenio.codigo
    code, simulated, _ = terminal.run("registro", "enviar", "--convenio", convenio, "--simular")
    assert (code, simulated["applied"], len(simulated["plan"]["rows"])) == (0, False, 3)
    assert terminal.banco.titulos() == []
    code, sent, _ = terminal.run("registro", "enviar", "--convenio", convenio)
    assert (code, sent["applied"], sent["registered"], sent["pending"], sent["stopped"]) == (0, True, 3, 0, None)
    assert [um["registrado"] for um in sent["results"]] == [True] * 3
    code, _, said = terminal.run("registro", "enviar", "--convenio", convenio)
    assert (code, json.loads(said)["error"]["code"]) == (3, "nada_a_comunicar")
    titulo = terminal.banco.titulos()[0]
    terminal.banco.pagar(id=titulo["id"], valor=titulo["valor"], em=HOJE.isoformat())
    period = ("--de", "2026-11-01", "--ate", "2026-12-31")
    code, asked, _ = terminal.run("registro", "consultar", "--convenio", convenio, *period)
    assert (code, asked["applied"], asked["plan"]["tabs"]["baixas"]) == (0, True, 1)
    assert asked["plan"]["rows"][0]["valor_pago"] == f"{titulo['valor'] // 100}.{titulo['valor'] % 100:02d}"
    code, asked, _ = terminal.run("registro", "consultar", "--convenio", convenio, *period)
    assert (code, asked["applied"], asked["plan"]["tabs"]["baixas"]) == (0, False, 0)
    code, undone, _ = terminal.run("importacoes", "desfazer", "1")
    assert (code, undone["undone"]) == (0, True)


def test_what_is_wrong_with_an_account_is_one_sentence_and_sends_nothing(terminal: Terminal) -> None:
    convenio = terminal.escritorio.convenio.codigo
    code, shown, said = terminal.run("registro", "enviar", "--convenio", convenio, secrets={})
    assert (code, shown) == (3, None)
    assert json.loads(said)["error"]["message"].startswith("Falta: Chave de API.")
    code, shown, said = terminal.run("registro", "enviar", "--convenio", convenio, secrets={SECRET: "errada"})
    assert (code, shown, json.loads(said)["error"]["code"]) == (3, None, "conta_recusada")
    assert "errada" not in said
    assert terminal.banco.titulos() == []
    code, _, said = terminal.run("registro", "consultar", "--convenio", convenio, "--de", "ontem")
    assert code == 2
    assert "AAAA" in said or "2026-12-31" in said


SECRET = "FINBANK_SEGREDO_API_KEY"  # noqa: S105 - the name of a variable
