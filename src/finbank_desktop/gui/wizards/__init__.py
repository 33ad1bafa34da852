"""Assistentes: several steps, one task, nothing written before the commit."""
