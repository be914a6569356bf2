"""How a spec is laid out for a person, on a terminal and on the page: its sections, its functions, its repairs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.draft import section_of
from assistant.wording import section_name
from ingest.model import ClassSpec, Fact, Form, Repair, Section, Status

_LONGEST_CODE = 4
# A line under a heading, or what is left of its markup.
_UNDERLINE = r"(?:\r?\n[=\-_*~ \t]+(?=\r?\n|$))?"


@dataclass(frozen=True, slots=True)
class Part:
    """One section as it is shown: its ``facts``, row by row, or, where it has none, its ``text``.

    ``heading`` is the document's own, with white space folded, else what people call the section; ``section`` is null
    where facts stand outside all sections.
    """

    key: str
    heading: str
    section: Section | None
    facts: tuple[Fact, ...] = ()
    text: str = ""

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What was repaired to read the heading."""
        return self.section.repairs if self.section else ()

    @property
    def start(self) -> int:
        """Where the part begins in the source text."""
        return self.facts[0].start if self.facts else self.section.start if self.section else 0


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """One essential function: its number, its words and its strength."""

    number: str
    said: Fact | None
    strength: Fact | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of the source and what it was read as, with every rule that this took."""

    before: str
    after: str
    rules: tuple[str, ...]


def header_of(spec: ClassSpec) -> tuple[Fact, ...]:
    """The facts that say which class it is: those of the header, and all of them in a form without coded tables."""
    if spec.form is Form.GENERIC:
        return spec.facts
    return tuple(fact for fact in spec.facts if section_of(fact.field) == "header")


def parts_of(spec: ClassSpec) -> tuple[Part, ...]:
    """The sections without the header, in the order in which the document states them.

    Of side-by-side columns each is a part, and so are the rows of a key that repeats.
    """
    if spec.form is Form.GENERIC:
        return tuple(_text_part(spec, section) for section in spec.sections if section.key != "header")
    first = {section.key: section for section in reversed(spec.sections)}
    stated = _by_section(spec.facts)
    parts = [Part(key, _heading(key, first.get(key)), first.get(key), tuple(facts)) for key, facts in stated.items()]
    parts += [_text_part(spec, section) for section in spec.sections if section.key not in stated]
    return tuple(sorted((part for part in parts if part.key != "header"), key=lambda part: part.start))


def functions_of(facts: Iterable[Fact]) -> tuple[FunctionRow, ...]:
    """The essential functions, each number once, in the order of the document."""
    said: dict[str, Fact] = {}
    strengths: dict[str, Fact] = {}
    for fact in facts:
        number = fact.field.split(".")[1]
        (strengths if fact.field.endswith(".strength") else said).setdefault(number, fact)
    numbers = dict.fromkeys((*said, *strengths))
    return tuple(FunctionRow(number, said.get(number), strengths.get(number)) for number in numbers)


def code_of(fact: Fact) -> str:
    """The code or mark as it stands in the cell; empty for words, which mean what they say."""
    raw = " ".join(fact.raw.split())
    return raw if fact.status is Status.READ and raw != fact.value and 0 < len(raw) <= _LONGEST_CODE else ""


def readings(repairs: Iterable[Repair]) -> tuple[Reading, ...]:
    """What was read for what, each once, its tabs and line ends to be seen."""
    rules: dict[tuple[str, str], list[str]] = {}
    for repair in repairs:
        rules.setdefault((_seen(repair.before), _seen(repair.after)), []).append(repair.rule)
    return tuple(Reading(before, after, tuple(dict.fromkeys(named))) for (before, after), named in rules.items())


def _text_part(spec: ClassSpec, section: Section) -> Part:
    words = _below(spec.source.text[section.start : section.end], section.heading)
    return Part(section.key, _heading(section.key, section), section, text=words)


def _heading(key: str, section: Section | None) -> str:
    return " ".join(((section and section.heading) or section_name(key)).split())


def _below(text: str, heading: str | None) -> str:
    """What stands below a section's heading."""
    letters = "".join((heading or "").split())
    if not letters:
        return text.strip()
    printed = r"\s*".join(re.escape(letter) for letter in letters)
    found = re.match(rf"\W*{printed}[^\S\n]*[:.=*_#–—-]*[^\S\n]*{_UNDERLINE}", text)
    return text[found.end() if found else 0 :].strip()


def _by_section(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The facts of each section together, in the order of the document: side-by-side columns take turns in it."""
    sections: dict[str, list[Fact]] = {}
    for fact in facts:
        sections.setdefault(section_of(fact.field), []).append(fact)
    return sections


def _seen(stretch: str) -> str:
    return stretch.replace("\t", "⇥").replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
