"""The About tab and the footer: what Rolebook is and is not, and what is kept."""

from collections.abc import Iterable
from importlib.metadata import version

import gradio as gr

from ui.html import escaped, paragraph
from ui.links import tab_path
from ui.page.site import Site, html
from ui.words import Words


def build_about(site: Site, blocks: gr.Blocks, opened: gr.Tab) -> None:
    """Lay out the tab."""
    html(about_html(site.words))


def about_html(words: Words) -> str:
    """What Rolebook is and is not, how to check an answer, what is kept and where, and which version this is."""
    is_, is_not = ("answers", "exact", "same"), ("law", "person", "class", "revision")
    sources, machine = ("marker", "blank", "codes", "files"), ("local", "model", "staff")
    parts = (
        _part(words.say("about.is.heading"), _list(words.say(f"about.is.point.{name}") for name in is_)),
        _part(words.say("about.is_not.heading"), _list(words.say(f"about.is_not.point.{name}") for name in is_not)),
        _part(words.say("about.sources.heading"), _list(words.say(f"about.sources.point.{name}") for name in sources)),
        _part(words.say("about.kept.heading"), _kept(words)),
        _part(words.say("about.machine.heading"), _list(words.say(f"about.machine.point.{name}") for name in machine)),
        _part(words.say("about.version.heading"), _version(words)),
    )
    return f'<article class="about">{"".join(parts)}</article>'


def footer_html(words: Words) -> str:
    """What stands below every tab."""
    more = f'<a href="{escaped(tab_path("about", [], words))}">{escaped(words.say("about.footer.more"))}</a>'
    return f'<footer class="footer"><p>{escaped(words.say("about.footer.is_not"))} {more}</p></footer>'


def _part(heading: str, content: str) -> str:
    return f"<section><h2>{escaped(heading)}</h2>{content}</section>"


def _list(points: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escaped(point)}</li>' for point in points)}</ul>"


def _kept(words: Words) -> str:
    """What is kept by whom and for how long, a row each."""
    heads = {name: escaped(words.say(f"about.kept.head.{name}")) for name in ("what", "where", "until")}
    rows = "".join(
        f'<tr><th scope="row">{escaped(words.say(f"about.kept.what.{name}"))}</th>'
        f'<td data-head="{heads["where"]}">{escaped(words.say(f"about.kept.where.{name}"))}</td>'
        f'<td data-head="{heads["until"]}">{escaped(words.say(f"about.kept.until.{name}"))}</td></tr>'
        for name in ("conversation", "feedback", "link", "documents")
    )
    head = "".join(f'<th scope="col">{said}</th>' for said in heads.values())
    lead = paragraph("lead", words.say("about.kept.lead"))
    return f"{lead}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _version(words: Words) -> str:
    said = words.say("about.version.number", version=version("rolebook"))
    docs = f'<a href="/docs" hreflang="en">{escaped(words.say("about.version.docs"))}</a>'
    return f"<p>{escaped(said)} {docs}</p>"
