from ui.ask.answer_table import table_end, table_html
from ui.words import words_in

COMPARED = """| | Clerk | Guard | |
| --- | --- | --- | --- |
| Lifting | Never [1]| Rarely [2]| differs |
| Sitting | a \\| b [3]| c [4]| same |
More.""".split("\n")


def table() -> str:
    return table_html(COMPARED[:4], str.upper, words_in("en"))


def test_the_rows_of_a_comparison_become_a_table_with_heads_of_columns_and_rows() -> None:
    assert '<th scope="col">CLERK</th><th scope="col">GUARD</th>' in table()
    assert (
        '<tr class="differs"><th scope="row">Lifting</th><td>NEVER [1]</td><td>RARELY [2]</td><td>DIFFERS</td></tr>'
        in table()
    )


def test_a_corner_that_says_nothing_is_no_head() -> None:
    assert '<th scope="col"></th>' not in table()


def test_a_bar_within_a_cell_ends_no_cell() -> None:
    assert "<td>A | B [3]</td>" in table()


def test_a_table_ends_where_its_rows_do() -> None:
    assert table_end(COMPARED, 0) == 4


def test_lines_with_bars_that_are_no_table_are_none() -> None:
    assert table_end(["| a line of a spec", "|another"], 0) == 0
