"""The Compare tab: two to five class specs side by side, as the address says them."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

import gradio as gr

from assistant.answering.compare import MOST_COMPARED
from assistant.wording import section_name
from index import HeldSpec, UnknownSpec
from ui.class_choices import class_choices
from ui.compare.choice import Choice, choice_of
from ui.compare.comparison import section_keys, side_by_side
from ui.compare.comparison_html import comparison_html
from ui.html import escaped, paragraph
from ui.links import tab_path
from ui.page.site import CHOOSING, PRIVATE, Site, html

# Keeps the address at what is chosen, so that it can be copied, kept and opened again.
_SAY_IN_ADDRESS = """(specs, sections, only) => {
  const said = new URLSearchParams({tab: 'compare'});
  for (const spec of specs ?? []) said.append('compare', spec);
  for (const section of sections ?? []) said.append('section', section);
  if (only) said.append('only', 'differences');
  history.replaceState(history.state, '', `${location.pathname}?${said}`);
}"""


class CompareTab:
    """What the tab's events do."""

    def __init__(self, site: Site) -> None:
        """A tab over what is held."""
        self._library = site.library
        self._assistant = site.assistant
        self._words = site.words

    def load(self, request: gr.Request) -> tuple[gr.Dropdown, gr.Dropdown, gr.Checkbox, str]:
        """What can be chosen now, what the address has chosen, and that comparison."""
        is_here = request.query_params.get("tab") == "compare"
        wanted = choice_of(request.query_params.multi_items()) if is_here else Choice()
        held, _ = self._held(wanted)
        chosen = [one.spec_id for one in held]
        return (
            gr.Dropdown(choices=class_choices(self._library.entries()), value=chosen),
            self._sections(held, wanted.sections),
            gr.Checkbox(value=wanted.only_differences),
            self._shown(wanted),
        )

    def choices(self) -> gr.Dropdown:
        """What can be chosen now: staff may have added to it since the page was loaded."""
        return gr.Dropdown(choices=class_choices(self._library.entries()))

    def choose(self, specs: Sequence[str], sections: Sequence[str], only: bool) -> tuple[gr.Dropdown, str]:
        """The sections that the chosen specs have, and the comparison."""
        choice = Choice(tuple(specs), tuple(sections), only)
        held, _ = self._held(choice)
        return self._sections(held, sections), self._shown(choice)

    def narrow(self, specs: Sequence[str], sections: Sequence[str], only: bool) -> str:
        """The comparison in other sections, or of other rows."""
        return self._shown(Choice(tuple(specs), tuple(sections), only))

    def _held(self, choice: Choice) -> tuple[list[HeldSpec], list[str]]:
        """The first specs of a choice that are held, at most five; and what is to be said of the others."""
        held: list[HeldSpec] = []
        notices: list[str] = []
        for spec_id in choice.specs:
            try:
                held.append(self._library.held(spec_id))
            except UnknownSpec:
                notices.append(self._words.say("compare.gone", spec=spec_id))
        if len(held) > MOST_COMPARED:
            over = [one.spec.title or one.spec_id for one in held[MOST_COMPARED:]]
            notices.append(self._words.say("compare.too_many", most=MOST_COMPARED, titles=", ".join(over)))
        return held[:MOST_COMPARED], notices

    def _sections(self, held: Sequence[HeldSpec], chosen: Sequence[str]) -> gr.Dropdown:
        keys = section_keys(held)
        choices = [(section_name(key), key) for key in keys]
        return gr.Dropdown(choices=choices, value=[key for key in chosen if key in keys])

    def _shown(self, choice: Choice) -> str:
        """What the tab shows of a choice, as HTML: what had to be left out, and the comparison of the rest."""
        held, notices = self._held(choice)
        if len(held) < 2:
            return _notices(notices) + paragraph("welcome", self._too_few(held))
        there = section_keys(held)
        notices += [
            self._words.say("compare.no_such_section", section=key) for key in choice.sections if key not in there
        ]
        wanted = tuple(key for key in choice.sections if key in there)
        entries = {entry.spec_id: entry for entry in self._library.entries()}
        answer = self._assistant.compare([entries[one.spec_id] for one in held], wanted or there)
        compared = side_by_side(answer, held, wanted or there)
        shown = replace(choice, specs=tuple(one.spec_id for one in held), sections=wanted)
        content = comparison_html(compared, self._words, only_differences=choice.only_differences)
        return _notices(notices) + self._taking_along(shown) + content

    def _too_few(self, held: Sequence[HeldSpec]) -> str:
        if not self._library.entries():
            return self._words.say("compare.nothing_held")
        return self._words.say("compare.one_more") if held else self._words.say("compare.too_few")

    def _taking_along(self, choice: Choice) -> str:
        """The comparison's own address, to be copied, and its files."""
        say = self._words.say
        address = escaped(tab_path("compare", choice.parameters(), self._words))
        said = f'data-copied="{escaped(say("compare.copied"))}" data-not-copied="{escaped(say("compare.not_copied"))}"'
        query = escaped(urlencode([*choice.parameters(), ("lang", self._words.language)]))
        files = "".join(
            f'<a href="/download/comparison.{ending}?{query}" download>{escaped(label)}</a>'
            for ending, label in (("xlsx", say("compare.excel")), ("pdf", say("compare.pdf")))
        )
        copy = (
            f'<button type="button" data-copy-address="{address}" {said}>{escaped(say("compare.copy_link"))}</button>'
        )
        return f'<div class="taking-along">{copy}{files}<span role="status"></span></div>'


def _notices(notices: Sequence[str]) -> str:
    """What had to be left out of a comparison, a paragraph each."""
    return "".join(f'<p class="compare-notice" role="alert">{escaped(notice)}</p>' for notice in notices)


def build_compare(site: Site, blocks: gr.Blocks, opened: gr.Tab) -> None:
    """Lay out the tab and wire its events."""
    tab = CompareTab(site)
    say = site.words.say
    with gr.Row(elem_classes="choosing"):
        specs = gr.Dropdown(
            [],
            multiselect=True,
            max_choices=MOST_COMPARED,
            label=say("compare.choose"),
            info=say("compare.choose_info"),
            scale=3,
            min_width=280,
        )
        sections = gr.Dropdown(
            [],
            multiselect=True,
            label=say("compare.sections"),
            info=say("compare.sections_info"),
            scale=2,
            min_width=280,
        )
    only = gr.Checkbox(label=say("compare.only_differences"))
    shown = html("")
    chosen = [specs, sections, only]
    specs.input(tab.choose, inputs=chosen, outputs=[sections, shown], show_progress="hidden", **CHOOSING)
    gr.on([sections.input, only.input], tab.narrow, inputs=chosen, outputs=shown, show_progress="hidden", **CHOOSING)
    gr.on([specs.input, sections.input, only.input], None, inputs=chosen, js=_SAY_IN_ADDRESS, **PRIVATE)
    opened.select(tab.choices, outputs=specs, show_progress="hidden", **PRIVATE)
    blocks.load(tab.load, outputs=[*chosen, shown], show_progress="hidden", **PRIVATE)
