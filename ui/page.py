"""The web page: the conversation, what to ask it about, and beside it the passages that the answers cite."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from assistant import Assistant
from assistant.answer import Question
from index import Library, SpecEntry, UnknownSpec
from ingest.errors import RolebookError
from ui.conversation import Exchange, conversation_html, history_of, passages_html

STYLE = Path(__file__).with_name("style.css")

# Each exchange is drawn again with every answer, passages and all: past this many the oldest leave the page.
_EXCHANGES_KEPT = 20
_QUESTIONS_AT_ONCE = 8

_WELCOME = "Ask about a class specification: one requirement, a whole section, or what the job calls for."
_NOTHING_HELD = "No class specification is held yet. Add some with: rolebook ingest PATH, then load this page again."

# An event of the page is no public API: POST /api/ask is.
_PRIVATE: dict[str, Any] = {"api_visibility": "private"}

# Runs when an answer has come. The newest exchange is brought into view from its question down: a long answer is
# read from its beginning. The question box is emptied, unless something else was written in it meanwhile or the
# question was not taken and can be mended.
_SHOW_NEWEST = """(written) => {
  const log = document.querySelector('.conversation');
  const newest = log?.querySelector('.exchange:last-of-type');
  if (newest) log.scrollTo({top: newest.offsetTop - 12, behavior: 'instant'});
  document.querySelector('.passages')?.scrollTo({top: 0});
  return newest?.dataset.answered === written ? '' : written;
}"""

_HEADER = """<header class="masthead"><h1>Rolebook</h1>
<p>Answers about class specifications, each with the words that say so.</p></header>"""


class Page:
    """What the page's events do, over one assistant and one library; a person's own state comes and goes by value."""

    def __init__(self, library: Library, assistant: Assistant) -> None:
        """A page over what is held; neither is closed by it."""
        self._library = library
        self._assistant = assistant

    def load(self) -> tuple[gr.Dropdown, gr.Dataset, tuple[Exchange, ...], str, str]:
        """The classes to choose from and the example questions, as things stand now, and a new conversation."""
        entries = [entry for entry in self._library.entries() if entry.current]
        samples = [[example] for example in self._assistant.examples()]
        return (
            gr.Dropdown(choices=class_choices(entries)),
            gr.Dataset(samples=samples, visible=bool(samples)),
            *self.clear(),
        )

    def ask(
        self, question: str, classes: Sequence[str], exchanges: tuple[Exchange, ...]
    ) -> Iterator[tuple[tuple[Exchange, ...], str, str]]:
        """Answer one question: the exchanges with this one, and the conversation and its passages as HTML.

        They come again as the answer grows, where a language model words it.
        """
        if not question.strip():
            yield self._shown(exchanges)
            return
        asked = Question(question, classes=tuple(classes), history=history_of(exchanges))
        try:
            for answer in self._assistant.ask_in_parts(asked):
                yield self._shown((*exchanges, Exchange(question, answer=answer))[-_EXCHANGES_KEPT:])
        except RolebookError as error:
            yield self._shown((*exchanges, Exchange(question, problem=str(error)))[-_EXCHANGES_KEPT:])

    def ask_example(
        self, example: Sequence[str], classes: Sequence[str], exchanges: tuple[Exchange, ...]
    ) -> Iterator[tuple[tuple[Exchange, ...], str, str]]:
        """Answer the example question that was chosen."""
        yield from self.ask(example[0], classes, exchanges)

    def clear(self) -> tuple[tuple[Exchange, ...], str, str]:
        """A new conversation."""
        return self._shown(())

    def source_text(self, spec_id: str) -> str | None:
        """The source text of a spec; null where it is held no longer."""
        try:
            return self._library.held(spec_id).spec.source.text
        except UnknownSpec:
            return None

    def _shown(self, exchanges: tuple[Exchange, ...]) -> tuple[tuple[Exchange, ...], str, str]:
        welcome = _WELCOME if self._library.entries() else _NOTHING_HELD
        return exchanges, conversation_html(exchanges, welcome), passages_html(exchanges, self.source_text)


def class_choices(entries: Sequence[SpecEntry]) -> list[tuple[str, str]]:
    """A label and the spec id of each spec; specs that share a title are told apart by agency, revision or file."""
    titles = [entry.title or Path(entry.path).name for entry in entries]
    choices = []
    for entry, title in zip(entries, titles, strict=True):
        if titles.count(title) > 1:
            beside = [part for part in (entry.agency, entry.revision) if part] or [Path(entry.path).name]
            title = f"{title} ({', '.join(beside)})"
        choices.append((title, entry.spec_id))
    return choices


def build_page(library: Library, assistant: Assistant) -> gr.Blocks:
    """The page over what is held. It reads the library when a browser loads it, not when it is built."""
    page = Page(library, assistant)
    blocks = gr.Blocks(title="Rolebook", analytics_enabled=False, fill_width=True)
    with blocks:
        exchanges = gr.State(())
        _html(_HEADER)
        with gr.Row():
            with gr.Column(scale=3, min_width=300):
                conversation = _html(conversation_html((), ""))
                question, ask = _question_row()
                classes = gr.Dropdown(
                    [], multiselect=True, label="Classes to ask about", info="Leave empty to ask about any class held."
                )
                examples = gr.Dataset(
                    components=[question], samples=[], label="Example questions", samples_per_page=8, visible=False
                )
                clear = gr.Button("New conversation", size="sm", elem_classes="quiet")
            with gr.Column(scale=2, min_width=300, elem_classes="beside"):
                passages = _html(passages_html((), page.source_text))
        shown = [exchanges, conversation, passages]
        answered = partial(gr.on, outputs=shown, show_progress="minimal", show_progress_on=question, **_PRIVATE)
        asked = answered([question.submit, ask.click], page.ask, inputs=[question, classes, exchanges])
        tried = answered([examples.click], page.ask_example, inputs=[examples, classes, exchanges])
        for answering in (asked, tried):
            answering.then(None, inputs=question, outputs=question, js=_SHOW_NEWEST, **_PRIVATE)
        clear.click(page.clear, outputs=shown, show_progress="hidden", **_PRIVATE)
        blocks.load(page.load, outputs=[classes, examples, *shown], show_progress="hidden", **_PRIVATE)
    blocks.queue(api_open=False, default_concurrency_limit=_QUESTIONS_AT_ONCE)
    return blocks


def page_theme() -> gr.themes.Base:
    """A calm theme in the system's own fonts, so that no font is fetched; its colours keep 4.5:1 to their ground."""
    theme = gr.themes.Default(
        primary_hue=gr.themes.colors.teal,
        secondary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        font=("system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )
    return theme.set(
        block_info_text_color="*neutral_600",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_400",
        input_border_color_focus="*primary_700",
        input_border_color_focus_dark="*primary_400",
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_background_fill_hover_dark="*primary_600",
    )


def _question_row() -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_classes="asking"):
        question = gr.Textbox(
            label="Question",
            placeholder="How often does the Custodian lift?",
            lines=1,
            max_lines=4,
            scale=5,
            min_width=200,
            autofocus=True,
        )
        ask = gr.Button("Ask", variant="primary", scale=1, min_width=88)
    return question, ask


def _html(content: str) -> gr.HTML:
    """HTML that this module wrote, with none of Gradio's own styles and scripts on it."""
    return gr.HTML(content, apply_default_css=False, js_on_load=None)
