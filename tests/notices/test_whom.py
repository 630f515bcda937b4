"""Whom an event makes us tell, and what a letter says of rows as they come, without a mail server."""

from email.generator import BytesGenerator
from email.parser import BytesParser
from email.policy import default
from io import BytesIO
from typing import Any

import pytest
from icalendar import Calendar

from domain.dates import Day
from domain.meeting.moving import Cancel, Move
from domain.membership import SeatFilled, SeatOpened
from domain.policy import Mask
from domain.referral import Send
from domain.seats import ByRole, Voice
from domain.text import said
from eventstore.outbox import Kept, State
from klynge.notices.letter import Letter, Letters
from klynge.notices.post import message
from klynge.notices.server import NEVER, Server
from projections.actions import ActionRow, EndRow
from projections.meeting.rows import MeetingRow
from projections.notices import Notice, Subject, noticed
from projections.referrals import ReferralRow
from projections.view import Named
from tests.domain.world import ELSEWHERE, MEETING, MEMBER, OUTSIDER, STRATEGIC, WORLD, called
from tests.given import given

TODAY: Day = "2024-03-01"
READER = "dk/person/reader"
ADDRESS = "laeser@kommune.example"
SERVER = Server(host="127.0.0.1", port=25, tls=NEVER, sender="klynge@region.example")
THEIRS = "aarhus/membership/directors"
FULL = Mask(insider_of=frozenset(), recused=frozenset())


# --- whom -------------------------------------------------------------------------------------------------------------


def test_a_question_to_a_body_elsewhere_is_told_to_its_secretariat_as_it_is_known_there() -> None:
    record = given(
        *WORLD,
        (
            THEIRS,
            SeatOpened(body=ELSEWHERE, seat="secretary", right=ByRole(words=said("sekretær")), voice=Voice.SECRETARIAT),
        ),
        (THEIRS, SeatFilled(seat="secretary", person=OUTSIDER)),
    )
    send = Send(from_body=STRATEGIC, to_body=ELSEWHERE, question="Hvordan gør I?")
    (sent,) = record.when(send, to="lillebaelt/referral/new").recorded
    told = noticed(sent, record, TODAY, ())
    assert told == (Notice(person=OUTSIDER, subject=Subject.REFERRAL, about="aarhus/referral/lillebaelt:new"),)


def test_of_a_move_they_are_told_who_were_asked_and_who_sits_there_now_and_of_a_call_off_who_were_asked() -> None:
    record = given(*WORLD, *called())
    move = Move(starts_at="2024-04-02T08:00:00Z", ends_at="2024-04-02T10:00:00Z")
    (moved,) = record.when(move, to=MEETING).recorded
    people = [each.person for each in noticed(moved, record, TODAY, (OUTSIDER, MEMBER))]
    assert people[:2] == [OUTSIDER, MEMBER]
    assert len(people) == len(set(people)) > 2
    (off,) = record.when(Cancel(), to=MEETING).recorded
    assert [each.person for each in noticed(off, record, TODAY, (OUTSIDER,))] == [OUTSIDER]


# --- what -------------------------------------------------------------------------------------------------------------


class Eyes:
    """Rows as a reader's outward eyes see them."""

    def __init__(self, *rows: Any, mask: Mask | None = FULL) -> None:
        self.rows = rows
        self.may = mask
        self.asked: tuple[str, str] | None = None

    def mask(self, _topic: str, _person: str) -> Mask | None:
        return self.may

    def outward_rows(self, topic: str, key: str, _person: str) -> tuple[Any, ...]:
        self.asked = topic, key
        return self.rows


def written(eyes: Any, subject: Subject, about: str) -> Letter | State:
    kept = Kept(
        id=1,
        key="k",
        person=READER,
        subject=subject.value,
        about=about,
        position=7,
        made_at=0,
        state=State.WAITING,
        attempts=0,
        next_at=0,
    )
    return Letters(lambda: eyes, lambda: TODAY, "https://klynge.example", "k@klynge.example").write(kept, ADDRESS)


def owes(who: str, state: str, answer_by: Day | None = None) -> Any:
    return ActionRow[str, Named](
        action=Named("aadal/action/a", "A"),
        owed_by="person",
        debtor=Named(who, "N"),
        report_to=Named("aadal/body/b", "B"),
        state=state,
        since=TODAY,
        position=1,
        what="Opgaven",
        answer_by=answer_by,
    )


ENDED: Any = EndRow[str, Named](action=Named("aadal/action/a", "A"), ended_on=TODAY, version=2, position=2)


@pytest.mark.parametrize(
    "rows",
    [(ENDED, owes("aadal/body/x", "cancelled")), (owes(READER, "replied"),), (owes(READER, "handed-over"),), (ENDED,)],
)
def test_nobody_is_told_of_a_task_that_is_owed_no_more(rows: tuple[Any, ...]) -> None:
    assert written(Eyes(*rows), Subject.ACTION, "aadal/action/a") is State.EXPIRED


def test_a_letter_tells_its_readers_own_deadline_whoever_else_owes_the_same() -> None:
    eyes = Eyes(owes("dk/person/another", "late", "2024-02-01"), owes(READER, "owed", "2024-05-02"))
    letter = written(eyes, Subject.ACTION, "aadal/action/a")
    assert isinstance(letter, Letter)
    assert letter.subject == "En opgave venter"
    assert "2. maj 2024" in letter.text
    assert eyes.asked == ("aadal/actions", "a/")


def test_a_task_that_is_closed_to_outward_eyes_is_told_of_without_a_word_of_it() -> None:
    letter = written(Eyes(), Subject.ACTION, "aadal/action/a")
    assert isinstance(letter, Letter)
    assert "Opgave:" not in letter.text


def test_whoever_sat_there_once_is_told_nothing() -> None:
    left = Mask(insider_of=frozenset(), recused=frozenset(), until_on="2024-01-01")
    for subject, about in ((Subject.ACTION, "aadal/action/a"), (Subject.REFERRAL, "aadal/referral/r")):
        assert written(Eyes(mask=left), subject, about) is State.WITHHELD
        assert written(Eyes(mask=None), subject, about) is State.WITHHELD


def test_a_referral_from_elsewhere_is_looked_for_where_its_reader_sees_it_and_not_told_of_once_answered() -> None:
    row: Any = ReferralRow[str, Named](
        referral=Named("aadal/referral/r", "R"), state="sent", sent_on=TODAY, position=1, question="Hvordan gør I?"
    )
    eyes = Eyes(row)
    letter = written(eyes, Subject.REFERRAL, "aarhus/referral/aadal:r")
    assert isinstance(letter, Letter)
    assert "Hvordan gør I?" in letter.text
    assert "https://klynge.example/aarhus/henvendelser" in letter.text
    assert eyes.asked == ("aarhus/referrals", "aadal:r")
    answered: Any = ReferralRow[str, Named](
        referral=row.referral, state="answered", sent_on=TODAY, position=1, ended="answered"
    )
    assert written(Eyes(answered), Subject.REFERRAL, "aarhus/referral/aadal:r") is State.EXPIRED


HEADS = ["From", "To", "Date", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"]


def heads(subject: str) -> list[str]:
    """The names of a mail's head, as whoever gets it reads them."""
    mail = message(SERVER, ADDRESS, "key", Letter(subject=subject, text="Ord"))
    sent = BytesIO()
    BytesGenerator(sent, policy=mail.policy).flatten(mail, linesep="\r\n")
    return list(BytesParser(policy=default).parsebytes(sent.getvalue()).keys())


@pytest.mark.parametrize(
    "name",
    [
        "Strategisk niveau",
        "A\r\nBcc: x@y.example",
        "A\u2028Bcc: x@y.example",
        "A\x00\x1b\ud800B",
        "=?utf-8?q?=0D=0ABcc:_x@y.example?=",
        "==?utf-8?q?=0D=0ABcc:_x@y.example?=",
        "=\x00?utf-8?q?=0D=0ABcc:_x@y.example?=",
        "Ærø " * 99,
    ],
    ids=ascii,
)
def test_no_name_of_the_record_puts_a_line_into_the_head_of_a_mail(name: str) -> None:
    row: Any = MeetingRow[str, Named](
        phase="called",
        body=Named("aadal/body/b", name),
        position=1,
        place=name,
        starts_at="2024-06-04T14:00:00Z",
        ends_at="2024-06-04T16:00:00Z",
    )
    letter = written(Eyes(row), Subject.INVITATION, "aadal/meeting/m")
    assert isinstance(letter, Letter)
    assert set(heads(letter.subject)) <= {*HEADS, "Content-Transfer-Encoding"}
    assert letter.calendar is not None
    entry = Calendar.from_ical(letter.calendar[0]).events[0]
    assert not {"ATTACH", "BCC"} & set(entry)


def test_a_line_that_a_name_put_there_would_be_found() -> None:
    """The control."""
    with pytest.raises(ValueError, match="linefeed"):
        heads("A\r\nBcc: x@y.example")
