"""The page: a tab for each thing that people come for, in one of its languages."""

from typing import Any

import gradio as gr

from ui.html import escaped
from ui.page.about import build_about, footer_html
from ui.page.ask import build_ask
from ui.page.compare import build_compare
from ui.page.find import build_find
from ui.page.library import build_library
from ui.page.site import PRIVATE, Site, html
from ui.page.spec import build_spec
from ui.words import LANGUAGES, Words, words_in

_QUESTIONS_AT_ONCE = 8
_TABS = {
    "ask": build_ask,
    "compare": build_compare,
    "find": build_find,
    "spec": build_spec,
    "library": build_library,
    "about": build_about,
}


def build_page(site: Site) -> gr.Blocks:
    """The page over what is held. It reads the library when a browser loads it, not when it is built."""
    words = site.words
    blocks = gr.Blocks(title=words.say("page.name"), analytics_enabled=False, fill_width=True)
    with blocks:
        html(_masthead(words))
        with gr.Tabs(elem_id="tabs") as tabs:
            for name, build in _TABS.items():
                with gr.Tab(words.say(f"page.tab.{name}"), id=name, elem_id=f"tab-{name}") as opened:
                    build(site, blocks, opened)
        html(footer_html(words))
        blocks.load(_chosen_tab, outputs=tabs, show_progress="hidden", **PRIVATE)
    blocks.queue(api_open=False, default_concurrency_limit=_QUESTIONS_AT_ONCE)
    return blocks


def _chosen_tab(request: gr.Request) -> Any:  # noqa: ANN401 - Gradio's way to leave a component as it is
    """The tab that the address names; else what is open stays, which the person may have chosen by now."""
    wanted = request.query_params.get("tab", "")
    return gr.Tabs(selected=wanted) if wanted in _TABS else gr.skip()


def _masthead(words: Words) -> str:
    other = next(words_in(language) for language in LANGUAGES if language != words.language)
    skip = f'<a class="skip" href="#tabs">{escaped(words.say("page.skip"))}</a>'
    return (
        f'{skip}<header class="masthead"><h1>{escaped(words.say("page.name"))}</h1>'
        f"<p>{escaped(words.say('page.promise'))}</p>"
        f'<a class="language" href="{other.path}" hreflang="{other.language}" lang="{other.language}">'
        f"{escaped(words.say('page.other_language'))}</a></header>"
    )
