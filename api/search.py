"""Search: `GET /v1/{scope}/search?q=`, now or as of then. The latest first.

The index tells where a word may stand. Every event it names is judged and opened for the reader, and shown where the words are
found in what they may read of it: what is closed to them leaves no hit, no count and no cursor.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Protocol

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from api.feed import FeedShelf
from api.moments import position_of
from api.openapi import Operations, described, path_parameters, query
from api.problems import Problem, misasked, not_found
from api.queries import Query
from api.views import AT, MIN_POSITION, wait_for
from domain.admission import Admission, admits
from domain.dates import Moment, moment_of
from domain.kernel import Recorded
from eventstore.given import Outage
from projections.misasked import Misasked
from projections.question import QUESTION_CHARS_MAX, SENTENCE, Found, Question, read_question
from projections.searched import told_to
from projections.sight import Eyes, Opened
from projections.stems import Stemming
from projections.view import Named

PATH = "/v1/{scope}/search"
PAGE_MAX = 50
CANDIDATES_MAX = 20_000
"""Events looked at for one page: a word that stands in more of them tells nothing."""
AFTER = query("after", "`next` of the page before.", "integer")


class Hit(Struct, frozen=True, kw_only=True):
    """An event in which the words stand."""

    position: int
    at: Moment
    stream: Named
    version: int
    tag: str
    da: str
    en: str
    where: str
    """The field of the event that the excerpt is of, `/words` say; or `sentence`."""
    excerpt: str
    """What stands around the first of the words; people by their names."""
    words: tuple[str, ...]
    """The words found, as they are written there."""


class Hits(Struct, frozen=True, kw_only=True):
    """A page of hits, the latest first; `next` is what to go on after."""

    scope: str
    position: int
    indexed: int
    """Where this is far below `position`, the index is being made, and what stands between is not searched yet."""
    hits: list[Hit]
    next: int | None


class Candidates(Protocol):
    """Events that may answer a question."""

    @property
    def indexed(self) -> int:
        """Up to which position it is known."""
        ...

    def batches(self) -> Iterator[Sequence[Recorded]]:
        """Events, the latest first. For a thread beside the event loop."""
        ...


class Shelf(FeedShelf, Protocol):
    """What this route needs of the house."""

    def look_for(self, scope: str, question: Question, before: int, last: int) -> Candidates:
        """Where a question may be answered before a position, as of another."""
        ...


def search(shelf: Shelf, operations: Operations) -> APIRouter:
    """The route of the search."""
    router = APIRouter()
    operations.tag("search", "søgning")
    operations.add(
        "get",
        PATH,
        tag="search",
        operation_id="search.find",
        summary="Events of a scope whose words, or whose sentence, hold all that is asked for; the latest first.",
        description=(
            "Danish words are found in each of their forms. Words between quotation marks must stand in a row. Only what one may "
            "read is found. `docs/search.md` tells what is searched."
        ),
        parameters=[
            *path_parameters("scope"),
            query("q", f"What to search for, up to {QUESTION_CHARS_MAX} characters.") | {"required": True},
            AT,
            MIN_POSITION,
            AFTER,
            query("limit", f"Hits at most, up to {PAGE_MAX}.", "integer"),
        ],
        answers={200: described("As of the position it names.", operations.schema(Hits))},
        problems=(400, 401, 404, 503),
    )
    router.add_api_route(PATH, _endpoint(shelf), name="search", response_model=None, include_in_schema=False)
    return router


def _endpoint(shelf: Shelf) -> Callable[[Request], Awaitable[Response]]:
    @admits(Admission.READER)
    async def find(request: Request) -> Response:
        began_at = time.monotonic()
        caller, query = shelf.identity.of(request), Query(request, "q", "at", "min_position", "after", "limit")
        scope = request.path_params["scope"]
        await wait_for(shelf, query.whole("min_position", 0), began_at)
        last = position_of(query.text("at"), shelf.kept_log, shelf.reading.head)
        if not shelf.reading.sights(caller.person, last, Opened()).has_part(scope):
            raise not_found()
        stemming = Stemming()
        question = _question(query.text("q") or "", stemming)
        before, limit = min(query.whole("after", last + 1), last + 1), query.limit(PAGE_MAX)
        opened = Opened()
        finding = Finding(shelf, caller.person, last, question, stemming, opened)
        candidates = shelf.look_for(scope, question, before, last)
        hits = await finding.hits(candidates, limit + 1)
        shelf.note_reads(caller.person, f"{scope}/search", opened, "search")
        page = Hits(
            scope=scope,
            position=last,
            indexed=min(candidates.indexed, last),
            hits=hits[:limit],
            next=hits[limit - 1].position if len(hits) > limit else None,
        )
        headers = {"Cache-Control": "private, no-store"}
        return Response(msgspec.json.encode(page), media_type="application/json", headers=headers)

    return find


def _question(asked: str, stemming: Stemming) -> Question:
    try:
        return read_question(asked, stemming)
    except Misasked as refused:
        raise misasked(refused) from refused


class Finding:
    """Of one reader and one question. `opened` takes what is shown of what is closed or personal, and nothing else."""

    def __init__(
        self, shelf: Shelf, person: str, last: int, question: Question, stemming: Stemming, opened: Opened
    ) -> None:
        self._shelf = shelf
        self._person = person
        self._last = last
        self._question = question
        self._stemming = stemming
        self._opened = opened

    async def hits(self, candidates: Candidates, limit: int) -> list[Hit]:
        """At most so many. Others are served between two batches. Raises Problem 400 where too many would have to be looked at."""
        epoch, hits, seen = self._shelf.epoch, list[Hit](), 0
        batches = candidates.batches()
        while batch := await asyncio.to_thread(next, batches, ()):
            await self._shelf.turns.next()
            if self._shelf.epoch != epoch:
                raise Outage  # the log was put back meanwhile
            seen += len(batch)
            hits += self._of(batch, limit - len(hits))
            if len(hits) >= limit:
                break
            if seen >= CANDIDATES_MAX:
                raise Problem(
                    400,
                    "q.too-common",
                    "Ordene står for mange steder. Skriv et ord mere, eller søg i en kortere tid med at.",
                    "The words stand in too many places. Give one more word.",
                    extra={"parameter": "q"},
                )
        return hits

    def _of(self, batch: Sequence[Recorded], limit: int) -> list[Hit]:
        """By the rights of the moment."""
        sights = self._shelf.reading.sights(self._person, self._last, self._opened)
        hits: list[Hit] = []
        with self._shelf.kept_log.texts.at_hand(batch):
            for recorded in batch:
                if len(hits) == limit:
                    break
                eyes = sights.on(recorded)
                if eyes is not None and not eyes.hides(recorded) and (hit := self._hit(recorded, eyes)) is not None:
                    hits.append(hit)
        return hits

    def _hit(self, recorded: Recorded, eyes: Eyes) -> Hit | None:
        noted = set(self._opened.about)
        texts, en = told_to(recorded, eyes)
        found = self._question.found_in(texts, self._stemming)
        hit = None if found is None else _hit(recorded, eyes, (texts[SENTENCE], en), found)
        eyes.told()
        if hit is None:
            self._opened.about = noted  # it was looked at, and not shown
        return hit


def _hit(recorded: Recorded, eyes: Eyes, sentences: tuple[str, str], found: Found) -> Hit:
    return Hit(
        position=recorded.position,
        at=moment_of(recorded.recorded_at),
        stream=eyes.name(recorded.stream),
        version=recorded.version,
        tag=recorded.event.tag,
        da=sentences[0],
        en=sentences[1],
        where=found.where,
        excerpt=found.excerpt,
        words=found.words,
    )
