"""An answer as a Markdown file, in which no word of a spec or a person is markup."""

import re
from collections.abc import Iterable

from ui.exports.answer_parts import AnswerTable
from ui.exports.letters import Letters
from ui.exports.written import WrittenAnswer, WrittenSource, made_sentence, missing_sentence
from ui.words import Words

# A marker [n] is left as it is: without a definition, and none can be written here, it is no link.
_MARKER = r"\[\d{1,4}\](?![(\[])"
_MARKUP = re.compile(rf"(?P<marker>{_MARKER})|(?P<sign>[\\`*_{{}}\[\]<>#|~&$@^]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
# What would make a list, a heading, a rule or a definition of a line that begins with it.
_AT_LINE_START = re.compile(r"^(\d{0,9})([-+=.)]|\[(?=\d{1,4}\]:))", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")


def answer_markdown(written: WrittenAnswer, words: Words) -> str:
    """The answer with its question and sources, as Markdown (CommonMark, tables as GitHub writes them)."""
    letters = Letters()
    blocks = [
        f"# {words.say('page.name')}",
        *_earlier(written, letters, words),
        f"## {words.say('exports.question')}",
        _paragraph(written.question, letters),
        f"## {words.say(f'exports.outcome.{written.outcome.value}')}",
        *_answer(written.parts, letters),
        *_sources(written.sources, letters, words),
        "---",
        made_sentence(written.made, words),
        words.say("exports.is_not"),
    ]
    missing = missing_sentence(letters, words)
    return "\n\n".join([*blocks, missing] if missing else blocks) + "\n"


def _earlier(written: WrittenAnswer, letters: Letters, words: Words) -> list[str]:
    if not written.earlier:
        return []
    asked = "\n".join(f"{n}. {_line(question, letters)}" for n, question in enumerate(written.earlier, start=1))
    return [f"## {words.say('exports.earlier')}", asked]


def _answer(parts: Iterable[str | AnswerTable], letters: Letters) -> list[str]:
    """The lines of the answer, each with a hard end, and its tables."""
    blocks: list[str] = []
    lines: list[str] = []
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
            continue
        blocks += [_paragraph("\n".join(lines), letters)] if lines else []
        blocks.append(_table(part, letters))
        lines = []
    return [*blocks, _paragraph("\n".join(lines), letters)] if lines else blocks


def _table(table: AnswerTable, letters: Letters) -> str:
    rows = [table.head, *table.rows]
    head, *body = ("| " + " | ".join(_line(cell, letters) for cell in row) + " |" for row in rows)
    return "\n".join([head, "|" + " --- |" * len(table.head), *body])


def _sources(sources: Iterable[WrittenSource], letters: Letters, words: Words) -> list[str]:
    blocks = [block for source in sources for block in _source(source, letters)]
    return [f"## {words.say('exports.sources')}", *(blocks or [words.say("exports.no_sources")])]


def _source(source: WrittenSource, letters: Letters) -> tuple[str, str]:
    place = " · ".join(f"{name}: {_line(said, letters)}" for name, said in source.place)
    quote = letters.shown(source.quote)
    longest = max((len(run) for run in _BACKTICKS.findall(quote)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"**[{source.number}]** {place}", f"{fence}text\n{quote}\n{fence}"


def _paragraph(text: str, letters: Letters) -> str:
    """Text as one paragraph that says it as it stands; a line's end is a hard one, and an empty line ends it."""
    lines = [_escaped(line.strip()) for line in letters.shown(text).split("\n")]
    return re.sub(r"\\?\n(\\?\n)+", "\n\n", "\\\n".join(lines)).strip("\n")


def _line(text: str, letters: Letters) -> str:
    return _escaped(" ".join(letters.shown(text).split()))


def _escaped(text: str) -> str:
    escaped = _MARKUP.sub(lambda found: found["marker"] or "\\" + found["sign"], text)
    return _AT_LINE_START.sub(r"\1\\\2", escaped)
