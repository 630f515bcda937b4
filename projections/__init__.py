"""How it looks: one fold per question someone asks.

A fold gives rows, now, then and live alike; `show` decides with the policy which of them a reader sees, and opens their
words. Pure: no clock, no I/O. Folds never open a seal, so rows hold boxes.
"""
