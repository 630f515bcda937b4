"""How it is run: the `klynge` command line, and the one place that wires the rooms together."""
