"""Levels of sign-in (NSIS) as issuers name them in the claims `acr` and `loa`, and as they are asked for."""

from collections.abc import Mapping
from typing import Any

from domain.assurance import Assurance

NSIS = "https://data.gov.dk/concept/core/nsis/"
ACR: Mapping[Assurance, str] = {
    Assurance.LOW: f"{NSIS}Low",
    Assurance.SUBSTANTIAL: f"{NSIS}Substantial",
    Assurance.HIGH: f"{NSIS}High",
}
"""What a level is asked for by, and what the development issuer says."""
SIGN_IN_AGE_S = 8 * 3600
"""A sign-in older than a day's work counts as the lowest."""
STEP_UP = f'Bearer error="insufficient_user_authentication", acr_values="{{acr}}", max_age={SIGN_IN_AGE_S}'
"""RFC 9470 §3."""

_LEVELS: Mapping[str, Assurance] = {
    **{acr: level for level, acr in ACR.items()},
    **{level.value: level for level in Assurance},
    **{level.da: level for level in Assurance},
}


def level_of(claims: Mapping[str, Any]) -> Assurance:
    """The level that claims tell of; the lowest where they name none, or name two that differ."""
    named = [claims[claim] for claim in ("acr", "loa") if claim in claims]
    found = [
        _LEVELS.get(each.lower() if NSIS not in each else each, Assurance.LOW)
        for each in named
        if isinstance(each, str)
    ]
    if not found or len(found) < len(named):
        return Assurance.LOW
    return min(found, key=list(Assurance).index)


def step_up(required: Assurance) -> str:
    """The challenge that asks for a surer sign-in."""
    return STEP_UP.format(acr=ACR[required])
