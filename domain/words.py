"""Stored words with their Danish: every closed vocabulary of the record is one of these."""

from enum import StrEnum


class Word(StrEnum):
    """A stored value (English, never renamed) and the word a secretary says (Danish)."""

    da: str
    en: str
    """The stored value, spaces for dashes."""

    def __new__(cls, value: str, da: str) -> "Word":
        word = str.__new__(cls, value)
        word._value_ = value
        word.da = da
        word.en = value.replace("-", " ")
        return word
