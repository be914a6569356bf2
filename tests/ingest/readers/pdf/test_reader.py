"""A PDF's words come out as text with their places on the page, in whatever way the page is drawn."""

import re

import pytest

from ingest.arrangement import with_pages
from ingest.errors import UnreadableFile
from ingest.model import Box
from ingest.norfolk.document import read_norfolk
from ingest.readers.pdf import reader
from ingest.readers.pdf.reader import read_pdf
from ingest.source_text import SourceText, lines
from tests.ingest.readers.pdf.drawing import Sheet, pdf, rectangle, row_height, rule, stream, table, words
from tests.ingest.readers.pdf.drawing import lines as drawn_lines
from tests.ingest.reading import SAMPLES

_PAGE_END = re.compile(r"Page \d+ of \d+ Pages")
_WIDTHS = {2: (150, 350), 3: (90, 90, 320), 4: (140, 110, 140, 110), 5: (100,) * 5}


def form_of(text: str) -> bytes:
    """The text of a form as a PDF: its rows as ruled tables, a page ended where the text says so."""
    sheets: list[Sheet] = []
    drawn, y = "", 760.0
    for block in re.split(r"\n\n+", text.strip()):
        rows = [row.split("\t") for row in block.split("\n")]
        columns = max(map(len, rows))
        if columns > 1:
            cells = [[*row, *[""] * (columns - len(row))] for row in rows]
            for row in cells:
                if y - row_height(_WIDTHS[columns], row) < 40:
                    sheets, drawn, y = [*sheets, Sheet(drawn)], "", 760.0
                drawn += table(50, y, _WIDTHS[columns], [row])
                y -= row_height(_WIDTHS[columns], row)
        else:
            said = [line for row in rows for line in _wrapped(row[0])]
            if y - 12 * len(said) < 40:
                sheets, drawn, y = [*sheets, Sheet(drawn)], "", 760.0
            drawn += drawn_lines(50, y - 10, said, font="B" if block.isupper() else "F")
            y -= 12 * len(said)
        y -= 12
        if _PAGE_END.fullmatch(block):
            sheets, drawn, y = [*sheets, Sheet(drawn)], "", 760.0
    return pdf([*sheets, Sheet(drawn)] if drawn else sheets)


def _wrapped(said: str) -> list[str]:
    """A paragraph's lines, none parted at a hyphen."""
    found = [""]
    for word in said.split():
        if len(found[-1]) + len(word) > 100:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def facts_of(source: SourceText) -> dict[str, tuple[str, str | None, str | None]]:
    paged = with_pages(source)
    bare = SourceText(re.sub(r"(?m)^ +", "", paged.text), "txt")
    paged = with_pages(bare)
    reading = read_norfolk(paged.text, lines(paged.text, paged.pages, paged.furniture))
    assert reading is not None
    return {fact.field: (fact.status.value, fact.value, fact.description) for fact in reading.facts}


@pytest.mark.parametrize("name", ["firefighter", "police-dispatcher"])
def test_a_form_with_ruled_tables_says_the_same_as_its_text(name: str) -> None:
    sample = (SAMPLES / f"{name}.txt").read_text()
    text = "\n".join(row for row in sample.split("\n") if not re.fullmatch(r"[-\t]+", row))
    expected = facts_of(SourceText(text, "txt"))
    assert facts_of(read_pdf(form_of(text))) == expected


def pieces(source: SourceText) -> dict[str, Box]:
    return {source.text[box.start : box.end]: box for box in source.boxes}


def test_columns_without_rules_line_up() -> None:
    rows = [("Standing", "F", "Copier"), ("Sitting", "F", "Desk work"), ("Fine Dexterity", "O", "Keyboard")]
    text = read_pdf(pdf([Sheet(table(50, 700, (150, 60, 200), rows, is_ruled=False))])).text
    assert len({line.index(code) for line, code in zip(text.split("\n"), (" F ", " F ", " O "), strict=True)}) == 1
    assert [re.split(r" {2,}", line.strip()) for line in text.split("\n")] == [list(row) for row in rows]


def test_a_table_that_goes_on_over_the_page_repeats_its_header_as_it_stands() -> None:
    header = ["DEMAND", "CODE"]
    sheets = [Sheet(table(50, 700, (150, 60), [header, [f"Row {name}", "F"]])) for name in ("one", "two")]
    assert read_pdf(pdf(sheets)).text == "DEMAND\tCODE\nRow one\tF\n\nDEMAND\tCODE\nRow two\tF"


def test_underlines_and_a_frame_make_no_table() -> None:
    content = words(60, 700, "DUTIES") + rule(60, 698, 100, 698) + words(60, 680, "Drives a truck.")
    assert "\t" not in read_pdf(pdf([Sheet(content + rectangle(40, 600, 500, 150))])).text


@pytest.mark.parametrize("turned", [1, 2, 3])
def test_words_drawn_sideways_are_read_upright(turned: int) -> None:
    step = {1: (14, 0), 2: (0, 14), 3: (-14, 0)}[turned]
    drawn = "".join(words(300 + at * step[0], 400 + at * step[1], said, turned=turned)
                    for at, said in enumerate(("Lifting often", "Carrying never")))  # fmt: skip
    source = read_pdf(pdf([Sheet(drawn)]))
    assert [line.strip() for line in source.text.split("\n")] == ["Lifting often", "Carrying never"]


def test_a_note_in_the_margin_is_said_to_be_unread() -> None:
    body = drawn_lines(100, 700, ["Lifts and carries hoses."] * 3)
    source = read_pdf(pdf([Sheet(body + words(30, 400, "Form HR-12", turned=1))]))
    assert "HR-12" not in source.text
    assert [(issue.code, "Form HR-12" in issue.message) for issue in source.issues] == [("unread_words", True)]


def test_a_sideways_head_of_a_column_is_read_in_its_cell() -> None:
    content = table(50, 700, (150, 40), [["Demand", ""], ["Standing", "F"]]) + words(217, 684, "Code", size=6, turned=1)
    assert read_pdf(pdf([Sheet(content)])).text == "Demand\tCode\nStanding\tF"


def test_letters_drawn_twice_are_read_once() -> None:
    content = words(100, 500, "CITY OF ELM") + words(100.3, 500, "CITY OF ELM")
    assert read_pdf(pdf([Sheet(content)])).text.strip() == "CITY OF ELM"


def test_the_values_of_a_form_stand_beside_their_labels() -> None:
    field = ("<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Fire Chief) /Rect [150 690 350 710] /F 4 "
             "/DA (/Helv 10 Tf 0 g) >>")  # fmt: skip
    box = "<< /Subtype /Widget /FT /Btn /T (b) /AS /Yes /Rect [150 640 164 654] /F 4 /AP << /N << /Yes 102 0 R >> >> >>"
    fonts = "/Resources << /Font << /ZaDb 5 0 R >> >>"
    mark = stream("BT /ZaDb 10 Tf 2 2 Td (4) Tj ET", f"/Type /XObject /Subtype /Form /BBox [0 0 14 14] {fonts}")
    form = "/AcroForm << /Fields [100 0 R 101 0 R] /DR << /Font << /Helv 3 0 R >> >> /DA (/Helv 10 Tf 0 g) >>"
    sheet = Sheet(words(50, 695, "Title") + words(50, 645, "Office"), entries="/Annots [100 0 R 101 0 R]")
    text = read_pdf(pdf([sheet], catalog=form, objects=[field, box, mark])).text
    assert [re.split(r" {2,}", line.strip()) for line in text.split("\n") if line] == [
        ["Title", "Fire Chief"], ["Office", "☒"]]  # fmt: skip


def test_a_square_drawn_beside_a_label_is_a_box_that_is_not_marked() -> None:
    boxes = rectangle(150, 643, 10, 10) + rectangle(150, 623, 10, 10)
    cross = rule(151, 624, 159, 632) + rule(151, 632, 159, 624)
    text = read_pdf(pdf([Sheet(words(50, 645, "Office") + words(50, 625, "Shop") + boxes + cross)])).text
    assert [line.split() for line in text.split("\n") if line] == [["Office", "☐"], ["Shop", "☒"]]


def test_headings_pages_and_boxes_are_told() -> None:
    source = read_pdf(pdf([Sheet(words(50, 700, "DUTIES", font="B") + drawn_lines(50, 670, ["Drives.", "Lifts."]))]))
    assert [source.text[found.start : found.end] for found in source.headings] == ["DUTIES"]
    assert [found.number for found in source.pages] == [1]
    assert list(pieces(source)) == ["DUTIES", "Drives.", "Lifts."]
    assert source.has_columns


def test_a_page_with_nothing_on_it_has_no_words() -> None:
    assert read_pdf(pdf([Sheet("")])).text == ""


def test_pages_whose_columns_would_be_spaces_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    small = pdf([Sheet("".join(words(20 + at % 9 * 60, 20 + at, "clerk", size=1) for at in range(200)))])
    large = pdf([Sheet("".join(words(20 + at % 9 * 60, 20 + at * 10, "clerk") for at in range(70)))])
    monkeypatch.setattr(reader, "_MOST_ROOM", 100_000)
    assert read_pdf(large).text.count("clerk") == 70
    with pytest.raises(UnreadableFile, match="far smaller"):
        read_pdf(small)


def test_letters_that_nobody_can_see_are_not_read() -> None:
    seen, unseen = words(100, 500, "clerk"), words(100, 400, "unseen", size=0.0001)
    assert read_pdf(pdf([Sheet(seen + unseen)])).text.split() == ["clerk"]
    with pytest.raises(UnreadableFile, match="none of the PDF's letters can be seen"):
        read_pdf(pdf([Sheet(unseen + words(900, 100, "beside"))]))
