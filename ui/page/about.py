"""The About tab and the footer: what Rolebook is and is not, and what is kept."""

import gradio as gr

from ui.html import paragraph
from ui.page.site import Site, html
from ui.words import Words


def build_about(site: Site, blocks: gr.Blocks) -> None:
    """Lay out the tab."""
    html("")


def footer_html(words: Words) -> str:
    """What stands below every tab."""
    return f'<footer class="footer">{paragraph("promise", words.say("page.promise"))}</footer>'
