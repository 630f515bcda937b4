"""Figures of the live part: `make bench-live`, each a file of its own. Every server under measurement is a process of its own."""
