"""What every tab of the page is built over."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant import Assistant
from index import Library
from ui.words import Words

# An event of the page is no public API: the routes under /api/ are.
PRIVATE: dict[str, Any] = {"api_visibility": "private"}
# A choice made while the last one is still worked on counts too: Gradio would drop it.
CHOOSING: dict[str, Any] = {**PRIVATE, "trigger_mode": "always_last"}


@dataclass(frozen=True)
class Site:
    """The library and the assistant that a page reads, and the language that it speaks; it closes neither."""

    library: Library
    assistant: Assistant
    words: Words


def html(content: str, **options: Any) -> gr.HTML:  # noqa: ANN401 - Gradio's own options
    """HTML that Rolebook wrote, with none of Gradio's own styles on it, and no script unless one is given."""
    return gr.HTML(content, apply_default_css=False, **{"js_on_load": None, **options})


def calling_once_there(name: str) -> str:
    """What calls a function of the page's scripts when the page loads: Gradio's own script may run before they do."""
    waiting = f"while (!window.rolebook?.{name}) await new Promise((wake) => setTimeout(wake, 10));"
    return f"async () => {{ {waiting} return [window.rolebook.{name}()].filter((said) => said !== undefined); }}"
