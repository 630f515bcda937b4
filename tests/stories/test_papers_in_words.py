"""The decision registers of Syd, Midt and Randers beside what their papers say, item by item."""

import pytest

from tests.outside import Outside
from tests.stories.coverage import topics_of
from tests.stories.papers_in_words import IN_APRIL, IN_MARCH, MIDT, RANDERS, SYD, SYD_POLITICAL, Row


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("syd/meeting/2020-2021-steering", SYD),
        ("syd/meeting/2020-2021-political", SYD_POLITICAL),
        ("midt/meeting/2023-05-24-political", MIDT),
        ("midt/meeting/2023-03-13-political", IN_MARCH),
        ("midt/meeting/2023-04-17-directors", IN_APRIL),
        ("randers/meeting/2020-efteraar-steering", RANDERS),
    ],
    ids=lambda each: each.rsplit("/", 1)[1] if isinstance(each, str) else "",
)
def test_what_was_decided_reads_as_the_paper_tells_it(
    everything: Outside, meeting: str, expected: tuple[Row, ...]
) -> None:
    rows = [
        row for row in topics_of(everything)(f"{meeting.split('/')[0]}/decisions") if row["meeting"]["id"] == meeting
    ]
    told = [(row["item_number"], row["outcome"], tuple(row["answers"])) for row in rows]
    assert told == [row[:3] for row in expected]
    for row, (_, _, _, words) in zip(rows, expected, strict=True):
        assert words in row["text"]
