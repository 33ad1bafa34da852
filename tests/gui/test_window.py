"""The main window as a whole."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from finbank_desktop.app import main, open_base
from finbank_desktop.gui import tour
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.inicio import InicioPage
from finbank_desktop.gui.pages.list_page import ListPage
from finbank_desktop.gui.sample import sample
from finbank_desktop.gui.sections import SECTIONS
from finbank_desktop.gui.settings import Scheme, Settings
from finbank_desktop.gui.theme import is_dark, theme
from finbank_desktop.gui.widgets.buttons import Button
from finbank_desktop.gui.widgets.palette import Palette
from finbank_desktop.gui.widgets.pdf_view import PdfDialog, render_page
from finbank_desktop.gui.widgets.scroller import Scroller

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], MainWindow]


def test_ctrl_and_a_figure_go_to_the_sections(open_window: Open, qtbot: Any) -> None:
    window = open_window()
    seen = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_9, Qt.Key.Key_1):
        qtbot.keyClick(window, key, CTRL)
        seen.append(window.current)
    assert seen == ["contas-receber", "boletos", "remessas", "retornos", "convenios", "inicio"]


def test_a_damaged_database_is_said_in_the_window_and_can_be_tried_again(
    runner: JobRunner, settings: Settings, qtbot: Any, tmp_path: Path
) -> None:
    base = tmp_path / "estragado.db"
    base.write_bytes(b"isto nao e um banco de dados " * 200)
    window = MainWindow(runner, settings)
    qtbot.addWidget(window)
    window.show()
    open_base(window, str(base))
    qtbot.waitUntil(lambda: not window.opening.button.isHidden(), timeout=10_000)
    assert "banco de dados" in window.opening.sentence.text()
    assert not window.navigation.isEnabled()
    base.unlink()
    window.opening.button.click()
    qtbot.waitUntil(lambda: window.current == "inicio", timeout=20_000)
    assert window.desk is not None
    window.desk.services.database.close()


def test_building_the_pages_never_flashes_another_window(open_window: Open, qapp: Any) -> None:
    shown: list[object] = []
    qapp.focusWindowChanged.connect(shown.append)
    window = open_window()
    before = len(shown)
    for section in SECTIONS:
        window.page(section.place.key)
        qapp.processEvents()
    qapp.focusWindowChanged.disconnect(shown.append)
    assert shown[before:] == []


def test_f1_explains_the_page_in_view(open_window: Open, qtbot: Any) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_4, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.current == "ajuda"
    page: Any = window.page("ajuda")
    assert page.text.toPlainText().startswith("Remessas")


@pytest.mark.parametrize("key", [section.place.key for section in SECTIONS if section.place.key != "ajuda"])
def test_every_section_has_a_help_page_or_the_first_one(open_window: Open, key: str) -> None:
    window = open_window()
    window.show_help(key)
    page: Any = window.page("ajuda")
    assert len(page.text.toPlainText()) > 100


def test_inicio_is_a_queue_of_work(office: Any, open_window: Open, qtbot: Any) -> None:
    boletos = office.issue([10_000, 20_000, 30_000])
    office.send()
    refused = {"nosso_numero": boletos[0].sequencial, "ocorrencia": 3, "valor_titulo": 10_000, "erros": "08"}
    office.services.retornos.apply(office.services.retornos.plan(office.retorno([refused])))
    window = open_window()
    page = window.page("inicio")
    assert isinstance(page, InicioPage)
    qtbot.waitUntil(lambda: not page.cards[0].isHidden())
    shown = {each._task.title: each.number.text() for each in page.cards if not each.isHidden()}
    assert shown == {
        "Recusados pelo banco": "1",
        "Enviados sem resposta do banco": "2",
        "Contas a receber em aberto": "3",
    }
    assert window.header.pending.text() == "3 pendências com o banco"
    page.cards[0].button.click()
    assert window.current == "boletos"
    boletos_page = window.page("boletos")
    assert isinstance(boletos_page, BoletosPage)
    qtbot.waitUntil(lambda: boletos_page.model.is_loaded and boletos_page.model.rowCount() == 1)


def test_ctrl_k_finds_sections_without_accents_and_records(office: Any, open_window: Open, qtbot: Any) -> None:
    office.issue([10_000, 20_000])
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "convenios")
    assert palette.list.item(0).text().startswith("Convênios")
    palette.field.setText("padaria")
    qtbot.waitUntil(lambda: "Padaria Amostra" in palette.list.item(0).text())
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current == "pessoas"  # a name is first of all that of a customer


def test_a_boleto_is_shown_as_a_page_and_saved(office: Any, open_window: Open, qtbot: Any, tmp_path: Path) -> None:
    boleto = office.issue([12_345])[0]
    window = open_window()
    page = window.page("boletos")
    assert isinstance(page, BoletosPage)
    page.preview([boleto.id])
    qtbot.waitUntil(lambda: bool(window.findChildren(PdfDialog)), timeout=20_000)
    dialog = window.findChildren(PdfDialog)[0]
    qtbot.waitUntil(lambda: dialog.view.is_drawn, timeout=20_000)
    assert dialog.view.count == 1
    target = tmp_path / "boleto.pdf"
    dialog.save_to(target)
    image = render_page(target, 0, 1.0)
    assert (image.width() - 595, image.height() - 842) in ((0, 0), (1, 0))  # A4 is 595.28 x 841.89 points (ISO 216)
    dialog.close()


def test_everything_opens_once(open_window: Open, tmp_path: Path) -> None:
    names: list[str] = []
    window = open_window()
    assert window.desk is not None
    sample(window.desk.services)
    tour.walk(window, lambda _widget, name: names.append(name))
    tour.walk_cycle(window, lambda _widget, name: names.append(name), tmp_path)
    assert {"inicio", "boleto-pdf", "remessa-pasta", "gerar-boletos", "form-convenios", "ir-para"} <= set(names)
    assert {"remessa-resultado", "retorno-reconhecido", "retorno-conferencia-1", "retorno-resultado"} <= set(names)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nothing_is_cut_at_twice_the_size(office: Any, open_window: Open, settings: Settings, scheme: Scheme) -> None:
    office.issue([9_999_999_999, 10_000])
    settings.escala, settings.scheme = 200, scheme
    theme.apply(settings)
    cut: list[str] = []
    try:
        window = open_window()
        window.resize(1366, 768)
        tour.walk(window, lambda widget, name: cut.extend(f"{name}: {text}" for text in cut_texts(widget)))
        cut.extend([] if window.width() <= 1366 else [f"the window needs {window.width()} pixels"])
    finally:
        settings.escala, settings.scheme = 100, Scheme.LIGHT
        theme.apply(settings)
    assert cut == []


def cut_texts(window: QWidget) -> list[str]:
    """Return the texts of visible buttons and one-line labels that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QPushButton, QToolButton, QLabel)):
            continue
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            continue
        text = widget.text().replace("&", "")
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        metrics = QFontMetrics(widget.font())
        too_narrow = not wraps and widget.width() + 2 < metrics.horizontalAdvance(text)
        too_low = widget.height() + 2 < metrics.height()
        if text and (too_narrow or too_low):
            found.append(text)
    areas = [area for area in window.findChildren(Scroller) if area.isVisible()]
    return found + ["scrolls sideways" for area in areas if area.horizontalScrollBar().maximum() > 0]


def test_every_icon_button_has_a_name_and_every_field_too(office: Any, open_window: Open) -> None:
    office.issue([10_000])
    window = open_window()
    nameless: list[str] = []

    def look(widget: QWidget, name: str) -> None:
        for button in widget.findChildren(QToolButton):
            if button.isVisible() and not (button.text() or button.accessibleName()) and button.objectName() == "":
                inside_qt = type(button.parentWidget()).__name__ in ("QLineEdit", "QTabBar", "DateEdit")
                if not inside_qt:
                    nameless.append(f"{name}: tool button in {type(button.parentWidget()).__name__}")
        buddies = {label.buddy() for label in widget.findChildren(QLabel) if label.buddy() is not None}
        for field in widget.findChildren(QLineEdit):
            inside = type(field.parentWidget()).__name__ in ("QSpinBox", "QComboBox")
            if field.isVisible() and not inside and not field.accessibleName() and field not in buddies:
                nameless.append(f"{name}: field {field.objectName()}")

    tour.walk(window, look)
    assert nameless == []


def test_dark_and_light_follow_the_setting(settings: Settings) -> None:
    for scheme, dark in ((Scheme.DARK, True), (Scheme.LIGHT, False)):
        settings.scheme = scheme
        theme.apply(settings)
        assert theme.tokens.dark is dark


@pytest.mark.parametrize(
    ("wanted", "system", "dark"),
    [
        (Scheme.SYSTEM, Qt.ColorScheme.Dark, True),
        (Scheme.SYSTEM, Qt.ColorScheme.Light, False),
        (Scheme.SYSTEM, Qt.ColorScheme.Unknown, False),
        (Scheme.LIGHT, Qt.ColorScheme.Dark, False),
        (Scheme.DARK, Qt.ColorScheme.Light, True),
    ],
)
def test_the_system_decides_only_when_the_setting_says_so(wanted: Scheme, system: Qt.ColorScheme, dark: bool) -> None:  # noqa: FBT001 - a case's own value
    assert is_dark(wanted, system) is dark


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "janela.ini"
    first = Settings(path)
    first.scheme, first.escala = Scheme.DARK, 150
    first.save()
    again = Settings(path)
    assert (again.scheme, again.escala) == (Scheme.DARK, 150)


def test_qt_itself_speaks_portuguese(qapp: QApplication) -> None:
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert QLocale().name() == "pt_BR"


@pytest.mark.filterwarnings("default")
def test_the_selftest_ends_with_zero() -> None:
    assert main(["--selftest"]) == 0


def test_importing_the_window_does_not_load_the_database() -> None:
    code = "import sys, finbank_desktop.app; print([m for m in ('sqlalchemy', 'reportlab') if m in sys.modules])"
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_chosen_section_takes_the_keyboard(office: Any, open_window: Open, qtbot: Any) -> None:
    office.bill([10_000])
    window = open_window()
    window.go("contas-receber")
    page = window.page("contas-receber")
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(page.chosen_ids()) == 1)


def test_the_keyboard_stands_on_the_action_of_an_empty_list(open_window: Open, qtbot: Any) -> None:
    window = open_window()
    window.go("contas")
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "text", str)() == "Nova conta")


def test_the_first_steps_show_what_is_done_and_go_when_all_is(office: Any, open_window: Open, qtbot: Any) -> None:
    window = open_window()
    page = window.page("inicio")
    assert isinstance(page, InicioPage)
    qtbot.waitUntil(page.steps.isVisible)
    buttons = {button.text(): button for button in page.steps.findChildren(Button)}
    assert not buttons["Completar empresa"].isVisible(), "the empresa has its CNPJ"
    assert buttons["Cadastrar conta"].property("kind") == "primary"
    assert not page.nothing.isVisible()
    office.bill([10_000])
    page.refresh()
    qtbot.waitUntil(lambda: not page.steps.isVisible())
