"""Play 10,000 lives of boletos from a new seed; it is printed first, so that a failure can be played again.

``python3 dev.py longo [seed] [sequences]``. The seed stands in the failure as well.
"""

import os
import secrets
import subprocess
import sys
from pathlib import Path

SEQUENCIAS = 10_000
ROOT = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Run the property test with many sequences and return pytest's exit code."""
    semente = arguments[0] if arguments else str(secrets.randbelow(2**31))
    sequencias = arguments[1] if len(arguments) > 1 else str(SEQUENCIAS)
    sys.stdout.write(f"FINBANK_SEMENTE={semente} FINBANK_SEQUENCIAS={sequencias}\n")
    sys.stdout.flush()
    environment = os.environ | {"FINBANK_SEMENTE": semente, "FINBANK_SEQUENCIAS": sequencias}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "src"), environment.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", "pytest", "-q", "tests/properties/test_vida.py"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    sys.stdout.write(f"again: python3 dev.py longo {semente} {sequencias}\n" if ended else "")
    return ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
