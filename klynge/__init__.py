"""How it is run: the `klynge` command line, the one place that wires the rooms together, and what goes out by itself.

That is webhooks and notices: each in a folder of its own, sent by the one process that holds the lease, and never a closed word.
"""
