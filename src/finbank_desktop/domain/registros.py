"""What one field of a bank's record may hold."""

from datetime import date, time
from typing import TypeAlias

Valor: TypeAlias = int | str | date | time | None
"""A number (scaled to an integer: centavos), a text, a date, an hour; ``None`` leaves the field to its default."""
