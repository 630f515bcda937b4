"""Who is told of reads: the data protection officer, of the clusters they look after, as long as they live."""

from types import SimpleNamespace
from typing import Any, cast

from domain.access import Granted, Office
from domain.person import DeathRecorded
from domain.text import said
from klynge.readers_told import ReadersTold
from tests.domain.world import OUTSIDER, WORLD
from tests.given import Record, given

OFFICE = Granted(person=OUTSIDER, office=Office.DATA_PROTECTION, reason=said("Udpeget"), from_on="2024-01-01")


def told(record: Record) -> ReadersTold:
    core = SimpleNamespace(tail=SimpleNamespace(now=record), today=lambda: record.today)
    return ReadersTold(lambda: cast(Any, core))


def test_an_officer_is_told_of_every_cluster_until_they_die() -> None:
    record = given(*WORLD, ("dk/access/officer", OFFICE))
    assert told(record).open_to(OUTSIDER) == frozenset()
    record.happened(OUTSIDER, DeathRecorded(seats=()))
    assert told(record).open_to(OUTSIDER) is None
