"""The outside: what clients send and get."""
