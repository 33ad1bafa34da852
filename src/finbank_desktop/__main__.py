"""Start the window: ``python -m finbank_desktop``."""

import sys


def main() -> int:
    """Run the program with the command line's arguments and return its exit code."""
    from finbank_desktop.app import main as run  # noqa: PLC0415 - Qt is loaded only when a window is wanted

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
