"""Whether a search over values or passages answer a question of whose work something is."""

from dataclasses import replace

import pytest

from assistant.answering.candidates import Found
from assistant.searching.arbitration import (
    goes_before,
    is_beside_the_point,
    is_of_words,
    misses_an_end,
    says_how_much,
    takes_silence_for_denial,
    took_up_all,
)
from assistant.searching.criteria import Coded, Dated, Extreme, Mentioned, Search, Worded

_RUNNING = Coded("physical_demands.running", 1, 4)
_WORDS = Mentioned(("carpool",), "carpools")


def test_a_search_over_values_that_left_nothing_unread_took_up_all() -> None:
    assert took_up_all(Search(_RUNNING))
    assert not took_up_all(Search(_RUNNING, unread=("carpools",)))
    assert not took_up_all(Search(_WORDS))


def test_a_department_is_a_value_and_a_row_of_prose_is_words() -> None:
    assert not is_of_words(Search(Worded("department", ("fire",))))
    assert is_of_words(Search(Worded("protective_equipment", ("boot",))))


@pytest.mark.parametrize(
    ("question", "unread", "is_beside"),
    [
        ("which class runs a meeting of the council", ("meeting", "council"), True),
        ("which job must run daily on gravel", ("gravel",), False),
        ("who runs carpools", ("carpools",), True),
        ("who has to run", (), False),
    ],
)
def test_a_search_that_took_up_less_than_half_is_beside_the_point(
    question: str, unread: tuple[str, ...], is_beside: bool
) -> None:
    assert is_beside_the_point(Search(_RUNNING, unread=unread), question) is is_beside


def test_passages_that_are_not_certain_never_go_before_a_search() -> None:
    found = Found((), -1.0, 0.0, 5.0, 1.5)
    assert not goes_before(found, Search(_WORDS), ())


def test_how_much_of_a_row_or_since_when_asks_about_no_work() -> None:
    assert says_how_much(Search(Coded("physical_demands.running", 0, 0)))
    assert says_how_much(Search(Coded("physical_demands.running", 2, 4)))
    assert says_how_much(Search(Dated("revised", 2018, 9999)))
    assert not says_how_much(Search(_RUNNING))
    assert not says_how_much(Search(_WORDS))


def test_the_most_of_what_no_row_measures_is_missed() -> None:
    assert misses_an_end(Search(_WORDS), "which job pays the most")
    assert not misses_an_end(Search(None, Extreme("overall_strength", is_most=True)), "the heaviest job")
    assert not misses_an_end(Search(_WORDS), "which job runs carpools")


def test_what_prose_does_not_mention_is_not_denied_unless_the_specs_themselves_are_asked_about() -> None:
    silent = Search(replace(_WORDS, is_wanted=False))
    assert takes_silence_for_denial(silent, "jobs without carpools")
    assert takes_silence_for_denial(Search(Worded("machines_tools", ("saw",), is_wanted=False)), "jobs without a saw")
    assert not takes_silence_for_denial(silent, "jobs that do not mention carpools")
    assert not takes_silence_for_denial(Search(_WORDS), "jobs with carpools")
    assert not takes_silence_for_denial(Search(Worded("department", ("fire",), is_wanted=False)), "not in fire")
    no_paper = replace(_WORDS, is_wanted=False, is_requirement=True)
    assert not takes_silence_for_denial(Search(no_paper), "jobs that need no license")
