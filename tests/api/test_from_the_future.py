"""A log that holds what this process does not know: it answers nothing of the record any more, at no door."""

from pathlib import Path

import pytest

from tests.api.saying import FUND, POINT, RECORD_POINT
from tests.eventstore.test_follower import until
from tests.eventstore.test_from_the_future import append
from tests.outside import MEETING, copied, outside, problem

READ = (MEETING, FUND, "lillebaelt/decisions", "dk/people", "lillebaelt/audit-trail", "changes")


@pytest.mark.parametrize(("tag", "stops"), [("party.dissolved", True), ("meeting.adjourned", False)])
def test_views_stop_with_the_decisions(mid_item_2: Path, tmp_path: Path, tag: str, stops: bool) -> None:
    """The control is an event that it knows."""
    with outside(copied(mid_item_2, tmp_path)) as house:
        reader = house.as_("plo-syd")
        assert [reader.get(f"/v1/{topic}").status_code for topic in READ] == [200] * len(READ)
        head, version = house.head, int(house.rows("secretary", MEETING)["stream"]["version"])
        state = b'{"v":1,"by":{"person":"dk/person/x"},"command":"meeting.adjourn","correlation":%d,"event":{}}' % (
            head + 1
        )
        append(tmp_path, MEETING, version + 1, tag, state)
        if stops:
            until(lambda: reader.get("/health/ready").status_code == 503)
        else:
            until(lambda: house.head == head + 1)

        answers = [reader.get(f"/v1/{topic}") for topic in READ]
        answers.append(house.give("secretary", RECORD_POINT, POINT))

    if stops:
        assert {problem(each)["code"] for each in answers} == {"log.from-the-future"}
        assert {(each.status_code, each.headers["retry-after"]) for each in answers} == {(503, "30")}
    else:
        assert [each.status_code for each in answers] == [200] * len(READ) + [409]
