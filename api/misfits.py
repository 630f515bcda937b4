"""What in a body does not fit a command, in Danish and English: msgspec's sentences are for programmers, and English only."""

import re
from collections.abc import Callable

WORDS_CHARS_MAX = 200
TYPES = {
    "int": ("et helt tal", "a whole number"),
    "float": ("et decimaltal", "a decimal number"),
    "str": ("en tekst", "a text"),
    "bool": ("true eller false", "true or false"),
    "null": ("null", "null"),
    "array": ("en liste", "a list"),
    "object": ("et objekt", "an object"),
}

Found = re.Match[str]
Words = Callable[[Found], tuple[str, str]]


def misfit(error: str) -> tuple[str, str, str]:
    """The JSON pointer (RFC 6901) of the field, and what is wrong with it in Danish and English."""
    words, _, where = error.partition(" - at `")
    pointer = where.removesuffix("`").removeprefix("$").replace(".", "/").replace("[", "/").replace("]", "")
    for pattern, told in _SENTENCES:
        match = pattern.fullmatch(words)
        if match is not None:
            if "field" in match.groupdict():
                pointer = f"{pointer}/{_escaped(match['field'])}"
            da, en = told(match)
            return (
                pointer,
                f"{_field(pointer, 'Feltet', 'Kroppen')} {da}.",
                f"{_field(pointer, 'The field', 'The body')} {en}.",
            )
    cut = words[:WORDS_CHARS_MAX]
    return pointer, f"{_field(pointer, 'Feltet', 'Kroppen')} passer ikke: {cut}", f"{pointer or '/'}: {cut}"


def _field(pointer: str, field: str, body: str) -> str:
    return f"{field} {pointer[:WORDS_CHARS_MAX]}" if pointer else body


def _escaped(name: str) -> str:
    return name[:WORDS_CHARS_MAX].replace("~", "~0").replace("/", "~1")


def _types(names: str) -> tuple[str, str]:
    known = [TYPES.get(name, (name, name)) for name in names.split(" | ")]
    return " eller ".join(da for da, _ in known), " or ".join(en for _, en in known)


def _other_type(match: Found) -> tuple[str, str]:
    (wanted_da, wanted_en), (got_da, got_en) = _types(match["wanted"]), _types(match["got"])
    return f"skal være {wanted_da}, ikke {got_da}", f"must be {wanted_en}, not {got_en}"


def _size(match: Found) -> tuple[str, str]:
    of = "tegn" if match["of"] == "str" else "led"
    of_en = "characters" if match["of"] == "str" else "elements"
    least = match["bound"] == ">="
    return (
        f"skal have {'mindst' if least else 'højst'} {match['count']} {of}",
        f"must have at {'least' if least else 'most'} {match['count']} {of_en}",
    )


def _bound(match: Found) -> tuple[str, str]:
    least = match["bound"] == ">="
    return (
        f"skal være {'mindst' if least else 'højst'} {match['count']}",
        f"must be {match['count']} at {'least' if least else 'most'}",
    )


_SENTENCES: tuple[tuple[re.Pattern[str], Words], ...] = (
    (
        re.compile(r"Object contains unknown field `(?P<field>.*)`", re.DOTALL),
        lambda _: ("findes ikke her", "does not exist here"),
    ),
    (re.compile(r"Object missing required field `(?P<field>.*)`"), lambda _: ("mangler", "is missing")),
    (re.compile(r"Expected `(?P<wanted>[a-z| ]+)`, got `(?P<got>[a-z| ]+)`"), _other_type),
    (re.compile(r"Expected `(?P<of>str|array)` of length (?P<bound><=|>=) (?P<count>\d+)"), _size),
    (re.compile(r"Expected `int` (?P<bound><=|>=) (?P<count>-?\d+)"), _bound),
    (
        re.compile(r"(Integer value|Number) out of range"),
        lambda _: ("er et tal uden for det mulige", "is a number out of range"),
    ),
    (
        re.compile(r"Invalid (enum )?value .*", re.DOTALL),
        lambda _: ("er ingen af de mulige værdier", "is none of the possible values"),
    ),
    (
        re.compile(r"Expected `str` matching regex .*", re.DOTALL),
        lambda _: ("er ikke skrevet, som det skal være", "is not written as it must be"),
    ),
)
