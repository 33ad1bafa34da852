"""The services are built on one database, by one clock, in one name."""

import getpass
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop import wiring
from finbank_desktop.domain.problems import OutsideError


def test_all_services_work_on_one_database(tmp_path: Path) -> None:
    services = wiring.build(str(tmp_path / "a.db"), usuario="ana", hoje=lambda: date(2026, 12, 1))
    services.dados.import_json(
        '{"pessoas": [{"codigo": "C1", "nome": "Cliente Exemplo", "documento": "52998224725"}],'
        ' "contas_receber": [{"codigo": "1", "pessoa": "C1", "vencimento": "2026-12-31", "valor": "5.00"}]}'
    )
    assert services.cadastros.list_pessoas().total == 1
    assert services.contas_receber.list().linhas[0]["emissao"] == date(2026, 12, 1)
    assert services.boletos.list().total == 0
    assert services.usuario == "ana"
    assert services.database.caminho == tmp_path / "a.db"
    services.database.close()


def test_the_user_is_the_operating_systems_unless_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "maria")
    services = wiring.build(str(tmp_path / "a.db"))
    assert services.usuario == "maria"
    services.database.close()

    def nobody() -> str:
        raise OSError("no such user")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert wiring.os_user() == "desconhecido"


def test_a_database_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="Isto é uma pasta"):
        wiring.build(str(tmp_path))


def test_neither_the_window_nor_alembic_is_loaded_to_read_the_books(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    wiring.build(path).database.close()
    program = (
        f"import sys; from finbank_desktop import wiring; wiring.build({path!r}).database.close();"
        "print(sorted({'PySide6', 'alembic', 'sqlalchemy.orm'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
