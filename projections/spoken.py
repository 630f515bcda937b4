"""Sentences as an audience hears them: pieces revealed and put together."""

from domain.kernel import Recorded
from projections.pieces import Sentence
from projections.reveal import reveal
from projections.sentence import audit_sentence, spoken_sentence, told
from projections.view import Sight


def spoken(recorded: Recorded, sight: Sight, lang: str) -> str:
    """The short sentence of the live region, free text cut; empty where the event has none."""
    sentence = spoken_sentence(recorded, lang)
    return "" if sentence is None else _told(sentence, sight, lang, cut=True)


def audited(recorded: Recorded, sight: Sight, lang: str) -> str:
    """The sentence of the audit trail; of an event that cannot be told, its tag."""
    try:
        sentence = audit_sentence(recorded, lang)
    except Exception:
        # It was accepted and stands for ever: it may not keep the rest of the page from its readers.
        return str(recorded.event.tag)
    return _told(sentence, sight, lang, cut=False)


def _told(sentence: Sentence, sight: Sight, lang: str, *, cut: bool) -> str:
    return told(tuple(reveal(piece, sight) for piece in sentence), lang, cut)
