"""One spec as a form that a person can read: who it is, its sections row by row, what was repaired, its issues."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from assistant.wording import field_name, is_box
from index import HeldSpec, Series, member_id
from ingest.model import Fact, Form, Issue, Member, Repair, Status
from ui.labels import printable
from ui.spec.layout import Part, code_of, functions_of, header_of, parts_of, readings

REPAIRED = "⟲"
_LETTERS_SHOWN = 600


def spec_form(held: HeldSpec) -> RenderableType:
    """The form, as wide as the console that it is printed on."""
    spec = held.spec
    parts: list[RenderableType] = [Text(printable(spec.title or "(no title)"), style="bold"), _identity(held)]
    if spec.members:
        parts += [_heading("Classes of this series"), _members(held.spec_id, spec.members)]
    if header := header_of(spec):
        parts += [_heading("Header"), _rows(header), *_repairs(header)]
    for part in parts_of(spec):
        parts += _section(part, _key_beside(part, spec.form))
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


def _key_beside(part: Part, form: Form) -> str:
    """The key that the heading of another form was mapped to."""
    return part.key if form is Form.GENERIC else ""


def _section(part: Part, beside: str) -> list[RenderableType]:
    """A heading, and below it the rows, or the one value of a section without rows, or its words."""
    return [_heading(part.heading, beside), *_heading_repairs(part), *(_content(part) if part.facts else _prose(part))]


def _content(part: Part) -> list[RenderableType]:
    if part.key == "essential_functions":
        shown: RenderableType = _functions(part.facts)
    else:
        is_single = len(part.facts) == 1 and part.facts[0].field == part.key
        shown = _value(part.facts[0]) if is_single else _rows(part.facts)
    return [shown, *_repairs(part.facts)]


def _prose(part: Part) -> list[RenderableType]:
    """The words of a section, its lines joined; of a long one the beginning, and how long it is."""
    body = " ".join(part.text.split())
    if len(body) <= _LETTERS_SHOWN:
        return [words(body or "(nothing)")]
    begun = body[:_LETTERS_SHOWN].rsplit(" ", 1)[0]
    return [words(f"{begun} … ({len(body):,} letters in all)")]


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
    table = Table(box=None, show_header=False, pad_edge=False)
    for is_wide in (False, False, False, True):
        table.add_column(no_wrap=not is_wide)
    for function in functions_of(facts):
        strength = (_code(function.strength), _value(function.strength)) if function.strength else (Text(), Text())
        table.add_row(words(function.number), *strength, _value(function.said) if function.said else Text())
    return table


def _code(fact: Fact) -> Text:
    return words(code_of(fact), style="dim")


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


def _heading_repairs(part: Part) -> Iterator[Text]:
    for line in _repair_lines(part.repairs):
        yield words(f"{REPAIRED} heading: {line}", style="yellow")


def _repair_lines(repairs: Iterable[Repair]) -> list[str]:
    return [
        f"“{reading.before}” → “{reading.after}” ({', '.join(rule.replace('_', ' ') for rule in reading.rules)})"
        for reading in readings(repairs)
    ]
