"""The Find tab."""

import gradio as gr

from ui.html import escaped
from ui.page.site import Site, html


def build_find(site: Site, blocks: gr.Blocks, opened: gr.Tab) -> None:
    """Lay out the tab: a place that a script fills when the tab is opened, by what the address asks for.

    The tab is no part of a page that never opens it, and its counts are of the classes held when it is opened.
    """
    words = site.words
    html(
        f'<div data-find="{words.language}" data-busy="{escaped(words.say("find.busy"))}" '
        f'data-problem="{escaped(words.say("find.problem"))}">'
        f'<p class="welcome">{escaped(words.say("find.loading"))}</p></div>'
    )
