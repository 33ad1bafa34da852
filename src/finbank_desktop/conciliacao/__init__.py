"""Matching a bank statement with the books: pure, explainable, and silent where two answers are as good."""
