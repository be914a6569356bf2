"""The same class specs written in every shape, read back and compared field by field with what they say.

python -m benchmarks.shapes [--random 3] [--samples 6] [--shape docx ...] [--browser] [--show]

The samples are those of ``samples/`` without damage; the rest is made up. What cannot be read in some shape by anyone
(see ``tests.generation.reflowed.for_reflowing``) is left out of all, so that every shape says the same.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from ingest.errors import IngestError
from ingest.reader import read_spec
from tests.generation.comparing import Comparison, Outcome, compare
from tests.generation.document import Document, document_of
from tests.generation.formats_chromium import BROWSER, printed_by_browser
from tests.generation.formats_html import as_html
from tests.generation.formats_pdf import as_pdf
from tests.generation.formats_scan import as_scanned_pdf
from tests.generation.formats_word import as_docx
from tests.generation.layouts import LAYOUTS
from tests.generation.reading_back import read_back
from tests.generation.reflowed import for_reflowing
from tests.generation.samples import values_of
from tests.generation.specs import SpecValues
from tests.generation.wording import varied_values

_SAMPLES = Path(__file__).parents[1] / "samples"
_UNDAMAGED = (
    "firefighter.txt", "librarian.txt", "accountant-i.md", "police-dispatcher.txt", "park-ranger.md",
    "civil-engineer-iii.txt",
)  # fmt: skip
_COLUMNS = (
    "header", "brief_description", "essential_functions", "class_requirements", "overall_strength", "physical_demands",
    "machines_tools", "health_and_safety", "environmental_factors", "work_location", "protective_equipment",
    "non_physical_demands", "notes",
)  # fmt: skip
_TITLES = ("shape", "all", *_COLUMNS, "illegible", "missing", "wrong", "extra", "wrong codes")
_HEADS = "| " + " | ".join(_TITLES) + " |\n" + "|---" * len(_TITLES) + "|"
_MOST_LINES = 80


@dataclass(frozen=True)
class Shape:
    """A way to write a document as a file: its bytes, and the suffix of its name."""

    suffix: str
    written: Callable[[Document, Random], bytes]


def _text(layout: str) -> Shape:
    return Shape(LAYOUTS[layout].suffix, lambda document, random: LAYOUTS[layout].printed(document, random).encode())


def _scan(document: Document, random: Random) -> bytes:
    return as_scanned_pdf(as_pdf(document, random, ruled=True), random, dpi=200, askew=0.4, noise=0.0005)


def _from_browser(document: Document, random: Random) -> bytes:
    return printed_by_browser(as_html(document, random))


SHAPES: dict[str, Shape] = {
    **{layout: _text(layout) for layout in LAYOUTS},
    "html": Shape(".html", as_html),
    "html ugly": Shape(".html", partial(as_html, ugly=True)),
    "docx": Shape(".docx", as_docx),
    "pdf ruled": Shape(".pdf", partial(as_pdf, ruled=True)),
    "pdf unruled": Shape(".pdf", partial(as_pdf, ruled=False)),
    "scan 200 dpi": Shape(".pdf", _scan),
}
_BROWSER = {"pdf browser": Shape(".pdf", _from_browser)}


def _section(field: str) -> str:
    """The section key of a field path; a header fact's path is its name alone."""
    first = field.partition(".")[0]
    return first if first in _COLUMNS else "header"


def shape_row(name: str, comparisons: list[tuple[Document, Comparison]]) -> str:
    """A line of the table: all fields and each section's share equal, and how many are not, by kind."""
    facts = Counter(_section(fact.field) for document, _ in comparisons for fact in document.facts)
    differences = [difference for _, comparison in comparisons for difference in comparison.differences]
    unequal = Counter(_section(each.field) for each in differences if each.outcome is not Outcome.EXTRA)
    kinds = Counter(each.outcome for each in differences)
    shares = [_share(facts.total() - unequal.total(), facts.total())]
    shares += [_share(facts[key] - unequal[key], facts[key]) for key in _COLUMNS]
    counts = [kinds[kind] for kind in (Outcome.ILLEGIBLE, Outcome.MISSING, Outcome.WRONG, Outcome.EXTRA)]
    wrong_codes = sum(len(comparison.wrong_codes) for _, comparison in comparisons)
    return f"| {name} | " + " | ".join(map(str, (*shares, *counts, wrong_codes))) + " |"


def _share(right: int, whole: int) -> str:
    return f"{100 * right / whole:.1f}" if whole else ""


def specimens(made_up: int, samples: int) -> list[SpecValues]:
    """The values of the specs to write."""
    values = [values_of(read_spec(_SAMPLES / name)) for name in _UNDAMAGED[:samples]]
    values += [varied_values(Random(seed)) for seed in range(made_up)]
    return [for_reflowing(each) for each in values]


def measured(name: str, shape: Shape, documents: Sequence[Document], *, shown: bool) -> tuple[str, list[str]]:
    """The line of the table for a shape, and lines about what went wrong."""
    comparisons: list[tuple[Document, Comparison]] = []
    lines: list[str] = []
    for number, document in enumerate(documents):
        try:
            spec = read_back(shape.written(document, Random(number)), shape.suffix)
        except IngestError as error:
            lines.append(f"{name} {number}: refused: {error}")
            continue
        except Exception as error:  # noqa: BLE001 (whatever ends the reading is what is shown here)
            lines.append(f"{name} {number}: crashed: {error!r}")
            continue
        comparison = compare(document.facts, spec)
        comparisons.append((document, comparison))
        wrong = comparison.differences if shown else comparison.wrong_codes
        lines += [f"{name} {number} ({document.title}): {each.said}" for each in wrong]
        lines += [f"{name} {number}: misquoted {field}" for field in comparison.misquoted]
    return shape_row(name, comparisons), lines


def shapes_section(made_up: int) -> str:
    """The section of the page about the shapes: the undamaged samples and so many made-up specs in each."""
    documents = [document_of(values) for values in specimens(made_up, len(_UNDAMAGED))]
    shapes = {**SHAPES, **(_BROWSER if BROWSER.exists() else {})}
    found = [measured(name, shape, documents, shown=False) for name, shape in shapes.items()]
    refused = [line for _, lines in found for line in lines if " refused: " in line or " crashed: " in line]
    rows = "\n".join((_HEADS, *(row for row, _ in found)))
    return "\n\n".join((f"### The same {len(documents)} specs in every shape", rows, *refused))


def main() -> None:
    """Write, read and compare, and print the table and what is different."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--random", type=int, default=3)
    parser.add_argument("--samples", type=int, default=len(_UNDAMAGED))
    parser.add_argument("--shape", nargs="*", default=None)
    parser.add_argument("--browser", action="store_true", help="also the PDF that a browser prints, which is slow")
    parser.add_argument("--show", action="store_true", help="print every difference, not only wrong codes")
    arguments = parser.parse_args()
    shapes = {**SHAPES, **(_BROWSER if arguments.browser else {})}
    documents = [document_of(values) for values in specimens(arguments.random, arguments.samples)]
    print(_HEADS)
    below: list[str] = []
    for name in arguments.shape or shapes:
        row, lines = measured(name, shapes[name], documents, shown=arguments.show)
        print(row, flush=True)
        below += lines
    print("\n".join(below[:_MOST_LINES]))


if __name__ == "__main__":
    main()
