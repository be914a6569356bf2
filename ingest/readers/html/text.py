"""The canonical text of an HTML document, written block by block."""

import re
from dataclasses import dataclass

from ingest.readers.html.blocks import Element, Words
from ingest.readers.html.lists import marks
from ingest.readers.html.tables import Row, loose_blocks, rows_of
from ingest.source_text import Heading

# Line ends before and after a block: two leave an empty line.
_APART = 2
_APART_NAMES = frozenset(
    """blockquote dir dl fieldset figure h1 h2 h3 h4 h5 h6 hr listing menu ol p plaintext pre table ul xmp""".split()
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_SPACES = re.compile(" +")
_GAP = re.compile("[ \xa0]+")
# So many spaces in a row, which only spaces that do not break make, set words apart as columns do.
_WIDE = 3
_BOLD_LEVEL = 7
_BOLD_LETTERS = 100


@dataclass(frozen=True, slots=True)
class Written:
    """A text and its headings, in order."""

    text: str
    headings: tuple[Heading, ...]


def written(document: Element) -> Written:
    """The text of a document: see ``ingest.readers.html.reader.read_html``."""
    writer = _Writer()
    writer.block(document)
    return writer.written()


class _Writer:
    """Writes a document line by line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._headings: list[Heading] = []
        # The line being written, the line ends due before it, its list mark, how many lists and which heading it is in.
        self._line: list[Words] = []
        self._due = 0
        self._mark = ""
        self._lists = 0
        self._level: int | None = None

    def written(self) -> Written:
        """All that was written."""
        return Written("".join(self._pieces), tuple(self._headings))

    def block(self, block: Element) -> None:
        """Write a block on lines of its own."""
        if block.name == "br":
            self._break(_APART)
            return
        apart = _APART if block.name in _APART_NAMES and not self._lists else 1
        self._end_line(apart)
        around, self._level = self._level, block.level or self._level
        if block.name == "table":
            self._table(block)
        elif block.name in _LISTS:
            self._list(block)
        else:
            self._children(block)
        self._end_line(apart)
        self._level = around

    def _children(self, block: Element) -> None:
        for child in block.children:
            if isinstance(child, Element):
                self.block(child)
            elif child.is_preformatted:
                self._preformatted(child)
            else:
                self._line.append(child)

    def _list(self, block: Element) -> None:
        self._lists += 1
        left = iter(marks(block))
        for child in block.children:
            if isinstance(child, Element) and child.name == "li":
                self._end_line(1)
                self._mark = next(left)
                self.block(child)
                self._mark = ""
            else:
                self._children(block.with_children((child,)))
        self._lists -= 1

    def _table(self, table: Element) -> None:
        for loose in loose_blocks(table):
            self.block(loose)
        self._children(table.with_children(tuple(child for child in table.children if isinstance(child, Words))))
        for row in rows_of(table):
            self._end_line(1)
            if not row.is_flow:
                self._row(row)
                continue
            for cell in row.cells:
                if cell.block is not None:
                    self.block(cell.block)

    def _row(self, row: Row) -> None:
        """Write a row as one line, unless all of it is blank."""
        texts = [_folded(cell.block) if cell.block is not None else "" for cell in row.cells]
        if not any(texts):
            return
        self._begin_line()
        self._mark = ""
        is_alone = sum(map(bool, texts)) == 1
        for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            self._write("\t" if at else "")
            level = _cell_level(cell.block, text, is_alone) if cell.block is not None and text else None
            if level is not None:
                self._headings.append(Heading(self._length, self._length + len(text), level))
            self._write(text + "\t" * (cell.columns - 1))
        self._due = 1

    def _preformatted(self, words: Words) -> None:
        for at, line in enumerate(words.text.split("\n")):
            if at:
                self._break(self._due + 1)
            if line:
                self._line.append(Words(line, words.is_bold, words.is_linked, is_preformatted=True))

    def _break(self, most: int) -> None:
        """End the line, an empty one too, as long as that leaves no more than so many line ends before the next."""
        if not self._end_line(1):
            self._due = max(self._due, min(self._due + 1, most))

    def _end_line(self, due: int) -> bool:
        """End the line and leave at least so many line ends before the next; returns whether the line had words."""
        words, self._line = self._line, []
        text = _shown(words) if words else ""
        if text:
            self._begin_line()
            if self._mark:
                self._write(f"{self._mark} ")
            level = self._level or (_bold_level(words, text) if not self._lists else None)
            if level is not None:
                indent = len(text) - len(text.lstrip())
                self._headings.append(Heading(self._length + indent, self._length + len(text), level))
            self._write(text)
            self._mark = ""
            self._due = 0
        self._due = max(self._due, due)
        return bool(text)

    def _begin_line(self) -> None:
        self._write("\n" * self._due if self._length else "")
        self._due = 0

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _shown(line: list[Words]) -> str:
    """The words of a line as they are shown, wide gaps kept; preformatted ones as they stand."""
    joined = "".join(words.text for words in line)
    if any(words.is_preformatted and words.text != "\t" for words in line):
        return joined.replace("\xa0", " ").rstrip()
    narrow = _GAP.sub(lambda gap: _gap(gap[0]), _SPACES.sub(" ", joined))
    return "\t".join(part.strip(" ") for part in narrow.split("\t")).rstrip("\t").strip(" ")


def _gap(gap: str) -> str:
    return " " * len(gap) if len(gap) >= _WIDE else " "


def _folded(cell: Element) -> str:
    """All words of a cell on one line, blocks and lines of it with a space between them."""
    return " ".join("".join(_pieces(cell)).split())


def _pieces(block: Element) -> list[str]:
    found = []
    left = iter(marks(block)) if block.name in _LISTS else iter(())
    for child in block.children:
        if isinstance(child, Words):
            found.append(child.text)
        else:
            mark = next(left, "") if child.name == "li" else ""
            inside = _pieces(child)
            found += [" ", f"{mark} " if child.letters else "", *inside, " "]
    return found


def _bold_level(words: list[Words], text: str) -> int | None:
    """The level of a short line that is bold throughout."""
    is_bold = all(one.is_bold for one in words if one.text.strip())
    has_letters = any(letter.isalpha() for letter in text)
    return _BOLD_LEVEL if is_bold and has_letters and len(text) < _BOLD_LETTERS else None


def _cell_level(cell: Element, text: str, is_alone: bool) -> int | None:
    """The level of a cell that is one heading, or that is bold and alone in its row."""
    for block in cell.walk():
        if block.level is not None and block.letters == cell.letters:
            return block.level
    return _bold_level(list(cell.words()), text) if is_alone else None
