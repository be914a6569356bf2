"""What the Ask tab does: a question of a conversation becomes HTML for the page; nothing of it is kept here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import Assistant
from assistant.answer import Answer, Outcome, Question
from assistant.assistant import MOST_LETTERS
from assistant.holdings import Holdings
from index import Library
from ingest.errors import RolebookError
from ui.ask.answer_beside import Beside, beside
from ui.ask.asked_about import asked_about
from ui.ask.conversation import (
    EXCHANGES_KEPT,
    Exchange,
    Kept,
    KeptExchange,
    exchange_html,
    history_of,
    notice_html,
    welcome_html,
    whole_html,
)
from ui.ask.suggestions import first_questions, neighbours_of, suggested, suggestions_html
from ui.words import Words

_MOST_BEFORE = 2
_MOST_NEIGHBOURS = 3


class Asking:
    """Answers the page's questions over one library; threads may share it."""

    def __init__(self, library: Library, assistant: Assistant, words: Words) -> None:
        """``assistant`` may have a language model; what is asked again is asked without one, so that it is quick."""
        self._library = library
        self._assistant = assistant
        self._quick = Assistant(library)
        self._words = words

    def answer(self, question: str, kept: Kept) -> Iterator[str]:
        """The exchange of a question as HTML, again as its answer grows; a notice where the question is empty."""
        if not question.strip():
            yield notice_html(self._words.say("ask.empty"), kept.key)
            return
        if len(question) > MOST_LETTERS:
            problem = self._words.say("ask.too_long", letters=f"{len(question):,}", most=f"{MOST_LETTERS:,}")
            yield self._shown(Exchange(question, problem=problem, key=kept.key))
            return
        yield from self._answered(
            Question(question, classes=tuple(kept.classes), history=history_of(kept.exchanges)), kept
        )

    def answer_about(self, question: str, spec_id: str, kept: Kept) -> Iterator[str]:
        """The exchange of a question about the one class that was chosen of several that it may mean."""
        asked = Question(question, history=history_of(kept.exchanges))
        try:
            of_class = asked_about(asked, spec_id, self._quick, self._library)
        except RolebookError as error:
            yield self._shown(Exchange(question, problem=str(error), key=kept.key))
            return
        if of_class is None:
            yield notice_html(self._words.say("ask.cannot_ask"), kept.key)
            return
        yield from self._answered(of_class, kept)

    def again(self, exchanges: Sequence[KeptExchange]) -> str:
        """A conversation asked again, without a language model, in place of what the page shows."""
        asked = self._asked([(one.question, tuple(one.classes)) for one in exchanges[-EXCHANGES_KEPT:]])
        if not asked:
            return self.welcome()
        return whole_html([(exchange, self._beside(exchange.answer)) for exchange in asked], self._words)

    def welcome(self) -> str:
        """What the page shows before the first question."""
        is_empty = not self._library.entries()
        return welcome_html(self._words.say("ask.nothing_held") if is_empty else self._words.say("ask.welcome"))

    def suggestions(self, kept: Kept) -> str:
        """Questions that follow the last of a conversation, or to begin with, each of which is answered."""
        if kept.exchanges:
            *before, last = kept.exchanges
            try:
                answer = self._quick.ask(
                    Question(last.question, classes=tuple(last.classes), history=history_of(before))
                )
            except RolebookError:
                return self._examples()
            questions = self._following(answer)
            if questions:
                return suggestions_html(self._words.say("ask.next"), questions)
        return self._examples()

    def _examples(self) -> str:
        if self._words.language == "en":
            questions = self._assistant.examples()
        else:
            holdings = Holdings(self._library)
            questions = first_questions(holdings.titles_of(holdings.classes), self._is_answered, self._words)
        return suggestions_html(self._words.say("ask.examples"), questions) if questions else ""

    def _following(self, answer: Answer) -> tuple[str, ...]:
        holdings = Holdings(self._library)
        about = [entry for entry in holdings.classes if holdings.titles[entry.spec_id] in answer.classes]
        if not about or answer.outcome is Outcome.CLARIFY:
            return ()
        about.sort(key=lambda entry: answer.classes.index(holdings.titles[entry.spec_id]))
        neighbours = neighbours_of(about[0], holdings.classes)[:_MOST_NEIGHBOURS]
        titles = [holdings.titles[entry.spec_id] for entry in about]
        nearest = [holdings.titles[entry.spec_id] for entry in neighbours]
        return suggested(answer, titles, nearest, self._is_answered, self._words)

    def _is_answered(self, question: str) -> bool:
        return self._quick.ask(Question(question)).outcome is Outcome.ANSWERED

    def _answered(self, question: Question, kept: Kept) -> Iterator[str]:
        exchange = Exchange(question.text, classes=question.classes, key=kept.key)
        again: tuple[str, ...] = ()
        try:
            for answer in self._assistant.ask_in_parts(question):
                again = again or self._asked_again(answer, kept.exchanges)
                yield self._shown(replace(exchange, answer=answer, asked_again=again))
        except RolebookError as error:
            yield self._shown(replace(exchange, problem=str(error)))

    def _asked_again(self, answer: Answer, before: Sequence[KeptExchange]) -> tuple[str, ...]:
        """The fewest questions of the conversation that give this answer again: itself, or with some before it."""
        question = answer.question
        earlier = [one.question for one in before]
        for fewer in range(min(len(earlier), _MOST_BEFORE) + 1):
            questions = (*earlier[len(earlier) - fewer :], question.text)
            *_, last = self._asked([(one, question.classes) for one in questions])
            if last.answer is not None and last.answer.text == answer.text:
                return questions
        return (*earlier, question.text)[-EXCHANGES_KEPT:]

    def _asked(self, questions: Sequence[tuple[str, tuple[str, ...]]]) -> list[Exchange]:
        """The exchanges of questions that are asked one after the other, each about its selected classes."""
        kept: list[KeptExchange] = []
        asked: list[Exchange] = []
        for place, (text, classes) in enumerate(questions):
            exchange = Exchange(text, classes=classes, key=f"kept-{place}")
            try:
                answer = self._quick.ask(Question(text, classes=classes, history=history_of(kept)))
            except RolebookError as error:
                asked.append(replace(exchange, problem=str(error)))
                continue
            again = (*(one.question for one in kept if tuple(one.classes) == classes), text)
            asked.append(replace(exchange, answer=answer, asked_again=again))
            kept.append(KeptExchange(question=text, classes=list(classes), text=answer.text))
        return asked

    def _shown(self, exchange: Exchange) -> str:
        return exchange_html(exchange, self._beside(exchange.answer), self._words)

    def _beside(self, answer: Answer | None) -> Beside:
        return beside(answer, self._library) if answer else Beside()
