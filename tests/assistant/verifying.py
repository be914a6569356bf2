"""Answers that have passed the independent verifier."""

from pathlib import Path

from assistant import Answer, Assistant, Question
from benchmarks.verify import Sources, check_answer
from index import Library
from ui.contract import answer_object


def sources_of(library: Library) -> Sources:
    """What the verifier is told of a library: the texts, titles and codes of all specs held."""
    entries = library.entries()
    return Sources(
        {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries},
        {entry.spec_id: entry.title or Path(entry.path).name for entry in entries},
        {entry.spec_id: entry.code for entry in entries if entry.code},
    )


def assert_exact(answer: Answer, sources: Sources) -> None:
    """Hold an answer against the sources of its library."""
    held = len(sources.texts)
    assert check_answer(answer_object(answer), sources.texts, sources.titles, sources.codes, held) == []


class Asking:
    """Questions to one library; whatever is answered is exact."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.assistant = Assistant(library)
        self.sources = sources_of(library)

    def __call__(self, text: str, *selected: str) -> Answer:
        """The answer to a question with some classes selected."""
        answer = self.assistant.ask(Question(text, classes=selected))
        assert_exact(answer, self.sources)
        return answer

    def compare(self, *specs: str, sections: tuple[str, ...] = ()) -> Answer:
        """Specs side by side, by id, code or title."""
        answer = self.assistant.compare([self.library.resolve(spec) for spec in specs], sections)
        assert_exact(answer, self.sources)
        return answer
