"""Minutes: drafted item by item, heard, approved by those who attended, published by a chair, corrected in a new revision."""

import pytest

from domain.claims import DateNotStated, OnDay
from domain.decided import Cited
from domain.kernel import Command
from domain.meeting.attendance import Recused, SeatLeft, SeatTaken
from domain.meeting.call import MeetingAdjourned
from domain.meeting.doors import DoorsShut
from domain.meeting.moving import MeetingCancelled
from domain.membership import ChairLeft, ChairTaken, SeatOpened
from domain.minutes.draft import (
    Circulate,
    Draft,
    ItemText,
    ItemWritten,
    MinutesCirculated,
    MinutesDrafted,
    MinutesRevised,
    Revise,
)
from domain.minutes.hearing import (
    COMMENTS_MAX,
    AnswerComment,
    Approve,
    Comment,
    CommentAnswered,
    Commented,
    MinutesApproved,
)
from domain.minutes.publication import AddNote, MinutesPublished, NoteAdded, Publish
from domain.policy import hides, mask_of
from domain.procedure import RulesSet
from domain.rules import DecisionRule, NoneStated
from domain.seats import ByPatients, Voice
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    MEMBER,
    OUTSIDER,
    POLITICAL,
    SECRETARY,
    STRATEGIC,
    STRATEGIC_SEATS,
    WORLD,
    Fact,
    called,
    on_day,
    opened,
    reported,
)
from tests.given import Record, given

MINUTES = MEETING.replace("/meeting/", "/minutes/")
TEXT = "Klyngen drøftede midlerne."

HELD: tuple[Fact, ...] = (
    *opened(),
    (MEETING, SeatTaken(seat="region", person=CHAIR)),
    (MEETING, SeatTaken(seat="kolding", person=MEMBER)),
    (MEETING, SeatLeft(seat="kolding", person=MEMBER)),
    (MEETING, MeetingAdjourned()),
)
"""A meeting at which a member left early."""
ABSENT = tuple(fact for fact in HELD if not (isinstance(fact[1], SeatTaken | SeatLeft) and fact[1].seat == "kolding"))
"""The same, and the member was away."""
DRAFT = Draft(meeting=MEETING, texts=(ItemText(item=ITEM, text=TEXT),))
REVISE = Revise(reason="Et tal var forkert.", texts=DRAFT.texts)
COMMENT = Comment(item=ITEM, comment="b1", text="Vi spurgte også til driften.")


def written(revision: int = 1, text: str = TEXT) -> ItemWritten:
    return ItemWritten(meeting=MEETING, item=ITEM, number="3", revision=revision, text=said(text))


DRAFTED: tuple[Fact, ...] = ((MINUTES, MinutesDrafted(meeting=MEETING, revision=1)), (MINUTES, written()))
IN_HEARING: tuple[Fact, ...] = (*DRAFTED, (MINUTES, MinutesCirculated(meeting=MEETING, revision=1)))
COMMENTED = Commented(
    meeting=MEETING,
    item=ITEM,
    number="3",
    comment="b1",
    revision=1,
    text=said("Vi spurgte også til driften."),
    seat="kolding",
)
ANSWERED = CommentAnswered(meeting=MEETING, item=ITEM, number="3", comment="b1", text=said("Tilføjet."))
PUBLISHED: tuple[Fact, ...] = (*DRAFTED, (MINUTES, MinutesPublished(meeting=MEETING, revision=1)))


def held(*facts: Fact) -> Record:
    return given(*WORLD, *HELD, *facts)


# --- the draft --------------------------------------------------------------------------------------------------------


def test_the_secretary_writes_a_draft_item_by_item() -> None:
    held().when(DRAFT, to=MINUTES, by=SECRETARY).then(MinutesDrafted(meeting=MEETING, revision=1), written())


def test_minutes_are_written_when_the_meeting_has_ended() -> None:
    given(*WORLD, *opened()).when(DRAFT, to=MINUTES).refused("minutes.meeting-running", meeting=MEETING)


def test_a_meeting_that_was_called_off_has_no_minutes() -> None:
    given(*WORLD, *called(), (MEETING, MeetingCancelled())).when(DRAFT, to=MINUTES).refused("meeting.called-off")


def test_minutes_bear_the_name_of_their_meeting_so_that_it_has_one_set_of_them() -> None:
    held().when(DRAFT, to="lillebaelt/minutes/other").refused("minutes.not-its-own", meeting=MEETING)


def test_minutes_of_a_meeting_that_the_record_does_not_hold_are_not_written() -> None:
    given(*WORLD).when(DRAFT, to=MINUTES).refused("id.unknown", id=MEETING)


def test_the_secretary_of_another_cluster_writes_no_minutes_of_ours() -> None:
    held().when(DRAFT, to=MINUTES.replace("lillebaelt", "aarhus")).refused("scope.other")


@pytest.mark.parametrize("by", [CHAIR, MEMBER, OUTSIDER])
def test_only_the_secretariat_of_the_body_drafts(by: str) -> None:
    held().when(DRAFT, to=MINUTES, by=by).denied()


def test_minutes_tell_of_items_that_were_on_the_agenda() -> None:
    draft = Draft(meeting=MEETING, texts=(ItemText(item="none", text=TEXT),))
    held().when(draft, to=MINUTES).refused("minutes.item-unknown", item="none")


def test_minutes_tell_of_an_item_once() -> None:
    draft = Draft(meeting=MEETING, texts=(*DRAFT.texts, *DRAFT.texts))
    held().when(draft, to=MINUTES).refused("minutes.item-twice", item=ITEM)


def test_a_draft_is_written_over_until_it_is_sent() -> None:
    held(*DRAFTED).when(DRAFT, to=MINUTES).then(MinutesDrafted(meeting=MEETING, revision=1), written())


def test_after_a_hearing_the_draft_is_a_new_revision() -> None:
    held(*IN_HEARING).when(DRAFT, to=MINUTES).then(MinutesDrafted(meeting=MEETING, revision=2), written(revision=2))


def test_published_minutes_are_not_drafted_but_revised() -> None:
    held(*PUBLISHED).when(DRAFT, to=MINUTES).refused("minutes.already-published", revision=1)


def test_a_draft_is_sent_for_comments_until_a_day() -> None:
    held(*DRAFTED).when(Circulate(answer_by="2024-03-15"), to=MINUTES, by=SECRETARY).then(
        MinutesCirculated(meeting=MEETING, revision=1, answer_by="2024-03-15")
    )


@pytest.mark.parametrize("before", [IN_HEARING, PUBLISHED], ids=["in a hearing", "published"])
def test_what_is_no_draft_is_not_sent(before: tuple[Fact, ...]) -> None:
    held(*before).when(Circulate(), to=MINUTES).refused("minutes.no-draft")


# --- the hearing ------------------------------------------------------------------------------------------------------


def test_whoever_attended_comments_on_an_item_also_after_leaving_early() -> None:
    answer = held(*IN_HEARING).when(COMMENT, to=MINUTES, by=MEMBER)
    answer.then(COMMENTED)
    assert (answer.recorded[0].by.rule, answer.recorded[0].by.seat) == ("member-present", f"{STRATEGIC_SEATS}#kolding")


def test_whoever_was_away_does_not_comment() -> None:
    given(*WORLD, *ABSENT, *IN_HEARING).when(COMMENT, to=MINUTES, by=MEMBER).refused(
        "minutes.not-present", person=MEMBER
    )


def test_whoever_has_no_part_in_the_body_does_not_comment() -> None:
    held(*IN_HEARING).when(COMMENT, to=MINUTES, by=OUTSIDER).denied()


def test_where_nobodys_attendance_is_on_record_any_seat_comments() -> None:
    silent = (*opened(), (MEETING, MeetingAdjourned()), *IN_HEARING)
    assert given(*WORLD, *silent).when(COMMENT, to=MINUTES, by=SECRETARY).recorded


@pytest.mark.parametrize("before", [DRAFTED, PUBLISHED], ids=["a draft", "published"])
def test_comments_are_made_while_the_minutes_are_in_a_hearing(before: tuple[Fact, ...]) -> None:
    held(*before).when(COMMENT, to=MINUTES, by=MEMBER).refused("minutes.not-circulated")


def test_a_comment_has_a_name_of_its_own() -> None:
    held(*IN_HEARING, (MINUTES, COMMENTED)).when(COMMENT, to=MINUTES, by=MEMBER).refused(
        "minutes.numbered", comment="b1"
    )


def test_minutes_have_room_for_so_many_comments() -> None:
    many = tuple(
        (MINUTES, Commented(meeting=MEETING, item=ITEM, number="3", comment=f"c{n}", revision=1, text=said("Ja.")))
        for n in range(COMMENTS_MAX)
    )
    held(*IN_HEARING, *many).when(COMMENT, to=MINUTES, by=MEMBER).refused("minutes.comments-full", count=COMMENTS_MAX)


def test_the_secretary_answers_a_comment() -> None:
    answer = AnswerComment(comment="b1", text="Tilføjet.")
    held(*IN_HEARING, (MINUTES, COMMENTED)).when(answer, to=MINUTES, by=SECRETARY).then(ANSWERED)


def test_a_comment_that_nobody_made_is_not_answered() -> None:
    held(*IN_HEARING).when(AnswerComment(comment="b1", text="Ja."), to=MINUTES).refused(
        "minutes.comment-unknown", comment="b1"
    )


def test_each_member_who_attended_approves_for_their_seat() -> None:
    record = held(*IN_HEARING)
    record.when(Approve(revision=1), to=MINUTES, by=MEMBER).then(
        MinutesApproved(meeting=MEETING, revision=1, seat="kolding")
    )
    record.when(Approve(revision=1), to=MINUTES, by=CHAIR).then(
        MinutesApproved(meeting=MEETING, revision=1, seat="region", as_chair=True)
    )
    record.when(Approve(revision=1), to=MINUTES, by=CHAIR).then()


def test_whoever_sat_in_for_a_member_approves_for_the_seat() -> None:
    deputy = (*HELD[:-1], (MEETING, SeatTaken(seat="kolding", person=OUTSIDER)), HELD[-1])
    given(*WORLD, *deputy, *IN_HEARING).when(Approve(revision=1), to=MINUTES, by=OUTSIDER).then(
        MinutesApproved(meeting=MEETING, revision=1, seat="kolding")
    )


def test_a_member_who_was_away_does_not_approve() -> None:
    given(*WORLD, *ABSENT, *IN_HEARING).when(Approve(revision=1), to=MINUTES, by=MEMBER).refused(
        "minutes.not-present", person=MEMBER
    )


@pytest.mark.parametrize("by", [SECRETARY, OUTSIDER])
def test_whoever_has_no_vote_does_not_approve(by: str) -> None:
    held(*IN_HEARING).when(Approve(revision=1), to=MINUTES, by=by).denied()


def test_nobody_approves_a_draft_that_is_not_sent() -> None:
    held(*DRAFTED).when(Approve(revision=1), to=MINUTES, by=MEMBER).refused("minutes.not-circulated")


def test_an_approval_is_of_the_draft_that_was_read() -> None:
    record = held(*IN_HEARING)
    record.when(DRAFT, to=MINUTES)
    record.when(Circulate(), to=MINUTES)
    record.when(Approve(revision=1), to=MINUTES, by=MEMBER).refused("minutes.revision-stale", revision=1, current=2)


def test_a_new_draft_is_approved_anew() -> None:
    record = held(*IN_HEARING, (MINUTES, MinutesApproved(meeting=MEETING, revision=1, seat="kolding")))
    record.when(DRAFT, to=MINUTES)
    record.when(Circulate(), to=MINUTES)
    assert record.see(MINUTES).approved_by == frozenset()


# --- publication ------------------------------------------------------------------------------------------------------


def test_a_chair_publishes() -> None:
    record = held(*DRAFTED)
    record.when(Publish(), to=MINUTES, by=CHAIR).then(MinutesPublished(meeting=MEETING, revision=1))
    record.when(Publish(), to=MINUTES, by=CHAIR).then()


@pytest.mark.parametrize("by", [SECRETARY, MEMBER])
def test_nobody_else_publishes(by: str) -> None:
    held(*DRAFTED).when(Publish(), to=MINUTES, by=by).denied()


def test_nothing_is_published_with_a_comment_unanswered_not_even_as_a_new_draft() -> None:
    record = held(*IN_HEARING, (MINUTES, COMMENTED))
    record.when(Publish(), to=MINUTES, by=CHAIR).refused("minutes.comments-open", count=1)
    record.when(DRAFT, to=MINUTES)
    record.when(Publish(), to=MINUTES, by=CHAIR).refused("minutes.comments-open", count=1)
    record.when(AnswerComment(comment="b1", text="Tilføjet."), to=MINUTES)
    record.when(Publish(), to=MINUTES, by=CHAIR).then(MinutesPublished(meeting=MEETING, revision=2))


def chairs_sign(count: int) -> tuple[Fact, ...]:
    """Two chairs, and a rule of how many of them approve."""
    rules = RulesSet(
        quorum=NoneStated(),
        decision_rule=DecisionRule.NONE_STATED,
        chairs_sign=count,
        ad_hoc_substitutes=False,
        from_on="2024-01-01",
        source=Cited(who=said("Klyngen"), on=DateNotStated(), words=said("Forretningsordenen")),
    )
    return (STRATEGIC, rules), (STRATEGIC_SEATS, ChairTaken(seat="kolding", side="kommuner"))


def test_both_chairs_sign_where_the_body_says_so_and_whoever_publishes_signs_by_that() -> None:
    record = held(*chairs_sign(2), *IN_HEARING)
    record.when(Publish(), to=MINUTES, by=CHAIR).refused("minutes.approvals-missing", count=1)
    record.when(Approve(revision=1), to=MINUTES, by=MEMBER)
    record.when(Publish(), to=MINUTES, by=CHAIR).then(MinutesPublished(meeting=MEETING, revision=1))


def test_a_chair_who_approved_and_publishes_signs_once() -> None:
    record = held(*chairs_sign(2), *IN_HEARING)
    record.when(Approve(revision=1), to=MINUTES, by=CHAIR)
    record.when(Publish(), to=MINUTES, by=CHAIR).refused("minutes.approvals-missing", count=1)


def test_a_substitute_signs_for_no_chair() -> None:
    """Whoever sat in for a chair approves for the seat; the chair is asked all the same."""
    sat_in = MEETING, SeatTaken(seat="kolding", person=OUTSIDER, in_for=(MEMBER,))
    record = given(*WORLD, *HELD[:-1], sat_in, HELD[-1], *chairs_sign(2), *IN_HEARING)
    assert record.when(Approve(revision=1), to=MINUTES, by=OUTSIDER).recorded
    record.when(Publish(), to=MINUTES, by=CHAIR).refused("minutes.approvals-missing", count=1)
    assert record.when(Approve(revision=1), to=MINUTES, by=MEMBER).recorded
    assert record.when(Publish(), to=MINUTES, by=CHAIR).recorded


def test_a_chair_who_was_away_signs_where_the_body_asks_the_chairs() -> None:
    record = given(*WORLD, *ABSENT, *chairs_sign(2), *IN_HEARING)
    record.when(Approve(revision=1), to=MINUTES, by=MEMBER).then(
        MinutesApproved(meeting=MEETING, revision=1, seat="kolding", as_chair=True)
    )
    record.when(Approve(revision=1), to=MINUTES, by=MEMBER).then()
    assert record.when(Publish(), to=MINUTES, by=CHAIR).recorded


def test_who_chairs_no_more_has_not_signed_for_the_next() -> None:
    record = given(*WORLD, *HELD, *chairs_sign(2), *IN_HEARING)
    assert record.when(Approve(revision=1), to=MINUTES, by=MEMBER).recorded
    record.happened(STRATEGIC_SEATS, ChairLeft(seat="kolding", ceases_on="2024-03-01"))
    record.when(Publish(), to=MINUTES, by=CHAIR).refused("minutes.approvals-missing", count=1)


def test_one_chair_publishes_where_one_signs() -> None:
    assert held(*chairs_sign(1), *DRAFTED).when(Publish(), to=MINUTES, by=CHAIR).recorded


@pytest.mark.parametrize("by", [SECRETARY, CHAIR])
@pytest.mark.parametrize("before", [DRAFTED, IN_HEARING, PUBLISHED], ids=["a draft", "in a hearing", "published"])
def test_a_note_made_after_the_meeting_changes_no_revision(before: tuple[Fact, ...], by: str) -> None:
    record = held(*before)
    state = record.see(MINUTES)
    note = AddNote(item=ITEM, text="Aftalen er indgået.", when=OnDay(day="2024-03-01", words="efter mødet"))
    record.when(note, to=MINUTES, by=by).then(
        NoteAdded(
            meeting=MEETING,
            item=ITEM,
            number="3",
            text=said("Aftalen er indgået."),
            when=OnDay(day="2024-03-01", words=said("efter mødet")),
        )
    )
    assert record.see(MINUTES) == state


def test_what_is_published_is_corrected_in_a_new_revision_with_its_reason() -> None:
    record = held(*PUBLISHED)
    record.when(REVISE, to=MINUTES, by=SECRETARY).then(
        MinutesRevised(meeting=MEETING, revision=2, reason=said("Et tal var forkert.")), written(revision=2)
    )
    record.when(Publish(), to=MINUTES, by=CHAIR).then(MinutesPublished(meeting=MEETING, revision=2))


@pytest.mark.parametrize("before", [DRAFTED, IN_HEARING], ids=["a draft", "in a hearing"])
def test_what_is_not_published_is_not_revised(before: tuple[Fact, ...]) -> None:
    held(*before).when(REVISE, to=MINUTES).refused("minutes.not-published")


def test_a_meeting_known_from_a_paper_has_minutes_too() -> None:
    meeting = "lillebaelt/meeting/2023-06-07-political"
    draft = Draft(meeting=meeting, texts=DRAFT.texts)
    record = given(*WORLD, *reported(meeting, POLITICAL, on_day("2023-06-07")))
    assert record.when(draft, to=meeting.replace("/meeting/", "/minutes/")).recorded


# --- closed items -----------------------------------------------------------------------------------------------------

SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="3", reason=said("Personsag"), legal_basis=said("§ 10"), title_closed=True),
)
SHUT_THERE = (*HELD[:-1], SHUT, HELD[-1])


def test_who_may_not_follow_an_item_does_not_comment_on_it() -> None:
    """Whoever may not know that the item is there is denied as if it were not."""
    record = given(*WORLD, *SHUT_THERE, *IN_HEARING)
    assert record.when(COMMENT, to=MINUTES, by=MEMBER).recorded
    record.when(Comment(item="none", comment="b2", text="Hvad?"), to=MINUTES, by=MEMBER).refused(
        "minutes.item-unknown", item="none"
    )


@pytest.mark.parametrize(
    ("command", "before"),
    [(DRAFT, ()), (REVISE, PUBLISHED), (COMMENT, IN_HEARING), (AddNote(item=ITEM, text="Siden da."), DRAFTED)],
    ids=lambda value: value.verb if isinstance(value, Command) else "",
)
def test_whoever_is_recused_writes_nothing_about_the_item(command: Command, before: tuple[Fact, ...]) -> None:
    recused: Fact = (MEETING, Recused(item=ITEM, number="3", person=SECRETARY, reason=said("Familie")))
    record = given(*WORLD, *HELD[:-1], recused, HELD[-1], *before)
    record.when(command, to=MINUTES, by=SECRETARY).refused("minutes.disqualified", person=SECRETARY, item=ITEM)


# --- who reads them ---------------------------------------------------------------------------------------------------

SAT_IN: tuple[Fact, ...] = (
    *HELD[:-1],
    SHUT,
    (MEETING, SeatTaken(seat="kolding", person=OUTSIDER, in_for=(MEMBER,))),
    HELD[-1],
)
"""Somebody sat in for the member, who holds nothing afterwards."""


def reads(record: Record, who: str) -> bool | None:
    """Whether somebody reads the closed item; None where they read nothing at all."""
    mask = mask_of("lillebaelt", who, record.today, record)
    return None if mask is None else not hides(record.see, MEETING, ITEM, mask)


def test_whoever_is_asked_to_approve_reads_what_they_approve() -> None:
    record = given(*WORLD, *SAT_IN, *DRAFTED)
    assert reads(record, OUTSIDER) is None
    assert reads(record.happened(MINUTES, MinutesCirculated(meeting=MEETING, revision=1)), OUTSIDER)
    assert record.when(Approve(revision=1), to=MINUTES, by=OUTSIDER).recorded
    assert reads(record.happened(MINUTES, MinutesPublished(meeting=MEETING, revision=1)), OUTSIDER) is None
    assert all(event.unsettles for event in (MinutesDrafted, MinutesCirculated, MinutesPublished))


def test_whoever_sits_in_the_body_reads_no_more_for_having_attended() -> None:
    record = given(*WORLD, *SAT_IN, *IN_HEARING)
    mask = mask_of("lillebaelt", MEMBER, record.today, record)
    assert mask is not None
    assert mask.insider_at == frozenset()


ADVISED: tuple[Fact, ...] = (
    (STRATEGIC_SEATS, SeatOpened(body=STRATEGIC, seat="patienter", right=ByPatients(), voice=Voice.ADVISER)),
    *HELD[:-1],
    (MEETING, SeatTaken(seat="patienter", person=OUTSIDER)),
)


def test_whoever_attended_without_a_vote_comments_also_when_they_have_left_the_body() -> None:
    answer = given(*WORLD, *ADVISED, HELD[-1], *IN_HEARING).when(COMMENT, to=MINUTES, by=OUTSIDER)
    assert [each.event.seat for each in answer.recorded] == ["patienter"]


def test_who_attended_without_a_vote_reads_and_comments_on_nothing_closed() -> None:
    record = given(*WORLD, *ADVISED, SHUT, HELD[-1], *IN_HEARING)
    assert reads(record, OUTSIDER) is False
    record.when(COMMENT, to=MINUTES, by=OUTSIDER).denied()
