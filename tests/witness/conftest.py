"""A witness that signs for one log, in a folder of its own."""

from pathlib import Path

import pytest

from klynge.witness.folder import Folder
from klynge.witness.signing import Witness
from tests.witness.heads import TIME, Numbers


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder.make(tmp_path / "witness", "randers.example/w1")
    folder.trust(Numbers(0).signer.vkey, "")
    return folder


@pytest.fixture
def witness(folder: Folder) -> Witness:
    return Witness(folder, lambda: TIME)
