from pathlib import Path

import pytest

from finbank_desktop import demo
from finbank_desktop.domain.listas import ListQuery


def test_main_job_settles_rejects_and_charges_as_its_story_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    play = demo.run(tmp_path)
    destinos = [titulo["destino"] for titulo in play.titulos]
    told = capsys.readouterr().out

    assert play.tabs["confirmacoes"] == len(destinos) - destinos.count("recusado")
    assert play.tabs["rejeicoes"] == destinos.count("recusado")
    assert play.tabs["baixas"] == len(destinos) - destinos.count("recusado") - destinos.count("aberto")
    assert play.tabs["a_devolver"] == destinos.count("em dobro")
    assert f"{destinos.count('tarifa')} tarifas cobradas" in told
    assert {path.suffix for path in tmp_path.iterdir()} >= {".pdf", ".REM", ".RET", ".db"}


def test_money_received_is_what_the_boletos_say(tmp_path: Path) -> None:
    play = demo.run(tmp_path)
    services = play.services()
    try:
        linhas = services.boletos.list(ListQuery(quantidade=100)).linhas
        paid = {linha["numero_documento"]: linha["valor_pago"] for linha in linhas}
        for titulo in play.titulos:
            if titulo["destino"] in ("em dia", "tarifa", "em dobro"):
                assert paid[titulo["documento"]] == round(float(titulo["valor"]) * 100)
            elif titulo["destino"] != "atrasado":
                assert not paid[titulo["documento"]]
    finally:
        services.database.close()


@pytest.mark.parametrize(("name", "shown"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("NOTHING", False)])
def test_a_screen_is_what_the_environment_names(name: str, *, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setenv(name, ":0")
    assert demo.has_display() is shown


def test_offscreen_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not demo.has_display()
