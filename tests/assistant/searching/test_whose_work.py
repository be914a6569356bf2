"""Questions that name no class and ask whose work something is, with the real models."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Outcome, Question, Reason, Route
from index import Library, LibrarySettings
from index.reranking import NO_RERANKER
from tests.assistant.conftest import SAMPLES


@pytest.fixture
def without_reranker(tmp_path: Path) -> Iterator[Assistant]:
    """An assistant over two samples, without reranker."""
    folder = LibrarySettings(library=tmp_path, reranker=NO_RERANKER)
    with Library.open(folder) as held:
        held.ingest([SAMPLES / "park-ranger.md", SAMPLES / "court-clerk-i.html"])
        yield Assistant(held)


def _asked(assistant: Assistant, text: str) -> Answer:
    return assistant.ask(Question(text))


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("who rescues persons from the water", "Harbor Deckhand"),
        ("Which job swears in witnesses and marks exhibits?", "Court Clerk I"),
        ("who sets up telescopes for visitors on clear nights", "Planetarium Lecturer"),
        ("who puts out fires and rescues trapped people", "Firefighter"),
    ],
)
def test_the_class_whose_work_it_is_is_named_and_cited(assistant: Assistant, question: str, title: str) -> None:
    answer = _asked(assistant, question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.classes[0] == title
    assert answer.citations[0].class_title == title


@pytest.mark.parametrize(
    ("question", "title"),
    [
        # Taken for a search of a field named by accident: running, fire hazards, pushing and pulling.
        ("who puts out fires and rescues trapped people", "Firefighter"),
        ("which job pulls people out of crashed cars", "Firefighter"),
        # No class has just these words.
        ("who ties the boats up at the dock", "Harbor Deckhand"),
        ("who talks people through CPR on the phone?", "Police Dispatcher"),
        # Slips of the pen.
        ("who watters the plants in the glas houses", "Greenhouse Grower"),
        # A trade or a crew is no name of a class, and what is told before is what is asked.
        ("Which trade repairs traffic signals?", "Traffic Signal Mechanic"),
        ("the signal at the crossing is dark, whose job is that?", "Traffic Signal Mechanic"),
    ],
)
def test_words_that_name_a_field_or_a_kind_of_class_do_not_hide_whose_work_it_is(
    assistant: Assistant, question: str, title: str
) -> None:
    answer = _asked(assistant, question)
    assert (answer.outcome, answer.classes[:1]) == (Outcome.ANSWERED, (title,))


def test_a_search_that_left_most_of_the_question_unread_is_no_answer(assistant: Assistant) -> None:
    answer = _asked(assistant, "which class runs a bakery with wedding cakes")
    assert (answer.outcome, answer.citations) == (Outcome.ABSTAINED, ())


def test_words_that_several_classes_have_are_listed_complete(assistant: Assistant) -> None:
    answer = _asked(assistant, "which jobs mention chain saws")
    assert answer.route is Route.SEARCH
    assert {"Firefighter", "Park Ranger"} <= set(answer.classes)


def test_a_clear_winner_is_the_only_class(assistant: Assistant) -> None:
    answer = _asked(assistant, "who puts out fires and rescues trapped people")
    assert answer.route is Route.PASSAGES
    assert answer.classes == ("Firefighter",)


@pytest.mark.parametrize(
    "question", ["who grooms the mayor's horses", "Which class breeds racing pigeons?", "who mines coal"]
)
def test_work_that_no_class_does_is_nobodys(assistant: Assistant, question: str) -> None:
    answer = _asked(assistant, question)
    assert not answer.citations


def test_the_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    question = "who puts out fires and rescues trapped people"
    first, second = _asked(assistant, question), _asked(assistant, question)
    assert (first.text, first.citations) == (second.text, second.citations)


def test_without_a_reranker_words_and_meaning_still_find_it(without_reranker: Assistant) -> None:
    answer = _asked(without_reranker, "who gives first aid to lost persons in the parks")
    assert answer.classes == ("Park Ranger",)
    assert answer.citations


def test_beneath_an_abstention_stands_what_is_nearest(assistant: Assistant) -> None:
    answer = _asked(assistant, "who changes light bulbs")
    assert (answer.outcome, answer.reason, answer.classes) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC, ())
    assert any("replaces lamps" in citation.quote for citation in answer.citations)


def test_duties_of_a_class_are_read_beside_what_else_is_found(assistant: Assistant) -> None:
    answer = _asked(assistant, "i love animals, who feeds and takes care of animals")
    assert answer.citations[0].section == "brief_description"
    assert answer.classes == ("Zookeeper",)


def test_what_has_nothing_to_do_with_class_specs_has_nothing_near(assistant: Assistant) -> None:
    assert not _asked(assistant, "who should I vote for in the mayoral race?").citations
