"""How what is asked of an application, and how parties share, print in a sentence."""

from collections.abc import Callable
from typing import Any

from domain.criteria import TOLD, criterion_told
from domain.evaluation import EvaluationPlan
from domain.shares import Share
from projections.pieces import Sentence, plain

FieldOf = Callable[[Any, str, str], Sentence]

MONEY = (*TOLD, EvaluationPlan, Share)


def printed_money(value: Any, lang: str, field_of: FieldOf) -> Sentence:
    """A criterion in words, a plan for evaluation, a party's share."""
    if type(value) in TOLD:
        da, en = criterion_told(value)
        return plain(da if lang == "da" else en)
    if isinstance(value, Share):
        return (*field_of(value, "party", lang), *plain(f" {value.weight}"))
    return (
        *field_of(value, "what", lang),
        *plain(", "),
        *field_of(value, "who", lang),
        *plain(", "),
        *field_of(value, "due", lang),
    )
