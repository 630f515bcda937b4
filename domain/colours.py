"""Colours (farver): how a thing stands, at a glance. Never called status."""

from domain.words import Word


class Colour(Word):
    """Green, yellow or red."""

    GREEN = "green", "grøn"
    YELLOW = "yellow", "gul"
    RED = "red", "rød"
