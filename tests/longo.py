"""Play 10,000 lives of boletos from a new seed; it is printed first, so that a failure can be played again.

``python3 dev.py longo [seed] [sequences]``. They are played some hundreds at a time, each lot from a seed of its own
that follows from the first: what fails is played again by itself, and what was played is told as it goes.
"""

import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

SEQUENCIAS, LOTE = 10_000, 500
ROOT = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Run the property test lot by lot and return pytest's exit code of the first that failed."""
    semente = int(arguments[0]) if arguments else secrets.randbelow(2**31)
    sequencias = int(arguments[1]) if len(arguments) > 1 else SEQUENCIAS
    say(f"FINBANK_SEMENTE={semente} FINBANK_SEQUENCIAS={sequencias}")
    begin = time.monotonic()
    for number, start in enumerate(range(0, sequencias, LOTE)):
        some = min(LOTE, sequencias - start)
        ended = play(semente + number, some)
        if ended:
            say(f"failed after {start}; again: python3 dev.py longo {semente + number} {some}")
            return ended
        say(f"{start + some} of {sequencias} sequences, {time.monotonic() - begin:.0f} s")
    return 0


def play(semente: int, sequencias: int) -> int:
    """Play one lot; pytest's own words are shown only when it fails."""
    environment = os.environ | {"FINBANK_SEMENTE": str(semente), "FINBANK_SEQUENCIAS": str(sequencias)}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "src"), environment.get("PYTHONPATH", "")]))
    command = [sys.executable, "-m", "pytest", "-q", "tests/properties/test_vida.py"]
    told = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if told.returncode:
        say(told.stdout)
    return told.returncode


def say(sentence: str) -> None:
    """Print *sentence* at once."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
