"""The home form gives the same facts from Word, however its tables, numbers and boxes are made there."""

from functools import cache

import pytest

from ingest.arrangement import arranged, settled, with_pages
from ingest.model import Status
from ingest.norfolk.document import read_norfolk
from ingest.placement import Placement
from ingest.readers.text import read_text
from ingest.readers.word.reader import read_word
from ingest.source_text import SourceText
from tests.ingest.readers.word.writing import FormStyle, form_file
from tests.ingest.reading import SAMPLES

_STYLES = {
    "tables": FormStyle(),
    "numbers and form fields": FormStyle(
        has_automatic_numbers=True, has_heading_styles=True, boxes="form fields", factors="merged heads"
    ),
    "content controls and nested tables": FormStyle(boxes="content controls", factors="nested tables"),
    "a page in a table": FormStyle(
        is_in_layout_table=True, has_automatic_numbers=True, boxes="symbols", factors="nested tables"
    ),
    "header and footer": FormStyle(has_running_parts=True, has_automatic_numbers=True, boxes="form fields"),
}

_Values = dict[str, tuple[Status, str | None, str | None]]


def _values(extracted: SourceText) -> _Values:
    source = settled(with_pages(extracted))
    form = arranged(source)
    reading = read_norfolk(form.view.text, form.lines)
    assert reading is not None
    facts = Placement(source, form.view).facts(reading.facts)
    assert all(source.text[fact.raw_start : fact.raw_end] == fact.raw for fact in facts)
    return {fact.field: (fact.status, fact.value, fact.description) for fact in facts}


@cache
def _printed(sample: str) -> _Values:
    return _values(read_text((SAMPLES / sample).read_bytes()))


@pytest.mark.parametrize("style", _STYLES.values(), ids=list(_STYLES))
@pytest.mark.parametrize("sample", ["firefighter.txt", "librarian.txt", "police-dispatcher.txt"])
def test_a_form_in_word_has_the_facts_of_its_text(sample: str, style: FormStyle) -> None:
    text = (SAMPLES / sample).read_text(encoding="utf-8-sig")
    assert _values(read_word(form_file(text, style))) == _printed(sample)
