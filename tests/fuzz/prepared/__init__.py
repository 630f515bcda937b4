"""Commands that no story gives, each prepared so that a rule lets it pass: once all stories have been told, in this order."""

from tests.fuzz.prepared.course import COURSE
from tests.fuzz.prepared.given import Given
from tests.fuzz.prepared.matters import MATTERS
from tests.fuzz.prepared.meetings import MEETINGS
from tests.fuzz.prepared.money import MONEY, REGISTRAR
from tests.fuzz.prepared.people import OFFICER, PEOPLE

PREPARED: tuple[Given, ...] = (*MEETINGS, *MONEY, *MATTERS, *COURSE, *PEOPLE)
"""People come last: who leaves gives nothing more."""

__all__ = ["OFFICER", "PREPARED", "REGISTRAR", "Given"]
