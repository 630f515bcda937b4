"""The witness (vidne): what each party runs beside the service. It keeps the last head it signed of each log, and signs no other.

It knows no store and nothing of the record: a key of its own, the keys of the logs it looks after, and one file for each.
"""
