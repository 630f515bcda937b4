"""Where did this krone come from, and what became of it? The trail of a krone (kronens vej), from posting to posting.

A posting takes from accounts and gives to accounts. What it took had come there by earlier postings, since the account was last
empty; what it gave is gone when the account is empty again. Money of one account cannot be told apart, so a step between two
postings says how much at most went that way; where an account was fed once, that is exact.

It yields at each step: others are served, and it goes on by the rights of then.
"""

from collections import deque
from collections.abc import Generator, Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from domain.fund.accounts import balances, grant_of, granted, paid, repaid
from domain.fund.winding import HandedOver, TakenOver
from domain.names import scope_of
from projections.fund import FUND_VIEW, Words
from projections.fund_books import account_parts, legs_of, posting_key
from projections.fund_rows import AllocationRow, EarmarkRow, PostingRow
from projections.reading import Reading
from projections.sight import Eyes, Opened
from projections.view import Named, topic_of
from projections.whole_way import WayDirection

POSTINGS_MAX = 500
"""Postings on one trail."""
STEPS_MAX = 5_000
"""Between them: where many put money on an account and many took from it, each goes with each."""
ACCOUNT_POSTINGS_MAX = 5_000
"""Looked at on one account; a trail over more of them says that it goes on."""
OUTSIDE = frozenset({"opening", "grant", "party"})
"""Sorts of accounts from which money comes, and to which it goes."""
LOOKED_MAX = 100_000
"""Looked at for one trail, on accounts of more postings than that."""
Net = dict[str, int]
"""account -> what a posting adds to it, or takes."""
Move = tuple[int, int, int]
"""position, change, balance"""


class KronePosting(Struct, frozen=True, kw_only=True):
    """A posting on the trail."""

    fund: str
    key: str
    """Of its row in the fund: `posting/{version}`."""
    away: int
    """Steps from where the trail begins."""
    row: PostingRow[Words, Named]


class KroneStep(Struct, frozen=True, kw_only=True):
    """Money that one posting put on an account, and another took from there."""

    earlier: str
    """`{fund}|posting/{version}`"""
    later: str
    account: str
    """Where it lay in between; of what was handed over to another fund, the account it came to there."""
    at_most_oere: int


class Krone(Struct, frozen=True, kw_only=True):
    """All postings that money came by, or went on by, as of a position; the nearest first."""

    fund: Named
    of: str
    direction: WayDirection
    position: int
    postings: list[KronePosting]
    steps: list[KroneStep]
    held: dict[str, EarmarkRow[Words, Named] | AllocationRow[Words, Named]]
    """Earmarks and allocations it was held or granted as, by `{fund}|{key of the row}`: with application, decisions, evaluation."""
    whole: bool
    """False: it goes on, further than is told here."""


class _Posted(Struct, frozen=True):
    """A posting, found where it stands."""

    fund: str
    position: int
    version: int
    net: Net
    event: Any

    @property
    def key(self) -> str:
        return posting_key(f"{self.fund}|", self.version)


def krone(
    reading: Reading, person: str, fund: str, version: int, direction: WayDirection, at: int, opened: Opened
) -> Generator[None, None, Krone | None]:
    """The trail from the posting of a fund with this version; None where there is none, or not for this person."""
    trail = _Trail(reading, person, direction, at, opened)
    begun = trail.posting(fund, version)
    seen = trail.sees(fund)
    if begun is None or seen is None:
        return None
    yield from trail.follow(begun)
    return Krone(
        fund=seen.name(fund),
        of=f"posting/{version}",
        direction=direction,
        position=at,
        postings=trail.postings,
        steps=trail.steps,
        held=trail.held,
        whole=trail.whole,
    )


class _Trail:
    """Breadth first, over the books of every fund that the reader may see."""

    def __init__(self, reading: Reading, person: str, direction: WayDirection, at: int, opened: Opened) -> None:
        self._reading, self._rows, self._person, self._opened = reading, reading.rows, person, opened
        self._is_back = direction is WayDirection.BACK
        self._at = at
        self._seen, self._moves, self._posted = cache(self._sees), cache(self._every), cache(self._found)
        self._looked = 0
        self._moment = reading.moment
        self.postings: list[KronePosting] = []
        self.steps: list[KroneStep] = []
        self.held: dict[str, Any] = {}
        self.whole = True

    def sees(self, fund: str) -> Eyes | None:
        """The reader's eyes on a fund as it stood then; None: not for them."""
        seen = self._seen(fund)
        return None if seen is None else seen[0]

    def _sees(self, fund: str) -> tuple[Eyes, int] | None:
        """Those, and up to which position."""
        mask = self._reading.mask(fund, self._person)
        if mask is None:
            return None
        mask, upto = self._reading.shown_at(fund, self._person, mask, self._at)
        return self._reading.eyes_by(scope_of(fund), mask, upto, self._opened), upto

    def _upto(self, fund: str) -> int:
        seen = self._seen(fund)
        return 0 if seen is None else seen[1]

    def posting(self, fund: str, version: int) -> _Posted | None:
        row = self._rows.get(FUND_VIEW.name, posting_key(f"{fund}|", version), self._upto(fund))
        return None if row is None else self._posted(row.position)

    def follow(self, begun: _Posted) -> Iterator[None]:
        known, ahead = {begun.key}, deque([(begun, 0)])
        while ahead:
            self._look_anew()
            posted, away = ahead.popleft()
            if (eyes := self.sees(posted.fund)) is None:
                self.whole = False  # the right to it ended meanwhile
                continue
            self._tell(posted, away, eyes)
            for other, account, oere in self._next(posted):
                yield
                if other.key not in known and len(known) == POSTINGS_MAX:
                    self.whole = False
                    continue
                if len(self.steps) == STEPS_MAX:
                    self.whole = False
                    break  # what it leads to already is told all the same
                earlier, later = (other, posted) if self._is_back else (posted, other)
                self.steps.append(KroneStep(earlier=earlier.key, later=later.key, account=account, at_most_oere=oere))
                if other.key not in known:
                    known.add(other.key)
                    ahead.append((other, away + 1))

    def _look_anew(self) -> None:
        """Whatever has happened meanwhile, one goes on by the rights of now."""
        if self._moment != (moment := self._reading.moment):
            self._moment = moment
            self._seen.cache_clear()

    def _tell(self, posted: _Posted, away: int, eyes: Eyes) -> None:
        row = self._shown(eyes, posted.key)
        self.postings.append(KronePosting(fund=posted.fund, key=posted.key.partition("|")[2], away=away, row=row))
        for key in (f"earmark/{row.earmark}", f"allocation/{row.allocation}"):
            whole = f"{posted.fund}|{key}"
            if whole not in self.held and (held := self._shown(eyes, whole)) is not None:
                self.held[whole] = held

    def _shown(self, eyes: Eyes, key: str) -> Any:
        row = self._rows.get(FUND_VIEW.name, key, self._upto(topic_of(key)))
        return None if row is None else eyes.show(FUND_VIEW, key, row)

    # --- from one posting to the next ---

    def _next(self, posted: _Posted) -> Iterator[tuple[_Posted, str, int]]:
        """Where its money came from, or went to; on which account it lay in between; and how much at most."""
        for account, oere in sorted(posted.net.items()):
            if (oere < 0) is not self._is_back or oere == 0:
                continue
            if account_parts(account)[0] in OUTSIDE:
                yield from self._elsewhere(posted)
                continue
            for came_by in _sources(account) if self._is_back else (account,):
                found = list(self._fed_by(posted, came_by) if self._is_back else self._drawn_by(posted, account))
                yield from ((self._posted(at), came_by, min(abs(oere), abs(moved))) for at, moved in found)
                if found:
                    break

    def _fed_by(self, posted: _Posted, account: str) -> list[tuple[int, int]]:
        """(position, change) of what put money on an account before, since it was empty."""
        fed: list[tuple[int, int]] = []
        for position, change, balance in self._changes(posted.fund, account, 0, posted.position - 1):
            if change > 0:
                fed.append((position, change))
            if balance == 0:
                fed.clear()
        return fed

    def _drawn_by(self, posted: _Posted, account: str) -> Iterator[tuple[int, int]]:
        """As much of what took money from an account afterwards, until it was empty; of what was paid out, what came back."""
        sort, part = account_parts(account)
        if sort == "paid":
            yield from self._drawn_by(posted, repaid(part))
        for position, change, balance in self._changes(posted.fund, account, posted.position, self._upto(posted.fund)):
            if change < 0:
                yield position, change
            if balance == 0:
                return

    def _changes(self, fund: str, account: str, after: int, upto: int) -> Iterator[Move]:
        """(position, change, balance) of every posting on an account, in order."""
        every = self._moves(fund, account)
        if len(every) <= ACCOUNT_POSTINGS_MAX:
            yield from (each for each in every if after < each[0] <= upto)
            return
        if self._looked >= LOOKED_MAX:
            self.whole = False
            return
        found = self._read(fund, account, after, upto)
        self._looked += len(found)
        self.whole = self.whole and len(found) <= ACCOUNT_POSTINGS_MAX
        yield from found[:ACCOUNT_POSTINGS_MAX]

    def _every(self, fund: str, account: str) -> list[Move]:
        """All of them, or more than are looked at. Kept for the trail: most of its postings are on few accounts."""
        return self._read(fund, account, 0, self._upto(fund))

    def _read(self, fund: str, account: str, after: int, upto: int) -> list[Move]:
        """Its row has a version for each."""
        key = f"{fund}|account/{quote(account, safe='')}"
        before = self._rows.get(FUND_VIEW.name, key, after) if after else None
        balance, moves = 0 if before is None else before.balance_oere, list[Move]()
        for position, row in self._rows.versions(FUND_VIEW.name, key, after, upto, ACCOUNT_POSTINGS_MAX + 1):
            moves.append((position, row.balance_oere - balance, row.balance_oere))
            balance = row.balance_oere
        return moves

    def _elsewhere(self, posted: _Posted) -> Iterator[tuple[_Posted, str, int]]:
        """The other end of what one fund handed over to another."""
        event = posted.event
        match event:
            case TakenOver() if self._is_back:
                fund, account = event.from_fund, f"part:{scope_of(posted.fund)}"
            case HandedOver() if not self._is_back:
                fund, account = event.to_fund, grant_of(int(event.effective_on[:4]))
            case _:
                return
        if self.sees(fund) is None:
            self.whole = False
            return
        for position, change, _ in self._changes(fund, account, 0, self._upto(fund)):
            other = self._posted(position)
            if _is_end_of(other.event, posted.fund):
                yield other, account, abs(change)

    def _found(self, position: int) -> _Posted:
        recorded = self._reading.event_at(position)
        net = balances(legs_of(recorded.event))
        return _Posted(recorded.stream, position, recorded.version, net, recorded.event)


def _sources(account: str) -> tuple[str, ...]:
    """Where what is taken from an account lay: what comes back was paid out first, or by an earlier fund, which left the rest."""
    sort, part = account_parts(account)
    return (paid(part), granted(part)) if sort == "repaid" else (account,)


def _is_end_of(event: Any, fund: str) -> bool:
    """Whether an event is the other end of what this fund handed over, or took over."""
    match event:
        case HandedOver():
            return event.to_fund == fund
        case TakenOver():
            return event.from_fund == fund
        case _:
            return False
