"""Evaluation (evaluering): the plan without which no money is granted."""

from typing import Generic

from msgspec import Struct

from domain.claims import DateSaid
from domain.text import T


class EvaluationPlan(Struct, Generic[T], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is evaluated, by whom and by when (evalueringsplan)."""

    what: T
    who: T
    due: DateSaid[T]
