"""The decision registers of four clusters beside what their papers say, item by item."""

import pytest

from tests.outside import Outside
from tests.stories.coverage import topics_of
from tests.stories.papers_in_words import (
    AARHUS_APRIL,
    AARHUS_DIRECTORS,
    AARHUS_FIRST,
    AARHUS_NOVEMBER,
    AARHUS_THEMES,
    IN_APRIL,
    IN_MARCH,
    MIDT,
    RANDERS,
    SYD,
    SYD_POLITICAL,
    Row,
)


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ("syd/meeting/2020-2021-steering", SYD),
        ("syd/meeting/2020-2021-political", SYD_POLITICAL),
        ("midt/meeting/2023-05-24-political", MIDT),
        ("midt/meeting/2023-03-13-political", IN_MARCH),
        ("midt/meeting/2023-04-17-directors", IN_APRIL),
        ("randers/meeting/2020-efteraar-steering", RANDERS),
        ("aarhus/meeting/2022-12-01-political", AARHUS_FIRST),
        ("aarhus/meeting/2022-2023-political", AARHUS_THEMES),
        ("aarhus/meeting/2023-02-02-directors", AARHUS_DIRECTORS),
        ("aarhus/meeting/2023-11-08-political", AARHUS_NOVEMBER),
        ("aarhus/meeting/2024-04-10-political", AARHUS_APRIL),
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
