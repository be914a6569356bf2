"""Corrupted answers, each with the rule that it breaks."""

from tests.benchmarks.answers import (
    DISPATCHER,
    EXPERIENCE,
    EXPOSURE_LEGEND,
    FREQUENCY_LEGEND,
    MANAGER,
    OWN_STANDING,
    PHYSICAL,
    SITTING,
    STANDING,
    STRENGTH_LEGEND,
    answer,
    certifications,
    cite,
    clarify,
    count,
    dispatcher,
    fumes,
    header,
    level,
    moved,
    of_dispatcher,
    standing,
    state,
    two_rows,
)
from tests.benchmarks.true_answers import SENTENCE

ROW = cite(1, STANDING, PHYSICAL)
LEGEND = cite(2, FREQUENCY_LEGEND, PHYSICAL)
TWO_ROWS = cite(1, f"{STANDING}\n{SITTING}", PHYSICAL)
CORRUPTED: dict[str, tuple[str, object]] = {
    # The citations.
    "a place one too far": ("citation-quote", standing(citations=[moved(ROW, 1), LEGEND])),
    "a place and a quote one too far": (
        "citation-cuts-word", standing(citations=[moved(ROW, 1, quote_too=True), LEGEND]),
    ),
    "a place outside the source": ("citation-quote", standing(citations=[moved(ROW, 10**6), LEGEND])),
    "a quote with folded tabs": (
        "citation-quote", standing(citations=[ROW | {"quote": STANDING.replace("\t", " ")}, LEGEND]),
    ),
    "a spec that is not held": ("citation-source", standing(citations=[ROW | {"spec_id": "clerk"}, LEGEND])),
    "a gap in the numbers": (
        "citation-number", standing("Frequently [1]: from 1/3 to 2/3 [3].", citations=[ROW, LEGEND | {"n": 3}]),
    ),
    "a number twice": ("citation-number", standing(citations=[ROW, LEGEND, LEGEND])),
    "page 0": ("citation-page", standing(citations=[ROW | {"page": 0}, LEGEND])),
    "another class's name on a citation": ("citation-class", standing(citations=[ROW | {"class": DISPATCHER}, LEGEND])),
    "a row in a section of other codes": (
        "citation-section",
        answer(
            "Never [1].",
            [cite(1, "Other (specify)\tN", "health_and_safety")],
            [state("health_and_safety.other", "N", "Never", 1)],
        ),
    ),
    "two rows in one quote": ("citation-table", standing(citations=[TWO_ROWS, LEGEND])),
    # The markers.
    "a marker without a citation": ("marker-without-citation", standing("Frequently [1]: 1/3 to 2/3 [2] [7].")),
    "an unused citation": ("citation-unused", standing("Frequently [1].")),
    # The values.
    "a code decoded wrong": (
        "value-decoding", standing(values=[state("physical_demands.standing", "F", "Occasionally", 1)]),
    ),
    "a code of another table": ("value-decoding", fumes("Several Times Per Week")),
    "a code left as it is": ("value-decoding", standing(values=[state("physical_demands.standing", "F", "F", 1)])),
    "a code that is only a letter of a word": (
        "value-raw", standing(values=[state("physical_demands.standing", "C", "Continuously", 1)]),
    ),
    "a cell that the row does not have": (
        "value-raw", standing(values=[state("physical_demands.standing", "N", "Never", 1)]),
    ),
    "the row below": ("value-row", standing(citations=[cite(1, SITTING, PHYSICAL), LEGEND])),
    "a value that cites a missing number": (
        "value-citation", standing(values=[state("physical_demands.standing", "F", "Frequently", 5)]),
    ),
    "a value that cites nothing": (
        "value-citation", standing(values=[state("physical_demands.standing", "F", "Frequently", None)]),
    ),
    "a value from a blank": ("value-decoding", standing(values=[state("physical_demands.standing", "", "Never", 1)])),
    "a value of a class that is not named": (
        "value-class", standing(values=[state("physical_demands.standing", "F", "Frequently", 1, "dispatcher")]),
    ),
    "a value of another section": (
        "value-section", standing(values=[state("non_physical_demands.other", "F", "Frequently", 1)]),
    ),
    "the form's word against its own legend": (
        "value-decoding",
        dispatcher("Occasionally [1].", "Occasionally", [of_dispatcher(1, OWN_STANDING)]),
    ),
    "an own legend that is not cited": (
        "value-decoding", dispatcher("Sometimes [1].", "Sometimes", [of_dispatcher(1, OWN_STANDING)]),
    ),
    "a level that is not marked": ("value-decoding", level("Light [1]: up to 20 lbs. [2]", "Medium")),
    "a marked place said to be unmarked": (
        "value-decoding",
        answer(
            "Not marked [1].",
            [cite(1, "Office Environment\tX", "work_location")],
            [state("work_location.office", "X", None, 1)],
        ),
    ),
    "prose with one changed word": (
        "value-decoding",
        answer(
            "See the row [1].",
            [cite(1, EXPERIENCE, "class_requirements")],
            [
                state(
                    "class_requirements.experience",
                    EXPERIENCE.split("\t")[1],
                    EXPERIENCE.split("\t")[1].replace("Five", "Six"),
                    1,
                )
            ],
        ),
    ),
    "a value with another year": ("value-decoding", header("Adopted in September 2001 [1].", "September 2002")),
    "a value with another month": ("value-decoding", header("Adopted in September 2001 [1].", "December 2001")),
    # The text.
    "another word than the row's": ("decoded-word", standing("Occasionally [1]: from 1/3 to 2/3 of the time [2].")),
    "a word of a legend's meaning as the answer": ("decoded-word", standing("Never [1] [2].")),
    "another word in lower case": ("decoded-word", standing("It stands occasionally [1] [2].")),
    "an everyday word as the level": ("decoded-word", level("The level is heavy overall [1] [2].")),
    "another code than the row's": ("code", standing("Frequently (O) [1]: from 1/3 to 2/3 of the time [2].")),
    "a quoted code that is not the row's": ("code", standing("It is coded “O” [1] [2].")),
    "a code that no table has": ("code", standing("Frequently [1] [2], code `Q`.")),
    "the meaning of another code": ("legend-meaning", standing("Frequently [1]: up to 1/3 of the time [2].")),
    "the meaning of another code, on its own line": (
        "legend-meaning", standing("Frequently [1].\nThat is up to 1/3 of the time [2]."),
    ),
    "a legend pair that is wrong": ("decoded-word", standing("F [1]. F = Rarely [2].")),
    "a definition that is wrong": (
        "decoded-word",
        answer("M means Seasonally [1].", [cite(1, EXPOSURE_LEGEND, "environmental_factors")], route="definition"),
    ),
    "a fraction that no quote has": ("number", standing("Frequently [1]: from 1/4 to 2/3 of the time [2].")),
    "a fraction as one character": ("number", standing("Frequently [1]: from ½ to 2/3 of the time [2].")),
    "a fraction in words": ("number", standing("Frequently [1]: one half of the time [2].")),
    "a percentage that no quote has": ("number", standing("Frequently [1]: 66% of the time [2].")),
    "a weight of another level": (
        "number", level("Light [1]: up to 50 lbs. occasionally [2].", legend=STRENGTH_LEGEND),
    ),
    "a number word that no quote has": (
        "number", answer("Six years [1].", [cite(1, EXPERIENCE, "class_requirements")]),
    ),
    "a date in another year": ("date", header("Adopted in September 2002 [1].")),
    "a date in another month": ("date", header("Adopted in November 2001 [1].")),
    "a numeric date in another month": ("date", header("Adopted in 11/2001 [1].")),
    "a day that the source does not give": ("date", header("Adopted on September 3, 2001 [1].")),
    "a year that no quote has": ("year", header("Adopted in 1998 [1].")),
    "a licence that no quote has": ("licence", certifications("A CDL [1].")),
    "a class of licence that no quote has": ("licence", certifications("A class B driver's license [1].")),
    "a licence asked for and made up": (
        "licence", certifications("Yes, a CDL [1].", question="Does the manager need a CDL?"),
    ),
    "a quotation with one changed word": ("quotation", certifications(SENTENCE.replace("required", "desired"))),
    "a quotation in straight marks, changed": ("quotation", certifications('"Valid Driver\'s Permit" [1]')),
    "a quotation that cuts a word": ("quotation", certifications("“Valid Driver's Lic” [1]")),
    "a quotation put together in another order": (
        "quotation", certifications("“City of Norfolk … Valid Driver's License” [1]"),
    ),
    "a quotation that does not end": ("quotation", certifications("“Valid Driver's License [1]")),
    "two citations exchanged": (
        "wrong-citation", two_rows("1. The first is Frequently [2]\n2. The second is Occasionally [1]"),
    ),
    "a row's name on another row": ("wrong-row", two_rows("Standing: [2]\nReaching: [1]")),
    "a class's name on another class": (
        "class-name", standing(f"{DISPATCHER}: Frequently [1] [2].", classes=[MANAGER, DISPATCHER]),
    ),
    "a class that no spec describes": ("class-name", standing(classes=[MANAGER, "Zookeeper"])),
    "a count that is too high": ("number", count(f"3 of 2 classes stand frequently: {MANAGER} [1]")),
    "a wrong denominator": ("number", count(f"1 of 90 classes stands frequently: {MANAGER} [1]")),
    # The outcome.
    "no reason to abstain": ("outcome-reason", standing(outcome="abstained")),
    "a reason without abstaining": ("outcome-reason", standing(reason="illegible")),
    "a choice without candidates": ("outcome-candidates", clarify("Which class do you mean?", [])),
    "an answer without a citation": ("outcome-citation", answer("It does.", [])),
    "a count without a citation": ("outcome-citation", answer("1 class.", [], route="count")),
    # The shape.
    "no object": ("shape", ["Frequently"]),
    "an error in the place of an answer": ("shape", {"schema_version": 1, "id": "q1", "error": "not a question"}),
    "another version": ("shape", standing(schema_version=2)),
    "a route that the contract does not name": ("shape", standing(route="guess")),
    "a page in words": ("shape", standing(citations=[ROW | {"page": "one"}, LEGEND])),
}  # fmt: skip
