"""The call itself: commands, help, exit codes, and that nothing ever falls through as a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from finbank_desktop import __version__
from finbank_desktop.cli import calcular, failures, main
from finbank_desktop.cli.commands import COMMANDS
from finbank_desktop.domain.problems import OutsideError, RefusedError

SOURCES = Path(__file__).resolve().parents[3] / "src"
CALL = "import sys; from finbank_desktop.cli import main; sys.exit(main())"


def finbank(*words: str, stdin: str = "", encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-c", CALL, *words], input=stdin.encode(), capture_output=True, env=environment, check=False
    )


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(failures, "data_folder", lambda: tmp_path / "dados")
    return tmp_path / "dados"


def fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object) -> int:
        raise error

    monkeypatch.setattr(calcular, "run", run)


def test_version_is_said_before_and_after_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--version"], ["boletos", "calcular", "--version"]):
        assert main(words) == 0
        assert capsys.readouterr().out == f"finbank {__version__}\n"


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        ("--version", set()),
        ("boletos calcular", {"holidays"}),
        ("arquivos ler nada.ret", {"numpy"}),
        ("boletos listar --base nada.db", {"holidays", "numpy", "sqlalchemy", "stdnum"}),
    ],
)
def test_a_command_loads_no_library_it_does_not_need(words: str, loaded: set[str], tmp_path: Path) -> None:
    heavy = "{'PIL', 'PySide6', 'holidays', 'numpy', 'reportlab', 'sqlalchemy', 'stdnum'}"
    code = (
        f"import sys; from finbank_desktop.cli import main; main({words.split()}); print(*{heavy} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    result = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        check=True,
    )
    assert set(result.stdout.splitlines()[-1].split()) <= loaded


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["boletos", "--help"]])
def test_help_names_the_commands(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert "finbank boletos calcular" in capsys.readouterr().out


def test_help_of_a_command_is_portuguese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["boletos", "calcular", "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("uso: finbank boletos calcular")
    assert "mostra esta ajuda e sai" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "falta dizer o comando"),
        (["boletos"], "não há o comando “boletos”"),
        (["boletos", "somar"], "não há o comando “boletos somar”"),
        (["boletos", "calcular", "--rapido"], "argumento desconhecido: --rapido"),
        (["boletos", "calcular", "--base"], "--base: espera um valor"),
    ],
)
def test_a_wrong_call_is_explained(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err


@pytest.mark.parametrize("words", [["--json", "boletos", "somar"], ["boletos", "calcular", "--x", "--json"]])
def test_a_wrong_call_is_an_object_under_json(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["code"] == "chamada_errada"
    assert set(error) == {"code", "message", "where"}


def test_every_command_stands_once() -> None:
    assert len({(command.noun, command.verb) for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize(
    ("error", "code", "name"),
    [
        (RefusedError("vazio", "O arquivo está vazio.", "a.ret"), 3, "vazio"),
        (OutsideError("ocupado", "O banco de dados está ocupado."), 4, "ocupado"),
        (FileNotFoundError(2, "No such file", "a.json"), 4, "disco"),
        (KeyboardInterrupt(), 4, "interrompido"),
        (ZeroDivisionError("segredo de Fulano"), 4, "defeito"),
    ],
)
@pytest.mark.usefixtures("data_folder")
def test_each_failure_has_its_exit_code(
    error: Exception, code: int, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(error, monkeypatch)
    assert main(["boletos", "calcular", "--json"]) == code
    said = json.loads(capsys.readouterr().err)["error"]
    assert said["code"] == name
    assert "Traceback" not in said["message"]


def test_an_unforeseen_failure_is_logged_without_what_it_said(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(ZeroDivisionError("segredo de Fulano"), monkeypatch)
    assert main(["boletos", "calcular"]) == 4
    logged = (data_folder / "falhas.log").read_text("utf-8")
    assert "ZeroDivisionError" in logged
    assert "Fulano" not in logged
    assert str(data_folder / "falhas.log") in capsys.readouterr().err


def test_output_is_utf8_whatever_the_platform_says() -> None:
    result = finbank("boletos", "somar", encoding="cp1252")
    assert result.returncode == 2
    assert "não há o comando “boletos somar”" in result.stderr.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    line = (
        '{"id": 1, "bank": "341", "inputs": {"agencia": "1", "conta": "1", "carteira": "109", "nosso_numero": "1"}}\n'
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        result = subprocess.run(
            [sys.executable, "-c", CALL, "boletos", "calcular"],
            input=line.encode() * 5000,
            stdout=nobody,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
        )
    assert result.stderr == b""
    assert result.returncode == 0


@pytest.mark.parametrize(
    ("closed", "code", "said"), [("<&-", 2, "entrada padrão está fechada"), ("</dev/null >&-", 0, "")]
)
@pytest.mark.skipif(os.name == "nt", reason="the shell's way to close a stream")
def test_a_closed_stream_is_no_defect(closed: str, code: int, said: str) -> None:
    result = subprocess.run(
        ["/bin/sh", "-c", f'"$1" -c "$2" boletos calcular {closed}', "sh", sys.executable, CALL],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        check=False,
    )
    assert result.returncode == code
    assert said in result.stderr.decode("utf-8")
    assert len(result.stderr.splitlines()) == bool(said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["boletos", "calcular"]])
def test_a_full_disk_behind_the_output_is_said(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-c", CALL, *words],
            input=b'{"id": 1}',
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(SOURCES)},
            check=False,
        )
    assert (result.returncode, result.stderr.decode("utf-8").count("\n")) == (4, 1)
    assert "o disco está cheio" in result.stderr.decode("utf-8")


def test_an_id_comes_back_as_it_was_given() -> None:
    ids = ['"x"', "7", "1.5", "null", '"\\ud800"']
    result = finbank("boletos", "calcular", stdin="".join(f'{{"id": {one}}}\n' for one in [*ids, "NaN"]))
    assert result.returncode == 1
    assert [json.loads(line)["id"] for line in result.stdout.decode("utf-8").splitlines()] == [
        *(json.loads(one) for one in ids),
        None,
    ]


def test_a_real_call_calculates() -> None:
    line = (
        '{"id": "é", "bank": "341", "inputs": {"agencia": "1", "conta": "1", "carteira": "109", "nosso_numero": "1"}}'
    )
    result = finbank("boletos", "calcular", stdin="\ufeff" + line, encoding="cp1252")
    assert result.returncode == 0
    assert json.loads(result.stdout.decode("utf-8"))["id"] == "é"
