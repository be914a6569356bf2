"""The Ask tab: the conversation, what to ask it about, and beside it the passages that the answers cite."""

from collections.abc import Iterator, Sequence
from functools import partial

import gradio as gr

from assistant.answer import Question
from index import UnknownSpec
from ingest.errors import RolebookError
from ui.class_choices import class_choices
from ui.conversation import Exchange, conversation_html, history_of, passages_html
from ui.page.site import PRIVATE, Site, html

# Each exchange is drawn again with every answer, passages and all: past this many the oldest leave the page.
_EXCHANGES_KEPT = 20

_WELCOME = "Ask about a class specification: one requirement, a whole section, or what the job calls for."
_NOTHING_HELD = "No class specification is held yet. Add some with: rolebook ingest PATH, then load this page again."

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


class AskTab:
    """What the tab's events do; a person's own state comes and goes by value."""

    def __init__(self, site: Site) -> None:
        """A tab over what is held."""
        self._library = site.library
        self._assistant = site.assistant

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


def build_ask(site: Site, blocks: gr.Blocks) -> None:
    """Lay out the tab and wire its events."""
    tab = AskTab(site)
    exchanges = gr.State(())
    with gr.Row():
        with gr.Column(scale=3, min_width=300):
            conversation = html(conversation_html((), ""))
            question, ask = _question_row()
            classes = gr.Dropdown(
                [], multiselect=True, label="Classes to ask about", info="Leave empty to ask about any class held."
            )
            examples = gr.Dataset(
                components=[question], samples=[], label="Example questions", samples_per_page=8, visible=False
            )
            clear = gr.Button("New conversation", size="sm", elem_classes="quiet")
        with gr.Column(scale=2, min_width=300, elem_classes="beside"):
            passages = html(passages_html((), tab.source_text))
    shown = [exchanges, conversation, passages]
    answered = partial(gr.on, outputs=shown, show_progress="minimal", show_progress_on=question, **PRIVATE)
    asked = answered([question.submit, ask.click], tab.ask, inputs=[question, classes, exchanges])
    tried = answered([examples.click], tab.ask_example, inputs=[examples, classes, exchanges])
    for answering in (asked, tried):
        answering.then(None, inputs=question, outputs=question, js=_SHOW_NEWEST, **PRIVATE)
    clear.click(tab.clear, outputs=shown, show_progress="hidden", **PRIVATE)
    blocks.load(tab.load, outputs=[classes, examples, *shown], show_progress="hidden", **PRIVATE)


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
