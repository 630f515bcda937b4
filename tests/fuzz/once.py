"""What is no command, asked by somebody who gets an answer: views, papers, feed, access log, signing in and out, webhooks."""

from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from domain.meeting.agenda import AddItem, Attach
from projections.views import OF_SCOPE, OF_STREAM
from stories import midt_2023_05_24
from stories.lillebaelt_2024_04_09.cast import CAST
from tests.fuzz.asking import Asking
from tests.fuzz.looking_back import look_back
from tests.fuzz.others import tell_others
from tests.fuzz.prepared import OFFICER
from tests.fuzz.prepared.meetings import CALL
from tests.outside import Outside

MEETING = "lillebaelt/meeting/papirer"
PAPER = b"%PDF-1.7 et bilag"
DIGEST = sha256(PAPER).hexdigest()
PLAN = {"scope": "midt", "name": "handleplan-2023"}
READER = midt_2023_05_24.STORY.cast["secretary"]
"""Of a plan: the cluster of Lillebælt has none."""
BROWSER = {"Klynge-Request": "1"}
JSON = "application/json"


def read_and_sign_in(house: Outside, told: Asking) -> None:
    """Each once, and each must be answered well."""
    _see(told)
    _read_papers(told)
    _read_what_happened(told)
    tell_others(told)
    _be_told(told)
    look_back(house, told)
    _sign_in_and_out(house, told)


def _see(told: Asking) -> None:
    """Every view, by somebody who may see it."""
    for name in OF_SCOPE:
        _well(told, f"view.{name}", OFFICER, path={"scope": "dk" if name == "erasures" else "lillebaelt"})
    for name in OF_STREAM:
        scope, stream = told.streams[name][0] if name != "plan" else PLAN.values()
        _well(told, f"view.{name}", "secretary" if name != "plan" else READER, path={"scope": scope, "name": stream})
    _well(told, "view.audit-trail", "secretary", path={"scope": "lillebaelt"}, query={"limit": 20})
    _well(told, "plan.report", READER, path=PLAN)
    _well(told, "search.find", "secretary", path={"scope": "lillebaelt"}, query={"q": "mødet"})


def _be_told(told: Asking) -> None:
    """Where one wants to be told of what waits."""
    _well(told, "notices.set-address", "secretary", body={"address": "sekretariat@kommune.example"}, media_type=JSON)
    _well(told, "notices.turn-off", "secretary", body={"off": ["action"]}, media_type=JSON)
    _well(told, "notices.read", "secretary")
    _well(told, "notices.remove-address", "secretary")


def _read_papers(told: Asking) -> None:
    _well(
        told,
        "papers.keep",
        "secretary",
        path={"scope": "lillebaelt", "sha256": DIGEST},
        body=PAPER,
        media_type="application/octet-stream",
    )
    told.give("secretary", MEETING, CALL)
    told.give("secretary", MEETING, AddItem(item="papirer", number="1", title="Papirer"))
    told.give("secretary", MEETING, Attach(item="papirer", attachment="bilag", name="Et bilag", sha256=DIGEST))
    path = {"scope": "lillebaelt", "name": MEETING.split("/")[2], "item": "papirer", "attachment": "bilag"}
    assert _well(told, "papers.open", "plo-syd", path=path).content == PAPER


def _read_what_happened(told: Asking) -> None:
    _well(told, "changes.read", "secretary", query={"limit": 20})
    _well(told, "changes.export", "secretary", query={"to": 20})
    _well(told, "live.frames", "secretary", query={"topic": [MEETING]})
    _well(told, "changes.stream", "secretary", query={"after": "now"})
    _well(told, "access-log.read", OFFICER, query={"limit": 20})


def _sign_in_and_out(house: Outside, told: Asking) -> None:
    """By a code from the command line, and by the issuer; each session is ended."""
    issuer = house.house.issuer
    assert issuer is not None
    code = issuer.mint_code(CAST["secretary"])
    answer = _well(told, "session.begin", "", headers=BROWSER, body={"code": code}, media_type="application/json")
    cookie = {"Cookie": _cookie(answer)}
    _well(told, "session.show", "", headers=cookie)
    _well(told, "ticket.issue", "", headers=cookie | BROWSER | {"Origin": house.url})
    _well(told, "session.end", "", headers=cookie | BROWSER)

    begun = told.asked("sign-in.begin", "", query={"next": "/", "as": CAST["secretary"]})
    back = urlsplit(httpx.get(begun.headers["location"][0]).headers["location"])
    cookie = {"Cookie": _cookie(begun)}
    finished = told.asked("sign-in.finish", "", query=dict(parse_qsl(back.query)), headers=cookie)
    assert (begun.status_code, finished.status_code, finished.headers["location"][0]) == (303, 303, "/")


def _cookie(answer: Any) -> str:
    cookie: str = answer.headers["set-cookie"][0]
    return cookie.partition(";")[0]


def _well(told: Asking, name: str, by: str, **asked: Any) -> Any:
    answer = told.asked(name, CAST.get(by, by), **asked)
    assert 200 <= answer.status_code < 300, (name, answer.status_code, answer.text)
    return answer
