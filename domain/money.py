"""Money: whole øre (architecture §8)."""

from typing import Annotated

from msgspec import Meta

OERE_MAX = 10**15
"""Either way; below 2^53, so a browser holds it exactly."""

Oere = Annotated[int, Meta(ge=-OERE_MAX, le=OERE_MAX, title="Oere")]
"""Whole øre; 100 to the krone."""
Amount = Annotated[int, Meta(ge=1, le=OERE_MAX, title="Amount")]
"""Whole øre, at least one: what a command asks for. Events hold it as `Oere`."""
