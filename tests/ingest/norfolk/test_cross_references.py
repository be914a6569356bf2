"""Where a spec leaves what it means to the spec of another class."""

from pathlib import Path

import pytest

from ingest.norfolk.cross_references import cross_references
from tests.ingest.reading import SHORT_FORM, spec_of


def _named(text: str, title: str = "Legal Secretary II") -> list[str]:
    return [text[issue.start : issue.end] for issue in cross_references(text, 0, len(text), title)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Performs all duties of Legal Secretary I and trains others.", "Legal Secretary I"),
        ("Performs all the duties of an Accountant I and II plus audits.", "Accountant I and II"),
        ("Supervises the work described for Custodian.", "Custodian"),
        ("Same as those of a Clerk, plus one year.", "Clerk"),
        ("Same as Clerk II plus one year", "Clerk II"),
        ("performs all duties of legal secretary I", "legal secretary I"),
        ("PERFORMS ALL DUTIES OF LEGAL SECRETARY I.", "LEGAL SECRETARY I"),
        ("Performs the duties of the Deputy Director of Parks in his absence.", "Deputy Director of Parks"),
        ("All duties described for the class of Office\nAssistant II", "Office\nAssistant II"),
        ("all duties of a Building Official", "Building Official"),
    ],
)
def test_another_class_is_named_at_its_place(text: str, name: str) -> None:
    assert _named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Performs all duties of the position.", "all duties of a Position", "All duties of the Water Division",
        "all duties of the Department", "the duties of the Fire Marshal division",
        "all duties of the Fire Chief's office", "Same as above.", "the same day as the City Clerk",
        "Meets all requirements of the Holt Disabilities Act",
        "the functions of the Emergency Operations Center", "all duties of Public Works", "the same as Title VI",
        "all work assigned by the Supervisor", "work performed by Contractors", "all duties of Legal Secretary II",
        "the duties of the Secretary II",
    ],
)  # fmt: skip
def test_what_is_no_other_class_is_no_reference(text: str) -> None:
    assert _named(text) == []


def test_a_class_is_told_once_with_a_sentence_that_names_it() -> None:
    text = "All duties of Clerk I. Also all duties of Clerk I."
    (issue,) = cross_references(text, 0, len(text), None)
    assert issue.code == "cross_reference"
    assert "“Clerk I”" in issue.message


def test_functions_and_requirements_are_searched(tmp_path: Path) -> None:
    text = SHORT_FORM + (
        "ESSENTIAL FUNCTIONS:\n\n1\tL\tPerforms all duties of Accountant I.\n\n"
        "CLASS REQUIREMENTS:\n\nExperience\tSame as Accountant III.\n"
    )
    issues = spec_of(tmp_path, text).issues
    assert [(issue.code, text[issue.start : issue.end]) for issue in issues] == [
        ("cross_reference", "Accountant I"), ("cross_reference", "Accountant III"),
    ]  # fmt: skip
