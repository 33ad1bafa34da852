"""Statements: tolerant readers of OFX, OFC, CNAB 240 and tables, all of which end in the same lines."""
