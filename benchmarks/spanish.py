"""How well questions in Spanish are answered: ``python -m benchmarks.spanish``. Prints a table; returns 1 on any fault.

Asked are the questions of ``questions/spanish.jsonl`` and the Spanish ones among those of the development split, over a
library of the samples: each in Spanish, and in the English that it is understood as.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import Assistant
from assistant.spanish.questions import is_spanish, understood_as
from benchmarks.answering import ingest_specs, own_settings
from benchmarks.expectations import QUESTIONS, Trial, all_trials, paraphrases, read_trials
from benchmarks.scoring import Scored, scored, tallies
from benchmarks.table import table
from index import Library


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, print, and return 1 if an English question is taken for Spanish or an answer is wrong, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spanish", description="Asks the questions in Spanish.")
    parser.add_argument("--library", type=Path, help="a library that holds the samples (default: one is made)")
    parser.add_argument("--verbose", action="store_true", help="list every wrong answer, and why it is wrong")
    options = parser.parse_args(arguments)
    if options.library is not None:
        return _measured(options.library, verbose=options.verbose)
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        return _measured(Path(folder), verbose=options.verbose)


def _measured(folder: Path, *, verbose: bool) -> int:
    with Library.open(own_settings(folder)) as library:
        titles = [entry.title for entry in library.entries() if entry.title]
        own = read_trials([QUESTIONS / "spanish.jsonl"])
        others = (*all_trials(), *paraphrases())
        spanish = tuple(trial for trial in others if is_spanish(trial.question.text, titles))
        assistant = Assistant(library)
        found = [scored(trial, assistant.ask(trial.question)) for trial in (*own, *spanish)]
    _print_table(own, spanish, found)
    understood = [understood_as(one.trial.question, titles) for one in found]
    refused = sum(translation is None or translation.question is None for translation in understood)
    print(f"\nNot understood, or not taken for Spanish: {refused} of {len(found)}.")
    print(f"Other questions of the development split and their re-wordings, not Spanish: {len(others) - len(spanish)}.")
    if verbose:
        for one in found:
            if one.faults:
                print(f"{one.trial.id} {one.trial.question.text} ({one.answer.remark}): {'; '.join(one.faults)}")
    return 1 if any(one.faults for one in found) else 0


def _print_table(own: Sequence[Trial], spanish: Sequence[Trial], found: Sequence[Scored]) -> None:
    sets = (("written for this", found[: len(own)]), ("of the other sets", found[len(own) :]))
    rows = [(name, one.kind, one.asked, one.right) for name, part in sets for one in tallies(part)]
    print(table(("questions", "kind", "asked", "right"), rows))


if __name__ == "__main__":
    sys.exit(main())
