"""A house that is served for real, with a real mail server beside it: what is done over HTTP comes as a mail."""

import asyncio
import threading
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest

from domain.meeting.call import Call, Form
from stories.lillebaelt_2024_04_09 import STORY
from stories.lillebaelt_2024_04_09.names import STRATEGIC
from tests.notices.mail_server import SENDER, Post, mail_server, words_of
from tests.web.served import OPENED_AT, Served

OWN = "vejle@kommune.example"
PATIENCE_S = 60
NEW = "lillebaelt/meeting/2024-06-04-strategic"
PAGE = "/lillebaelt/moede/2024-06-04-strategic"


def mails_of(post: Post) -> list[EmailMessage]:
    """Those about the new meeting: the story's own may come too."""
    return [mail for mail in post.to(OWN) if PAGE in words_of(mail)]


@pytest.mark.asyncio
async def test_who_is_called_to_a_meeting_over_http_gets_it_by_mail(tmp_path: Path) -> None:
    with mail_server() as (server, post):
        came = threading.Event()
        post.after = lambda: came.set() if mails_of(post) else None
        house = Served(tmp_path)
        house.environment |= {"KLYNGE_SMTP": f"smtp://127.0.0.1:{server.port}", "KLYNGE_MAIL_FROM": SENDER}
        await house.klynge("init", STORY.cluster, "--story-from", OPENED_AT)
        await house.start()
        try:
            await house.play(STORY.before)
            assert post.taken == [], "nobody gave an address"
            headers = {"Authorization": f"Bearer {house.token(house.cast['vejle'])}"}
            async with httpx.AsyncClient(base_url=house.url, headers=headers) as reader:
                answer = await reader.put("/v1/notices/address", json={"address": OWN})
                assert answer.status_code == 200, answer.text
                assert answer.json()["mails"] is True
            call = Call(
                body=STRATEGIC,
                form=Form.VIRTUAL,
                place="Virtuelt",
                starts_at="2024-06-04T14:00:00Z",
                ends_at="2024-06-04T16:00:00Z",
                link="https://video.example/hemmeligt-rum",
            )
            await house.give("secretary", call, to=NEW)
            assert await asyncio.to_thread(came.wait, PATIENCE_S), "no mail came"
        finally:
            await house.drop()
    (mail,) = mails_of(post)
    assert mail["subject"].startswith("Indkaldelse: ")
    assert f"{house.url}{PAGE}" in words_of(mail)
    assert "hemmeligt-rum" not in words_of(mail)
    assert {address for address, _ in post.taken} == {OWN}
