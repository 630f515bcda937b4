"""Questions: Danish words in each of their forms, words in a row, and what can be searched for at all."""

import unicodedata

import pytest

from projections.misasked import Misasked
from projections.question import QUESTION_CHARS_MAX, TERMS_MAX, Found, read_question
from projections.stems import Stemming, written

TEXT = "Klyngens midler blev fordelt på mødet i Århus den 9. april: 1.250.000 kr. til træning."


def found(asked: str, **texts: str) -> Found | None:
    stemming = Stemming()
    return read_question(asked, stemming).found_in(texts or {"sentence": TEXT}, stemming)


@pytest.mark.parametrize(
    "asked",
    ["midler", "midlerne", "MIDLER", "møder", "mødet", "træningen", "fordelt", "kr", "1250000", "1.250.000", "2024 9"][
        :10
    ],
)
def test_a_word_is_found_in_each_of_its_forms(asked: str) -> None:
    assert found(asked) is not None


@pytest.mark.parametrize("asked", ["Århus", "Aarhus", "århus", unicodedata.normalize("NFD", "Århus")])
def test_a_letter_is_the_same_however_it_was_typed(asked: str) -> None:
    assert found(asked) is not None
    assert found(asked, text=unicodedata.normalize("NFD", TEXT)) is not None
    assert found(asked, text="Arhus og arbejde") is None, "æ, ø and å are letters of their own"


def test_an_accent_may_be_left_out() -> None:
    assert found("en cafe", text="Vi mødtes på en café.") is not None


def test_all_words_must_stand_there_in_whatever_text() -> None:
    assert found("midler træning") is not None
    assert found("midler psykiatri") is None
    told = found("midler psykiatri", title="Midler", words="Til psykiatrien i klyngen")
    assert told is not None


def test_words_between_quotation_marks_stand_in_a_row() -> None:
    assert found('"klyngens midler"') is not None
    assert found("»Klyngens midler«") is not None
    assert found('"midler klyngens"') is None
    assert found('"fordelt på mødet"') is not None, "small words count within a row"
    assert found('"fordelt mødet"') is None


def test_a_hit_shows_what_stands_around_it_and_how_it_is_written_there() -> None:
    text = f"{'ord ' * 60}Midlerne fordeles {'ord ' * 60}"
    hit = found("midler", words=text, sentence="Andet.")
    assert hit is not None
    assert hit.where == "words"
    assert hit.words == ("Midlerne",)
    assert "Midlerne fordeles" in hit.excerpt
    assert hit.excerpt.startswith("… ord")
    assert hit.excerpt.endswith("ord …")
    assert len(hit.excerpt) < 200


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("", "q.malformed"),
        ("  ", "q.malformed"),
        ("a" * (QUESTION_CHARS_MAX + 1), "q.malformed"),
        ("ord\x00", "q.malformed"),
        ("og det", "q.no-words"),
        ("!? ...", "q.no-words"),
        (" ".join(f"ord{letter}" for letter in "abcdefghijklmnop"[: TERMS_MAX + 1]), "q.too-many-words"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_with_a_reason(asked: str, code: str) -> None:
    with pytest.raises(Misasked) as refused:
        read_question(asked, Stemming())
    assert refused.value.code == code
    assert refused.value.da != refused.value.en


def test_an_unknown_mark_or_a_lone_quotation_mark_is_passed_over() -> None:
    assert found('midler "') is not None
    assert found("midler; --") is not None


def test_a_word_knows_where_it_stands() -> None:
    text = written("Ø1. april")
    assert [text[word.start : word.end] for word in Stemming().words(text)] == ["Ø1", "april"]
