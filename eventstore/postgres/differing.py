"""Rows that changed between two positions, on PostgreSQL: by the positions of their versions, and from key to key."""

BETWEEN = """
SELECT key FROM rows
WHERE made_by || ' ' || view = %(made_by)s || ' ' || %(view)s AND -from_position < -%(since)s AND -from_position >= -%(at)s
LIMIT %(limit)s
"""
"""As `rows_by_moment` has it."""
WALK = """
WITH RECURSIVE walk(key) AS (
  (SELECT key FROM rows WHERE made_by=%(made_by)s AND view=%(view)s AND key > %(after)s AND key < %(stop)s ORDER BY key LIMIT 1)
  UNION ALL
  SELECT (
    SELECT r.key FROM rows r
    WHERE r.made_by=%(made_by)s AND r.view=%(view)s AND r.key > walk.key AND r.key < %(stop)s ORDER BY r.key LIMIT 1
  ) FROM walk WHERE walk.key IS NOT NULL
)
"""
"""From key to key of a range, whatever versions each has."""
CHANGED = f"""{WALK}SELECT walk.key, EXISTS (
  SELECT 1 FROM rows r
  WHERE r.made_by=%(made_by)s AND r.view=%(view)s AND r.key = walk.key
    AND r.from_position > %(since)s AND r.from_position <= %(at)s
)
FROM walk WHERE walk.key IS NOT NULL LIMIT %(limit)s
"""
"""The next keys, and of each whether it did."""
