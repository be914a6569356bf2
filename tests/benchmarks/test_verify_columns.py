"""Answers over a text whose columns stand side by side: true ones pass, and what is mixed between columns is found."""

import pytest

from benchmarks.verify import check_answer
from tests.benchmarks.answers import Answer, Entry, answer, source_text

DECKHAND = "Harbor Deckhand"
SEXTON = "Cemetery Sexton"
REGISTRAR = "Museum Registrar"
SOURCES = {
    "deckhand": source_text("harbor-deckhand"),
    "sexton": source_text("cemetery-sexton"),
    "registrar": source_text("museum-registrar"),
}
TITLES = {"deckhand": DECKHAND, "sexton": SEXTON, "registrar": REGISTRAR}
EDUCATION = "Work requires basic knowledge of seamanship, normally gained by work afloat or a forty-hour deck course."
RAW_EDUCATION = (
    "Work requires basic knowledge of seamanship, normally gained by work\n"
    "Knowledge                        afloat or a forty-hour deck course."
)
HEAVY = "exerting 50-100 lbs. occasionally, 25-50 lbs. frequently, or up to 10-20 lbs. constantly"
LIGHT = (
    "exerting up to 20 lbs. occasionally, 10 lbs. frequently, or negligible amounts constantly OR requires walking or "
    "standing to a significant degree"
)


def cite(number: int, spec_id: str, section: str, first: str, last: str) -> Entry:
    """Return a true citation from the first words to the last ones that follow."""
    source = SOURCES[spec_id]
    start = source.index(first)
    end = source.index(last, start) + len(last)
    return {
        "n": number,
        "spec_id": spec_id,
        "class": TITLES[spec_id],
        "section": section,
        "quote": source[start:end],
        "source": f"{spec_id}.txt",
        "page": None,
        "start": start,
        "end": end,
    }


def asked(text: str, citations: list[Entry], field: str, raw: str, value: str, spec_id: str = "deckhand") -> Answer:
    """Return an answer that states one value of its first citation."""
    stated: Entry = {"class": TITLES[spec_id], "field": field, "raw": raw, "value": value, "citation": 1}
    return answer(text, citations, [stated], classes=[TITLES[spec_id]], question="What does it say?")


def education(value: str, raw: str = RAW_EDUCATION) -> Answer:
    """Return an answer with a wrapped cell between whose lines the row's label goes on."""
    row = cite(1, "deckhand", "class_requirements", "Formal Education", "deck course.")
    return asked("See the row [1].", [row], "class_requirements.education", raw, value)


def complexity(value: str) -> Answer:
    """Return an answer with a wrapped cell that the row's label stands in the middle of."""
    row = cite(1, "deckhand", "class_requirements", "Routine work", "without notice.")
    return asked("See the row [1].", [row], "class_requirements.complexity", str(row["quote"]), value)


def strength(meaning: str, code: str = "H", value: str = "Heavy", function: str = "Rigs") -> Answer:
    """Return an answer on a function's strength, with what the legend says of it."""
    row = cite(
        1, "deckhand", "essential_functions", function, {"Rigs": "hand signals.", "Directs": "departure."}[function]
    )
    legend = cite(2, "deckhand", "overall_strength", f"{code} = {value}", "significant degree.")
    field = "essential_functions.2.strength" if function == "Rigs" else "essential_functions.4.strength"
    return asked(f"{value} [1]: {meaning} [2].", [row, legend], field, code, value)


def lifting(text: str) -> Answer:
    """Return an answer on lifting, with the legend of frequencies."""
    row = cite(1, "deckhand", "physical_demands", "Lifting", "75 lbs.")
    legend = cite(2, "deckhand", "physical_demands", "C = Continuously", "occurs.")
    return asked(text, [row, legend], "physical_demands.lifting", "F", "Frequently")


def chemicals(text: str, value: str = "Several Times Per Month") -> Answer:
    """Return an answer on an exposure whose legend's words go on in the line below."""
    row = cite(1, "sexton", "health_and_safety", "Chemical Hazards", "M")
    legend = cite(2, "sexton", "environmental_factors", "D = Daily", "Per Month")
    return asked(text, [row, legend], "health_and_safety.chemical_hazards", "M", value, "sexton")


def running(text: str) -> Answer:
    """Return an answer on a function out of running words, with the legend's entry for it."""
    row = cite(1, "registrar", "essential_functions", "Assigns accession", "ownership.")
    legend = cite(2, "registrar", "overall_strength", "S = Sedentary", "of the time")
    code = cite(3, "registrar", "essential_functions", "L Examines", "damage.")
    light = cite(4, "registrar", "overall_strength", "L = Light", "significant degree.")
    stated: Entry = {
        "class": REGISTRAR, "field": "essential_functions.2.strength", "raw": "L", "value": "Light", "citation": 3,
    }  # fmt: skip
    citations = [row, legend, code, light]
    return answer(text, citations, [stated], classes=[REGISTRAR], question="What does it say?")


TRUE = {
    "a code's meaning in running words": running(
        f"It assigns accession numbers [1]. S = Sedentary [2].\nLight [3]: {LIGHT} [4]."
    ),
    "a cell without the label between its lines": education(EDUCATION),
    "a cell around a label in its middle": complexity(
        "Routine work is laid out by the captain; wind, current, and ice change it without notice."
    ),
    "a meaning whose column touches the next one": strength(HEAVY),
    "a meaning of several lines": strength(LIGHT, "L", "Light", "Directs"),
    "a legend's fractions": lifting("Frequently [1]: from 1/3 to 2/3 of the time [2]."),
    "a word that goes on below": chemicals("Several Times Per Month [1] [2]."),
    "a legend's word that goes on below, restated": chemicals(
        "Several Times Per Month [1]. M = Several Times Per Month [2]."
    ),
}
CORRUPTED = {
    "a number of another code's running words": (
        "number",
        running("It assigns accession numbers [1]. S = Sedentary [2].\nLight [3]: exerting up to 50 lbs. [4]."),
    ),
    "a label's word put into the value": (
        "value-decoding", education(EDUCATION.replace("work afloat", "work Knowledge afloat")),
    ),
    "a word of the cell left out": ("value-decoding", education(EDUCATION.replace("basic ", ""))),
    "words of the cell's second line left out": ("value-decoding", education(EDUCATION.replace(" deck course", ""))),
    "two words of the cell exchanged": (
        "value-decoding", education(EDUCATION.replace("knowledge of seamanship", "seamanship of knowledge")),
    ),
    "two lines of the cell exchanged": (
        "value-decoding",
        complexity("without notice. Routine work is laid out by the captain; wind, current, and ice change it"),
    ),
    "the label of the row in its middle put in": (
        "value-decoding",
        complexity(
            "Routine work is laid out by the captain; wind, current, and ice change it Complexity without notice."
        ),
    ),
    "the last line of the cell left out": (
        "value-decoding",
        complexity("Routine work is laid out by the captain; wind, current, and ice change it"),
    ),
    "a number of the level above": ("number", strength(LIGHT.replace("20", "50"), "L", "Light", "Directs")),
    "a number of another column": ("number", strength(HEAVY.replace("25-50", "9-25"))),
    "a fraction of no code": ("number", lifting("Frequently [1]: from 1/4 to 2/3 of the time [2].")),
    "the meaning of the code beside it": ("legend-meaning", lifting("Frequently [1]: up to 1/3 of the time [2].")),
    "a number of the code beside it": ("number", lifting("Frequently [1]: less than 1 hour [2].")),
    "the word of the code beside it": (
        "decoded-word", chemicals("Several Times Per Week [1] [2]."),
    ),
    "a value by the code beside it": (
        "value-decoding", chemicals("Several Times Per Month [1] [2].", "Several Times Per Week"),
    ),
    "a legend's pair crossed": (
        "decoded-word", chemicals("Several Times Per Month [1]. M = Several Times Per Week [2]."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_a_true_answer_over_columns_passes(name: str) -> None:
    assert check_answer(TRUE[name], SOURCES, TITLES) == []


@pytest.mark.parametrize("name", CORRUPTED)
def test_a_corrupted_answer_over_columns_is_found(name: str) -> None:
    rule, stated = CORRUPTED[name]
    assert rule in {failure.rule for failure in check_answer(stated, SOURCES, TITLES)}


def paged(value: str) -> set[str]:
    """Return the rules broken by a value whose cell goes on behind the end of a page."""
    ends = "Every page says this.\nPage {} of 2\n"
    text = (
        "Experience    Two years of work on\n" + ends.format(1) + "CLASS REQUIREMENTS\n"
        "              a farm.\nMath          None.\n" + ends.format(2)
    )
    raw = text[text.index("Two") : text.index("farm.") + len("farm.")]
    start = text.index(raw)
    row: Entry = {
        "n": 1, "spec_id": "hand", "class": "Hand", "section": "class_requirements", "quote": raw, "source": "hand.txt",
        "page": 1, "start": start, "end": start + len(raw),
    }  # fmt: skip
    stated: Entry = {
        "class": "Hand", "field": "class_requirements.experience", "raw": raw, "value": value, "citation": 1,
    }  # fmt: skip
    given = answer("See the row [1].", [row], [stated], classes=["Hand"], question="What experience?")
    return {failure.rule for failure in check_answer(given, {"hand": text}, {"hand": "Hand"})}


def test_what_every_page_says_is_no_part_of_a_cell() -> None:
    assert paged("Two years of work on a farm.") == set()


@pytest.mark.parametrize("value", ["Two years of work on farm.", "Two years of work on Page 1 of 2 a farm.", "a farm."])
def test_a_cell_over_the_end_of_a_page_is_still_held_to_its_words(value: str) -> None:
    assert paged(value) == {"value-decoding"}


def test_the_denominator_of_a_search_may_leave_out_an_older_revision() -> None:
    sources = {"old": "Clerk 1999", "new": "Clerk 2010", "cook": "Cook"}
    titles = {"old": "Clerk", "new": "Clerk", "cook": "Cook"}

    def rules(number: int) -> set[str]:
        none = answer(
            f"None of the {number} classes held names a CDL.", [], classes=[], route="search", question="CDL?"
        )
        return {failure.rule for failure in check_answer(none, sources, titles)}

    assert rules(2) == rules(3) == set()
    assert rules(4) == {"number"}
