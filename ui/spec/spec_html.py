"""One spec as a form on the page: its header, contents, sections, revisions and the pictures of its pages."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from assistant.holdings import file_name
from assistant.wording import section_name
from index import member_id
from ingest.model import Issue
from ui.html import escaped, paragraph
from ui.links import ask_path, spec_path, tab_path
from ui.spec.layout import Part, header_of, parts_of
from ui.spec.revisions_html import CHANGES, REVISIONS, changes_html, revisions_html, standing_html
from ui.spec.sections_html import anchors_of, header_html, section_html
from ui.spec.values_html import ValueWriter
from ui.spec.view import SpecView
from ui.words import Words

# What the section on revisions says, with links.
_SAID_BY_REVISIONS = ("superseded", "older_revision")


def spec_html(view: SpecView, words: Words) -> str:
    """The whole form of a spec; its address on the page and what to announce stand on its outermost element."""
    writer = ValueWriter(view.subject, words)
    parts = parts_of(view.subject.held.spec)
    anchors = anchors_of(parts)
    sections = "".join(
        section_html(part, anchor, view.pages, writer) for part, anchor in zip(parts, anchors, strict=True)
    )
    says = escaped(words.say("spec.showing", title=view.subject.title))
    path = escaped(spec_path(view.entry.spec_id, words))
    return (
        f'<article class="spec" data-path="{path}" data-says="{says}">'
        f"{_head(view, writer)}<div class="
        f'"spec-body{" pictured" if view.pages else ""}">{_contents(view, parts, anchors, writer)}'
        f'<div class="spec-form">{sections}{revisions_html(view, words)}{changes_html(view, words)}</div>'
        f"{_pages(view, words)}</div></article>"
    )


def gone_html(spec_id: str, words: Words) -> str:
    """What stands in the place of a spec that is not held, and what to do next."""
    says = words.say("spec.gone", spec_id=spec_id)
    return (
        f'<div class="spec spec-gone" data-path="{escaped(spec_path(spec_id, words))}" data-says="{escaped(says)}">'
        f'<h2 tabindex="-1">{escaped(words.say("spec.gone_title"))}</h2>{paragraph("problem", says)}'
        f"{paragraph('next', words.say('spec.gone_next'))}"
        f'<p><a href="{escaped(tab_path("library", [], words))}">{escaped(words.say("spec.to_library"))}</a></p></div>'
    )


def welcome_html(words: Words, *, holds_any: bool) -> str:
    """What stands there before a spec is chosen."""
    return paragraph("welcome", words.say("spec.welcome") if holds_any else words.say("spec.nothing_held"))


def _head(view: SpecView, writer: ValueWriter) -> str:
    """The title, what can be done with the spec, its standing, its header, its issues and its series."""
    spec = view.subject.held.spec
    facts = header_of(spec)
    title = next((fact for fact in facts if fact.field == "title"), None)
    beside = f" {writer.source(title)}{writer.repairs(title)}" if title else ""
    given = {
        "code": spec.code,
        "agency": spec.agency,
        "department": spec.department,
        "adopted": spec.adopted,
        "revised": spec.revised,
        "service": spec.service,
    }
    return (
        f'<header><h2 tabindex="-1">{escaped(spec.title or view.subject.title)}{beside}</h2>'
        f"{_actions(view, writer.words)}{standing_html(view, writer.words)}{header_html(facts, given, writer)}"
        f"{_series(view, writer.words)}{_issues(view, writer)}</header>"
    )


def _actions(view: SpecView, words: Words) -> str:
    spec_id = view.entry.spec_id
    links = (
        (ask_path([], [spec_id], words), words.say("spec.ask")),
        (tab_path("compare", [("compare", spec_id)], words), words.say("spec.compare")),
    )
    linked = "".join(f'<a href="{escaped(path)}">{escaped(said)}</a>' for path, said in links)
    printing = f'<button type="button" data-print>{escaped(words.say("spec.print"))}</button>'
    file = escaped(words.say("spec.read_from", file=file_name(view.entry)))
    return f'<p class="file">{file}</p><p class="actions">{linked}{printing}</p>'


def _series(view: SpecView, words: Words) -> str:
    """The classes of a series document, or the series that a class belongs to."""
    held = view.subject.held
    if held.series is not None:
        said = escaped(words.say("spec.of_series", series=held.series.title or held.series.spec_id))
        return f'<p class="series"><a href="{escaped(spec_path(held.series.spec_id, words))}">{said}</a></p>'
    if not held.spec.members:
        return ""
    members = "".join(
        f'<li><a href="{escaped(spec_path(member_id(held.spec_id, member.place), words))}">'
        f"{escaped(member.title)}{escaped(f' ({member.code})' if member.code else '')}</a></li>"
        for member in held.spec.members
    )
    return f'<div class="series"><h3>{escaped(words.say("spec.members"))}</h3><ul>{members}</ul></div>'


def _issues(view: SpecView, writer: ValueWriter) -> str:
    """What a person should know of the spec, each with its place; in the language in which it was noted."""
    issues = [issue for issue in view.entry.issues if issue.code not in _SAID_BY_REVISIONS]
    if not issues:
        return ""
    rows = "".join(
        f'<li><span lang="en">{escaped(_without_folders(issue, view))}</span>{_place(issue, writer)}</li>'
        for issue in issues
    )
    return f'<div class="issues"><h3>{escaped(writer.words.say("spec.issues"))}</h3><ul>{rows}</ul></div>'


def _place(issue: Issue, writer: ValueWriter) -> str:
    if issue.start is None or issue.end is None:
        return ""
    return f" {writer.link(issue.message, issue.start, issue.end)}"


def _without_folders(issue: Issue, view: SpecView) -> str:
    """An issue's message with files named as a person knows them, not by the folders of the machine."""
    message = issue.message
    for path in view.paths:
        message = message.replace(path, path.replace("\\", "/").rpartition("/")[2])
    return message


def _contents(view: SpecView, parts: Iterable[Part], anchors: Sequence[str], writer: ValueWriter) -> str:
    """Links to the sections: those of the home form, whose headings are capitals, by the names that people use."""
    links = [
        (anchor, section_name(part.key) if part.facts else part.heading)
        for part, anchor in zip(parts, anchors, strict=True)
    ]
    if len(view.revisions) > 1:
        links.append((REVISIONS, writer.words.say("spec.revisions")))
    if view.changes is not None:
        links.append((CHANGES, writer.words.say("spec.changed")))
    rows = "".join(f'<li><a href="{writer.place(anchor)}">{escaped(said)}</a></li>' for anchor, said in links)
    name = escaped(writer.words.say("spec.contents"))
    folded = f"<details open><summary>{name}</summary><ol>{rows}</ol></details>"
    return f'<nav class="contents" aria-label="{name}">{folded}</nav>'


def _pages(view: SpecView, words: Words) -> str:
    """The pictures of the pages, each fetched when it comes into sight."""
    if not view.pages:
        return ""
    figures = "".join(_page(view, page, words) for page in view.pages)
    name = escaped(words.say("spec.pages"))
    return f'<aside class="pages" aria-label="{name}"><h3>{name}</h3><div class="strip">{figures}</div></aside>'


def _page(view: SpecView, page: int, words: Words) -> str:
    path = escaped(f"/source/{quote(view.entry.spec_id, safe='')}/pages/{page}.png")
    says = escaped(words.say("spec.picture", page=page, title=view.subject.title))
    return (
        f'<figure id="spec-page-{page}" tabindex="-1"><a href="{path}" target="_blank" rel="noopener">'
        f'<img loading="lazy" src="{path}" alt="{says}" width="340" height="440"></a>'
        f"<figcaption>{escaped(words.say('spec.page', page=page))}</figcaption></figure>"
    )
