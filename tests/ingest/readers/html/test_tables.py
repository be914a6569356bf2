"""The rows of a table are lines of cells, and tables that lay out a page are its blocks."""

import pytest

from ingest.readers.html.reader import read_html


def text(markup: str) -> str:
    return read_html(markup.encode()).text


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<tr><th>A<th>B<tr><td> a <td><p>b</p>\n<p>b<br>b</p>", "A\tB\na\tb b b"),
        ("<tr><td>a<td><td>c<td>&nbsp;<tr><td><td>b<td><td>", "a\t\tc\t\n\tb\t\t"),
        ("<tr><td>a<td>b<tr><td><td><tr><td>c<td>d", "a\tb\nc\td"),
        ("<tr><th colspan=2>A<th colspan=2>B<tr><td>a<td>1<td>b<td>2", "A\t\tB\t\na\t1\tb\t2"),
        ("<tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e", "a\tb\tc\n\td\te"),
        ("<tr><td>b<td rowspan=2>a<tr><td>d", "b\ta\nd\t"),
        ("<tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e<tr><td colspan=2>f<td>g", "a\tb\tc\nd\te\nf\tg"),
        ("<tr><td colspan=3>a<td colspan=3>b<tr><td colspan=2>c<td colspan=4>d", "a\tb\nc\td"),
        ("<caption>Codes</caption><tr><td>a<td>b", "Codes\na\tb"),
        ("<tfoot><tr><td>y<td>z</tfoot><thead><tr><th>A<th>B</thead><tr><td>a<td>b", "A\tB\na\tb\ny\tz"),
        ("<tr><td>Office<td><input type=checkbox checked><tr><td>Shop<td><input type=checkbox>", "Office\t☒\nShop\t☐"),
        ("<tr><td>Duties<td><ol><li>a<li>b</ol><tr><td>x<td><ul><li>y</ul>", "Duties\t1. a 2. b\nx\t• y"),
        ("<tr><th>A<td><table><tr><td>a<td>b<tr><td>c<td>d</table><tr><th>B<td>b", "A\ta b c d\nB\tb"),
    ],
)
def test_a_row_is_a_line_of_cells(markup: str, shown: str) -> None:
    assert text(f"<table>{markup}</table>") == shown


def test_columns_printed_side_by_side_stay_in_one_row() -> None:
    markup = "<tr><td>Fire Hazards<td>W<td>Dirt<td>D<tr><td>Explosives<td>N<td>Noise<td>M"
    assert text(f"<table>{markup}</table>") == "Fire Hazards\tW\tDirt\tD\nExplosives\tN\tNoise\tM"


_CODES = "<table><tr><td>Standing<td>F<tr><td>Sitting<td>O</table>"
_ROWS = "Standing\tF\nSitting\tO"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (f"<tr><td>{_CODES}", _ROWS),
        (f"<tr><td><p>before</p>{_CODES}<p>after</p>", f"before\n\n{_ROWS}\n\nafter"),
        (f"<tr><td>{_CODES}<td>{_CODES}", f"{_ROWS}\n\n{_ROWS}"),
        ("<tr><td>one<tr><td><p>two</p><p>three</p>", "one\n\ntwo\n\nthree"),
        ("<tr><td><h2>Duties</h2><p>Sweeps.</p><td><h2>Pay</h2><p>None.</p>", "Duties\n\nSweeps.\n\nPay\n\nNone."),
        ("<tr><td><p>a</p><p>b</p><td><p>c</p>", "a\n\nb\n\nc"),
        ("<tr><td>a<td>b<tr><td colspan=2><p>c</p><p>d</p>", "a\tb\n\nc\n\nd"),
    ],
)
def test_a_table_that_only_lays_out_the_page_is_its_blocks(markup: str, shown: str) -> None:
    assert text(f"<table>{markup}</table>") == shown


def test_a_table_that_says_it_lays_out_the_page_is_its_blocks() -> None:
    assert text("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>") == "a\nb\nc\nd"


def test_paragraphs_beside_a_label_stay_in_its_row() -> None:
    markup = "<tr><td>Experience<td><p>Two years.</p><p>Or one.</p><tr><td>Math<td><p>None.</p>"
    assert text(f"<table>{markup}</table>") == "Experience\tTwo years. Or one.\nMath\tNone."
