"""What things are called, for one audience."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from domain.body import Established, Level
from domain.claims import DateNotStated, DateSaid, OnDay, Span, Within
from domain.decided import Cited
from domain.kernel import UNKNOWN, Recorded, See
from domain.mandate import PathSet
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.meeting.doors import DoorsShut
from domain.names import scope_of
from domain.text import Kept, TextAt, said
from projections.names import NAMES, Row, key_of
from projections.origin import Origins
from projections.reading import NOTHING_CLOSED
from projections.sight import Eyes
from tests.domain.succession import RAAD, cluster
from tests.domain.world import ITEM, MEETING, PAPER, STRATEGIC, WORLD, Fact, discussing
from tests.given import given


def nothing(*_: Any) -> Any:
    raise AssertionError("no word is opened, no event is read")


def eyes(
    rows: dict[str, Any],
    scope: str = scope_of(MEETING),
    opener: Callable[[Kept], str | None] = nothing,
    event: Callable[[str, int], Recorded] = nothing,
    see: See = lambda _: UNKNOWN,
) -> Eyes:
    return Eyes(scope, NOTHING_CLOSED, see, opener, event, Origins(see, event, nothing), rows.get)


@pytest.mark.parametrize(
    ("starts_at", "called"),
    [
        ("2024-04-09T16:00:00Z", "strategic, 9. april 2024"),
        # Accepted before the calendar was asked, it stands for ever and is named for ever.
        ("9999-12-31T23:30:00Z", "strategic"),
    ],
)
def test_a_meeting_is_called_by_its_body_and_its_day_where_there_is_one(starts_at: str, called: str) -> None:
    names = {key_of(MEETING): Row(body=STRATEGIC, starts_at=starts_at)}
    assert eyes(names).name(MEETING).name == called


@pytest.mark.parametrize(
    ("held", "called"),
    [
        (OnDay(day="2023-03-13", words=said("d. 13. marts")), "strategic, 13. marts 2023"),
        (
            Within(earliest="2020-09-01", latest="2020-09-30", span=Span.MONTH, words=said("september 2020")),
            "strategic",
        ),
    ],
)
def test_a_meeting_entered_afterwards_is_called_by_its_day_where_a_paper_names_one(
    held: DateSaid[Kept], called: str
) -> None:
    rows: dict[str, Any] = {}
    for recorded in given(
        *WORLD, (MEETING, MeetingRegisteredAfterwards(body=STRATEGIC, held=held, document=PAPER))
    ).recorded:
        if type(recorded.event) in NAMES.folds and recorded.stream == MEETING:
            rows |= NAMES.evolve(rows.get, recorded)
    assert eyes(rows).name(MEETING).name == called


# --- a body of another scope -----------------------------------------------------------------------------------------

GROUP = "lillebaelt/body/gruppen"
"""Set up by what was decided at the item."""
SHUT = (
    MEETING,
    DoorsShut(item=ITEM, number="3", reason=said("Personsag."), legal_basis=said("§ 27"), title_closed=False),
)


def called_elsewhere(*facts: Fact, named: str = GROUP) -> str:
    """What the group, or a cluster, is called to somebody of another scope. Its name was said at the item."""
    record = given(*WORLD, *discussing(), *facts)
    where = next(each for each in record.recorded if isinstance(each.event, ItemAdded) and each.event.item == ITEM)
    words = TextAt(where.stream, where.version, "/title")
    seats = "lillebaelt/membership/gruppen"
    record.happened(GROUP, Established(name=words, level=Level.GROUP, membership=seats, chairs=0, seats=()))
    record.happened(RAAD, msgspec.structs.replace(cluster(RAAD)[1], name=words))
    by_version = {(each.stream, each.version): each for each in record.recorded}
    theirs = eyes(
        {key_of(named): Row(words=words)}, "midt", lambda kept: "Gruppen", lambda *at: by_version[at], record.see
    )
    return theirs.name(named).name


def test_a_body_of_another_scope_is_called_by_its_name() -> None:
    assert called_elsewhere() == "Gruppen"


def test_a_name_that_was_said_behind_closed_doors_stays_there() -> None:
    assert called_elsewhere(SHUT) == "gruppen"


def test_a_cluster_of_another_scope_is_called_by_its_name() -> None:
    """Who takes over is told to whoever something is taken over from."""
    assert called_elsewhere(named=RAAD) == "Gruppen"


@pytest.mark.parametrize("thing", ["midt/referral/h1", "midt/meeting/m1", "midt/initiative/i1"])
def test_nothing_else_of_a_scope_is_named_to_whoever_has_no_part_in_it(thing: str) -> None:
    assert eyes({key_of(thing): Row(words=said("Ikke for dig"))}).name(thing).name == thing.split("/")[2]


# --- a mandate ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("subject", "called"), [("crisis-meetings", "krisemøder"), ("Vaccination", "Vaccination")])
def test_a_mandate_is_called_by_what_it_is_about(subject: str, called: str) -> None:
    mandate = "lillebaelt/mandate/m7"
    path = PathSet(
        subject=subject, steps=(), source=Cited(who=said("Styregruppen"), on=DateNotStated(), words=said("Vedtaget"))
    )
    record = given(*WORLD, (mandate, path))
    rows = dict(NAMES.evolve(lambda _: None, record.recorded[-1]))
    # As the log holds it: its own words are no reference to another event.
    happened = msgspec.structs.replace(record.recorded[-1], event=path)
    assert eyes(rows, event=lambda *_: happened).name(mandate).name == called
