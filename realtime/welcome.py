"""The welcome: what a client is told of the service once it is known who it is."""

from projections.feed_filter import TYPES_ASKED_MAX
from realtime.messages import (
    CONNECTION_S_MAX,
    FRAME_BYTES_MAX,
    HEARTBEAT_S,
    MESSAGE_IN_BYTES_MAX,
    MESSAGES_BURST,
    MESSAGES_PER_S,
    RETRY_MAX_MS,
    RETRY_MIN_MS,
    SNAPSHOT_BYTES_MAX,
    TOPIC_CHARS_MAX,
    TOPICS_MAX,
    Welcome,
)
from realtime.places import SOCKETS_PER_PERSON_MAX
from realtime.record import Record

LIMITS = {
    "message_bytes": MESSAGE_IN_BYTES_MAX,
    "messages_per_s": MESSAGES_PER_S,
    "messages_burst": MESSAGES_BURST,
    "topics": TOPICS_MAX,
    "topic_chars": TOPIC_CHARS_MAX,
    "filters": TYPES_ASKED_MAX,
    "frame_bytes": FRAME_BYTES_MAX,
    "snapshot_bytes": SNAPSHOT_BYTES_MAX,
    "sockets": SOCKETS_PER_PERSON_MAX,
    "connection_s": CONNECTION_S_MAX,
}
RETRY = {"min_ms": RETRY_MIN_MS, "max_ms": RETRY_MAX_MS}


def welcome(connection: str, record: Record, expires_at: int) -> Welcome:
    """`expires_at`: when the sign-in ends, seconds since 1970 UTC."""
    return Welcome(
        conn=connection,
        epoch=record.epoch,
        head=record.head,
        hb_ms=HEARTBEAT_S * 1000,
        limits=LIMITS,
        retry=RETRY,
        exp=expires_at,
    )
