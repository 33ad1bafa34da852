"""What the empresa pays: contas a pagar, remessas and retornos of payments, DDA."""
