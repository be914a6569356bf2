"""The form as ``pdftotext -layout`` prints it: columns aligned by spaces, cells wrapped at their column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.generation.document import (
    Document,
    Element,
    Heading,
    LegendTable,
    Levels,
    Notes,
    Pairs,
    Paragraph,
    Role,
    Table,
    Text,
    TextLine,
)
from tests.generation.grid import Column, columns, grid_row, wrapped
from tests.generation.paging import TextRow, page_style, paged_text

# The least and the greatest width of each column of a table by its section.
_WIDTHS: dict[str, tuple[tuple[int, int], ...]] = {
    "essential_functions": ((3, 4), (8, 12), (45, 85)),
    "class_requirements": ((18, 30), (45, 85)),
    "physical_demands": ((15, 26), (9, 14), (30, 60)),
    "environmental_factors": ((16, 30), (3, 8), (16, 26), (3, 8)),
    "work_location": ((20, 30), (3, 6)),
    "non_physical_demands": ((22, 46), (4, 10)),
}


@dataclass(frozen=True)
class AlignedStyle:
    """What is the same all over one document: its left margin, prose width and habits."""

    margin: int
    width: int
    most_gap: int
    middle: bool
    spaced_rows: bool
    centred_codes: bool
    at_hyphens: bool
    heading_indent: int
    inline_headings: bool
    unmarked: str
    meaning_below: bool
    moving_columns: bool
    cut_title: bool
    without_functions_heading: bool


def aligned_style(random: Random, *, middle: bool) -> AlignedStyle:
    """A document's habits, made up; ``middle``: cells stand in the middle of their row's height."""
    return AlignedStyle(
        margin=random.choice((0, 0, 1, 2, 5, 9)),
        width=random.randint(80, 110),
        most_gap=random.randint(2, 9),
        middle=middle,
        spaced_rows=random.random() < 0.2 and not middle,
        centred_codes=random.random() < 0.3,
        at_hyphens=random.random() < 0.2,
        heading_indent=random.choice((0, 0, 0, 2, 20)),
        inline_headings=random.random() < 0.15,
        unmarked=random.choice(("", "", "___")),
        meaning_below=random.random() < 0.5,
        moving_columns=random.random() < 0.3,
        cut_title=random.random() < 0.1,
        without_functions_heading=random.random() < 0.07,
    )


def aligned(document: Document, random: Random, *, middle: bool = False) -> str:
    """The document as text in columns of spaces."""
    style = aligned_style(random, middle=middle)
    elements = [element for element in document.elements if not _is_left_out(element, style)]
    rows = [row for element in _joined(elements, style) for row in _printed(element, style, random)]
    pages = page_style(random, style.margin, style.width)
    return paged_text(rows, document.footnote, document.title, pages, random)


def _joined(elements: Sequence[Element], style: AlignedStyle) -> Iterator[Element]:
    """The elements, a heading on the line of its paragraph where the document has that habit."""
    waiting: Heading | None = None
    for element in elements:
        if waiting is not None and isinstance(element, Paragraph):
            words = f"{waiting.words.words}{waiting.colon} {element.words.words}"
            yield Paragraph(Text(words, element.words.role), element.section)
        else:
            yield from (() if waiting is None else (waiting,))
            yield from (() if isinstance(element, Heading) else (element,))
        waiting = element if isinstance(element, Heading) else None
        if waiting is not None and not (style.inline_headings and waiting.colon and _is_prose(waiting.section)):
            yield waiting
            waiting = None
    yield from (() if waiting is None else (waiting,))


def _is_left_out(element: Element, style: AlignedStyle) -> bool:
    is_heading = isinstance(element, Heading) and element.section == "essential_functions"
    return is_heading and style.without_functions_heading


def _is_prose(section: str) -> bool:
    return section in ("brief_description", "machines_tools", "protective_equipment")


def _printed(element: Element, style: AlignedStyle, random: Random) -> Iterator[TextRow]:
    match element:
        case TextLine():
            yield _line(style, element.words.words + _code(element.code, random))
        case Pairs():
            yield from _pairs(element, style, random)
        case Heading():
            yield TextRow("", may_end_before=True)
            indent = " " * style.heading_indent
            yield _line(style, f"{indent}{element.words.words}{element.colon}")
            yield TextRow()
        case Paragraph():
            for line in wrapped(element.words.words, style.width, at_hyphens=style.at_hyphens):
                yield _line(style, line, may_end_before=True)
            yield TextRow()
        case Table():
            yield from _table(element, style, random)
        case LegendTable():
            yield from _legend(element, style, random)
        case Levels():
            yield from _levels(element, style, random)
        case Notes():
            yield from _notes(element, style)


def _line(style: AlignedStyle, words: str, *, may_end_before: bool = False) -> TextRow:
    return TextRow(" " * style.margin + words, may_end_before)


def _code(code: str | None, random: Random) -> str:
    return " " * random.choice((1, 1, 4, 25)) + code if code else ""


def _pairs(element: Pairs, style: AlignedStyle, random: Random) -> Iterator[TextRow]:
    pieces = [f"{label.words}: {value.words}".rstrip() for label, value in element.pairs]
    if len(pieces) == 1:
        yield from _named(element.pairs[0], pieces[0], style)
        return
    width = max(random.randint(30, 60), len(pieces[0]) + 2)
    yield _line(style, pieces[0].ljust(width) + pieces[1])
    if random.random() < 0.4:
        yield _line(style, "-" * 17 + "    " + "-" * 8)
    yield TextRow()


def _named(pair: tuple[Text, Text], said: str, style: AlignedStyle) -> Iterator[TextRow]:
    """A label and its value, which may be cut at a space and go on below its beginning."""
    label, value = pair
    first, space, rest = value.words.rpartition(" ")
    if not (style.cut_title and space and label.words == "Class Title"):
        yield _line(style, said)
        return
    yield _line(style, f"{label.words}: {first}")
    yield _line(style, " " * len(f"{label.words}: ") + rest)


def _gaps(count: int, style: AlignedStyle, random: Random) -> tuple[int, ...]:
    return tuple(random.randint(2, max(2, style.most_gap)) for _ in range(count - 1))


def _table(table: Table, style: AlignedStyle, random: Random) -> Iterator[TextRow]:
    widths = [_width(table, number, random) for number in range(len(_WIDTHS[table.section]))]
    indent = style.margin + random.randint(0, 2)
    places = columns(indent, widths, _gaps(len(widths), style, random))
    moved = columns(indent, widths, _gaps(len(widths), style, random)) if style.moving_columns else places
    seed = random.random()
    head_lines = zip(_heads(table, places, Random(seed)), _heads(table, moved, Random(seed)), strict=True)
    heads = tuple(TextRow(line, elsewhere=elsewhere) for line, elsewhere in head_lines)
    yield from heads
    for row in table.rows:
        lines = zip(_row_lines(row, places, style), _row_lines(row, moved, style), strict=True)
        yield from (TextRow(line, True, heads, elsewhere) for line, elsewhere in lines)
        yield from ((TextRow("", may_end_before=True, heads=heads),) if style.spaced_rows else ())
    yield TextRow()


def _width(table: Table, number: int, random: Random) -> int:
    """The width of a column; a label that the form does not know is not wrapped, since nobody could tell its rest."""
    own = [len(row[number].words) for row in table.rows if row[number].role == Role.OWN_LABEL]
    return max(random.randint(*_WIDTHS[table.section][number]), *own, 0)


def _heads(table: Table, places: Sequence[Column], random: Random) -> list[str]:
    """The column heads stacked in their columns, in the middle of them or not."""
    if not table.heads:
        return []
    widths = [place.width for place in places]
    for number in (n for n, head in enumerate(table.heads) if not head.words and n):
        widths[number - 1] += widths[number] // 2
    cells = [wrapped(head.words, width) for head, width in zip(table.heads, widths, strict=True)]
    return grid_row(cells, places, middle=random.random() < 0.3, centred=random.random() < 0.5)


def _row_lines(row: Sequence[Text], places: Sequence[Column], style: AlignedStyle) -> list[str]:
    cells = []
    for text, place in zip(row, places, strict=True):
        lines = wrapped(text.words, place.width, at_hyphens=style.at_hyphens)
        is_code = text.role == Role.CODE and style.centred_codes
        cells.append([" " * ((place.width - len(line)) // 2) + line for line in lines] if is_code else lines)
    return grid_row(cells, places, middle=style.middle)


def _legend(legend: LegendTable, style: AlignedStyle, random: Random) -> Iterator[TextRow]:
    """The codes side by side, their words and meanings wrapped below each other."""
    widths = [max(random.randint(13, 22), *(len(word) for word in f"{code} = {words}".split()))
              for code, words, _ in legend.entries]  # fmt: skip
    places = columns(style.margin, widths, _gaps(len(widths), style, random))
    cells = []
    for (code, words, meaning), place in zip(legend.entries, places, strict=True):
        said = f"{code} = {words}"
        below = style.meaning_below or legend.section != "overall_strength"
        whole = [*wrapped(said, place.width), *wrapped(meaning, place.width)] if below else wrapped(
            f"{said} {meaning}", place.width)  # fmt: skip
        cells.append(whole)
    yield from (TextRow(line) for line in grid_row(cells, places, middle=style.middle))
    yield TextRow()


def _levels(element: Levels, style: AlignedStyle, random: Random) -> Iterator[TextRow]:
    pieces = []
    for number, level in enumerate(element.levels):
        mark = "X" if number == element.marked else style.unmarked
        pieces.append(f"{level.words} {mark}".rstrip())
    gap = random.randint(3, 12)
    yield _line(style, (" " * gap).join(pieces))
    yield TextRow()


def _notes(element: Notes, style: AlignedStyle) -> Iterator[TextRow]:
    for words in element.lines:
        for line in wrapped(words, style.width):
            yield _line(style, line)
    yield TextRow()
