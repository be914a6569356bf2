"""How much of what other agencies' documents ask for is read right: the education, the years and the driver's licence.

What each document asks for was written down by hand from reading it, before anything was run. Run from the
repository's root: ``python -m benchmarks.qualifications CORPUS``.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.table import table
from ingest import read_specs
from ingest.model import ClassSpec, Qualification, QualificationKind

CHECKED = Path(__file__).parent / "qualifications_checked.json"
_LICENCE = {True: "required", False: "may"}


def main() -> None:
    """Print the share of right, wrong and missing values of each kind, and every value that is not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    corpus: Path = parser.parse_args().corpus
    counted: dict[str, Counter[str]] = {}
    for entry in json.loads(CHECKED.read_text(encoding="utf-8")):
        spec = _spec(corpus / entry["document"], entry.get("member"))
        for name, expected, found in _values(entry, spec):
            outcome = _outcome(expected, found)
            counted.setdefault(name, Counter())[outcome] += 1
            if outcome in {"wrong", "missing"}:
                print(f"{outcome}: {entry['document']}: {name} is {expected}, read {found}")
    print(table(["value", "right", "wrong", "missing", "rightly none"], [_row(*each) for each in counted.items()]))


def _spec(path: Path, member: str | None) -> ClassSpec:
    specs = read_specs(path)
    return next(spec for spec in specs if member is None or spec.title == member)


def _values(entry: dict[str, Any], spec: ClassSpec) -> Iterator[tuple[str, object, object]]:
    """The name of each value, what it is and what was read."""
    schooling = _required(spec, QualificationKind.EDUCATION)
    years = _required(spec, QualificationKind.EXPERIENCE)
    licences = {each.is_required for each in spec.qualifications if each.kind is QualificationKind.DRIVER_LICENCE}
    yield "education", entry["education"], schooling.level.value if schooling and schooling.level else None
    yield "years", entry["years"], years.amount if years else None
    yield "driver_licence", entry["driver_licence"], _LICENCE[max(licences)] if licences else None


def _required(spec: ClassSpec, kind: QualificationKind) -> Qualification | None:
    return next((each for each in spec.qualifications if each.kind is kind and each.is_required), None)


def _outcome(expected: object, found: object) -> str:
    if expected == found:
        return "rightly none" if expected is None else "right"
    return "missing" if found is None else "wrong"


def _row(name: str, outcomes: Counter[str]) -> list[str]:
    total = sum(outcomes.values())
    return [name, *(f"{outcomes[each]} ({outcomes[each] / total:.0%})" for each in _OUTCOMES)]


_OUTCOMES = ("right", "wrong", "missing", "rightly none")


if __name__ == "__main__":
    main()
