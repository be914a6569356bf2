"""Random class specs in every text layout, read back: how much of what they say is read right.

python -m benchmarks.layouts [--count 500] [--first 0] [--layout aligned ...] [--dirt both] [--show]
"""

import argparse
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from time import perf_counter

from ingest.errors import IngestError
from tests.generation.comparing import Comparison, Outcome, compare
from tests.generation.document import Document
from tests.generation.formats_pdf import as_pdf
from tests.generation.layouts import LAYOUTS, Layout, printed_in
from tests.generation.reading_back import read_back

_HEADS = (
    "layout", "specs", "values", "right %", "illegible", "missing", "wrong", "extra", "wrong codes", "misquoted",
    "crashes",
)  # fmt: skip
_MOST_LINES = 60


@dataclass
class Tally:
    """What happened to the specs of one layout."""

    specs: int = 0
    values: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    wrong_codes: int = 0
    misquoted: int = 0
    crashes: int = 0
    failing: list[int] = field(default_factory=list)

    def add(self, seed: int, comparison: Comparison | None) -> None:
        """Count one spec; None is one whose reading ended in an error."""
        self.specs += 1
        if comparison is None:
            self.crashes += 1
            self.failing.append(seed)
            return
        self.values += comparison.facts
        self.outcomes.update({outcome: comparison.count(outcome) for outcome in Outcome})
        self.wrong_codes += len(comparison.wrong_codes)
        self.misquoted += len(comparison.misquoted)
        if comparison.differences or comparison.misquoted:
            self.failing.append(seed)

    def row(self, name: str) -> str:
        """The tally as a line of the table."""
        share = 100 * self.outcomes[Outcome.RIGHT] / self.values if self.values else 0.0
        counts = (self.outcomes[kind] for kind in (Outcome.ILLEGIBLE, Outcome.MISSING, Outcome.WRONG, Outcome.EXTRA))
        cells = (self.specs, self.values, f"{share:.2f}", *counts, self.wrong_codes, self.misquoted, self.crashes)
        return f"| {name} | " + " | ".join(str(cell) for cell in cells) + " |"


def _by_pdftotext(document: Document, random: Random) -> str:
    """The document's PDF as Poppler's program prints it with ``-layout``."""
    pdf = as_pdf(document, random, ruled=random.random() < 0.5)
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


# What the layouts imitate, where the program is there.
_REAL = {"pdftotext": Layout(_by_pdftotext)} if shutil.which("pdftotext") else {}


def measured(name: str, layout: Layout, seeds: range, *, dirty: bool, shown: bool) -> tuple[Tally, list[str]]:
    """The tally of the specs of these seeds, and lines about what went wrong."""
    tally, lines, begun = Tally(), list[str](), perf_counter()
    for seed in seeds:
        printed = printed_in(layout, seed, dirty=dirty)
        try:
            spec = read_back(printed.text.encode(), layout.suffix)
        except IngestError as error:
            tally.add(seed, None)
            lines.append(f"{name} {seed}: refused: {error}")
            continue
        except Exception as error:  # noqa: BLE001 (whatever ends the reading is what is counted here)
            tally.add(seed, None)
            lines.append(f"{name} {seed}: crashed: {error!r}")
            continue
        comparison = compare(printed.facts, spec)
        tally.add(seed, comparison)
        wrong = comparison.differences if shown else comparison.wrong_codes
        lines += [f"{name} {seed}: {difference.said}" for difference in wrong]
        lines += [f"{name} {seed}: misquoted {field_path}" for field_path in comparison.misquoted]
        if shown and comparison.differences:
            lines += [f"{name} {seed}: {damage}" for damage in printed.damages]
    seconds = perf_counter() - begun
    return tally, [*lines[:_MOST_LINES], f"{name}: {seconds:.1f} s; seeds with a difference: {tally.failing[:60]}"]


def layouts_section(count: int) -> str:
    """The section of the page about the text layouts: that many specs in each, clean and dirty."""
    rows: list[str] = []
    for name, layout in {**LAYOUTS, **_REAL}.items():
        for dirty in (False, True):
            tally, _ = measured(name, layout, range(count), dirty=dirty, shown=False)
            rows.append(tally.row(f"{name} dirty" if dirty else name))
    heads = "| " + " | ".join(_HEADS) + " |\n" + "|---" * len(_HEADS) + "|"
    return "\n".join((f"### {count} made-up specs in each text layout\n", heads, *rows))


def main() -> None:
    """Read the specs of the layouts asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    layouts = {**LAYOUTS, **_REAL}
    parser.add_argument("--layout", nargs="*", default=list(layouts), choices=list(layouts))
    parser.add_argument("--dirt", choices=("clean", "dirty", "both"), default="both")
    parser.add_argument("--show", action="store_true", help="print every difference, not only wrong codes")
    arguments = parser.parse_args()
    print("| " + " | ".join(_HEADS) + " |\n" + "|---" * len(_HEADS) + "|")
    seeds = range(arguments.first, arguments.first + arguments.count)
    below: list[str] = []
    for layout in arguments.layout:
        for dirty in {"clean": (False,), "dirty": (True,), "both": (False, True)}[arguments.dirt]:
            name = f"{layout} dirty" if dirty else layout
            tally, lines = measured(name, layouts[layout], seeds, dirty=dirty, shown=arguments.show)
            print(tally.row(name), flush=True)
            below += lines
    print("\n".join(below))


if __name__ == "__main__":
    main()
