"""SQLite, the embedded default: log, rows, keys and sessions in files of their own, beside each other."""
