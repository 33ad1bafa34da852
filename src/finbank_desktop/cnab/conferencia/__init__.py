"""The file checker: what the engine finds, and above it whatever would make the bank refuse a remessa."""

from finbank_desktop.cnab.conferencia.arquivo import check

__all__ = ["check"]
