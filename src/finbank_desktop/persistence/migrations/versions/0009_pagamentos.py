"""Payments: contas a pagar, the contracts, the files and their answers, DDA."""

revision = "finbank_0009"
down_revision = "finbank_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
