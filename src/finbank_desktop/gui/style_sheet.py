"""The style sheet, written from the tokens: what each kind of widget looks like.

A widget says what it is by its class or by the property ``kind``; nothing else in the program names a colour.
"""

from collections.abc import Callable

from finbank_desktop.gui.tokens import Tokens

_SHEET = """
* {{ outline: none; }}
QWidget {{ color: {text}; }}
QMainWindow, QDialog, QWidget[kind="page"] {{ background: {window}; }}
QLabel {{ background: transparent; }}
QLabel[kind="h1"] {{ font-size: {p18}pt; font-weight: 600; }}
QLabel[kind="h2"] {{ font-size: {p13}pt; font-weight: 600; }}
QLabel[kind="h3"] {{ font-size: {p10}pt; font-weight: 600; }}
QLabel[kind="big"] {{ font-size: {p22}pt; font-weight: 600; }}
QLabel[kind="muted"] {{ color: {muted}; }}
QLabel[kind="small"] {{ color: {muted}; font-size: {p9}pt; }}
QLabel[kind="field"] {{ font-size: {p9}pt; font-weight: 500; color: {muted}; }}
QLabel[kind="error"] {{ font-size: {p9}pt; color: {danger}; }}
QLabel[kind="group"] {{ font-size: {p8}pt; font-weight: 600; color: {muted}; padding: {s12} {s12} {s4} {s12}; }}
QLabel[kind="key"] {{ font-size: {p8}pt; color: {muted}; border: 1px solid {line}; border-radius: {s4};
    padding: 1px {s6}; background: {surface}; }}

QFrame[kind="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: {s12}; }}
QFrame[kind="well"] {{ background: {raised}; border: none; border-radius: {s8}; }}
QFrame[kind="header"] {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QFrame[kind="nav"] {{ background: {panel}; border: none; border-right: 1px solid {line}; }}
QFrame[kind="footer"] {{ background: {panel}; border: none; border-top: 1px solid {line}; }}
QFrame[kind="bar"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[kind="rule"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[kind="drop"] {{ background: {surface}; border: 2px dashed {edge}; border-radius: {s12}; }}
QFrame[kind="drop"][active="true"] {{ border-color: {accent}; background: {accent_soft}; }}
{tones}

QPushButton {{ background: {surface}; border: 1px solid {edge}; border-radius: {s8}; padding: {s7} {s16};
    font-weight: 500; min-height: {s18}; }}
QPushButton:hover {{ background: {raised}; }}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: {s6} {s15}; }}
QPushButton:disabled {{ color: {muted}; border-color: {line}; background: {raised}; }}
QPushButton[kind="primary"] {{ background: {accent}; border: 1px solid {accent}; color: {on_accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[kind="primary"]:disabled {{ background: {raised}; border: 1px solid {line}; color: {muted}; }}
QPushButton[kind="danger"] {{ background: {danger_fill}; border: 1px solid {danger_fill}; color: {on_danger};
    font-weight: 600; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {text}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {accent}; padding: {s4} {s6}; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {accent}; padding: {s2} {s4}; }}
QPushButton[kind="link"]:disabled {{ color: {muted}; }}
QPushButton[kind="chip"] {{ background: {accent_soft}; border: 1px solid {accent}; border-radius: {s14};
    padding: {s3} {s12}; min-height: {s16}; font-size: {p9}pt; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {accent}; padding: {s2} {s11}; }}
QPushButton[kind="search"] {{ background: {raised}; border: 1px solid {line}; color: {muted}; text-align: left;
    font-weight: 400; padding: {s7} {s12}; }}
QPushButton[kind="search"]:hover, QPushButton[kind="search"]:focus {{
    border: 1px solid {accent}; padding: {s7} {s12}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; padding: {s7} {s12}; }}
QPushButton[kind="quiet"]:hover {{ background: {raised}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {accent}; padding: {s6} {s11}; }}
QPushButton[kind="quiet"]:disabled {{ color: {muted}; }}
QPushButton::menu-indicator {{ image: url("{down}"); width: {s12}; height: {s12}; subcontrol-position: right center;
    right: {s6}; }}

QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {s8}; padding: {s6}; }}
QToolButton:hover {{ background: {raised}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: {s5}; }}
QToolButton:checked {{ background: {accent_soft}; }}
QToolButton:disabled {{ color: {muted}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[kind="nav"] {{ text-align: left; padding: {s8} {s12}; border-radius: {s8}; font-weight: 500; }}
QToolButton[kind="nav"]:hover {{ background: {surface}; }}
QToolButton[kind="nav"]:checked {{ background: {accent_soft}; color: {accent}; font-weight: 600; }}
QToolButton[kind="nav"]:focus {{ border: 2px solid {accent}; padding: {s7} {s11}; }}

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {surface}; border: 1px solid {edge};
    border-radius: {s8}; padding: {s6} {s10}; min-height: {s20}; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {{
    border: 2px solid {accent}; padding: {s5} {s9}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 0; height: 0; border: none; }}
QLineEdit#qt_spinbox_lineedit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] {{ border: 2px solid {danger};
    padding: {s5} {s9}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {{ background: {raised};
    color: {muted}; }}
QComboBox::drop-down {{ border: none; width: {s28}; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {s14}; height: {s14}; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {edge}; padding: {s4};
    selection-background-color: {accent_soft}; selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ min-height: {s28}; padding: 0 {s8}; }}
QLineEdit[kind="palette"] {{ border: none; font-size: {p13}pt; padding: {s12} {s8}; background: transparent; }}

QCheckBox, QRadioButton {{ spacing: {s8}; background: transparent; }}
QCheckBox::indicator {{ width: {s16}; height: {s16}; border: 1px solid {edge}; border-radius: {s4};
    background: {surface}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QRadioButton::indicator {{ width: {s14}; height: {s14}; border: 1px solid {edge}; border-radius: {s7};
    background: {surface}; }}
QRadioButton::indicator:checked {{ width: {s6}; height: {s6}; border: {s5} solid {accent}; }}
QRadioButton:focus {{ color: {accent}; }}
QCheckBox:focus {{ color: {accent}; }}
QCheckBox::indicator:focus {{ border: 2px solid {accent}; }}
QCheckBox[kind="danger"] {{ color: {danger}; font-weight: 600; }}
QCheckBox[kind="danger"]::indicator {{ border: 2px solid {danger}; }}
QCheckBox[kind="danger"]::indicator:checked {{ background: {danger_fill}; border-color: {danger_fill}; }}

QTableView, QListView {{ background: {surface}; border: none; selection-background-color: {accent_soft};
    selection-color: {text}; gridline-color: transparent; }}
QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 {s8}; }}
QTableView::item:hover {{ background: {raised}; }}
QTableView::item:selected {{ background: {accent_soft}; color: {text}; }}
QTableView::item:focus {{ border: 1px solid {accent}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {edge};
    padding: {s8} {s11}; font-size: {p9}pt; font-weight: 600; }}
QHeaderView::section:hover {{ color: {text}; background: {raised}; }}
QHeaderView::up-arrow {{ image: url("{up_accent}"); width: {s12}; height: {s12}; subcontrol-position: center right;
    right: {s4}; }}
QHeaderView::down-arrow {{ image: url("{down_accent}"); width: {s12}; height: {s12};
    subcontrol-position: center right; right: {s4}; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QListView::item {{ padding: {s8} {s10}; border-radius: {s6}; }}
QListView::item:hover {{ background: {raised}; }}
QListView::item:selected {{ background: {accent_soft}; color: {text}; }}

QTabWidget::pane {{ border: none; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; border: none; border-bottom: 3px solid transparent; color: {muted};
    padding: {s8} {s8}; font-weight: 500; font-size: {p9}pt; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom: 3px solid {accent}; font-weight: 600; }}
QTabBar::tab:focus {{ background: {accent_soft}; border-top-left-radius: {s6}; border-top-right-radius: {s6}; }}
QTabBar::tab:disabled {{ color: {muted}; }}
QTabBar::scroller {{ width: {s28}; }}
QTabBar QToolButton {{ background: {surface}; border: 1px solid {line}; border-radius: {s4}; padding: 0; }}
QTabBar QToolButton::left-arrow {{ image: url("{left}"); width: {s14}; height: {s14}; }}
QTabBar QToolButton::right-arrow {{ image: url("{right}"); width: {s14}; height: {s14}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}

QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {s12}; margin: {s2}; }}
QScrollBar:horizontal {{ background: transparent; height: {s12}; margin: {s2}; }}
QScrollBar::handle {{ background: {edge}; border-radius: {s4}; min-height: {s32}; min-width: {s32}; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QProgressBar {{ background: {raised}; border: none; border-radius: {s4}; min-height: {s8}; max-height: {s8};
    color: transparent; }}
QProgressBar::chunk {{ background: {accent}; border-radius: {s4}; }}

QMenu {{ background: {surface}; border: 1px solid {line}; border-radius: {s8}; padding: {s6}; }}
QMenu::item {{ padding: {s7} {s28} {s7} {s10}; border-radius: {s6}; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::icon {{ padding-left: {s8}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {s6} {s8}; }}
QToolTip {{ background: {text}; color: {surface}; border: none; padding: {s6} {s8}; }}
QTextBrowser {{ background: {surface}; border: none; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QCalendarWidget QWidget {{ background: {surface}; alternate-background-color: {raised}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {accent}; selection-color: {on_accent}; }}
QGroupBox {{ border: none; margin-top: {s28}; font-weight: 600; font-size: {p10}pt; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; padding: 0 0 {s8} 0; }}
"""

_TONE = """
QFrame[kind="message"][tone="{name}"] {{ background: {ground}; border: none; border-radius: {radius}; }}
QFrame[kind="message"][tone="{name}"] QLabel {{ color: {text}; }}
QLabel[tone="{name}"] {{ color: {text}; }}
"""


def style_sheet(tokens: Tokens, px: Callable[[int], int], points: float, icon_file: Callable[[str, str], str]) -> str:
    """Return the style sheet of the whole program.

    Args:
        tokens: Its colours.
        px: Grows a distance with the text.
        points: Size of ordinary text.
        icon_file: Gives the path of an icon in a colour.
    """
    sizes = {f"s{n}": f"{px(n)}px" for n in range(2, 33)}
    letters = {f"p{n}": f"{points * n / 10:.2f}" for n in range(8, 23)}
    colours = {
        name: getattr(tokens, name)
        for name in (
            *("window", "panel", "surface", "raised", "line", "edge", "text", "muted"),
            *("accent", "on_accent", "accent_hover", "accent_soft"),
        )
    }
    pictures = {
        "down": icon_file("seta-baixo", tokens.muted),
        "down_accent": icon_file("seta-baixo", tokens.accent),
        "up_accent": icon_file("seta-cima", tokens.accent),
        "left": icon_file("seta-esquerda", tokens.text),
        "right": icon_file("seta-direita", tokens.text),
        "tick": icon_file("check", tokens.on_accent),
    }
    return _SHEET.format(
        **sizes,
        **letters,
        **colours,
        **pictures,
        danger=tokens.danger.text,
        danger_fill=tokens.danger_fill.ground,
        on_danger=tokens.danger_fill.text,
        tones=_tones(tokens, px(8)),
    )


def _tones(tokens: Tokens, radius: int) -> str:
    pairs = {name: getattr(tokens, name) for name in ("neutral", "info", "success", "warning", "danger")}
    return "".join(
        _TONE.format(name=name, text=pair.text, ground=pair.ground, radius=f"{radius}px")
        for name, pair in pairs.items()
    )
