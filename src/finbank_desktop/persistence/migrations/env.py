"""What Alembic runs; the connection is given by `persistence.schema`, already within its transaction."""

from alembic import context


def run() -> None:
    """Run the steps that are missing."""
    context.configure(
        connection=context.config.attributes["connection"], render_as_batch=True, transaction_per_migration=False
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name Alembic loads it by; whoever merely imports it changes nothing
    run()
