"""Answers that are none: asking back, and saying plainly why a question is not answered."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome, Reason, Route
from assistant.draft import Draft, Line, Subject

DOES_NOT_SAY = "The spec does not say"
_MOST_TITLES_NAMED = 30
# So many of all classes are named as examples.
_EXAMPLES = 6
_IN_WORDS = ("no", "one", "two", "three", "four", "five")


def ask_which(titles: Sequence[str], *, is_doubtful: bool) -> Draft:
    """Ask which class is meant; ``is_doubtful`` where the question named one, but not for certain."""
    if len(titles) == 1:
        question = f"Do you mean {titles[0]}? No other class by that name is held."
    elif is_doubtful:
        question = f"Which of these classes do you mean? {_listed(titles)}"
    else:
        question = _which_of_all(titles)
    return Draft(Outcome.CLARIFY, Route.NONE, ((question,),), classes=tuple(titles))


def _which_of_all(titles: Sequence[str]) -> str:
    """Ask which class is meant where any may be: of many a few are named, to show what can be said."""
    if len(titles) <= 2 * _EXAMPLES:
        return f"Which class do you mean? These are held: {_listed(titles)}"
    named = ", ".join(titles[:: len(titles) // _EXAMPLES][:_EXAMPLES])
    return f"Which class do you mean? Among those held are {named}, and others. Please name one, or select it."


def ask_which_file(title: str, files: Sequence[str]) -> Draft:
    """Ask which of several specs of one class is meant, of which none says that it is the newest."""
    question = f"{title} is held more than once, and the dates do not say which is the newest: {_listed(files)}"
    return Draft(Outcome.CLARIFY, Route.NONE, ((question + " Please select one of them.",),), classes=(title,))


def too_many_to_compare(titles: Sequence[str], most: int) -> Draft:
    """More classes are to be compared than a table can show: ask which of them."""
    question = f"Rolebook compares at most {_IN_WORDS[most]} classes at once. Which of these? {_listed(titles)}"
    return Draft(Outcome.CLARIFY, Route.NONE, ((question,),), classes=tuple(titles))


def no_such_class(nearest: Sequence[str], held: Sequence[str]) -> Draft:
    """The class asked about is not held; the titles nearest to it are named, else some that are held."""
    lines: list[Line] = [("No class spec by that name is held.",)]
    if nearest:
        lines.append((f"Did you mean one of these? {_listed(nearest)}",))
    elif held:
        lines.append((f"Held are: {_listed(held)}",))
    return Draft(Outcome.ABSTAINED, Route.NONE, tuple(lines), reason=Reason.NO_SUCH_CLASS)


def not_stated(subjects: Sequence[Subject], topic: str) -> Draft:
    """The specs of these classes say nothing about the topic."""
    titles = tuple(subject.title for subject in subjects)
    of_whom = " or ".join(titles)
    sentence = f"The class spec of {of_whom} does not state the {topic}."
    return Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), classes=titles, reason=Reason.NOT_IN_SPEC)


def absent_topic(subjects: Sequence[Subject], topic: str) -> Draft:
    """The topic is none that class specs have: they describe a class of jobs and no posting or contract."""
    titles = tuple(subject.title for subject in subjects)
    of_whom = f" of {' or '.join(titles)}" if titles else ""
    sentence = (
        f"The class spec{of_whom} does not say anything about {topic}. A class spec describes a class of jobs; "
        "please ask the human resources office, or look at the job posting."
    )
    return Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), classes=titles, reason=Reason.NOT_IN_SPEC)


def no_passage(subjects: Sequence[Subject], nearest: Draft | None = None) -> Draft:
    """No sentence was found that surely answers; the specs may say it in other words, as the nearest do."""
    titles = tuple(subject.title for subject in subjects)
    sentence = (
        f"{DOES_NOT_SAY}, as far as Rolebook finds: no sentence of the class spec of {' or '.join(titles)} "
        "answers this."
    )
    draft = Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), classes=titles, reason=Reason.NOT_IN_SPEC)
    return beneath(draft, nearest)


def beneath(draft: Draft, nearest: Draft | None) -> Draft:
    """The draft, which does not answer, and beneath it the quotations nearest to an answer; they state no values."""
    if nearest is None:
        return draft
    return replace(draft, lines=(*draft.lines, ("The nearest to it:",), *nearest.lines))


def nobodys_work(nearest: Draft | None = None) -> Draft:
    """No class was found for certain whose work is asked for; its spec may say it in other words, as the nearest do."""
    sentence = "No class spec that is held says this of its class, as far as Rolebook finds."
    return beneath(Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), reason=Reason.NOT_IN_SPEC), nearest)


def not_all_told(words: Sequence[str]) -> Draft:
    """A search asks for more than can be told of classes: a list that left that out would be a wrong one."""
    named = ", ".join(word for word in words if word.isalpha())
    unsaid = f" No class spec says: {named}." if named else ""
    sentence = f"Which classes meet all of this cannot be told from the class specs that are held.{unsaid}"
    return Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), reason=Reason.NOT_IN_SPEC)


def not_denied() -> Draft:
    """Classes are looked for by what their specs would have to deny: one that does not mention it denies nothing."""
    sentence = (
        "Which classes meet all of this cannot be told from the class specs that are held: what a spec does not "
        "mention, it does not deny."
    )
    return Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), reason=Reason.NOT_IN_SPEC)


def out_of_scope() -> Draft:
    """The question has nothing to do with class specs."""
    sentence = (
        "That is not a question about class specifications. Rolebook answers what a class of jobs does, requires and "
        "demands, from the class specs that it holds."
    )
    return Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), reason=Reason.OUT_OF_SCOPE)


def nothing_held() -> Draft:
    """The library is empty."""
    sentence = "No class spec is held yet: add some with the command rolebook ingest."
    return Draft(Outcome.ABSTAINED, Route.NONE, ((sentence,),), reason=Reason.NO_SUCH_CLASS)


def _listed(titles: Sequence[str]) -> str:
    shown = ", ".join(titles[:_MOST_TITLES_NAMED])
    return f"{shown}, and others." if len(titles) > _MOST_TITLES_NAMED else f"{shown}."
