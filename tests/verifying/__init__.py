"""The offline verifier, as whoever doubts the record runs it."""
