"""The hunt: random meetings in one running house, everything asked as everybody, and every byte of every answer searched."""

import asyncio
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import httpx

from domain import membership
from domain.meeting.guests import InviteGuest
from domain.minutes.draft import Draft
from projections.views import OF_SCOPE
from tests.canary import doors, guesses
from tests.canary.acts import Act, Paper
from tests.canary.ears import Ear, ear, quiet
from tests.canary.found import Found
from tests.canary.frames import ACCESS, HEAD, held_at
from tests.canary.ground import BEYOND, CAST, GUESTS, SEATLESS, Cluster, called_by_the_group, entered, seated, seating
from tests.canary.hooked import PART, Hooked
from tests.canary.house import Outdoors, told_of
from tests.canary.meetings import Holding
from tests.canary.secrets_kept import CANARY, DISGUISED, Canary, Law, Level, Meeting
from tests.canary.streams import Feed, Streamed, asked_once
from tests.webhooks.receiver import Receiver

FIRST_DAY = date(2025, 1, 2)
READS = "/v1/access-log"
"""Who looks after it is told at which item somebody read what is closed, and not a word of it."""
CHANGES = "changes"
Listening = Ear | Streamed
OVER_HTTP = ("secretary", "member", "observer", "leaver", "guest")
"""Who has lines over HTTP, too."""
INSIDERS = ("secretary", "member")
NOBODY = "nobody"
"""Without a token."""
OUTSIDE = ("observer", "group-member", "clerk", *SEATLESS, *BEYOND)
"""Who may not know of an item whose title is closed, whatever happens at it."""
OFTEN = 1 / 10
"""How often somebody looks in, in the midst of a meeting."""
FORGIVEN = 10
"""Topics that a socket may ask for in vain at once."""
AT_ONCE = 4
"""Readers who ask at the same time."""


class Hunt:
    """Goes from cluster to cluster of one house."""

    def __init__(self, outdoors: Outdoors, seed: int, receiver: Receiver | None = None) -> None:
        self.outdoors = outdoors
        self._receiver = receiver
        self.random = Random(seed)
        self.found = Found()
        self.laws: list[Law] = []
        self._day = FIRST_DAY
        self._second = 0

    # --- what is told ---

    async def enter(self) -> None:
        """Parties, people and the neighbour."""
        for given in entered():
            await self.outdoors.give(given.by, given.to, given.command, self._now())
        self.described = await doors.description(self.outdoors)

    async def cluster(self, number: int, meetings: int, ears_of: tuple[str, ...]) -> doors.World:
        """A cluster that holds some meetings while ears are open; and then everything is asked."""
        at, law = Cluster(f"klynge-{number}"), Law(seating(), self.random)
        self.laws.append(law)
        self._next_day()
        for given in (*seated(at, self._day.isoformat()), called_by_the_group(at, self._day.isoformat())):
            await self.outdoors.give(given.by, given.to, given.command, self._now())
        since, first = await doors.cursor_now(self.outdoors, at)
        hooked = None if self._receiver is None else Hooked(self.outdoors, self._receiver, at.scope)
        if hooked is not None:
            await hooked.begin()
        ears: list[Listening] = [await ear(self.outdoors, part) for part in ears_of]
        ears += [kind(self.outdoors, part) for kind in (Streamed, Feed) for part in OVER_HTTP]
        await asyncio.gather(*(each.follow(*self._to_follow(each, at)) for each in ears))
        held = []
        for index in range(meetings):
            self._next_day()
            if index == meetings // 2 and meetings > 1:
                await self._goes(at, law)
            held.append(await self._hold(at, index, law, ears))
        await quiet(ears)
        for each in ears:
            self.search_frames(each, law)
            await each.close()
        if hooked is not None:
            await hooked.end()
            self.search_sent(hooked.sent(), law)
        self.found.meetings += len(held)
        self.found.canaries += len(law.canaries)
        world = await self._world(at, held, first)
        await self._ask_everything(law, world, since)
        return world

    def _to_follow(self, heard: Listening, at: Cluster) -> list[str]:
        """Every list; of those who may follow none, no more than a socket forgives at once."""
        lists = _lists(at)
        events = [CHANGES] if heard.kind == "socket" else []
        if heard.part in (*GUESTS, *BEYOND):
            return [*self.random.sample(lists, FORGIVEN), *events]
        return [*lists, *events]

    async def _hold(self, at: Cluster, index: int, law: Law, ears: list[Listening]) -> Meeting:
        holding = Holding(at, index, self._day.isoformat(), law, self.random)
        meeting, opened = holding.meeting, False
        for act in holding.acts():
            if isinstance(act, Paper):
                path = f"/v1/{at.scope}/papers/{act.sha256}"
                answer = await self.outdoors.as_("secretary").put(path, content=act.content)
                assert answer.is_success, answer.text
                continue
            await self._act(act, law, meeting)
            if isinstance(act.command, InviteGuest):
                await asyncio.gather(
                    *(each.follow(meeting.stream) for each in ears if CAST[each.part] == act.command.person)
                )
            if isinstance(act.command, Draft):
                await asyncio.gather(*(each.follow(meeting.minutes) for each in ears))
            if not opened:
                await asyncio.gather(*(each.follow(meeting.stream) for each in ears))
                opened = True
            elif self.random.random() < OFTEN:
                await self._glance(law, meeting)
                await self._guess(at, meeting)
        await self._guess(at, meeting)
        await quiet(ears)
        await asyncio.gather(*(each.let_go(meeting.stream, meeting.minutes) for each in ears))
        return meeting

    async def _act(self, act: Act, law: Law, meeting: Meeting) -> None:
        position = await self.outdoors.give(act.by, act.to, act.command, self._now(), needs_version=act.needs_version)
        if act.then is not None:
            act.then()
        law.said(position, None if act.then is None else meeting)

    async def _goes(self, at: Cluster, law: Law) -> None:
        """A member gives up the seat; the last day was yesterday."""
        gone = membership.VacateSeat(seat="seat-3", cause=membership.Cause.LEFT)
        await self.outdoors.give("secretary", at.board_seats, gone, self._now())
        law.leave("leaver")

    # --- what is asked ---

    async def _glance(self, law: Law, meeting: Meeting) -> None:
        """In the midst of it, somebody looks at the meeting."""
        part = self.random.choice(tuple(CAST))
        for path in (f"/v1/{meeting.stream}", f"/v1/{meeting.minutes}"):
            self.search("views", part, await self.outdoors.as_(part).get(path), law)

    async def _guess(self, at: Cluster, meeting: Meeting) -> None:
        """Somebody who may not know of an item asks for it by its name."""
        hidden = [each for each in meeting.items if each.shut and each.title_closed]
        if not hidden:
            return
        item = self.random.choice(hidden)
        part = self.random.choice(OUTSIDE)
        pairs = list(zip(guesses.by(item.name, item, meeting), guesses.by(guesses.NO_SUCH, item, meeting), strict=True))
        names = [item.name] * len(pairs)
        for decision in item.decisions:
            group = f"{at.scope}/meeting/gruppen"
            pairs.append(
                (guesses.basing_on(decision, meeting, group), guesses.basing_on(guesses.NO_SUCH, meeting, group))
            )
            names.append(decision)
        for name, (real, none) in zip(names, pairs, strict=True):
            by = "clerk" if real.address.endswith("gruppen") else part
            first, second = [await guesses.answered(self.outdoors, by, each, self._now()) for each in (real, none)]
            self.found.guesses += 1
            if guesses.told(first, name) != guesses.told(second, name):
                self.found.leaks.append(
                    f"{by} learns of an item by its name: {first.request.url.path} {real.command!r}: "
                    f"{first.status_code} {first.text[:200]} | {second.status_code} {second.text[:200]}"
                )

    async def _world(self, at: Cluster, held: list[Meeting], first: int) -> doors.World:
        """What there is to be asked about, as an insider is told it."""
        streams: dict[str, list[str]] = {
            "meeting": [each.stream.rpartition("/")[2] for each in held],
            "minutes": [each.minutes.rpartition("/")[2] for each in held],
            "fund": ["pulje"],
            "initiative": ["vej"],
        }
        head = (await self.outdoors.as_("secretary").get(f"/v1/{held[0].stream}")).json()["position"]
        keys = {topic: await self._keys(topic) for topic in (*_lists(at), *_topics_of(held))}
        return doors.World(at, held, streams, first, int(head), keys)

    async def _keys(self, topic: str) -> list[str]:
        """Of the rows that insiders see."""
        answers = [await self.outdoors.as_(part).get(f"/v1/{topic}") for part in INSIDERS]
        return sorted({key for answer in answers if answer.is_success for key in answer.json()["rows"]})

    async def _ask_everything(self, law: Law, world: doors.World, since: str) -> None:
        waiting = [*CAST, NOBODY]

        async def ask() -> None:
            while waiting:
                await self._ask(waiting.pop(), law, world, since)

        await asyncio.gather(*(ask() for _ in range(AT_ONCE)))

    async def _ask(self, part: str, law: Law, world: doors.World, since: str) -> None:
        random = Random(f"{part} {self.random.random()}")
        found = doors.doors(self.described, world, random)
        if part in SEATLESS:  # they see what the observer sees: together they still ask everything
            found = random.sample(found, len(found) // 3)
        found += doors.undescribed() if part in (NOBODY, "observer") else []
        async for kind, answer in doors.read(self.outdoors, part, found, random):
            self.search(kind, part, answer, law)
        async for kind, answer in asked_once(self.outdoors, part, since, [*_lists(world.at), *_papers(world)]):
            self.search(kind, part, answer, law)
        async for answer in doors.feed(self.outdoors, part, since):
            self.search("feed", part, answer, law)
        async for answer in doors.feed(self.outdoors, part, since, topic=world.meetings[0].stream, wait=1):
            self.search("feed", part, answer, law)

    # --- the search ---

    def search(self, kind: str, part: str, answer: httpx.Response, law: Law) -> None:
        """Whatever was said in an answer to somebody. Rights are today's."""
        asked = str(answer.request.url).encode()
        self.found.answered[kind, answer.status_code] += 1
        if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
            self.found.leaks.append(f"{answer.status_code} at {asked.decode()} to {part}")
        text = told_of(answer)
        self.found.looked_at[kind] += len(text)
        for word in set(CANARY.findall(text)) - set(CANARY.findall(asked)):
            canary = self._known(word, law)
            if canary is None:
                continue
            self.found.reached[part, kind].add(canary)
            looked_after = part == "officer" and answer.request.url.path == READS and canary.level is Level.EXISTENCE
            if not canary.may_now(part) and not looked_after:
                self._leak(canary, part, f"{kind} {asked.decode()}")
        self._search_disguised(text, f"{kind} {asked.decode()} to {part}")

    def search_frames(self, heard: Listening, law: Law) -> None:
        """Whatever an ear was sent, each frame by who might read what when it was sent.

        A snapshot names the last change in it, which may be long ago; the end of catching up, which follows it, names the head.
        What is lost is named by the keys it was held under: those must have been told on this very socket before.
        """
        caught_up: dict[bytes, int] = {}
        held = held_at(heard.frames)
        for index, frame in reversed(tuple(enumerate(heard.frames))):
            self.found.looked_at[heard.kind] += len(frame)
            self._search_disguised(frame, f"{heard.kind} to {heard.part}")
            head, access = HEAD.match(frame), ACCESS.match(frame)
            if access is not None:
                position = caught_up.get(access["topic"])
            elif head is None:
                position = None
            elif head["op"] == b"snap":
                position = caught_up.get(head["topic"])
            else:
                position = int(head["pos"])
            if head is not None and head["op"] == b"sync":
                caught_up[head["topic"]] = int(head["pos"])
            for word in set(CANARY.findall(frame)):
                canary = self._known(word, law)
                if canary is None:
                    continue
                self.found.reached[heard.part, heard.kind].add(canary)
                if word in held.get(index, ()):
                    continue
                # Events are told by the rights of whenever they are read, which may be later than they happened.
                may = canary.may_since if head is not None and head["op"] == b"evs" else canary.may
                if position is None or not may(heard.part, position):
                    self._leak(canary, heard.part, f"{heard.kind} at {position}: {frame[:300]!r}")

    def search_sent(self, sent: Iterable[tuple[int, bytes]], law: Law) -> None:
        """Whatever a webhook was sent, by what its owner might read since."""
        for position, text in sent:
            self.found.looked_at["webhook"] += len(text)
            self._search_disguised(text, "webhook")
            for word in set(CANARY.findall(text)):
                canary = self._known(word, law)
                if canary is not None and not canary.may_since(PART, position):
                    self._leak(canary, PART, f"webhook: {text[:300]!r}")

    def search_told(self, kind: str, text: bytes) -> None:
        """What is told to nobody at all: reports of the process, Redis."""
        self.found.looked_at[kind] += len(text)
        for word in set(CANARY.findall(text)):
            for law in self.laws:
                if word in law.canaries:
                    self._leak(law.canaries[word], "everybody", kind)
        self._search_disguised(text, kind)

    def _search_disguised(self, text: bytes, where: str) -> None:
        for match in DISGUISED.findall(text):
            self.found.leaks.append(f"a canary disguised as {match!r}: {where}")

    def _known(self, word: bytes, law: Law) -> Canary | None:
        found = law.canaries.get(word)
        return found or next((each.canaries[word] for each in self.laws if word in each.canaries), None)

    def _leak(self, canary: Canary, part: str, where: str) -> None:
        self.found.leaks.append(f"{canary} to {part}: {where}; {canary.item}")

    # --- the clock of the story ---

    def _next_day(self) -> None:
        self._day, self._second = self._day + timedelta(days=1), 0

    def _now(self) -> str:
        self._second += 1
        minutes, seconds = divmod(self._second, 60)
        return f"{self._day}T{9 + minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}+00:00"


def _lists(at: Cluster) -> list[str]:
    """What is followed of a cluster, beside its meetings."""
    return [*(f"{at.scope}/{view}" for view in OF_SCOPE), "dk/people", at.fund, at.initiative]


def _papers(world: doors.World) -> list[str]:
    return _topics_of(world.meetings)


def _topics_of(meetings: Iterable[Meeting]) -> list[str]:
    return [topic for each in meetings for topic in (each.stream, each.minutes)]
