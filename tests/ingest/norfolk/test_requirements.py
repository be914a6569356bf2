"""Class requirements: a label and its prose."""

import pytest

from ingest.norfolk.requirements import read_requirements
from ingest.norfolk.rows import Table
from tests.ingest.reading import block_of, read_as, rules


def _read(text: str) -> Table:
    return read_requirements(text, block_of("class_requirements", text))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Math\tAdds and subtracts.\t\t", ("math", "read", "Adds and subtracts.")),
        ("Math\t\t\t", ("math", "blank", None)),
        ("Math", ("math", "blank", None)),
        ("Math:\tAdds.", ("math", "read", "Adds.")),
        ("MATH: Adds.", ("math", "read", "Adds.")),
        ("Math\tAdds\tand\tsubtracts.", ("math", "read", "Adds and subtracts.")),
        ("Math\tAdds\nand subtracts.", ("math", "read", "Adds and subtracts.")),
        ("Math\n\nAdds.", ("math", "read", "Adds.")),
        ("Budg\tet Responsibility\tNone.", ("budget", "read", "None.")),
        ("Certifications and Other Requirement\ts\tNone.", ("certifications", "read", "None.")),
        ("Certifications and Licenses\tA valid licence.", ("certifications", "read", "A valid licence.")),
        ("Experionce\tNone.", ("experience", "read", "None.")),
        ("Ехреrience\tNone.", ("experience", "read", "None.")),
        ("Budget\tResponsibility\tApproves purchases.", ("budget", "read", "Approves purchases.")),
        ("Formal Education\t/ Knowledge\tA degree.", ("education", "read", "A degree.")),
        ("Interpersonal\t/ Human Relations Skills\tTalks.", ("interpersonal", "read", "Talks.")),
    ],
)
def test_a_requirement_has_its_prose(row: str, expected: tuple[str, str, str | None]) -> None:
    key, status, value = expected
    assert read_as(_read(row).facts) == {f"class_requirements.{key}": (status, value)}


def test_a_requirement_that_the_form_lacks_keeps_its_label_with_an_issue() -> None:
    table = _read("Language Skills\tSpeaks Spanish.")
    assert read_as(table.facts) == {"class_requirements.language_skills": ("read", "Speaks Spanish.")}
    assert [issue.code for issue in table.issues] == ["unknown_label"]


def test_a_misread_label_is_a_repair() -> None:
    (fact,) = _read("Experionce\tNone.").facts
    assert rules(fact.repairs) == ["misread_letters"]


def test_two_rows_of_one_requirement_that_differ_are_illegible() -> None:
    assert read_as(_read("Math\tAdds.\nMath\tDivides.").facts) == {"class_requirements.math": ("illegible", None)}


def test_the_row_to_quote_is_label_and_prose_without_the_tabs_after() -> None:
    text = "Math\tAdds.\t\t"
    (fact,) = _read(text).facts
    assert text[fact.start : fact.end] == "Math\tAdds."
