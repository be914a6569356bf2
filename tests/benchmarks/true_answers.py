"""True answers, each by what makes it worth judging."""

from tests.benchmarks.answers import (
    DISPATCHER,
    EXPERIENCE,
    EXPOSURE_LEGEND,
    MANAGER,
    OWN_LEGEND,
    OWN_STANDING,
    PHYSICAL,
    STANDING,
    STRENGTH_LEGEND,
    VISION,
    Answer,
    answer,
    certifications,
    cite,
    clarify,
    count,
    dispatcher,
    fumes,
    header,
    level,
    of_dispatcher,
    standing,
    state,
    two_rows,
)

SENTENCE = "“Valid Driver's License; City of Norfolk residency required within six (6) months of employment.” [1]"
TRUE_ANSWERS: dict[str, Answer] = {
    "the contract's example": standing(),
    "a code beside its word": standing("Standing is coded F, Frequently [1]: from 1/3 to 2/3 of the time [2]."),
    "a quoted row with folded tabs": standing("“Standing F Copier, fax machine” [1], so Frequently [1] [2]."),
    "a quotation with an ellipsis": standing("“Copier … managing customer service center” [1]. Frequently [1] [2]."),
    "a legend restated": standing("Frequently [1]. F = Frequently, O = Occasionally, R = Rarely [2]."),
    "a legend's meaning restated": standing("Frequently [1]. N = Never: Never occurs [2]."),
    "a look-alike letter": answer(
        "Continuously [1].", [cite(1, VISION, PHYSICAL)], [state("physical_demands.vision", "С", "Continuously", 1)]
    ),
    "a digit for a letter": answer(
        "Occasionally (O) [1].",
        [cite(1, "Foot Controls\t0\tDriving", PHYSICAL)],
        [state("physical_demands.foot_controls", "0", "Occasionally", 1)],
    ),
    "a date that the scan broke": header("Adopted in September 2001 [1]; no date of revision is given."),
    "a bare year": header("Adopted in 2001 [1]."),
    "a marked level and its legend": level("Light [1]: up to 20 lbs. occasionally, 10 lbs. frequently [2]."),
    "an unmarked level": level("Heavy is not marked; Light is [1]: up to 20 lbs. [2]"),
    "a licence, a quotation and a number": certifications(f"A driver’s license: {SENTENCE}. Within 6 months [1]."),
    "a licence asked for and denied": certifications(
        "No CDL is named; a driver's license is [1].", question="Does the manager need a CDL?"
    ),
    "number words": answer("Five years [1], that is 5 years [1].", [cite(1, EXPERIENCE, "class_requirements")]),
    "an exposure code": fumes("Daily"),
    "a code that two tables have": answer(
        "M means Several Times Per Month [1], and Medium in a strength column [2].",
        [cite(1, EXPOSURE_LEGEND, "environmental_factors"), cite(2, STRENGTH_LEGEND, "overall_strength")],
        route="definition",
    ),
    "a legend of its own": dispatcher(
        "Sometimes [1]: O = Sometimes [2].", "Sometimes", [of_dispatcher(1, OWN_STANDING), of_dispatcher(2, OWN_LEGEND)]
    ),
    "marked and unmarked places": answer(
        "Not marked: Warehouse [1]. Marked: Office Environment [2].",
        [cite(1, "Warehouse\t", "work_location"), cite(2, "Office Environment\tX", "work_location")],
        [state("work_location.warehouse", "", None, 1), state("work_location.office", "X", "X", 2)],
    ),
    "a line a row": two_rows("1. Standing: Frequently [1]\n2. Reaching: Occasionally [2]"),
    "a count with its denominator": count(f"1 of 2 classes stands frequently for 8 hours:\n1. {MANAGER}: F [1]"),
    "a search that finds nothing": answer(
        "None of the 2 specs held names a CDL.", [], classes=[], route="search", question="Which jobs need a CDL?"
    ),
    "a class that is not held": answer(
        "No class “Zookeeper 9” is held.", [], outcome="abstained", reason="no_such_class", route="none", classes=[],
        question="What does a Zookeeper 9 lift?",
    ),
    "a choice of two": clarify(f"Which class do you mean: {MANAGER} or {DISPATCHER}?", [MANAGER, DISPATCHER]),
    "a choice of none": clarify("Which class do you mean? None that is held is like it.", []),
    "two classes, a line a class": answer(
        f"{MANAGER}: Frequently [1]\n{DISPATCHER}: Sometimes [2], by its own legend [3]",
        [cite(1, STANDING, PHYSICAL), of_dispatcher(2, OWN_STANDING), of_dispatcher(3, OWN_LEGEND)],
        [
            state("physical_demands.standing", "F", "Frequently", 1),
            state("physical_demands.standing", "O", "Sometimes", 2, "dispatcher"),
        ],
        route="compare", classes=[MANAGER, DISPATCHER],
    ),
}  # fmt: skip
