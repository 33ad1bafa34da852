"""Put ``resources/`` into a built wheel as ``finbank_desktop/_resources``.

Not into an editable install: there ``resources.py`` reads the checkout's own folder, and a copy would go stale.
Symlinks in its place break on Windows.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """The hook of ``[tool.hatch.build.targets.wheel.hooks.custom]``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder to *build_data* unless *version* is ``editable``."""
        if version != "editable":
            build_data["force_include"]["resources"] = "finbank_desktop/_resources"
