from dataclasses import replace

import pytest

from assistant.answer import Question, Turn
from assistant.understanding.classes import find_classes
from assistant.understanding.fields import field_stems, words_in_phrases
from assistant.understanding.query import Classes, Naming
from assistant.understanding.typed import as_typed
from assistant.understanding.understand import understand
from assistant.understanding.unheld import unknown_class
from tests.assistant.entries import entry

HELD = (
    entry("Accountant I", code="001310"),
    entry("Accountant II", code="001311"),
    entry("Administrative Assistant"),
    entry("Equipment Operator II"),
    entry("Firefighter", code="004120"),
    entry("Librarian"),
    entry("Maintenance and Construction Helper"),
    entry("City & County Clerk"),
    entry("Parking Enforcement Officer"),
    entry("Police Dispatcher"),
    entry("Utility Customer Service Manager"),
)


def _find(text: str, *, selected: tuple[str, ...] = (), history: tuple[Turn, ...] = ()) -> Classes:
    text = as_typed(text)
    question = Question(text, classes=selected, history=history)
    return find_classes(question, HELD, field_stems(), words_in_phrases(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("how often does an accountant ii lift", "Accountant II"),
        ("acct 2 education", "Accountant II"),
        ("Accountant Two?", "Accountant II"),
        ("fire fighter strength", "Firefighter"),
        ("manager of the utility customer service", "Utility Customer Service Manager"),
        ("do PEOs walk a lot", "Parking Enforcement Officer"),
        ("do firefighters climb", "Firefighter"),
        ("what is 004120", "Firefighter"),
        ("class code 4120", "Firefighter"),
        ("admin asst experience", "Administrative Assistant"),
        ("libarian degree", "Librarian"),
        ("does a maintenance & construction helper drive", "Maintenance and Construction Helper"),
        ("pay of the city and county clerk", "City & County Clerk"),
        ("Manager, Utility Customer Service", "Utility Customer Service Manager"),
        ("what does the dispatcher do", "Police Dispatcher"),
        ("UCSM education", "Utility Customer Service Manager"),
        ("cust serv manager licence", "Utility Customer Service Manager"),
        ("park enforcement officer", "Parking Enforcement Officer"),
        ("customer service manager licence", "Utility Customer Service Manager"),
        ("job duties administrative assistant", "Administrative Assistant"),
        ("do accountants at level I lift", "Accountant I"),
        ("lifting for level II accountants", "Accountant II"),
    ],
)
def test_a_class_is_found_by_code_title_part_or_abbreviation(text: str, title: str) -> None:
    found = _find(text)
    assert found.naming is Naming.QUESTION
    assert [one.title for one in found.entries] == [title]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("what does an accountant need", {"Accountant I", "Accountant II"}),
        ("as an accountant I need what", {"Accountant I", "Accountant II"}),
        ("do equipment operators lift", {"Equipment Operator II"}),
    ],
)
def test_a_title_without_its_level_is_doubtful(text: str, candidates: set[str]) -> None:
    found = _find(text)
    assert not found.entries
    assert not found.unheld
    assert {one.title for one in found.candidates} == candidates


@pytest.mark.parametrize(
    "text",
    [
        "whats the requirements for lifeguard",
        "Accountant III education",
        "Duties of the Assistant Librarian",
        "Librarian II duties",
        "how do i become a police officer",
        "animal control officer, what does it require",
        "Senior Accountant II",
        "spec 999999",
    ],
)
def test_a_class_that_is_not_held_is_told_from_those_that_are(text: str) -> None:
    assert _find(text).unheld


@pytest.mark.parametrize("text", ["do i need a drivers license", "do i have to cook", "is it an office job"])
def test_words_that_name_no_class_are_not_taken_for_one(text: str) -> None:
    found = _find(text)
    assert (found.naming, found.entries, found.unheld) == (Naming.NONE, (), False)


@pytest.mark.parametrize("text", ["Accountant I and II", "compare accountant 1 vs 2", "accountant I or II budget"])
def test_a_level_after_a_level_is_another_class_of_the_same_title(text: str) -> None:
    assert [one.title for one in _find(text).entries] == ["Accountant I", "Accountant II"]


@pytest.mark.parametrize("text", ["both accountant levels", "the acountents", "are all accountant jobs classified"])
def test_a_title_without_its_level_is_said_of_all_where_several_are_meant(text: str) -> None:
    assert [one.title for one in _find(text).entries] == ["Accountant I", "Accountant II"]


def test_a_level_that_no_class_of_a_title_has_is_not_held() -> None:
    assert _find("do accountants at level IV lift").unheld


def test_a_part_of_a_title_is_remembered() -> None:
    history = (Turn("user", "does the dispatcher sit"), Turn("assistant", "Constantly [1]."))
    assert [one.title for one in _find("and kneeling?", history=history).entries] == ["Police Dispatcher"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("parking enforcement carry a gun?", "Parking Enforcement Officer"),
        ("how long were you to have worked for utility customer service", "Utility Customer Service Manager"),
        ("can i become an accountant i with no experience", "Accountant I"),
        ("accountant i vs librarian", "Accountant I"),
    ],
)
def test_all_of_a_title_but_its_noun_or_before_a_level_is_certain(text: str, title: str) -> None:
    assert [one.title for one in _find(text).entries][:1] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "parking enforcement clerk carry a gun?",
        "utility customer service reps lift how much",
        "parking enforcement installer climb?",
        "which jobs do parking enforcement",
        "the parking enforcement division",
        "does it involve parking enforcement",
        "i have two years in parking enforcement",
        "parking fines",
    ],
)
def test_part_of_a_title_that_may_be_another_class_or_the_work_is_not_taken(text: str) -> None:
    assert _find(text).entries == ()


def test_a_class_that_is_corrected_is_not_meant() -> None:
    history = (Turn("user", "education for the librarian"),)
    for text in ("sorry wrong one, firefighter not librarian", "not the librarian, the firefighter"):
        assert [one.title for one in _find(text, history=history).entries] == ["Firefighter"]
    assert len(_find("what has the librarian but not the firefighter").entries) == 2


def test_the_other_of_two_spoken_of_is_meant() -> None:
    history = (Turn("user", "compare the librarian and the firefighter"), Turn("user", "schooling of the librarian?"))
    assert [one.title for one in _find("and the other one?", history=history).entries] == ["Firefighter"]


def test_the_first_level_alone_means_the_class_spoken_of() -> None:
    history = (Turn("user", "accountant ii education"),)
    assert [one.title for one in _find("and what of the I?", history=history).entries] == ["Accountant I"]
    assert [one.title for one in _find("what should I know", history=history).entries] == ["Accountant II"]


def test_a_level_alone_means_the_class_spoken_of() -> None:
    history = (Turn("user", "Accountant I experience"), Turn("assistant", "Two years [1]"))
    assert [one.title for one in _find("what about the II", history=history).entries] == ["Accountant II"]


def test_a_list_of_candidates_in_the_history_means_none_of_them() -> None:
    history = (Turn("user", "how often?"), Turn("assistant", "Which class do you mean? Accountant I, Librarian."))
    assert _find("sitting", history=history).naming is Naming.NONE


def test_two_titles_in_one_question_are_both_meant() -> None:
    titles = [one.title for one in _find("Does the Accountant II earn more than the Librarian?").entries]
    assert titles == ["Accountant II", "Librarian"]


def test_a_part_of_a_selected_title_means_the_selected_class() -> None:
    found = _find("does the officer go to court", selected=("Parking Enforcement Officer",))
    assert [one.title for one in found.entries] == ["Parking Enforcement Officer"]


def test_a_selection_that_is_not_held_is_said_so() -> None:
    assert _find("how often is lifting", selected=("Nope",)).unheld


def test_the_latest_turn_that_names_a_class_is_meant() -> None:
    history = (Turn("user", "Librarian duties"), Turn("assistant", "..."), Turn("user", "and the Firefighter?"))
    assert [one.title for one in _find("how often do they lift", history=history).entries] == ["Firefighter"]


def test_one_title_of_two_agencies_is_asked_back_unless_the_agency_is_named() -> None:
    held = (entry("Planner", agency="City of Alder"), entry("Planner", agency="City of Birch"))
    doubtful = find_classes(Question("planner duties"), held, field_stems(), ())
    assert (doubtful.entries, len(doubtful.candidates)) == ((), 2)
    named = find_classes(Question("planner duties in Birch"), held, field_stems(), ())
    assert [one.agency for one in named.entries] == ["City of Birch"]
    selected = find_classes(Question("planner duties", classes=(held[0].spec_id,)), held, field_stems(), ())
    assert [one.agency for one in selected.entries] == ["City of Alder"]


def test_an_older_revision_is_reached_by_its_id_alone() -> None:
    held = (entry("Planner"), entry("Planner", current=False))
    by_title = find_classes(Question("duties", classes=("Planner",)), held, field_stems(), ())
    assert [one.current for one in by_title.entries] == [True]
    by_id = find_classes(Question("duties", classes=("planner-old",)), held, field_stems(), ())
    assert [one.current for one in by_id.entries] == [False]


@pytest.mark.parametrize(
    ("text", "is_unknown"),
    [
        ("how often does the astronaut stand", True),
        ("standing for a zookeeper", True),
        ("standing for the Zookeeper", True),
        ("how often does the employee stand", False),
        ("standing for the first hour", False),
    ],
)
def test_a_name_where_a_class_is_named_is_a_class_that_is_not_held(text: str, is_unknown: bool) -> None:
    assert (unknown_class(text, {"stand"}) is not None) is is_unknown


def test_a_short_form_of_a_title_is_no_slip_of_the_pen() -> None:
    held = (entry("Crime Laboratory Technician II"), entry("Librarian"))
    query = understand(Question("any direct reports for crime lab tech ii"), held, lambda entries: ())
    assert [one.title for one in query.classes.entries] == ["Crime Laboratory Technician II"]


def test_a_verb_that_asks_is_no_part_of_the_name_of_a_job() -> None:
    assert {entry.title for entry in _find("compare accountants").entries} == {"Accountant I", "Accountant II"}


_OF_MANY_AGENCIES = (
    entry("Legislative Coordinator, State Controller's Office"),
    entry("Assistant Superintendent of Public Instruction for Special Education"),
    entry("Chief Clerk Police"),
    replace(entry("Animal Keeper"), department="Police Department"),
    entry("Custodian", code="2011"),
)


@pytest.mark.parametrize(
    "text",
    [
        "is anything light and in an office",
        "and the education and the certifications?",
        "Do we have a spec from the police department?",
        "Last revised between 2011 and 2015: which ones?",
        "which were adopted in 2011",
    ],
)
def test_where_a_class_works_and_a_year_are_the_name_of_none(text: str) -> None:
    found = find_classes(Question(text), _OF_MANY_AGENCIES, field_stems(), words_in_phrases(text))
    assert found.naming is Naming.NONE


@pytest.mark.parametrize("text", ["what is class 2011", "how much does the superintendent lift", "2011 lifting"])
def test_the_same_words_name_a_class_where_they_are_its_noun_or_code(text: str) -> None:
    found = find_classes(Question(text), _OF_MANY_AGENCIES, field_stems(), words_in_phrases(text))
    assert len(found.entries) == 1


def test_all_of_a_title_but_its_noun_names_the_class() -> None:
    assert [one.title for one in _find("does parking enforcement climb").entries] == ["Parking Enforcement Officer"]


@pytest.mark.parametrize(
    "text", ["does a parking enforcement technician climb", "who pays for parking enforcement", "the customer service"]
)
def test_another_noun_or_less_of_a_title_names_it_not_for_certain(text: str) -> None:
    assert not _find(text).entries
