"""The traps in the data of 000 to 004 (domain-facts §3.5): what does not fit stands as said, the doubt beside it."""

import pytest

from tests.outside import Json, Outside
from tests.stories.coverage import topics_of
from tests.stories.seen import Topics

MIDT, RANDERS = "midt/meeting/2023-05-24-political", "randers/meeting/2020-efteraar-steering"


@pytest.fixture(scope="module")
def topics(everything: Outside) -> Topics:
    return topics_of(everything)


def statement(topics: Topics, scope: str, words: str) -> Json:
    """What a paper says, in its own words."""
    (row,) = (each for each in topics(f"{scope}/documents") if each["type"] == "statement" and each["words"] == words)
    return row


def doubts(topics: Topics, scope: str, number: str) -> list[Json]:
    """What is doubtful about a statement."""
    rows = topics(f"{scope}/documents")
    return [each for each in rows if each["type"] == "doubt" and each["number"] == number]


def test_000_says_five_guideposts_and_prints_four_and_the_fifth_is_found_by_its_heading(topics: Topics) -> None:
    five = statement(topics, "syd", "fem politiske pejlemærker")
    assert five["claim"]["count"] == 5
    in_the_list = [row for row in topics("syd/documents") if row["type"] == "statement" and "listen" in row["locator"]]
    assert [row["number"] for row in in_the_list] == ["p1", "p2", "p3", "p4"]
    (doubt,) = doubts(topics, "syd", five["number"])
    assert (doubt["doubt"], doubt["read_as"]["kind"], doubt["read_as"]["words"]) == (
        "missing",
        "name",
        "Mindre rygning",
    )
    assert statement(topics, "syd", "Mindre rygning")["locator"] == "Pejlemærke 5, overskrift"
    assert five["claim"]["count"] == 5, "nothing is corrected"


def test_001_says_fifteen_initiatives_and_thirteen_and_both_stand(topics: Topics) -> None:
    fifteen, thirteen = statement(topics, "midt", "15 indsatser"), statement(topics, "midt", "13 indsatser")
    assert (fifteen["claim"]["count"], thirteen["claim"]["count"]) == (15, 13)
    (doubt,) = doubts(topics, "midt", thirteen["number"])
    assert (doubt["doubt"], doubt["read_as"]) == ("contradicts", None), "neither is corrected"
    assert doubts(topics, "midt", fifteen["number"]) == []
    (counter,) = (row for row in topics("midt/documents") if row["type"] == "counter")
    assert (counter["number"], counter["at"]["part"]) == (fifteen["number"], thirteen["number"]), "it shows at both"


def test_001_has_one_in_the_list_of_those_who_attend_and_of_those_who_do_not_and_nothing_is_doubted(
    topics: Topics,
) -> None:
    (meeting,) = (row for row in topics(MIDT) if row["type"] == "meeting")
    excused = {row["seat"]: row["sends"] and row["sends"]["name"] for row in topics(MIDT) if row["type"] == "apology"}
    assert excused == {"obs-sundhed": "Erstatning, sundhed", "obs-aalborg": None, "sekretariat-jammerbugt": None}
    assert set(meeting["summoned"]) > set(excused), "they are in both lists"
    present = {row["seat"]: row["person"]["name"] for row in topics(MIDT) if row["type"] == "seat"}
    assert present["obs-sundhed"] == "Erstatning, sundhed"
    assert not present.keys() & {"obs-aalborg", "sekretariat-jammerbugt"}
    assert set(present) == set(meeting["summoned"]) - {"obs-aalborg", "sekretariat-jammerbugt"}
    assert len(present) == 20
    assert {row["doubt"] for row in topics("midt/documents") if row["type"] == "doubt"} == {"missing", "contradicts"}


def test_001_has_no_year_which_is_inferred_with_its_reason(topics: Topics) -> None:
    header = statement(topics, "midt", "onsdag d. 24. maj")
    (doubt,) = doubts(topics, "midt", header["number"])
    assert doubt["doubt"] == "missing"
    assert doubt["read_as"]["earliest"] == doubt["read_as"]["latest"] == "2023-05-24"
    (meeting,) = (row for row in topics(MIDT) if row["type"] == "meeting")
    assert meeting["starts_at"] == "2023-05-24T14:00:00Z"


def test_002_frames_may_come_to_more_than_there_is_and_nothing_is_doubted(topics: Topics) -> None:
    said = {row["number"]: row["claim"] for row in topics("aarhus/documents") if row["type"] == "statement"}
    grants = said["m3"]["oere"], said["m4"]["oere"]
    assert grants == (475_727_100, 475_727_100)
    assert sum(grants) == 951_454_200
    assert said["m5"]["words"] == "9,514 mio. kr."
    assert said["m5"]["oere"] <= sum(grants) < said["m5"]["oere"] + said["m5"]["unit_oere"], "cut off, not rounded"
    frames = [said[number]["oere"] for number in ("f1", "f2", "f3", "f4")]
    assert (sum(frames), sum(frames) - sum(grants)) == (1_050_000_000, 98_545_800)
    assert said["f4"]["oere"] == 9 * said["f5"]["oere"], "nine committees, up to about half a million each"
    (booked,) = (row for row in topics("aarhus/fund/klyngemidler") if row["type"] == "frames")
    assert (booked["frames_oere"], booked["pool_oere"], booked["over_by_oere"]) == (
        1_050_000_000,
        951_454_200,
        98_545_800,
    ), "985.458 kr. more than there is"
    doubted = {row["number"] for row in topics("aarhus/documents") if row["type"] == "doubt"}
    assert not doubted & {"m3", "m4", "m5", "f1", "f2", "f3", "f4", "f5"}


def test_002_approves_in_a_december_after_the_paper_which_is_read_as_the_one_before(topics: Topics) -> None:
    said = statement(topics, "aarhus", "medio december 2024")
    assert (said["claim"]["earliest"], said["claim"]["latest"]) == ("2024-12-11", "2024-12-20"), "as printed"
    (paper,) = (row for row in topics("aarhus/documents") if row["type"] == "document")
    assert paper["dated"]["latest"] < said["claim"]["earliest"]
    (doubt,) = doubts(topics, "aarhus", said["number"])
    assert (doubt["doubt"], doubt["read_as"]["earliest"], doubt["read_as"]["latest"]) == (
        "impossible",
        "2023-12-11",
        "2023-12-20",
    )


def test_003_calls_one_cluster_by_two_names(topics: Topics) -> None:
    """And neither is Sundhedsklynge Midt, which is another cluster."""
    first, second = statement(topics, "randers", "Midtklyngen"), statement(topics, "randers", "Randersklyngen")
    assert first["claim"]["kind"] == second["claim"]["kind"] == "name"
    (doubt,) = doubts(topics, "randers", first["number"])
    assert (doubt["doubt"], doubt["read_as"]["words"]) == ("two-names", "Randersklyngen")
    assert [entry["da"] for entry in topics("randers/audit-trail") if "kaldes også" in entry["da"]] == [
        "Randersklyngen kaldes også »Midtklyngen« (Dagsorden med beslutninger, klyngestyregruppen, efteråret 2020)."
    ]
    assert not [entry for entry in topics("midt/audit-trail") if "Midtklyngen" in entry["da"]]


def test_003_has_no_header_so_the_meeting_was_held_within_a_month_and_nobody_is_said_to_have_attended(
    topics: Topics,
) -> None:
    (meeting,) = (row for row in topics("randers/meetings") if row["type"] == "meeting")
    assert (meeting["held"]["earliest"], meeting["held"]["latest"]) == ("2020-09-01", "2020-09-30")
    assert (meeting["starts_at"], meeting["place"], meeting["form"]) == (None, None, None)
    assert not [row for row in topics(RANDERS) if row["type"] == "seat"]
    decided = [row for row in topics("randers/decisions") if row["type"] == "decision"]
    assert len(decided) == 13
    assert {row["decided_on"] for row in decided} == {None}, "no day is made up"


def test_004_subtracts_4_7_from_8_and_gets_3_5_and_no_amount_is_corrected(topics: Topics) -> None:
    amounts = {
        words: statement(topics, "lillebaelt", words)
        for words in ("cirka 8 mio. kr.", "cirka 4,7 mio.", "cirka 3,5 mio. kr.")
    }
    assert [row["claim"]["oere"] for row in amounts.values()] == [800_000_000, 470_000_000, 350_000_000]
    assert {row["claim"]["kind"] for row in amounts.values()} == {"about"}
    (doubt,) = doubts(topics, "lillebaelt", amounts["cirka 3,5 mio. kr."]["number"])
    assert (doubt["doubt"], doubt["read_as"]) == ("rounding", None)
    balances = [row for row in topics("lillebaelt/fund/klyngemidler") if "balance_oere" in row]
    assert balances == [], "a quotation is never a posting"


def test_004_has_a_meeting_on_a_day_before_there_were_clusters_which_is_read_as_two_years_later(topics: Topics) -> None:
    said = statement(topics, "lillebaelt", "22. marts 2022")
    assert (said["claim"]["earliest"], said["claim"]["latest"]) == ("2022-03-22", "2022-03-22")
    (doubt,) = doubts(topics, "lillebaelt", said["number"])
    assert (doubt["doubt"], doubt["read_as"]["earliest"]) == ("impossible", "2024-03-22")
