import pytest

from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_marks import Kind
from assistant.understanding.fields import field_hits


def _clauses(text: str) -> tuple[Clause, ...]:
    words, hits = field_hits(text, (), ())
    return clauses_of(text, words, [hit for hit in hits if hit.target], set())


def _targets(clause: Clause) -> list[str]:
    return [(hit.target or "").rpartition(".")[2] for hit in clause.hits]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("twisting and bending", [["twisting"], ["bending"]]),
        ("twisting, bending or crouching", [["twisting"], ["bending"], ["crouching"]]),
        ("twisting; bending", [["twisting"], ["bending"]]),
        ("dirt and dust", [["dirt_and_dust"]]),
        ("twisting frequently or continuously", [["twisting"]]),
        ("twisting between rarely and frequently", [["twisting"]]),
        ("which classes", []),
        ("", []),
    ],
)
def test_a_question_is_cut_where_words_join_and_not_within_a_name_or_a_range(
    text: str, targets: list[list[str]]
) -> None:
    assert [_targets(clause) for clause in _clauses(text)] == targets


@pytest.mark.parametrize(
    ("text", "joiners"),
    [
        ("twisting and bending", ["and", "and"]),
        ("twisting, bending or crouching", ["and", "or", "or"]),
        ("twisting, bending and crouching", ["and", "and", "and"]),
        ("twisting or that bend", ["and", "or"]),
        ("either twisting or bending", ["and", "or"]),
        ("neither twisting nor bending", ["and", "or"]),
        ("twisting but bending", ["and", "anew"]),
        ("twisting, bending, but crouching", ["and", "and", "anew"]),
    ],
)
def test_a_clause_is_joined_as_its_list_is(text: str, joiners: list[str]) -> None:
    assert [clause.joiner for clause in _clauses(text)] == joiners


@pytest.mark.parametrize(
    ("text", "is_denied", "is_excluded"),
    [("not outdoors", True, True), ("never outdoors", False, True), ("outdoors", False, False)],
)
def test_never_is_a_level_on_a_scale_and_a_denial_elsewhere(text: str, is_denied: bool, is_excluded: bool) -> None:
    (clause,) = _clauses(text)
    assert (clause.is_denied, clause.is_excluded) == (is_denied, is_excluded)


@pytest.mark.parametrize(
    ("text", "has_limit"), [("rated light", True), ("five years", True), ("only twisting", False), ("no noise", False)]
)
def test_a_limit_says_how_much(text: str, has_limit: bool) -> None:
    (clause,) = _clauses(text)
    assert clause.has_limit is has_limit


def test_a_clause_keeps_the_words_that_nothing_else_took() -> None:
    (clause,) = _clauses("which classes feed otters")
    assert [word.text for word in clause.words] == ["feed", "otters"]


def test_words_that_only_look_like_a_denial_are_neither_a_denial_nor_kept() -> None:
    (clause,) = _clauses("not sure which classes twist")
    assert (clause.is_denied, clause.words) == (False, ())


def test_a_strength_before_a_thing_says_nothing_of_people() -> None:
    (clause,) = _clauses("which classes steer heavy barges")
    assert clause.all(Kind.STRENGTH) == ()


def test_a_clause_that_only_limits_goes_with_the_one_before() -> None:
    (clause,) = _clauses("twisting, but rarely")
    assert (_targets(clause), clause.first(Kind.FREQUENCY)) == (["twisting"], "1")


@pytest.mark.parametrize(
    ("text", "comparisons"),
    [
        ("twisting at least rarely and at most frequently", ["at_least", "at_most"]),
        ("revised after 2010 but before 2015", ["after", "before"]),
        ("adopted before 1990 or after 2010", ["before", "after"]),
    ],
)
def test_a_second_limit_of_the_same_thing_stands_by_itself(text: str, comparisons: list[str]) -> None:
    clauses = _clauses(text)
    assert [clause.comparison(Kind.FREQUENCY, Kind.CALENDAR_YEAR) for clause in clauses] == comparisons
    assert len({tuple(_targets(clause)) for clause in clauses}) == 1


def test_a_comparison_compares_the_amount_beside_it() -> None:
    (clause,) = _clauses("bachelor's-level jobs of less than two years of experience")
    assert (clause.comparison(Kind.EDUCATION), clause.comparison(Kind.YEARS)) == ("only", "less")


def test_words_that_name_a_class_are_left_out() -> None:
    words, _ = field_hits("otter keepers", (), ())
    assert clauses_of("otter keepers", words, (), {0, 1}) == ()
