"""The home form as data: its sections, fields, codes and the words it prints (contract, section 1).

Source: the City of Norfolk, Virginia "Classification Specification" form. A city's other spelling of a heading or a
label, or another row, is an entry here and never a branch in the code.
"""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How a section is laid out, and so which reader takes it."""

    HEADER = "header"
    PROSE = "prose"
    FUNCTIONS = "functions"
    REQUIREMENTS = "requirements"
    STRENGTH = "strength"
    DEMANDS = "demands"
    FACTORS = "factors"
    BOXES = "boxes"
    NOTES = "notes"


class CodeKind(StrEnum):
    """The three scales of codes; the same letter means different things on each."""

    STRENGTH = "strength"
    FREQUENCY = "frequency"
    EXPOSURE = "exposure"


CODE_WORDS: dict[CodeKind, dict[str, str]] = {
    CodeKind.STRENGTH: {"S": "Sedentary", "L": "Light", "M": "Medium", "H": "Heavy", "VH": "Very Heavy"},
    CodeKind.FREQUENCY: {"C": "Continuously", "F": "Frequently", "O": "Occasionally", "R": "Rarely", "N": "Never"},
    CodeKind.EXPOSURE: {
        "D": "Daily",
        "W": "Several Times Per Week",
        "M": "Several Times Per Month",
        "S": "Seasonally",
        "N": "Never",
    },
}


# What a cell says that has nothing to say, and that looks like two codes with a stroke between them.
NOT_APPLICABLE = "n/a"


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One row of a section: its key, the label that the form prints, and other labels for it."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label of the row, the form's own first."""
        return (self.label, *self.aliases)


@dataclass(frozen=True, slots=True)
class SectionForm:
    """One section: its key, how people call it, the headings that open it, its shape, codes and rows.

    ``column_heads`` are the header rows of its table, whole, with the cells run together. ``openings`` are sentences
    that the form prints at the section's start, which open it where its heading is missing.
    """

    key: str
    name: str
    headings: tuple[str, ...]
    shape: Shape
    codes: CodeKind | None = None
    fields: tuple[FieldForm, ...] = ()
    column_heads: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()


HEADER_FIELDS = (
    FieldForm("adopted", "Adopted", ("CSC Adopted", "Date Adopted", "Adoption Date")),
    FieldForm("revised", "Revised", ("CSC Revised", "Date Revised", "Revision Date")),
    FieldForm("title", "Class Title", ("Classification Title",)),
    FieldForm("code", "Class Code", ("Classification Code", "Job Code", "Code", "Class No", "Code No")),
    FieldForm("department", "Department", ("Departments", "Dept")),
    FieldForm("agency", "Agency", ("Jurisdiction",)),
)
FORM_NAMES = ("Classification Specification", "Class Specification")
AGENCY_KINDS = ("city", "county", "town", "village", "borough", "township", "parish", "state", "commonwealth")

REQUIREMENT_FIELDS = (
    FieldForm("education", "Formal Education / Knowledge", ("Formal Education", "Education", "Education / Knowledge")),
    FieldForm("experience", "Experience", ("Work Experience",)),
    FieldForm(
        "certifications",
        "Certifications and Other Requirements",
        (
            "Certifications",
            "Certifications / Other Requirements",
            "Licenses and Certifications",
            "Certifications and Licenses",
        ),
    ),
    FieldForm("reading", "Reading"),
    FieldForm("math", "Math", ("Mathematics",)),
    FieldForm("writing", "Writing"),
    FieldForm("managerial", "Managerial", ("Managerial Responsibility",)),
    FieldForm("budget", "Budget Responsibility", ("Budget",)),
    FieldForm(
        "supervisory",
        "Supervisory / Organizational Control",
        ("Supervisory", "Supervisory Responsibility", "Organizational Control"),
    ),
    FieldForm("complexity", "Complexity"),
    FieldForm(
        "interpersonal",
        "Interpersonal / Human Relations Skills",
        ("Interpersonal", "Interpersonal Skills", "Human Relations Skills"),
    ),
)

STRENGTH_LEVELS = tuple(FieldForm(code, word) for code, word in CODE_WORDS[CodeKind.STRENGTH].items())

DEMAND_FIELDS = (
    FieldForm("standing", "Standing"),
    FieldForm("sitting", "Sitting"),
    FieldForm("walking", "Walking"),
    FieldForm("lifting", "Lifting"),
    FieldForm("carrying", "Carrying"),
    FieldForm("pushing_pulling", "Pushing/Pulling", ("Pushing and Pulling",)),
    FieldForm("reaching", "Reaching"),
    FieldForm("handling", "Handling"),
    FieldForm("fine_dexterity", "Fine Dexterity"),
    FieldForm("kneeling", "Kneeling"),
    FieldForm("crouching", "Crouching"),
    FieldForm("crawling", "Crawling"),
    FieldForm("bending", "Bending"),
    FieldForm("twisting", "Twisting"),
    FieldForm("climbing", "Climbing"),
    FieldForm("balancing", "Balancing"),
    FieldForm("vision", "Vision"),
    FieldForm("hearing", "Hearing"),
    FieldForm("talking", "Talking"),
    FieldForm("foot_controls", "Foot Controls"),
    FieldForm("other", "Other"),
)

HEALTH_FIELDS = (
    FieldForm("mechanical_hazards", "Mechanical Hazards"),
    FieldForm("chemical_hazards", "Chemical Hazards"),
    FieldForm("electrical_hazards", "Electrical Hazards"),
    FieldForm("fire_hazards", "Fire Hazards"),
    FieldForm("explosives", "Explosives"),
    FieldForm("communicable_diseases", "Communicable Diseases"),
    FieldForm("physical_danger_or_abuse", "Physical Danger or Abuse"),
    FieldForm("other", "Other"),
)

ENVIRONMENT_FIELDS = (
    FieldForm("dirt_and_dust", "Dirt and Dust"),
    FieldForm("extreme_temperatures", "Extreme Temperatures"),
    FieldForm("noise_and_vibration", "Noise and Vibration"),
    FieldForm("fumes_and_odors", "Fumes and Odors"),
    FieldForm("wetness_humidity", "Wetness/Humidity", ("Wetness and Humidity",)),
    FieldForm("darkness_or_poor_lighting", "Darkness or Poor Lighting"),
)

LOCATION_FIELDS = (
    FieldForm("office", "Office Environment", ("Office",)),
    FieldForm("warehouse", "Warehouse"),
    FieldForm("shop", "Shop"),
    FieldForm("vehicle", "Vehicle"),
    FieldForm("outdoors", "Outdoors"),
    FieldForm("other", "Other"),
)

NON_PHYSICAL_FIELDS = (
    FieldForm("time_pressures", "Time Pressures", ("Time Pressure",)),
    FieldForm("emergency_situations", "Emergency Situations", ("Emergency Situation",)),
    FieldForm("frequent_change_of_tasks", "Frequent Change of Tasks"),
    FieldForm(
        "irregular_schedule_overtime",
        "Irregular Work Schedule/Overtime",
        ("Irregular Schedule/Overtime", "Irregular Work Schedule", "Irregular Schedule"),
    ),
    FieldForm("multiple_tasks", "Performing Multiple Tasks Simultaneously", ("Multiple Tasks",)),
    FieldForm("team_work", "Working Closely with Others as Part of a Team", ("Team Work", "Teamwork")),
    FieldForm("tedious_exacting", "Tedious or Exacting Work", ("Tedious/Exacting Work",)),
    FieldForm("noisy_distracting", "Noisy/Distracting Environment", ("Noisy or Distracting Environment",)),
    FieldForm("other", "Other"),
)

SECTIONS = (
    SectionForm("header", "Header", (), Shape.HEADER, fields=HEADER_FIELDS),
    SectionForm(
        "brief_description",
        "Brief description of the classification",
        ("BRIEF DESCRIPTION OF THE CLASSIFICATION", "BRIEF DESCRIPTION", "BRIEF DESCRIPTION OF THE CLASS"),
        Shape.PROSE,
    ),
    SectionForm(
        "essential_functions",
        "Essential functions",
        ("ESSENTIAL FUNCTIONS",),
        Shape.FUNCTIONS,
        codes=CodeKind.STRENGTH,
        column_heads=("Physical Strength Code ESSENTIAL FUNCTIONS", "# Code ESSENTIAL FUNCTIONS"),
        openings=("This information is intended to be descriptive of the key responsibilities",),
    ),
    SectionForm(
        "class_requirements",
        "Class requirements",
        ("CLASS REQUIREMENTS", "CLASSIFICATION REQUIREMENTS"),
        Shape.REQUIREMENTS,
        fields=REQUIREMENT_FIELDS,
    ),
    SectionForm(
        "overall_strength",
        "Overall physical strength demands",
        ("OVERALL PHYSICAL STRENGTH DEMANDS", "OVERALL STRENGTH DEMANDS", "OVERALL PHYSICAL STRENGTH"),
        Shape.STRENGTH,
        codes=CodeKind.STRENGTH,
        fields=STRENGTH_LEVELS,
    ),
    SectionForm(
        "physical_demands",
        "Physical demands",
        ("PHYSICAL DEMANDS",),
        Shape.DEMANDS,
        codes=CodeKind.FREQUENCY,
        fields=DEMAND_FIELDS,
        column_heads=("PHYSICAL DEMANDS FREQUENCY CODE DESCRIPTION", "PHYSICAL DEMANDS CODE DESCRIPTION"),
    ),
    SectionForm(
        "machines_tools",
        "Machines, tools, equipment, and work aids",
        (
            "MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS",
            "MACHINES, TOOLS AND EQUIPMENT",
            "MACHINES, TOOLS, EQUIPMENT, SOFTWARE, AND WORK AIDS",
        ),
        Shape.PROSE,
    ),
    SectionForm(
        "health_and_safety",
        "Health and safety",
        ("HEALTH AND SAFETY", "HEALTH AND SAFETY FACTORS"),
        Shape.FACTORS,
        codes=CodeKind.EXPOSURE,
        fields=HEALTH_FIELDS,
    ),
    SectionForm(
        "environmental_factors",
        "Environmental factors",
        ("ENVIRONMENTAL FACTORS",),
        Shape.FACTORS,
        codes=CodeKind.EXPOSURE,
        fields=ENVIRONMENT_FIELDS,
        column_heads=("HEALTH AND SAFETY ENVIRONMENTAL FACTORS",),
    ),
    SectionForm(
        "work_location",
        "Primary work location",
        ("PRIMARY WORK LOCATION", "WORK LOCATION"),
        Shape.BOXES,
        fields=LOCATION_FIELDS,
    ),
    SectionForm(
        "protective_equipment",
        "Protective equipment required",
        ("PROTECTIVE EQUIPMENT REQUIRED", "PROTECTIVE EQUIPMENT"),
        Shape.PROSE,
    ),
    SectionForm(
        "non_physical_demands",
        "Non-physical demands",
        ("NON-PHYSICAL DEMANDS",),
        Shape.DEMANDS,
        codes=CodeKind.FREQUENCY,
        fields=NON_PHYSICAL_FIELDS,
        column_heads=("NON-PHYSICAL DEMANDS FREQUENCY CODE",),
    ),
    SectionForm("notes", "Notes", (), Shape.NOTES),
)

SECTION_BY_KEY = {section.key: section for section in SECTIONS}

# The sections of other agencies' forms that headings map to beside those of the home form (contract, section 1).
OTHER_SECTION_KEYS = (
    "definition",
    "distinguishing_characteristics",
    "duties",
    "minimum_qualifications",
    "knowledge_skills_abilities",
    "special_requirements",
    "salary",
    "selection_process",
    "how_to_apply",
    "working_conditions",
    "supervision",
    "other",
)
SECTION_KEYS = (*SECTION_BY_KEY, *OTHER_SECTION_KEYS)

# The two columns of one table: its main heading is the right column's, its left column has a heading of its own.
FACTOR_COLUMNS = ("health_and_safety", "environmental_factors")

# Words that a capital-letter title keeps as they are when it becomes title case.
ACRONYMS = frozenset(
    (
        "ADA CAD CDL CEO CFO CIO CNG CPA CSC DNA EEO EMS EMT EOC FOIA GIS HIV HR HRIS HVAC ISO IT LAN LPN PC RN SCADA "
        "SQL SWAT TV UAS UX VA WAN"
    ).split()
)
SMALL_WORDS = frozenset("a an and as at by for from in of on or the to with".split())
