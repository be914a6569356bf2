"""Where a document says what it asks of whoever is to hold the job: rows of the home form, sections of other forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.model import Fact, QualificationKind, Section, Status
from ingest.qualifications.legible import wording

_EDUCATION, _EXPERIENCE = QualificationKind.EDUCATION, QualificationKind.EXPERIENCE
_LICENCES = frozenset(
    {
        QualificationKind.DRIVER_LICENCE,
        QualificationKind.COMMERCIAL_LICENCE,
        QualificationKind.RESIDENCY,
        QualificationKind.CERTIFICATION,
    }
)
# The rows of the home form, and what each of them is about.
_ROWS = {
    "class_requirements.education": frozenset({_EDUCATION}),
    "class_requirements.experience": frozenset({_EXPERIENCE}),
    "class_requirements.certifications": _LICENCES,
}
_OF_THE_HOME_FORM = "class_requirements."
_ABOUT_PERSONS = frozenset({"minimum_qualifications", "special_requirements"})
# Headings below which schooling and work are asked for, whatever section the heading is taken for.
_SCHOOLING_AND_WORK = wording(r"qualif|requirement|\beducation|\bexperience|\btraining\b|ideal candidate|\bentry\b")
_NO_SUCH = wording(
    r"selective|additional requirement|physical|drug|medical|background|supplemental|equal|process|desirable"
    r"|citizenship|range"
    r"|standards|age |how to|application|notes?\b|alternate|special requirements|reporting"
)
_PREFERRED = wording(r"prefer|desir|ideal\b|nice to have")
_LISTS_LICENCES = wording(r"licen[sc]|certificat|registration|credential")


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of text that asks for something: where it is from, and which kinds are to be looked for in it.

    ``is_alone``: it is about these kinds and nothing else; ``lists_licences``: naming a licence there asks for it.
    ``words`` are those of the cell, where what stands between its lines may not be of it; null where all of it is.
    """

    field: str
    page: int | None
    start: int
    end: int
    kinds: frozenset[QualificationKind]
    is_alone: bool = False
    is_preferred: bool = False
    lists_licences: bool = False
    words: str | None = None


def rows(facts: Sequence[Fact], sections: Sequence[Section]) -> tuple[Row, ...]:
    """The rows of a document's requirements in order; a document in the home form has no others than the form's."""
    of_form = [fact for fact in facts if fact.field.startswith(_OF_THE_HOME_FORM)]
    return tuple(_of_form(of_form)) if of_form else tuple(_of_sections(sections))


def _of_form(facts: Sequence[Fact]) -> Iterator[Row]:
    for fact in facts:
        if fact.status is Status.READ and fact.field in _ROWS:
            kinds = _ROWS[fact.field]
            yield Row(
                fact.field, fact.page, fact.raw_start, fact.raw_end, kinds,
                is_alone=True, lists_licences=True, words=fact.value,
            )  # fmt: skip


def _of_sections(sections: Sequence[Section]) -> Iterator[Row]:
    for section in sections:
        heading = section.heading or ""
        about_licences = bool(_LISTS_LICENCES.search(heading)) and not _NO_SUCH.search(heading)
        yield Row(
            section.key,
            section.page,
            section.start,
            section.end,
            (_LICENCES | {_EDUCATION, _EXPERIENCE}) if _asks_for_schooling(section.key, heading) else _LICENCES,
            is_preferred=bool(_PREFERRED.search(heading)),
            lists_licences=about_licences or section.key in _ABOUT_PERSONS,
        )


def _asks_for_schooling(key: str, heading: str) -> bool:
    if key == "minimum_qualifications":
        return True
    named = bool(_SCHOOLING_AND_WORK.search(heading)) and not _NO_SUCH.search(heading)
    return named and key in {"other", "special_requirements", "knowledge_skills_abilities", "brief_description"}
