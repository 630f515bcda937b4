"""`klynge`, as a release before there were clusters would run it: it knows no such event."""

import sys
from types import MappingProxyType

import domain.streams
from klynge.__main__ import main

COMMAND = (sys.executable, "-m", "tests.deployment.older")
UNKNOWN = "cluster.established"

if __name__ == "__main__":
    # Before the rooms that read it are loaded.
    events = {tag: event for tag, event in domain.streams.EVENTS.items() if tag != UNKNOWN}
    domain.streams.EVENTS = MappingProxyType(events)
    main()
