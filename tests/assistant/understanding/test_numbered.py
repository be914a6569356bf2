"""Essential functions named by their numbers."""

import pytest

from assistant.understanding.numbered import numbered_functions, numbered_notes, with_strengths_in_words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("duty 3", [3]),
        ("the third function", [3]),
        ("functions 2 through 4", [2, 3, 4]),
        ("tasks 1, 3 and 5", [1, 3, 5]),
        ("the final function", [-1]),
        ("the last two duties", [-2, -1]),
        ("first three functions", [1, 2, 3]),
        ("the second to last duty", [-2]),
        ("the last thing on the list of duties", [-1]),
        ("a twelfth essential function", [12]),
        ("the second and the sixth duty", [2, 6]),
        ("duty 3, and is it harder than duty 6", [3, 6]),
        ("the second to the fourth duty", [2, 3, 4]),
        ("Number 4 on the roofer's list, please", [4]),
        ("which two functions are light", []),
        ("all functions", []),
    ],
)
def test_numbers_are_read_in_words_lists_and_from_the_end(text: str, numbers: list[int]) -> None:
    named = [field for field in numbered_functions(text) if not field.endswith("strength")]
    assert named == [f"essential_functions.{number}" for number in numbers]


def test_only_the_strength_is_asked_for_where_nothing_else_is() -> None:
    assert numbered_functions("strength of function 2") == ("essential_functions.2.strength",)
    assert len(numbered_functions("function 2 with its strength")) == 2


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("footnotes 1 and 3", [1, 3]),
        ("the second note", [2]),
        ("it says 'Other (see 2 below)'", [2]),
        ("does he keep notes", []),
    ],
)
def test_notes_are_read_by_number_and_where_a_row_points_at_them(text: str, numbers: list[int]) -> None:
    assert numbered_notes(text) == tuple(f"notes.{number}" for number in numbers)


def test_a_code_of_strength_in_capitals_is_put_in_words() -> None:
    assert with_strengths_in_words("how many carry an M, which are coded VH?") == (
        "how many carry an Medium, which are coded Very Heavy?"
    )
    assert with_strengths_in_words("a Mate on S Street") == "a Mate on S Street"
