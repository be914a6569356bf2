from assistant.answer import Answer, Citation, Outcome, Question, Route
from ui.ask.answer_words import answer_words
from ui.words import words_in


def test_a_copied_answer_has_its_question_its_words_and_each_source_in_full() -> None:
    cited = Citation(1, "clerk", "Clerk", "physical_demands", "Standing\tF\tCounter", "clerk.txt", 3, 0, 18)
    answer = Answer(Question("Does it stand?"), Outcome.ANSWERED, Route.LOOKUP, "Frequently [1]", citations=(cited,))
    assert answer_words(answer, {"clerk": "revised March 2019"}, words_in("en")) == (
        "Does it stand?\n\nFrequently [1]\n\nSources:\n"
        "[1] “Standing F Counter” Clerk, Physical demands, page 3, revised March 2019, clerk.txt"
    )


def test_an_answer_that_cites_nothing_is_copied_without_a_list() -> None:
    answer = Answer(Question("Pay?"), Outcome.ABSTAINED, Route.NONE, "It states no pay.")
    assert answer_words(answer, {}, words_in("en")) == "Pay?\n\nIt states no pay."
