"""Tables of Word documents become rows of tab-separated cells, unless they only lay out the page."""

from ingest.readers.word.reader import read_word
from tests.ingest.readers.word.writing import cell, item, paragraph, row, run, span, table, word_file

_HEADING = paragraph(inner=run("Duties", "<w:b/>"))


def text_of(body: str) -> str:
    return read_word(word_file(body)).text


def test_a_row_is_a_line_and_what_a_cell_holds_is_folded() -> None:
    folded = cell(paragraph("Desk,\nphone") + paragraph("and\tcar"))
    body = paragraph("Above") + table(row("Sitting", "F", folded), row("Walking", "", "Halls")) + paragraph("Below")
    assert text_of(body) == "Above\n\nSitting\tF\tDesk, phone and car\nWalking\t\tHalls\n\nBelow"


def test_merged_cells_keep_the_columns_and_stand_where_they_begin() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("HEALTH", span(2)), cell("FACTORS", span(2))),
        row("Fire", "N", cell("Dust", begins), "D"),
        row("Noise", "W", cell("Dust", goes_on), "M"),
    )
    assert text_of(body) == "HEALTH\t\tFACTORS\t\nFire\tN\tDust\tD\nNoise\tW\t\tM"


def test_rows_of_another_kind_count_their_own_columns() -> None:
    body = table(
        row(cell("DEMANDS", span(12))),
        row(cell("1", span(3)), cell("L", span(1)), cell("Files.", span(8))),
        row(cell("2", span(3)), cell("S", span(1)), cell("Types.", span(8))),
        row(cell("Reading", span(4)), cell("Reads plans.", span(8))),
        row(cell("Math", span(4)), cell("Adds.", span(8))),
    )
    assert text_of(body) == "DEMANDS\n1\tL\tFiles.\n2\tS\tTypes.\nReading\tReads plans.\nMath\tAdds."


def test_borders_drawn_askew_and_narrow_gaps_make_no_columns() -> None:
    askew = table(
        row(cell("Standing", span(1)), cell("F", span(2)), "Desk"),
        row(cell("Sitting", span(2)), cell("C", span(1)), "Chair"),
        widths=(2000, 40, 900, 4000),
    )
    gaps = table(row("Standing", "", "F"), row("Sitting", "", "C"), widths=(2000, 80, 900))
    assert text_of(askew) == "Standing\tF\tDesk\nSitting\tC\tChair"
    assert text_of(gaps) == "Standing\tF\nSitting\tC"


def test_what_a_row_leaves_out_before_its_cells_is_blank_only_where_it_is_a_column() -> None:
    before = '<w:gridBefore w:val="1"/>'
    body = table(row("Strength", "FUNCTIONS", properties=before), row("1", "L", "Files."), row("2", "S", "Types."))
    shifted = table(
        row("Standing", "F", properties=before),
        row("Sitting", "C", properties=before),
        widths=(500, 2000, 900),
    )
    assert text_of(body) == "\tStrength\tFUNCTIONS\n1\tL\tFiles.\n2\tS\tTypes."
    assert text_of(shifted) == "Standing\tF\nSitting\tC"


def test_a_table_of_one_column_only_lays_out_the_page() -> None:
    inner = table(row("Standing", "F"), row("Sitting", "C"))
    body = table(row(cell(paragraph("Duties") + paragraph("Files."))), row(cell(inner + "<w:p/>")))
    assert text_of(body) == "Duties\n\nFiles.\n\nStanding\tF\nSitting\tC"


def test_tables_side_by_side_come_one_after_the_other() -> None:
    left, right = table(row("Fire", "N"), row("Explosives", "N")), table(row("Dust", "D"), row("Noise", "W"))
    body = table(row("Legend", "D = Daily"), row(cell(left + "<w:p/>"), cell(right + "<w:p/>")))
    assert text_of(body) == "Legend\tD = Daily\n\nFire\tN\nExplosives\tN\n\nDust\tD\nNoise\tW"


def test_columns_of_headed_text_come_one_after_the_other() -> None:
    column = cell(_HEADING + paragraph("Files."))
    source = read_word(word_file(table(row(column, column))))
    assert source.text == "Duties\n\nFiles.\n\nDuties\n\nFiles."
    assert [heading.level for heading in source.headings] == [7, 7]


def test_a_small_table_within_a_cell_is_part_of_its_words() -> None:
    body = table(row("Education", cell(table(row("A degree", "or equal")) + "<w:p/>")), row("Math", "Adds."))
    assert text_of(body) == "Education\tA degree or equal\nMath\tAdds."


def test_controls_around_rows_and_cells_change_nothing() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inner = f"<w:tr>{cell('Sitting')}{control.format(cell('C'))}</w:tr>"
    assert text_of(table(row("Standing", "F"), control.format(inner))) == "Standing\tF\nSitting\tC"


def test_an_empty_bullet_in_a_cell_and_an_empty_row_show_nothing() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = table(row("Vision", cell(item(""))), row("", ""), row("Hearing", cell(item("Radio"))))
    assert read_word(word_file(body, {"numbering": numbering})).text == "Vision\t\nHearing\t- Radio"
