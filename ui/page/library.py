"""The Library tab: what staff do is drawn and done by the routes under ``/staff``."""

import gradio as gr

from ui.html import escaped, paragraph
from ui.page.site import Site, html
from ui.words import Words

# The script may be there after the tab is: it looks for the tab by itself then.
_ON_LOAD = "element.dispatchEvent(new CustomEvent('rolebook:staff', {bubbles: true}))"


def build_library(site: Site, blocks: gr.Blocks, opened: gr.Tab) -> None:
    """Lay out the tab: a place that the script fills with what the server shows to whoever asks."""
    html(place_html(site.words), js_on_load=_ON_LOAD)


def place_html(words: Words) -> str:
    """The place that the script fills, and what stands there until then."""
    return (
        f'<div class="staff" data-staff data-language="{words.language}" '
        f'data-unreached="{escaped(words.say("library.unreached"))}">'
        f"{paragraph('hint', words.say('library.loading'))}</div>"
    )
