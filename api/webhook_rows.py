"""What is asked of a webhook, and what is told of one and of its deliveries."""

from typing import Annotated

from msgspec import Meta, Struct

from domain.dates import MICROSECOND, Moment, moment_of
from eventstore.cursor import CURSOR_CHARS_MAX, feed_cursor
from eventstore.deliveries import Delivery
from eventstore.webhooks import Webhook
from projections.feed_filter import TOPICS_ASKED_MAX, TYPES_ASKED_MAX

URL_CHARS_MAX = 500
CursorText = Annotated[str, Meta(max_length=CURSOR_CHARS_MAX)]
Label = Annotated[str, Meta(max_length=200)]


class WebhookWish(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be told where."""

    url: Annotated[str, Meta(max_length=URL_CHARS_MAX)]
    """https; of the open internet."""
    topics: Annotated[tuple[Label, ...], Meta(max_length=TOPICS_ASKED_MAX)] = ()
    """Streams, `scope/kind/name`, and scopes; none: everything."""
    types: Annotated[tuple[Label, ...], Meta(max_length=TYPES_ASKED_MAX)] = ()
    """As the feed tells them; none: of every type."""
    after: CursorText = "now"
    """Of a new one: the cursor to begin after; `start` or `now`."""


class Replay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is told once more: cursors of the feed, `start` or `now`."""

    after: CursorText
    to: CursorText = "now"


class WebhookRow(Struct, frozen=True, kw_only=True):
    """A webhook."""

    owner: str
    name: str
    url: str
    topics: tuple[str, ...]
    types: tuple[str, ...]
    state: str
    """`active`, `paused` or `disabled`."""
    why: str | None
    """It is disabled because: `gone`, `failing`, `no-office` or `secret-lost`."""
    after: str
    """The cursor of what it was told last, or was not to be told."""
    behind: int
    """Positions of the record that come after that."""
    replays: bool
    """It is told something once more, and then goes on."""
    attempts: int
    """How often the next event was tried in vain."""
    failing_since: Moment | None
    next_at: Moment | None
    """When the next one is tried again."""
    made_at: Moment
    secret: str | None = None
    """Told once: to whoever made it, or changed the secret."""


class DeliveryRow(Struct, frozen=True, kw_only=True):
    """One attempt to tell an address of something."""

    number: int | None
    at: Moment
    event: str
    """Its id; also that of `webhook-id`."""
    attempt: int
    """1 for the first."""
    status: int | None
    """Of HTTP, where there was an answer."""
    outcome: str
    """`delivered`, `refused`, `redirected`, `gone`, `timeout`, `unreachable`, `tls`, or why it was not called."""
    ms: int


class Deliveries(Struct, frozen=True, kw_only=True):
    """A page of deliveries, the latest first; `next` is what to go on after."""

    deliveries: list[DeliveryRow]
    next: int | None


class Refusal(Struct, frozen=True, kw_only=True):
    """Why an address is not told of anything. `status`: what it answered; 0: nothing."""

    code: str
    da: str
    en: str
    status: int = 0


def webhook_row(webhook: Webhook, epoch: str, head: int, secret: str | None) -> WebhookRow:
    """`head`: how far the record of an epoch goes."""
    return WebhookRow(
        owner=webhook.owner,
        name=webhook.name,
        url=webhook.wish.url,
        topics=webhook.wish.topics,
        types=webhook.wish.types,
        state=webhook.state.value,
        why=webhook.why and webhook.why.value,
        after=feed_cursor(webhook.epoch, webhook.position),
        behind=max(0, head - webhook.position) if webhook.epoch == epoch else head,
        replays=webhook.replaying,
        attempts=webhook.attempt,
        failing_since=_moment(webhook.failing_since),
        next_at=_moment(webhook.next_at),
        made_at=moment_of(webhook.made_at * MICROSECOND),
        secret=secret,
    )


def delivery_row(number: int | None, delivery: Delivery) -> DeliveryRow:
    """`number` None: it has none yet, since it was made just now."""
    return DeliveryRow(
        number=number,
        at=moment_of(delivery.at * MICROSECOND),
        event=delivery.event,
        attempt=delivery.attempt,
        status=delivery.status or None,
        outcome=delivery.outcome,
        ms=delivery.ms,
    )


def deliveries(found: list[tuple[int, Delivery]], limit: int) -> Deliveries:
    """A page of those that were found, one more of which says that there is another."""
    page = [delivery_row(number, each) for number, each in found[:limit]]
    return Deliveries(deliveries=page, next=page[-1].number if len(found) > limit else None)


def _moment(seconds: int) -> Moment | None:
    return moment_of(seconds * MICROSECOND) if seconds else None
