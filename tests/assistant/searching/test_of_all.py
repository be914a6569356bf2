"""When a question of all classes is put to the reranker beside its search: that takes as long as all the rest."""

from collections.abc import Sequence

import pytest

from assistant import Answer, Assistant, Question, Route
from index import Library

OF_A_DEPARTMENT = "Someone on the line is only interested in the Arts and Heritage department. Which jobs are those?"


@pytest.fixture
def read(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many texts the reranker read, once for each time that it was asked."""
    counted: list[int] = []
    relevances = library.relevances

    def counting(question: str, texts: Sequence[str]) -> list[float] | None:
        counted.append(len(texts))
        return relevances(question, texts)

    monkeypatch.setattr(library, "relevances", counting)
    return counted


def _asked(assistant: Assistant, text: str) -> Answer:
    return assistant.ask(Question(text))


@pytest.mark.parametrize(
    "question",
    [
        # Some classes have the words.
        "who pumps out the bilges",
        "Who gets called out at night?",
        # One word at most is left unread of what is nobody's work.
        "Which jobs require a driver's license?",
        # It says how much of a row is wanted.
        "Which classes have lots of dirt and dust and pay over $60,000?",
    ],
)
def test_passages_are_not_read_where_they_have_nothing_to_add(
    assistant: Assistant, read: list[int], question: str
) -> None:
    assert _asked(assistant, question).route is Route.SEARCH
    assert read == []


@pytest.mark.parametrize(
    ("question", "route"),
    [
        # A word is left unread of what may be somebody's work.
        (OF_A_DEPARTMENT, Route.SEARCH),
        # Much of the question is left unread, of a row that is only named.
        ("Who keeps running the fountain pumps in winter?", Route.NONE),
        # No class has the words.
        ("who ties the boats up at the dock", Route.PASSAGES),
    ],
)
def test_passages_are_read_where_they_may_say_more(
    assistant: Assistant, read: list[int], question: str, route: Route
) -> None:
    assert _asked(assistant, question).route is route
    assert read


def test_the_sentence_to_quote_is_looked_for_only_where_passages_answer(assistant: Assistant, read: list[int]) -> None:
    _asked(
        assistant, "Someone on the line is only interested in the Arts and Heritage department. Which jobs are those?"
    )
    assert len(read) == 1
    read.clear()
    _asked(assistant, "who watters the plants in the glas houses")
    assert len(read) > 1
