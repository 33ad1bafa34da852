"""What a person can ask for: every change is a plan first, applied in one transaction. No window in here."""
