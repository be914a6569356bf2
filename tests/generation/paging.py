"""Pages of text: running heads, footnotes, footers and form feeds between the lines of a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.generation.grid import wrapped


@dataclass(frozen=True)
class TextRow:
    """One line of text; whether a page may end before it, and the table heads that the next page would repeat.

    ``elsewhere`` is the line as it stands on every second page, where that has its columns in other places.
    """

    text: str = ""
    may_end_before: bool = False
    heads: tuple["TextRow", ...] = ()
    elsewhere: str | None = None

    def on(self, page: int) -> str:
        """The line as it stands on a page, by its number."""
        return self.text if self.elsewhere is None or page % 2 else self.elsewhere


@dataclass(frozen=True)
class PageStyle:
    """How the pages of one document look; ``lines`` is None for a document in one piece.

    ``shifts``: by how many spaces a page may be indented more than another.
    """

    lines: int | None
    head: str
    footer: str
    form_feeds: bool
    footnote_on_each: bool
    repeats_heads: bool
    margin: int
    width: int
    shifts: tuple[int, ...] = (0, 0, 1, 3)


_FOOTERS = ("Page {n} of {last} Pages", "Page {n} of {last}", "{title}   {gap}Page {n} of {last}", "{n}/{last}")
_HEADS = ("", "", "{title}", "11/23/2019, 7:10 AM", "Class Specifications{gap}{title}")


def page_style(random: Random, margin: int, width: int) -> PageStyle:
    """Pages of one of the looks seen in real documents."""
    lines = random.choice((None, random.randint(28, 62), random.randint(40, 62)))
    form_feeds = random.random() < 0.75
    head = random.choice(_HEADS) if form_feeds else ""
    footer = random.choice(_FOOTERS if form_feeds else _FOOTERS[:2])
    return PageStyle(
        lines, head, footer, form_feeds, random.random() < 0.6, random.random() < 0.5, margin, width
    )  # fmt: skip


def plain_pages(random: Random) -> PageStyle:
    """Pages as the seed document has them: nothing but the footnote, on one line, and the footer at its margin."""
    lines = random.choice((None, random.randint(28, 62)))
    return PageStyle(lines, "", _FOOTERS[0], random.random() < 0.3, random.random() < 0.6, True, 0, 0, (0,))


def paged_text(rows: Sequence[TextRow], footnote: str, title: str, style: PageStyle, random: Random) -> str:
    """The rows as the text of one file, in pages or in one piece, with the footnote at the end."""
    pages = _pages(rows, style)
    texts = []
    for number, page in enumerate(pages, 1):
        gap = " " * random.randint(20, 50)
        fill: dict[str, int | str] = {"n": number, "last": len(pages), "title": title, "gap": gap}
        lines = [*_head(style, fill, len(pages)), *page]
        if style.footnote_on_each or number == len(pages):
            lines += ["", *_footnote(footnote, style)]
        if style.lines is not None:
            lines += ["", _placed(style.footer.format(**fill), style, random)]
        shift = " " * random.choice(style.shifts)
        texts.append("".join(f"{shift}{line}".rstrip() + "\n" for line in lines))
    if style.lines is not None and style.form_feeds:
        return "".join(f"{text}\f" for text in texts)
    return "\n".join(texts)


def _pages(rows: Sequence[TextRow], style: PageStyle) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for row in rows:
        if style.lines is not None and row.may_end_before and len(pages[-1]) >= style.lines:
            pages.append([head.on(len(pages) + 1) for head in row.heads] if style.repeats_heads else [])
        if row.text or pages[-1]:
            pages[-1].append(row.on(len(pages)))
    return pages


def _head(style: PageStyle, fill: dict[str, int | str], last: int) -> list[str]:
    head = style.head.format(**fill) if last > 1 and style.lines is not None else ""
    return [" " * style.margin + head, ""] if head else []


def _footnote(footnote: str, style: PageStyle) -> list[str]:
    lines = wrapped(footnote, style.width) if style.width else [footnote]
    return [" " * style.margin + line for line in lines]


def _placed(footer: str, style: PageStyle, random: Random) -> str:
    place = random.choice((0, (style.width - len(footer)) // 2, style.width - len(footer)))
    return " " * (style.margin + max(0, place)) + footer
