"""The books on disk: tables, repositories, transactions, migrations and safety copies."""
