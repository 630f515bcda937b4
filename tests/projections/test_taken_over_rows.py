"""What a successor's board tells of an initiative that it took over (domain-model 4.11)."""

from typing import Any

from domain.awaited import Extent
from domain.claims import DateNotStated
from domain.colours import Colour
from domain.decided import Cited
from domain.holding import Held
from domain.initiative import ColourReported, OwnerAssigned, Started
from domain.initiatives import Phase
from domain.proposal import Parked
from domain.text import TextAt, said
from projections.front import FRONT
from projections.initiative import INITIATIVE_VIEW
from projections.initiatives import INITIATIVES
from projections.proposals import PROPOSALS
from projections.trail import opened
from tests.domain.waiting import C1, pending
from tests.domain.world import KOLDING, POLITICAL, PROJECT, THEME, project, proposal, taken
from tests.given import Record
from tests.projections.seen_by_all import OpenEyes, rows_at, shown_in
from tests.projections.test_estate_rows import handed, rows_of

TAKEN = "raad/initiative/lillebaelt-middelfart"
TAKEN_THEME = "lillebaelt-traening"
CITED = Cited(who=said("Direktørforum"), on=DateNotStated(), words=said("Ejer"))


def red() -> Record:
    return handed(
        project(),
        (PROJECT, OwnerAssigned(owners=(KOLDING,), decision=CITED)),
        (PROJECT, Started(from_on="2024-02-01", phase=Phase.TRIAL)),
        (
            PROJECT,
            ColourReported(
                colour=Colour.RED,
                meeting="lillebaelt/meeting/2024-03-01-strategic",
                reason=said("Gået i stå"),
                lies_with=POLITICAL,
            ),
        ),
        things=(PROJECT,),
    )


def board(record: Record) -> dict[str, Any]:
    return rows_of(INITIATIVES, record)


def test_what_is_handed_over_stands_where_it_was_and_lies_with_nobody_there() -> None:
    row = board(red())["lillebaelt/initiatives|middelfart"]
    assert (row.stage, row.into, row.lies_with) == ("handed-over", TAKEN, ())


def test_what_is_taken_over_keeps_owner_phase_and_colour_and_lies_with_a_body_of_the_successor() -> None:
    row = board(red())["raad/initiatives|lillebaelt-middelfart"]
    assert (row.stage, row.phase, row.colour, row.owners) == ("underway", "trial", "red", (KOLDING,))
    assert row.taken_from == PROJECT
    assert [(each.who.partition("/")[0], each.why) for each in row.lies_with] == [("raad", "remedy")]


def test_it_is_called_what_it_was_called_and_its_words_stay_where_they_were_said() -> None:
    record = red()
    title = board(record)["raad/initiatives|lillebaelt-middelfart"].title
    assert isinstance(title, TextAt)
    assert title.stream == PROJECT
    assert title in record.texts


def test_the_trail_of_each_names_the_other() -> None:
    rows = rows_of(INITIATIVE_VIEW, red())
    last = [row for key, row in sorted(rows.items()) if key.startswith(f"{PROJECT}|step/")][-1]
    (first,) = [row for key, row in sorted(rows.items()) if key.startswith(f"{TAKEN}|step/")]
    assert (last.what, last.initiative) == ("handed-over", TAKEN)
    assert (first.what, first.initiative) == ("taken-over", PROJECT)


def test_what_holds_it_back_holds_it_back_there_too() -> None:
    record = handed(project(), pending(), (PROJECT, Held(condition=C1, extent=Extent.ALL)), things=(PROJECT, C1))
    row = board(record)["raad/initiatives|lillebaelt-middelfart"]
    assert row.held_by == (C1,)


def test_the_front_pages_tell_of_it_where_it_lies_now() -> None:
    rows = rows_of(FRONT, red())
    assert rows["raad/front|initiative/lillebaelt-middelfart"].colour == "red"
    assert rows["lillebaelt/front|initiative/middelfart"].stage == "handed-over"


def test_an_open_condition_stands_on_the_front_page_of_whoever_took_it_over() -> None:
    rows = rows_of(FRONT, handed(project(), pending(), things=(C1,)))
    conditions = [key for key in rows if "|condition/" in key]
    assert [key.partition("|")[0] for key in conditions] == ["raad/front"]


def test_the_feed_leaves_out_what_was_carried_where_some_of_it_was_closed() -> None:
    record = red()
    (taken_over,) = (each.event for each in record.recorded if each.stream == TAKEN)
    eyes: Any = OpenEyes(record)
    told = opened(taken_over, eyes)
    assert told["carried"]["owners"] == [KOLDING]
    eyes = OpenEyes(record, frozenset({(PROJECT, 2)}))
    closed = opened(taken_over, eyes)
    assert (closed["carried"], closed["from_stream"]) == (None, PROJECT)


def test_what_became_of_a_proposal_behind_closed_doors_is_told_no_more_by_the_successor() -> None:
    record = handed(proposal(), (THEME, Parked(reason=said("En sag"), decision=taken())), things=(THEME,))
    rows = rows_at(PROPOSALS, record, len(record.recorded))
    told, closed = (
        shown_in(PROPOSALS, "raad/proposals", rows, OpenEyes(record, hidden))
        for hidden in (frozenset[tuple[str, int]](), frozenset({(THEME, 2)}))
    )
    fate = f"{TAKEN_THEME}/fate"
    assert told[fate].fate == "parked"
    assert (fate in closed, TAKEN_THEME in closed) == (False, True)
