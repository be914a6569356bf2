"""What holds for every answer: over generated specs, clean and damaged, and over questions made of their fields."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Answer, Assistant, Outcome, Question, Reason
from assistant.wording import field_name
from benchmarks.verify import check_answer
from index import Library, LibrarySettings, SpecEntry
from ingest.model import Fact, Status
from tests.generation.dirt import dirtied, encoded
from tests.generation.printing import paged, printed
from tests.generation.specs import random_values
from ui.contract import answer_object

SPECS = 12
QUESTION_FORMS = (
    "How often is {field} for the {title}?",
    "{title}: {field}",
    "what about {field}, {title}",
    "Tell me the {field} of the {title} please.",
)
SECTION_FORMS = ("What are the {section} of the {title}?", "{section} for {title}", "list the {section}, {title}")
SECTIONS = (
    "physical demands",
    "non-physical demands",
    "environmental factors",
    "class requirements",
    "essential functions",
)
SURPRISES = (
    "what does {title} do about dragons",
    "can i be a {title}",
    "is the salary of {title} good",
    "{title}",
    "F {title}",
)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("generated")
    for seed in range(SPECS):
        random = Random(seed)
        values = random_values(random)
        lines = printed(values, random)
        if seed % 2:
            lines, _ = dirtied(lines, random)
        (folder / f"spec-{seed}.txt").write_bytes(encoded(paged(lines, values.service, random)))
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("library"))) as library:
        assert not library.ingest([folder]).failed
        yield library


def _entries(library: Library) -> list[SpecEntry]:
    return [entry for entry in library.entries() if entry.current and entry.title]


def _check(library: Library, answer: Answer) -> None:
    entries = library.entries()
    sources = {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries}
    titles = {entry.spec_id: entry.title or Path(entry.path).name for entry in entries}
    codes = {entry.spec_id: entry.code for entry in entries if entry.code}
    failures = check_answer(answer_object(answer), sources, titles=titles, codes=codes, specs_held=len(entries))
    assert failures == []
    for citation in answer.citations:
        assert sources[citation.spec_id][citation.start : citation.end] == citation.quote
        held = library.held(citation.spec_id).spec
        within = [s for s in held.sections if s.start <= citation.start and citation.end <= s.end]
        assert citation.section in {section.key for section in within}


@settings(max_examples=80, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_lookup_states_the_fact_of_the_class_that_was_named(generated: Library, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(_entries(generated)))
    facts = [f for f in generated.held(entry.spec_id).spec.facts if f.field.startswith(("physical", "health", "envir"))]
    fact: Fact = data.draw(st.sampled_from(facts))
    form = data.draw(st.sampled_from(QUESTION_FORMS))
    question = form.format(field=field_name(fact.field).lower(), title=entry.title)
    answer = Assistant(generated).ask(Question(question))
    _check(generated, answer)
    stated = {value.field: value for value in answer.values}
    if fact.field in stated and answer.classes == (entry.title,):
        assert (stated[fact.field].raw, stated[fact.field].value) == (fact.raw, fact.value)
        if fact.status is Status.ILLEGIBLE and len(stated) == 1:
            assert answer.reason == Reason.ILLEGIBLE


@settings(max_examples=40, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_section_states_every_row_of_the_document(generated: Library, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(_entries(generated)))
    section = data.draw(st.sampled_from(SECTIONS))
    question = data.draw(st.sampled_from(SECTION_FORMS)).format(section=section, title=entry.title)
    answer = Assistant(generated).ask(Question(question))
    _check(generated, answer)
    if answer.outcome is Outcome.ANSWERED and answer.classes == (entry.title,):
        key = section.replace(" ", "_").replace("-", "_")
        expected = {f.field for f in generated.held(entry.spec_id).spec.facts if f.field.startswith(f"{key}.")}
        assert expected <= {value.field for value in answer.values}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_whatever_is_asked_the_answer_is_exact(generated: Library, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(_entries(generated)))
    words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)
    form = data.draw(st.sampled_from(SURPRISES) | words.map(lambda said: said.replace("{", "").replace("}", "") or "?"))
    _check(generated, Assistant(generated).ask(Question(form.format(title=entry.title))))
