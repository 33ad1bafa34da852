"""Everything a person can ask for, in one place."""
