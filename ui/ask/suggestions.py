"""What could be asked next: questions made from an answer's classes and fields, of which those are kept that answer."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from assistant.answer import Answer, Outcome, Route
from assistant.draft import section_of
from index import SpecEntry
from ui.html import escaped
from ui.words import Words

_MOST_SHOWN = 4
_MOST_ASKED = 10


def suggested(
    answer: Answer, titles: Sequence[str], neighbours: Sequence[str], answers: Callable[[str], bool], words: Words
) -> tuple[str, ...]:
    """Up to four questions that follow an answer and that are answered themselves.

    Args:
        answer: what was answered.
        titles: the titles of the classes that it is about.
        neighbours: the titles of classes that are like the first of them, the nearest first.
        answers: whether a question is answered by what is held; at most ten are tried.
        words: the page's own words.
    """
    wanted = dict.fromkeys(_candidates(answer, titles, neighbours, words))
    wanted.pop(answer.question.text, None)
    tried = islice(wanted, _MOST_ASKED)
    return tuple(islice((question for question in tried if answers(question)), _MOST_SHOWN))


def neighbours_of(entry: SpecEntry, others: Sequence[SpecEntry]) -> list[SpecEntry]:
    """The other classes, those first that are of the same series, share words of the title, or the department."""
    title = set((entry.title or "").casefold().split())

    def distance(other: SpecEntry) -> tuple[bool, int, bool, bool, str]:
        shared = len(title & set((other.title or "").casefold().split()))
        return (
            entry.series is None or other.series != entry.series,
            -shared,
            entry.department is None or other.department != entry.department,
            other.form != entry.form,
            other.title or "",
        )

    return sorted((other for other in others if other.spec_id != entry.spec_id), key=distance)


def first_questions(titles: Sequence[str], answers: Callable[[str], bool], words: Words) -> tuple[str, ...]:
    """A few questions to begin with, one for each of the first titles, of which those are kept that are answered."""
    forms = ("demands", "education", "lifting", "place")
    questions = (words.say(f"ask.about.{form}", title=title) for form, title in zip(forms, titles, strict=False))
    return tuple(question for question in questions if answers(question))


def suggestions_html(label: str, questions: Sequence[str]) -> str:
    """The questions as buttons that ask them; nothing where there are none."""
    buttons = "".join(
        f'<li><button type="button" data-ask="{escaped(question)}">{escaped(question)}</button></li>'
        for question in questions
    )
    return f'<nav class="suggestions" aria-label="{escaped(label)}"><h2>{escaped(label)}</h2><ul>{buttons}</ul></nav>'


def _candidates(answer: Answer, titles: Sequence[str], neighbours: Sequence[str], words: Words) -> Iterator[str]:
    """Questions that may follow: the same of a neighbour, other parts of the same class, two classes compared."""
    if not titles:
        return
    title = titles[0]
    other = next((one for one in (*titles[1:], *neighbours) if one != title), None)
    question = answer.question.text
    if answer.outcome is Outcome.ANSWERED and len(titles) == 1 and other and title in question:
        yield question.replace(title, other)
    sections = {citation.section for citation in answer.citations} | {
        section_of(value.field) for value in answer.values
    }
    forms = _forms(sections)
    if answer.route is Route.COMPARE:
        yield from (words.say(f"ask.about.{form}", title=one) for form in forms for one in titles)
        return
    yield from (words.say(f"ask.about.{form}", title=title) for form in forms[:2])
    if other:
        yield words.say("ask.about.comparison", title=title, other=other)
    yield from (words.say(f"ask.about.{form}", title=title) for form in forms[2:])


def _forms(sections: set[str]) -> list[str]:
    """The forms of questions about sections that an answer did not show."""
    of_sections = (
        ("physical_demands", "demands"),
        ("class_requirements", "education"),
        ("essential_functions", "functions"),
        ("work_location", "place"),
        ("class_requirements", "licences"),
        ("machines_tools", "tools"),
        ("duties", "functions"),
    )
    return list(dict.fromkeys(form for section, form in of_sections if section not in sections))
