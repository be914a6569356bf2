"""How a title is written for people."""

import pytest

from ingest.titles import display_title


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("FIREFIGHTER", "Firefighter"), ("ACCOUNTANT II", "Accountant II"),
        ("CIVIL ENGINEER III", "Civil Engineer III"),
        ("CHIEF OF THE FIRE DEPARTMENT", "Chief of the Fire Department"), ("GIS ANALYST IV", "GIS Analyst IV"),
        ("THE MAYOR'S AIDE", "The Mayor's Aide"), ("CO-OP STUDENT", "Co-Op Student"), ("Librarian", "Librarian"),
        ("Chief OF Staff", "Chief OF Staff"), ("VICE MAYOR", "Vice Mayor"), ("MIXER", "Mixer"), ("", ""),
        ("R&D MANAGER", "R&D Manager"), ("HVAC MECHANIC X", "HVAC Mechanic X"),
    ],
)  # fmt: skip
def test_all_capitals_become_title_case_and_nothing_else_changes(printed: str, shown: str) -> None:
    assert display_title(printed) == shown
