"""PDF: the words that its pages say, and those of pages that are only pictures, laid out as text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.errors import UnreadableFile
from ingest.model import Issue
from ingest.readers.page.blocks import COLUMNS_AN_EM
from ingest.readers.page.grid import laid_out
from ingest.readers.page.lines import lines_of, typical_height
from ingest.readers.page.words import PageWords, Word, lies_in
from ingest.readers.pdf.allowance import Allowance
from ingest.readers.pdf.crossings import merged, ruled_cells
from ingest.readers.pdf.file import CheckBox, PdfPage, check_boxes, pdf_pages
from ingest.readers.pdf.letters import turn_of, words_of
from ingest.readers.pdf.pictures import page_image, with_fields_drawn
from ingest.readers.pdf.rules import Drawing, drawn_boxes, tables_of, with_open_ends, with_open_sides
from ingest.readers.pdf.turn import Turn
from ingest.source_text import SourceText
from ingest.spelling import is_english

_SCAN_DOTS_PER_INCH = 300
# A page with so few letters and so much of it covered by pictures, or drawn in so many strokes, says nothing itself.
_FEW_LETTERS, _PICTURED = 20, 0.3
_STAMP_LETTERS, _WHOLLY_PICTURED = 100, 0.6
_MANY_STROKES = 200
# Of the words that lie over a picture of the page, so many must be words for them to be what the picture says.
_DECENT = 0.5
_WORD_LETTERS = 3
# What all pages have room for, in letters: two hundred sheets of A3 full of letters of six points come to half of it.
_MOST_ROOM = 40_000_000


def read_pdf(content: bytes) -> SourceText:
    """The text of the pages, columns kept by runs of spaces and ruled tables as tab-separated cells, with boxes.

    A page that is only a picture is read from the picture.

    Raises:
        UnreadableFile: it is encrypted, damaged, cut off, nested too deeply, without pages, has too many or too large
            ones, asks for far more of anything than a document of text does, or has only letters that nobody can see.
    """
    boxes = check_boxes(content)
    drawn = content if boxes is None else with_fields_drawn(content)
    room = Allowance(_MOST_ROOM, "the PDF is written far smaller than a document of text is")
    pages: list[PageWords] = []
    issues: list[Issue] = []
    unseen = 0
    for page in pdf_pages(drawn):
        if _is_picture(page):
            pages.append(_recognised(drawn, page.number))
            continue
        words, unread = _words(page, (boxes or {}).get(page.number, ()))
        room.take(_room(words))
        unseen += page.unseen
        pages.append(words)
        if unread:
            said = f"Page {page.number} has words that stand aslant or sideways, which were not read: “{unread[:80]}”."
            issues.append(Issue("unread_words", said))
    if unseen and not any(page.words for page in pages):
        raise UnreadableFile("none of the PDF's letters can be seen: they are too small, too large or beside the page")
    return replace(laid_out(pages, "pdf"), issues=tuple(issues))


def _room(page: PageWords) -> int:
    """How many letters a page's lines may come to once its columns are kept by spaces, a quarter of an em each."""
    em = typical_height(page.words)
    return int(min(len(page.words), page.height / em) * page.width / em * COLUMNS_AN_EM) if em else 0


def _recognised(content: bytes, number: int) -> PageWords:
    """The words that a page says only as a picture."""
    from ingest.readers.scan.reader import recognised_page

    return recognised_page(page_image(content, number, _SCAN_DOTS_PER_INCH), number)


def _is_picture(page: PdfPage) -> bool:
    """Whether what the page says is in a picture on it, or in strokes that draw its letters."""
    count = sum(bool(letter.text.strip()) for letter in page.letters)
    if count < _FEW_LETTERS:
        return page.pictured >= _PICTURED or len(page.drawings) >= _MANY_STROKES
    if page.pictured < _WHOLLY_PICTURED:
        return False
    return count < _STAMP_LETTERS or not _is_decent(words_of(page.letters))


def _is_decent(words: Iterable[Word]) -> bool:
    """Whether the words that somebody laid over a picture of the page are mostly words."""
    said = [word.text.strip(".,;:()'\"") for word in words]
    spelled = [word for word in said if len(word) >= _WORD_LETTERS and word.isalpha()]
    return sum(is_english(word.casefold()) for word in spelled) >= _DECENT * max(len(spelled), 1) and bool(spelled)


def _words(page: PdfPage, boxes: Sequence[CheckBox]) -> tuple[PageWords, str]:
    """The page with most of its letters upright, and the words on it that stand otherwise and in no table's cell."""
    turn = Turn(turn_of(page.letters), page.width, page.height)
    marks = [Word("☒" if box.is_marked else "☐", *turn.sides(*box.sides)) for box in boxes]
    letters = [turn.letter(letter) for letter in page.letters if letter.turn == turn.quarters]
    # What is drawn in a box to show that it is marked differs from program to program; the form itself says it.
    upright = words_of(letter for letter in letters if not any(lies_in(letter, mark) for mark in marks))
    sideways, aslant = _sideways(page, turn), words_of(letter for letter in page.letters if letter.turn is None)
    rules = with_open_sides(with_open_ends(merged([turn.rule(rule) for rule in page.rules])))
    tables = tables_of(ruled_cells(rules), (*upright, *marks, *sideways))
    drawings = [Drawing(turn.sides(*drawing.sides), drawing.is_rectangle) for drawing in page.drawings]
    in_cells = [word for word in sideways if any(lies_in(word, cell) for table in tables for cell in table.cells)]
    unread = " ".join(word.text for word in (*sideways, *aslant) if word not in in_cells)
    drawn = drawn_boxes(drawings, tables, (*upright, *marks))
    return PageWords(page.number, *turn.size, (*upright, *marks, *drawn, *in_cells), tables, turn.straightening), unread


def _sideways(page: PdfPage, turn: Turn) -> tuple[Word, ...]:
    """The words that are turned otherwise than most: those of one line side by side where the whole line stands."""
    found: list[Word] = []
    for quarters in {0, 1, 2, 3} - {turn.quarters}:
        own = Turn(quarters, page.width, page.height)
        words = words_of(own.letter(letter) for letter in page.letters if letter.turn == quarters)
        back = Turn((turn.quarters - quarters) % 4, *own.size)
        for line in lines_of(words, typical_height(words)):
            found += _side_by_side(line, back)
    return tuple(found)


def _side_by_side(line: Sequence[Word], back: Turn) -> list[Word]:
    sides = [back.sides(word.left, word.top, word.right, word.bottom) for word in line]
    left, top = min(side[0] for side in sides), min(side[1] for side in sides)
    right, bottom = max(side[2] for side in sides), max(side[3] for side in sides)
    step = (right - left) / len(line)
    return [
        replace(word, left=left + at * step, top=top, right=left + (at + 1) * step, bottom=bottom)
        for at, word in enumerate(line)
    ]
