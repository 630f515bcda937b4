"""The letter (brev): what a notice says when it is sent, by what its reader may see that day, and never a word of what is closed.

It is written with the eyes of somebody who is inside nowhere, whoever it is to. Where such eyes see nothing, it says that something
waits, and where.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from domain.dates import Day, day_of_moment
from domain.names import PersonId, name_of, scope_of
from eventstore.outbox import Kept, State
from klynge.notices.calendar import Gathering, entry
from projections.actions import ActionRow
from projections.notices import Subject
from projections.printed import day_in_words, moment_in_words
from projections.reading import Reading

LINE_CHARS_MAX = 160
"""Of what was written in the record: a subject line holds no more."""
COMING = ("called", "in-session", "cancelled")
"""Phases in which it still is news that a meeting is called, moved or called off."""
RESUME_DA = (
    "Hvorfor står der (GET). Når det er rettet, sættes den i gang igen (POST …/resume), og intet er sprunget over."
)
RESUME_EN = "Why stands there (GET). Once that is mended it is resumed (POST …/resume), and nothing was passed over."
FOOT = """
--
Klynge sender kun besked om det, der venter på dig. Du bestemmer selv hvor og hvornår: {url}/besked
Klynge only tells you of what waits for you. You choose where and of what: {url}/besked
"""


class Letter(Struct, frozen=True, kw_only=True):
    """What is sent. `calendar`: an iCalendar object (RFC 5545) and its method (RFC 5546)."""

    subject: str
    text: str
    calendar: tuple[bytes, str] | None = None


class Letters:
    """`url`: our public address; `sender`: the address mails come from; `today`: the day it is, of a story its own."""

    def __init__(self, reading: Callable[[], Reading], today: Callable[[], Day], url: str, sender: str) -> None:
        self._reading = reading
        self._today = today
        self._url = url
        self._sender = sender

    def write(self, notice: Kept, address: str) -> Letter | State:
        """To an address; or why there is nothing to write: its reader may not see what it is about, or it is over."""
        if notice.subject == Subject.WEBHOOK:
            return self._webhook(notice)
        topic, key, page = _place(notice)
        mask = self._reading().mask(topic, notice.person)
        if mask is None or mask.until_on is not None:
            return State.WITHHELD
        rows = self._reading().outward_rows(topic, key, notice.person)
        match Subject(notice.subject):
            case Subject.INVITATION:
                return self._invitation(notice, rows[0], page, address) if rows else State.WITHHELD
            case Subject.ACTION:
                owed = _owed(rows, notice.person)
                return State.EXPIRED if rows and owed is None else self._action(owed, page)
            case _:
                row = rows[0] if rows else None
                return State.EXPIRED if row is not None and row.ended is not None else self._referral(row, page)

    def _invitation(self, notice: Kept, row: Any, page: str, reader: str) -> Letter | State:
        if row.phase not in COMING or (row.ends_at is not None and day_of_moment(row.ends_at) < self._today()):
            return State.EXPIRED
        what_da, what_en = {
            "cancelled": ("Aflyst", "Called off"),
        }.get(row.phase, ("Flyttet", "Moved") if row.moved else ("Indkaldelse", "Invitation"))
        body, address = _line(row.body.name), f"{self._url}{page}"
        day = "" if row.starts_at is None else f", {day_in_words(row.starts_at[:10], 'da')}"
        lines_da = [f"{what_da}: møde i {body}.", *_when(row, "da"), f"Mødet i Klynge: {address}"]
        lines_en = [f"{what_en}: meeting of {body}.", *_when(row, "en"), f"The meeting in Klynge: {address}"]
        calendar = None
        if row.starts_at is not None and row.ends_at is not None:
            gathering = Gathering(
                stream=notice.about,
                revision=notice.position,
                body=body,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                place=None if row.place is None else _line(row.place),
                url=address,
                organizer=self._sender,
                reader=reader,
                cancelled=row.phase == "cancelled",
                made_at=notice.made_at,
            )
            calendar = entry(gathering)
        return self._letter(f"{what_da}: {body}{day}", lines_da, lines_en, calendar)

    def _action(self, row: Any, page: str) -> Letter:
        address = f"{self._url}{page}"
        what = None if row is None or row.what is None else _line(row.what)
        lines_da, lines_en = ["En opgave venter på jer i Klynge."], ["A task waits for you in Klynge."]
        if what is not None:
            lines_da.append(f"Opgave: {what}")
            lines_en.append(f"Task: {what}")
        if row is not None and row.answer_by is not None:
            lines_da.append(f"Frist: {day_in_words(row.answer_by, 'da')}")
            lines_en.append(f"Deadline: {day_in_words(row.answer_by, 'en')}")
        late = row is not None and row.state == "late"
        subject = "Fristen for en opgave er overskredet" if late else "En opgave venter"
        return self._letter(
            subject, [*lines_da, f"Se opgaverne: {address}"], [*lines_en, f"See the tasks: {address}"], None
        )

    def _referral(self, row: Any, page: str) -> Letter:
        address = f"{self._url}{page}"
        lines_da, lines_en = ["En henvendelse venter på svar i Klynge."], ["A referral awaits an answer in Klynge."]
        sender = None if row is None else row.from_body or row.from_party
        if sender is not None:
            lines_da.append(f"Fra: {_line(sender.name)}")
            lines_en.append(f"From: {_line(sender.name)}")
        if row is not None and row.question is not None:
            lines_da.append(f"Spørgsmål: {_line(row.question)}")
            lines_en.append(f"Question: {_line(row.question)}")
        if row is not None and row.answer_by is not None:
            lines_da.append(f"Svar senest: {day_in_words(row.answer_by, 'da')}")
            lines_en.append(f"Answer by: {day_in_words(row.answer_by, 'en')}")
        return self._letter(
            "En henvendelse venter på svar",
            [*lines_da, f"Se henvendelserne: {address}"],
            [*lines_en, f"See the referrals: {address}"],
            None,
        )

    def _webhook(self, notice: Kept) -> Letter:
        address = f"{self._url}/v1/{notice.about}"
        return self._letter(
            "En webhook er opgivet",
            [f"{address} får ikke længere besked: modtageren svarer ikke, eller ejeren må det ikke mere.", RESUME_DA],
            [f"{address} is told no more: the receiver does not answer, or its owner may not be told.", RESUME_EN],
            None,
        )

    def _letter(self, subject: str, da: list[str], en: list[str], calendar: tuple[bytes, str] | None) -> Letter:
        text = "\n".join((*da, "", *en)) + "\n" + FOOT.format(url=self._url)
        return Letter(subject=subject, text=text, calendar=calendar)


def _place(notice: Kept) -> tuple[str, str, str]:
    """Topic and key of what a notice is about, and the page that shows it."""
    scope, name = scope_of(notice.about), name_of(notice.about)
    match Subject(notice.subject):
        case Subject.INVITATION:
            return notice.about, "meeting", f"/{scope}/moede/{name}"
        case Subject.ACTION:
            return f"{scope}/actions", f"{name}/", f"/{scope}/opgaver"
        case _:
            return f"{scope}/referrals", name, f"/{scope}/henvendelser"


def _owed(rows: tuple[Any, ...], person: PersonId) -> Any:
    """What is still owed of an action: by its reader, else what is late, else any of it; None: nothing is."""
    owed = [row for row in rows if isinstance(row, ActionRow) and row.state in ("owed", "late")]
    theirs = (row for row in owed if row.debtor is not None and row.debtor.id == person)
    return next(theirs, None) or next((row for row in owed if row.state == "late"), None) or next(iter(owed), None)


def _when(row: Any, lang: str) -> list[str]:
    if row.starts_at is None:
        return []
    time, place = ("Tid", "Sted") if lang == "da" else ("Time", "Place")
    where = [] if row.place is None else [f"{place}: {_line(row.place)}"]
    return [f"{time}: {moment_in_words(row.starts_at, lang)}", *where]


def _line(text: str) -> str:
    """Words of the record on one line: whatever is in them begins no line of ours, nor an encoded word (RFC 2047 §2), which a head
    would be read as and may hold a line's end.
    """
    printable = "".join(each if each.isprintable() else " " for each in text)
    words = " ".join(printable.split()).replace("=?", "= ?")
    return words if len(words) <= LINE_CHARS_MAX else f"{words[: LINE_CHARS_MAX - 1]}…"
