from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Outcome, Question, Reason, Route, Turn, Value
from ui.ask.answer_beside import Beside, Meaning
from ui.ask.asked_about import Candidate
from ui.ask.conversation import (
    EXCHANGES_KEPT,
    Exchange,
    Kept,
    KeptExchange,
    conversation_html,
    exchange_html,
    history_of,
    notice_html,
    read_kept,
    whole_html,
)
from ui.links import digest_of
from ui.words import words_in

WORDS = words_in("en")
HOSTILE = "<img src=x onerror=alert(1)> \"'& ${alert(1)} {{value}} $$x$$ **bold** [9] javascript:alert(1)"


def citation(n: int, quote: str = "Standing\tF\tCounter") -> Citation:
    return Citation(n, "clerk", "Clerk", "physical_demands", quote, "clerk.txt", 3, 10, 10 + len(quote))


def exchange(text: str, *citations: Citation, question: str = "How often?") -> Exchange:
    return Exchange(question, Answer(Question(question), Outcome.ANSWERED, Route.LOOKUP, text, citations=citations))


def shown(one: Exchange, beside: Beside | None = None) -> str:
    return exchange_html(one, beside or Beside(), WORDS)


class Reader(HTMLParser):
    """Collects the elements with the names of their attributes, where links lead, and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.targets: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.targets += [value for name, value in attrs if name == "href" and value]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_marker_and_the_list_of_sources_open_the_quoted_place() -> None:
    page = Reader(shown(exchange("Frequently [1].", citation(1))))
    sources = [target for target in page.targets if target.startswith("/source/")]
    assert sources == [f"/source/clerk?start=10&end=28&digest={digest_of(citation(1).quote)}"] * 2
    assert 'aria-label="Citation 1: Clerk, Physical demands, page 3"' in shown(exchange("Frequently [1].", citation(1)))


def test_the_list_of_sources_says_class_section_page_revision_file_and_quote() -> None:
    words = Reader(shown(exchange("Frequently [1].", citation(1)), Beside(revised={"clerk": "March 2019"}))).words
    assert "[1] Clerk · Physical demands · page 3" in words
    assert "revised March 2019 · clerk.txt" in words
    assert "Standing F Counter" in words


def test_a_number_in_brackets_that_is_no_citation_stays_text() -> None:
    page = Reader(shown(exchange("See note [7].")))
    assert "See note [7]." in page.words
    assert not any(target.startswith("/source/") for target in page.targets)


def test_hostile_words_add_no_element_and_no_attribute() -> None:
    def of(words: str) -> str:
        cited = replace(citation(1, words), class_title=words, source=words, section=words)
        value = Value(words, "physical_demands.standing", words, words, 1)
        answer = Answer(
            Question(words),
            Outcome.ABSTAINED,
            Route.LOOKUP,
            f"{words} [1]\n- {words} [1]\n{words}:",
            Reason.BLANK_IN_SPEC,
            classes=(words,),
            values=(value,),
            citations=(cited,),
            remark=words,
        )
        beside = Beside(
            {1: (Meaning(words, words),)},
            {"clerk": words},
            {},
            ((words, words),),
            (Candidate(words, words),),
        )
        return shown(Exchange(words, answer, classes=(words,), asked_again=(words,)), beside)

    assert Reader(of(HOSTILE)).elements == Reader(of("Words")).elements
    assert HOSTILE in Reader(of(HOSTILE)).words
    assert Reader(notice_html(HOSTILE, "0")).elements == Reader(notice_html("Words", "0")).elements


def test_an_exchange_carries_what_the_browser_keeps_of_it() -> None:
    html = shown(replace(exchange("Rarely.", question='Say "x"?'), classes=("clerk",), key="k1"))
    assert 'id="exchange-k1"' in html
    assert 'data-question="Say &quot;x&quot;?"' in html
    assert 'data-classes="[&quot;clerk&quot;]"' in html
    assert 'data-text="Rarely."' in html


def test_a_problem_is_shown_and_is_not_carried_on() -> None:
    html = shown(Exchange("x" * 3000, problem="The question is too long."))
    assert "The question is too long." in html
    assert "data-question" not in html
    assert len(html) < 2000


def test_the_turns_of_what_a_browser_kept_are_questions_and_answers_in_order() -> None:
    kept = [KeptExchange(question="Standing?", text="Rarely [1]."), KeptExchange(question="Sitting?")]
    assert history_of(kept) == (
        Turn("user", "Standing?"),
        Turn("assistant", "Rarely [1]."),
        Turn("user", "Sitting?"),
    )


def test_of_a_long_conversation_the_newest_exchanges_are_read() -> None:
    sent = Kept(exchanges=[KeptExchange(question=f"Question {n}") for n in range(50)]).model_dump_json()
    read = read_kept(sent).exchanges
    assert [one.question for one in read] == [f"Question {n}" for n in range(50 - EXCHANGES_KEPT, 50)]


def test_a_key_that_would_be_markup_is_none() -> None:
    assert read_kept('{"key": "\\"><img>", "exchanges": []}').key == "0"


@given(st.text(max_size=60) | st.just(None))
def test_whatever_a_browser_sends_is_a_conversation_or_an_empty_one(sent: str | None) -> None:
    assert read_kept(sent).exchanges == []


def test_a_conversation_that_is_asked_again_takes_the_place_of_what_is_shown() -> None:
    html = whole_html([(exchange("One."), Beside()), (exchange("Two."), Beside())], WORDS)
    assert html.startswith("<div data-whole>")
    assert html.index("One.") < html.index("Two.")


def test_the_frame_says_what_its_script_needs_in_the_language_of_the_page() -> None:
    assert f'data-unreachable="{words_in("es").say("ask.unreachable")}"' in conversation_html(words_in("es"))
