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


def test_somebody_whom_no_title_names_is_a_class_that_is_not_held() -> None:
    assert _understood("meter reader job how much walking").classes.unheld
    assert _understood("tree trimmer, do they climb all day").classes.unheld
    assert not _understood("summer job how much walking").classes.unheld


def test_classes_of_a_list_are_not_taken_for_one_another() -> None:
    query = _understood("Compare these on walking: Police Dispatcher, Custodian and Court Clerk I")
    assert [one.title for one in query.classes.entries] == ["Police Dispatcher", "Custodian", "Court Clerk I"]


def test_levels_counted_or_spoken_of_as_such_are_all_meant() -> None:
    for text in ("Do both court clerks walk?", "which of the two court clerks walks", "court clerk levels: walking?"):
        query = _understood(text)
        assert [one.title for one in query.classes.entries] == ["Court Clerk I", "Court Clerk II"]
        assert query.operation is Operation.COMPARE
