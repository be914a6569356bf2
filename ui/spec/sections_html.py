"""The sections of a spec as HTML: coded tables, marked boxes, functions, rows of prose, notes, and plain text."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.draft import HEADER_FIELDS
from assistant.wording import field_name, is_box, is_coded
from ingest.model import Fact
from ui.html import escaped
from ui.spec.layout import Part, functions_of
from ui.spec.table_html import row_html, table_html
from ui.spec.values_html import ValueWriter


def anchors_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The id of each part on the page, from its key; a key that repeats is numbered from its second part on."""
    anchors: list[str] = []
    for part in parts:
        before = sum(one.partition(".")[0] == f"spec-{part.key}" for one in anchors)
        anchors.append(f"spec-{part.key}.{before + 1}" if before else f"spec-{part.key}")
    return tuple(anchors)


def section_html(part: Part, anchor: str, pages: Sequence[int], writer: ValueWriter) -> str:
    """One section under its heading; ``pages`` are those that have a picture, to which the heading links."""
    heading = escaped(part.heading)
    source = page = ""
    if part.section is not None:
        source = writer.link(part.heading, part.section.start, part.section.end)
        page = _page_link(part.section.page, pages, writer)
    content = _content(part, writer) if part.facts else _text(part.text, writer)
    return (
        f'<section aria-labelledby="{anchor}"><div class="heading"><h3 id="{anchor}" tabindex="-1">{heading}</h3>'
        f"{source}{page}</div>{writer.heading_repairs(part.repairs)}{content}</section>"
    )


def _page_link(page: int | None, pages: Sequence[int], writer: ValueWriter) -> str:
    if page is None:
        return ""
    said = escaped(writer.words.say("spec.page", page=page))
    if page not in pages:
        return f'<span class="page">{said}</span>'
    return f'<a class="page" href="{writer.place(f"spec-page-{page}")}">{said}</a>'


def _content(part: Part, writer: ValueWriter) -> str:
    facts = part.facts
    if part.key == "essential_functions":
        return _functions(part, writer)
    if len(facts) == 1 and facts[0].field == part.key:
        return f'<p class="paragraphs">{writer.whole(facts[0])}</p>{writer.key(facts)}'
    return _rows(part, writer) + writer.key(facts)


def _text(text: str, writer: ValueWriter) -> str:
    """What stands below a heading, its lines as they are."""
    if not text:
        return f'<p class="unsaid">{escaped(writer.words.say("spec.value.no_text"))}</p>'
    return f'<div class="paragraphs lines">{escaped(text)}</div>'


def _functions(part: Part, writer: ValueWriter) -> str:
    """A row an essential function: its number, its words, its strength."""
    words = writer.words
    strength = words.say("spec.column.strength")
    heads = (words.say("spec.column.number"), words.say("spec.column.function"), strength)
    rows = "".join(
        row_html(
            escaped(function.number),
            (_cell(function.said, writer), _cell(function.strength, writer)),
            heads=("", strength),
        )
        for function in functions_of(part.facts)
    )
    return table_html(part.heading, heads, (rows,), "functions") + writer.key(part.facts)


def _cell(fact: Fact | None, writer: ValueWriter) -> str:
    if fact is None:
        return f'<span class="unsaid">{escaped(writer.words.say("spec.value.absent"))}</span>'
    return writer.whole(fact)


def _rows(part: Part, writer: ValueWriter) -> str:
    """A row a fact: its label, its value, and its own words where any row of the table has some."""
    words = writer.words
    described = any(fact.description for fact in part.facts)
    heads = [words.say("spec.column.row"), words.say("spec.column.value")]
    if described:
        heads.append(words.say("spec.column.description"))
    rows = "".join(_row(fact, writer, described=described) for fact in part.facts)
    is_short = described or any(is_coded(fact.field) or is_box(fact.field) for fact in part.facts)
    return table_html(part.heading, heads, (rows,), "coded" if is_short else "worded")


def _row(fact: Fact, writer: ValueWriter, *, described: bool) -> str:
    cells = [writer.whole(fact), *([_description(fact, writer)] if described else [])]
    label = f"{escaped(field_name(fact.field))}{writer.notes(fact)}"
    return row_html(label, cells, kind="marked" if is_box(fact.field) and fact.value else "")


def _description(fact: Fact, writer: ValueWriter) -> str:
    if fact.description:
        return f'<span class="said">{escaped(fact.description)}</span>'
    return f'<span class="unsaid">{escaped(writer.words.say("spec.value.no_description"))}</span>'


def header_html(facts: Iterable[Fact], given: Mapping[str, str | None], writer: ValueWriter) -> str:
    """The facts of the header but the title; ``given`` are those that every spec is expected to have.

    One that the document does not state is said to be given with the file, or not stated.
    """
    stated = {fact.field: fact for fact in reversed(list(facts)) if fact.field != "title"}
    in_order = dict.fromkeys((*given, *reversed(stated)))
    rows = "".join(
        f"<div><dt>{escaped(_header_name(field, writer))}</dt>"
        f"<dd>{writer.whole(stated[field]) if field in stated else _unstated(given[field], writer)}</dd></div>"
        for field in in_order
    )
    return f'<dl class="header">{rows}</dl>'


def _header_name(field: str, writer: ValueWriter) -> str:
    return writer.words.say(f"spec.field.{field}") if field in HEADER_FIELDS else field_name(field)


def _unstated(value: str | None, writer: ValueWriter) -> str:
    if value is None:
        return f'<span class="unsaid">{escaped(writer.words.say("spec.value.absent"))}</span>'
    said = writer.words.say("spec.value.given")
    return f'<span class="said">{escaped(value)}</span> <span class="unsaid">{escaped(said)}</span>'
