from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Outcome, Question, Reason, Route, Turn
from ui.conversation import Exchange, conversation_html, history_of, passages_html, surroundings

TEXT = "Title\n\nDEMANDS\tCODE\nLifting\tO\tBoxes <b>\nStanding\tF\tCounter\nSitting\tR\nWalking\tN\nTalking\tF\n"
QUOTE = "Standing\tF\tCounter"
HOSTILE = "<img src=x onerror=alert(1)> \"'& ${alert(1)} {{value}} $$x$$ **bold** [9]"


def citation(n: int, quote: str = QUOTE) -> Citation:
    start = TEXT.index(quote)
    return Citation(n, "clerk", "Clerk", "physical_demands", quote, "clerk.txt", 3, start, start + len(quote))


def exchange(text: str, *citations: Citation, question: str = "How often?") -> Exchange:
    return Exchange(question, Answer(Question(question), Outcome.ANSWERED, Route.LOOKUP, text, citations=citations))


def source_text(spec_id: str) -> str | None:
    return TEXT if spec_id == "clerk" else None


class _Reader(HTMLParser):
    """Collects the elements, their ids and link targets, and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.targets += [value[1:] for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_marker_links_to_its_passage() -> None:
    exchanges = (exchange("Frequently [1].", citation(1)),)
    conversation = _Reader(conversation_html(exchanges, ""))
    passages = _Reader(passages_html(exchanges, source_text))
    assert conversation.targets == ["passage-0-1"]
    assert passages.ids == ["passage-0-1"]
    assert passages.targets == ["answer-0"]
    assert "answer-0" in conversation.ids


def test_a_number_in_brackets_that_is_no_citation_stays_text() -> None:
    assert _Reader(conversation_html((exchange("See note [7]."),), "")).targets == []


def test_the_quoted_words_are_marked_between_the_lines_around_them() -> None:
    html = passages_html((exchange("Frequently [1].", citation(1)),), source_text)
    assert f"Boxes &lt;b&gt;\n<mark>{QUOTE}</mark>\nSitting\tR\nWalking\tN<" in html
    assert "Physical demands · page 3" in html
    assert "clerk.txt" in html


def test_hostile_words_add_no_element() -> None:
    calm = (exchange("Words", citation(1), question="Words"),)
    hostile = (exchange(HOSTILE, replace(citation(1), class_title=HOSTILE, source=HOSTILE), question=HOSTILE),)
    assert _Reader(conversation_html(hostile, "")).elements == _Reader(conversation_html(calm, "")).elements
    assert _Reader(passages_html(hostile, source_text)).elements == _Reader(passages_html(calm, source_text)).elements
    assert HOSTILE in _Reader(conversation_html(hostile, "")).words


def test_an_abstention_does_not_look_like_an_answer() -> None:
    answer = Answer(Question("Pay?"), Outcome.ABSTAINED, Route.NONE, "It states no pay.", Reason.NOT_IN_SPEC)
    html = conversation_html((Exchange("Pay?", answer),), "")
    assert 'class="answer abstained"' in html
    assert "Not answered" in html


def test_the_passages_of_earlier_answers_are_folded_away_below_the_last() -> None:
    exchanges = (exchange("One [1].", citation(1), question="First?"), exchange("Two [1].", citation(1, "Sitting\tR")))
    html = passages_html(exchanges, source_text)
    assert html.index("passage-1-1") < html.index("Cited for: First?") < html.index("passage-0-1")


def test_a_passage_of_a_spec_that_has_changed_says_so_and_keeps_its_quote() -> None:
    gone = replace(citation(1), spec_id="removed")
    moved = replace(citation(2), start=0, end=len(QUOTE))
    html = passages_html((exchange("Frequently [1] [2].", gone, moved),), source_text)
    assert html.count("has changed since this answer") == 2
    assert html.count(f"<mark>{QUOTE}</mark>") == 2


def test_a_problem_is_shown_and_leaves_no_turn_behind() -> None:
    refused = Exchange("x" * 3000, problem="The question is too long.")
    assert "The question is too long." in conversation_html((refused,), "")
    assert history_of((refused, exchange("Rarely."))) == (Turn("user", "How often?"), Turn("assistant", "Rarely."))


def test_before_the_first_question_there_are_words_of_welcome() -> None:
    assert "Ask away" in conversation_html((), "Ask away")


def test_a_long_line_is_cut_between_words_with_an_ellipsis() -> None:
    text = "word " * 300 + "QUOTE" + " word" * 300
    before, after = surroundings(text, 1500, 1505)
    assert before.startswith("…word")
    assert after.endswith("word…")
    assert len(before) <= 401


@given(st.text("ab \t\n\r", max_size=1500), st.data())
def test_surroundings_are_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, after = surroundings(text, start, end)
    assert text[:start].endswith(before.removeprefix("…"))
    assert text[end:].startswith(after.removesuffix("…"))
    assert sum(bool(line.strip()) for line in before.split("\n")[:-1]) <= 2
    assert sum(bool(line.strip()) for line in after.split("\n")[1:]) <= 2
