from collections.abc import Sequence

import pytest

from assistant import Assistant, Outcome, Question, Reason, Route
from assistant.answer import Turn
from assistant.understanding.explanation import explained
from assistant.understanding.lexicon import FIELD_PHRASES, OTHER_SECTION_PHRASES, SECTION_PHRASES
from assistant.understanding.meanings import Meant, asked_of_somebody, descriptions, fields_meant, meant_by
from assistant.understanding.query import Fields, Query
from assistant.understanding.understand import understand
from assistant.understanding.words import words_of
from index import Library, VectorsUnavailable
from tests.assistant.entries import entry

HELD = (entry("Otter Keeper"), entry("Boat Pilot"))
_SEATED = "how much time is spent seated in a chair"
_FAR = 0.1


class _Cosines:
    """The similarities of a few descriptions; every other is far."""

    def __init__(self, **near: float) -> None:
        self._near = {words.replace("_", " "): cosine for words, cosine in near.items()}
        self.asked: list[str] = []

    def __call__(self, said: str, texts: Sequence[str]) -> list[float]:
        self.asked.append(said)
        return [self._near.get(text, _FAR) for text in texts]


def _query(text: str, *history: Turn) -> Query:
    return understand(Question(text, history=history), HELD, lambda entries: ())


def test_the_nearest_field_is_meant() -> None:
    meant = fields_meant(
        _query("what time does the otter keeper spend on a stool"), _Cosines(sitting=0.58, walking=0.4)
    )
    assert meant == Meant(Fields(("physical_demands.sitting",)), 0.58, "sitting")
    assert not meant.is_sure


def test_a_question_that_the_lexicon_understands_is_compared_with_nothing() -> None:
    cosines = _Cosines(sitting=0.9)
    assert fields_meant(_query("how often does the otter keeper kneel"), cosines) is None
    assert fields_meant(_query("who kneels on a stool"), cosines) is None
    assert cosines.asked == []


@pytest.mark.parametrize(
    ("near", "fields"),
    [
        ({"kneeling": 0.7, "crouching": 0.68}, Fields(("physical_demands.kneeling", "physical_demands.crouching"))),
        ({"kneeling": 0.7, "how_physically_demanding_is_the_job": 0.68}, Fields(sections=("physical_demands",))),
        ({"kneeling": 0.7, "crouching": 0.6}, Fields(("physical_demands.kneeling",))),
        ({"is_the_work_hazardous": 0.7}, Fields(sections=("health_and_safety",))),
    ],
)
def test_a_near_tie_within_a_section_means_both_rows_or_the_section(near: dict[str, float], fields: Fields) -> None:
    meant = meant_by("somebody", _Cosines(**near))
    assert meant is not None
    assert meant.fields == fields


@pytest.mark.parametrize(
    "near",
    [
        {"kneeling": 0.7, "the_salary_of_the_job": 0.68},
        {"kneeling": 0.7, "crouching": 0.69, "bending": 0.68},
        {"kneeling": 0.7, "going_to_meetings_and_hearings": 0.68},
        {"going_to_meetings_and_hearings": 0.7},
    ],
)
def test_what_may_mean_several_things_or_nothing_of_the_form_means_none(near: dict[str, float]) -> None:
    assert meant_by("somebody", _Cosines(**near)) is None


def test_yes_or_no_must_be_nearer_than_an_open_question() -> None:
    cosines = _Cosines(sitting=0.52)
    assert fields_meant(_query("what time does the otter keeper spend on a stool"), cosines)
    assert fields_meant(_query("does the otter keeper own a stool?"), cosines) is None


def test_a_class_is_somebody_and_what_does_not_ask_is_left_out() -> None:
    text = "My knees hurt. What does an Otter Keeper sit on, and when?"
    named = [word for word in words_of(text) if word.text in ("otter", "keeper")]
    assert asked_of_somebody(text, named) == "What does somebody sit on, and when?"


def test_the_explanation_says_that_a_field_was_found_by_meaning() -> None:
    query = _query("what time does the otter keeper spend on a stool")
    lines = explained(query, Meant(Fields(("physical_demands.sitting",)), 0.58, _SEATED))
    assert lines[-1] == f"fields by meaning: Sitting (0.58 to “{_SEATED}”; looked up where no sentence answers)"


def test_every_description_is_of_a_field_or_section_that_the_lexicon_has_too() -> None:
    named = {*FIELD_PHRASES, *SECTION_PHRASES, *OTHER_SECTION_PHRASES, "salary", "how_to_apply", "nothing"}
    assert set(descriptions().values()) <= named


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Is the bridge tender up high a lot?", "physical_demands.climbing"),
        ("How often would a Zookeeper be frozen or overheated?", "environmental_factors.extreme_temperatures"),
        ("What kind of texts must the Property Appraiser be able to understand?", "class_requirements.reading"),
        ("Number under which the Harbor Deckhand is listed?", "code"),
    ],
)
def test_a_field_is_found_in_words_that_the_lexicon_does_not_have(
    assistant: Assistant, question: str, field: str
) -> None:
    answer = assistant.ask(Question(question))
    assert answer.route is Route.LOOKUP
    assert [value.field for value in answer.values] == [field]
    assert "fields by meaning" in assistant.explain(Question(question))[-1]


@pytest.mark.parametrize(
    "question",
    ["Does the Park Ranger carry a gun?", "is there free parking for court clerk i", "can i bring my dog, custodian"],
)
def test_what_no_field_and_no_sentence_says_is_said_to_be_unsaid(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)


def test_without_the_model_a_question_is_answered_as_by_the_lexicon_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(*_: object, **__: object) -> list[float]:
        raise VectorsUnavailable("no model")

    monkeypatch.setattr(library, "similarities", unavailable)
    monkeypatch.setattr(library, "dense", unavailable)
    answer = Assistant(library).ask(Question("Is the bridge tender up high a lot?"))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)
