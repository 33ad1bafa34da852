"""`finbank`, the program without its window: the same services for an office's scripts and scheduled tasks."""

from finbank_desktop.cli.program import main

__all__ = ["main"]
