import pytest

from assistant.understanding.query import Fields
from assistant.understanding.topics import absent_topic, codes_to_define, topics_in
from assistant.understanding.words import words_of


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("what does the F mean for a roofer", ("F",)),
        ("the letter VH on that form, what is it", ("VH",)),
        ("M beside dust for the roofer means what", ("M",)),
        ("define sedentary", ("sedentary",)),
        ("how often is seldom", ("seldom",)),
        ("what counts as seldom for the roofer", ("seldom",)),
        ("how long would rarely be for a roofer", ("rarely",)),
        ("when does the form call something seldom", ("seldom",)),
        ("roofer D code = ? under hazards", ("D",)),
        ("when the form says Seldom, how much of a working day is meant", ("seldom",)),
        ("does it count as heavy work", ()),
        ("how many roofers are sedentary", ()),
        ("how often does the roofer climb", ()),
        ("is the roofer's work heavy", ()),
        ("M under dust - roofer - means?", ("M",)),
        ("what's the difference between rarely and never on the roofer form", ("rarely", "never")),
        ("how does light differ from sedentary?", ("light", "sedentary")),
        ("is the roofer considered heavy", ()),
    ],
)
def test_a_code_or_a_word_of_a_legend_is_asked_for_by_its_meaning(question: str, asked: tuple[str, ...]) -> None:
    assert codes_to_define(question) == asked


def test_a_topic_that_no_class_spec_has_is_known_by_its_words() -> None:
    words = words_of("how much vacation does a roofer get")
    assert absent_topic(words, Fields()) == ("leave", ("vacat",))
    assert topics_in(words) == ("leave",)


def test_a_field_named_in_as_many_words_is_no_absent_topic() -> None:
    words = words_of("is dental work seen")
    named = Fields(("physical_demands.vision",), (), words_of("work seen dental"))
    assert absent_topic(words, named)[0] is None
