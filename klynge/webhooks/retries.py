"""Retries: when something is tried again that could not be delivered, and when it is given up."""

import random

RETRY_S = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""After the first attempt in vain, the second …; after the last of these once a day."""
JITTER = 0.2
"""Up to this part of it more or less, so that not all come back at once to whoever was away."""
FAILING_S_MAX = 5 * 86_400
"""An address that took nothing for so long is told of nothing any more."""


def wait_s(attempt: int, asked_s: int) -> int:
    """How long after an attempt in vain (1: the first) it is tried again; no sooner than it was asked for."""
    planned_s = RETRY_S[min(attempt, len(RETRY_S)) - 1] * random.uniform(1 - JITTER, 1 + JITTER)
    return max(1, round(planned_s), asked_s)
