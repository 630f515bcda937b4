"""Way (retning): which way a question goes, as a secretary says it."""

from domain.words import Word


class Way(Word):
    """Up or down the levels, to the side, out of the cluster, in from outside, or on to a later meeting of the same body."""

    UP = "up", "op"
    DOWN = "down", "ned"
    SIDEWAYS = "sideways", "på tværs"
    OUT = "out", "ud"
    IN = "in", "ind"
    PROMISED = "promised", "lovet"
    """A promised item: the body asks itself, at a later meeting."""
