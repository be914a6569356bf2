"""Word documents become the lines that their readers see."""

import pytest

from ingest.readers.word.reader import read_word
from tests.ingest.readers.word.writing import (
    cell,
    control_check_box,
    form_check_box,
    item,
    paragraph,
    row,
    run,
    table,
    word_file,
)

_DELETED_END = '<w:rPr><w:del w:id="1"/></w:rPr>'
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
_DECIMAL = _NUMBERING.format("decimal", "%1.")
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="Section"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Part"/>'
    '<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="Contents"/><w:basedOn w:val="a1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a6"><w:name w:val="Step"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
    '<w:style w:type="character" w:styleId="c1"><w:name w:val="Shout"/><w:rPr><w:caps/></w:rPr></w:style>'
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
    '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
)


def text_of(body: str, **parts: str) -> str:
    return read_word(word_file(body, parts)).text


def test_paragraphs_are_lines_with_an_empty_line_between_them() -> None:
    body = paragraph("Keeps files.") + paragraph() + paragraph("Answers\nthe door.")
    assert text_of(body) == "Keeps files.\n\nAnswers\nthe door."


def test_rows_of_words_set_apart_by_tabs_stand_together() -> None:
    body = paragraph("Standing\tF") + paragraph("Sitting\tC") + paragraph("\tNothing else is asked.")
    assert text_of(body) == "Standing\tF\nSitting\tC\n\nNothing else is asked."


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>phys</w:t><w:softHyphen/><w:t>ical</w:t></w:r>", "non-physical"),
        ("<w:r><w:t>phys\u00adi\u200bcal</w:t></w:r>", "physical"),
        (run("Clerk", '<w:rStyle w:val="c1"/>'), "CLERK"),
        (run("seen") + run(" not seen", "<w:vanish/>"), "seen"),
        (run("seen", '<w:vanish w:val="0"/>'), "seen"),
        ('<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>' + run("next"), "next"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☑☐"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings 3" w:char="F001"/></w:r>', "°\ufffd"),
        (run("\u00fe \u00a8", '<w:rFonts w:ascii="Wingdings"/>'), "☑ ☐"),
        (run("\uf0b7 \uf0fc"), "• ✓"),
        ('<w:hyperlink r:id="x">' + run("linked") + "</w:hyperlink>", "linked"),
        ("<w:smartTag><w:ins>" + run("Norfolk") + "</w:ins></w:smartTag>", "Norfolk"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>",
            "1/3",
        ),
    ],
)
def test_the_words_of_a_run_are_those_that_word_shows(inner: str, words: str) -> None:
    assert text_of(paragraph(inner=inner), styles=_STYLES) == words


def test_a_field_shows_its_result_and_never_its_code() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = '<w:r><w:instrText xml:space="preserve"> IF </w:instrText></w:r>'
    nested = begin + code + begin + code + separate + run("inner") + end + separate + run("June 1998") + end
    simple = '<w:fldSimple w:instr=" DATE ">' + run(", March 2019") + "</w:fldSimple>"
    unended = paragraph(inner=begin + code) + paragraph("After.")
    assert text_of(paragraph("Adopted: ", inner=nested + simple)) == "Adopted: June 1998, March 2019"
    assert text_of(unended) == "After."


def test_the_accepted_text_keeps_what_was_put_in_and_not_what_was_taken_out() -> None:
    changed = (
        "<w:ins>" + run("Level ") + "</w:ins><w:del><w:r><w:delText>One</w:delText></w:r></w:del>"
        "<w:moveFrom>" + run("old place") + "</w:moveFrom><w:moveTo>" + run("Two") + "</w:moveTo>"
    )
    gone = row("Gone", "X", properties='<w:del w:id="2"/>')
    assert text_of(paragraph(inner=changed) + table(gone, row("Kept", "F"))) == "Level Two\n\nKept\tF"


def test_a_deleted_paragraph_end_joins_the_paragraph_to_the_next() -> None:
    joined = paragraph("Data ", _DELETED_END) + paragraph("entry ", _DELETED_END) + paragraph("clerk")
    assert text_of(joined) == "Data entry clerk"
    assert text_of(paragraph("First", _DELETED_END) + table(row("a", "b"))) == "First\n\na\tb"


@pytest.mark.parametrize(
    ("box", "mark"),
    [
        (form_check_box('<w:default w:val="1"/>'), "☒"),
        (form_check_box('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐"),
        (form_check_box("<w:checked/>"), "☒"),
        (form_check_box("<w:sizeAuto/>"), "☐"),
        (control_check_box(is_checked=True), "☒"),
        (control_check_box(is_checked=False), "☐"),
    ],
)
def test_a_check_box_is_its_mark(box: str, mark: str) -> None:
    assert text_of(paragraph(inner=box + run(" Office"))) == f"{mark} Office"


def test_a_drop_down_is_its_choice_and_a_prompt_is_blank() -> None:
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Light"/>'
        '<w:listEntry w:val="Heavy"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Click or tap here to enter text.")
        + "</w:sdtContent></w:sdt>"
    )
    filled = "<w:sdt><w:sdtPr/><w:sdtContent>" + run("Various") + "</w:sdtContent></w:sdt>"
    assert text_of(paragraph("Strength: ", inner=choice)) == "Strength: Heavy"
    assert text_of(paragraph("Department:", inner=prompt) + paragraph(inner=filled)) == "Department:\n\nVarious"


def test_list_numbers_are_counted_as_word_counts_them() -> None:
    items = [
        item("Plans."),
        item("Drafts.", level=1),
        item("Edits.", level=1),
        item("Files."),
        item("Copies.", level=1),
    ]
    text = text_of("".join(items) + item("Again.", 2) + item("And on.", 1), numbering=_DECIMAL)
    assert text.split("\n") == [
        "1.\tPlans.", "1.a)\tDrafts.", "1.b)\tEdits.", "2.\tFiles.", "2.a)\tCopies.", "1.\tAgain.", "2.\tAnd on.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "pattern", "fourth"),
    [
        ("upperRoman", "%1.", "IV."),
        ("lowerLetter", "(%1)", "(d)"),
        ("upperLetter", "%1)", "D)"),
        ("decimalZero", "%1", "04"),
        ("ordinal", "%1", "4th"),
        ("chicago", "%1", "4"),
    ],
)
def test_numbers_have_the_format_of_their_list(kind: str, pattern: str, fourth: str) -> None:
    text = text_of(item("x") * 4, numbering=_NUMBERING.format(kind, pattern))
    assert text.split("\n")[-1] == f"{fourth}\tx"


def test_bullets_are_plain_and_boxes_among_them_stay_boxes() -> None:
    assert text_of(item("Files."), numbering=_NUMBERING.format("bullet", "\uf0b7")) == "• Files."
    box = _NUMBERING.format("bullet", "q").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>')
    assert text_of(item("Office"), numbering=box) == "☐ Office"


def test_a_style_may_number_its_paragraphs_and_an_item_may_leave_its_list() -> None:
    step, loose = '<w:pStyle w:val="a6"/>', '<w:pStyle w:val="a6"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("Plans.", step) + paragraph("Not counted.", loose) + paragraph("Files.", step)
    assert text_of(body, styles=_STYLES, numbering=_DECIMAL) == "1.\tPlans.\n\nNot counted.\n\n2.\tFiles."


def test_an_empty_numbered_cell_shows_its_number() -> None:
    rows = [row(cell(item("")), code, words) for code, words in (("L", "Files."), ("S", "Types."))]
    assert text_of(table(*rows), numbering=_DECIMAL) == "1.\tL\tFiles.\n2.\tS\tTypes."


def test_headings_are_known_by_their_style_or_by_being_bold_throughout() -> None:
    body = "".join(
        [
            paragraph("ACCOUNTANT", '<w:pStyle w:val="a5"/>'),
            paragraph("Duties", '<w:pStyle w:val="a2"/>'),
            paragraph("Parts", '<w:pStyle w:val="a3"/>'),
            paragraph("Contents", '<w:pStyle w:val="a4"/>'),
            paragraph(inner=run("Kept ", "<w:b/>") + run("files", "<w:b/>")),
            paragraph(inner=run("Only ", "<w:b/>") + run("this")),
            paragraph(inner=run("Underlined", '<w:u w:val="single"/>')),
            paragraph(inner=run("Not", '<w:u w:val="none"/>')),
            paragraph(inner=run("long " * 30, "<w:b/>")),
            table(row(cell(paragraph(inner=run("In a table", "<w:b/>"))), "F")),
        ]
    )
    source = read_word(word_file(body, {"styles": _STYLES}))
    found = [(source.text[heading.start : heading.end], heading.level) for heading in source.headings]
    assert found == [("ACCOUNTANT", 1), ("Duties", 2), ("Parts", 4), ("Kept files", 7), ("Underlined", 7)]


def test_a_numbered_heading_keeps_its_number_in_its_words() -> None:
    numbered = '<w:pStyle w:val="a1"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    source = read_word(word_file(paragraph("Definition", numbered), {"styles": _STYLES, "numbering": _DECIMAL}))
    assert source.text == "1. Definition"
    assert [(heading.start, heading.end) for heading in source.headings] == [(0, 13)]


def test_a_text_box_stands_once_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp>{box}</wps:wsp></w:drawing>"
    both = drawn + f"</mc:Choice><mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback>"
    body = paragraph("Above", inner=both + "</mc:AlternateContent></w:r>") + paragraph("Below")
    assert text_of(body) == "Above\n\nIn the box\n\nBelow"
    assert text_of(paragraph("Old", inner=f"<w:r><w:pict>{box}</w:pict></w:r>")) == "Old\n\nIn the box"
    outer = f"<w:txbxContent>{paragraph('Outer', inner=f'<w:r><w:pict>{box}</w:pict></w:r>')}</w:txbxContent>"
    assert text_of(paragraph(inner=f"<w:r><w:drawing>{outer}</w:drawing></w:r>")) == "Outer\n\nIn the box"


def test_a_watermark_is_no_text() -> None:
    shape = '<w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>'
    mark = shape.format(paragraph("DRAFT")) + "</v:shape></w:pict>"
    assert text_of(paragraph("Clerk", inner=f"<w:r>{mark}</w:r>")) == "Clerk"


def test_the_header_stands_before_the_body_and_the_footer_after_it() -> None:
    source = read_word(
        word_file(
            paragraph("Body") + _SECTION.format(""),
            {
                "header1": paragraph("CITY OF EXAMPLE\tCLASSIFICATION SPECIFICATION 000123\tPage 1 of 4"),
                "header2": paragraph("Shown on no page"),
                "footer1": paragraph("Page 2 of 4") + paragraph("HR-9") + paragraph("Classified Service (examined)"),
            },
        )
    )
    assert source.text == (
        "CITY OF EXAMPLE\tCLASSIFICATION SPECIFICATION 000123\n\nBody\n\nHR-9\n\nClassified Service (examined)"
    )
    assert [source.text[span.start : span.end] for span in source.furniture] == ["HR-9"]


def test_the_header_of_the_first_page_counts_where_it_is_switched_on() -> None:
    parts = {"header1": paragraph("Clerk, continued"), "header2": paragraph("CITY OF EXAMPLE"), "footer1": paragraph()}
    body = paragraph("Body") + _SECTION.format("<w:titlePg/>")
    assert text_of(body, **parts) == "CITY OF EXAMPLE\n\nClerk, continued\n\nBody"


def test_the_header_of_a_later_section_counts_only_where_it_says_something_else() -> None:
    sections = [
        paragraph("One", f'<w:sectPr><w:headerReference w:type="default" r:id="header{number}"/></w:sectPr>')
        for number in (1, 2, 3)
    ]
    parts = {"header1": paragraph("City"), "header2": paragraph("City"), "header3": paragraph("County")}
    source = read_word(word_file("".join(sections), parts))
    assert source.text == "City\n\nOne\n\nOne\n\nCounty\n\nOne"
    assert [source.text[span.start : span.end] for span in source.furniture] == ["County"]


def test_footnotes_come_after_the_body() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("rule")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("Or an equal one.")}</w:footnote>'
    )
    body = paragraph("A degree", inner='<w:r><w:footnoteReference w:id="1"/></w:r>') + paragraph("Experience")
    assert text_of(body, footnotes=notes) == "A degree\n\nExperience\n\nOr an equal one."


def test_a_document_has_no_pages_and_is_a_docx() -> None:
    source = read_word(word_file(paragraph("One")))
    assert (source.format, source.encoding, source.pages, source.has_columns) == ("docx", None, (), False)


def test_an_embedded_file_that_is_not_read_is_an_issue() -> None:
    source = read_word(word_file(paragraph("One") + '<w:altChunk r:id="x"/>'))
    assert [issue.code for issue in source.issues] == ["unread_part"]
