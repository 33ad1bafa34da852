"""Registration by bank API: the accounts at the banks and the journal of what was sent."""

revision = "finbank_0011"
down_revision = "finbank_0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
