"""What a closed item decides about an agreement or a target is as closed as the item, in the neighbour's cluster too."""

import msgspec

from domain.agreeing import ApproveTermination, Judgement, JudgeTarget, NameOwner, NarrowAgreement
from domain.agreement import Begin, History, ProposeTermination, Register
from domain.claims import DateNotStated, OnDay
from domain.cluster import AddParty, ClusterForm
from domain.cluster import Establish as EstablishCluster
from domain.decided import Cited
from domain.effects import ByBody
from domain.indicator import Define
from domain.kernel import Command
from domain.mandate import SetPath, mandate_of
from domain.mandate import Step as MandateStep
from domain.measures import Percent, Unit
from domain.meeting.agenda import AddItem
from domain.meeting.decision import RecordDecision
from domain.meeting.doors import OpenDoors, Shutting
from domain.meeting.floor import SettleItem, TakeUpItem
from domain.outcomes import Plain, PlainOutcome
from domain.paths import Subject
from stories.story import Step
from tests.projections.aadal import BOARD, CAST, CLUSTER, FAR_TOWN, GROUP, MEETING, REGION, TOWN
from tests.projections.closed_item import SHUT, STORY
from tests.realtime.record_in_memory import Writing, played, transactions
from tests.realtime.told import Told

HERE, NEXT_DOOR, FIGURES = "aadal/agreements-in-force", "bakke/agreements-in-force", "aadal/indicators"
TOPICS = (HERE, NEXT_DOOR, FIGURES)
AGREEMENT, INDICATOR, ITEM = "aadal/agreement/x1", "aadal/indicator/x1", "i9a"
NARROWED, REPLACED, JUDGED = "narrowed-af-i9a", "replaced-af-i9a", "judged-af-i9a"
WORDS = {NARROWED, REPLACED, JUDGED}

BEFORE: tuple[tuple[str, str, Command], ...] = (
    ("administrator", "bakke/cluster/bakke", EstablishCluster(name="Bakke", form=ClusterForm.CLUSTER, region=REGION)),
    ("administrator", "bakke/cluster/bakke", AddParty(party=FAR_TOWN)),
    (
        "secretary",
        mandate_of(Subject.AGREEMENTS, CLUSTER),
        SetPath(
            subject=Subject.AGREEMENTS,
            steps=(MandateStep(step="opsige", body=BOARD, binding=True),),
            source=Cited(who="Klyngen", on=DateNotStated(), words="Besluttet"),
        ),
    ),
    ("secretary", AGREEMENT, Register(title="Hjælp", parties=(TOWN, FAR_TOWN), history=History.INCOMPLETE)),
    ("secretary", AGREEMENT, Begin(party=FAR_TOWN, begins=OnDay(day="2025-01-01"))),
    ("secretary", AGREEMENT, ProposeTermination(proposed_by=ByBody(body=GROUP), reason="Loven er ny.")),
    ("secretary", INDICATOR, Define(name="Tal", definition="Andel", unit=Unit.PERCENT, target=Percent(bp=1_000))),
    (
        "secretary",
        MEETING,
        AddItem(
            item=ITEM, number="9", title="Aftale", shut=Shutting(reason="Sag.", legal_basis="§ 4", title_closed=False)
        ),
    ),
    ("secretary", MEETING, TakeUpItem(item=ITEM)),
)
DECIDED = (
    "secretary",
    MEETING,
    RecordDecision(
        item=ITEM,
        decision="9.1",
        outcome=Plain(outcome=PlainOutcome.DECIDED),
        text="Besluttet.",
        at_once=(
            NarrowAgreement(agreement=AGREEMENT, text=NARROWED),
            NameOwner(agreement=AGREEMENT, owner=GROUP),
            ApproveTermination(agreement=AGREEMENT, ceases_on="2025-08-01", replaced_by=REPLACED),
            JudgeTarget(indicator=INDICATOR, judgement=Judgement.UNREALISTIC, reason=JUDGED),
        ),
    ),
)
OPENED = ("chair", MEETING, OpenDoors(item=ITEM, reason="Aftalen er opsagt."))


async def heard(*given: tuple[str, str, Command]) -> Told:
    """Every page, once all of it is told."""
    kept_log = await played(STORY, STORY.steps[: STORY.steps.index(SHUT)])
    writing = Writing(kept_log)
    for part, to, command in given:
        await writing.give(STORY, Step(at="2025-05-06T11:59:00+02:00", by=part, to=to, command=command))
    await writing.close()
    telling = Told(kept_log, CAST.values(), TOPICS)
    for transaction in transactions(telling.log):
        telling.take(transaction)
    return telling


def found(telling: Told, part: str) -> set[str]:
    frames = b"".join(telling.pages[CAST[part]].frames)
    return {word for word in WORDS if word.encode() in frames}


def held(telling: Told, part: str, topic: str) -> bytes:
    """What a page holds of a topic."""
    return msgspec.json.encode(telling.pages[CAST[part]].rows(topic))


async def test_nobody_outside_hears_of_it_and_every_insider_does() -> None:
    telling = await heard(*BEFORE, DECIDED)
    for part in ("observer", "neighbour", "auditor", "group-member"):
        assert found(telling, part) == set(), part
        for topic in (HERE, NEXT_DOOR):
            assert b"2025-08-01" not in held(telling, part, topic), (part, topic)
    for part in ("secretary", "chair", "member"):
        assert found(telling, part) == WORDS, part
    telling.log.close()


async def test_it_is_told_when_the_doors_open_also_next_door() -> None:
    telling = await heard(*BEFORE, DECIDED, ("secretary", MEETING, SettleItem(item=ITEM)), OPENED)
    assert found(telling, "observer") == WORDS
    assert found(telling, "neighbour") == {NARROWED, REPLACED}
    assert b"2025-08-01" in held(telling, "neighbour", NEXT_DOOR)
    telling.log.close()


async def test_the_neighbour_reads_what_binds_its_own_party() -> None:
    telling = await heard(*BEFORE)
    assert b"Hj\xc3\xa6lp" in held(telling, "neighbour", NEXT_DOOR)
    telling.log.close()
