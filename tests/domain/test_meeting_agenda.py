"""The agenda: numbered items with recommendations and papers, one on the floor at a time, settled once."""

import msgspec
import pytest

from domain.kernel import Command
from domain.meeting.agenda import (
    AGENDA_ITEMS_MAX,
    ATTACHMENTS_MAX,
    RECOMMENDATIONS_MAX,
    AddItem,
    AddRecommendation,
    Asks,
    Attach,
    AttachmentAdded,
    ItemAdded,
    RecommendationAdded,
)
from domain.meeting.call import MeetingAdjourned
from domain.meeting.doors import DoorsOpened, DoorsShut, OpenDoors, ShutDoors, Shutting
from domain.meeting.floor import ItemSettled, ItemTakenUp, SettleItem, TakeUpItem
from domain.text import said
from tests.domain.world import (
    CHAIR,
    ITEM,
    MEETING,
    MEMBER,
    PAPER,
    SECRETARY,
    STRATEGIC,
    WORLD,
    Fact,
    called,
    decision,
    discussing,
    on_day,
    opened,
    reported,
)
from tests.given import given

ADJOURNED: Fact = (MEETING, MeetingAdjourned())
SETTLED: Fact = (MEETING, ItemSettled(item=ITEM, number="3"))


def recommended(number: str = "1") -> Fact:
    event = RecommendationAdded(
        item=ITEM, number="3", recommendation=number, asks=Asks.DECIDE, text=said("Hvad?"), to_body=STRATEGIC
    )
    return MEETING, event


# --- items ------------------------------------------------------------------------------------------------------------


def test_an_item_is_put_on_the_agenda() -> None:
    add = AddItem(
        item="middelfart",
        number="2",
        title="Middelfart-projektet",
        summary="Kort.",
        case="Langt.",
        presenters=(CHAIR,),
        from_at="2024-03-01T08:05:00Z",
        to_at="2024-03-01T08:30:00Z",
    )
    given(*WORLD, *called()).when(add, to=MEETING, by=SECRETARY).then(
        ItemAdded(
            item="middelfart",
            number="2",
            title=said("Middelfart-projektet"),
            summary=said("Kort."),
            case=said("Langt."),
            presenters=(CHAIR,),
            from_at="2024-03-01T08:05:00Z",
            to_at="2024-03-01T08:30:00Z",
        )
    )


@pytest.mark.parametrize("add", [AddItem(item="nyt", number="3", title="N"), AddItem(item=ITEM, number="4", title="N")])
def test_items_have_numbers_and_names_of_their_own(add: AddItem) -> None:
    given(*WORLD, *called()).when(add, to=MEETING).refused("meeting.numbered", number=add.number)


def test_an_agenda_holds_so_many_items_and_no_more() -> None:
    items = tuple(
        (MEETING, ItemAdded(item=f"punkt-{number}", number=f"p{number}", title=said("Punkt")))
        for number in range(AGENDA_ITEMS_MAX - 1)
    )
    given(*WORLD, *called(), *items).when(AddItem(item="nyt", number="n", title="Nyt"), to=MEETING).refused(
        "meeting.agenda-full", count=AGENDA_ITEMS_MAX
    )


def test_whoever_presents_is_registered() -> None:
    add = AddItem(item="nyt", number="4", title="Nyt", presenters=("dk/person/none",))
    given(*WORLD, *called()).when(add, to=MEETING).refused("id.unknown", id="dk/person/none")


def test_a_closed_item_is_closed_from_the_start() -> None:
    shut = Shutting(reason="Personsag.", legal_basis="Forvaltningsloven § 27", title_closed=True)
    add = AddItem(item="fratraedelse", number="4", title="En fratrædelse", shut=shut)
    given(*WORLD, *called()).when(add, to=MEETING, by=SECRETARY).then(
        ItemAdded(item="fratraedelse", number="4", title=said("En fratrædelse")),
        DoorsShut(
            item="fratraedelse",
            number="4",
            reason=said("Personsag."),
            legal_basis=said("Forvaltningsloven § 27"),
            title_closed=True,
        ),
    )


# --- recommendations and papers ---------------------------------------------------------------------------------------

RECOMMEND = AddRecommendation(item=ITEM, recommendation="1", asks=Asks.APPROVE, text="Modellen.", to_body=STRATEGIC)


def test_a_recommendation_asks_something_of_the_body() -> None:
    given(*WORLD, *called()).when(RECOMMEND, to=MEETING, by=SECRETARY).then(
        RecommendationAdded(
            item=ITEM,
            number="3",
            recommendation="1",
            asks=Asks.APPROVE,
            text=said("Modellen."),
            to_body=STRATEGIC,
        )
    )


def test_a_recommendation_may_apply_only_if_another_is_adopted() -> None:
    nested = msgspec.structs.replace(RECOMMEND, recommendation="1a", only_if="1")
    given(*WORLD, *called(), recommended()).when(nested, to=MEETING).then(
        RecommendationAdded(
            item=ITEM,
            number="3",
            recommendation="1a",
            asks=Asks.APPROVE,
            text=said("Modellen."),
            to_body=STRATEGIC,
            only_if="1",
        )
    )


def test_what_a_recommendation_depends_on_stands_before_it() -> None:
    nested = msgspec.structs.replace(RECOMMEND, only_if="7")
    given(*WORLD, *called()).when(nested, to=MEETING).refused("meeting.recommendation-unknown", recommendation="7")


def test_a_recommendation_has_a_number_of_its_own() -> None:
    given(*WORLD, *called(), recommended()).when(RECOMMEND, to=MEETING).refused("meeting.numbered", number="1")


def test_an_item_holds_so_many_recommendations_and_no_more() -> None:
    many = tuple(recommended(f"m{number}") for number in range(RECOMMENDATIONS_MAX))
    given(*WORLD, *called(), *many).when(RECOMMEND, to=MEETING).refused(
        "meeting.recommendations-full", count=RECOMMENDATIONS_MAX
    )


def test_a_recommendation_is_made_to_a_body_that_exists() -> None:
    nobody = msgspec.structs.replace(RECOMMEND, to_body="lillebaelt/body/none")
    given(*WORLD, *called()).when(nobody, to=MEETING).refused("id.unknown", id="lillebaelt/body/none")


ATTACH = Attach(item=ITEM, attachment="notat", name="Notat", document=PAPER, sha256="0" * 64, size_bytes=1_024)


def attached(name: str = "notat") -> Fact:
    return MEETING, AttachmentAdded(item=ITEM, number="3", attachment=name, name=said("Notat"))


def test_a_paper_belongs_to_an_item() -> None:
    given(*WORLD, *called()).keeping("0" * 64, 1_024).when(ATTACH, to=MEETING, by=SECRETARY).then(
        AttachmentAdded(
            item=ITEM,
            number="3",
            attachment="notat",
            name=said("Notat"),
            document=PAPER,
            sha256="0" * 64,
            size_bytes=1_024,
        )
    )


def test_the_size_of_a_paper_is_that_of_its_bytes() -> None:
    sizeless = msgspec.structs.replace(ATTACH, size_bytes=None)
    record = given(*WORLD, *called()).keeping("0" * 64, 1_024).when(sizeless, to=MEETING, by=SECRETARY).record
    assert record.events[-1][1].size_bytes == 1_024  # type: ignore[attr-defined]
    given(*WORLD, *called()).keeping("0" * 64, 1_023).when(ATTACH, to=MEETING).refused(
        "meeting.other-size", attachment="notat", size_bytes=1_024
    )


def test_a_paper_whose_bytes_are_not_here_is_not_attached() -> None:
    given(*WORLD, *called()).when(ATTACH, to=MEETING).refused("meeting.bytes-missing", attachment="notat")


def test_a_paper_may_be_named_without_its_bytes() -> None:
    named = msgspec.structs.replace(ATTACH, sha256=None, size_bytes=None)
    added = AttachmentAdded(item=ITEM, number="3", attachment="notat", name=said("Notat"), document=PAPER)
    given(*WORLD, *called()).when(named, to=MEETING).then(added)


def test_a_paper_is_attached_once() -> None:
    given(*WORLD, *called(), attached()).when(ATTACH, to=MEETING).refused("meeting.numbered", number="notat")


def test_an_item_holds_so_many_papers_and_no_more() -> None:
    many = tuple(attached(f"m{number}") for number in range(ATTACHMENTS_MAX))
    given(*WORLD, *called(), *many).when(ATTACH, to=MEETING).refused("meeting.attachments-full", count=ATTACHMENTS_MAX)


# --- doors ------------------------------------------------------------------------------------------------------------

SHUT: Fact = (
    MEETING,
    DoorsShut(item=ITEM, number="3", reason=said("Personsag."), legal_basis=said("§ 27"), title_closed=False),
)
SHUT_DOORS = ShutDoors(item=ITEM, reason="Personsag.", legal_basis="§ 27")


def test_a_chair_shuts_the_doors_with_a_reason_and_a_legal_basis() -> None:
    given(*WORLD, *opened()).when(SHUT_DOORS, to=MEETING, by=CHAIR).then(SHUT[1])


def test_a_member_does_not_shut_the_doors() -> None:
    given(*WORLD, *opened()).when(SHUT_DOORS, to=MEETING, by=MEMBER).denied()


def test_doors_that_are_shut_are_not_shut_again() -> None:
    given(*WORLD, *opened(), SHUT).when(SHUT_DOORS, to=MEETING).refused("meeting.already-shut", item=ITEM)


def test_a_chair_opens_the_doors_again() -> None:
    open_doors = OpenDoors(item=ITEM, reason="Intet personligt.")
    record = given(*WORLD, *opened(), SHUT)
    record.when(open_doors, to=MEETING, by=CHAIR).then(
        DoorsOpened(item=ITEM, number="3", reason=said("Intet personligt."))
    )
    record.when(open_doors, to=MEETING, by=CHAIR).then()


# --- on the floor -----------------------------------------------------------------------------------------------------


def test_an_item_is_taken_up_once() -> None:
    record = given(*WORLD, *opened())
    record.when(TakeUpItem(item=ITEM), to=MEETING, by=CHAIR).then(ItemTakenUp(item=ITEM, number="3"))
    record.when(TakeUpItem(item=ITEM), to=MEETING, by=CHAIR).then()


@pytest.mark.parametrize(
    "before", [called(), reported(MEETING, STRATEGIC, on_day("2023-06-07"))], ids=["called", "entered afterwards"]
)
def test_nothing_is_taken_up_before_the_meeting_is_open(before: tuple[Fact, ...]) -> None:
    given(*WORLD, *before).when(TakeUpItem(item=ITEM), to=MEETING).refused("meeting.not-open")


def test_a_settled_item_is_not_taken_up_again() -> None:
    given(*WORLD, *discussing(), SETTLED).when(TakeUpItem(item=ITEM), to=MEETING).refused(
        "meeting.item-closed", item=ITEM
    )


def test_an_item_is_settled_once() -> None:
    record = given(*WORLD, *discussing())
    record.when(SettleItem(item=ITEM), to=MEETING, by=SECRETARY).then(ItemSettled(item=ITEM, number="3"))
    record.when(SettleItem(item=ITEM), to=MEETING, by=SECRETARY).then()


def test_an_item_of_a_meeting_entered_afterwards_is_settled_when_its_recommendations_have_outcomes() -> None:
    record = given(*WORLD, *reported(MEETING, STRATEGIC, on_day("2023-06-07")))
    ask = AddRecommendation(item=ITEM, recommendation="1", asks=Asks.NOTE, text="Det.", to_body=STRATEGIC)
    record.give(SECRETARY, MEETING, ask)
    record.when(SettleItem(item=ITEM), to=MEETING).refused("meeting.unanswered", recommendation="1")
    record.happened(*decision(answers=("1",)))
    record.when(SettleItem(item=ITEM), to=MEETING, by=SECRETARY).then(ItemSettled(item=ITEM, number="3"))


def test_an_item_that_is_not_on_the_floor_is_not_settled() -> None:
    given(*WORLD, *opened()).when(SettleItem(item=ITEM), to=MEETING).refused("meeting.nothing-discussed", item=ITEM)


EVERY = [
    AddRecommendation(item="none", recommendation="1", asks=Asks.NOTE, text="Det.", to_body=STRATEGIC),
    Attach(item="none", attachment="notat", name="Notat"),
    TakeUpItem(item="none"),
    SettleItem(item="none"),
]


DOORS = [
    ShutDoors(item="none", reason="Personsag.", legal_basis="§ 27"),
    OpenDoors(item="none", reason="Intet personligt."),
]
"""Of a meeting that is over, too."""


@pytest.mark.parametrize("command", [*EVERY, *DOORS], ids=lambda command: command.verb)
def test_an_item_that_is_not_on_the_agenda_is_no_item(command: Command) -> None:
    given(*WORLD, *opened()).when(command, to=MEETING).refused("meeting.item-unknown", item="none")


@pytest.mark.parametrize("command", [AddItem(item="n", number="4", title="N"), *EVERY], ids=lambda each: each.verb)
def test_the_agenda_of_an_adjourned_meeting_stands(command: Command) -> None:
    given(*WORLD, *opened(), ADJOURNED).when(command, to=MEETING).refused("meeting.already-adjourned")
