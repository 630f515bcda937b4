"""The list of erasures tells what was made unreadable, and that nobody has changed it since."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from domain.text import TextClass
from eventstore.erasure_list import Entry, ErasureList, ListBroken, Text

KEY = bytes(range(32))
PERSON = Entry(
    "dk/erasure/e1",
    (Text("dk/person/p1", 1, "/name", "00" * 16),),
    person="dk/person/p1",
    classes=(TextClass.PUBLIC_RECORD,),
)
TEXT = Entry("lillebaelt/redaction/r1", (Text("lillebaelt/document/d1", 1, "/subject", "01" * 16),))
LATER = Entry("lillebaelt/redaction/r2", (Text("lillebaelt/document/d2", 1, "/subject", "02" * 16),))


@pytest.fixture
def listed(tmp_path: Path) -> ErasureList:
    found = ErasureList(tmp_path / "erasures", KEY)
    found.add([PERSON, TEXT])
    return found


def test_it_is_read_as_it_was_written_by_whoever_holds_the_key(listed: ErasureList) -> None:
    assert ErasureList(listed.path, KEY).entries() == (PERSON, TEXT)
    assert ErasureList(listed.path.with_name("none"), KEY).entries() == ()


def test_what_is_listed_is_listed_once(listed: ErasureList) -> None:
    listed.add([TEXT, LATER, LATER])
    assert listed.entries() == (PERSON, TEXT, LATER)


def test_it_tells_no_words_and_nobody_else_reads_the_file(listed: ErasureList) -> None:
    assert listed.path.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_to_be_erased(tmp_path: Path) -> None:
    ErasureList(tmp_path / "erasures", KEY).require_writable()
    with pytest.raises(ListBroken, match=r"cannot be written .* KLYNGE_ERASURES"):
        ErasureList(Path("/proc/erasures"), KEY).require_writable()


def test_a_list_of_another_record_is_refused(listed: ErasureList) -> None:
    with pytest.raises(ListBroken, match="line 1"):
        ErasureList(listed.path, bytes(32)).entries()


def test_every_bit_of_a_line_is_signed(listed: ErasureList) -> None:
    whole = listed.path.read_bytes()
    refused = 0
    for at in range(0, len(whole), 7):
        listed.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            assert listed.entries() != (PERSON, TEXT)
        except ListBroken:
            refused += 1
    assert refused > len(whole) // 8
    listed.path.write_bytes(whole)
    assert listed.entries() == (PERSON, TEXT)


def test_a_line_that_is_taken_out_or_moved_is_missed(listed: ErasureList) -> None:
    first, second = listed.path.read_bytes().splitlines(keepends=True)
    for changed in (second, second + first, first + first):
        listed.path.write_bytes(changed)
        with pytest.raises(ListBroken):
            listed.entries()


def test_a_line_that_a_crash_cut_short_is_written_anew(listed: ErasureList) -> None:
    whole = listed.path.read_bytes()
    last = whole.splitlines(keepends=True)[-1]
    for cut in (1, len(last) // 2, len(last) - 1):
        listed.path.write_bytes(whole[:-cut])
        assert listed.entries() == (PERSON,)
        listed.add([TEXT])
        assert listed.entries() == (PERSON, TEXT)


def _add(path: Path, number: int) -> None:
    for n in range(10):
        text = Text("dk/person/p1", n + 1, "/name", f"{number:02x}{n:02x}" * 8)
        ErasureList(path, KEY).add([Entry(f"dk/erasure/e{number}-{n}", (text,), person="dk/person/p1")])


def test_several_processes_keep_one_list(tmp_path: Path) -> None:
    path, context = tmp_path / "erasures", get_context("fork")
    processes = [context.Process(target=_add, args=(path, number)) for number in range(4)]
    for each in processes:
        each.start()
    for each in processes:
        each.join()
    assert len(set(ErasureList(path, KEY).entries())) == 40
