"""Rows that changed between two positions, on SQLite: by the positions of their versions, and from key to key."""

BETWEEN = """
SELECT key FROM rows WHERE made=:made AND view=:view AND fold=:fold AND from_position>:since AND from_position<=:at LIMIT :limit
"""
WALK = """
WITH RECURSIVE walk(key) AS (
  SELECT MIN(key) FROM rows WHERE made=:made AND view=:view AND fold=:fold AND key>:after AND key<:stop
  UNION ALL
  SELECT (SELECT MIN(r.key) FROM rows r WHERE r.made=:made AND r.view=:view AND r.fold=:fold AND r.key>walk.key AND r.key<:stop)
  FROM walk WHERE walk.key IS NOT NULL
)
"""
"""From key to key of a range, whatever versions each has."""
CHANGED = f"""{WALK}SELECT walk.key, EXISTS (
  SELECT 1 FROM rows r
  WHERE r.made=:made AND r.view=:view AND r.fold=:fold AND r.key=walk.key AND r.from_position>:since AND r.from_position<=:at
)
FROM walk WHERE walk.key IS NOT NULL LIMIT :limit
"""
"""The next keys, and of each whether it did."""
