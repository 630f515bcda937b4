"""Frames: what is told in them by which it is judged who might read them when they were sent."""

import re

from tests.canary.secrets_kept import CANARY

HEAD = re.compile(rb'\{"op":"(?P<op>\w+)","topic":"(?P<topic>[^"]+)","pos":(?P<pos>\d+)')
"""How a frame begins that tells what stands at a position."""
ACCESS = re.compile(rb'\{"op":"access","topic":"(?P<topic>[^"]+)"')
"""One that names what is lost."""


def held_at(frames: list[bytes]) -> dict[int, set[bytes]]:
    """frame that names what is lost -> the canaries that were told before it."""
    told: set[bytes] = set()
    held = {}
    for index, frame in enumerate(frames):
        words = set(CANARY.findall(frame))
        if ACCESS.match(frame):
            held[index] = words & told
        told |= words
    return held
