"""A file that others rely on is the old one or the new one, whatever happens while it is written."""

import os
from pathlib import Path

import pytest

from eventstore.durable import write_durably


def test_it_is_whole_readable_by_its_owner_only_and_alone(tmp_path: Path) -> None:
    file = tmp_path / "guard"
    for content in (b"one", b"another"):
        write_durably(file, content)
        assert file.read_bytes() == content
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_whose_file_it_was_theirs_it_stays_when_an_administrator_mends_it(tmp_path: Path) -> None:
    file = tmp_path / "guard"
    write_durably(file, b"one")
    owner = (os.geteuid(), os.getegid()) if os.geteuid() else (4_711, 4_712)  # root alone gives a file to somebody else
    os.chown(file, *owner)
    write_durably(file, b"another")
    found = file.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (*owner, 0o600)


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace"])
def test_what_cannot_be_written_leaves_the_old_one_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    file = tmp_path / "guard"
    write_durably(file, b"one")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, fails)
    with pytest.raises(OSError, match="No space left"):
        write_durably(file, b"another")
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]
