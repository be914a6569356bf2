"""What a file becomes: a class spec as facts with places, sections and passages.

Every ``start, end`` is a half-open range of Unicode code points into the spec's source text, so that
``text[start:end]`` is exactly what a citation quotes. All values are frozen and cross the floors as they are.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Whether a cell of the form was read, was blank, or could not be read."""

    READ = "read"
    BLANK = "blank"
    ILLEGIBLE = "illegible"


class Form(StrEnum):
    """The form that a document is written in."""

    NORFOLK = "norfolk"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Repair:
    """One difference between what the source says and what was read from it."""

    rule: str
    before: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person should know about a spec; ``start, end`` are null where it has no single place."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a document; ``heading`` is null where the document prints none."""

    key: str
    heading: str | None
    page: int | None
    start: int
    end: int
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What one code means in one section, in the document's own words; the place is the legend to cite."""

    section: str
    code: str
    word: str
    meaning: str | None
    page: int | None
    start: int
    end: int
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of the form. ``start, end`` is the row to quote, ``raw_start, raw_end`` the cell in it.

    ``raw`` is what the source says (``"0"``), ``value`` what it means (``"Occasionally"``; null for a box that is
    not marked), ``description`` the row's own words, ``iso`` a date at the precision given (``"2001-09"``).
    """

    field: str
    status: Status
    raw: str
    value: str | None
    description: str | None
    page: int | None
    start: int
    end: int
    raw_start: int
    raw_end: int
    iso: str | None = None
    repairs: tuple[Repair, ...] = ()


class QualificationKind(StrEnum):
    """What a qualification is about."""

    EDUCATION = "education"
    EXPERIENCE = "experience"
    DRIVER_LICENCE = "driver_licence"
    COMMERCIAL_LICENCE = "commercial_licence"
    RESIDENCY = "residency"
    CERTIFICATION = "certification"


class EducationLevel(StrEnum):
    """How far schooling has to have gone, from the lowest to the highest; see ``rank``."""

    NONE = "none"
    HIGH_SCHOOL = "high_school"
    SOME_COLLEGE = "some_college"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"

    @property
    def rank(self) -> int:
        """The place of the level among all of them, 0 the lowest: levels compare by it, not as words."""
        return list(EducationLevel).index(self)


class LicenceClass(StrEnum):
    """The class of a commercial driver's licence: A is for the heaviest combinations of vehicles."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Qualification:
    """What the prose of a document asks of whoever is to hold the job, as a value that compares.

    Of all that is required a class has at most one ``education`` and one ``experience``: the least that the document
    accepts by name. ``level`` is that of schooling or the class of a commercial licence; ``amount`` the years of
    experience, or the months after appointment within which a licence, a certificate or a residence is to be had.
    ``is_required`` is false of what is preferred or may be asked; ``accepts_equivalent`` says that something else can
    take its place. ``field`` is the field path or section key it was read from; ``start, end`` is the sentence to
    quote, and ``raw_start, raw_end`` the words in it that decided.
    """

    kind: QualificationKind
    level: EducationLevel | LicenceClass | None
    amount: float | None
    is_required: bool
    accepts_equivalent: bool
    field: str
    page: int | None
    start: int
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one section to be searched: quoted by its place, embedded as ``embedded_text``.

    ``embedded_text`` is the class title and the section's heading, then the words with white space folded.
    """

    section: str
    heading: str | None
    page: int | None
    start: int
    end: int
    embedded_text: str


@dataclass(frozen=True, slots=True)
class Member:
    """One class of a series document, at its place (0-based) in the series."""

    title: str
    code: str | None
    place: int


@dataclass(frozen=True, slots=True)
class Box:
    """Where ``text[start:end]`` stands on the picture of its 1-based page.

    The sides are fractions of the picture's width and height, from its top left corner, the page as it is shown.
    A stretch of text that fills several lines of a page has several boxes.
    """

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Source:
    """The file behind a spec: its resolved path, the digest of its bytes, its canonical text.

    ``boxes`` are in the order of their places; empty for a format without pages that look the same everywhere.
    """

    path: str
    sha256: str
    format: str
    encoding: str | None
    text: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassSpec:
    """A class specification as read: who it is, and every value with its place.

    ``title`` is for display (all capitals become title case); ``adopted`` and ``revised`` are the normalised words of
    their facts, and ``revision`` is the latest ISO date by which revisions of a class are ordered. A series document is
    a spec with ``members``; each of them is a spec of its own too, with its ``place`` in the series.
    """

    source: Source
    form: Form
    agency: str | None
    code: str | None
    title: str | None
    department: str | None
    service: str | None
    adopted: str | None
    revised: str | None
    revision: str | None
    members: tuple[Member, ...]
    sections: tuple[Section, ...]
    legends: tuple[LegendEntry, ...]
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    issues: tuple[Issue, ...]
    place: int | None = None
    qualifications: tuple[Qualification, ...] = ()
