"""The running headers and footers of a Word document: what they say, once, without the numbers of pages."""

import re
from collections.abc import Iterator

from ingest.readers.word.accepted import accept
from ingest.readers.word.blocks import Block, Paragraph, Rows
from ingest.readers.word.package import Package
from ingest.readers.word.story import Story
from ingest.readers.word.xml import Element

_PAGE_OF_PAGES = re.compile(r"\bpage\s+\d+\s+of\s+\d+(?:\s+pages?\b)?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[^\w(]*(?:(?:page|pg\.?)?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|page(?:\s+of)?|[ivx]{1,5})?[^\w)]*", re.IGNORECASE
)


class RunningParts:
    """Gives the headers and footers of one document's sections, each only the first time that its words are met."""

    def __init__(self, package: Package, main_part: str, story: Story, *, differ_on_even_pages: bool) -> None:
        """Read the headers and footers that the main part of a package refers to."""
        self._package = package
        self._related = package.related(main_part)
        self._story = story
        self._kinds = ("default", "even") if differ_on_even_pages else ("default",)
        self._met: set[tuple[str, ...]] = set()

    def blocks(self, section: Element, name: str) -> list[Block]:
        """What the headers (``w:headerReference``) or footers of a section say that none before them said.

        Only those count that Word shows: one for the first page, or for even pages, may be kept and switched off.
        """
        kinds = ("first", *self._kinds) if section.has("w:titlePg") else self._kinds
        names = {reference.get("w:type"): reference.get("r:id") for reference in section.each(name)}
        found: list[Block] = []
        for kind in kinds:
            blocks = list(self._said(names.get(kind)))
            words = tuple(" ".join(line.split()) for block in blocks for line in block.lines)
            if words not in self._met:
                self._met.add(words)
                found += blocks
        return found

    def _said(self, relationship: str | None) -> Iterator[Block]:
        related = self._related.get(relationship or "")
        root = self._package.tree(related.name) if related else None
        if root is None:
            return
        accept(root)
        for block in self._story.blocks(root.children):
            lines = tuple(line for line in map(_without_page_number, block.lines) if line.strip())
            if lines:
                yield Paragraph(lines, block.label) if isinstance(block, Paragraph) else Rows(lines)


def _without_page_number(line: str) -> str:
    """A line without "Page 1 of 4", and without cells that hold nothing but the number of a page."""
    cells = _PAGE_OF_PAGES.sub("", line).split("\t")
    if not any(cell.strip() and _PAGE_NUMBER.fullmatch(cell) for cell in cells) and "\t".join(cells) == line:
        return line
    return "\t".join(cell.strip() for cell in cells if not _PAGE_NUMBER.fullmatch(cell))
