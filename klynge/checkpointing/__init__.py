"""The checkpointer (kontrolpunktmager): signs how large the log's tree is, and its root, once it has looked twice.

A process of its own, with a key of its own: a child of `klynge serve`, or `klynge checkpoint` under another user.
"""
