"""Débito automático: contracts, consents, debits, their files and the layouts in use."""

revision = "finbank_0010"
down_revision = "finbank_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
