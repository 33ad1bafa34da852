"""The fixed-width engine: layouts as data, and what reads, writes, checks and explains files by them.

A bank file is a byte matrix: one row per line, one column per position. No bank is named here; what differs between
banks stands in ``resources/layouts``.
"""
