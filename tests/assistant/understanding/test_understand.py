from dataclasses import replace

import pytest

from assistant.answer import Question, Turn
from assistant.searching.criteria import Boxed, Coded, Criterion, Search
from assistant.understanding.query import Operation
from assistant.understanding.understand import understand
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
    "text",
    [
        "n the librarian?",
        "What about the Librarian, the same question?",
        "Perfect, as I thought. And for the librarian?",
    ],
)
def test_what_prose_answers_is_asked_again_too(text: str) -> None:
    question = Question(text, history=(Turn("user", "who does the firefighter report to"),))
    query = understand(question, HELD, lambda entries: ())
    assert query.prose_topic is not None
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


@pytest.mark.parametrize(
    "text",
    [
        "any position where they twist",
        "who has to twist",
        "list everything with a CDL",
        "jobs without twisting",
        "no twisting, rated sedentary",
        "name the ones that twist",
        "I hurt my neck. Which jobs have no twisting?",
        "which job is the noisiest",
    ],
)
def test_what_is_asked_of_all_classes_is_a_search(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert (query.operation, query.search is not None) == (Operation.SEARCH, True)


@pytest.mark.parametrize(
    "text",
    [
        "does the librarian twist",
        "do i have to twist",
        "is there no twisting in this job",
        "who does the librarian supervise",
        "what does VH mean",
        "tell me about the librarian",
    ],
)
def test_what_is_asked_of_one_class_or_person_is_no_search(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert (query.operation is Operation.SEARCH, query.search) == (False, None)


def test_a_search_says_what_each_class_must_meet() -> None:
    query = understand(Question("which jobs never twist"), HELD, lambda entries: ())
    assert query.search == Search(Coded("physical_demands.twisting", 0, 0))


def test_of_what_is_told_a_search_takes_only_what_is_asked() -> None:
    query = understand(Question("I lift boats all day. Which jobs never twist?"), HELD, lambda entries: ())
    assert query.search == Search(Coded("physical_demands.twisting", 0, 0))


@pytest.mark.parametrize(
    "text",
    [
        "could my cousin become a librarian",
        "is he fit enough for the librarian",
        "am i too old for the librarian job",
        "my hip is bad, would i be able to do the job of a librarian",
    ],
)
def test_whether_somebody_is_fit_for_a_class_is_a_judgement(text: str) -> None:
    assert understand(Question(text), HELD, lambda entries: ()).operation is Operation.JUDGEMENT


_OLD = replace(entry("Librarian", current=False), superseded_by="librarian")


@pytest.mark.parametrize(
    "text",
    [
        "what changed for the librarian",
        "did the older version of the librarian spec ask for more experience",
        "does the librarian no longer twist",
    ],
)
def test_where_several_revisions_are_held_what_was_before_is_asked_of_them(text: str) -> None:
    query = understand(Question(text), (*HELD, _OLD), lambda entries: ())
    assert (query.operation, query.classes.has_older) == (Operation.REVISIONS, True)


@pytest.mark.parametrize("text", ["does the librarian still twist", "how often does the librarian twist now"])
def test_where_one_revision_is_held_now_and_still_mean_that_one(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert (query.operation, query.classes.has_older) == (Operation.LOOKUP, False)


@pytest.mark.parametrize("text", ["when was the librarian revised", "revision date of the librarian"])
def test_the_date_of_a_revision_is_a_field_and_no_question_about_revisions(text: str) -> None:
    query = understand(Question(text), (*HELD, _OLD), lambda entries: ())
    assert (query.operation, query.fields.fields) == (Operation.LOOKUP, ("revised",))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("what does the letter D mean for the librarian", "D"),
        ("VH stands for what", "VH"),
        ("define seldom", "seldom"),
        ("what is meant by medium work", "medium"),
        ("how many pounds is heavy", "heavy"),
    ],
)
def test_a_code_or_a_word_of_a_legend_is_to_be_defined(text: str, code: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert (query.operation, query.codes) == (Operation.DEFINITION, (code,))


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("does the librarian twist", Coded("physical_demands.twisting", 1, 4)),
        ("does the librarian never twist", Coded("physical_demands.twisting", 0, 0)),
        ("doesn't the librarian twist", Coded("physical_demands.twisting", 1, 4)),
        ("the librarian twists often, right?", Coded("physical_demands.twisting", 3, 4)),
        ("does the librarian work outdoors", Boxed("work_location.outdoors")),
    ],
)
def test_what_is_asked_for_yes_or_no_is_known(text: str, criterion: Criterion) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert (query.is_polar, query.criterion) == (True, criterion)


@pytest.mark.parametrize("text", ["how often does the librarian twist", "when does the librarian twist"])
def test_what_is_asked_openly_is_not_for_yes_or_no(text: str) -> None:
    query = understand(Question(text), HELD, lambda entries: ())
    assert (query.is_polar, query.criterion) == (False, None)


def test_yes_or_no_of_more_than_was_read_has_no_criterion() -> None:
    query = understand(Question("does the librarian meet physical demands"), HELD, lambda entries: ())
    assert query.criterion is None


def test_what_was_told_before_is_pointed_at_by_those() -> None:
    asked = Turn("user", "what are the essential functions of the firefighter")
    query = understand(Question("how many of those are light?", history=(asked,)), HELD, lambda entries: ())
    assert query.fields.sections == ("essential_functions",)
    assert query.of_functions is not None


def test_another_class_that_is_not_named_is_asked_about_next() -> None:
    text = "Which other class's work does the firefighter check? Please describe that class's duties."
    query = understand(Question(text), HELD, lambda entries: ())
    assert query.then is not None
    assert query.then.fields.sections == ("essential_functions",)


def test_pay_is_compared_where_it_is_stated_and_a_comparative_names_its_row() -> None:
    def fields(text: str) -> tuple[Operation, tuple[str, ...]]:
        query = understand(Question(text), HELD, lambda entries: ())
        return query.operation, query.fields.fields

    assert fields("firefighter or librarian, who makes more money") == (Operation.COMPARE, ("salary",))
    assert fields("who gets dirtier firefighter or librarian") == (
        Operation.COMPARE,
        ("environmental_factors.dirt_and_dust",),
    )
