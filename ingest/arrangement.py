"""How the words of a source text are arranged in rows and cells, so that one reader of the form serves every layout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.furniture import running_lines
from ingest.layout.bars import is_rule
from ingest.layout.row_view import view_in_rows, view_with_tabs
from ingest.layout.tables import rows_of
from ingest.mending import mended
from ingest.model import Box, Repair
from ingest.norfolk.sectioning import Block, lay_out
from ingest.source_text import Heading, Line, Page, SourceText, Span, footers, lines, pages_of
from ingest.view import View


@dataclass(frozen=True, slots=True)
class Arranged:
    """A view of a source text that a form reader can read, its lines without furniture, and what was mended in it.

    The lines are in places of the view, the repairs in places of the source. ``has_headings`` says whether any heading
    of the form stands in it.
    """

    view: View
    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...] = ()
    has_headings: bool = True

    @classmethod
    def unchanged(cls, source: SourceText) -> "Arranged":
        """The source text as it stands."""
        return cls(View.of(source.text), _body(source))


def with_pages(source: SourceText) -> SourceText:
    """The source text with its page footers as furniture.

    Where the format has no pages of its own, the footers end them, and what runs on at their edges is furniture too.
    """
    ends = footers(source.text)
    spans = {*source.furniture, *(Span(footer.start, footer.end) for footer in ends)}
    if not source.pages:
        spans |= {*running_lines(source.text, ends)}
    furniture = tuple(sorted(spans, key=lambda span: (span.start, span.end)))
    return replace(source, pages=source.pages or pages_of(ends), furniture=furniture)


def arranged(source: SourceText) -> Arranged:
    """The source text with damage undone, its tables in rows of tab-separated cells where they are not yet."""
    mending, repairs = mended(source.text)
    whole = source if mending.is_source else _seen(mending, source)
    body = _body(whole)
    blocks = lay_out(whole.text, body).blocks
    # Where no heading of the form stands, no table of the form has to be arranged.
    has_headings = len(blocks) > 1
    view = _in_rows(whole, blocks, body) if has_headings else None
    if view is None:
        return Arranged(mending, _without_rules(whole.text, body), repairs, has_headings)
    return Arranged(view.through(mending), _without_rules(view.text, lines(view.text)), repairs)


def settled(source: SourceText) -> SourceText:
    """The canonical text: that of a format with columns in rows of tab-separated cells, everything in its new place."""
    if not source.has_columns:
        return source
    blocks = lay_out(source.text, _body(source)).blocks
    in_rows = _in_rows(source, blocks, lines(source.text)) or View.of(source.text)
    view = view_with_tabs(in_rows.text).through(in_rows)
    return replace(_seen(view, source), has_columns=False)


def _body(source: SourceText) -> tuple[Line, ...]:
    return lines(source.text, source.pages, source.furniture)


def _without_rules(text: str, body: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without those that only draw a table or underline a heading."""
    return tuple(line for line in body if not is_rule(text, line))


def _in_rows(source: SourceText, blocks: Iterable[Block], shown: Sequence[Line]) -> View | None:
    """The lines to be shown with the tables of the blocks as rows; None where no table has to be arranged."""
    made = [(block.lines, rows_of(source.text, block)) for block in blocks]
    tables = [(taken, rows) for taken, rows in made if rows is not None]
    if not tables:
        return None
    gone = [line for taken, _ in tables for line in taken]
    return view_in_rows(source.text, shown, [rows for _, rows in tables], gone)


def _seen(view: View, source: SourceText) -> SourceText:
    """The source text as a view shows it, everything in its place in the view."""
    return replace(
        source,
        text=view.text,
        pages=_pages(view, source.pages),
        boxes=tuple(sorted(_boxes(view, source.boxes), key=lambda box: (box.start, box.end))),
        headings=tuple(
            Heading(start, end, heading.level)
            for heading in source.headings
            for start, end in _cells(view, heading.start, heading.end)
        ),
        furniture=_spans(view, source.furniture),
        unsure=_spans(view, source.unsure),
    )


def _spans(view: View, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in the view, each as one from the first to the last of what is shown of it."""
    places = (view.of_source(span.start, span.end) for span in spans)
    found = {(min(place)[0], max(end for _, end in place)) for place in places if place}
    return tuple(Span(*place) for place in sorted(found))


def _boxes(view: View, boxes: Iterable[Box]) -> list[Box]:
    return [replace(box, start=start, end=end) for box in boxes for start, end in _cells(view, box.start, box.end)]


def _cells(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """Where a stretch of the source is in the view: one place for all of it that only spaces part there."""
    found: list[tuple[int, int]] = []
    for place in view.of_source(start, end):
        if found and not view.text[found[-1][1] : place[0]].strip(" "):
            found[-1] = (found[-1][0], place[1])
        else:
            found.append(place)
    return found


def _pages(view: View, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, each from where the first of its words stands to where the next page's do."""
    starts: list[int] = []
    for page in pages:
        found = view.of_source(page.start, page.end)
        starts.append(min((start for start, _ in found), default=starts[-1] if starts else 0))
    ends = [*starts[1:], len(view.text)][: len(starts)]
    return tuple(Page(page.number, start, end) for page, start, end in zip(pages, starts, ends, strict=True))
