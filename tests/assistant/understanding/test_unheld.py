"""A class that is named beside another one, and not by its whole title."""

from assistant.answer import Question
from assistant.understanding.query import Operation, Query
from assistant.understanding.understand import understand
from tests.assistant.entries import entry

_HELD = (entry("Custodian"), entry("Police Dispatcher"), entry("Court Clerk I"), entry("Court Clerk II"))


def _understood(text: str) -> Query:
    return understand(Question(text), _HELD, lambda entries: ())


def test_a_class_beside_another_may_be_named_by_a_part_of_its_title() -> None:
    query = _understood("who stands more, the custodian or the dispatcher?")
    assert query.operation is Operation.COMPARE
    assert [one.title for one in query.classes.entries] == ["Custodian", "Police Dispatcher"]


def test_a_class_beside_another_is_asked_back_where_several_have_that_part_of_a_title() -> None:
    query = _understood("who stands more, the custodian or the court clerk?")
    assert not query.classes.entries
    assert [one.title for one in query.classes.candidates] == ["Court Clerk I", "Court Clerk II"]


def test_a_class_beside_another_that_is_not_held_is_said_not_to_be() -> None:
    assert _understood("who stands more, the custodian or the archivist?").classes.unheld
