import pytest

from tests.ingest.qualifications.reading import of_kind, of_section


@pytest.mark.parametrize(
    ("words", "education", "experience"),
    [
        ("Bachelor's degree. Two years of experience.", False, False),
        ("Bachelor's degree or equivalent. Two years of experience.", True, False),
        ("High school diploma or equivalent. Two years of experience.", False, False),
        ("Bachelor's degree. Two years of experience. Any equivalent combination of education and experience.",
         True, True),
        ("Bachelor's degree. Two years of experience may be substituted for the required education.", True, None),
        ("Bachelor's degree. Two years of experience. (A master's degree may be substituted for one year of the "
         "required experience.)", False, True),
        ("Bachelor's degree (or equivalent work experience). Two years of experience.", True, False),
        ("Associate degree, or two years of experience in a warehouse.", True, True),
        ("1. Two years of experience as a baker; or\n2. Completion of an apprenticeship.", None, True),
        ("1. Two years of experience as a baker; and\n2. A bachelor's degree.", False, False),
    ],
)  # fmt: skip
def test_something_else_is_accepted_where_the_document_says_so(
    words: str, education: bool | None, experience: bool | None
) -> None:
    found = of_section(words)
    for kind, expected in (("education", education), ("experience", experience)):
        assert [each.accepts_equivalent for each in of_kind(found, kind)] == ([] if expected is None else [expected])
