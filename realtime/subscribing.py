"""What a `sub` leads to: how its topic is followed from where it asks, or why it is not."""

from typing import Any

from eventstore.cursor import read_cursor
from projections.feed_filter import read_filter
from projections.misasked import Misasked
from realtime.audience import Subscriber
from realtime.complaints import CURSOR_UNKNOWN, NO_SUCH_TOPIC, TOO_MANY_TOPICS
from realtime.hub import Hub
from realtime.messages import TOPIC_CHARS_MAX, TOPICS_MAX, Ok, Sub, problem
from realtime.onlookers import CHANGES


def subscribe(hub: Hub, subscriber: Subscriber, message: Sub) -> Ok | dict[str, Any]:
    """The answer, to be followed by `hub.bring`; or the problem."""
    topics = hub.topics_of(subscriber)
    if len(message.topic) > TOPIC_CHARS_MAX or (message.topic not in topics and len(topics) >= TOPICS_MAX):
        return TOO_MANY_TOPICS
    if message.topic == CHANGES:
        return _feed(hub, subscriber, message)
    since = read_cursor(message.since) if message.since is not None else None
    if message.since is not None and since is None:
        return CURSOR_UNKNOWN
    mode = hub.follow(subscriber, message.topic, since, message.snapshot)
    if mode is None:
        return NO_SUCH_TOPIC
    pos = hub.stands_at(subscriber, message.topic)
    behind = max(pos - since.position, 0) if mode == "resumed" and since is not None else None
    return Ok(id=message.id, topic=message.topic, mode=mode, pos=pos, behind=behind)


def _feed(hub: Hub, subscriber: Subscriber, message: Sub) -> Ok | dict[str, Any]:
    try:
        of = read_filter(message.topics, message.types)
    except Misasked as refused:
        return problem(400, refused.code, refused.da, refused.en)
    mode = hub.feed.follow(subscriber, message.since, of)
    if mode is None:
        return CURSOR_UNKNOWN
    behind = hub.record.head - hub.feed.reached(subscriber) if mode == "resumed" else None
    return Ok(id=message.id, topic=CHANGES, mode=mode, pos=hub.record.head, behind=behind)
