"""Random class specs in the home form: first as plain values, and from them the facts that a reader must find.

The seed document is the model for the layout. Nothing here asks the reader: the expected facts come from the values.
"""

from dataclasses import dataclass, replace
from random import Random

STRENGTHS = {"S": "Sedentary", "L": "Light", "M": "Medium", "H": "Heavy", "VH": "Very Heavy"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
REQUIREMENTS = {
    "education": "Formal Education / Knowledge",
    "experience": "Experience",
    "certifications": "Certifications and Other Requirements",
    "reading": "Reading",
    "math": "Math",
    "writing": "Writing",
    "managerial": "Managerial",
    "budget": "Budget Responsibility",
    "supervisory": "Supervisory / Organizational Control",
    "complexity": "Complexity",
    "interpersonal": "Interpersonal / Human Relations Skills",
}
DEMANDS = {
    "standing": "Standing",
    "sitting": "Sitting",
    "walking": "Walking",
    "lifting": "Lifting",
    "carrying": "Carrying",
    "pushing_pulling": "Pushing/Pulling",
    "reaching": "Reaching",
    "handling": "Handling",
    "fine_dexterity": "Fine Dexterity",
    "kneeling": "Kneeling",
    "crouching": "Crouching",
    "crawling": "Crawling",
    "bending": "Bending",
    "twisting": "Twisting",
    "climbing": "Climbing",
    "balancing": "Balancing",
    "vision": "Vision",
    "hearing": "Hearing",
    "talking": "Talking",
    "foot_controls": "Foot Controls",
    "other": "Other (specify)",
}
HEALTH = {
    "mechanical_hazards": "Mechanical Hazards",
    "chemical_hazards": "Chemical Hazards",
    "electrical_hazards": "Electrical Hazards",
    "fire_hazards": "Fire Hazards",
    "explosives": "Explosives",
    "communicable_diseases": "Communicable Diseases",
    "physical_danger_or_abuse": "Physical Danger or Abuse",
    "other": "Other (see 1 below)",
}
ENVIRONMENT = {
    "dirt_and_dust": "Dirt and Dust",
    "extreme_temperatures": "Extreme Temperatures",
    "noise_and_vibration": "Noise and Vibration",
    "fumes_and_odors": "Fumes and Odors",
    "wetness_humidity": "Wetness/Humidity",
    "darkness_or_poor_lighting": "Darkness or Poor Lighting",
}
LOCATIONS = {
    "office": "Office Environment",
    "warehouse": "Warehouse",
    "shop": "Shop",
    "vehicle": "Vehicle",
    "outdoors": "Outdoors",
    "other": "Other (see 2 below)",
}
NON_PHYSICAL = {
    "time_pressures": "Time Pressures",
    "emergency_situations": "Emergency Situations",
    "frequent_change_of_tasks": "Frequent Change of Tasks",
    "irregular_schedule_overtime": "Irregular Work Schedule/Overtime",
    "multiple_tasks": "Performing Multiple Tasks Simultaneously",
    "team_work": "Working Closely with Others as Part of a Team",
    "tedious_exacting": "Tedious or Exacting Work",
    "noisy_distracting": "Noisy/Distracting Environment",
    "other": "Other (see 3 below)",
}
EXTRA_ROWS = {
    "class_requirements": ("language_skills", "Language Skills"),
    "physical_demands": ("running", "Running"),
    "health_and_safety": ("wild_animals_and_insects", "Wild Animals and Insects"),
    "environmental_factors": ("working_at_heights", "Working at Heights"),
    "non_physical_demands": ("public_scrutiny", "Public Scrutiny"),
}


@dataclass(frozen=True)
class Legend:
    """The codes of one table, each with its words and, on the legend's second line, their meaning."""

    words: dict[str, str]
    meanings: tuple[str, ...] | None


_FREQUENCY_MEANINGS = (
    "2/3 or more of the time.", "From $1/3$ to $2/3$ of the time.", "Up to 1/3 of the time.",
    "Less than 1 hour per week.", "Never occurs.",
)  # fmt: skip
FREQUENCY_LEGENDS = (
    Legend({"C": "Continuously", "F": "Frequently", "O": "Occasionally", "R": "Rarely", "N": "Never"},
           _FREQUENCY_MEANINGS),
    Legend({"C": "Continuously", "F": "Frequently", "O": "Occasionally", "R": "Rarely", "N": "Never"}, None),
    Legend({"C": "Constantly", "O": "Often", "S": "Sometimes", "R": "Seldom", "N": "Not at all"}, _FREQUENCY_MEANINGS),
)  # fmt: skip
EXPOSURE_LEGENDS = (
    Legend({"D": "Daily", "W": "Several Times Per Week", "M": "Several Times Per Month", "S": "Seasonally",
            "N": "Never"}, None),
    Legend({"D": "Every Shift", "W": "Weekly", "M": "Monthly", "S": "In Season", "N": "Not Present"}, None),
)  # fmt: skip
_SUBJECTS = ("The clerk", "An operator", "This class", "The crew leader", "A senior planner", "Each dispatcher")
_VERBS = ("prepares", "inspects", "answers", "repairs", "files", "reviews", "delivers", "explains", "schedules")
_OBJECTS = (
    "permits and plans", "water meters", "requests from the public", "the annual report", "pumps, valves and drains",
    "job cards for six (6) months", "a driver's license file", "the 24-hour log", "accounts of $500 or more",
)  # fmt: skip
_PLACES = ("in the field", "at the counter", "with other departments", "under general supervision", "as assigned")


def sentence(random: Random) -> str:
    """One sentence of a class spec's kind."""
    pieces = (random.choice(_SUBJECTS), random.choice(_VERBS), random.choice(_OBJECTS), random.choice(_PLACES))
    return " ".join(pieces) + "."


def prose(random: Random, most: int = 4) -> str:
    """A paragraph of one to ``most`` sentences."""
    return " ".join(sentence(random) for _ in range(random.randint(1, most)))


@dataclass(frozen=True)
class DateCell:
    """A date's cell as printed, and what it says; blank cells say nothing."""

    printed: str
    value: str | None
    iso: str | None
    month: str | None = None


@dataclass(frozen=True)
class CodedRow:
    """One row of a coded table: the key it is kept under, its label, its code (blank or unreadable too).

    ``is_own``: the form does not name the row; only this document has it.
    """

    key: str
    label: str
    code: str
    description: str = ""
    is_own: bool = False


@dataclass(frozen=True)
class SpecValues:
    """Everything that one class spec says."""

    agency: str | None
    code: str | None
    adopted: DateCell
    revised: DateCell
    title: str
    department: str | None
    service: str
    description: tuple[str, ...]
    description_headed: bool
    functions: tuple[tuple[str, str], ...]
    requirements: tuple[tuple[str, str, str], ...]
    strength: str | None
    frequency: Legend
    exposure: Legend
    demands: tuple[CodedRow, ...]
    machines: tuple[str, ...]
    health: tuple[CodedRow, ...]
    environment: tuple[CodedRow, ...]
    locations: tuple[tuple[str, str, bool], ...]
    notes: tuple[str, str, str]
    notes_on_one_line: bool
    protective: tuple[str, ...]
    non_physical: tuple[CodedRow, ...]


def random_values(random: Random) -> SpecValues:
    """A class spec made up from a random source."""
    frequency, exposure = random.choice(FREQUENCY_LEGENDS), random.choice(EXPOSURE_LEGENDS)
    return SpecValues(
        agency=random.choice((None, "CITY OF BRANNOCK FERRY", "Town of Lower Ashby", "HOLT COUNTY")),
        code=random.choice((None, f"{random.randint(0, 999_999):06}")),
        adopted=_date(random),
        revised=random.choice((_date, _no_date))(random),
        title=random.choice(("METER READER II", "Meter Reader", "Chief of Parks & Trees", "GIS ANALYST III")),
        department=random.choice((None, "Public Works, Streets", "Water")),
        service=random.choice(("classified", "unclassified")),
        description=tuple(prose(random) + " " + sentence(random) for _ in range(random.randint(1, 2))),
        description_headed=random.random() < 0.85,
        functions=tuple((random.choice((*STRENGTHS, *STRENGTHS, "")), prose(random))
                        for _ in range(random.randint(1, 12))),
        requirements=_requirements(random),
        strength=random.choice((*STRENGTHS, *STRENGTHS, None)),
        frequency=frequency,
        exposure=exposure,
        demands=_rows(random, "physical_demands", DEMANDS, frequency, described=True),
        machines=tuple(prose(random, 12) for _ in range(random.randint(1, 2))),
        health=_rows(random, "health_and_safety", HEALTH, exposure),
        environment=_rows(random, "environmental_factors", ENVIRONMENT, exposure),
        locations=tuple((key, label, random.random() < 0.3) for key, label in LOCATIONS.items()),
        notes=(_note(random), _note(random), _note(random)),
        notes_on_one_line=random.random() < 0.6,
        protective=random.choice((("N/A",), ("None",), (prose(random),), ())),
        non_physical=_rows(random, "non_physical_demands", NON_PHYSICAL, frequency),
    )  # fmt: skip


def _note(random: Random) -> str:
    return random.choice(("", "", "Fire stations and roadway scenes.", "Sleep broken by night alarms."))


def _no_date(random: Random) -> DateCell:
    return DateCell(random.choice(("", "________")), None, None)


def _date(random: Random) -> DateCell:
    """One or two dates, in one of the ways that forms print them."""
    month, year = random.randint(1, 12), random.randint(1950, 2025)
    day, later = random.randint(1, 28), random.randint(1950, 2025)
    name = MONTHS[month - 1]
    return random.choice((
        DateCell(f"{name} {year}", f"{name} {year}", f"{year}-{month:02}", name),
        DateCell(f"{name} {day}, {year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}", name),
        DateCell(f"{month}/{day}/{year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}"),
        DateCell(f"{name} {year}; {name} {later}", f"{name} {year}; {name} {later}",
                 f"{year}-{month:02}; {later}-{month:02}", name),
        DateCell(f"{year}", f"{year}", f"{year}"),
    ))  # fmt: skip


def _requirements(random: Random) -> tuple[tuple[str, str, str], ...]:
    """Key, label and prose of each row: some rows left out, some left blank, perhaps one that the form lacks."""
    rows = [(key, label, random.choice((prose(random), prose(random, 9), "", "None.")))
            for key, label in REQUIREMENTS.items() if random.random() < 0.93]  # fmt: skip
    if random.random() < 0.3:
        rows.insert(random.randint(0, len(rows)), (*EXTRA_ROWS["class_requirements"], prose(random)))
    return tuple(rows)


def _rows(
    random: Random, section: str, labels: dict[str, str], legend: Legend, *, described: bool = False
) -> tuple[CodedRow, ...]:
    """A coded table: some rows left out, some codes blank, a few unreadable, perhaps a row that the form lacks."""
    codes = tuple(legend.words) * 4
    rows = [
        CodedRow(key, label, random.choice((*codes, "", "?", "F/O")), random.choice(("", "Stairs", "Trucks, at night")))
        for key, label in labels.items()
        if random.random() < 0.95
    ]
    if random.random() < 0.3:
        extra = CodedRow(*EXTRA_ROWS[section], random.choice(codes), "Rescue work", is_own=True)
        rows.insert(random.randint(0, len(rows)), extra)
    return tuple(row if described else replace(row, description="") for row in rows)


@dataclass(frozen=True)
class ExpectedFact:
    """One fact that a reader must find."""

    field: str
    status: str
    raw: str
    value: str | None
    description: str | None = None
    iso: str | None = None
    page: int | None = None


def prose_fact(field: str, paragraphs: tuple[str, ...]) -> ExpectedFact:
    """The fact of a section, a requirement or a note of prose."""
    status = "read" if paragraphs else "blank"
    return ExpectedFact(field, status, "\n\n".join(paragraphs), " ".join(paragraphs) or None)


def coded_fact(section: str, row: CodedRow, words: dict[str, str]) -> ExpectedFact:
    """The fact of one row of a coded table."""
    status = "blank" if not row.code else "read" if row.code in words else "illegible"
    return ExpectedFact(f"{section}.{row.key}", status, row.code, words.get(row.code), row.description or None)


def date_fact(field: str, date: DateCell) -> ExpectedFact:
    """The fact of a date's cell."""
    status, raw = ("blank", "") if date.value is None else ("read", date.printed)
    return ExpectedFact(field, status, raw, date.value, None, date.iso)
