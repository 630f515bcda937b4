"""What a hunt found, and how much it looked at."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tests.canary.secrets_kept import Canary


@dataclass
class Found:
    """What the hunt found, and how much it looked at."""

    leaks: list[str] = field(default_factory=list)
    reached: dict[tuple[str, str], set[Canary]] = field(default_factory=lambda: defaultdict(set))
    """(part, kind of door) -> the canaries that reached it there"""
    looked_at: Counter[str] = field(default_factory=Counter)
    """kind of door -> bytes"""
    answered: Counter[tuple[str, int]] = field(default_factory=Counter)
    """(kind of door, status) -> answers"""
    meetings: int = 0
    canaries: int = 0
    guesses: int = 0
