"""Spoilt documents of every format, read in the reading process: none may break it, hang it or be given wrong places.

python -m benchmarks.fuzz [--count 20000] [--seed 0] [--format pdf ...] [--save FOLDER] [--write PAGE]

Prints a Markdown table, and below it what failed: the document's number (``tests.fuzz.mutation.spoilt``) and why. The
files that failed are kept in the folder named; a small one goes to ``tests/fuzz/once_failed`` when it is mended. The
page named is written anew with the result.
"""

import argparse
import logging
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.table import table
from ingest import ReadingProcess
from tests.fuzz.mutation import spoilt
from tests.fuzz.outcomes import Outcome, outcome_of
from tests.fuzz.seeds import seeds

_SECONDS_A_FILE = 20.0
_WANTED = (Outcome.READ, Outcome.REFUSED)
_PAGE = """# Fuzzing

`make fuzz` makes one to four changes to the bytes of a document, or of a part inside it, reads it in the reading
process and writes this page. A document is wanted *read*, with every place exact, or *refused* with a sentence;
whatever else happens is a failure. `python -m benchmarks.fuzz --seed N --count 1` makes document N again; the tests
read a sample of them, and every file of [tests/fuzz/once_failed](../tests/fuzz/once_failed).

Documents {first} to {last}, {date}.

{result}
"""


class _LastWords(logging.Handler):
    """Keeps what a reading process said last."""

    said = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's last line, and the last place in this project that it names."""
        lines = [line.strip() for line in record.getMessage().strip().splitlines()]
        places = [line.partition("/ingest/")[2] for line in lines if "/ingest/" in line]
        self.said = f"{lines[-1]} ({places[-1] if places else 'no place'})"


def main() -> None:
    """Spoil, read, count, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    formats = tuple(dict.fromkeys(seed.format for seed in seeds()))
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first document")
    parser.add_argument("--format", nargs="*", choices=formats, default=formats)
    parser.add_argument("--save", type=Path, default=None, help="where to keep the files that fail")
    parser.add_argument("--write", type=Path, default=None, help="the page to write the result to")
    arguments = parser.parse_args()
    words = _LastWords()
    logger = logging.getLogger("ingest.worker")
    logger.setLevel(logging.INFO)
    logger.addHandler(words)
    counts: Counter[tuple[str, Outcome]] = Counter()
    failures: list[str] = []
    begun = perf_counter()
    with TemporaryDirectory() as folder, ReadingProcess(seconds_a_file=_SECONDS_A_FILE) as reading:
        for number in range(arguments.seed, arguments.seed + arguments.count):
            document = spoilt(number, tuple(arguments.format))
            path = Path(folder, f"{number}.{document.format}")
            path.write_bytes(document.content)
            outcome, why = outcome_of(reading, path)
            counts[document.format, outcome] += 1
            if outcome not in _WANTED:
                failures.append(f"{number} {document.format}: {words.said if outcome is Outcome.CRASHED else why}")
                if arguments.save:
                    arguments.save.mkdir(parents=True, exist_ok=True)
                    path.rename(arguments.save / path.name)
                    continue
            path.unlink()
    result = _result(counts, failures, formats, perf_counter() - begun)
    print(result)
    if arguments.write:
        first, last = arguments.seed, arguments.seed + arguments.count - 1
        arguments.write.write_text(_PAGE.format(date=date.today(), first=first, last=last, result=result))


def _result(counts: Counter[tuple[str, Outcome]], failures: list[str], formats: tuple[str, ...], seconds: float) -> str:
    rows = [
        (kind, [sum(counts[each, outcome] for each in formats if kind in (each, "all")) for outcome in Outcome])
        for kind in (*formats, "all")
    ]
    lines = table(("format", "documents", *Outcome), [(kind, sum(row), *row) for kind, row in rows])
    listed = "".join(f"\n- {failure}" for failure in failures)
    return f"{lines}\n\n{counts.total()} documents in {seconds:.0f} s, {len(failures)} failures.\n{listed}".rstrip()


if __name__ == "__main__":
    main()
