"""Specs whose words are as varied and as long as real ones: odd titles, long descriptions, numbers in prose."""

from dataclasses import replace
from random import Random

from tests.generation.specs import CodedRow, SpecValues, prose, random_values

_TITLES = (
    "METER READER II", "Meter Reader", "Chief of Parks & Trees", "GIS ANALYST III", "Assistant City Attorney I",
    "SENIOR ANIMAL CARE TECHNICIAN", "Crew Leader (Night Shift)", "Water Plant Operator IV", "DEPUTY REGISTRAR",
    "Public Health Aide - Bilingual", "Records and Evidence Custodian",
)  # fmt: skip
_DEPARTMENTS = (None, "Public Works, Streets", "Water", "Various", "Parks & Recreation", "Office of the City Clerk")
_FUNCTIONS = (
    "Performs all duties of Legal Secretary I in addition to those listed here.",
    "Answers 20 to 40 calls a day on accounts of $1,500 or more; refers 1 of 10 to a supervisor.",
    "Reads meters (water, gas) on foot or from a vehicle, in all weather, 5 days a week.",
    "Trains and rates new employees; recommends discipline, promotion and pay.",
    "Keeps the 24-hour log of alarms, visitors and deliveries; signs keys in and out.",
    "Lifts, carries and sets pumps of up to 75 pounds with one other person.",
    "Serves on call every third weekend, nights included.",
    "Runs the café of the museum; reads résumés of helpers.",
    "Drafts letters, agendas and minutes from notes and recordings for the Board of Zoning Appeals.",
)  # fmt: skip
_REQUIREMENTS = (
    "Work requires broad knowledge in a general professional or technical field, as acquired from four years of "
    "college or other education of that kind.",
    "Five years of experience in reading plans, writing reports and budget work, two of them in a managerial role.",
    "Valid driver's license with an acceptable record; CDL Class B within 6 months of hire.",
    "Work requires the ability to read contracts, codes, manuals and letters of complaint.",
    "Work requires the ability to add, subtract, multiply and divide; to use ratios and simple statistics.",
    "Responsible for a budget of $250,000 a year; recommends purchases of up to $5,000.",
    "Work is governed by broad instructions, objectives and policies, and usually calls for judgement in finding the "
    "way to solve problems, which are often new; errors may cost the city much money and goodwill.",
    "Answers questions of the public in person and by telephone, some of them angry; meets with contractors, other "
    "agencies and the press; speaks before civic leagues.",
    "N/A",
    "None",
)  # fmt: skip
_DESCRIPTIONS = (
    "Copier, fax machine, presentations, managing customer service center",
    "Computer, desk work, meetings",
    "To and from vehicles; stairs, ladders and uneven ground at pump stations and in the field",
    "Files and boxes of up to 25 pounds, from floor to shelf",
    "N/A",
    "Keyboard, calculator, telephone",
    "Reports, maps and plans; the screen of a computer for up to six hours a day; driving at night",
    "Radio traffic, co-workers, the public at the counter, alarms",
    "In vehicle",
    "1/2 ton trucks, riding mower",
    "Hoses, hand tools (shovel, rake), valves with a key",
    "Under desks",
    "Trucks | vans",
    "6 to 8 foot ladders",
    "While carrying supplies up the stairs of buildings that have no elevator, and out of boats",
)  # fmt: skip
_TOOLS = (
    "Computer and its software, telephone, fax machine, copier, calculator, and a city vehicle (sedan or truck).",
    "Backhoe, front-end loader, dump truck of 5 tons, jackhammer, chain saw, shovels, rakes and picks; two-way radio.",
    "Standard office equipment.",
)
_NOTES = ("Angry customers", "Field offices; homes of clients.", "Second shift, 4:00 p.m. to midnight")


def varied_values(random: Random) -> SpecValues:
    """A made-up class spec in words of a real one's kinds and lengths."""
    values = random_values(random)
    functions = tuple((code, _said(random, _FUNCTIONS, words)) for code, words in values.functions)
    requirements = tuple(
        (key, label, _said(random, _REQUIREMENTS, words) if words else words)
        for key, label, words in values.requirements
    )
    return replace(
        values,
        title=random.choice(_TITLES),
        department=random.choice(_DEPARTMENTS),
        functions=functions,
        requirements=requirements,
        demands=tuple(_described(random, row) for row in values.demands),
        machines=(random.choice(_TOOLS), *values.machines[1:]) if random.random() < 0.6 else values.machines,
        notes=(_noted(random, values.notes[0]), _noted(random, values.notes[1]), _noted(random, values.notes[2])),
    )


def _said(random: Random, choices: tuple[str, ...], words: str) -> str:
    return random.choice((words, random.choice(choices), f"{random.choice(choices)} {prose(random, 2)}"))


def _described(random: Random, row: CodedRow) -> CodedRow:
    return replace(row, description=random.choice((row.description, *random.sample(_DESCRIPTIONS, 3))))


def _noted(random: Random, note: str) -> str:
    return random.choice((note, *_NOTES)) if note else note
