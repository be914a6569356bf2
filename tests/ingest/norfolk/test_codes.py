"""Legends in their own words, and codes decoded by them and never guessed."""

import pytest

from ingest.form import CodeKind
from ingest.model import LegendEntry
from ingest.norfolk.codes import decode, disputed_codes, is_legend_line, legend_and_rest, read_legend
from ingest.source_text import lines
from tests.ingest.reading import rules


def _legend(text: str, kind: CodeKind = CodeKind.FREQUENCY) -> tuple[tuple[LegendEntry, ...], int]:
    return read_legend(text, lines(text, ()), "table", kind)


def _words(text: str, kind: CodeKind = CodeKind.FREQUENCY) -> dict[str, tuple[str, str | None]]:
    return {entry.code: (entry.word, entry.meaning) for entry in _legend(text, kind)[0]}


def _decoded(cell: str, kind: CodeKind, legend: tuple[LegendEntry, ...] = ()) -> str | None:
    found = decode(cell, 0, len(cell), kind, legend)
    return found.word if found else None


@pytest.mark.parametrize(
    ("kind", "code", "word"),
    [
        (CodeKind.STRENGTH, "S", "Sedentary"),
        (CodeKind.STRENGTH, "M", "Medium"),
        (CodeKind.STRENGTH, "VH", "Very Heavy"),
        (CodeKind.FREQUENCY, "C", "Continuously"),
        (CodeKind.FREQUENCY, "N", "Never"),
        (CodeKind.EXPOSURE, "S", "Seasonally"),
        (CodeKind.EXPOSURE, "M", "Several Times Per Month"),
    ],
)
def test_a_letter_means_what_its_own_table_says(kind: CodeKind, code: str, word: str) -> None:
    assert _decoded(code, kind) == word


@pytest.mark.parametrize(
    ("cell", "word", "rule"),
    [
        ("0", "Occasionally", ["digit_for_letter"]),
        ("С", "Continuously", ["look_alike"]),
        ("Ν", "Never", ["look_alike"]),
        ("f", "Frequently", ["letter_case"]),
        ("<u>F</u>", "Frequently", ["markup"]),
        ("F.", "Frequently", ["punctuation"]),
        ("(F)", "Frequently", ["punctuation"]),
        ("Occasionally", "Occasionally", []),
    ],
)
def test_a_damaged_code_is_read_and_says_how(cell: str, word: str, rule: list[str]) -> None:
    found = decode(cell, 0, len(cell), CodeKind.FREQUENCY, ())
    assert found is not None
    assert (found.word, rules(found.repairs)) == (word, rule)


@pytest.mark.parametrize(
    "cell",
    ["F/O", "Q", "1", "FO", "F O", "F-O", "F,O", "?", "#", "N/A", "-", "X", "8", "5", "D", "VH", "CC", "Occ", "N0",
     "№", "㎝", "ﬁ", "½", "Øx", "Sometimes", "F or O"],
)  # fmt: skip
def test_what_is_no_certain_frequency_is_not_guessed(cell: str) -> None:
    assert _decoded(cell, CodeKind.FREQUENCY) is None


@pytest.mark.parametrize("cell", ["5", "0", "O", "V", "H H", "HV", "1", "I"])
def test_what_is_no_certain_strength_is_not_guessed(cell: str) -> None:
    assert _decoded(cell, CodeKind.STRENGTH) is None


def test_a_legend_in_one_line_gives_the_words_of_the_form() -> None:
    text = "C = Continuously\tF = Frequently\tO = Occasionally\tR = Rarely\tN = Never"
    entries, taken = _legend(text)
    assert [(entry.code, entry.word, entry.meaning) for entry in entries] == [
        ("C", "Continuously", None), ("F", "Frequently", None), ("O", "Occasionally", None), ("R", "Rarely", None),
        ("N", "Never", None),
    ]  # fmt: skip
    assert taken == 1
    assert [text[entry.start : entry.end] for entry in entries] == text.split("\t")


def test_words_that_go_on_below_belong_to_their_column() -> None:
    text = "D = Daily\tW = Several\tM = Several\tS = Seasonally\tN = Never\n,\tTimes Per Week\tTimes Per Month\t\t\nx"
    entries, taken = _legend(text, CodeKind.EXPOSURE)
    assert [entry.word for entry in entries] == [
        "Daily", "Several Times Per Week", "Several Times Per Month", "Seasonally", "Never",
    ]  # fmt: skip
    assert taken == 2
    assert {text[entry.start : entry.end] for entry in entries} == {text[: text.index("\t\t\nx")]}


@pytest.mark.parametrize(
    "below",
    [
        "\tTimes Per Week\tTimes Per Month",
        "Times Per Week\tTimes Per Month\t\t",
        "Times Per Week\tTimes Per Month\t\t\t",
    ],
)
def test_a_second_line_that_lost_its_tabs_gives_no_code_another_word(below: str) -> None:
    words = _words(f"D = Daily\tW = Several\tM = Several\tS = Seasonally\tN = Never\n{below}", CodeKind.EXPOSURE)
    assert words.get("W", ("Several Times Per Week", None))[0] == "Several Times Per Week"
    assert words.get("M", ("Several Times Per Month", None))[0] == "Several Times Per Month"


def test_meanings_below_belong_to_their_column() -> None:
    words = _words("C = Continuously\tF = Frequently\n2/3 or more of the time.\tFrom $1/3$ to $2/3$ of the time.")
    assert words == {
        "C": ("Continuously", "2/3 or more of the time."), "F": ("Frequently", "From 1/3 to 2/3 of the time."),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C = Constantly\tO = Often", {"C": ("Constantly", None), "O": ("Often", None)}),
        ("C = Constantly (over half)  O = Often (some)", {"C": ("Constantly", "over half"), "O": ("Often", "some")}),
        ("C = Continuously: 2/3 or more; F = Frequently - daily",
         {"C": ("Continuously", "2/3 or more"), "F": ("Frequently", "daily")}),
        ("C = Contin\tuously\tF = Frequently", {"C": ("Continuously", None), "F": ("Frequently", None)}),
        ("С = Continuously\tF = <u>Frequently</u>", {"C": ("Continuously", None), "F": ("Frequently", None)}),
        ("R = Rarely\nN = Never", {"R": ("Rarely", None), "N": ("Never", None)}),
        ("C = Cortinuously\tF = Frequently", {"C": ("Continuously", None), "F": ("Frequently", None)}),
    ],
)  # fmt: skip
def test_a_legend_is_read_in_several_shapes(text: str, words: dict[str, tuple[str, str | None]]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize(
    "text", ["C = Constantly\tO = Often\tN = Not at all\nStanding\tO\tTrucks",
             "R = Rarely\tN = Never\nTime Pressures\tR", "D = Daily\tW = Weekly\tN = Never\nFire\tHazards\tN"]
)  # fmt: skip
def test_a_row_with_as_many_cells_as_the_legend_has_codes_is_no_part_of_it(text: str) -> None:
    entries, taken = _legend(text)
    assert taken == 1
    assert all("\n" not in text[entry.start : entry.end] for entry in entries)


@pytest.mark.parametrize(
    ("line", "is_legend"),
    [("C = Continuously\tF = Frequently", True), ("N = Never", True), ("Standing\tF\tup to a = b", False),
     ("Standing\tF", False), ("", False)],
)  # fmt: skip
def test_a_legend_line_is_told_from_a_row(line: str, is_legend: bool) -> None:
    assert is_legend_line(line) is is_legend


def test_a_spec_s_own_legend_wins_over_the_form_s() -> None:
    legend, _ = _legend("C = Constantly\tO = Often\tS = Sometimes\tN = Not at all")
    read = [_decoded(cell, CodeKind.FREQUENCY, legend) for cell in ("C", "O", "0", "S", "N")]
    assert read == ["Constantly", "Often", "Often", "Sometimes", "Not at all"]


def test_a_code_that_an_own_legend_in_other_words_lacks_is_not_read_by_the_form_s() -> None:
    legend, _ = _legend("A = Always\tO = Often\tN = Not at all")
    assert [_decoded(cell, CodeKind.FREQUENCY, legend) for cell in ("F", "C")] == [None, None]


def test_a_zero_in_an_own_legend_is_the_letter_of_its_rows() -> None:
    legend, _ = _legend("C = Constantly\t0 = Often\tR = Seldom\tN = Not at all")
    assert [_decoded(cell, CodeKind.FREQUENCY, legend) for cell in ("0", "O")] == ["Often", "Often"]


@pytest.mark.parametrize("cell", ["?", "#", "-"])
def test_a_legend_without_a_word_gives_no_cell_an_empty_value(cell: str) -> None:
    legend, _ = _legend("C =\tF = Frequently")
    assert _decoded(cell, CodeKind.FREQUENCY, legend) is None
    assert _decoded("C", CodeKind.FREQUENCY, legend) != ""


def test_a_legend_s_word_that_runs_into_a_column_head_is_none() -> None:
    said = _words("D = Every Shift\tW = Weekly ENVIRONMENTAL\tN = Not Present", CodeKind.EXPOSURE)
    assert set(said) == {"D", "N"}


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("C = Continuously\tF = Never\tO = Occasionally\tR = Rarely\tN = Never", "F", "Never"),
        ("C = Continuously\tF = Rarely\tO = Occasionally\tR = Frequently\tN = Never", "F", "Rarely"),
        ("C = Continuously\tF = Rarely\tO = Occasionally\tR = Frequently\tN = Never", "R", "Frequently"),
        ("F = Never\nN = Continuously", "N", "Continuously"),
        ("C = Continuously\tF = Rarely or Never\tN = Never", "F", "Rarely or Never"),
        ("C = Continuously\tF = Infrequently\tN = Never", "F", "Infrequently"),
        ("C = Never\tF = Frequently\n2/3 or more of the time.\tFrom 1/3 to 2/3 of the time.", "C", "Never"),
    ],
)
def test_a_spec_s_own_legend_wins_where_it_uses_the_form_s_words_for_other_codes(
    text: str, code: str, word: str
) -> None:
    legend, _ = _legend(text)
    assert _decoded(code, CodeKind.FREQUENCY, legend) == word
    (entry,) = (entry for entry in legend if entry.code == code)
    assert f"{code} = {word}" in text[entry.start : entry.end]


@pytest.mark.parametrize(
    "text",
    [
        "C = Continuously\tF = Frequently\tF = Never\tN = Never",
        "C = Continuously\tF = Frequently\nStanding\tF\nC = Continuously\tF = Never",
        "F = Frequently\nStanding\tF\nF = Never",
    ],
)
def test_a_code_with_two_words_means_neither(text: str) -> None:
    legend, _ = legend_and_rest(text, lines(text, ()), "table", CodeKind.FREQUENCY)
    assert disputed_codes(legend) == {"F"}
    assert _decoded("F", CodeKind.FREQUENCY, legend) is None
    assert _decoded("C", CodeKind.FREQUENCY, legend) == "Continuously"


def test_a_legend_that_is_printed_again_says_nothing_new() -> None:
    again = "C = Continuously\tF = Frequently"
    text = f"{again}\nStanding\tF\n{again}\nSitting\tF\nF = force in pounds"
    legend, rest = legend_and_rest(text, lines(text, ()), "table", CodeKind.FREQUENCY)
    assert [(entry.code, entry.word) for entry in legend] == [("C", "Continuously"), ("F", "Frequently")]
    assert [text[line.start : line.end] for line in rest] == ["Standing\tF", "Sitting\tF", "F = force in pounds"]


@pytest.mark.parametrize("said", ["F =", "F = Not at"])
def test_a_code_whose_word_cannot_be_read_in_the_legend_is_not_read_by_the_form_s(said: str) -> None:
    text = f"C = Continuously\t{said}\tN = Never"
    legend, _ = legend_and_rest(text, lines(text, ()), "table", CodeKind.FREQUENCY)
    assert [_decoded(code, CodeKind.FREQUENCY, legend) for code in ("C", "F", "N")] == ["Continuously", None, "Never"]
