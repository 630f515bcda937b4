"""Notices: people are told by mail that something waits for them in Klynge. No mail says what is closed to anybody."""
