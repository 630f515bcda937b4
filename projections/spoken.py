"""Sentences as an audience hears them: pieces revealed and put together."""

from domain.kernel import Recorded
from projections.reveal import reveal
from projections.sentence import Sentence, audit_sentence, spoken_sentence, told
from projections.view import Sight


def spoken(recorded: Recorded, sight: Sight, lang: str) -> str:
    """The short sentence of the live region, free text cut; empty where the event has none."""
    sentence = spoken_sentence(recorded, lang)
    return "" if sentence is None else _told(sentence, sight, lang, cut=True)


def audited(recorded: Recorded, sight: Sight, lang: str) -> str:
    """The sentence of the audit trail."""
    return _told(audit_sentence(recorded, lang), sight, lang, cut=False)


def _told(sentence: Sentence, sight: Sight, lang: str, *, cut: bool) -> str:
    return told(tuple(reveal(piece, sight) for piece in sentence), lang, cut)
