"""Fields for what Brazilian forms ask for: amounts, percentages, CPF or CNPJ, dates."""

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from finbank_desktop.domain.documentos import compact, format_documento
from finbank_desktop.domain.valores import Centavos, format_brl, parse_brl
from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme


class MoneyEdit(QLineEdit):
    """An amount in reais, typed as people type it; understood when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText("0,00")

    def value(self) -> Centavos | None:
        """Return centavos; ``None`` when it is empty or no amount."""
        if not self.text().strip():
            return None
        try:
            return parse_brl(self.text())
        except ValueError:
            return None

    def set_value(self, value: Centavos | None) -> None:
        """Show *value*."""
        self.setText("" if value is None else format_brl(value, simbolo=False))

    def problem(self) -> str:
        """Return what cannot be understood; empty when all is well or nothing was typed."""
        if not self.text().strip():
            return ""
        try:
            parse_brl(self.text())
        except ValueError:
            return "Não é um valor em reais. Escreva assim: 1.234,56"
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was understood the usual way."""
        if (value := self.value()) is not None:
            self.set_value(value)
        super().focusOutEvent(event)


class DocumentoEdit(QLineEdit):
    """A CPF or a CNPJ, digits and letters; pasted with or without separators."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setMaxLength(20)
        self.setPlaceholderText("CPF ou CNPJ")

    def value(self) -> str:
        """Return what was typed without separators, letters in upper case."""
        return compact(self.text())

    def set_value(self, documento: str) -> None:
        """Show *documento* with its separators."""
        self.setText(format_documento(documento))

    def problem(self) -> str:
        """Return nothing: whether it is a right document the services judge."""
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write it the usual way."""
        self.set_value(self.text().strip())
        super().focusOutEvent(event)


_WRITTEN = re.compile(r"^\s*(\d{1,2})[/.\- ]?(\d{1,2})(?:[/.\- ]?(\d{4}|\d{2}))?\s*$")
_COMPACT = re.compile(r"^\s*(\d{2})(\d{2})(\d{4}|\d{2})\s*$")


def parse_date(text: str, today: date) -> date | None:
    """Return the date in *text* as a person types it; the year of *today* when none is typed.

    >>> parse_date("3/6", date(2026, 1, 1)), parse_date("030626", date(2026, 1, 1))
    (datetime.date(2026, 6, 3), datetime.date(2026, 6, 3))
    >>> parse_date("31/02/2026", date(2026, 1, 1)) is None
    True
    """
    found = _COMPACT.match(text) or _WRITTEN.match(text)
    if found is None:
        return None
    day, month, year = found.groups()
    century = today.year // 100 * 100
    full = today.year if year is None else int(year) + (century if len(year) == 2 else 0)  # noqa: PLR2004 - two digits
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


class DateEdit(QLineEdit):
    """A date as dd/mm/aaaa, typed with or without separators, moved by the arrow keys or taken from a calendar.

    Attributes:
        changed: A date, or nothing, was entered.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setPlaceholderText("dd/mm/aaaa")
        self._open = QAction(icons.icon("calendario", theme.tokens.muted), "Escolher no calendário", self)
        self._open.triggered.connect(self._show_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        theme.changed.connect(self._draw)
        self.editingFinished.connect(self._tidy)

    def _draw(self) -> None:
        self._open.setIcon(icons.icon("calendario", theme.tokens.muted))

    def value(self) -> date | None:
        """Return the date; ``None`` when it is empty or no date."""
        return parse_date(self.text(), date.today())  # noqa: DTZ011 - a day as the user counts it

    def set_value(self, day: date | None) -> None:
        """Show *day*."""
        self.setText("" if day is None else f"{day:%d/%m/%Y}")
        self.changed.emit()

    def problem(self) -> str:
        """Return what cannot be understood; empty when all is well or nothing was typed."""
        if self.text().strip() and self.value() is None:
            return "Não é uma data. Escreva dia, mês e ano: 31/12/2026"
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move by a day, with Ctrl by a month; F4 opens the calendar."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        day = self.value()
        if event.key() == Qt.Key.Key_F4:
            self._show_calendar()
        elif event.key() in steps and day is not None:
            step = steps[Qt.Key(event.key())]
            at = QDate(day.year, day.month, day.day)
            by_month = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._take(at.addMonths(step) if by_month else at.addDays(step))
        else:
            super().keyPressEvent(event)

    def _tidy(self) -> None:
        if (day := self.value()) is not None:
            self.set_value(day)
        else:
            self.changed.emit()

    def _take(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))

    def _show_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if (day := self.value()) is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(self._take)
            chosen.connect(lambda _day: menu.close())
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()
