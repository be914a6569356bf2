import re

from assistant.answer import Answer, Citation, Outcome, Question, Route
from ui.ask.answer_beside import Meaning
from ui.ask.answer_lines import text_html
from ui.words import words_in

OFTEN = Meaning("Frequently", "From 1/3 to 2/3 of the time.")


def html(text: str, meanings: dict[int, tuple[Meaning, ...]] | None = None) -> str:
    numbers = sorted({int(n) for n in re.findall(r"\[(\d)\]", text)})
    citations = tuple(Citation(n, "clerk", "Clerk", "physical_demands", "F", "c.txt", None, 0, 1) for n in numbers)
    answer = Answer(Question("?"), Outcome.ANSWERED, Route.SECTION, text, citations=citations)
    return text_html(answer, meanings or {}, words_in("en"))


def plain(shown: str) -> str:
    """What can be read of it, without what only a screen reader says."""
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="unseen">.*?</span>', "", shown))


def test_rows_become_a_list_under_their_section() -> None:
    shown = html("Physical demands, Clerk:\n- Standing: Rarely\n- Sitting: Never\nThat is all.")
    assert shown == (
        '<p class="lead">Physical demands, Clerk:</p><ul><li>Standing: Rarely</li><li>Sitting: Never</li></ul>'
        '<p class="line">That is all.</p>'
    )


def test_functions_keep_their_numbers() -> None:
    assert html("3. Mops.\n5. Sweeps.") == '<ol><li value="3">Mops.</li><li value="5">Sweeps.</li></ol>'


def test_a_note_stays_with_the_row_that_points_at_it() -> None:
    assert "<li>Other: marked<br>Note 2: Schools.</li><li>Shop: not marked</li>" in html(
        "- Other: marked\nNote 2: Schools.\n- Shop: not marked"
    )


def test_a_code_that_stands_alone_gets_its_meaning_on_hover_and_for_screen_readers() -> None:
    shown = html("- Standing: Frequently (“Counter”) [1]", {1: (OFTEN,)})
    assert '<abbr title="From 1/3 to 2/3 of the time.">Frequently</abbr>' in shown
    assert '<span class="unseen"> (Frequently means: From 1/3 to 2/3 of the time)</span>' in shown
    assert plain(shown) == "Standing: Frequently (“Counter”) [1]"


def test_a_meaning_that_the_answer_says_itself_is_not_said_again() -> None:
    assert "<abbr" not in html("Frequently [1]: from 1/3 to 2/3 of the time [2]", {1: (OFTEN,)})


def test_the_word_of_a_code_within_a_title_is_left_alone() -> None:
    light = Meaning("Light", "Up to 20 lbs.")
    shown = html("- Light Equipment Operator: Light [1]", {1: (light,)})
    assert 'Light Equipment Operator: <abbr title="Up to 20 lbs.">Light</abbr>' in shown


def test_each_cell_of_a_comparison_has_the_meaning_of_its_own_spec() -> None:
    other = Meaning("Frequently", "More than twice a day.")
    shown = html(
        "| | Clerk | Guard | |\n| --- | --- | --- | --- |\n| Sitting | Frequently [1]| Frequently [2]| same |",
        {1: (OFTEN,), 2: (other,)},
    )
    first, second = re.findall(r'<td><abbr title="([^"]*)">', shown)
    assert (first, second) == ("From 1/3 to 2/3 of the time.", "More than twice a day.")


def test_a_number_in_brackets_within_a_meaning_becomes_no_link() -> None:
    shown = html("- Standing: Frequently [1]", {1: (Meaning("Frequently", "See [1]."),)})
    assert shown.count("<a ") == 1
