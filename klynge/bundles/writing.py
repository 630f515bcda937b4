"""Writing a folder that others read: file by file into one beside, hashed on the way, and given its name when it is whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO

from eventstore.durable import sync_folder
from klynge.bundles.form import LINES_MAX, MANIFEST, File, canonical, inside, part
from klynge.settings import BadSettings


class Bundle:
    """A folder under way. Nothing is kept in memory but the list of its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[File] = []

    def put(self, path: str, content: bytes) -> None:
        """A whole file."""
        with self.open(path) as file:
            file.write(content)

    @contextmanager
    def open(self, path: str) -> Iterator["Hashed"]:
        """A file to be written from its beginning to its end."""
        where = inside(self.folder, path)
        where.parent.mkdir(parents=True, exist_ok=True)
        with where.open("xb") as kept:
            file = Hashed(kept)
            yield file
            kept.flush()
            os.fsync(kept.fileno())
        self.files.append(File(path=path, bytes=file.size, sha256=file.digest.hexdigest()))

    def adopt(self, path: str) -> None:
        """A file that somebody else wrote there."""
        with inside(self.folder, path).open("rb") as file:
            size, digest = os.fstat(file.fileno()).st_size, file_digest(file, "sha256")
            os.fsync(file.fileno())
        self.files.append(File(path=path, bytes=size, sha256=digest.hexdigest()))

    def lines(self, folder: str) -> "Lines":
        """Lines of a folder, as many files as they need."""
        return Lines(self, folder)


class Hashed:
    """A file that is hashed as it is written."""

    def __init__(self, kept: BinaryIO) -> None:
        self._kept = kept
        self.digest = sha256()
        self.size = 0

    def write(self, content: bytes) -> None:
        self._kept.write(content)
        self.digest.update(content)
        self.size += len(content)


class Lines:
    """Files of at most `LINES_MAX` lines. A context; an empty one makes no file."""

    def __init__(self, bundle: Bundle, folder: str) -> None:
        self._bundle = bundle
        self._folder = folder
        self._files = 0
        self._left = 0
        self._file: Hashed | None = None
        self._opened: Iterator[Hashed] | None = None
        self.count = 0

    def __enter__(self) -> "Lines":
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is None:
            self._end()

    def write(self, *columns: bytes) -> None:
        """One line of columns, which hold neither a tab nor a line feed."""
        line = b"\t".join(columns)
        if line.count(b"\t") != len(columns) - 1 or b"\n" in line:
            raise ValueError(f"a tab or a line feed stands within a column of {self._folder}, line {self.count + 1}")
        if not self._left:
            self._begin()
        assert self._file is not None
        self._file.write(line + b"\n")
        self._left -= 1
        self.count += 1

    def _begin(self) -> None:
        self._end()
        self._files += 1
        self._opened = _opened(self._bundle, part(self._folder, self._files))
        self._file = next(self._opened)
        self._left = LINES_MAX

    def _end(self) -> None:
        if self._opened is not None:
            next(self._opened, None)
            self._opened = None


def _opened(bundle: Bundle, path: str) -> Iterator[Hashed]:
    with bundle.open(path) as file:
        yield file


@contextmanager
def written(folder: Path) -> Iterator[Bundle]:
    """A bundle under the name of a folder, once all of it is there. Raises as `whole` does."""
    with whole(folder) as place:
        bundle = Bundle(place)
        yield bundle
        _settle(place)


@contextmanager
def whole(folder: Path) -> Iterator[Path]:
    """A place to write in, which gets the name of a folder when all is written. Raises `BadSettings` where something stands.

    Only its owner gets in: it may hold what is not for everybody on the machine. What is stopped midway leaves nothing under that
    name; a process that is killed leaves a folder `.{name}.…` beside.
    """
    if folder.exists():
        raise BadSettings(f"{folder} exists; name a folder that does not: it is made, and is there when it is whole")
    if not folder.parent.is_dir():
        raise BadSettings(f"the folder of {folder} does not exist")
    place = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        yield place
        sync_folder(place)
        place.rename(folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def finish(bundle: Bundle, manifest: object) -> None:
    """The manifest, which names every other file."""
    inside(bundle.folder, MANIFEST).write_bytes(canonical(manifest))


def _settle(folder: Path) -> None:
    with (folder / MANIFEST).open("rb") as file:
        os.fsync(file.fileno())
    for each in (folder, *(found for found in folder.iterdir() if found.is_dir())):
        sync_folder(each)
