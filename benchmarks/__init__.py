"""The figures: each a ratio beside a peer in one run, the median of interleaved pairs with its spread, never a bare time."""
