"""docs/live.md says what the structs and the codes say."""

import re
from pathlib import Path
from typing import get_args

import pytest

from projections.feed_filter import TYPES_ASKED_MAX
from realtime import messages
from realtime.closing import CAUSES, Close, comes_back

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "live.md").read_text()
MESSAGES = (*get_args(messages.FromClient), *get_args(messages.FromServer))


def test_every_close_code_stands_in_it_with_its_cause_and_no_other_does() -> None:
    rows = re.findall(r"^\| (\d{4}) \| ([a-z-]+) \| ([a-z-]+) \| (.+) \|$", DOCUMENT, re.MULTILINE)
    told = [(str(code.value), code.name.lower().replace("_", "-"), comes_back(code), CAUSES[code]) for code in Close]
    assert rows == told


@pytest.mark.parametrize("message", MESSAGES, ids=lambda each: each.__struct_config__.tag)
def test_every_message_stands_in_it_with_its_fields(message: type) -> None:
    tag, fields = message.__struct_config__.tag, set(message.__struct_encode_fields__)  # type: ignore[attr-defined]
    signatures = re.findall(rf"\b{tag} \{{(.*?)\}}(?:`|   |\n| …)", DOCUMENT)
    named = {name for each in signatures for name in re.findall(r"([a-z_]+)(?=\??[,:]|\??$)", each)}
    assert signatures
    assert fields - named <= NOT_NAMED.get(tag, set())


NOT_NAMED = {"welcome": {"conn"}, "snap": {"href"}, "rows": {"href"}, "error": set()}
"""Fields that the text tells of elsewhere, or that are for whoever looks into a defect."""


def test_its_figures_are_the_constants() -> None:
    for constant, told in (
        (messages.MESSAGE_IN_BYTES_MAX // 1024, "16 KiB"),
        (messages.HEARTBEAT_S, "every 15 seconds"),
        (messages.PARKED_S_MAX, "after 30 seconds"),
        (TYPES_ASKED_MAX, "at most 100 of each"),
    ):
        assert str(constant) in told
        assert told in DOCUMENT
