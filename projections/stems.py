"""Stems (ordstammer): a text as the words that somebody searches by. Danish, so that »beslutningerne« is found by »beslutning«."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct
from snowballstemmer import stemmer  # type: ignore[import-untyped]

STEMS_VERSION = 1
"""Raised when the same text comes to have other stems: what was kept of it before is made anew."""
WORD_CHARS_MAX = 60
"""What is longer is no word, and nobody types it."""
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
"""A number with its points and its comma is one word."""
ACCENTS = str.maketrans("éèêëáàâóòôúùûíìîüñç", "eeeeaaaooouuuiiiunc")
"""Marks that are written or left out as one likes. Those that make a letter of its own stay: æ, ø, å, ä, ö."""
SMALL = """
af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller en end er et
for fra ham han hans har havde have hende hendes her hos hun hvad hvis hvor i ikke ind jeg jer jo kunne man mange med
meget men mig min mit mod ned noget nogle nu når og også om op os over på selv sig sin sine sit skal skulle som sådan
thi til ud under var vi vil ville vor være været the of and to in is by on that was
"""
TOO_COMMON = frozenset(SMALL.split())
"""Words that stand everywhere and tell nothing."""


class Word(Struct, frozen=True, gc=False):
    """A word of a text, and where it stands in it."""

    stem: str
    start: int
    end: int
    is_common: bool


class Stemming:
    """Takes texts apart. For one thread, and not for long: it knows the words that it met, and what was said may have to be
    forgotten.
    """

    def __init__(self) -> None:
        self._stem_of = stemmer("danish").stemWord
        self._met: dict[str, str] = {}

    def words(self, text: str) -> Iterator[Word]:
        """The words of a text that `written` made."""
        for match in WORD.finditer(text):
            word = match[0].casefold().translate(ACCENTS)
            if len(word) > WORD_CHARS_MAX or (len(word) == 1 and not word.isdigit()):
                continue
            is_common = word in TOO_COMMON
            stem = word.replace(".", "") if word[0].isdigit() else self._stem(word.replace("aa", "å"))
            yield Word(stem, match.start(), match.end(), is_common)

    def stems(self, text: str) -> set[str]:
        """What a text is found by."""
        return {word.stem for word in self.words(written(text)) if not word.is_common}

    def _stem(self, word: str) -> str:
        stem = self._met.get(word)
        if stem is None:
            stem = self._met[word] = self._stem_of(word)
        return stem


def written(text: str) -> str:
    """A text with each of its letters as one character, however it was typed."""
    return unicodedata.normalize("NFC", text)
