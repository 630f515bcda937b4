"""What somebody searches for (søgning): words that must all stand there, and words in a row between quotation marks."""

from collections.abc import Mapping

from msgspec import Struct

from projections.misasked import Misasked
from projections.stems import Stemming, Word, written

QUESTION_CHARS_MAX = 200
TERMS_MAX = 8
EXCERPT_CHARS = 80
"""Shown on either side of what was found."""
SENTENCE = "sentence"
QUOTES = str.maketrans("»«„”“", '"""""')


class Found(Struct, frozen=True, kw_only=True):
    """Where a question was answered, and by which words as they stand there."""

    where: str
    """The field of the event, or the sentence that tells it."""
    excerpt: str
    words: tuple[str, ...]


class Question(Struct, frozen=True):
    """Terms, all of them wanted. A term is stems that stand in a row."""

    terms: tuple[tuple[str, ...], ...]
    sought: tuple[str, ...]
    """The stems to look up: those that are not in everything."""

    def found_in(self, texts: Mapping[str, str], stemming: Stemming) -> Found | None:
        """Where it is answered by an event, told in some texts together; None: it is not."""
        places: list[tuple[str, str, list[Word], set[int]]] = []
        left = set(range(len(self.terms)))
        for where, text in texts.items():
            shown = written(text)
            words = list(stemming.words(shown))
            stems = [word.stem for word in words]
            here = [(number, at) for number, term in enumerate(self.terms) for at in _standing(term, stems)]
            left -= {number for number, _ in here}
            marked = [word for number, at in here for word in words[at : at + len(self.terms[number])]]
            places.append((where, shown, marked, {number for number, _ in here}))
        if left:
            return None
        where, shown, marked, _ = max(places, key=lambda place: len(place[3]))
        return Found(where=where, excerpt=_excerpt(shown, marked), words=_as_written(shown, marked))


def _standing(term: tuple[str, ...], stems: list[str]) -> list[int]:
    """Where in a text the stems of a term stand in a row."""
    first, count = term[0], len(term)
    return [at for at, stem in enumerate(stems) if stem == first and tuple(stems[at : at + count]) == term]


def _excerpt(text: str, marked: list[Word]) -> str:
    """What stands around the first of the words found, cut at a blank."""
    first = min(marked, key=lambda word: word.start)
    start, end = max(0, first.start - EXCERPT_CHARS), min(len(text), first.end + EXCERPT_CHARS)
    if start:
        blank = text.find(" ", start, first.start)
        start = first.start if blank < 0 else blank + 1
    if end < len(text):
        blank = text.rfind(" ", first.end, end)
        end = first.end if blank < 0 else blank
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _as_written(text: str, marked: list[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[word.start : word.end] for word in marked))


def read_question(asked: str, stemming: Stemming) -> Question:
    """Raises `Misasked`."""
    if not asked.strip() or len(asked) > QUESTION_CHARS_MAX or "\x00" in asked:
        raise Misasked(
            "q",
            "q.malformed",
            f"q er det, der søges efter, højst {QUESTION_CHARS_MAX} tegn.",
            f"q is what to search for, {QUESTION_CHARS_MAX} characters at most.",
        )
    terms: list[tuple[str, ...]] = []
    sought: list[str] = []
    for number, part in enumerate(written(asked).translate(QUOTES).split('"')):
        words = list(stemming.words(part))
        sought += [word.stem for word in words if not word.is_common]
        if number % 2:  # between quotation marks
            terms += [tuple(word.stem for word in words)] if words else []
        else:
            terms += [(word.stem,) for word in words if not word.is_common]
    if not sought:
        raise Misasked(
            "q",
            "q.no-words",
            "Skriv mindst ét ord, der siger noget: småord som »og« og »det« står overalt.",
            "Give at least one word that tells something: small words stand everywhere.",
        )
    if len(sought) > TERMS_MAX:
        raise Misasked(
            "q",
            "q.too-many-words",
            f"Skriv højst {TERMS_MAX} ord at søge efter.",
            f"Give {TERMS_MAX} words to search for at most.",
        )
    return Question(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(sought)))
