"""A leaf holds all of an event as it is stored: nothing of it can be another without the leaf being another."""

from hashlib import sha256

import pytest

from proof.leaf import leaf_data, leaf_hash

ROW = ("syddanmark/fund/2024", 3, "fund.allocated", b'{"v":1}', 41, 1_712_678_400_000_000)


def test_a_leaf_is_the_scheme_and_each_field_led_by_its_length() -> None:
    written = b"klynge/v1\n"
    for field in (b"41", b"syddanmark/fund/2024", b"3", b"fund.allocated", b"1712678400000000", b'{"v":1}'):
        written += len(field).to_bytes(4, "big") + field
    assert leaf_data(*ROW) == written
    assert leaf_hash(*ROW) == sha256(b"\x00" + written).digest()


@pytest.mark.parametrize(
    "other",
    [
        ("syddanmark/fund/2025", *ROW[1:]),
        (*ROW[:1], 4, *ROW[2:]),
        (*ROW[:2], "fund.refused", *ROW[3:]),
        (*ROW[:3], b'{"v": 1}', *ROW[4:]),
        (*ROW[:4], 42, ROW[5]),
        (*ROW[:5], 1_712_678_400_000_001),
        # What one field loses the next may not win.
        ("syddanmark/fund/202", 43, *ROW[2:]),
        (*ROW[:2], "fund.allocate", b"d" + ROW[3], *ROW[4:]),
    ],
)
def test_no_part_of_an_event_can_be_another_in_the_same_leaf(other: tuple[str, int, str, bytes, int, int]) -> None:
    assert leaf_hash(*other) != leaf_hash(*ROW)


def test_danish_letters_are_hashed_as_utf8() -> None:
    assert "ærø".encode() in leaf_data("ærø/log/log", *ROW[1:])
