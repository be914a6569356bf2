"""One spec as a form that a person can read: who it is, its sections row by row, what was repaired, its issues."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from assistant.draft import section_of
from assistant.wording import field_name, is_box, section_name
from index import HeldSpec, Series, member_id
from ingest.model import ClassSpec, Fact, Form, Issue, Member, Repair, Section, Status
from ui.labels import printable

REPAIRED = "⟲"
_LONGEST_CODE = 4
_LETTERS_SHOWN = 600


def spec_form(held: HeldSpec) -> RenderableType:
    """The form, as wide as the console that it is printed on."""
    spec = held.spec
    parts: list[RenderableType] = [Text(printable(spec.title or "(no title)"), style="bold"), _identity(held)]
    if spec.members:
        parts += [_heading("Classes of this series"), _members(held.spec_id, spec.members)]
    parts += _facts(spec) if spec.form is Form.NORFOLK else _prose(spec)
    if spec.issues:
        parts += [_heading("Issues"), *(words(f"- {issue_line(issue)}") for issue in spec.issues)]
    return Group(*parts)


def words(text: str, style: str = "") -> Text:
    """Words of a document, with nothing in them that a terminal would obey."""
    return Text(printable(text), style=style)


def issue_line(issue: Issue) -> str:
    """An issue in one line, with its place where it has one."""
    place = f" (at {issue.start})" if issue.start is not None else ""
    return f"{issue.code}: {issue.message}{place}"


def _identity(held: HeldSpec) -> Table:
    spec = held.spec
    is_stated = any(fact.field == "agency" for fact in spec.facts)
    rows = (
        ("Spec id", held.spec_id),
        ("Agency", None if is_stated else spec.agency),
        ("Series", _series_words(held.series)),
        ("Form", spec.form.value),
        ("File", f"{spec.source.path} ({spec.source.format})"),
    )
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for label, said in rows:
        if said:
            table.add_row(label, words(said))
    return table


def _series_words(series: Series | None) -> str | None:
    return f"{series.title or '(no title)'}, {series.spec_id}" if series else None


def _members(document_id: str, members: Iterable[Member]) -> Table:
    table = Table("Class", "Code", "Spec id", box=None, pad_edge=False)
    for member in members:
        held_as = member_id(document_id, member.place)
        table.add_row(words(member.title), words(member.code or ""), words(held_as))
    return table


def _heading(name: str, beside: str = "") -> Padding:
    title = words(name, style="bold")
    if beside:
        title.append(f"  {beside}", style="not bold dim")
    return Padding(Rule(title, align="left", style="dim"), (1, 0, 0, 0))


def _facts(spec: ClassSpec) -> list[RenderableType]:
    """The sections of the home form, each as a table of its rows."""
    first = {section.key: section for section in reversed(spec.sections)}
    parts: list[RenderableType] = []
    for key, facts in _by_section(spec.facts).items():
        section = first.get(key)
        heading = section.heading if section and section.heading else section_name(key)
        parts += [_heading(" ".join(heading.split())), *_section_repairs(section), *_content(key, facts)]
    return parts


def _content(key: str, facts: Sequence[Fact]) -> list[RenderableType]:
    """The rows of a section, or its one value where it has no rows; then what was repaired in it."""
    if key == "essential_functions":
        shown: RenderableType = _functions(facts)
    else:
        shown = _value(facts[0]) if len(facts) == 1 and facts[0].field == key else _rows(facts)
    return [shown, *_repairs(facts)]


def _prose(spec: ClassSpec) -> list[RenderableType]:
    """The header facts of another form, then its sections under their own headings."""
    parts: list[RenderableType] = []
    if spec.facts:
        parts += [_heading("Header"), _rows(spec.facts), *_repairs(spec.facts)]
    for section in spec.sections:
        if section.key != "header":
            heading = " ".join((section.heading or "(no heading)").split())
            parts += [
                _heading(heading, section.key),
                *_section_repairs(section),
                words(_beginning(spec.source.text[section.start : section.end], section.heading)),
            ]
    return parts


def _beginning(text: str, heading: str | None) -> str:
    """What stands below a section's heading, its lines joined; of a long one the beginning, and how long it is."""
    folded = " ".join(text.split())
    said = " ".join((heading or "").split())
    body = folded.removeprefix(said).lstrip(" :.-–—") if said else folded
    if len(body) <= _LETTERS_SHOWN:
        return body or "(nothing)"
    begun = body[:_LETTERS_SHOWN].rsplit(" ", 1)[0]
    return f"{begun} … ({len(body):,} letters in all)"


def _by_section(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts of each section together, in the order of the document: side-by-side columns take turns in it."""
    sections: dict[str, list[Fact]] = {}
    for fact in facts:
        sections.setdefault(section_of(fact.field), []).append(fact)
    return sections


def _rows(facts: Sequence[Fact]) -> Table:
    """A row a fact: its label, its code, its value, its own words; a column that is empty throughout is left out."""
    rows = [(words(field_name(fact.field)), _code(fact), _value(fact), words(fact.description or "")) for fact in facts]
    table = Table(box=None, show_header=False, pad_edge=False)
    used = [place for place in range(4) if any(row[place] for row in rows)]
    for place in used:
        table.add_column(no_wrap=place == 1, ratio=(2, None, 3, 5)[place], max_width=30 if place == 0 else None)
    for row in rows:
        table.add_row(*(row[place] for place in used))
    return table


def _functions(facts: Sequence[Fact]) -> Table:
    """A row an essential function: its number, its strength and its text."""
    strengths = {fact.field.removesuffix(".strength"): fact for fact in facts if fact.field.endswith(".strength")}
    table = Table(box=None, show_header=False, pad_edge=False)
    for is_wide in (False, False, False, True):
        table.add_column(no_wrap=not is_wide)
    for fact in facts:
        if not fact.field.endswith(".strength"):
            strength = strengths.get(fact.field)
            cells = (_code(strength), _value(strength)) if strength else (Text(), Text())
            table.add_row(words(fact.field.rpartition(".")[2]), *cells, _value(fact))
    return table


def _code(fact: Fact) -> Text:
    """The code or mark as it stands in the cell; nothing for words, which mean what they say."""
    raw = " ".join(fact.raw.split())
    is_code = fact.status is Status.READ and raw != fact.value and 0 < len(raw) <= _LONGEST_CODE
    return words(raw, style="dim") if is_code else Text()


def _value(fact: Fact) -> Text:
    if fact.status is Status.BLANK:
        return Text("(blank)", style="dim")
    if fact.status is Status.ILLEGIBLE:
        return words(f"(illegible: “{' '.join(fact.raw.split())}”)", style="red")
    if is_box(fact.field):
        value = Text("marked") if fact.value else Text("(not marked)", style="dim")
    else:
        value = words(fact.value or "")
    if fact.repairs:
        value.append(f" {REPAIRED}", style="yellow")
    return value


def _repairs(facts: Iterable[Fact]) -> Iterator[Text]:
    """What was read for what, below the table that it is marked in."""
    for fact in facts:
        for line in _repair_lines(fact.repairs):
            yield words(f"{REPAIRED} {field_name(fact.field)}: {line}", style="yellow")


def _section_repairs(section: Section | None) -> Iterator[Text]:
    for line in _repair_lines(section.repairs) if section else ():
        yield words(f"{REPAIRED} heading: {line}", style="yellow")


def _repair_lines(repairs: Iterable[Repair]) -> list[str]:
    rules: dict[str, list[str]] = {}
    for repair in repairs:
        reading = f"{_shown(repair.before)} → {_shown(repair.after)}"
        rules.setdefault(reading, []).append(repair.rule.replace("_", " "))
    return [f"{reading} ({', '.join(dict.fromkeys(named))})" for reading, named in rules.items()]


def _shown(stretch: str) -> str:
    """A stretch of the source in quotation marks, its tabs and line ends to be seen."""
    return f"“{stretch}”".replace("\t", "⇥").replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
