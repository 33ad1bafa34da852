"""Labelled statements: invented lines, open titles and batches, and which belong together."""
