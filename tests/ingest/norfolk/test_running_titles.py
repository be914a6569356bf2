"""Running headers and footers that name another class."""

from pathlib import Path

import pytest

from ingest.arrangement import with_pages
from ingest.norfolk.running_titles import footer_issues
from ingest.source_text import SourceText
from tests.ingest.reading import SHORT_FORM, spec_of


def _named(footer: str, title: str | None, file_format: str = "txt") -> list[str]:
    pages = (f"Words of page {n}.\n\n{footer.format(n=n)}\n" for n in ("1", "2", "3"))
    source = with_pages(SourceText("".join(pages), file_format))
    return [source.text[issue.start : issue.end] for issue in footer_issues(source, title)]


@pytest.mark.parametrize(
    ("footer", "title", "name"),
    [
        ("Accountant II    Page {n} of 3", "Accountant III", "Accountant II"),
        ("Accountant II\tPage {n} of 3", "Accountant", "Accountant II"),
        ("ACCOUNTANT II\nPage {n} of 3", "Accountant III", "ACCOUNTANT II"),
        ("Class Specification - Chief Clerk   Page {n} of 3", "Clerk", "Chief Clerk"),
        ("Police Sergeant   Rev. 04/2016   Page {n} of 3", "Police Officer", "Police Sergeant"),
    ],
)
def test_another_class_in_a_footer_is_told_once_at_its_place(footer: str, title: str, name: str) -> None:
    assert _named(footer, title) == [name]


@pytest.mark.parametrize(
    ("footer", "title"),
    [
        ("Accountant II    Page {n} of 3", "Accountant II"),
        ("ACCOUNTANT II    Page {n} of 3", "Accountant II"),
        ("Accountant 2    Page {n} of 3", "Accountant II"),
        ("Acct. II    Page {n} of 3", "Accountant II"),
        ("Aсcountont II    Page {n} of 3", "Accountant II"),
        ("Utility Customer Serv\tPage {n} of 3", "Utility Customer Service Manager"),
        ("UCSM\tPage {n} of 3", "Utility Customer Service Manager"),
        ("City of Holt\tPage {n} of 3", "Clerk"),
        ("Classification Specification\tPage {n} of 3", "Clerk"),
        ("Department of Public Works\tPage {n} of 3", "Clerk"),
        ("Office of the City Manager\tPage {n} of 3", "Clerk"),
        ("Civil Service Commission\tPage {n} of 3", "Clerk"),
        ("Revised April 2016\tPage {n} of 3", "Clerk"),
        ("Prepared by the Personnel Officer\tPage {n} of 3", "Clerk"),
        ("Accountant II    Page {n} of 3", None),
    ],
)
def test_what_else_stands_in_footers_is_no_other_class(footer: str, title: str | None) -> None:
    assert _named(footer, title) == []


def test_the_menus_of_a_web_page_are_no_footers() -> None:
    assert _named("Accountant II    Page {n} of 3", "Clerk", "html") == []


def test_a_spec_says_that_its_footers_name_another_class(tmp_path: Path) -> None:
    text = SHORT_FORM.replace("Telephone.\n", "Telephone.\n\nAccountant II    Page 1 of 2\n")
    (issue,) = spec_of(tmp_path, text + "\nAccountant II    Page 2 of 2\n").issues
    assert issue.code == "other_class_in_footer"
    assert "“Accountant II”" in issue.message
    assert text[issue.start : issue.end] == "Accountant II"
