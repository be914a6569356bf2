from assistant.answer import Answer, Citation, Outcome, Question, Route
from index import SpecEntry
from ingest.model import Form
from ui.ask.suggestions import neighbours_of, suggested, suggestions_html
from ui.words import words_in

WORDS = words_in("en")
CITED = Citation(1, "clerk", "Clerk", "physical_demands", "Standing F", "clerk.txt", None, 0, 10)
ANSWER = Answer(Question("How often does the Clerk stand?"), Outcome.ANSWERED, Route.LOOKUP, "F", citations=(CITED,))


def test_only_questions_that_are_answered_are_suggested_and_four_at_most() -> None:
    asked: list[str] = []

    def answers(question: str) -> bool:
        asked.append(question)
        return "education" not in question

    questions = suggested(ANSWER, ["Clerk"], ["Guard"], answers, WORDS)
    assert len(questions) == 4
    assert "What education does the Clerk need?" in asked
    assert not any("education" in question for question in questions)


def test_the_same_is_suggested_of_a_neighbour_and_no_section_that_was_just_shown() -> None:
    questions = suggested(ANSWER, ["Clerk"], ["Guard"], lambda _: True, WORDS)
    assert "How often does the Guard stand?" in questions
    assert "Compare the Clerk and the Guard." in questions
    assert "What are the physical demands of the Clerk?" not in questions


def test_no_more_than_ten_questions_are_tried() -> None:
    asked: list[str] = []

    def answers(question: str) -> bool:
        asked.append(question)
        return False

    titles = [f"Clerk {n}" for n in range(30)]
    compared = Answer(Question("Compare them."), Outcome.ANSWERED, Route.COMPARE, "")
    assert suggested(compared, titles, [], answers, WORDS) == ()
    assert len(asked) == 10


def entry(title: str, department: str | None = None) -> SpecEntry:
    return SpecEntry(
        title, title, None, None, department, None, None, None, None, f"/{title}", "0" * 64, Form.NORFOLK, (), ()
    )


def test_neighbours_are_first_those_with_words_of_the_title_then_those_of_the_department() -> None:
    clerk = entry("Court Clerk I", "Courts")
    others = [entry("Archivist"), entry("Bailiff", "Courts"), entry("Court Clerk II", "Courts"), clerk]
    nearest = [other.title for other in neighbours_of(clerk, others)]
    assert nearest == ["Court Clerk II", "Bailiff", "Archivist"]


def test_a_suggestion_is_a_button_that_asks_it() -> None:
    assert '<button type="button" data-ask="A &lt;b&gt;?">A &lt;b&gt;?</button>' in suggestions_html("Next", ["A <b>?"])
