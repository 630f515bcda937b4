"""Alarms (alarm): why nothing is signed. A mistake that is signed stays for ever, so whoever doubts does not sign."""

from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What it is counted by."""

    STORE_AWAY = "store-away"
    NO_KEY = "no-key"
    OTHER_KEY = "other-key"
    HASH_DIFFERS = "hash-differs"
    LOG_SHORTER = "log-shorter"
    LOG_OTHER = "log-other"
    HEAD_DAMAGED = "head-damaged"
    TREE_DAMAGED = "tree-damaged"
    INCONSISTENT = "inconsistent"
    NO_GUARD = "no-guard"
    GUARD_DAMAGED = "guard-damaged"
    FAILED = "failed"


WHO: Final = "checkpointer"
"""Who tried, among those who did."""
AGAIN: Final = "signs-again"
"""What is kept, among what kept one from signing, when it is over."""


class Alarm(Exception):
    """Nothing is signed: why, and what to do."""

    def __init__(self, outcome: Outcome, why: str, size: int = 0) -> None:
        super().__init__(why)
        self.outcome = outcome
        self.size = size
