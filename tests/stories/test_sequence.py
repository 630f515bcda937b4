"""All stories as one dated sequence: each is accepted after the ones before it, in one log whose time never falls."""

from datetime import datetime
from uuid import UUID

import pytest

from stories import midt_2023_05_24, syd_2021_foraar
from stories.sequence import SEQUENCE
from stories.story import Step, Story
from tests.given import opened
from tests.outside import Outside
from tests.stories.playing import opened_for, play

stories = pytest.mark.parametrize("story", SEQUENCE, ids=lambda story: story.name)


def test_time_never_falls_from_the_first_story_to_the_last() -> None:
    moments = [datetime.fromisoformat(step.at) for story in SEQUENCE for step in story.steps]
    assert moments == sorted(moments)
    assert [story.steps[-1].at[:4] for story in SEQUENCE] == ["2020", "2021", "2023", "2024", "2024", "2027"]


def test_every_story_has_its_own_names_people_and_keys() -> None:
    for field in ("name", "cluster", "meeting"):
        assert len({getattr(story, field) for story in SEQUENCE}) == len(SEQUENCE)
    people = [
        person
        for story in SEQUENCE
        for part, person in story.cast.items()
        if part != "administrator" and not any(person in before.cast.values() for before in story.continues)
    ]
    assert len(people) == len(set(people))
    keys = [
        story.key_of(index) for story in SEQUENCE for index, step in enumerate(story.steps) if not story.is_shared(step)
    ]
    assert len(keys) == len(set(keys))


def test_what_two_stories_register_is_the_same_word_for_word() -> None:
    """So that it happens once, whichever story is played first."""
    told: dict[UUID, Step] = {}
    for story in SEQUENCE:
        for index, step in enumerate(story.steps):
            if story.is_shared(step):
                first = told.setdefault(story.key_of(index), step)
                assert (step.to, step.by, step.command) == (first.to, first.by, first.command)
    assert {"dk/party/region-nordjylland", "dk/party/region-midtjylland"} <= {step.to for step in told.values()}


@stories
def test_every_sign_in_is_a_part_of_the_cast(story: Story) -> None:
    assert set(story.sign_ins) == {"secretary", "co-chair", "member", "observer", "auditor"}
    assert set(story.sign_ins.values()) <= set(story.cast)


@stories
def test_commands_that_need_a_version_carry_the_one_they_were_decided_on(story: Story) -> None:
    record = opened_for(story)
    for step in story.steps:
        expected = record.versions.get(step.to, 0) if step.command.needs_version else None
        assert step.if_match == expected, step.to
        play(record, (step,), story)


@stories
def test_a_story_is_accepted_alone(story: Story) -> None:
    record = opened_for(story)
    play(record, story.steps, story)
    assert {stream.split("/")[0] for stream, _ in record.events} >= {story.cluster, "dk"}


def test_every_story_is_accepted_after_the_ones_before_it() -> None:
    record = opened(SEQUENCE[0].steps[0].at[:10])
    for story in SEQUENCE:
        play(record, story.steps, story)
    for story in SEQUENCE:
        assert story.cluster in {stream.split("/")[0] for stream, _ in record.events}


def test_playing_them_again_into_the_same_log_changes_nothing(everything: Outside) -> None:
    """Every step has its key: two stories that register the same parties, given twice, happened once."""
    before = everything.house.kept_log.head
    for story in (syd_2021_foraar.STORY, midt_2023_05_24.STORY):
        everything.play(story.steps, story)
    assert everything.house.kept_log.head == before
