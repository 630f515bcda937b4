"""A real mail server for each test."""

from collections.abc import Iterator

import pytest

from klynge.notices.server import Server
from tests.notices.mail_server import Post, mail_server


@pytest.fixture
def mails() -> Iterator[tuple[Server, Post]]:
    with mail_server() as server:
        yield server
