"""Verifies answers against their sources: `python benchmarks/verify.py ANSWERS.jsonl SOURCES [--specs-held N]`.

It is independent of the program: it reads what the program printed and the source texts, and nothing else.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

if not __package__:
    # Run as a file, only this folder can be imported from: the package is one higher.
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.verification import Failure, check_answer

__all__ = ["Failure", "Sources", "check_answer", "main", "read_sources"]


class UnreadableInput(ValueError):
    """A file of answers or sources cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Sources:
    """The specs held: their source texts by spec_id, and titles and class codes where the input gives them."""

    texts: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)


def read_sources(path: Path) -> Sources:
    """Return the sources of a folder of `<spec_id>.txt`, or of a JSONL of {"spec_id", "title", "code", "text"}.

    Raises:
        UnreadableInput: the path is neither, or a line of it is no source.
    """
    if path.is_dir():
        return Sources({file.stem: _exact_text(file) for file in sorted(path.glob("*.txt"))})
    sources = Sources()
    for number, stated in _json_lines(path):
        spec_id, text = (stated.get("spec_id"), stated.get("text")) if isinstance(stated, dict) else (None, None)
        if not isinstance(stated, dict) or not isinstance(spec_id, str) or not isinstance(text, str):
            raise UnreadableInput(f"{path}: line {number} is no source: it needs spec_id and text")
        sources.texts[spec_id] = text
        for name, known in (("title", sources.titles), ("code", sources.codes)):
            if isinstance(stated.get(name), str):
                known[spec_id] = stated[name]
    return sources


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a failure and a summary; return 0 without failures, 1 with any, 2 where the input is unreadable."""
    parser = argparse.ArgumentParser(prog="verify.py", description="Checks answers against their sources.")
    parser.add_argument("answers", type=Path, help="JSONL, one answer a line")
    parser.add_argument(
        "sources", type=Path, help="a folder of <spec_id>.txt, or a JSONL of spec_id, title, code, text"
    )
    parser.add_argument("--specs-held", type=int, help="how many specs are held (default: the number of sources)")
    options = parser.parse_args(arguments)
    try:
        sources = read_sources(options.sources)
        answers = _json_lines(options.answers)
    except (OSError, UnreadableInput) as error:
        print(f"verify.py: {error}", file=sys.stderr)
        return 2
    failures: list[Failure] = []
    citations = 0
    for _, answer in answers:
        failures += check_answer(answer, sources.texts, sources.titles, sources.codes, options.specs_held)
        cited = answer.get("citations") if isinstance(answer, dict) else None
        citations += len(cited) if isinstance(cited, list) else 0
    for failure in failures:
        print(f"{failure.answer_id}\t{failure.rule}\t{failure.what}")
    print(f"{len(answers)} answers, {citations} citations, {len(failures)} failures")
    return 1 if failures else 0


def _exact_text(path: Path) -> str:
    # No newline is translated and no byte order mark taken off: offsets count every character.
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8: {error}") from error


def _json_lines(path: Path) -> list[tuple[int, object]]:
    lines: list[tuple[int, object]] = []
    # Only a line feed ends a line: JSON may hold the other characters that str.splitlines splits at.
    for number, line in enumerate(_exact_text(path).split("\n"), start=1):
        if line.strip():
            try:
                lines.append((number, json.loads(line)))
            except json.JSONDecodeError as error:
                raise UnreadableInput(f"{path}: line {number} is not JSON: {error}") from error
    return lines


if __name__ == "__main__":
    sys.exit(main())
