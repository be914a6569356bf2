"""What a requirement asks for, of the home form or of a section, the way the tests of this package need it."""

from ingest.model import EducationLevel, Fact, Qualification, QualificationKind, Section, Status
from ingest.qualifications import qualifications


def of_row(row: str, words: str) -> tuple[Qualification, ...]:
    """What one row of the home form asks for."""
    text = f"{row.title()}\t{words}"
    start = len(row) + 1
    fact = Fact(
        f"class_requirements.{row}",
        Status.READ,
        words,
        " ".join(words.split()),
        None,
        1,
        0,
        len(text),
        start,
        len(text),
    )
    return qualifications(text, (fact,), ())


def of_section(
    words: str, key: str = "minimum_qualifications", heading: str = "Requirements"
) -> tuple[Qualification, ...]:
    """What a section with those words below its heading asks for."""
    text = f"{heading}\n\n{words}\n"
    return qualifications(text, (), (Section(key, heading, None, 0, len(text)),))


def of_kind(found: tuple[Qualification, ...], kind: str, *, is_required: bool = True) -> list[Qualification]:
    """Those of one kind that are required, or that are not."""
    return [each for each in found if each.kind == QualificationKind(kind) and each.is_required is is_required]


def level(found: tuple[Qualification, ...]) -> EducationLevel | None:
    """The level of education that is required; none where nothing was read."""
    levels = [each.level for each in of_kind(found, "education")]
    assert len(levels) <= 1
    return EducationLevel(levels[0]) if levels and levels[0] else None


def years(found: tuple[Qualification, ...]) -> float | None:
    """The years of experience that are required; none where nothing was read."""
    amounts = [each.amount for each in of_kind(found, "experience")]
    assert len(amounts) <= 1
    return amounts[0] if amounts else None
