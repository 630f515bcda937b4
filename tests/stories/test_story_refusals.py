"""What the domain refuses on the evening of 9 April 2024 (below the table of the worked case, domain-model §4.1)."""

import msgspec

from domain.awaited import ByDecision
from domain.condition import Resolve
from domain.decided import Taken
from domain.effects import ResolveCondition
from domain.meeting.agenda import AddItem
from domain.meeting.call import Call, Form, Open
from domain.meeting.decision import RecordDecision
from domain.meeting.floor import TakeUpItem
from domain.outcomes import Plain, PlainOutcome, Strength
from domain.proposing import ChooseProposal, RecommendProposal
from stories.lillebaelt_2024_04_09 import STORY
from tests.given import opened
from tests.stories.playing import AT_THE_END, MEETING, as_of, before_decision, play, recording

POLITICAL_MEETING = "lillebaelt/meeting/2024-04-26-political"
POLITICAL = "lillebaelt/body/political"
COORDINATING = "lillebaelt/body/coordinating"
C1 = "lillebaelt/condition/c1"


def decided(number: str, *effects: ChooseProposal | RecommendProposal | ResolveCondition) -> RecordDecision:
    """A decision of item 3 with these effects."""
    return RecordDecision(
        item="klyngemidler",
        decision=number,
        outcome=Plain(outcome=PlainOutcome.DECIDED),
        text="Besluttet.",
        at_once=effects,
    )


def test_a_merged_proposal_cannot_be_recommended() -> None:
    recommend = RecommendProposal(
        proposal="lillebaelt/proposal/traening-for-livet", to_body=POLITICAL, strength=Strength.FIRM
    )
    before_decision("3.2").when(decided("3.9", recommend), to=MEETING, by=STORY.cast["secretary"]).refused(
        "proposal.fate-sealed", state="indgår i et andet", state_en="merged"
    )


def test_the_strategic_level_cannot_choose_a_theme() -> None:
    choose = ChooseProposal(proposal="lillebaelt/proposal/traening")
    before_decision("3.4").when(decided("3.9", choose), to=MEETING, by=STORY.cast["secretary"]).refused(
        "mandate.other-body", step="vælge", body=POLITICAL, other="lillebaelt/body/strategic"
    )


def test_a_refused_effect_leaves_nothing_of_the_decision() -> None:
    record = before_decision("3.4")
    count = len(record.events)
    choose = ChooseProposal(proposal="lillebaelt/proposal/traening")
    record.when(decided("3.9", choose), to=MEETING).refused("mandate.other-body")
    assert len(record.events) == count
    assert "3.9" not in record.see(MEETING).decisions


def test_a_condition_is_resolved_once() -> None:
    record = opened()
    play(record, STORY.steps)
    proof = ByDecision(decision=Taken(meeting=POLITICAL_MEETING, decision="1"))
    record.when(Resolve(proof=proof), to=C1, by=STORY.cast["secretary"]).refused("condition.already-resolved")


def test_the_coordinating_level_cannot_meet_a_condition_set_for_the_political() -> None:
    record = as_of(AT_THE_END)
    meeting, secretary = "lillebaelt/meeting/2024-04-12-coordinating", STORY.cast["secretary"]
    for command in (
        Call(
            body=COORDINATING,
            form=Form.VIRTUAL,
            place="Virtuelt",
            starts_at="2024-04-12T08:00:00Z",
            ends_at="2024-04-12T09:00:00Z",
        ),
        AddItem(item="klyngemidler", number="1", title="Klyngemidler"),
        Open(led_by=secretary),
        TakeUpItem(item="klyngemidler"),
    ):
        record.give(secretary, meeting, command, on="2024-04-12")
    resolve = decided("1", ResolveCondition(condition=C1))
    record.when(resolve, to=meeting, by=secretary).refused("condition.proof-mismatch")


def test_resolving_a_condition_cannot_wait_for_one() -> None:
    deferred = msgspec.structs.replace(recording("3.4").command, when_met=(ResolveCondition(condition=C1),))
    before_decision("3.4").when(deferred, to=MEETING, by=STORY.cast["secretary"]).refused(
        "meeting.effect-cannot-wait", effect="resolve-condition"
    )
