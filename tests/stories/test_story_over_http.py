"""The whole story through the public HTTP API, over a real port: what the auditor, the members and the clients then read.

Expected sentences and rows are written by hand from the facts of the paper, and compared letter by letter.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Struct

from domain.dates import COPENHAGEN
from domain.kernel import Recorded
from domain.log import Opened
from domain.text import Sealed
from eventstore.log import Log
from stories.lillebaelt_2024_04_09 import STORY
from tests.outside import CAST, MEETING, Json, Outside, copied, opened_in, outside
from tests.stories.evening_in_words import EVENING

FUND = "lillebaelt/fund/klyngemidler"
STRATEGIC = {"id": "lillebaelt/body/strategic", "name": "Fagligt strategisk niveau"}
POLITICAL = {"id": "lillebaelt/body/political", "name": "Politisk niveau"}
EVENING_OF_9TH = {"id": MEETING, "name": "Fagligt strategisk niveau, 9. april 2024"}
THEMES = {"id": "lillebaelt/condition/c2", "name": "Politisk niveau skal prioritere temaerne."}
AT_THE_END_OF_THE_9TH = "2024-04-09"


@pytest.fixture(scope="module")
def house(ended: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    with outside(copied(ended, tmp_path_factory.mktemp("house"))) as house:
        yield house


def trail(house: Outside) -> list[Json]:
    """Every event of cluster and country, as the auditor reads it."""
    entries: list[Json] = []
    for scope in ("lillebaelt", "dk"):
        page = house.view("auditor", f"{scope}/audit-trail")
        assert page["next"] is None
        entries += page["entries"]
    return sorted(entries, key=lambda entry: int(entry["position"]))


def danish(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(COPENHAGEN)


# --- what was said ---


def test_the_evening_reads_as_the_paper_tells_it(house: Outside) -> None:
    told = [
        (f"{danish(entry['at']):%H:%M:%S}", entry["stream"]["id"], entry["da"])
        for entry in trail(house)
        if danish(entry["at"]).date().isoformat() == "2024-04-09"
    ]
    for expected, given in zip(EVENING, told, strict=False):
        assert given == expected
    assert len(told) == len(EVENING)


def test_every_event_says_who_gave_it_and_by_what_right(house: Outside) -> None:
    told = {entry["da"]: entry for entry in trail(house)}
    opened = told["Mødet er åbnet; mødeleder: Medformand, region."]
    assert opened["by"] == {"id": CAST["co-chair-region"], "name": "Medformand, region"}
    assert (opened["seat"], opened["rule"]) == ("lillebaelt/membership/strategic#region", "chair-of-body")
    assert opened["assurance"] == "substantial"
    vacated = next(entry for text, entry in told.items() if "pladsen patienter er ledig" in text)
    death = next(entry for text, entry in told.items() if text.startswith("Et dødsfald"))
    assert vacated["by"] == {"id": CAST["secretary"], "name": "Sekretær"}
    assert (vacated["causation"], vacated["correlation"]) == (death["position"], death["position"])
    assert vacated["command"] == "membership.vacate-seat"
    assert (death["causation"], death["command"]) == (None, "person.record-death")


def test_no_person_is_named_where_a_death_is_told(house: Outside) -> None:
    """What was said of it is kept for those who need it; the trail tells of the seat."""
    told = " ".join(entry["da"] + entry["en"] for entry in trail(house))
    assert "Meddelt på mødet" not in told


# --- the decision register ---


def decision(house: Outside, key: str, **query: str) -> Json:
    row: Json = house.rows("plo-syd", "lillebaelt/decisions", **query)[key]
    return row


REGISTER = {
    "2023-06-07-political/1": ("decided", "in-effect", "2023-06-07", "–", [], [], True),
    "2024-04-09-strategic/2.1": ("decided", "in-effect", "2024-04-09", "2", ["1"], ["adapt"], False),
    "2024-04-09-strategic/2.2": ("refers", "in-effect", "2024-04-09", "2", ["2"], ["refer"], False),
    "2024-04-09-strategic/3.0": ("discussed", "in-effect", "2024-04-09", "3", ["1"], [], False),
    "2024-04-09-strategic/3.1": (
        *("recommends", "in-effect", "2024-04-09", "3", ["2"]),
        *(["form-proposal", "recommend-proposal"], False),
    ),
    "2024-04-09-strategic/3.2": (
        *("recommends", "in-effect", "2024-04-09", "3", []),
        *(["form-proposal", "recommend-proposal"], False),
    ),
    "2024-04-09-strategic/3.3": (
        *("may-be-considered", "in-effect", "2024-04-09", "3", []),
        *(["form-proposal", "park-proposal", "recommend-proposal"], False),
    ),
    "2024-04-09-strategic/3.4": (
        *("decided", "in-effect", "2024-04-09", "3", []),
        *(["open-condition", "refer", "answer-referral"], False),
    ),
    "2024-04-26-political/1": (
        *("decided", "in-effect", "2024-04-26", "1", ["1"]),
        [
            *("choose-proposal", "choose-proposal", "park-proposal", "resolve-condition", "resolve-condition"),
            "answer-referral",
        ],
        False,
    ),
}
"""Outcome, standing, day, item, recommendations answered, what followed at once, entered from a paper."""


def test_the_decision_register_at_the_end(house: Outside) -> None:
    rows = house.rows("plo-syd", "lillebaelt/decisions")
    told = {
        key: tuple(
            row[name]
            for name in ("outcome", "standing", "decided_on", "item_number", "answers", "effects", "afterwards")
        )
        for key, row in rows.items()
    }
    assert told == REGISTER
    bodies = {key: (row["meeting"], row["body"]) for key, row in rows.items()}
    assert {bodies[key] == (EVENING_OF_9TH, STRATEGIC) for key in bodies if "2024-04-09" in key} == {True}
    assert bodies["2024-04-26-political/1"] == (
        {"id": "lillebaelt/meeting/2024-04-26-political", "name": "Politisk niveau, 26. april 2024"},
        POLITICAL,
    )


def test_a_decision_waits_for_the_political_choice(house: Outside) -> None:
    """3.4 waits on the evening of the 9th, and is in effect when the political level has chosen on the 26th."""
    on_the_9th = decision(house, "2024-04-09-strategic/3.4", at=AT_THE_END_OF_THE_9TH)
    assert (on_the_9th["standing"], on_the_9th["waits_for"], on_the_9th["when_met"]) == (
        "waiting",
        [THEMES],
        ["assign"],
    )
    assert decision(house, "2024-04-09-strategic/3.4")["standing"] == "in-effect"
    assert set(house.rows("plo-syd", "lillebaelt/decisions", at=AT_THE_END_OF_THE_9TH)) == set(REGISTER) - {
        "2024-04-26-political/1"
    }
    assert on_the_9th["text"] == (
        "Når politisk niveau har valgt, arbejder strategisk og koordinerende niveau videre: projektbeskrivelser, "
        "økonomi og hvem der deltager."
    )


# --- money and people ---

EARMARK = {
    "type": "earmark",
    "earmark": "e1",
    "quoted_oere": 470_000_000,
    "precision": "about",
    "words": "cirka 4,7 mio.",
    "purpose": "3 initiativer",
    "decisions": [],
    "waits_for_second_person": False,
    "document": {
        "id": "lillebaelt/document/referat-2024-04-09",
        "name": "Sagsfremstilling og referat, fagligt strategisk niveau, 9. april 2024",
    },
}


def test_the_quoted_earmark_is_cleared_by_the_political_choice_and_never_posted(house: Outside) -> None:
    def earmark(**query: str) -> Json:
        row: Json = house.rows("auditor", FUND, **query)["earmark/e1"]
        assert {row[name] for name in ("amount_oere", "year", "application", "allocation")} == {None}
        return row

    def told(row: Json) -> Json:
        return {name: row[name] for name in (*EARMARK, "state", "waits_for")}

    condition = {
        "id": "lillebaelt/condition/c1",
        "name": "Politisk niveau skal beslutte øremærkningen den 26. april 2024.",
    }
    assert told(earmark(at=AT_THE_END_OF_THE_9TH)) == EARMARK | {"state": "announced", "waits_for": [condition]}
    assert earmark(at="2024-04-26T13:39:59+02:00")["state"] == "announced"
    assert (
        told(earmark(at="2024-04-26T13:40:00+02:00"))
        == told(earmark())
        == EARMARK | {"state": "cleared", "waits_for": []}
    )
    rows = house.rows("auditor", FUND)
    assert set(rows) == {"stream", "fund", "earmark/e1"}
    assert rows["fund"]["name"] == "Klyngemidler"


def test_the_patients_seat_is_vacant_since_the_death(house: Outside) -> None:
    def seat(**query: str) -> Json:
        row: Json = house.rows("plo-syd", "lillebaelt/people", **query)["body/strategic/seat/patienter"]
        return row

    before = seat(at="2024-04-09T18:04:29+02:00")
    assert before["person"] == {"id": CAST["patients"], "name": "Medlem, patienter og pårørende"}
    assert before["vacant_because"] is None
    for after in (seat(at="2024-04-09T18:04:30+02:00"), seat()):
        assert (after["person"], after["vacant_because"], after["patients"]) == (None, "death", True)
        assert (after["body"], after["voice"]) == (STRATEGIC, "vote")
    rows = house.rows("plo-syd", "lillebaelt/people")
    vacant = [key for key, row in rows.items() if row["type"] == "seat" and row["person"] is None]
    assert vacant == ["body/strategic/seat/patienter"]
    assert house.rows("plo-syd", "dk/people")[f"person/{CAST['patients'].rsplit('/', 1)[1]}"]["dead"] is True


# --- the same story, the same log ---


def plain(value: Any, kept_log: Log) -> Any:
    """A value with its boxes opened: those differ, as every key is made once; so does the key that signs heads."""
    match value:
        case Opened():
            return (
                plain(msgspec.structs.replace(value, checkpoint_key=None), kept_log) if value.checkpoint_key else value
            )
        case Sealed():
            return kept_log.texts.open(value)
        case Struct():
            fields = {name: plain(getattr(value, name), kept_log) for name in value.__struct_fields__}
            return {"class": type(value).__qualname__, **fields}
        case tuple() | list():
            return [plain(each, kept_log) for each in value]
        case _:
            return value


def events(house: Outside) -> list[Recorded]:
    return list(house.house.kept_log.read(0))


def test_a_story_always_gives_the_same_log(house: Outside, tmp_path: Path) -> None:
    with outside(opened_in(tmp_path)) as another:
        another.play(STORY.steps)
        one, other = events(house), events(another)
        assert len(one) == len(other) == house.head
        for mine, theirs in zip(one, other, strict=True):
            assert plain(mine, house.house.kept_log) == plain(theirs, another.house.kept_log)
        boxes = {msgspec.json.encode(each.event) for each in one if b'"box"' in msgspec.json.encode(each.event)}
        assert len(boxes) > 80
        assert not boxes & {msgspec.json.encode(each.event) for each in other}


def test_playing_it_again_into_the_same_record_changes_nothing(house: Outside) -> None:
    """Every step has its key: the whole story, given twice, happened once."""
    before, told = house.head, trail(house)
    house.play(STORY.steps)
    assert (house.head, trail(house)) == (before, told)
