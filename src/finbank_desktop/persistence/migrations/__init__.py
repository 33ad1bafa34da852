"""How the tables came to their shape, step by step (Alembic).

Each step in ``versions`` stands for itself and never imports the tables of today. A new step is written beside the last
one, named by number, and added to `REVISIONS`; ``tests/upgrade`` then proves that the steps lead to `columns.metadata`.
"""

REVISIONS = (
    "finbank_0001",
    "finbank_0002",
    "finbank_0003",
    "finbank_0004",
    "finbank_0005",
    "finbank_0006",
    "finbank_0007",
    "finbank_0008",
    "finbank_0009",
    "finbank_0010",
    "finbank_0011",
)
"""All steps, oldest first."""
