"""The Compare tab."""

import gradio as gr

from ui.page.site import Site, html


def build_compare(site: Site, blocks: gr.Blocks) -> None:
    """Lay out the tab and wire its events."""
    html("")
