"""The books: accounts, events, histories, lots and what moved each conta caixa."""

revision = "finbank_0008"
down_revision = "finbank_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
