"""Where it is kept: log, receipts, blocks, keys, rows, sessions and leases; webhooks and the outbox; the doorbell, and who is here.

The one room that imports eventsourcing, sqlite3, psycopg and redis. It knows no view and no rule by name: the kinds of stream, the
policy and the folds are handed in or come from `domain`. What both stores have stands here; what one of them has, in its folder.
"""
