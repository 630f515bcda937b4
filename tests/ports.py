"""Ports for servers of tests: below those that the kernel lends to outgoing connections, so that none is taken while it is free."""

import socket
from random import SystemRandom

PORTS = range(15_000, 32_000)
"""`/proc/sys/net/ipv4/ip_local_port_range` begins at 32768."""
_left = list(PORTS)
SystemRandom().shuffle(_left)  # several runs at once, each by another way through them


def free_port() -> int:
    """A port that nobody listens on; no other test of this process is told of it."""
    while True:
        port = _left.pop()
        with socket.socket() as probe:
            try:
                probe.bind(("", port))
            except OSError:
                continue
        return port
