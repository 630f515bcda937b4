"""Lives of kept rows on SQLite: how they are begun and ended, and how the rows of some keys are read."""

from collections.abc import Sequence

from eventstore.lives import topic_of
from eventstore.rows import Version

BODIES = """
SELECT asked.value, (
  SELECT r.body FROM rows r WHERE r.made=:made AND r.view=:view AND r.fold=:fold AND r.key=asked.value AND r.from_position<=:at
  ORDER BY r.from_position DESC LIMIT 1
)
FROM json_each(:keys) AS asked ORDER BY asked.key
"""
PERHAPS_BEGUN = """
INSERT INTO lives SELECT ?1, ?2, ?3, ?4, ?5, ?6, NULL WHERE NOT coalesce((
  SELECT body IS NOT NULL FROM rows WHERE made=?1 AND view=?2 AND fold=?3 AND key=?6 ORDER BY from_position DESC LIMIT 1), 0)
"""
GONE = """
UPDATE lives SET gone_at=?5 WHERE made=?1 AND view=?2 AND fold=?3 AND topic=?4 AND key=?6 AND from_position=(
  SELECT MIN(from_position) FROM rows WHERE made=?1 AND view=?2 AND fold=?3 AND key=?6 AND from_position>coalesce((
    SELECT MAX(from_position) FROM rows WHERE made=?1 AND view=?2 AND fold=?3 AND key=?6 AND from_position<?5 AND body IS NULL
  ), 0))
"""


def places(made: int, versions: Sequence[Version]) -> list[tuple[int, str, int, str, int, str]]:
    """Where some versions stand, as the statements above ask for them."""
    return [(made, view, fold, topic_of(key), at, key) for view, fold, key, at, _ in versions]
