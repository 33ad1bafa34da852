"""Where the user's books lie when nobody says otherwise."""

import os
import sys
from pathlib import Path

NOME = "finbank.db"


def data_folder() -> Path:
    """Return the folder of the user's data: roaming profile, Application Support, or XDG's data home."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "FinBank"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "FinBank"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "finbank"
