import pytest

from assistant.understanding.phrases import phrase_of, standing, without_other_senses
from assistant.understanding.words import words_of


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("foot pedals", "a foot pedal", True),
        ("dirt and dust", "the dirt or the dust", True),
        ("resident of", "must be a resident of the city", True),
        ("resident of", "works with residents", False),
        ("=hearing", "hearing tests", True),
        ("=hearing", "public hearings", False),
        ("work in an =office", "they work in the office", True),
        ("work in an =office", "the officer works", False),
    ],
)
def test_a_phrase_stands_where_its_words_do(phrase: str, text: str, stands: bool) -> None:
    assert phrase_of(phrase).stands_in(words_of(text)) is stands


def test_of_some_phrases_those_that_stand_are_found_in_their_order() -> None:
    phrases = ("work outdoors", "heavy lifting", "lifting", "crawl")
    assert standing(phrases, words_of("Is there lifting, and do they work outdoors?")) == ("work outdoors", "lifting")
    assert standing(phrases, words_of("heavily lifted outdoors")) == ("lifting",)


def test_words_of_a_phrase_that_means_something_else_are_left_out() -> None:
    words = words_of("where do I hand in my form, and who pays for it?")
    assert not {"hand", "pays"} & {word.text for word in without_other_senses(words)}
    assert "pay" in {word.text for word in without_other_senses(words_of("what is the pay for this job"))}
