"""How what is asked of an application, how parties share, and what is posted print in a sentence."""

from collections.abc import Callable
from typing import Any

from domain.criteria import TOLD, criterion_told
from domain.evaluation import EvaluationPlan
from domain.fund.accounts import AllocationLeft, Leg, PartyAmount
from domain.fund.rules import Frame
from domain.fund.wishes import CloseYearWish, OpenWithWish, PayWish, ReverseWish
from domain.shares import Share
from projections.pieces import Sentence, plain

FieldOf = Callable[[Any, str, str], Sentence]

AMOUNTS: dict[type, str] = {Leg: "account", PartyAmount: "party", AllocationLeft: "allocation", Frame: "theme"}
"""what has an amount -> the field that says whose it is"""
WISHES = (PayWish, ReverseWish, CloseYearWish, OpenWithWish)
MONEY = frozenset({*TOLD, *AMOUNTS, *WISHES, EvaluationPlan, Share})


def printed_money(value: Any, lang: str, field_of: FieldOf) -> Sentence:
    """A criterion in words, a plan for evaluation, a party's share, an amount and whose it is, what somebody registers."""
    if type(value) in TOLD:
        da, en = criterion_told(value)
        return plain(da if lang == "da" else en)
    if type(value) in AMOUNTS:
        amount = "frame_oere" if isinstance(value, Frame) else "amount_oere"
        of_whom = (*field_of(value, AMOUNTS[type(value)], lang), *plain(" "), *field_of(value, amount, lang))
        return (*of_whom, *_paid_before(value, lang, field_of)) if isinstance(value, AllocationLeft) else of_whom
    if isinstance(value, WISHES):
        return _printed_wish(value, lang, field_of)
    if isinstance(value, Share):
        return (*field_of(value, "party", lang), *plain(f" {value.weight}"))
    return (
        *field_of(value, "what", lang),
        *plain(", "),
        *field_of(value, "who", lang),
        *plain(", "),
        *field_of(value, "due", lang),
    )


def _paid_before(value: AllocationLeft, lang: str, field_of: FieldOf) -> Sentence:
    """What was paid of it already, which may come back."""
    if not value.paid_oere:
        return ()
    return (*plain(" (udbetalt " if lang == "da" else " (paid "), *field_of(value, "paid_oere", lang), *plain(")"))


def _printed_wish(value: Any, lang: str, field_of: FieldOf) -> Sentence:
    da = lang == "da"
    match value:
        case PayWish():
            return (
                *plain("udbetal " if da else "pay "),
                *field_of(value, "amount_oere", lang),
                *plain(" til " if da else " to "),
                *field_of(value, "to_party", lang),
            )
        case ReverseWish():
            head = f"tilbagefør hændelse {value.reverses}: " if da else f"reverse event {value.reverses}: "
            return (*plain(head), *field_of(value, "reason", lang))
        case CloseYearWish():
            return plain(f"luk {value.year}" if da else f"close {value.year}")
        case _:
            return (
                *plain("indgangspostering på " if da else "opening entry of "),
                *field_of(value, "amount_oere", lang),
                *plain(" efter " if da else " after "),
                *field_of(value, "source", lang),
            )
