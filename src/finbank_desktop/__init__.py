"""FinBank Desktop: boletos, CNAB files and what comes back from the bank."""

__version__ = "0.1.0"
