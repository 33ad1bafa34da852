"""The simulated bank: reads a remessa and answers with the retornos of the same bank.

For rehearsals and for tests of flows. It writes through the same layouts that are read, so it proves nothing about
positions; those rest on manuals and real files.
"""
