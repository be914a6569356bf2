import pytest

from assistant.answer import Question
from assistant.understanding.understand import understand
from tests.assistant.entries import entry

HELD = (entry("Mechanic Helper"), entry("Machinist"), entry("Librarian"))


@pytest.mark.parametrize(
    "text",
    [
        "how long as a mechanic helper do they want for machinist",
        "Can a Mechanic Helper become a Machinist, and after how many years?",
        "for machinist, is experience as a mechanic helper needed",
        "what experience do I need to go up from mechanic helper to the machinist class",
    ],
)
def test_the_class_in_which_somebody_serves_to_qualify_for_another_is_not_the_one_asked_about(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert [one.title for one in query.classes.entries] == ["Machinist"]


@pytest.mark.parametrize(
    "text",
    [
        "what experience do a mechanic helper and a machinist need",
        "compare the experience needed as a mechanic helper with that of a machinist",
        "does a mechanic helper lift more often as a machinist does",
    ],
)
def test_classes_side_by_side_both_stay(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert {one.title for one in query.classes.entries} == {"Mechanic Helper", "Machinist"}
