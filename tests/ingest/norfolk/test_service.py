"""Whether positions are in the classified service."""

import pytest

from ingest.norfolk.sectioning import lay_out
from ingest.norfolk.service import read_service
from tests.ingest.reading import body_lines, read_as


def _read(text: str) -> tuple[dict[str, tuple[str, str | None]], list[str]]:
    layout = lay_out(text, body_lines(text))
    facts, issues = read_service(text, layout.footnotes)
    return read_as(facts), [issue.code for issue in issues]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Unclassified Service (Positions in the unclassified service.)", "unclassified"),
        ("Classified Service (Positions.)", "classified"),
        ("C1assified Serv\tice (Positions.)", "classified"),
        ("UNCLASSIFIED SERVICE", "unclassified"),
        ("<u>Unclassified</u> Service", "unclassified"),
    ],
)
def test_the_footnote_says_the_service(text: str, value: str) -> None:
    assert _read(f"Words.\n\n{text}") == ({"service": ("read", value)}, [])


@pytest.mark.parametrize("text", ["", "Works in the classified service.", "Service (Unclassified)"])
def test_other_words_say_no_service(text: str) -> None:
    assert _read(text) == ({}, [])


def test_pages_that_say_both_are_illegible_with_an_issue() -> None:
    text = "Classified Service (x)\n\nUnclassified Service (y)"
    assert _read(text) == ({"service": ("illegible", None)}, ["conflicting_footnotes"])


def test_the_whole_footnote_of_the_first_page_is_quoted() -> None:
    text = "a\n\nClassified Service (one\ntwo)\n\nPage 1 of 2\n\nb\n\nClassified Service (one\ntwo)"
    (fact,), _ = read_service(text, lay_out(text, body_lines(text)).footnotes)
    assert (fact.raw, fact.page) == ("Classified Service", 1)
    assert text[fact.start : fact.end] == "Classified Service (one\ntwo)"
