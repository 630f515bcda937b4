"""Where a log begins, nothing was signed of it before."""

from eventstore.sqlite.copies import remove
from eventstore.sqlite.store import SQLiteStore
from klynge.settings import BadSettings, Settings


def begin_anew(settings: Settings) -> None:
    """Let nothing be left that was signed of another log. In production that is for whoever runs the house to see to.

    Raises `BadSettings`.
    """
    left = [settings.sign_guard]
    if isinstance(settings.store, SQLiteStore):
        left.append(settings.store.proofs)
    for path in left:
        if path.exists() and not settings.dev:
            raise BadSettings(
                f"{path} tells of a log that was signed, and {settings.store.name} is empty: put that log back; or move the file "
                "away, where this is to be another log"
            )
        remove(path)
