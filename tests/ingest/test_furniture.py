"""Running headers and footers."""

from ingest.furniture import running_lines


def _furniture(text: str) -> list[str]:
    return [text[span.start : span.end] for span in running_lines(text, ())]


def test_a_line_at_the_end_of_most_pages_is_furniture() -> None:
    assert _furniture("One.\nCity of X\f\nTwo.\nCity of X\f\nThree.\nCity of X") == ["City of X"] * 3


def test_what_stands_at_the_top_of_the_first_page_is_none() -> None:
    text = "Clerk\nOne.\f\nClerk\nTwo.\f\nClerk\nThree."
    assert all(span.start > 0 for span in running_lines(text, ()))


def test_a_code_at_the_edge_of_pages_is_none() -> None:
    assert _furniture("One.\nF\f\nTwo.\nF\f\nThree.\nF") == []


def test_a_heading_of_the_form_at_the_edge_of_pages_is_none() -> None:
    assert _furniture("One.\f\nPHYSICAL DEMANDS\nTwo.\f\nPHYSICAL DEMANDS\nThree.") == []


def test_the_number_of_a_single_page_is_furniture() -> None:
    assert _furniture("Words.\n\n1/1\n") == ["1/1"]
    assert _furniture("Words.\n\n1/2\n") == []
