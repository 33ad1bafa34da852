"""Débito automático: contracts, consents, debits, their remessas and retornos."""
