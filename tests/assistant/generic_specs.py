"""Specs of another form than the home form, made by hand: a header of facts, and prose under headings."""

from hashlib import sha256

from ingest.model import ClassSpec, Fact, Form, Member, Passage, Section, Source, Status

Paragraphs = tuple[str, ...]

HEADER = (
    ("title", "Class Title: ", "HARBOR PILOT", "Harbor Pilot", None),
    ("code", "Class Code: ", "7312", "7312", None),
    ("open_date", "Exam Open to All, Open Date: ", "04/26/2013", "April 26, 2013", "2013-04-26"),
    ("revised", "Rev. ", "6/12/2009", "June 12, 2009", "2009-06-12"),
    ("salary", "Salary: ", "$58,400 to $91,250 a year", "$58,400 to $91,250 a year", None),
)
Sections = tuple[tuple[str, str, Paragraphs], ...]
SECTIONS: Sections = (
    ("duties", "DUTIES", ("A Harbor Pilot boards ships at the sea buoy.", "Brings them alongside a berth.")),
    (
        "minimum_qualifications",
        "MINIMUM REQUIREMENTS",
        ("A master's licence for vessels of any tonnage.", "Two years as mate; a degree may stand for one of them."),
    ),
    ("physical_demands", "PHYSICAL REQUIREMENTS", ("Persons in this class climb rope ladders in heavy weather.",)),
    ("selection_process", "SELECTION", ("The examination is an interview, weighted 100%.",)),
    ("working_conditions", "WORKING CONDITIONS", ("Work is done at all hours on open water.",)),
)


def harbor_pilot(
    path: str = "/specs/harbor-pilot.txt", title: str = "Harbor Pilot", sections: Sections = SECTIONS
) -> ClassSpec:
    """The class of one document of its own."""
    header = "\n".join(label + raw for _, label, raw, _, _ in HEADER)
    source = Source(path, sha256(path.encode()).hexdigest(), "txt", "utf-8", f"{header}\n\n{_body(sections)}")
    return _spec(source, title, "7312", sections, tuple(_fact(source.text, *each) for each in HEADER))


def deckhands(path: str = "/specs/deckhands.txt", series: str = "Deckhand Series") -> tuple[ClassSpec, ...]:
    """A series document of two classes, and the specs of its members."""
    of_all = (("definition", "DEFINITION", ("Deckhands work the lines of harbor craft.",)),)
    own = [
        (("duties", "DECKHAND", ("Under supervision, handles lines.",)),),
        (("duties", "LEADING DECKHAND", ("Leads a watch of deckhands.",)),),
    ]
    text = "\n\n".join((series, *(_body(sections) for sections in (of_all, *own))))
    source = Source(path, sha256(path.encode()).hexdigest(), "txt", "utf-8", text)
    titles = (("Deckhand", "8101"), ("Leading Deckhand", "8102"))
    members = tuple(Member(title, code, place) for place, (title, code) in enumerate(titles))
    described = [
        _spec(source, title, code, (*of_all, *sections), (), place)
        for place, ((title, code), sections) in enumerate(zip(titles, own, strict=True))
    ]
    document = _spec(source, series, None, of_all, (), members=members)
    return (document, *described)


def _body(sections: Sections) -> str:
    return "\n\n".join("\n".join((heading, *paragraphs)) for _, heading, paragraphs in sections)


def _fact(text: str, field: str, label: str, raw: str, value: str, iso: str | None) -> Fact:
    start = text.index(label + raw)
    cell, end = start + len(label), start + len(label + raw)
    return Fact(field, Status.READ, raw, value, None, None, start, end, cell, end, iso)


def _spec(
    source: Source,
    title: str,
    code: str | None,
    sections: Sections,
    facts: tuple[Fact, ...],
    place: int | None = None,
    members: tuple[Member, ...] = (),
) -> ClassSpec:
    found = [Section("header", None, None, 0, source.text.index("\n\n"))]
    passages = []
    for key, heading, paragraphs in sections:
        start = source.text.index(f"\n{heading}\n") + 1
        for paragraph in paragraphs:
            at = source.text.index(paragraph, start)
            passages.append(Passage(key, heading, None, at, at + len(paragraph), f"{title} | {heading}\n{paragraph}"))
        found.append(Section(key, heading, None, start, passages[-1].end))
    return ClassSpec(
        source, Form.GENERIC, "Port of Alder", code, title, None, None, None, None, None, members,
        tuple(found), (), facts, tuple(passages), (), place,
    )  # fmt: skip
