"""Whole numbers that are counted, each with an end: beyond 2^53 a browser rounds, and a database refuses."""

from typing import Annotated

from msgspec import Meta

SIZE_BYTES_MAX = 10**12
COUNT_MAX = 10**12
BASIS_POINTS_MAX = 10**6
VERSION_MAX = 2**53 - 1

SizeBytes = Annotated[int, Meta(ge=0, le=SIZE_BYTES_MAX, title="SizeBytes")]
"""How large a paper's file is."""
Count = Annotated[int, Meta(ge=0, le=COUNT_MAX, title="Count")]
"""A number of things, as a paper tells it."""
BasisPoints = Annotated[int, Meta(ge=0, le=BASIS_POINTS_MAX, title="BasisPoints")]
"""Hundredths of a percent: 4900 is 49 %."""
Version = Annotated[int, Meta(ge=1, le=VERSION_MAX, title="Version")]
"""Of a stream: its first event is version 1."""
Revision = Annotated[int, Meta(ge=1, le=VERSION_MAX, title="Revision")]
"""Of minutes (udgave): the first is 1."""
