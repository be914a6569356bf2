import pytest

from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_lists import with_shared_limits, with_shared_object
from assistant.searching.criteria_marks import Kind
from assistant.understanding.fields import field_hits


def _clauses(text: str) -> tuple[Clause, ...]:
    words, hits = field_hits(text, (), ())
    clauses = clauses_of(text, words, [hit for hit in hits if hit.target], set())
    return with_shared_object(with_shared_limits(clauses), words)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("no twisting or bending", [True, True]),
        ("no twisting, bending or crouching", [True, True, True]),
        ("twisting and no bending", [False, True]),
        ("no twisting but bending", [True, False]),
        ("no twisting and frequent bending", [True, False]),
        ("no twisting with bending", [True, False]),
        ("neither twisting nor bending", [True, True]),
        ("twisting where they are not exposed to noise", [False, True]),
        ("twisting that is not dealing with noise", [False, True]),
        ("no degree, outdoors", [True, False]),
        ("no degree and license", [True, True]),
    ],
)
def test_a_denial_holds_for_the_list_that_follows_it_and_no_further(text: str, denied: list[bool]) -> None:
    assert [clause.is_denied for clause in _clauses(text)] == denied


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("frequent twisting and bending", [("3",), ("3",)]),
        ("twisting and bending frequently", [("3",), ("3",)]),
        ("twisting rarely and bending frequently", [("1",), ("3",)]),
        ("twisting, bending or crouching rarely", [("1",), ("1",), ("1",)]),
        ("twisting but bending rarely", [(), ("1",)]),
        ("neither twisting nor bending more than rarely", [("1",), ("1",)]),
        ("twisting and frequent bending", [(), ("3",)]),
    ],
)
def test_a_limit_that_stands_once_holds_for_all_of_its_list(text: str, levels: list[tuple[str, ...]]) -> None:
    assert [clause.all(Kind.FREQUENCY) for clause in _clauses(text)] == levels


def test_a_limit_holds_only_for_what_is_measured_alike() -> None:
    schooling, experience = _clauses("a bachelor's degree or at least six years of experience")
    assert schooling.all(Kind.COMPARISON) == ()
    assert experience.all(Kind.COMPARISON) == ("at_least",)


def test_what_a_clause_says_for_itself_is_kept_where_it_has_the_denial_of_its_list() -> None:
    _, licence = _clauses("no high school diploma or driver's license")
    assert (licence.first(Kind.LICENCE), licence.is_denied) == ("driver", True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who paints or repairs fences", [["paints", "fences"], ["repairs", "fences"]]),
        ("who paints doors or repairs fences", [["paints", "doors"], ["repairs", "fences"]]),
        ("paint or wooden fences", [["paint"], ["wooden", "fences"]]),
    ],
)
def test_of_two_verbs_the_first_has_the_object_of_the_second(text: str, words: list[list[str]]) -> None:
    assert [[word.text for word in clause.words] for clause in _clauses(text)] == words
