"""Answers made by hand from the samples, for the verifier to judge."""

from pathlib import Path

Answer = dict[str, object]
Entry = dict[str, object]

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
MANAGER = "Utility Customer Service Manager"
DISPATCHER = "Police Dispatcher"
STANDING = "Standing\tF\tCopier, fax machine, presentations, managing customer service center"
SITTING = "Sitting\tF\tComputer, desk work, meetings, driving"
REACHING = "Reaching\tO\tOffice supplies, reports, telephone, and files"
FREQUENCY_LEGEND = (
    "C = Continuously\tF = Frequently\tO = Occasionally\tR = Rarely\tN = Never\n"
    "2/3 or more of the time.\tFrom $1/3$ to $2/3$ of the time.\tUp to 1/3 of the time."
    "\tLess than 1 hour per week.\tNever occurs."
)
LEVELS = "Sedentary\tLight X\tMedium\tHeavy\tVery Heavy"
CERTIFICATIONS = (
    "Certifications and Other Requirements\tValid Driver's License; City of Norfolk residency required within six (6) "
    "months of employment."
)
EXPERIENCE = "Experience\tFive years customer service management or municipal operations management experience."
HEADER = "Adopted: Septen\t1ber <u> 2001</u> , Revi\tsed:"
EXPOSURE_LEGEND = "D = Daily\tW = Several\tM = Several\tS = Seasonally\tN = Never\n,\tTimes Per Week\tTimes Per Month"


def source_text(stem: str) -> str:
    """Return a sample's text with nothing translated."""
    with (SAMPLES / f"{stem}.txt").open(encoding="utf-8", newline="") as file:
        return file.read()


SOURCES = {
    "manager": source_text("utility-customer-service-manager"),
    "dispatcher": source_text("police-dispatcher"),
}
TITLES = {"manager": MANAGER, "dispatcher": DISPATCHER}
PHYSICAL = "physical_demands"
VISION = "Vision\tС\tComputer monitor, reading, writing, supervision of staff, and driving"
LIGHT = (
    "L = Light Exerting up to 20 lbs. occasionally, 10 lbs. frequently, or negligible amounts constantly OR requires "
    "walking or standing to a significant degree."
)
OWN_LEGEND = next(line for line in SOURCES["dispatcher"].split("\n") if line.startswith("C = Constantly"))
OWN_STANDING = next(line for line in SOURCES["dispatcher"].split("\n") if line.startswith("Standing\t"))
STRENGTH_LEGEND = next(line for line in SOURCES["manager"].split("\n") if line.startswith("S = Sedentary"))


def cite(number: int, quote: str, section: str, spec_id: str = "manager") -> Entry:
    """Return a true citation of the first place where a quotation stands."""
    start = SOURCES[spec_id].index(quote)
    return {
        "n": number,
        "spec_id": spec_id,
        "class": TITLES[spec_id],
        "section": section,
        "quote": quote,
        "source": f"{spec_id}.txt",
        "page": None,
        "start": start,
        "end": start + len(quote),
    }


def state(field: str, raw: str, value: str | None, citation: int | None, spec_id: str = "manager") -> Entry:
    """Return a value."""
    return {"class": TITLES[spec_id], "field": field, "raw": raw, "value": value, "citation": citation}


def answer(text: str, citations: list[Entry], values: list[Entry] | None = None, **changed: object) -> Answer:
    """Return an answer about the manager's class, with any member changed."""
    return {
        "schema_version": 1,
        "id": "q1",
        "question": f"How often does the {MANAGER} stand?",
        "outcome": "answered",
        "route": "lookup",
        "reason": None,
        "text": text,
        "classes": [MANAGER],
        "values": values or [],
        "citations": citations,
        "elapsed_ms": 6.2,
    } | changed


def standing(text: str = "Frequently [1]: from 1/3 to 2/3 of the time [2].", **changed: object) -> Answer:
    """Return the answer of the contract's example, with any member changed."""
    citations = [cite(1, STANDING, "physical_demands"), cite(2, FREQUENCY_LEGEND, "physical_demands")]
    return answer(text, citations, [state("physical_demands.standing", "F", "Frequently", 1)]) | changed


def moved(citation: Entry, by: int, *, quote_too: bool = False) -> Entry:
    """Return a citation whose place is moved, with the quotation that stands there or with the old one."""
    start, end = citation["start"], citation["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    quote = SOURCES[str(citation["spec_id"])][start + by : end + by] if quote_too else citation["quote"]
    return citation | {"start": start + by, "end": end + by, "quote": quote}


def header(text: str, adopted: str = "September 2001") -> Answer:
    """Return an answer on the date of adoption."""
    values = [state("adopted", "Septen\t1ber <u> 2001</u>", adopted, 1), state("revised", "", None, 1)]
    return answer(text, [cite(1, HEADER, "header")], values)


def level(text: str, value: str = "Light", legend: str = LIGHT) -> Answer:
    """Return an answer on the overall strength."""
    citations = [cite(1, LEVELS, "overall_strength"), cite(2, legend, "overall_strength")]
    return answer(text, citations, [state("overall_strength", "Light X", value, 1)])


def certifications(text: str, **changed: object) -> Answer:
    """Return an answer from the certifications row."""
    return answer(text, [cite(1, CERTIFICATIONS, "class_requirements")]) | changed


def fumes(
    value: str, field: str = "environmental_factors.fumes_and_odors", section: str = "environmental_factors"
) -> Answer:
    """Return an answer on fumes, right or decoded wrong."""
    row, legend = cite(1, "Fumes and Odors\tD", section), cite(2, EXPOSURE_LEGEND, "environmental_factors")
    return answer(f"{value} [1] [2].", [row, legend], [state(field, "D", value, 1)])


def dispatcher(text: str, value: str, citations: list[Entry]) -> Answer:
    """Return an answer from the specification whose own legend differs from the form's."""
    raw = OWN_STANDING.split("\t")[1]
    values = [state("physical_demands.standing", raw, value, 1, "dispatcher")]
    return answer(text, citations, values, classes=[DISPATCHER])


def of_dispatcher(number: int, quote: str) -> Entry:
    """Return a citation of the dispatcher's physical demands."""
    return cite(number, quote, PHYSICAL, "dispatcher")


def two_rows(text: str) -> Answer:
    """Return an answer with a line a row."""
    citations = [cite(1, STANDING, PHYSICAL), cite(2, REACHING, PHYSICAL)]
    values = [
        state("physical_demands.standing", "F", "Frequently", 1),
        state("physical_demands.reaching", "O", "Occasionally", 2),
    ]
    return answer(text, citations, values, route="section")


def count(text: str, **changed: object) -> Answer:
    """Return a count that one class of two meets."""
    values = [state("physical_demands.standing", "F", "Frequently", 1)]
    asked = {"route": "count", "question": "How many classes stand frequently for at least 8 hours?"}
    return answer(text, [cite(1, STANDING, PHYSICAL)], values) | asked | changed


def clarify(text: str, classes: list[str]) -> Answer:
    """Return an answer that asks back."""
    return answer(text, [], outcome="clarify", route="none", classes=classes)
