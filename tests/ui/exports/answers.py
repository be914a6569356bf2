"""Answers to write: ordinary ones, and some that would do harm if a file took their words for code."""

from datetime import UTC, datetime

from assistant.answer import Answer, Citation, Outcome, Question, Route
from index import SpecEntry
from ingest.model import Form
from ui.exports import WrittenAnswer, written_answer
from ui.words import words_in

MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ENGLISH = words_in("en")
QUOTE = "Standing\tF\tCounter,  cash desk\r\nSitting\tR\tBreaks"
TABLE = """\
| | Clerk | Custodian | |
| --- | --- | --- | --- |
| Standing | Frequently (“Counter”) [1]| not stated | differs |
| Tools \\| aids | “None” [2]| “Mop” [2]| same |
All other rows say the same."""

# Markdown, HTML, the markup of a PDF paragraph, formulas, a template, and a word that no line holds.
MARKUP = (
    "<b>bold</b> <font color='red'>x</font> <br/> &amp; [link](http://evil.example) ![picture](x) `code` **b** _i_ ~s~ "
    "$$x$$ {{v}} {0} http://evil.example www.evil.example a@evil.example [1]: http://evil.example <!-- no --> \\* "
    "_x0041_ " + "W" * 300
)
LINES = "=1+1\n[1]: http://e.example\n# head\n1. one\n2) two\n- three\n+ four\n---\n===\n```\n> cited\n\ttab\n    code"
CONTROLS = "bell\x07 null\x00 turned\u202etxt.exe\u2066 feed\x0c lone\ud800 last\uffff"
CONTROLS_SHOWN = "bell\ufffd null\ufffd turned\ufffdtxt.exe\ufffd feed\ufffd lone\ufffd last\ufffd"
HOSTILE = [
    *("=cmd|' /C calc'!A1", "+1", "-1", "@SUM(A1)", MARKUP, CONTROLS, LINES),
    *("Здравствуйте Ελληνικά čšž ñ ½ § “”", "中文 עברית عربي हिन्दी", ""),
]


def citation(n: int = 1, quote: str = QUOTE, said: str = "Clerk", page: int | None = 3) -> Citation:
    return Citation(n, "clerk", said, "physical_demands", quote, f"{said}.txt", page, 0, len(quote))


def answer(text: str, *citations: Citation, question: str = "How often does the Clerk stand?") -> Answer:
    return Answer(Question(question), Outcome.ANSWERED, Route.LOOKUP, text, citations=citations)


def written(*answers: Answer) -> WrittenAnswer:
    return written_answer(answers, [entry("clerk")], MADE, ENGLISH)


def hostile(words: str) -> WrittenAnswer:
    """An answer of which every part says the same words."""
    return written(answer(f"{words} [1]", citation(quote=words, said=words), question=words))


def entry(spec_id: str, revised: str | None = "May 2014", adopted: str | None = "May 1989") -> SpecEntry:
    return SpecEntry(
        spec_id=spec_id,
        title=None,
        code=None,
        agency=None,
        department=None,
        service=None,
        adopted=adopted,
        revised=revised,
        revision=None,
        path=f"{spec_id}.txt",
        sha256="0",
        form=Form.NORFOLK,
        members=(),
        issues=(),
    )
