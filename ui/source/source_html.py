"""A cited place beside what is read, or as a page of its own: pure, from a place to HTML."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.wording import section_name
from ingest.model import Repair
from ingest.page_pictures import PagePicture
from ui.html import escaped, paragraph
from ui.links import source_path, spec_path, tab_path
from ui.source.picture_html import marked_pages_html
from ui.source.place import SourcePlace
from ui.source.text_html import marked_text_html, shown_span
from ui.words import Words

_EXPLAINED = frozenset(
    {
        "digit_for_letter", "doubled_letters", "letter_case", "letter_for_digit", "look_alike", "markup",
        "misread_letters", "missing_tab", "mojibake", "punctuation", "split_word", "stray_mark", "unseen_character",
    }
)  # fmt: skip


def place_html(
    place: SourcePlace, pictures: Mapping[int, PagePicture], words: Words, *, level: int, note: str | None = None
) -> str:
    """A place of a source: whose words they are, the words marked, on the pictures of their pages where there are any.

    ``level`` is that of its heading; ``note`` is what the person should know first, such as why there are no pictures.
    """
    said = paragraph("source-note", note) if note else ""
    shown = _on_pictures(place, pictures, words, level + 1) if pictures else _in_text(place, words)
    return (
        f'<article class="source-shown"><div class="source-head">{_heading(place.title, level)}{_about(place, words)}'
        f"{_repairs(place.repairs, words)}{said}{_actions(place, words)}</div>"
        f'<div class="source-view" tabindex="0" role="group" aria-label="{escaped(words.say("source.view"))}">'
        f"{shown}</div></article>"
    )


def problem_html(sentence: str, words: Words, *, level: int) -> str:
    """What stands in the place of a source that cannot be shown: what is wrong, and what to do next."""
    title = _heading(words.say("source.problem.title"), level)
    ask = f'<a href="{escaped(words.path)}">{escaped(words.say("source.ask_again"))}</a>'
    held = f'<a href="{escaped(tab_path("library", [], words))}">{escaped(words.say("source.see_library"))}</a>'
    return (
        f'<article class="source-shown"><div class="source-head">{title}{paragraph("source-problem", sentence)}'
        f'<p class="source-actions">{ask} {held}</p></div></article>'
    )


def page_html(title: str, content: str, words: Words) -> str:
    """A whole page around a place or a problem; it works without scripts."""
    name = escaped(words.say("page.name"))
    # Where no script brings the marked words into view, the browser does.
    content = content.replace('id="marked"', 'id="marked" autofocus', 1)
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escaped(title)} · {name}</title>"
        '<link rel="stylesheet" href="/page-files/style.css"><link rel="stylesheet" href="/page-files/source.css">'
        '<script type="module" src="/page-files/source.js"></script></head><body class="source-page">'
        f'<header class="source-masthead"><a href="{escaped(words.path)}">{name}</a></header>'
        f"<main>{content}</main></body></html>"
    )


def panel_html(words: Words) -> str:
    """The empty drawer that the page's script fills: its name, its button, and what it says while it waits."""
    loading, failed = escaped(words.say("source.loading")), escaped(words.say("source.failed"))
    return (
        '<div id="source-panel" class="source-panel" role="complementary" aria-labelledby="source-panel-name" '
        f'data-loading="{loading}" data-failed="{failed}" hidden>'
        f'<div class="source-bar"><p id="source-panel-name">{escaped(words.say("source.name"))}</p>'
        f'<button type="button" class="source-close">{escaped(words.say("source.close"))}</button></div>'
        '<p class="source-status" role="status"></p><div class="source-body"></div></div>'
    )


def link_path(place: SourcePlace, words: Words) -> str:
    """The link to keep: it shows no other words once the file has changed."""
    return source_path(place.held.spec_id, place.start, place.end, words, quote=place.quote)


def _heading(title: str, level: int) -> str:
    return f'<h{level} class="source-title" tabindex="-1">{escaped(title)}</h{level}>'


def _about(place: SourcePlace, words: Words) -> str:
    spec = place.held.spec
    rows = [
        (words.say("source.section"), section_name(place.section) if place.section else None),
        (words.say("source.on_page"), _pages(place.pages)),
        (words.say("source.revised"), spec.revised),
        (words.say("source.adopted"), None if spec.revised else spec.adopted or words.say("source.undated")),
        (words.say("source.agency"), spec.agency),
        (words.say("source.file"), place.file_name),
    ]
    shown = "".join(f"<div><dt>{escaped(name)}</dt><dd>{escaped(said)}</dd></div>" for name, said in rows if said)
    return f'<dl class="source-about">{shown}</dl>'


def _pages(pages: Sequence[int]) -> str | None:
    if not pages:
        return None
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"


def _repairs(repairs: Sequence[Repair], words: Words) -> str:
    """What is read otherwise than it is printed, and why: a repair of several kinds at one place is said once."""
    items = []
    for of_place, alike in groupby(repairs, key=lambda repair: (repair.start, repair.end, repair.before, repair.after)):
        why = [words.say(f"source.rule.{repair.rule}") for repair in alike if repair.rule in _EXPLAINED]
        before, after = (" ".join(each.split()) for each in of_place[2:])
        read = words.say("source.repair", after=after, before=before)
        items.append(f"<li>{escaped(f'{read} ({reasons})' if (reasons := '; '.join(why)) else read)}</li>")
    if not items:
        return ""
    return f'<div class="source-repairs"><p>{escaped(words.say("source.repairs"))}</p><ul>{"".join(items)}</ul></div>'


def _actions(place: SourcePlace, words: Words) -> str:
    link = escaped(link_path(place, words))
    whole = escaped(spec_path(place.held.spec_id, words))
    copied, uncopied = escaped(words.say("source.copied")), escaped(words.say("source.uncopied"))
    return (
        f'<p class="source-actions"><button type="button" class="source-copy" data-copied="{copied}" '
        f'data-uncopied="{uncopied}" hidden>{escaped(words.say("source.copy"))}</button> '
        f'<a class="source-link" href="{link}">{escaped(words.say("source.link"))}</a> '
        f'<a href="{whole}">{escaped(words.say("source.whole"))}</a> '
        '<span class="source-copy-status" role="status"></span></p>'
    )


def _on_pictures(place: SourcePlace, pictures: Mapping[int, PagePicture], words: Words, level: int) -> str:
    left_out = [page for page in place.pages if page not in pictures]
    note = paragraph("source-note", words.say("source.more_pages", pages=_pages(left_out))) if left_out else ""
    return (
        f"{marked_pages_html(place, pictures, words)}{note}"
        f'<div class="source-words"><h{level} class="source-part">{escaped(words.say("source.quoted"))}</h{level}>'
        f'<blockquote class="source-text source-quote">{escaped(place.quote)}</blockquote></div>'
    )


def _in_text(place: SourcePlace, words: Words) -> str:
    first, last = shown_span(place.text, place.start, place.end)
    is_cut = (first, last) != (0, len(place.text))
    note = paragraph("source-note", words.say("source.cut")) if is_cut else ""
    return f"{note}{marked_text_html(place.text, place.start, place.end)}"
