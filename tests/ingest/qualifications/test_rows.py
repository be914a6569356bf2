from ingest.model import Fact, Section, Status
from ingest.qualifications.rows import rows


def _fact(row: str, status: Status = Status.READ) -> Fact:
    return Fact(f"class_requirements.{row}", status, "None", "None", None, 1, 0, 4, 0, 4)


def test_of_the_home_form_only_the_rows_that_were_read_are_looked_at() -> None:
    facts = (_fact("education"), _fact("experience", Status.ILLEGIBLE), _fact("reading"))
    found = rows(facts, (Section("minimum_qualifications", None, 1, 0, 4),))
    assert [(row.field, row.is_alone) for row in found] == [("class_requirements.education", True)]


def test_schooling_is_looked_for_where_a_section_asks_for_it() -> None:
    sections = (
        Section("minimum_qualifications", "REQUIREMENTS", 1, 0, 9),
        Section("other", "Education", 1, 9, 20),
        Section("other", "Equal Opportunity Requirements", 1, 20, 30),
        Section("duties", "Experience the outdoors", 1, 30, 40),
    )
    assert [("education" in row.kinds, row.is_preferred) for row in rows((), sections)] == [
        (True, False), (True, False), (False, False), (False, False)
    ]  # fmt: skip
    (preferred,) = rows((), (Section("other", "Desirable Experience", 1, 0, 9),))
    assert preferred.is_preferred
