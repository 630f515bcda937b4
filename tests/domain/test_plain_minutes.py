"""Minutes beside a plain model written separately: whatever is drafted, heard, approved, published or revised, in any order."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.minutes.draft import Circulate, Draft, ItemText, Revise
from domain.minutes.hearing import AnswerComment, Approve, Comment
from domain.minutes.publication import AddNote, Publish
from domain.minutes.state import BeingDrafted, Circulated
from domain.policy import Denied
from domain.refusal import Refused
from tests.domain.test_minutes import HELD, MINUTES, chairs_sign
from tests.domain.world import CHAIR, ITEM, MEETING, MEMBER, OUTSIDER, SECRETARY, WORLD
from tests.given import NotFound, Record
from tests.given import given as given_facts

MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
TEXTS = (ItemText(item=ITEM, text="Drøftet."),)
SEAT = {CHAIR: "region", MEMBER: "kolding"}
"""Both attended; both chair."""

Given = Draft | Circulate | Comment | AnswerComment | Approve | Publish | AddNote | Revise


MAY: dict[type, tuple[str, ...]] = {
    Draft: (SECRETARY,),
    Circulate: (SECRETARY,),
    AnswerComment: (SECRETARY,),
    Revise: (SECRETARY,),
    Comment: (SECRETARY, CHAIR, MEMBER),
    Approve: (CHAIR, MEMBER),
    Publish: (CHAIR, MEMBER),
    AddNote: (SECRETARY, CHAIR, MEMBER),
}


@dataclass
class Folder:
    """Minutes as a secretary would keep them in a folder."""

    sign: int
    """How many chairs sign."""
    stage: str = "none"
    revision: int = 0
    open: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    signed: set[str] = field(default_factory=set)

    def why_not(self, by: str, command: Given) -> str | None:
        if self.stage == "none" and not isinstance(command, Draft):
            return "nothing"
        if by not in MAY[type(command)]:
            return "denied"
        match command:
            case Draft():
                return "already-published" if self.stage == "published" else None
            case Circulate():
                return None if self.stage == "draft" else "no-draft"
            case Comment():
                if self.stage != "hearing":
                    return "not-circulated"
                if by == SECRETARY:
                    return "not-present"
                return "numbered" if command.comment in self.open | self.answered else None
            case AnswerComment():
                return None if command.comment in self.open | self.answered else "comment-unknown"
            case Approve():
                if self.stage != "hearing":
                    return "not-circulated"
                return None if command.revision == self.revision else "revision-stale"
            case Publish():
                if self.stage == "published":
                    return None
                if self.open:
                    return "comments-open"
                return None if len(self.signed | {SEAT[by]}) >= self.sign else "approvals-missing"
            case Revise():
                return None if self.stage == "published" else "not-published"
            case AddNote():
                return None

    def do(self, by: str, command: Given) -> None:
        match command:
            case Draft():
                self.revision += 1 if self.stage in ("none", "hearing") else 0
                self.stage, self.signed = "draft", set()
            case Circulate():
                self.stage = "hearing"
            case Comment():
                self.open.add(command.comment)
            case AnswerComment():
                self.open.discard(command.comment)
                self.answered.add(command.comment)
            case Approve():
                self.signed.add(SEAT[by])
            case Publish():
                self.stage, self.signed = "published", set()
            case Revise():
                self.revision += 1
                self.stage = "draft"
            case AddNote():
                pass


drafts = st.just(Draft(meeting=MEETING, texts=TEXTS))
circulates = st.just(Circulate())
comments = st.builds(Comment, item=st.just(ITEM), comment=st.sampled_from(("b1", "b2")), text=st.just("Og?"))
answers = st.builds(AnswerComment, comment=st.sampled_from(("b1", "b2")), text=st.just("Ja."))
approves = st.builds(Approve, revision=st.sampled_from((1, 1, 2, 3)))
publishes = st.just(Publish())
others: st.SearchStrategy[Given] = st.sampled_from(
    (AddNote(item=ITEM, text="Siden er det sket."), Revise(reason="Et tal.", texts=TEXTS))
)
OFTEN: tuple[st.SearchStrategy[Given], ...] = (
    drafts,
    *(circulates, comments, answers, approves, publishes) * 2,
    others,
)
commands: st.SearchStrategy[Given] = st.sampled_from(OFTEN).flatmap(lambda each: each)
given_by = commands.flatmap(
    lambda command: st.tuples(st.sampled_from((*MAY[type(command)] * 3, SECRETARY, MEMBER, OUTSIDER)), st.just(command))
)
"""Mostly by somebody who may."""
EVERY = {
    *("draft", "hearing", "published", "denied", "already-published", "no-draft", "not-circulated", "not-present"),
    *("numbered", "comment-unknown", "revision-stale", "comments-open", "approvals-missing", "not-published"),
}


def test_minutes_go_as_a_secretary_would_keep_them() -> None:
    reached: set[str] = set()

    @MANY
    @given(history=st.lists(given_by, min_size=20, max_size=50), sign=st.sampled_from((1, 2)))
    def live(history: list[tuple[str, Given]], sign: int) -> None:
        record, folder = given_facts(*WORLD, *HELD, *chairs_sign(sign)), Folder(sign)
        for by, command in history:
            refused = _give(record, by, command, folder)
            assert refused == folder.why_not(by, command), (by, command)
            if refused is None:
                folder.do(by, command)
            reached.add(refused or folder.stage)
            _compare(record, folder)

    live()
    assert reached >= EVERY, "the histories are worth something"


def _give(record: Record, by: str, command: Given, folder: Folder) -> str | None:
    """Why it was not carried out."""
    try:
        record.give(by, MINUTES, command)
    except Denied:
        return "denied" if folder.stage != "none" or isinstance(command, Draft) else "nothing"
    except NotFound:
        return "nothing"
    except Refused as no:
        return no.code.removeprefix("minutes.")
    return None


def _compare(record: Record, folder: Folder) -> None:
    state = record.see(MINUTES)
    if folder.stage != "none":
        named: dict[type, str] = {BeingDrafted: "draft", Circulated: "hearing"}
        stage = named.get(type(state), "published")
        assert (stage, state.revision, state.unanswered) == (folder.stage, folder.revision, folder.open)
    if isinstance(state, Circulated):
        assert state.approved_by == folder.signed
