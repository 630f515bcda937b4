"""What comes of work at length, where nobody else has to be served."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


def done(work: Generator[None, None, T]) -> T:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
