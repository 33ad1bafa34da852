"""*Ir para ou buscar*, help and *Relatar problema*, by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from finbank_desktop.gui import errors
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.old_names import OLD_NAMES
from finbank_desktop.gui.pages.ajuda import AjudaPage, topics
from finbank_desktop.gui.pages.relato_dialog import RelatoDialog
from finbank_desktop.gui.sections import SECTIONS
from finbank_desktop.gui.widgets.palette import Destination, Palette, ranked

Open = Callable[[], MainWindow]


def nothing() -> None:
    """Go nowhere."""


def typed(window: MainWindow, qtbot: Any, text: str) -> Palette:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    palette.field.setText(text)
    return palette


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("cobranca eletronica", "Boletos"),
        ("Boletos-Retornos", "Retornos"),
        ("boletos - retornos", "Retornos"),
        ("retorno bancário", "Importar retorno"),
        ("remessa de cobrança", "Gerar remessa"),
        ("emissao de boletos", "Boletos"),
        ("conta caixa", "Contas caixa"),
        ("coligada", "Empresas e filiais"),
        ("clientes e fornecedores", "Pessoas"),
        ("boletos", "Boletos"),
        ("planilha", "Importar planilha"),
        ("CONVENIOS", "Convênios"),
    ],
)
def test_sections_and_actions_are_found_by_their_new_and_old_names(
    text: str, first: str, open_window: Open, qtbot: Any
) -> None:
    palette = typed(open_window(), qtbot, text)
    assert palette.list.item(0).text().startswith(first)
    palette.close()


def test_the_very_name_comes_before_a_beginning_and_that_before_other_words() -> None:
    places = [
        Destination("Contas a receber", "", "x", nothing, "remessa"),
        Destination("Remessas enviadas", "", "x", nothing),
        Destination("Gerar remessa", "", "x", nothing),
        Destination("Remessa", "", "x", nothing),
    ]
    assert [place.title for place in ranked(places, "remessa")] == [
        "Remessa",
        "Contas a receber",
        "Remessas enviadas",
        "Gerar remessa",
    ]


def test_every_old_name_leads_somewhere(open_window: Open, qtbot: Any) -> None:
    window = open_window()
    palette = typed(window, qtbot, "")
    known = {place.title for place in palette._destinations}
    for old in OLD_NAMES:
        assert ranked(palette._destinations, old.name), old
    assert "Relatar problema" in known
    assert len({palette.list.item(at).text() for at in range(palette.list.count())}) == palette.list.count()
    palette.close()


def test_an_exact_nosso_numero_stands_before_everything_and_enter_shows_it(
    office: Any, open_window: Open, qtbot: Any
) -> None:
    boleto = office.issue([1234_56, 500_00])[0]
    window = open_window()
    palette = typed(window, qtbot, boleto.nosso_numero_impresso)
    qtbot.waitUntil(lambda: boleto.nosso_numero_impresso in palette.list.item(0).text(), timeout=5_000)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current == "boletos"
    page: Any = window.page("boletos")
    qtbot.waitUntil(lambda: page.model.is_loaded and page.model.rowCount() == 1, timeout=5_000)


def test_an_amount_finds_what_is_owed(office: Any, open_window: Open, qtbot: Any) -> None:
    office.issue([1234_56, 500_00])
    palette = typed(open_window(), qtbot, "1234,56")
    qtbot.waitUntil(lambda: "1.234,56" in palette.list.item(0).text(), timeout=5_000)
    assert all("500,00" not in palette.list.item(at).text() for at in range(palette.list.count()))
    palette.close()


@pytest.mark.parametrize("key", [section.place.key for section in SECTIONS])
def test_f1_opens_the_help_page_of_the_section(key: str, open_window: Open, qtbot: Any) -> None:
    title, text = {name: (title, text) for name, title, text in topics()}[key]
    assert len(text) > 300, "a help page says more than a line"
    window = open_window()
    window.go(key)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.page("ajuda")
    assert isinstance(page, AjudaPage)
    assert window.current == "ajuda"
    assert page.text.toPlainText().startswith(title)


@pytest.mark.parametrize("assistant", ["planilhas", "retornos", "remessas", "boletos", "ensaio"])
def test_every_assistant_has_a_help_page(assistant: str) -> None:
    assert assistant in [name for name, _title, _text in topics()]


def test_a_problem_is_reported_without_customers_and_read_before_it_is_saved(
    office: Any, open_window: Open, qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.issue([1234_56])
    log = tmp_path / "finbank.log"
    log.write_text("2026-11-20 10:00:00,123 ERROR KeyError\ncliente 11222333000181\n", encoding="utf-8")
    monkeypatch.setattr(errors, "log_path", lambda: log)
    window = open_window()
    palette = typed(window, qtbot, "relatar problema")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    dialog = window.findChild(RelatoDialog)
    assert isinstance(dialog, RelatoDialog)
    dialog.story.setPlainText("A tela ficou vazia.")
    saved = tmp_path / "relato.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    dialog.save_button.setFocus()
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Space)
    text = saved.read_text(encoding="utf-8-sig")
    assert text == dialog.text.toPlainText()
    assert "A tela ficou vazia." in text
    assert "ERROR KeyError" in text
    for secret in ("11222333000181", "Cliente Exemplo", str(office.folder), office.empresa.razao_social):
        assert secret not in text
    dialog.close()
