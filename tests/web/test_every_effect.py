"""Whatever a decision can do, the secretary can pick at the desk: no effect of the domain is without a form."""

import re
from typing import get_args, get_origin

from domain.awaited import Awaited
from domain.effects import Effect
from tests.web.served import HOUSE

WITHOUT_FORM = {"reduce-earmark", "release-earmark"}
"""Those that are told to the record by its own interface until they have one: no other may be missing."""


def tags(union: object) -> set[str]:
    """The stored names of a union's members."""
    members = (get_origin(member) or member for member in get_args(union))
    return {str(member.__struct_config__.tag) for member in members}


def at_the_desk() -> set[str]:
    """The effects that are named there; that each named one has a form, the pages' own tests see."""
    words = (HOUSE / "web" / "words" / "decision" / "da.ts").read_text("utf-8")
    kinds = re.search(r"\n    kinds: \{\n(.*?)\n    \},", words, re.DOTALL)
    assert kinds is not None
    return set(re.findall(r'^ +"?([a-z-]+)"?:', kinds[1], re.MULTILINE))


def test_every_effect_of_a_decision_has_a_form_at_the_desk() -> None:
    assert tags(Effect) - at_the_desk() == WITHOUT_FORM


def test_the_desk_offers_no_effect_that_a_decision_cannot_have() -> None:
    assert at_the_desk() - tags(Effect) == set()


def test_a_condition_can_await_what_the_domain_lets_it_await() -> None:
    form = (HOUSE / "web" / "desk" / "effects.ts").read_text("utf-8")
    told = set(re.findall(r'type: "([a-z-]+)"', form[form.index("function awaited") :]))
    assert tags(Awaited) <= told
