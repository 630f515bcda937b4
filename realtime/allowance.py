"""What a client may still say: so many messages a second with a burst, and so many that cannot be met before it is enough."""

from realtime.messages import ERRORS_MAX, ERRORS_WINDOW_S, MESSAGES_BURST, MESSAGES_PER_S


class Allowance:
    """The account of one connection. `now`: seconds since 1970 UTC."""

    __slots__ = ("_at", "_errors", "_errors_since", "_left")

    def __init__(self, now: float) -> None:
        self._left = float(MESSAGES_BURST)
        self._at = now
        self._errors = 0
        self._errors_since = 0.0

    def may_say(self, now: float) -> bool:
        """Whether one message more is within the rate."""
        self._left = min(MESSAGES_BURST, self._left + (now - self._at) * MESSAGES_PER_S)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def may_err(self, now: float) -> bool:
        """Whether one mistake more is answered."""
        if now - self._errors_since > ERRORS_WINDOW_S:
            self._errors, self._errors_since = 0, now
        self._errors += 1
        return self._errors <= ERRORS_MAX
