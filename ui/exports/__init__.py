"""Answers and comparisons as files: each says what the page says, in a form that can be filed and sent on."""

from ui.exports.answer_markdown import answer_markdown
from ui.exports.answer_pdf import answer_pdf
from ui.exports.answer_word import answer_word
from ui.exports.comparison_pdf import comparison_pdf
from ui.exports.comparison_workbook import comparison_workbook
from ui.exports.file_name import file_name
from ui.exports.written import WrittenAnswer, written_answer
from ui.exports.written_comparison import WrittenComparison, written_comparison

__all__ = [
    "WrittenAnswer",
    "WrittenComparison",
    "answer_markdown",
    "answer_pdf",
    "answer_word",
    "comparison_pdf",
    "comparison_workbook",
    "file_name",
    "written_answer",
    "written_comparison",
]
