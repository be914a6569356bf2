"""The assistant: understand, answer, verify, render (design, "assistant")."""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.answer import Answer, Question
from assistant.answering import abstain
from assistant.answering.compare import column_names, compare
from assistant.draft import Draft
from assistant.errors import LanguageModelError, QuestionError
from assistant.generation.language_model import LanguageModel
from assistant.generation.rewriting import is_follow_up, rewritten
from assistant.generation.wording import worded
from assistant.holdings import Holdings
from assistant.render import render
from assistant.routes import draft_of, fields_by_meaning
from assistant.spanish.questions import in_spanish, not_understood, understood_as
from assistant.understanding.explanation import explained
from assistant.understanding.meanings import meant_by
from assistant.understanding.query import Query
from assistant.understanding.understand import understand
from assistant.verify import as_quotation, failures
from index import Library, SpecEntry

MOST_LETTERS = 2_000
_EXAMPLES = (
    "What are the physical demands of the {}?",
    "What education does the {} need?",
    "How often does the {} lift?",
    "Where does the {} work?",
)
_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions from what a library holds; threads may share it."""

    def __init__(self, library: Library, model: LanguageModel | None = None) -> None:
        """Nothing is loaded yet; without a language model every answer is found and said without one."""
        self._library = library
        self._model = model

    def ask(self, question: Question) -> Answer:
        """The answer to a question, with its citations; the same question over the same files gives the same answer.

        Raises:
            QuestionError: the question is empty, or longer than 2 000 characters.
        """
        *_, answer = self.ask_in_parts(question)
        return answer

    def ask_in_parts(self, question: Question) -> Iterator[Answer]:
        """The answer found without a language model, then, where one words it, the answer as it grows; the last stands.

        Raises:
            QuestionError: the question is empty, or longer than 2 000 characters.
        """
        began = time.perf_counter()
        _check(question)
        for draft in self._drafts(question):
            yield replace(render(draft, question), elapsed_ms=_milliseconds_since(began))

    def compare(self, entries: Sequence[SpecEntry], sections: Sequence[str]) -> Answer:
        """Two to five specs side by side: the sections named, or all that differs; an answer of route ``compare``."""
        began = time.perf_counter()
        holdings = Holdings(self._library)
        subjects = holdings.subjects(entries)
        draft = compare(subjects, column_names(subjects), sections)
        question = Question(f"Compare {' and '.join(subject.title for subject in subjects)}.")
        return replace(render(_verified(draft, holdings), question), elapsed_ms=_milliseconds_since(began))

    def explain(self, question: Question) -> tuple[str, ...]:
        """What a question is understood to ask and by which of its words, one line each; nothing is answered.

        Raises:
            QuestionError: the question is empty, or longer than 2 000 characters.
        """
        _check(question)
        holdings = Holdings(self._library)
        spanish = understood_as(question, holdings.titles.values())
        query = _understood((spanish and spanish.question) or question, holdings)
        return explained(query, fields_by_meaning(query, holdings))

    def make_ready(self) -> None:
        """Load what finding by meaning needs, and take in what was embedded, so that no person waits for it.

        Raises:
            VectorsUnavailable: passages cannot be found by meaning.
        """
        said = _EXAMPLES[0].format("somebody")
        self._library.dense(said, limit=1)
        self._library.relevances(said, [said])
        meant_by(said, partial(self._library.similarities, stay=True))

    def examples(self) -> tuple[str, ...]:
        """A few questions that fit the classes held."""
        holdings = Holdings(self._library)
        titles = holdings.titles_of(holdings.classes)
        return tuple(form.format(title) for form, title in zip(_EXAMPLES, titles, strict=False))

    def _drafts(self, question: Question) -> Iterator[Draft]:
        """The drafts of a question, put into English first where it is Spanish."""
        holdings = Holdings(self._library)
        spanish = understood_as(question, holdings.titles.values())
        if spanish is None:
            yield from self._drafts_in_english(question, holdings)
        elif spanish.question is None:
            yield not_understood()
        else:
            drafts = self._drafts_in_english(spanish.question, holdings)
            yield from (in_spanish(draft, spanish.question.text) for draft in drafts)

    def _drafts_in_english(self, question: Question, holdings: Holdings) -> Iterator[Draft]:
        """The draft, verified, and what the language model makes of it."""
        if self._model is None:
            yield _verified(_answered(question, holdings), holdings)
            return
        whole, remark = _whole(question, self._model, holdings)
        draft = _verified(_answered(whole, holdings), holdings).remarked(remark)
        titles = set(holdings.titles.values())
        for grown in worded(whole.text, draft, self._model, titles, lambda one: not _failures(one, holdings)):
            yield _verified(grown, holdings)


def _understood(question: Question, holdings: Holdings) -> Query:
    return understand(question, holdings.entries, holdings.own_fields, holdings.has_word)


def _answered(question: Question, holdings: Holdings) -> Draft:
    return draft_of(_understood(question, holdings), holdings) if holdings.entries else abstain.nothing_held()


def _whole(question: Question, model: LanguageModel, holdings: Holdings) -> tuple[Question, str | None]:
    """A follow-up as a whole question and a remark that says so; any other question as it is."""
    if not question.history or not is_follow_up(_understood(question, holdings), question):
        return question, None
    try:
        text = rewritten(question, model, holdings.entries)
    except LanguageModelError as error:
        return question, f"{error} The question was taken as it stands."
    return (replace(question, text=text), f"Understood as: “{text}”") if text else (question, None)


def _verified(draft: Draft, holdings: Holdings) -> Draft:
    """The draft, or nothing but its quotes if it says what they do not."""
    wrong = _failures(draft, holdings)
    if not wrong:
        return draft
    _log.error("an answer was replaced by its quotes: %s", "; ".join(wrong))
    return as_quotation(draft)


def _failures(draft: Draft, holdings: Holdings) -> list[str]:
    """What a draft says without support."""
    cited = {evidence.spec_id for evidence in draft.evidence()}
    sources = {spec_id: holdings.held(spec_id).spec.source.text for spec_id in cited}
    return failures(draft, sources, holdings.names)


def _check(question: Question) -> None:
    if not question.text.strip():
        raise QuestionError("The question is empty: please ask something.")
    if len(question.text) > MOST_LETTERS:
        raise QuestionError(
            f"The question has {len(question.text)} characters; please ask it in at most {MOST_LETTERS}."
        )


def _milliseconds_since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 3)
