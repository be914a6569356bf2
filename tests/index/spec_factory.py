"""Class specs made by hand, small and of every shape that the stores must keep."""

from dataclasses import replace
from hashlib import sha256

from index import Library, store_specs
from index.identity import spec_id
from ingest import READER_VERSION
from ingest.model import (
    Box,
    ClassSpec,
    EducationLevel,
    Fact,
    Form,
    Issue,
    LegendEntry,
    LicenceClass,
    Member,
    Passage,
    Qualification,
    QualificationKind,
    Repair,
    Section,
    Source,
    Status,
)

TEXT = (
    "Class Title: Lamplighter\r\n\r\nDuties\r\nLights the lamps.\r\n"
    "Standing\tF\tAt lamps\r\nWalking\tO\tBetween lamps\r\n"
)

QUALIFICATIONS = (
    Qualification(
        QualificationKind.EDUCATION, EducationLevel.HIGH_SCHOOL, None, True, True, "duties", 1, 27, 48, 30, 35
    ),
    Qualification(QualificationKind.EXPERIENCE, None, 0.5, True, False, "duties", None, 27, 48, 31, 32),
    Qualification(QualificationKind.COMMERCIAL_LICENCE, LicenceClass.B, 6.0, False, False, "duties", 1, 27, 48, 27, 29),
    Qualification(QualificationKind.RESIDENCY, None, None, True, False, "duties", 1, 27, 48, 27, 29),
)


def lamplighter(path: str = "/specs/lamplighter.txt", **changes: object) -> ClassSpec:
    """A spec with every kind of part, changed as asked."""
    repair = Repair("look-alike", "0", "O", TEXT.index("\tO\t") + 1, TEXT.index("\tO\t") + 2)
    spec = ClassSpec(
        source=Source(path, sha256(path.encode()).hexdigest(), "txt", "utf-8", TEXT),
        form=Form.NORFOLK,
        agency="Harbor City",
        code="L-1",
        title="Lamplighter",
        department="Light",
        service="classified",
        adopted="May 2001",
        revised=None,
        revision="2001-05",
        members=(Member("Lamplighter", "L-1", 0), Member("Lamplighter II", None, 1)),
        sections=(Section("physical_demands", "Duties", 1, *_place("Duties"), repairs=(repair,)),),
        legends=(LegendEntry("physical_demands", "F", "Frequently", None, None, 0, 5, repairs=(repair,)),),
        facts=(
            _row("physical_demands.standing", "Standing\tF\tAt lamps", "F", "Frequently", ()),
            _row("physical_demands.walking", "Walking\tO\tBetween lamps", "O", "Occasionally", (repair,)),
            Fact("notes.1", Status.BLANK, "", None, None, None, 5, 5, 5, 5),
        ),
        passages=(_passage("Lights the lamps."), _passage("Standing\tF\tAt lamps\r\nWalking\tO\tBetween lamps")),
        issues=(Issue("no_code", "A code is missing."), Issue("odd_row", "A row is odd.", 3, 7)),
        qualifications=QUALIFICATIONS,
    )
    return replace(spec, **changes)  # type: ignore[arg-type]  # the caller names fields of a ClassSpec


def _place(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def _row(field: str, quote: str, raw: str, value: str, repairs: tuple[Repair, ...]) -> Fact:
    start, end = _place(quote)
    cell = start + quote.index(f"\t{raw}\t") + 1
    words = quote.rsplit("\t", 1)[1]
    return Fact(field, Status.READ, raw, value, words, 1, start, end, cell, cell + 1, None, repairs)


def _passage(quote: str) -> Passage:
    words = " ".join(quote.split())
    return Passage("physical_demands", "Duties", None, *_place(quote), f"Lamplighter | Duties\n{words}")


SERIES_TEXT = (
    "LAMP CLERK\r\nSERIES SPECIFICATION\r\n\r\nDEFINITION OF SERIES\r\nClerks who keep the books of the lamps.\r\n\r\n"
    "Lamp Clerk I (4410)\r\nUnder close supervision, counts lamps.\r\n\r\n"
    "Lamp Clerk II (4411)\r\nCounts lamps alone.\r\n"
)


def lamp_clerks(path: str = "/specs/lamp-clerks.txt", members: int = 2) -> tuple[ClassSpec, ...]:
    """A series document and the specs of its members, with boxes for its lines."""
    digest = sha256(path.encode()).hexdigest()
    source = Source(path, digest, "pdf", None, SERIES_TEXT, tuple(_line_boxes(SERIES_TEXT)))
    classes = (("Lamp Clerk I", "4410", "Under close supervision"), ("Lamp Clerk II", "4411", "Counts lamps alone"))
    described = [_member(source, place, *each) for place, each in enumerate(classes[:members])]
    named = tuple(Member(spec.title or "", spec.code, place) for place, spec in enumerate(described))
    of_series = _generic(source, "Lamp Clerk", None, "definition", "Clerks who keep the books of the lamps.")
    return (replace(of_series, members=named), *described)


def _member(source: Source, place: int, title: str, code: str, begun: str) -> ClassSpec:
    sentence = next(line for line in source.text.split("\r\n") if line.startswith(begun))
    return replace(_generic(source, title, code, "duties", sentence), place=place)


def _generic(source: Source, title: str, code: str | None, section: str, sentence: str) -> ClassSpec:
    start = source.text.index(sentence)
    end = start + len(sentence)
    return ClassSpec(
        source=source,
        form=Form.GENERIC,
        agency="Harbor City",
        code=code,
        title=title,
        department=None,
        service=None,
        adopted=None,
        revised=None,
        revision=None,
        members=(),
        sections=(Section(section, None, 1, start, end),),
        legends=(),
        facts=(),
        passages=(Passage(section, None, 1, start, end, f"{title}\n{sentence}"),),
        issues=(),
    )


def _line_boxes(text: str) -> list[Box]:
    lines = [line for line in text.split("\r\n") if line]
    places = [(text.index(line), text.index(line) + len(line)) for line in lines]
    return [Box(*place, 1, 0.1, number / 20, 0.75, (number + 1) / 20) for number, place in enumerate(places)]


def hold(library: Library, *specs: ClassSpec) -> str:
    """Hold a document made by hand, and its members, in a library; returns the document's id."""
    held_as = spec_id(specs[0].source.path)
    with library._store.writing() as connection:
        store_specs.put(
            connection,
            held_as,
            specs,
            given_agency=None,
            reader_version=READER_VERSION,
            fingerprint=library._dense.fingerprint,
        )
    return held_as
