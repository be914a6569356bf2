"""A sample of ``make llm``: the gate with SmolLM2 behind llama-cpp-python's server."""

from collections.abc import Iterator
from itertools import islice

import pytest

from assistant import Assistant, LanguageModelSettings, Question, language_model
from assistant.answer import Turn
from benchmarks.answering import own_settings
from benchmarks.expectations import SAMPLES
from benchmarks.llm import ask_both_ways, questions, questions_of_functions
from benchmarks.local_model import is_installed, serving_smollm2
from index import Library

pytestmark = pytest.mark.skipif(
    not is_installed(),
    reason="NO LANGUAGE MODEL HERE: the gate was NOT tested with a real one; run make local-llm and test again",
)
EVERY = 16


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(own_settings(tmp_path_factory.mktemp("library"))) as held:
        assert not held.ingest([SAMPLES]).failed
        yield held


@pytest.fixture(scope="module")
def settings() -> Iterator[LanguageModelSettings]:
    with serving_smollm2() as settings:
        yield settings


def test_nothing_is_shown_of_a_weak_model_that_the_verifier_does_not_pass(
    library: Library, settings: LanguageModelSettings
) -> None:
    pairs = list(ask_both_ways(library, settings, islice(questions_of_functions(library), 0, None, EVERY)))
    assert sum(len(pair.sentences) for pair in pairs) >= len(pairs) / 2, "the model wrote next to nothing"
    assert [failure for pair in pairs for failure in pair.failures_of_model] == []
    assert all(pair.facts_are_equal for pair in pairs)


def test_a_follow_up_is_answered_whatever_a_weak_model_makes_of_it(
    library: Library, settings: LanguageModelSettings
) -> None:
    history = (Turn("user", "Does the Park Ranger handle money?"), Turn("assistant", "It collects camping fees [1]."))
    answer = Assistant(library, language_model(settings)).ask(Question("And what about those?", history=history))
    assert answer.text


def test_the_questions_are_enough_to_tell(library: Library) -> None:
    assert len(list(questions(library))) >= 150
