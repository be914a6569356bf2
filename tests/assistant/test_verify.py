"""The gate: what a draft says without support is found."""

import pytest

from assistant.answer import Outcome, Route
from assistant.draft import Cell, Draft, Evidence, Line
from assistant.verify import as_quotation, by_first_word, failures

SOURCE = "Lifting\tF\tBags of $1/3$ lbs., 40 lbs. and a CDL\nRevi\tsed: Septen\t1ber <u> 2001</u>"
END = SOURCE.index("\n")
ROW = Evidence("id", "Clerk", "physical_demands", SOURCE[:END], "clerk.txt", None, 0, END)
DATE = Evidence("id", "Clerk", "header", SOURCE[END + 1 :], "clerk.txt", None, END + 1, len(SOURCE))


def _failures(*lines: Line, cells: tuple[Cell, ...] = ()) -> list[str]:
    draft = Draft(Outcome.ANSWERED, Route.LOOKUP, lines, cells)
    return failures(draft, {"id": SOURCE}, by_first_word({"Clerk 2"}))


@pytest.mark.parametrize(
    "line",
    [
        ("Up to 40 lbs. ", ROW),
        ("1/3 of it ", ROW),
        ("September 2001 ", DATE),
        ("a CDL ", ROW),
        ("“40 lbs. and a CDL” ", ROW),
        ("Clerk 2: 40 ", ROW),
    ],
)
def test_what_stands_in_the_quote_passes(line: Line) -> None:
    assert _failures(line) == []


@pytest.mark.parametrize(
    "line",
    [
        ("Up to 50 lbs. ", ROW),
        ("“40 lbs. or a CDL” ", ROW),
        ("a driver's license ", ROW),
        ("October 2002 ", DATE),
        ("40 lbs. ", DATE),
        ("40 lbs.",),
    ],
)
def test_what_stands_in_no_quote_of_its_line_fails(line: Line) -> None:
    assert _failures(line)


def test_a_count_is_no_part_of_a_larger_number() -> None:
    draft = Draft(Outcome.ANSWERED, Route.SEARCH, (("1 of them: 1/3 ", ROW),), counts=frozenset({1}))
    assert failures(draft, {"id": SOURCE}, {}) == []


def test_a_quote_that_is_not_the_sources_words_fails() -> None:
    moved = Evidence("id", "Clerk", "physical_demands", ROW.quote, "clerk.txt", None, 1, END + 1)
    assert _failures(("Frequently ", moved))


def test_a_value_that_is_not_in_its_row_fails() -> None:
    assert _failures(("Rarely ", ROW), cells=(Cell("Clerk", "physical_demands.lifting", "R1", "Rarely", ROW),))


def test_a_draft_that_fails_can_still_be_said_in_its_quotes() -> None:
    draft = as_quotation(Draft(Outcome.ANSWERED, Route.LOOKUP, (("Up to 50 lbs. ", ROW),)))
    assert failures(draft, {"id": SOURCE}, {}) == []
