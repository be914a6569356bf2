import pytest

from assistant.answer import Question, Turn
from assistant.query import Operation
from assistant.understand import understand
from tests.assistant.entries import entry

HELD = (entry("Firefighter"), entry("Librarian"))


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("how often does the firefighter climb", Operation.LOOKUP),
        ("physical demands of the librarian", Operation.SECTION),
        ("does the librarian read to children", Operation.PASSAGES),
        ("what does F mean for the librarian", Operation.DEFINITION),
        ("firefighter salary", Operation.ABSENT_TOPIC),
        ("tell me a joke", Operation.OTHER_REQUEST),
        ("i have a bad back, can i be a firefighter?", Operation.JUDGEMENT),
        ("would they hire me as a librarian", Operation.JUDGEMENT),
        ("can a person in a wheelchair be a librarian", Operation.JUDGEMENT),
        ("will i be on my feet all day as a librarian", Operation.LOOKUP),
        ("do i need a degree to be a librarian", Operation.LOOKUP),
        ("Librarian", Operation.LOOKUP),
        ("how can i become a librarian", Operation.SECTION),
        ("whats needed for firefighter", Operation.SECTION),
        ("what does a librarian need", Operation.SECTION),
    ],
)
def test_what_is_asked_for_is_told_apart(text: str, operation: Operation) -> None:
    assert understand(Question(text), HELD, lambda entries: ()).operation is operation


def test_a_class_alone_asks_again_what_was_asked_before() -> None:
    question = Question("and for the librarian?", history=(Turn("user", "how often does the firefighter climb"),))
    query = understand(question, HELD, lambda entries: ())
    assert (query.operation, query.fields.fields) == (Operation.LOOKUP, ("physical_demands.climbing",))
    assert [one.title for one in query.classes.entries] == ["Librarian"]


@pytest.mark.parametrize(
    "text", ["who does the librarian report to", "who supervises the librarian", "librarian: who's the boss"]
)
def test_who_supervises_a_class_is_not_whom_it_supervises(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert query.prose_topic is not None
    assert "class_requirements.supervisory" in query.prose_topic.opposite


@pytest.mark.parametrize("text", ["which jobs need a CDL", "how many specs are classified", "list all classes"])
def test_a_question_over_all_classes_is_known_for_one(text: str) -> None:
    assert understand(Question(text), HELD, lambda entries: ()).operation is Operation.SEARCH


def test_a_condition_asks_for_the_demands_that_it_bears_on() -> None:
    query = understand(Question("i have a bad back, can i be a firefighter?"), HELD, lambda entries: ())
    assert {"physical_demands.lifting", "physical_demands.bending"} <= set(query.fields.fields)


def test_a_class_that_is_not_held_is_not_answered_for_the_only_one_that_is() -> None:
    query = understand(Question("how often does the astronaut climb"), HELD[:1], lambda entries: ())
    assert query.classes.unheld
