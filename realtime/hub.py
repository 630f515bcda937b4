"""The hub: who follows what, and what each audience is sent. No sockets, no FastAPI.

One frame per (change, audience), encoded once. A subscriber that cannot take more is parked with its position only; what it
missed is sent again from the ring, by the rows that changed, or anew. Rights are events of the same log, so they are judged in
order: after position N took a right away, nothing after N is shown by it.
"""

from collections.abc import Callable, Container, Mapping
from typing import Any

import structlog

from domain.dates import Day, day_of
from domain.policy import Mask
from eventstore.cursor import Cursor
from eventstore.store import StoreFailure
from projections.sight import Opened
from realtime.access import AccessTold
from realtime.audience import Audience, Followed, Subscriber, differ, let_go_of_empty
from realtime.beat import Beat
from realtime.bridge import leads_on, reason_against
from realtime.catching_up import catch_up, rows_of, stands_at
from realtime.effort import Effort
from realtime.feed import Feed
from realtime.frames import Bodies, change_frames
from realtime.judged import Judged
from realtime.noted import Note, Noted
from realtime.onlookers import CHANGES
from realtime.reach import by_topic, meetings_moved, reason_of, scopes_of, unsettling, within_reach
from realtime.record import Change, Record
from realtime.tally import Tally

ERASING = frozenset({"names", "redacted"})
"""Reasons for which words may be gone that were sent before."""

Moved = tuple[Subscriber, str, Bodies]
"""Whose right to a topic changed, and what they held of it."""

log = structlog.get_logger()


class Hub:
    """Lives on one event loop; every method runs through without waiting."""

    def __init__(self, record: Record, note: Note = lambda person, topic, about: None) -> None:
        self.record = record
        self.noted = Noted(note)
        self.tally = Tally()
        self.feed = Feed(record, self.noted, self.tally)
        self._topics: dict[str, dict[Mask, Audience]] = {}
        self._following: dict[Subscriber, dict[str, Followed]] = {}
        self.proven: Callable[[], tuple[int, int]] = lambda: (0, 0)
        """Up to which position the log is sealed, and witnessed."""
        self._judged = Judged()
        self._effort = Effort()

    # --- joining and leaving ---

    def connect(self, subscriber: Subscriber) -> None:
        """It is signed in: heartbeats go to it from now on."""
        self._following.setdefault(subscriber, {})

    def follow(self, subscriber: Subscriber, topic: str, since: Cursor | None, snapshot: bool = True) -> str | None:
        """Let a subscriber follow a topic. Answers `resumed`, `snapshot` or `live`, to be sent by `bring`; None: it may not see it.

        Without a `since` and a snapshot it is sent only what changes from now on.
        """
        if since is not None and since.epoch == self.record.epoch:
            self.record.reach(since.position)
        mask = self.record.mask(topic, subscriber.person)
        if mask is None:
            return None
        self.leave(subscriber, topic)
        followed = self._join(subscriber, topic, mask)
        self.noted.follows(subscriber, topic)
        if since is not None and leads_on(self.record, followed.audience, since):
            followed.position, followed.resumed = since.position, True
            return "resumed"
        if since is not None:
            followed.reset = reason_against(self.record, followed.audience, since)
        elif not snapshot:
            followed.position = followed.audience.position
            return "live"
        return "snapshot"

    def stands_at(self, subscriber: Subscriber, topic: str) -> int:
        """The position of a topic that it follows, of what it may see."""
        return stands_at(self.record, self._following[subscriber][topic].audience)

    def bring(self, subscriber: Subscriber, topic: str) -> None:
        """Send what `follow` promised."""
        if topic == CHANGES:
            self.feed.bring(subscriber)
        else:
            self._catch_up(subscriber, self._following[subscriber][topic])

    def leave(self, subscriber: Subscriber, topic: str) -> None:
        followed = self._following.get(subscriber, {}).pop(topic, None)
        if followed is not None:
            followed.audience.subscribers.pop(subscriber, None)
        if topic == CHANGES:
            self.feed.leave(subscriber)

    def disconnect(self, subscriber: Subscriber) -> None:
        self.noted.leave(subscriber)
        self.feed.leave(subscriber)
        for followed in self._following.pop(subscriber, {}).values():
            followed.audience.subscribers.pop(subscriber, None)

    def topics_of(self, subscriber: Subscriber) -> tuple[str, ...]:
        return (*self._following.get(subscriber, ()), *(topic for topic, _ in self.feed.head_of(subscriber)))

    def is_aside(self, subscriber: Subscriber, topic: str) -> bool:
        """Whether who follows a topic has no other part in its scope than as a guest, or had one before."""
        mask = self._following[subscriber][topic].audience.mask
        return mask.only_guest or mask.until_on is not None

    def is_followed(self, topic: str) -> bool:
        """Whether anybody follows a topic."""
        return any(audience.subscribers for audience in self._topics.get(topic, {}).values())

    # --- what happens ---

    def publish(self, change: Change) -> None:
        """A transaction, after its rows stand in the record. Never raises: its answer does not depend on who hears of it."""
        try:
            self._publish(change)
            self.feed.publish(change)
        except Exception as error:
            log.error("live.publish-failed", position=change.position, error=repr(error))
            self._topics.clear()
            self.feed.clear()
            for subscriber in tuple(self._following):
                self.disconnect(subscriber)
                subscriber.fail(isinstance(error, StoreFailure))

    def resume(self, subscriber: Subscriber) -> None:
        """A parked subscriber can take more."""
        for followed in self._following.get(subscriber, {}).values():
            if subscriber.parked:
                return
            if followed.owed or followed.position < followed.audience.position:
                self._catch_up(subscriber, followed)
        self.feed.resume(subscriber)

    def heartbeat(self, now_ms: int, sealed: int = 0, witnessed: int = 0) -> None:
        """One frame per set of topics and audiences."""
        self._admit_again(self._turn_out() if self._turns(self.record.today()) else [])
        self.feed.heartbeat()
        beat = Beat(now_ms, sealed, witnessed)
        for subscriber, topics in self._following.items():
            if not subscriber.parked:
                heads = tuple((topic, each.audience.position) for topic, each in topics.items())
                subscriber.send(frame := beat.frame(heads + self.feed.head_of(subscriber)))
                self.tally.sent("hb", len(frame))
        let_go_of_empty(self._topics, now_ms)

    def begin_again(self, record: Record) -> None:
        """The log was put back from a copy: everyone forgets what they have and is shown what stands now."""
        self.record = record
        following = [(each, topic) for each, topics in self._following.items() for topic in topics]
        for subscriber, topic in following:
            self.leave(subscriber, topic)
        self._topics.clear()
        for subscriber, topic in following:
            if (followed := self._let_in(subscriber, topic, "epoch")) is not None:
                self._catch_up(subscriber, followed)
        self.feed.begin_again(record)

    # --- inside ---

    def _publish(self, change: Change) -> None:
        changes = by_topic(change.changes)
        day = day_of(change.recorded[-1].recorded_at)
        moved: list[Moved] = []
        if self._turns(day):
            # Whose seat ended with the day before hears nothing of this one by it.
            moved = self._turn_out()
        if change.unsettles:
            # Whose right changed hears nothing of this change by the old one; it is shown anew when the others were told.
            moved += self._turn_out()
            for topic in within_reach(self._topics, scopes_of(unsettling(change))):
                self._show_anew_if_touched(topic, changes.get(topic, {}), reason_of(change))
        if meetings := meetings_moved(change):
            for topic in within_reach(self._topics, scopes_of(meetings)):
                self._show_guests_anew(topic, meetings)
        for topic, rows in changes.items():
            for audience in self._topics.get(topic, {}).values():
                if not audience.is_over(day):
                    self._tell(audience, rows, change.position)
        self._admit_again(moved)

    def _tell(self, audience: Audience, rows: Mapping[str, Any], position: int) -> None:
        if audience.position >= position:
            return  # shown anew at this very position
        opened = Opened()
        changed = audience.take(self.record.shown(audience.topic, audience.mask, rows, opened))
        if not changed:
            return
        audience.opened |= opened.about
        cursor = self.record.cursor(audience.profile, position)
        frame = change_frames(audience.topic, position, audience.position, cursor, changed)
        self.tally.sent("rows", len(frame), len(told := audience.tell(position, frame)))
        for subscriber in told if opened.about else ():
            self.noted.shown(subscriber, audience.topic, opened.about)

    def _catch_up(self, subscriber: Subscriber, followed: Followed) -> None:
        """Send what is owed. Who is parked gets it when it reads on."""
        followed.owed = True
        if not subscriber.parked:
            self.noted.shown(subscriber, followed.audience.topic, followed.audience.opened)
            catch_up(self.record, subscriber, followed, self.tally)

    def _join(self, subscriber: Subscriber, topic: str, mask: Mask) -> Followed:
        self._judged.begin(self.record.today())
        audiences = self._topics.setdefault(topic, {})
        audience = audiences.get(mask)
        if audience is None:
            rows, opened = rows_of(self.record, topic, mask)
            audience = audiences[mask] = Audience(topic, mask, rows, self.record.head, opened, self._effort)
        followed = audience.subscribers[subscriber] = Followed(position=-1, audience=audience)
        self._following.setdefault(subscriber, {})[topic] = followed
        return followed

    # --- what changes what is seen without changing a row ---

    def _turns(self, day: Day) -> bool:
        """Whether it is another day than the one by which rights were judged; from now on they are by this one."""
        if turned := self._judged.turns(day):
            self.noted.another_day()
        return turned

    def _turn_out(self) -> list[Moved]:
        """Whoever sees another part of a topic than before leaves its audience, and is answered for `_admit_again`."""
        masks: dict[tuple[str, str], Mask | None] = {}
        held: dict[Audience, Bodies] = {}
        moved: list[Moved] = []
        for subscriber, topics in self._following.items():
            for topic, followed in topics.items():
                asked = (topic, subscriber.person)
                if asked not in masks:
                    masks[asked] = self.record.mask(*asked)
                if masks[asked] != followed.audience.mask:
                    # As it is now: what others of that audience are shown from here on is not for who leaves it.
                    if followed.audience not in held:
                        held[followed.audience] = dict(followed.audience.rows)
                    moved.append((subscriber, topic, held[followed.audience]))
        for subscriber, topic, _ in moved:
            self.leave(subscriber, topic)
        return moved

    def _admit_again(self, moved: list[Moved]) -> None:
        """Those whose right changed, by today's; they are told first what they see no more."""
        access = AccessTold(self.record, self.tally)
        for subscriber, topic, before in moved:
            if (followed := self._let_in(subscriber, topic, "access")) is not None:
                access.tell(subscriber, followed.audience, before)
                self._catch_up(subscriber, followed)

    def _let_in(self, subscriber: Subscriber, topic: str, reason: str) -> Followed | None:
        """A topic anew, by today's right; or its end."""
        mask = self.record.mask(topic, subscriber.person)
        if mask is None:
            subscriber.lose(topic)
            return None
        followed = self._join(subscriber, topic, mask)
        followed.reset = reason
        if self.is_aside(subscriber, topic):
            subscriber.step_aside(topic)
        return followed

    def _show_anew_if_touched(self, topic: str, changed: Mapping[str, Any], reason: str) -> None:
        """If anything but the changed rows looks different to anybody, all who follow the topic are shown it again."""
        # A ring that nobody reads from just now is not worth looking at: who comes back is given a snapshot.
        audiences = {mask: each for mask, each in self._topics[topic].items() if each.subscribers}
        self._topics[topic] = audiences
        now = {mask: rows_of(self.record, topic, mask) for mask in audiences}
        if not any(differ(each.rows, now[mask][0], changed) for mask, each in audiences.items()):
            for mask, audience in audiences.items() if changed or reason in ERASING else ():
                if reason in ERASING and any(each.resumed for each in audience.subscribers.values()):
                    # A key is gone a moment before its event is heard of: what they hold may be older than what is shown here.
                    self._begin_anew(audience, *now[mask], reason)
                    continue
                # What rows said before may be closed or erased by now to who reads on from there, or from just before this.
                audience.forget(self.record.head)
            return
        for mask, audience in audiences.items():
            self._begin_anew(audience, *now[mask], reason)

    def _show_guests_anew(self, topic: str, meetings: Container[str]) -> None:
        """Guests follow an item while it runs: what they were shown is forgotten, also where nobody reads it just now."""
        for mask, audience in list(self._topics[topic].items()):
            if not any(meeting in meetings for meeting, _ in mask.guest_at):
                continue
            if not audience.subscribers:
                del self._topics[topic][mask]
                continue
            rows, opened = rows_of(self.record, topic, mask)
            if rows != audience.rows:
                self._begin_anew(audience, rows, opened, "access")

    def _begin_anew(self, audience: Audience, rows: Bodies, opened: frozenset[str], reason: str) -> None:
        access, before = AccessTold(self.record, self.tally), audience.rows
        audience.begin(rows, self.record.head, opened)
        for subscriber, followed in audience.subscribers.items():
            followed.position, followed.reset = -1, reason
            if reason == "access":
                access.tell(subscriber, audience, before)
            self._catch_up(subscriber, followed)
