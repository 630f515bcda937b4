"""Attached files go along: those of what is handed out, and no others."""

import asyncio
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from domain.meeting.agenda import Attach
from eventstore.desk import Desk
from stories.story import Step
from tests.bundles.made import documents_of, exported
from tests.projections.aadal import CAST
from tests.projections.closed_item import CLOSED_ITEM, STORY, TITLE_CLOSED
from tests.realtime import record_in_memory
from tests.realtime.record_in_memory import played

PAPERS = {TITLE_CLOSED: b"%PDF-1.7 lukket", CLOSED_ITEM: b"%PDF-1.7 aaben siden"}
"""item -> the bytes attached to it; the doors of the second were opened afterwards"""


def with_paper(step: Step) -> Step:
    """An attachment whose bytes are kept."""
    if not isinstance(step.command, Attach) or step.command.item not in PAPERS:
        return step
    return replace(step, command=replace(step.command, sha256=sha256(PAPERS[step.command.item]).hexdigest()))


def test_the_bytes_of_a_paper_go_with_the_event_that_attaches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {sha256(content).hexdigest(): len(content) for content in PAPERS.values()}
    monkeypatch.setattr(record_in_memory, "Desk", partial(Desk, size_of=lambda scope, digest: sizes.get(digest)))
    kept_log = asyncio.run(played(STORY, [with_paper(step) for step in STORY.steps]))
    documents = documents_of(kept_log)
    for content in PAPERS.values():
        documents.keep("aadal", content)
    names = {item: f"papers/{sha256(content).hexdigest()}" for item, content in PAPERS.items()}
    try:
        found = {
            part: {
                path: content
                for path, content in exported(kept_log, tmp_path / part, *who, documents=documents).files.items()
                if path.startswith("papers/")
            }
            for part, who in (("all", ()), ("chair", (CAST["chair"],)), ("observer", (CAST["observer"],)))
        }
    finally:
        kept_log.close()
    both = {names[item]: content for item, content in PAPERS.items()}
    assert found["all"] == both
    assert found["chair"] == both, "who is inside has both"
    assert found["observer"] == {names[CLOSED_ITEM]: PAPERS[CLOSED_ITEM]}
