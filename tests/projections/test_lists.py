"""What the lists of a cluster tell of the story: what is awaited, asked, owed, decided by whom, and what led to what."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import pytest_asyncio

from domain.claims import DateNotStated
from domain.meeting.promised import ItemPostponed
from domain.referral import Sent
from domain.text import TextAt
from projections.lineage import LINEAGE, EdgeRow
from stories.lillebaelt_2024_04_09 import STORY
from tests.projections import closed_item
from tests.projections.aadal import CAST
from tests.projections.folding import folded
from tests.projections.rebuilt import Rebuilt
from tests.realtime.record_in_memory import played
from tests.realtime.told import on_the_wire

Rows = dict[str, Any]


class Lists:
    """The lists of one cluster as one person sees them."""

    def __init__(self, rebuilt: Rebuilt, scope: str, person: str) -> None:
        self._rebuilt = rebuilt
        self._scope = scope
        self._person = person

    def rows(self, view: str, prefix: str = "") -> Rows:
        topic = f"{self._scope}/{view}"
        mask = self._rebuilt.reading.mask(topic, self._person)
        assert mask is not None
        page = self._rebuilt.reading.page(topic, mask, self._rebuilt.head, prefix=prefix)
        return on_the_wire(page.rows)

    def edges(self, thing: str, direction: str) -> set[tuple[str, str]]:
        """(kind, what stands at the other end)"""
        rows = self.rows("lineage", f"{thing}/{direction}/").values()
        return {(row["kind"], named(row["other"])) for row in rows}


def named(place: Rows) -> str:
    """`meeting/2024-04-09-strategic 3.4` of a place, without the cluster."""
    stream = place["stream"]["id"].partition("/")[2]
    within = place["decision"] or place["item"] or place["part"]
    return stream if within is None else f"{stream} {within}"


@pytest_asyncio.fixture
async def lillebaelt() -> AsyncIterator[Lists]:
    """The story at its end, as the secretary sees it."""
    kept_log = await played(STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    rebuilt.take(*kept_log.read(0))
    yield Lists(rebuilt, "lillebaelt", STORY.cast["secretary"])
    kept_log.close()


@pytest_asyncio.fixture
async def aadal() -> AsyncIterator[Rebuilt]:
    """The short story, up to where the closed item is opened."""
    kept_log = await played(closed_item.STORY)
    rebuilt = Rebuilt(kept_log.texts.open)
    for recorded in kept_log.read(0):
        if recorded.event.tag == "meeting.doors-opened":
            break
        rebuilt.take(recorded)
    yield rebuilt
    kept_log.close()


# --- what is awaited --------------------------------------------------------------------------------------------------


async def test_a_condition_tells_what_it_awaits_what_it_holds_back_and_what_ended_it(lillebaelt: Lists) -> None:
    """004.8, 004.9: the choice of themes waits for the political level, which chose on 26 April."""
    rows = lillebaelt.rows("conditions")
    assert [key for key in rows if "/" not in key] == ["c1", "c2"]
    themes = rows["c2"]
    assert (themes["state"], themes["since"], themes["awaits"]) == ("fulfilled", "2024-04-09", "decision-of")
    assert themes["awaited"]["name"] == "Politisk niveau"
    assert [named(each) for each in themes["blocks"]] == ["meeting/2024-04-09-strategic 3.4"]
    assert themes["blocks"][0]["item"] == "klyngemidler", "so that a page can lead there"
    assert named(themes["arises_from"]) == "meeting/2024-04-09-strategic 3.4"
    end = rows["c2/end"]
    assert (end["ended_on"], named(end["by"])) == ("2024-04-26", "meeting/2024-04-26-political 1")
    assert [named(each) for each in rows["c1"]["blocks"]] == ["fund/klyngemidler e1"]
    assert rows["c1"]["arises_from"] is None, "a paper set it"


async def test_a_condition_is_open_to_whoever_may_not_know_what_ended_it(aadal: Rebuilt) -> None:
    condition = closed_item.AWAITED[closed_item.CLOSED_ITEM].rpartition("/")[2]
    insider = Lists(aadal, "aadal", CAST["chair"]).rows("conditions")
    assert insider[condition]["state"] == "open"
    for part in ("observer", "recused", "auditor"):
        assert condition not in Lists(aadal, "aadal", CAST[part]).rows("conditions")


# --- what is asked and owed -------------------------------------------------------------------------------------------


async def test_a_referral_tells_its_way_to_the_answer(lillebaelt: Lists) -> None:
    rows = lillebaelt.rows("referrals")
    themes = rows["temaer-til-politisk"]
    assert (themes["from_body"]["name"], themes["to_body"]["name"]) == ("Fagligt strategisk niveau", "Politisk niveau")
    assert themes["state"] == "answered"
    assert themes["expected"]["latest"] == "2024-04-26"
    assert named(themes["placed"]) == "meeting/2024-04-26-political klyngemidler"
    answer = rows["temaer-til-politisk/end"]
    assert named(answer["decision"]) == "meeting/2024-04-26-political 1"
    assert rows["middelfart-til-politisk"]["state"] == "sent", "nobody answered it"
    assert named(rows["forslag/end"]["decision"]) == "meeting/2024-04-09-strategic 3.4"


async def test_what_happened_to_a_referral_at_a_closed_item_has_not_happened_to_others(aadal: Rebuilt) -> None:
    asked = closed_item.ASKED[closed_item.TITLE_CLOSED].rpartition("/")[2]
    insider = Lists(aadal, "aadal", CAST["secretary"]).rows("referrals")
    assert insider[asked]["state"] == "answered"
    assert f"{asked}/end" in insider
    outsider = Lists(aadal, "aadal", CAST["auditor"]).rows("referrals")
    assert (outsider[asked]["state"], outsider[asked]["placed"]) == ("sent", None)
    assert f"{asked}/end" not in outsider
    assert outsider[asked]["ended_at"] is None


async def test_every_debtor_of_an_action_has_a_row_of_their_own(lillebaelt: Lists) -> None:
    """004.4: who owes the annex is not stated. Row n1: two bodies owe the descriptions."""
    rows = lillebaelt.rows("actions")
    annex = rows["udgiftsbilag/not-stated"]
    assert (annex["owed_by"], annex["debtor"], annex["state"]) == ("not-stated", None, "owed")
    owing = {row["debtor"]["id"] for key, row in rows.items() if key.startswith("projektbeskrivelser/")}
    assert owing == {"lillebaelt/body/strategic", "lillebaelt/body/coordinating"}
    description = rows[f"projektbeskrivelser/{quote('lillebaelt/body/strategic', safe='')}"]
    assert named(description["decision"]) == "meeting/2024-04-09-strategic 3.4"


async def test_an_action_given_behind_closed_doors_is_not_there_for_others(aadal: Rebuilt) -> None:
    task = closed_item.TASK[closed_item.CLOSED_ITEM].rpartition("/")[2]
    key = f"{task}/{quote('dk/party/town', safe='')}"
    assert Lists(aadal, "aadal", CAST["chair"]).rows("actions")[key]["state"] == "replied"
    for part in ("observer", "recused", "auditor", "administrator"):
        assert key not in Lists(aadal, "aadal", CAST[part]).rows("actions")


# --- who decides, and what papers say ---------------------------------------------------------------------------------


async def test_a_mandate_tells_its_steps_in_order_and_which_bind(lillebaelt: Lists) -> None:
    """004.7, as domain-model 4.1 a1 works it out."""
    rows = lillebaelt.rows("mandates")
    ((key, path),) = [(key, row) for key, row in rows.items() if row["type"] == "path"]
    (source,) = [row for row in rows.values() if row["type"] == "source"]
    assert key.startswith("joint-funds/path/")
    assert [(step["step"], step["body"]["name"], step["binding"]) for step in path["steps"]] == [
        ("fremlægge", "Koordinerende niveau", False),
        ("indstille", "Fagligt strategisk niveau", False),
        ("vælge", "Politisk niveau", True),
        ("endeligt godkende", "Fagligt strategisk niveau", True),
    ]
    assert source["decision"] is None, "a paper says so"
    assert source["words"]


async def test_a_proposal_is_there_before_anything_is_decided_of_it_and_tells_what_became_of_it(
    lillebaelt: Lists,
) -> None:
    """004.9: what the political level chose and put off, beside the proposals as they came in and were formed."""
    rows = lillebaelt.rows("proposals")
    named = {row["proposal"]["name"]: key for key, row in rows.items() if row["type"] == "proposal"}
    assert "Træning for livet" in named, sorted(named)
    fates = {key.removesuffix("/fate"): row["fate"] for key, row in rows.items() if row["type"] == "fate"}
    assert sorted(fates.values()).count("chosen") == 2
    assert "merged" in fates.values()
    assert "parked" in fates.values()


async def test_a_document_keeps_what_is_said_beside_the_doubt(lillebaelt: Lists) -> None:
    """004, trap »22. marts 2022«: it stands, is impossible, and is read as 2024."""
    rows = lillebaelt.rows("documents")
    statements = {row["number"]: row for row in rows.values() if row["type"] == "statement"}
    doubts = {row["number"]: row for row in rows.values() if row["type"] == "doubt"}
    assert set(doubts) == {"s3", "s4"}
    assert statements["s4"]["claim"]["earliest"] == "2022-03-22"
    assert (doubts["s4"]["doubt"], doubts["s4"]["read_as"]["latest"]) == ("impossible", "2024-03-22")
    assert (statements["s2"]["claim"]["kind"], statements["s2"]["claim"]["oere"]) == ("about", 470_000_000)


async def test_the_meetings_of_a_cluster_with_how_far_each_has_come(lillebaelt: Lists) -> None:
    rows = lillebaelt.rows("meetings")
    assert {key: row["phase"] for key, row in rows.items() if "/" not in key} == {
        "2023-06-07-political": "reported",
        "2024-04-09-strategic": "adjourned",
        "2024-04-26-political": "adjourned",
    }
    assert rows["2023-06-07-political"]["held"]["latest"] == "2023-06-07"
    item = rows["2024-04-09-strategic/item/middelfart"]
    assert (item["number"], item["title"]) == ("2", "Middelfart-projektet")


# --- what led to what -------------------------------------------------------------------------------------------------

STRATEGIC, POLITICAL = "meeting/2024-04-09-strategic", "meeting/2024-04-26-political"


async def test_what_led_to_a_decision_and_what_followed_from_it(lillebaelt: Lists) -> None:
    """3.4 answered what it was asked, waited for a condition, sent the themes on, and gave an action when they were chosen."""
    decision = f"{STRATEGIC}/decision/3.4"
    assert lillebaelt.edges(decision, "from") == {
        ("decided", f"{STRATEGIC} klyngemidler"),
        ("holds-back", "condition/c2"),
    }
    assert lillebaelt.edges(decision, "to") == {
        ("answers", "referral/forslag"),
        ("requires", "condition/c2"),
        ("referred", "referral/temaer-til-politisk"),
        ("assigned", "action/projektbeskrivelser"),
    }


async def test_every_step_is_found_from_both_its_ends(lillebaelt: Lists) -> None:
    rows = lillebaelt.rows("lineage")
    forward = {(named(row["thing"]), row["kind"], named(row["other"])) for key, row in rows.items() if "/to/" in key}
    backward = {(named(row["other"]), row["kind"], named(row["thing"])) for key, row in rows.items() if "/from/" in key}
    assert forward == backward
    assert len(forward) > 20


async def test_the_way_goes_on_through_referral_item_and_condition(lillebaelt: Lists) -> None:
    item = f"{POLITICAL}/item/klyngemidler"
    assert lillebaelt.edges(item, "from") == {("placed", "referral/temaer-til-politisk")}
    assert lillebaelt.edges("referral/temaer-til-politisk", "from") == {
        ("referred", f"{STRATEGIC} 3.4"),
        ("answers", f"{POLITICAL} 1"),
    }
    assert ("resolves", f"{POLITICAL} 1") in lillebaelt.edges("condition/c2", "from")
    assert ("holds-back", f"{STRATEGIC} 3.4") in lillebaelt.edges("condition/c2", "to")
    assert lillebaelt.edges("action/projektbeskrivelser", "from") == {("assigned", f"{STRATEGIC} 3.4")}
    # 004.3: item 2 rests on what the political level decided in June 2023.
    assert ("based-on", "meeting/2023-06-07-political 1") in lillebaelt.edges(f"{STRATEGIC}/item/middelfart", "from")


def test_what_a_body_put_off_leads_to_what_it_promised_itself() -> None:
    item, promise, body = "aadal/meeting/s1", "aadal/referral/lovet", "aadal/body/strategic"
    words, expected = TextAt(item, 2, "/title"), DateNotStated()
    put_off = ItemPostponed(item="budget", number="2", title=words, referral=promise, expected=expected)
    rows = folded(
        LINEAGE,
        (item, put_off),
        (promise, Sent(from_body=body, to_body=body, question=words)),
    )
    ends = {
        key.partition("|")[2].rpartition("/")[0]: (row.kind, row.other and row.other.stream)
        for key, row in rows.items()
        if isinstance(row, EdgeRow)
    }
    assert ends == {
        "meeting/s1/item/budget/to": ("leads-to", promise),
        "referral/lovet/from": ("leads-to", item),
    }


async def test_a_step_to_or_from_a_closed_item_is_not_there_for_others(aadal: Rebuilt) -> None:
    asked = closed_item.ASKED[closed_item.CLOSED_ITEM].partition("/")[2]
    insider = Lists(aadal, "aadal", CAST["member"])
    assert insider.edges(asked, "to") == {("placed", f"meeting/a1 {closed_item.CLOSED_ITEM}")}
    assert insider.edges(asked, "from") == {("answers", "meeting/a1 3")}
    for part in ("observer", "recused", "auditor"):
        outsider = Lists(aadal, "aadal", CAST[part])
        assert outsider.edges(asked, "to") == outsider.edges(asked, "from") == set()
        assert not [key for key in outsider.rows("lineage") if closed_item.CLOSED_ITEM in key]
