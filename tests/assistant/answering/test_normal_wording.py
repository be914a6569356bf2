"""Set phrases in one wording."""

import pytest

from assistant.answering.entailment import says_no, says_yes
from assistant.answering.normal_wording import in_normal_wording, light_verbs, words_in_normal_wording
from assistant.answering.propositions import Proposition, proposition
from assistant.understanding.words import words_of


@pytest.mark.parametrize(
    ("said", "normal"),
    [
        ("works on their own at night", "works alone at night"),
        ("twenty-four hours on duty", "24 hour shift"),
        ("no power of arrest", "no arrest"),
        ("moves into the city", "reside the city"),
        ("sells tickets", "sells tickets"),
    ],
)
def test_a_set_phrase_is_put_in_its_normal_wording_and_keeps_its_length(said: str, normal: str) -> None:
    found = in_normal_wording(said)
    assert " ".join(found.split()) == normal
    assert len(found) == len(said)


@pytest.mark.parametrize(
    ("question", "light"),
    [("does he make an arrest", ["make"]), ("does he make cabinets", []), ("does he perform surgery", ["perform"])],
)
def test_a_verb_is_light_beside_the_noun_of_an_action(question: str, light: list[str]) -> None:
    assert [word.text for word in light_verbs(words_of(question))] == light


def _asked(question: str) -> Proposition:
    asked = proposition(
        in_normal_wording(question), words_in_normal_wording(words_of(question), question), "Canal Warden"
    )
    assert asked is not None
    return asked


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("does he work on his own", "Wardens work alone.", "yes"),
        ("are they on 24 hour shifts", "Wardens work twenty-four hours on duty.", "yes"),
        ("are they on 12 hour shifts", "Wardens work eight-hour shifts.", "neither"),
        ("is he a lawyer", "Works with a lawyer.", "neither"),
        ("can he make arrests", "Wardens have no power of arrest.", "no"),
        ("does he carry out performance evaluations", "Does not hire or evaluate.", "no"),
        ("does he carry out pump evaluations", "Does not evaluate.", "neither"),
    ],
)
def test_yes_or_no_follows_in_other_words_of_the_same_sense_only(question: str, sentence: str, said: str) -> None:
    asked, text = _asked(question), in_normal_wording(sentence)
    found = (
        says_yes(asked, text, "Canal Warden", is_duty=False),
        says_no(asked, text),
    )
    assert found == (said == "yes", said == "no")
