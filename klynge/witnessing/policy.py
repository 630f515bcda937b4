"""Whose witnesses the service asks, and how many organisations must have seen a head: the trust file of KLYNGE_WITNESSES."""

from pathlib import Path

from klynge.addresses import BadSettings, web_address
from proof.policy import BadTrust, Trust

SETTING = "KLYNGE_WITNESSES"


def witnesses_of(path: str) -> Trust | None:
    """None: nobody is asked. Raises `BadSettings`."""
    if not path:
        return None
    try:
        trust = Trust.parse(Path(path).read_bytes())
    except OSError as error:
        raise BadSettings(f"{SETTING} is »{path}«: {error.strerror}; it is the path of a trust file") from error
    except BadTrust as wrong:
        raise BadSettings(f"{SETTING}: {path}: {wrong}") from wrong
    if not trust.witnesses:
        raise BadSettings(f"{SETTING}: {path} names no witness; leave the setting out where there is none")
    for each in trust.witnesses:
        web_address(each.url, f"{SETTING}: the address of {each.organisation}")
    return trust


def require_of(trust: Trust | None, origin: str) -> None:
    """Raises `BadSettings` where the file is for another log."""
    if trust is not None and trust.origin != origin:
        raise BadSettings(f"{SETTING} is for {trust.origin}, and this log is {origin}")
