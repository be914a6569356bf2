"""The Spec tab: one class specification as a form that can be read, checked and printed."""

import gradio as gr

from index import UnknownSpec
from ui.class_choices import class_choices
from ui.page.site import CHOOSING, PRIVATE, Site, calling_once_there, html
from ui.spec.spec_html import gone_html, spec_html, welcome_html
from ui.spec.view import spec_view

# A link to a spec anywhere on the page opens it here: `spec.js` sends its id to this element.
_ON_LOAD = """
element.id = 'spec-shown';
element.addEventListener('open-spec', (event) => trigger('input', {spec: event.detail}));
"""
_SHOWN = calling_once_there("specShown")


class SpecTab:
    """What the tab's events do."""

    def __init__(self, site: Site) -> None:
        """A tab over what is held."""
        self._site = site

    def load(self, request: gr.Request) -> tuple[gr.Dropdown, str]:
        """The classes to choose from, as things stand now, and the spec that the address names."""
        return self._opened(request.query_params.get("spec", ""))

    def choices(self) -> gr.Dropdown:
        """The classes to choose from: staff may have added to them since the page was loaded."""
        return gr.Dropdown(choices=class_choices(self._site.library.entries()))

    def follow(self, event: gr.EventData) -> tuple[gr.Dropdown, str]:
        """The spec that a link on the page leads to."""
        return self._opened(str(getattr(event, "spec", "")))

    def shown(self, spec_id: str | None) -> str:
        """The form of a spec; what to do next where it is not held, or none is chosen."""
        words = self._site.words
        if not spec_id:
            return welcome_html(words, holds_any=bool(self._site.library.entries()))
        try:
            return spec_html(spec_view(spec_id, self._site.library, self._site.assistant), words)
        except UnknownSpec:
            return gone_html(spec_id, words)

    def _opened(self, spec_id: str) -> tuple[gr.Dropdown, str]:
        choices = class_choices(self._site.library.entries())
        chosen = spec_id if any(spec_id == choice for _, choice in choices) else None
        return gr.Dropdown(choices=choices, value=chosen), self.shown(spec_id)


def build_spec(site: Site, blocks: gr.Blocks, opened: gr.Tab) -> None:
    """Lay out the tab and wire its events."""
    tab = SpecTab(site)
    words = site.words
    html('<p id="spec-status" class="unseen" role="status"></p>')
    chooser = gr.Dropdown(
        [],
        value=None,
        label=words.say("spec.choose"),
        info=words.say("spec.choose_hint"),
        elem_classes="spec-chooser",
    )
    form = html(welcome_html(words, holds_any=True), js_on_load=_ON_LOAD)
    chosen = chooser.input(tab.shown, inputs=chooser, outputs=form, show_progress="minimal", **CHOOSING)
    followed = form.input(tab.follow, outputs=[chooser, form], show_progress="minimal", **PRIVATE)
    opened.select(tab.choices, outputs=chooser, show_progress="hidden", **PRIVATE)
    loaded = blocks.load(tab.load, outputs=[chooser, form], show_progress="hidden", **PRIVATE)
    for event in (chosen, followed, loaded):
        event.then(None, js=_SHOWN, **PRIVATE)
