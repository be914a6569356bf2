import pytest

from assistant.understanding.spelling import as_meant, corrected
from assistant.understanding.vocabulary import question_vocabulary
from assistant.understanding.words import words_of

NAMES = frozenset({"librarian", "custodian", "dispatcher", "operator", "mechanic"})


def _meant(text: str, held: frozenset[str] = frozenset()) -> str:
    return as_meant(text, question_vocabulary(), NAMES, held.__contains__)


@pytest.mark.parametrize(
    ("typed", "meant"), [("libarian", "librarian"), ("custodain", "custodian"), ("dispacher", "dispatcher")]
)
def test_a_slip_of_a_name_is_corrected(typed: str, meant: str) -> None:
    (word,) = corrected(words_of(typed), NAMES)
    assert (word.text, word.start, word.end) == (meant, 0, len(typed))


def test_an_english_word_is_never_taken_for_a_name() -> None:
    (word,) = corrected(words_of("office"), {"officer"})
    assert word.text == "office"


def test_a_slip_that_may_mean_two_names_is_left_alone() -> None:
    (word,) = corrected(words_of("xalking"), {"walking", "talking"})
    assert word.text == "xalking"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what is the clas code", "what is the class code"),
        ("who does she reprot to", "who does she report to"),
        ("slary?", "salary?"),
        ("what lisense and certifcation", "what license and certification"),
        ("tiem presures", "time pressures"),
        ("do they clean toilits at nites", "do they clean toilets at nights"),
        ("how ofen is there clibming", "how often is there climbing"),
        ("chemcal hazzards", "chemical hazards"),
    ],
)
def test_a_slip_of_a_word_of_questions_is_put_right(typed: str, meant: str) -> None:
    assert _meant(typed) == meant


def test_a_word_that_is_english_but_hardly_ever_said_is_a_slip_of_one_that_is() -> None:
    assert _meant("how much siting is there") == "how much sitting is there"


def test_a_word_that_a_spec_has_is_no_slip() -> None:
    assert _meant("does the planner do siting", held=frozenset({"siting"})) == "does the planner do siting"


@pytest.mark.parametrize(
    "said",
    ["lightning", "mows", "lathes", "caring", "planes", "the seting", "Norfolk", "zapped", "welds", "an operater"],
)
def test_other_words_and_slips_of_names_stay(said: str) -> None:
    assert _meant(said) == said
