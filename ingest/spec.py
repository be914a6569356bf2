"""From a source text to class specs: the form is recognised, read, and put back in its place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.arrangement import Arranged, arranged, settled, with_pages
from ingest.certainty import certain
from ingest.errors import NotAClassSpec
from ingest.generic.document import read_generic
from ingest.model import ClassSpec, Fact, Form, Issue, Member, Qualification, Source, Status
from ingest.norfolk.document import read_norfolk
from ingest.norfolk.running_titles import footer_issues
from ingest.passages import CountTokens, passages
from ingest.placement import Placement
from ingest.qualifications import qualifications
from ingest.reading import Reading
from ingest.source_text import SourceText, page_at
from ingest.titles import display_title


def class_specs(
    extracted: SourceText, path: str, sha256: str, agency: str | None, count_tokens: CountTokens
) -> tuple[ClassSpec, ...]:
    """The class spec that a document is, and after it those of its members where it is a series.

    Raises:
        NotAClassSpec: it is text, and nothing in it is a class specification.
    """
    text = settled(with_pages(extracted))
    form = arranged(text)
    reading = read_norfolk(form.view.text, form.lines) if form.has_headings else None
    kind = Form.NORFOLK
    if reading is None:
        reading, kind = read_generic(text), Form.GENERIC
        form = Arranged.unchanged(text)
    if reading is None:
        raise NotAClassSpec("it is text, but nothing in it is a class specification")
    source = Source(path, sha256, text.format, text.encoding, text.text, text.boxes)
    document = _Document(source, text, kind, form, Placement(text, form.view, form.repairs), count_tokens)
    whole = _spec(document, reading, agency)
    # A series names its members, and each of them may stand in a footer.
    footers = () if reading.members else footer_issues(text, whole.title)
    described = [_spec(document, member, whole.agency) for member in reading.members]
    members = tuple(replace(spec, place=place) for place, spec in enumerate(described))
    named = tuple(Member(spec.title or "", spec.code, place) for place, spec in enumerate(members))
    return (replace(whole, members=named, issues=(*whole.issues, *text.issues, *footers)), *members)


@dataclass(frozen=True, slots=True)
class _Document:
    """What all classes of one document share: its source, how its text is arranged and the places of what is read."""

    source: Source
    text: SourceText
    form: Form
    arranged: Arranged
    placement: Placement
    count_tokens: CountTokens


def _spec(document: _Document, reading: Reading, agency: str | None) -> ClassSpec:
    """One class, the whole document or a member of it; ``agency`` is whose it is where the reading does not say so."""
    placement = document.placement
    sections = placement.sections(reading.sections)
    sure = certain(document.text, placement.facts(reading.facts), placement.legends(reading.legends), sections)
    values = {fact.field: fact for fact in sure.facts if fact.status is Status.READ}
    title = _value(values, "title")
    shown = display_title(title) if title else None
    stated = _value(values, "agency")
    found = passages(document.arranged.view.text, shown, reading.stretches, document.count_tokens)
    return ClassSpec(
        source=document.source,
        form=document.form,
        agency=display_title(stated) if stated else agency,
        code=_value(values, "code"),
        title=shown,
        department=_value(values, "department"),
        service=_value(values, "service"),
        adopted=_value(values, "adopted"),
        revised=_value(values, "revised"),
        revision=_revision(values),
        members=(),
        sections=sections,
        legends=sure.legends,
        facts=sure.facts,
        passages=placement.passages(found),
        issues=(*placement.issues(reading.issues), *sure.issues, *_about_the_whole(shown)),
        qualifications=_qualifications(document, reading, sure.facts),
    )


def _qualifications(document: _Document, reading: Reading, facts: Sequence[Fact]) -> tuple[Qualification, ...]:
    """What a class asks for, in its place in the source; what is read of a cell that is not certain is left out.

    A series asks for nothing itself: its members do.
    """
    if reading.members:
        return ()
    unread = {fact.field for fact in facts if fact.status is not Status.READ}
    view = document.arranged.view
    found = qualifications(view.text, reading.facts, reading.sections)
    return tuple(_placed(document, each) for each in found if each.field not in unread)


def _placed(document: _Document, read: Qualification) -> Qualification:
    start, end = document.arranged.view.place(read.start, read.end)
    raw_start, raw_end = document.arranged.view.place(read.raw_start, read.raw_end)
    page = page_at(start, document.text.pages)
    return replace(read, start=start, end=end, raw_start=raw_start, raw_end=raw_end, page=page)


def _value(values: dict[str, Fact], field: str) -> str | None:
    return values[field].value if field in values else None


def _revision(values: dict[str, Fact]) -> str | None:
    """The latest date of revision, else of adoption, in ISO form (contract, section 2)."""
    dated = values.get("revised") or values.get("adopted")
    return max(dated.iso.split("; ")) if dated and dated.iso else None


def _about_the_whole(title: str | None) -> tuple[Issue, ...]:
    return () if title else (Issue("no_title", "The document does not say the title of its class."),)
