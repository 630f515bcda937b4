"""What the codes of a report are called, in Danish and in English."""

from collections.abc import Iterable

from msgspec import Struct

from domain.colours import Colour
from domain.initiatives import Phase
from domain.plans import PlanKind, ThemeKind
from domain.words import Word


class Called(Struct, frozen=True, kw_only=True):
    """A word in both languages."""

    da: str
    en: str


OWN: dict[str, tuple[str, str]] = {
    "not-reported": ("ikke meldt", "not reported"),
    # How far an initiative has come.
    "listed": ("oplyst", "listed"),
    "ordered": ("bestilt", "ordered"),
    "owned": ("har ejer", "has an owner"),
    "confirmed": ("ordrebekræftet", "order confirmed"),
    "underway": ("i gang", "under way"),
    "paused": ("på pause", "paused"),
    "ended": ("afsluttet", "ended"),
    "merged": ("lagt sammen", "merged"),
    "handed-over": ("overdraget", "handed over"),
    # Why it lies with somebody.
    "name-owner": ("skal udpege en ejer", "has to name an owner"),
    "confirm": ("skal bekræfte ordren", "has to confirm the order"),
    "approve": ("skal godkende ordrebekræftelsen", "has to approve the confirmation"),
    "answer-remark": ("skal besvare en bemærkning", "has to answer a remark"),
    "remedy": ("skal aftale afhjælpning", "has to agree on a remedy"),
    "carry-out": ("skal gennemføre afhjælpningen", "has to carry out the remedy"),
    "escalated": ("skal handle; sagen er løftet hertil", "has to act; it was taken up here"),
    "awaited": ("afventes", "is awaited"),
    # What is to come.
    "evaluation-midway": ("midtvejsevaluering", "midway evaluation"),
    "evaluation-final": ("endelig evaluering", "final evaluation"),
    "runs-until": ("løber til", "runs until"),
    # How a plan stands, and what is counted.
    "drafted": ("udkast", "draft"),
    "adopted": ("vedtaget", "adopted"),
    "closed": ("afsluttet", "closed"),
    "initiatives": ("indsatser", "initiatives"),
    "lies-with-somebody": ("venter på, at nogen handler", "wait for somebody to act"),
}
WORDS: tuple[type[Word], ...] = (Colour, Phase, PlanKind, ThemeKind)
CALLED: dict[str, tuple[str, str]] = {str(each): (each.da, each.en) for words in WORDS for each in words} | OWN
"""code -> Danish, English"""


def called(codes: Iterable[str]) -> dict[str, Called]:
    """What codes are called, in their order."""
    return {code: Called(da=CALLED[code][0], en=CALLED[code][1]) for code in sorted(codes)}
