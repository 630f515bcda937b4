"""Assurance (sikringsniveau): how surely somebody is who they say they are, by the national standard NSIS."""

from domain.words import Word


class Assurance(Word):
    """The level of a sign-in. Whoever signs in by none that is known is at the lowest."""

    LOW = "low", "lav"
    SUBSTANTIAL = "substantial", "betydelig"
    HIGH = "high", "høj"

    def reaches(self, other: "Assurance") -> bool:
        """Whether it is at least as sure."""
        return _ORDER.index(self) >= _ORDER.index(other)


_ORDER = tuple(Assurance)
NAMED = {each.value: each for each in Assurance}
"""By stored name."""


class TooLow(Exception):
    """403: seat or office gives the right, and the command asks for a surer sign-in."""

    def __init__(self, required: Assurance) -> None:
        super().__init__(required)
        self.required = required
