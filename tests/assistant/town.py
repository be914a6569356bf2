"""A small invented town's class specs in the home form, each with one thing that searches must not overlook."""

from dataclasses import replace
from pathlib import Path
from random import Random

from tests.generation.document import document_of
from tests.generation.specs import (
    DEMANDS,
    ENVIRONMENT,
    EXPOSURE_LEGENDS,
    FREQUENCY_LEGENDS,
    HEALTH,
    LOCATIONS,
    NON_PHYSICAL,
    REQUIREMENTS,
    CodedRow,
    DateCell,
    Legend,
    SpecValues,
)
from tests.generation.tabs import tabbed

_USUAL_REQUIREMENTS = {
    "education": "High school diploma.",
    "experience": "One year of experience in records work.",
    "certifications": "None.",
    "supervisory": "None.",
    "budget": "None.",
}


def date(year: int) -> DateCell:
    """A date of June."""
    return DateCell(f"June {year}", f"June {year}", f"{year}-06", "June")


_NOT_DATED = DateCell("", None, None)
_ADOPTED = date(1998)


def _rows(labels: dict[str, str], code: str, section: str, cells: dict[str, str | None]) -> tuple[CodedRow, ...]:
    """Every row of a table with one code, but for the cells stated; a row stated as none is left out."""
    codes = {key: cells.get(f"{section}.{key}", code) for key in labels}
    return tuple(CodedRow(key, label, said) for key, label in labels.items() if (said := codes[key]) is not None)


def spec(
    title: str,
    code: str,
    *,
    cells: dict[str, str | None] | None = None,
    requirements: dict[str, str] | None = None,
    strength: str | None = "L",
    functions: tuple[tuple[str, str], ...] = (("L", "Keeps the log."),),
    places: tuple[str, ...] = ("office",),
    frequency: Legend = FREQUENCY_LEGENDS[0],
    department: str | None = "Harbor Works",
    service: str = "classified",
    adopted: DateCell = _ADOPTED,
    revised: DateCell = _NOT_DATED,
    machines: str = "Telephone and computer.",
) -> SpecValues:
    """A spec in which every row says the least there is, but for what is stated."""
    own = cells or {}
    least = list(frequency.words)[-1]
    said = _USUAL_REQUIREMENTS | (requirements or {})
    return SpecValues(
        agency="TOWN OF WEXMOOR",
        code=code,
        adopted=adopted,
        revised=revised,
        title=title,
        department=department,
        service=service,
        description=(f"{title} is a class of the town.",),
        description_headed=True,
        functions=functions,
        requirements=tuple((key, label, said.get(key, "")) for key, label in REQUIREMENTS.items()),
        strength=strength,
        frequency=frequency,
        exposure=EXPOSURE_LEGENDS[0],
        demands=_rows(DEMANDS, least, "physical_demands", own),
        machines=(machines,),
        health=_rows(HEALTH, "N", "health_and_safety", own),
        environment=_rows(ENVIRONMENT, "N", "environmental_factors", own),
        locations=tuple((key, label, key in places) for key, label in LOCATIONS.items()),
        notes=("", "", ""),
        notes_on_one_line=True,
        protective=("None",),
        non_physical=_rows(NON_PHYSICAL, least, "non_physical_demands", own),
    )


def printed(values: SpecValues) -> str:
    """The spec as the seed document prints its own."""
    return tabbed(document_of(values), Random(0))


_MATE = spec(
    "Ferry Mate",
    "100001",
    cells={"physical_demands.lifting": "F", "physical_demands.climbing": "C", "physical_demands.kneeling": "O"},
    requirements={
        "education": "Associate's degree in seamanship.",
        "experience": "Four years of experience aboard ferries.",
        "certifications": "Valid Commercial Driver's License (CDL) Class B.",
        "supervisory": "Supervises two deckhands.",
    },
    strength="H",
    functions=(("H", "Hauls mooring lines."), ("L", "Sells tickets."), ("VH", "Lowers the rescue boat.")),
    places=("vehicle", "outdoors"),
    service="unclassified",
    revised=date(2016),
    machines="Winch and telephone.",
)
SPECS: dict[str, SpecValues] = {
    "ferry-mate": _MATE,
    "ferry-mate-old": replace(
        _MATE,
        strength="VH",
        revised=date(2007),
        demands=_rows(DEMANDS, "N", "physical_demands", {"physical_demands.lifting": "C"}),
    ),
    "quarry-inspector": spec(
        "Quarry Inspector",
        "100002",
        cells={"physical_demands.lifting": "O", "physical_demands.climbing": "F", "health_and_safety.explosives": "W"},
        requirements={
            "education": "Bachelor's degree in geology.",
            "experience": "Six years of experience in blasting.",
            "certifications": "Valid driver's license.",
            "budget": "May recommend purchases.",
        },
        strength="M",
        places=("outdoors",),
        department="Public Safety",
        adopted=date(1985),
    ),
    "archive-clerk": spec(
        "Archive Clerk",
        "100003",
        cells={"physical_demands.lifting": "S", "physical_demands.climbing": "O"},
        frequency=FREQUENCY_LEGENDS[2],
        strength="S",
        functions=(("S", "Mends maps | charts of the coast."),),
        adopted=date(2020),
    ),
    "lamp-tender": spec("Lamp Tender", "100004", cells={"physical_demands.lifting": ""}, strength=None),
    "kennel-aide": spec(
        "Kennel Aide", "100005", cells={"physical_demands.lifting": "?", "physical_demands.climbing": "R"}
    ),
    "bell-founder": spec("Bell Founder", "100006", cells={"physical_demands.lifting": None}, places=("shop",)),
    "mosaic-restorer-i": spec(
        "Mosaic Restorer I",
        "100007",
        functions=(("L", "Cleans tesserae."), ("M", "Mixes lime mortar.")),
    ),
    "mosaic-restorer-ii": spec(
        "Mosaic Restorer II",
        "100008",
        cells={"physical_demands.climbing": "R"},
        functions=(("L", "Performs all duties of Mosaic Restorer I."), ("L", "Plans the season's restorations.")),
    ),
}
CURRENT_TITLES = (
    "Archive Clerk",
    "Bell Founder",
    "Ferry Mate",
    "Kennel Aide",
    "Lamp Tender",
    "Mosaic Restorer I",
    "Mosaic Restorer II",
    "Quarry Inspector",
)


def write_specs(folder: Path) -> None:
    """Write every spec of the town into a folder."""
    for name, values in SPECS.items():
        (folder / f"{name}.txt").write_text(printed(values), encoding="utf-8")
