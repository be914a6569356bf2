"""The Ask tab: the conversation, what to ask it about, and what could be asked next."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial

import gradio as gr
from pydantic import BaseModel, ValidationError

from index import AmbiguousSpec, SpecEntry, UnknownSpec, without_own_series
from ui.ask.asking import Asking
from ui.ask.conversation import EXCHANGES_KEPT, KeptExchange, conversation_html, read_kept
from ui.class_choices import class_choices
from ui.page.site import CHOOSING, PRIVATE, Site, calling_once_there, html

# The conversation is in the browser, and its script (ask.js) says what to send: what was said so far and the classes
# chosen. The dropdown's own value is not sent, because a server that was restarted would not know its choices.
_ASKING = "(question, classes, _) => [question, [], window.rolebook.asking(question, classes)]"
_ANSWERED = "(written) => window.rolebook.answered(written)"
_SUGGESTING = "() => [window.rolebook.said()]"
_LOADING = calling_once_there("kept")
_LOADED = "() => { window.rolebook.loaded(); return []; }"
_NEW = "() => { window.rolebook.cleared(); return []; }"
_PUT_IN_PLACE = "watch('value', () => window.rolebook.show(element));"
# The button that asks is in the conversation, or among the suggestions below it.
_ASK_BY_BUTTON = """element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-ask]');
  if (button) trigger('click', window.rolebook.asking_by(button));
});"""


class _Chosen(BaseModel):
    """What a button asks: a question, of one class where it is a choice among several, and the conversation so far."""

    question: str
    about: str = ""
    sent: str = ""


class AskTab:
    """What the tab's events do; what a person said comes and goes by value."""

    def __init__(self, site: Site) -> None:
        """A tab over what is held."""
        self._library = site.library
        self._words = site.words
        self._asking = Asking(site.library, site.assistant, site.words)

    def load(self, sent: str, request: gr.Request) -> tuple[gr.Dropdown, gr.Dropdown, str]:
        """The agencies and classes to choose from, and the conversation that the address or the browser tells of."""
        entries = self._current()
        asked, named = request.query_params.getlist("ask"), self._named(request.query_params.getlist("class"))
        exchanges = [KeptExchange(question=one, classes=named) for one in asked if one.strip()][:EXCHANGES_KEPT]
        exchanges = exchanges or read_kept(sent).exchanges
        chosen = named or (exchanges[-1].classes if exchanges else [])
        agencies = sorted({entry.agency for entry in entries if entry.agency})
        everywhere = (self._words.say("ask.all_agencies"), "")
        return (
            gr.Dropdown([everywhere, *((one, one) for one in agencies)], value="", visible=len(agencies) > 1),
            gr.Dropdown(class_choices(self._offered("", chosen)), value=self._named(chosen)),
            self._asking.again(exchanges),
        )

    def of_agency(self, agency: str, chosen: Sequence[str]) -> gr.Dropdown:
        """The classes of an agency to choose from, and those that are chosen already."""
        return gr.Dropdown(class_choices(self._offered(agency, chosen)), value=list(chosen))

    def ask(self, question: str, _: Sequence[str], sent: str) -> Iterator[str]:
        """The exchange of a question as HTML, again as the answer grows."""
        yield from self._asking.answer(question, read_kept(sent))

    def ask_chosen(self, event: gr.EventData) -> Iterator[str]:
        """The exchange of the question that a button asks."""
        try:
            chosen = _Chosen.model_validate(event._data)
        except ValidationError:
            return
        kept = read_kept(chosen.sent)
        if chosen.about:
            yield from self._asking.answer_about(chosen.question, chosen.about, kept)
        else:
            yield from self._asking.answer(chosen.question, kept)

    def suggest(self, sent: str) -> str:
        """What could be asked next, as HTML."""
        return self._asking.suggestions(read_kept(sent))

    def clear(self) -> str:
        """A new conversation."""
        return self._asking.welcome()

    def _current(self) -> tuple[SpecEntry, ...]:
        return without_own_series(entry for entry in self._library.entries() if entry.current)

    def _named(self, names: Sequence[str]) -> list[str]:
        """The ids of the specs that an address names by id, code or title; what is not held is left out."""
        named: list[str] = []
        for name in names:
            with suppress(UnknownSpec, AmbiguousSpec):
                named.append(self._library.resolve(name).spec_id)
        return list(dict.fromkeys(named))

    def _offered(self, agency: str, chosen: Sequence[str]) -> list[SpecEntry]:
        """The classes to choose from: those of the agency, and those that are chosen already, older ones too."""
        current = {entry.spec_id for entry in self._current() if not agency or entry.agency == agency}
        return [entry for entry in self._library.entries() if entry.spec_id in current.union(chosen)]


def build_ask(site: Site, blocks: gr.Blocks, opened: gr.Tab) -> None:
    """Lay out the tab and wire its events."""
    tab = AskTab(site)
    words = site.words
    with gr.Row(elem_classes="ask"):
        with gr.Column(scale=3, min_width=280):
            conversation = html(conversation_html(words), js_on_load=_ASK_BY_BUTTON)
            newest = html("", js_on_load=_PUT_IN_PLACE, visible="hidden")
            question, ask = _question_row(site)
            suggestions = html("", js_on_load=_ASK_BY_BUTTON)
        with gr.Column(scale=1, min_width=240):
            agency = gr.Dropdown(
                [], label=words.say("ask.agency"), info=words.say("ask.agency_info"), visible=False, filterable=False
            )
            classes = gr.Dropdown(
                [], multiselect=True, label=words.say("ask.classes"), info=words.say("ask.classes_info")
            )
            new = gr.Button(words.say("ask.new"), size="sm", elem_classes="quiet")
    sent = gr.Textbox(visible=False)
    on = partial(gr.on, show_progress="hidden", trigger_mode="multiple", **PRIVATE)
    asked = on([question.submit, ask.click], tab.ask, inputs=[question, classes, sent], outputs=newest, js=_ASKING)
    chosen = on([conversation.click, suggestions.click], tab.ask_chosen, outputs=newest)
    for answering in (asked, chosen):
        answering.then(None, inputs=question, outputs=question, js=_ANSWERED, **PRIVATE).then(
            tab.suggest, inputs=sent, outputs=suggestions, js=_SUGGESTING, show_progress="hidden", **PRIVATE
        )
    on([opened.select], tab.of_agency, inputs=[agency, classes], outputs=classes)
    began = on([new.click], tab.clear, outputs=newest)
    loaded = on([blocks.load], tab.load, inputs=sent, outputs=[agency, classes, newest], js=_LOADING)
    for beginning, script in ((began, _NEW), (loaded, _LOADED)):
        beginning.then(None, js=script, **PRIVATE).then(
            tab.suggest, inputs=sent, outputs=suggestions, js=_SUGGESTING, show_progress="hidden", **PRIVATE
        )
    agency.input(tab.of_agency, inputs=[agency, classes], outputs=classes, show_progress="hidden", **CHOOSING)


def _question_row(site: Site) -> tuple[gr.Textbox, gr.Button]:
    words = site.words
    with gr.Row(elem_classes="asking"):
        question = gr.Textbox(
            label=words.say("ask.question"),
            placeholder=words.say("ask.placeholder"),
            lines=1,
            max_lines=4,
            scale=5,
            min_width=180,
            autofocus=True,
            elem_id="question",
        )
        ask = gr.Button(words.say("ask.ask"), variant="primary", scale=1, min_width=88, elem_id="ask")
    return question, ask
