"""Sentences as an audience hears them: pieces opened, named and put together."""

from domain.kernel import Recorded
from projections.sentence import audit_sentences, spoken_sentence, told
from projections.view import Sight


def spoken(recorded: Recorded, sight: Sight, lang: str) -> str:
    """The short sentence of the live region, free text cut; empty where the event has none."""
    sentence = spoken_sentence(recorded, lang)
    return "" if sentence is None else told(sentence, sight, lang, cut=True)


def audited(recorded: Recorded, sight: Sight) -> tuple[str, str]:
    """The sentences of the audit trail, Danish and English; of an event that cannot be told, its tag."""
    try:
        return audit_sentences(recorded, sight)
    except Exception:
        # It was accepted and stands for ever: it may not keep the rest of the page from its readers.
        return recorded.event.tag, recorded.event.tag
