"""PostgreSQL, for several processes: the log's row lock, rows, keys, sessions and leases, each reached within a deadline."""
