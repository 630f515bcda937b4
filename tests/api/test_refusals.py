"""What a rule refuses, over HTTP: with the reason in both languages, things called by names the reader may know, and its twin."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from api.refusals import OwnNames, refusal_in_words
from domain.effects import ResolveCondition
from domain.policy import DENIED
from domain.refusal import Refused
from stories.lillebaelt_2024_04_09 import STORY
from stories.lillebaelt_2024_04_09.after import CHOSEN
from stories.story import Step
from tests.api.saying import (
    POINT,
    RECORD_DECISION,
    RECORD_POINT,
    STRATEGIC,
    assign,
    decision,
    point,
    refused_beside,
)
from tests.outside import MEETING, MID_ITEM_2, Json, Outside, copied, outside, problem, until
from tests.projections.aadal import CAST as AADAL
from tests.projections.aadal import MEETING as AADAL_MEETING
from tests.projections.closed_item import CLOSED_ITEM, OPEN_ITEM, TITLE_CLOSED
from tests.realtime.served import record_meeting

C1 = "lillebaelt/condition/c1"
SKIVE = {"name": "Skive Kommune", "party_kind": "municipality"}
POLITICAL_2024 = "lillebaelt/meeting/2024-04-26-political"


@pytest.fixture(scope="module")
def house(mid_item_2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(mid_item_2, tmp_path_factory.mktemp("house"))) as house:
        yield house


def refused(told: Json, code: str, da: str, en: str) -> None:
    assert (told["status"], told["code"], told["detail"], told["detail_en"]) == (409, code, da, en)


# --- the list of bad input ---


def test_an_id_that_names_nothing(house: Outside) -> None:
    bad = point(who={"type": "party", "party": "dk/party/skive"})
    told = refused_beside(house, RECORD_POINT, bad, point(who={"type": "party", "party": "dk/party/plo-syd"}))
    refused(told, "id.unknown", "skive findes ikke i protokollen.", "skive is not in the record.")
    assert told["params"] == {"id": "dk/party/skive"}


def test_an_id_in_an_effect_that_names_nothing(house: Outside) -> None:
    bad = decision("u1", assign(report_to="lillebaelt/body/nobody"))
    told = refused_beside(house, RECORD_DECISION, bad, decision("u1", assign()))
    refused(told, "id.unknown", "nobody findes ikke i protokollen.", "nobody is not in the record.")


def test_a_command_to_an_adjourned_meeting(ended: Path, tmp_path: Path, house: Outside) -> None:
    with outside(copied(ended, tmp_path)) as afterwards:
        before = afterwards.head
        told = problem(afterwards.give("secretary", RECORD_POINT, POINT))
        refused(told, "meeting.already-adjourned", "Mødet er hævet.", "The meeting is adjourned.")
        assert afterwards.head == before
        assert afterwards.give("secretary", "dk/party/skive/register", SKIVE).json()["position"] == before + 1
    assert house.give("secretary", RECORD_POINT, POINT).status_code == 200


def test_a_theme_chosen_by_the_body_that_may_only_recommend_it(house: Outside) -> None:
    chosen = {"type": "choose-proposal", "proposal": "lillebaelt/proposal/tvang"}
    told = refused_beside(house, RECORD_DECISION, decision("v1", chosen), decision("v1"))
    refused(
        told,
        "mandate.other-body",
        "»vælge« ligger hos Politisk niveau, ikke hos Fagligt strategisk niveau.",
        "“vælge” lies with Politisk niveau, not with Fagligt strategisk niveau.",
    )
    assert told["params"] == {"step": "vælge", "body": "lillebaelt/body/political", "other": STRATEGIC}


def test_a_condition_resolved_twice(mid_item_2: Path, tmp_path: Path) -> None:
    """The political level decides as in the story, but leaves it to the secretary to say so of the first condition."""
    steps = until(MID_ITEM_2)[1]
    with outside(copied(mid_item_2, tmp_path)) as house:
        house.play(steps[: [step.command for step in steps].index(CHOSEN)])
        others = tuple(each for each in CHOSEN.at_once if each != ResolveCondition(condition=C1))
        taken = msgspec.structs.replace(CHOSEN, at_once=others)
        body = msgspec.json.encode(taken)
        assert house.give("secretary", f"{POLITICAL_2024}/record-decision", body).status_code == 200
        proof = {"type": "by-decision", "decision": {"type": "taken", "meeting": POLITICAL_2024, "decision": "1"}}
        once = house.give("secretary", f"{C1}/resolve", {"proof": proof})
        assert once.status_code == 200
        told = problem(house.give("secretary", f"{C1}/resolve", {"proof": proof}))
        refused(
            told,
            "condition.already-resolved",
            "Forudsætningen er allerede afgjort.",
            "The condition is already resolved.",
        )
        assert house.head == once.json()["position"]
        earmark = house.rows("secretary", "lillebaelt/fund/klyngemidler")["earmark/e1"]
        assert (earmark["state"], earmark["waits_for"]) == ("cleared", [])


def test_a_decision_is_called_by_its_meeting_and_number(house: Outside) -> None:
    taken = {"type": "taken", "meeting": "lillebaelt/meeting/2023-06-07-political", "decision": "7"}
    told = refused_beside(house, RECORD_DECISION, decision("w1", based_on=[taken]), decision("w1"))
    assert told["detail"] == "Beslutningen 7 (Politisk niveau, 7. juni 2023) findes ikke."


def test_an_item_is_called_by_its_number_and_title(house: Outside) -> None:
    told = refused_beside(house, RECORD_POINT, point(item="klyngemidler"), POINT)
    refused(
        told,
        "meeting.nothing-discussed",
        "Punkt 3 (Initiativer for klyngemidlerne) er ikke under behandling.",
        "Item 3 (Initiativer for klyngemidlerne) is not on the floor.",
    )
    unknown = refused_beside(house, RECORD_POINT, point(item="eventuelt"), POINT)
    assert unknown["detail"] == "Punktet eventuelt findes ikke."


def test_an_item_of_minutes_is_called_as_at_its_meeting(ended: Path, tmp_path: Path) -> None:
    text = {"item": "middelfart", "text": "Klyngen drøftede projektet."}
    with outside(copied(ended, tmp_path)) as ended_house:
        revise = f"{MEETING.replace('/meeting/', '/minutes/')}/revise"
        answer = ended_house.give("secretary", revise, {"reason": "Et tal var forkert.", "texts": [text, text]})
        refused(
            problem(answer),
            "minutes.item-twice",
            "Punkt 2 (Middelfart-projektet) står to gange. Saml teksten.",
            "Item 2 (Middelfart-projektet) stands twice. Join its texts.",
        )


def test_a_person_is_called_by_name(house: Outside) -> None:
    seat, patient = "sygehus", STORY.cast["kolding"]
    bad = {"seat": seat, "person": patient}
    told = refused_beside(house, f"{MEETING}/take-seat", bad, {"seat": seat, "person": STORY.cast["hospital"]})
    assert told["detail"] == "Medlem, Kolding Kommune er ikke stedfortræder i kæden for pladsen sygehus."


# --- names that the reader may not know ---


@pytest.fixture(scope="module")
def aadal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """A meeting with an open item on the floor, one whose title is closed too, and a closed one that a member is recused from."""
    folder = tmp_path_factory.mktemp("aadal")
    asyncio.run(record_meeting(folder))
    with outside(folder, AADAL) as house:
        recusal = {"item": CLOSED_ITEM, "person": AADAL["recused"], "reason": "Nær slægtning."}
        assert house.give("secretary", f"{AADAL_MEETING}/recuse", recusal).status_code == 200
        yield house


def asked_about(house: Outside, part: str, item: str) -> httpx.Response:
    return house.give(part, f"{AADAL_MEETING}/raise-question", {"item": item, "question": "q-x", "text": "Hvad så?"})


TITLES = {
    ("member", CLOSED_ITEM): f"Punkt 3 (Aftale om title-af-{CLOSED_ITEM}) er ikke under behandling.",
    ("member", TITLE_CLOSED): f"Punkt 2 (Aftale om title-af-{TITLE_CLOSED}) er ikke under behandling.",
    ("observer", CLOSED_ITEM): DENIED[0],
    ("observer", TITLE_CLOSED): DENIED[0],
    ("observer", "no-such-item"): DENIED[0],
    ("recused", TITLE_CLOSED): f"Punkt 2 (Aftale om title-af-{TITLE_CLOSED}) er ikke under behandling.",
    ("recused", CLOSED_ITEM): "Navn på recused er inhabil.",
}
"""Who asks about which item. The member recused from one of them follows the other."""


@pytest.mark.parametrize(("part", "item"), TITLES)
def test_the_title_of_a_closed_item_is_told_to_insiders_only(aadal: Outside, part: str, item: str) -> None:
    answer = asked_about(aadal, part, item)
    assert problem(answer)["detail"] == TITLES[part, item]
    everything = answer.text + str(answer.headers)
    assert (f"title-af-{item}" in everything) is ("title-af" in TITLES[part, item])


def test_everyone_may_ask_at_the_open_item(aadal: Outside) -> None:
    for part in ("member", "observer"):
        body = {"item": OPEN_ITEM, "question": f"q-{part}", "text": "Hvad så?"}
        assert aadal.give(part, f"{AADAL_MEETING}/raise-question", body).status_code == 200


def test_the_name_of_anothers_thing_is_not_tried_out(aadal: Outside) -> None:
    """Who has no part in a cluster sends an id of its, and gets no name for it."""
    duty = {"what": "svare.", "owed_by": [{"type": "body", "body": "aadal/body/board"}]}
    answer = aadal.give("secretary", "aadal/action/x1/assign", duty | {"report_to": "bakke/body/board"})
    told = problem(answer)
    assert told["params"] == {"id": "bakke/body/board", "scope": "aadal"}
    assert told["detail"] == "board hører ikke til aadal."
    assert "Naboerne" not in answer.text
    good = aadal.give("secretary", "aadal/action/x1/assign", duty | {"report_to": "aadal/body/board"})
    assert good.status_code == 200


@pytest.mark.parametrize("number", ["2024-04-09", STRATEGIC, f"{MEETING}#3.1"])
def test_a_label_is_told_as_it_was_written(number: str) -> None:
    told = refusal_in_words(Refused("meeting.numbered", number=number), OwnNames())
    assert told == (f"Nummeret {number} er brugt.", f"The number {number} is taken.")


def test_a_day_and_an_id_are_told_as_people_say_them() -> None:
    da, _ = refusal_in_words(Refused("day.future", day="2024-04-09"), OwnNames())
    assert da.startswith("9. april 2024 ")
    assert refusal_in_words(Refused("id.unknown", id=STRATEGIC), OwnNames())[0].startswith("strategic ")


def test_a_step_of_the_story_is_refused_beside_the_story(house: Outside) -> None:
    """Everything above has left the story where it was: it goes on to its end."""
    steps: tuple[Step, ...] = until(MID_ITEM_2)[1]
    house.play(steps)
    assert house.rows("secretary", MEETING)["meeting"]["phase"] == "adjourned"
