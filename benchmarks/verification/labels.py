"""The row labels of the form's tables: one word of each that no other row of its table has."""

import re

from benchmarks.verification.codes import row_cells
from benchmarks.verification.folding import compact, plain

_LABELS = {
    "physical_demands": "standing sitting walking lifting carrying pushing reaching handling dexterity kneeling "
    "crouching crawling bending twisting climbing balancing vision hearing talking foot",
    "health_and_safety": "mechanical chemical electrical fire explosives communicable abuse",
    "environmental_factors": "dirt temperatures vibration fumes wetness lighting",
    "non_physical_demands": "pressures emergency frequent irregular multiple team tedious noisy",
    "work_location": "office warehouse shop vehicle outdoors",
}
_LABEL_OF_KEY = {
    "fine_dexterity": "dexterity",
    "pushing_pulling": "pushing",
    "foot_controls": "foot",
    "physical_danger_or_abuse": "abuse",
    "darkness_or_poor_lighting": "lighting",
}
_CODED_SECTIONS = ("physical_demands", "health_and_safety", "environmental_factors", "non_physical_demands")


def is_row_of_another(field: str, quote: str) -> bool:
    """Tell whether a quoted row bears the label of another field of the same table, and not the field's own."""
    section, _, key = field.partition(".")
    labels = _LABELS.get(section, "").split()
    own = _LABEL_OF_KEY.get(key) or next((part for part in key.split("_") if part in labels), "")
    label = _label_of(quote)
    return bool(own) and own not in label and any(other in label for other in labels)


def row_labels(section: str, quote: str) -> set[str]:
    """Return the label words of a section that stand in the label of a quoted row."""
    label = _label_of(quote)
    return {word for word in _LABELS.get(section, "").split() if word in label} if section in _CODED_SECTIONS else set()


def mentioned_labels(section: str, text: str) -> set[str]:
    """Return the label words of a section that a text mentions."""
    words = set(re.findall(r"\w+", plain(text).casefold()))
    return words & set(_LABELS.get(section, "").split())


def _label_of(quote: str) -> str:
    cells = row_cells(quote) if "\t" in quote or "|" in quote else [quote]
    # A label that a scan broke in two is followed by its second half, not yet by the code.
    return compact(cells[0] + (cells[1] if len(cells) > 2 and len(cells[1]) > 2 else "")).casefold()
