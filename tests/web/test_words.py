"""The pages' table of the record's words is the domain's, word for word."""

from domain.outcomes import PlainOutcome
from klynge.words import table
from tests.web.served import HOUSE

RECORD = HOUSE / "web" / "words" / "record.ts"


def test_the_table_of_the_pages_is_made_from_the_domain() -> None:
    assert RECORD.read_text("utf-8") == table(), f"run: python -m klynge.words > {RECORD.relative_to(HOUSE)}"


def test_every_word_of_a_vocabulary_is_in_it() -> None:
    for outcome in PlainOutcome:
        assert f'da: "{outcome.da}"' in table()
