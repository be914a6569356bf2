from ui.answer_table import with_tables

COMPARED = """Yes.
| | Clerk | Guard | |
| --- | --- | --- | --- |
| Lifting | Never [1]| Rarely [2]| differs |
| Sitting | a \\| b [3]| c [4]| same |
More."""


def test_the_rows_of_a_comparison_become_a_table_with_heads_of_columns_and_rows() -> None:
    shown = with_tables(COMPARED)
    assert shown.startswith("Yes.\n<div")
    assert '<th scope="col">Clerk</th><th scope="col">Guard</th>' in shown
    assert (
        '<tr class="differs"><th scope="row">Lifting</th><td>Never [1]</td><td>Rarely [2]</td><td>differs</td></tr>'
        in shown
    )
    assert shown.endswith("More.")


def test_a_bar_within_a_cell_ends_no_cell() -> None:
    assert "<td>a | b [3]</td>" in with_tables(COMPARED)


def test_lines_with_bars_that_are_no_table_stay_lines() -> None:
    text = "| a line of a spec\n|another"
    assert with_tables(text) == text
