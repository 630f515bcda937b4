"""In which order tests are run, and which of them by the same worker: so that no worker is alone at the end with what takes long,
and what is made for a whole folder is not made anew for each of its files.
"""

from typing import Any

from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

FIRST = (
    "canary",
    "fuzz",
    "storms",
    "faults",
    "web",
    "klynge",
    "erasures",
    "backups",
    "deployment",
    "carriers",
    "money",
    "projections",
)
LAST = ("domain",)
"""Folders of what is over in no time: they fill what is left."""
TOGETHER = ("canary",)
"""Folders whose files all look at the same thing, which takes longer to make than to look at."""


def folder_of(nodeid: str) -> str:
    return nodeid.split("/")[1]


def turn_of(nodeid: str) -> int:
    """Files of a folder follow each other, as they were found."""
    folder = folder_of(nodeid)
    return FIRST.index(folder) if folder in FIRST else len(FIRST) + (folder in LAST)


class Turns(LoadFileScheduling):  # type: ignore[misc]
    """The next file, or folder, to whoever is done."""

    def __init__(self, config: Any, log: Any = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        folder = folder_of(nodeid)
        return folder if folder in TOGETHER else super()._split_scope(nodeid)
