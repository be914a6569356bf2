"""The assistant: understand, answer, verify, render (design, "assistant")."""

import logging
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import abstain
from assistant.answer import Answer, Question, Reason
from assistant.definition import define
from assistant.draft import HEADER_FIELDS, Draft, Subject, section_of
from assistant.errors import LanguageModelError, QuestionError
from assistant.generation import worded
from assistant.judgement import not_judged
from assistant.language_model import LanguageModel
from assistant.lexicon import STATED_TOPICS
from assistant.lookup import look_up
from assistant.passages import (
    mention,
    quote_answers,
    search_passages,
    search_words,
    sentences_naming,
    sentences_saying,
)
from assistant.query import Naming, Operation, Query
from assistant.render import render
from assistant.rewriting import is_follow_up, rewritten
from assistant.section import whole_sections
from assistant.stated import places_of
from assistant.understand import asks_for_a_list, asks_of_a_job, understand
from assistant.verify import as_quotation, failures
from index import Library, SpecEntry, without_own_series
from ingest.form import SECTION_BY_KEY
from ingest.model import Form

MOST_LETTERS = 2_000
_EXAMPLES = 4
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
            yield replace(render(draft, question), elapsed_ms=round((time.perf_counter() - began) * 1000, 3))

    def _drafts(self, question: Question) -> Iterator[Draft]:
        """The draft, verified, and what the language model makes of it."""
        if self._model is None:
            yield self._verified(self._answered(question))
            return
        whole, remark = self._whole(question, self._model)
        draft = self._verified(self._answered(whole)).remarked(remark)
        titles = set(self._titles(self._library.entries()).values())
        for grown in worded(whole.text, draft, self._model, titles, lambda one: not self._failures(one)):
            yield self._verified(grown)

    def _whole(self, question: Question, model: LanguageModel) -> tuple[Question, str | None]:
        """A follow-up as a whole question and a remark that says so; any other question as it is."""
        entries = self._library.entries()
        if not question.history or not is_follow_up(understand(question, entries, self._own_fields), question):
            return question, None
        try:
            text = rewritten(question, model, entries)
        except LanguageModelError as error:
            return question, f"{error} The question was taken as it stands."
        return (replace(question, text=text), f"Understood as: “{text}”") if text else (question, None)

    def examples(self) -> tuple[str, ...]:
        """A few questions that fit the classes held."""
        entries = self._classes()[:_EXAMPLES]
        titles = self._titles(entries).values()
        asked = (
            "What are the physical demands of the {}?",
            "What education does the {} need?",
            "How often does the {} lift?",
            "Where does the {} work?",
        )
        return tuple(form.format(title) for form, title in zip(asked, titles, strict=False))

    def _answered(self, question: Question) -> Draft:
        entries = self._library.entries()
        if not entries:
            return abstain.nothing_held()
        query = understand(question, entries, self._own_fields)
        titles = self._titles(entries)
        classes = query.classes
        if query.operation is Operation.OTHER_REQUEST and not (classes.entries and classes.naming is Naming.QUESTION):
            return abstain.out_of_scope()
        if classes.unheld:
            nearest = dict.fromkeys(titles[entry.spec_id] for entry in classes.candidates)
            held = dict.fromkeys(titles[entry.spec_id] for entry in self._classes())
            return abstain.no_such_class(list(nearest), list(held))
        if not classes.entries:
            return self._asked_back(query, entries, titles)
        return self._about([self._subject(entry, titles) for entry in classes.entries], query)

    def _about(self, subjects: Sequence[Subject], query: Query) -> Draft:
        """The answer about classes that are known."""
        if query.operation is Operation.JUDGEMENT:
            return not_judged(subjects, query.fields)
        if query.operation is Operation.LOOKUP:
            return _or_sentences(look_up(subjects, query.fields.fields), subjects, query.fields.fields)
        if query.operation is Operation.SECTION:
            return _or_sentences(whole_sections(subjects, query.fields.sections), subjects, query.fields.sections)
        if query.code is not None:
            return define(subjects, query.code)
        stated = STATED_TOPICS.get(query.topic or "")
        if stated is not None and any(places_of(subject, stated) for subject in subjects):
            return look_up(subjects, (stated,))
        if query.topic is not None and not mention(subjects, query.topic_stems):
            return abstain.absent_topic(subjects, query.topic)
        said = sentences_saying(subjects, query.prose_topic) if query.prose_topic else None
        found = said if said and said.answers else search_passages(self._library, subjects, query.topic_words)
        if query.topic is not None and not found.says(query.topic_stems):
            return abstain.absent_topic(subjects, query.topic)
        if found.answers:
            return quote_answers(found, subjects)
        is_about_class = query.classes.naming in (Naming.QUESTION, Naming.HISTORY)
        return abstain.no_passage(subjects) if is_about_class else abstain.out_of_scope()

    def _asked_back(self, query: Query, entries: Sequence[SpecEntry], titles: dict[str, str]) -> Draft:
        """Which class is meant, if the question has to do with class specs at all."""
        candidates = list(dict.fromkeys(titles[entry.spec_id] for entry in query.classes.candidates))
        if len(candidates) == 1 and len(query.classes.candidates) > 1:
            return abstain.ask_which_file(candidates[0], [_file_name(entry) for entry in query.classes.candidates])
        if query.classes.naming is Naming.QUESTION:
            return abstain.ask_which(candidates, is_doubtful=True)
        if asks_for_a_list(query.question):
            return abstain.no_lists(candidates)
        if query.operation is not Operation.PASSAGES or asks_of_a_job(query.question):
            return abstain.ask_which(candidates, is_doubtful=False)
        subjects = [self._subject(entry, titles) for entry in self._classes()]
        if search_words(self._library, subjects, query.topic_words).answers:
            return abstain.ask_which(candidates, is_doubtful=False)
        return abstain.out_of_scope()

    def _verified(self, draft: Draft) -> Draft:
        """The draft, or nothing but its quotes if it says what they do not."""
        wrong = self._failures(draft)
        if not wrong:
            return draft
        _log.error("an answer was replaced by its quotes: %s", "; ".join(wrong))
        return as_quotation(draft)

    def _failures(self, draft: Draft) -> list[str]:
        """What a draft says without support."""
        sources = {e.spec_id: self._library.held(e.spec_id).spec.source.text for e in draft.evidence()}
        entries = self._library.entries()
        names = {entry.code or "" for entry in entries} | {_file_name(entry) for entry in entries}
        free = {*draft.classes, *self._titles(entries).values(), *names} - {""}
        return failures(draft, sources, free)

    def _classes(self) -> tuple[SpecEntry, ...]:
        """The classes that the library describes: a series document is none beside its members."""
        return without_own_series(entry for entry in self._library.entries() if entry.current)

    def _subject(self, entry: SpecEntry, titles: dict[str, str]) -> Subject:
        return Subject(self._library.held(entry.spec_id), titles[entry.spec_id])

    def _titles(self, entries: Sequence[SpecEntry]) -> dict[str, str]:
        """What each class is called, by spec id: its title, with the agency in brackets where two hold the same."""
        plain = {entry.spec_id: entry.title or _file_name(entry) for entry in entries}
        agencies = {(plain[entry.spec_id], entry.agency) for entry in entries}
        holders = Counter(title for title, _ in agencies)
        return {
            entry.spec_id: f"{plain[entry.spec_id]} ({entry.agency})"
            if holders[plain[entry.spec_id]] > 1 and entry.agency
            else plain[entry.spec_id]
            for entry in entries
        }

    def _own_fields(self, entries: Sequence[SpecEntry]) -> Iterator[str]:
        """The field paths of the rows that these classes have and the form does not name."""
        for entry in (entry for entry in entries if entry.form is Form.NORFOLK):
            for fact in self._library.held(entry.spec_id).spec.facts:
                form = SECTION_BY_KEY.get(section_of(fact.field))
                named = {field.key for field in form.fields} if form else set()
                if named and "." in fact.field and fact.field.partition(".")[2] not in named:
                    yield fact.field


def _or_sentences(draft: Draft, subjects: Sequence[Subject], keys: Sequence[str]) -> Draft:
    """The draft; where no spec has a place for what is asked, what specs without coded rows say of it in passing."""
    if draft.reason is not Reason.NOT_IN_SPEC or set(keys) <= HEADER_FIELDS:
        return draft
    found = sentences_naming(subjects, keys)
    return quote_answers(found, subjects) if found.answers else draft


def _check(question: Question) -> None:
    if not question.text.strip():
        raise QuestionError("The question is empty: please ask something.")
    if len(question.text) > MOST_LETTERS:
        raise QuestionError(
            f"The question has {len(question.text)} characters; please ask it in at most {MOST_LETTERS}."
        )


def _file_name(entry: SpecEntry) -> str:
    return entry.path.replace("\\", "/").rpartition("/")[2]
