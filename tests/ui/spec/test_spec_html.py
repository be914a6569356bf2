"""The form of a spec on the page, over the samples as they are held and over specs made to be hostile."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.draft import Subject
from index import HeldSpec, Library, LibrarySettings, Series, SpecEntry
from ingest.model import ClassSpec, Fact, Form, Issue, LegendEntry, Member, Repair, Section, Status
from tests.index.spec_factory import lamp_clerks, lamplighter
from tests.ui.conftest import ROOT
from ui.spec.layout import parts_of
from ui.spec.sections_html import anchors_of
from ui.spec.spec_html import gone_html, spec_html, welcome_html
from ui.spec.view import SpecView, spec_view
from ui.words import LANGUAGES, words_in

EN = words_in("en")
HOSTILE = "<img src=x onerror=alert(1)>\"'&{{value}}${alert(1)}</script>"


@pytest.fixture(scope="module")
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(LibrarySettings(library=library_folder)) as library:
        yield library


def entry_of(spec: ClassSpec, spec_id: str = "lamp-1") -> SpecEntry:
    return SpecEntry(
        spec_id,
        spec.title,
        spec.code,
        spec.agency,
        spec.department,
        spec.service,
        spec.adopted,
        spec.revised,
        spec.revision,
        spec.source.path,
        spec.source.sha256,
        spec.form,
        spec.members,
        spec.issues,
    )


def as_repaired(spec: ClassSpec) -> ClassSpec:
    """A spec made by hand whose repairs are of a rule that reading has."""

    def ruled(repairs: tuple[Repair, ...]) -> tuple[Repair, ...]:
        return tuple(replace(repair, rule=repair.rule.replace("-", "_")) for repair in repairs)

    return replace(
        spec,
        facts=tuple(replace(fact, repairs=ruled(fact.repairs)) for fact in spec.facts),
        sections=tuple(replace(section, repairs=ruled(section.repairs)) for section in spec.sections),
        legends=tuple(replace(legend, repairs=ruled(legend.repairs)) for legend in spec.legends),
    )


def view_of(spec: ClassSpec, series: Series | None = None) -> SpecView:
    """A spec alone in a library, of no pages."""
    spec = as_repaired(spec)
    entry = entry_of(spec)
    subject = Subject(HeldSpec(entry.spec_id, spec, series), spec.title or "lamp.txt")
    return SpecView(subject, entry, None, (entry,), None, (), (entry.path,))


def shown(spec: ClassSpec, series: Series | None = None) -> str:
    return spec_html(view_of(spec, series), EN)


def words_of(html: str) -> str:
    """What a person reads, with white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def row_of(html: str, label: str) -> str:
    """What a person reads in the row of a label."""
    return next(words_of(row) for row in html.split("<tr ") if f">{label}<" in row)


def is_shown(fact: Fact, text: str) -> bool:
    """Whether what was read of a fact is among the words shown; of a box that is not marked, that it is not."""
    if fact.field == "title":
        return True  # shown as a title, which may be written in other letters
    said = [fact.value, fact.description] if fact.value != "X" else [fact.description]
    return all(" ".join(part.split()).casefold() in text.casefold() for part in said if part)


def test_every_fact_of_every_sample_is_shown_with_a_link_to_its_row(library: Library) -> None:
    for entry in library.entries():
        spec = library.held(entry.spec_id).spec
        html = spec_html(spec_view(entry.spec_id, library, Assistant(library)), EN)
        text = words_of(html)
        assert [fact.field for fact in spec.facts if not is_shown(fact, text)] == [], entry.title
        links = set(re.findall(rf'href="/source/{entry.spec_id}\?start=(\d+)&amp;end=(\d+)&amp;digest=\w+"', html))
        assert [fact.field for fact in spec.facts if (str(fact.start), str(fact.end)) not in links] == [], entry.title


def test_every_section_and_every_issue_of_every_sample_is_shown(library: Library) -> None:
    for entry in library.entries():
        spec = library.held(entry.spec_id).spec
        text = words_of(spec_html(spec_view(entry.spec_id, library, Assistant(library)), EN))
        headings = [" ".join(section.heading.split()) for section in spec.sections if section.heading]
        if spec.form is Form.GENERIC:
            headings = [words for words in headings if words != "JOB DETAILS"]  # a heading over the header alone
        assert [words for words in headings if words not in text] == [], entry.title
        told = [issue.message for issue in spec.issues if issue.code not in ("superseded", "older_revision")]
        assert [message for message in told if message not in text] == [], entry.title


def test_every_link_inside_the_form_of_every_sample_leads_to_one_place_in_it(library: Library) -> None:
    for entry in library.entries():
        html = spec_html(spec_view(entry.spec_id, library, Assistant(library)), EN)
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(set(ids)) == len(ids), entry.title
        places = re.findall(rf'href="/\?tab=spec&amp;spec={entry.spec_id}#([^"]+)"', html)
        assert set(places) <= set(ids), entry.title
        assert 'href="#' not in html, entry.title


def test_no_sample_shows_a_folder_of_the_machine(library: Library) -> None:
    for entry in library.entries():
        html = spec_html(spec_view(entry.spec_id, library, Assistant(library)), EN)
        assert str(ROOT) not in html, entry.title


def test_a_coded_value_is_said_in_words_with_its_letter_and_what_the_legend_says_of_it() -> None:
    spec = lamplighter()
    legend = LegendEntry("physical_demands", "F", "Frequently", "From 1/3 to 2/3 of the time.", 1, 0, 5)
    html = shown(replace(spec, legends=(legend,)))
    assert row_of(html, "Standing").endswith("Standing Frequently F At lamps")
    assert '<abbr class="said" title="From 1/3 to 2/3 of the time.">Frequently</abbr>' in html
    assert "F = Frequently From 1/3 to 2/3 of the time." in words_of(html)


def test_a_repaired_value_says_what_was_read_from_what() -> None:
    html = shown(lamplighter())
    assert "read as “O” from “0” (look-alike letter)" in row_of(html, "Walking")
    assert "read as" not in row_of(html, "Standing")


def test_a_repaired_label_and_a_repaired_heading_are_told_from_a_repaired_value() -> None:
    repair = Repair("misread_letters", "Stand\ting", "Standing", 0, 3)
    fact = replace(lamplighter().facts[0], repairs=(repair,))
    section = replace(lamplighter().sections[0], repairs=(replace(repair, before="Dut1es", after="Duties"),))
    text = words_of(shown(replace(lamplighter(), facts=(fact,), sections=(section,))))
    assert "Label read as “Standing” from “Stand⇥ing” (misread letters)" in text
    assert "Heading read as “Duties” from “Dut1es” (misread letters)" in text


def test_blank_and_illegible_cells_are_said_in_words() -> None:
    blank = Fact("physical_demands.sitting", Status.BLANK, "", None, None, None, 0, 5, 5, 5)
    smudged = Fact("physical_demands.lifting", Status.ILLEGIBLE, "¢", None, None, None, 0, 5, 0, 1)
    html = shown(_plain(facts=(blank, smudged)))
    assert "Sitting left blank" in row_of(html, "Sitting")
    assert "cannot be read for certain: the source has “¢”" in row_of(html, "Lifting")


def test_a_box_is_said_to_be_marked_or_not() -> None:
    marked = Fact("work_location.office", Status.READ, "X", "X", None, None, 0, 5, 0, 1)
    unmarked = Fact("work_location.shop", Status.READ, "", None, None, None, 0, 5, 0, 0)
    html = shown(_plain(facts=(marked, unmarked)))
    assert row_of(html, "Office Environment").endswith("✓ marked")
    assert row_of(html, "Shop").endswith("not marked")


def test_an_essential_function_is_one_row_with_its_number_and_its_strength() -> None:
    said = Fact("essential_functions.3", Status.READ, "Lights.", "Lights lamps.", None, None, 0, 9, 0, 9)
    strength = Fact("essential_functions.3.strength", Status.READ, "L", "Light", None, None, 0, 9, 0, 1)
    assert row_of(shown(_plain(facts=(said, strength))), "3").endswith("3 Lights lamps. Light L")


def test_what_the_header_does_not_state_is_said_so_and_what_came_with_the_file_too() -> None:
    text = words_of(shown(_plain(facts=(), department=None, agency="Harbor City")))
    assert "Department not stated in this document" in text
    assert "Agency Harbor City (given with the file, not stated in it)" in text


def test_a_date_is_shown_as_it_was_read_and_as_it_is_written() -> None:
    date = Fact("adopted", Status.READ, "10/7/69", "October 7, 1969", None, None, 0, 7, 0, 7)
    assert "Adopted October 7, 1969 (written “10/7/69”)" in words_of(shown(_plain(facts=(date,))))


def test_a_section_of_another_form_is_shown_whole_below_its_own_heading() -> None:
    spec = lamp_clerks()[0]
    start = spec.source.text.index("DEFINITION OF SERIES")
    section = Section("definition", "DEFINITION OF SERIES", 1, start, spec.sections[0].end)
    html = shown(replace(spec, sections=(section,)))
    assert '<h3 id="spec-definition" tabindex="-1">DEFINITION OF SERIES</h3>' in html
    assert '<div class="paragraphs lines">Clerks who keep the books of the lamps.</div>' in html


def test_sections_that_share_a_key_have_places_of_their_own() -> None:
    spec = lamp_clerks()[0]
    sections = tuple(Section("other", name, None, 0, 4) for name in ("Scope", "History", "Notes"))
    parts = parts_of(replace(spec, sections=sections))
    assert anchors_of(parts) == ("spec-other", "spec-other.2", "spec-other.3")


def test_a_series_links_to_its_classes_and_a_class_to_its_series() -> None:
    spec = lamp_clerks()[0]
    assert "Lamp Clerk II (4411)" in words_of(shown(spec))
    assert 'href="/?tab=spec&amp;spec=lamp-1-1"' in shown(spec)
    html = shown(lamp_clerks()[2], Series("clerks", "Lamp Clerk"))
    assert 'href="/?tab=spec&amp;spec=clerks"' in html
    assert "One class of the series Lamp Clerk" in words_of(html)


def test_an_issue_links_to_its_place() -> None:
    html = shown(_plain(issues=(Issue("odd_row", "A row is odd.", 3, 7),)))
    assert 'aria-label="Source: A row is odd."' in html
    assert "/source/lamp-1?start=3&amp;end=7" in html


def test_the_newest_revision_shows_what_changed_since_the_one_before_with_both_sources(library: Library) -> None:
    newest, older = (_greenhouse(library, is_current=current) for current in (True, False))
    html = spec_html(spec_view(newest.spec_id, library, Assistant(library)), EN)
    changes = html.partition('id="spec-changes"')[2]
    assert "Talking Occasionally (O) Crew Frequently (F) Crew, volunteers" in row_of(changes, "Talking")
    assert "Standing" not in words_of(changes)
    talking = next(row for row in changes.split("<tr ") if ">Talking<" in row)
    assert f"/source/{older.spec_id}?" in talking
    assert f"/source/{newest.spec_id}?" in talking


def test_an_older_revision_says_which_one_answers_and_shows_no_changes_where_none_is_before_it(
    library: Library,
) -> None:
    newest, older = (_greenhouse(library, is_current=current) for current in (True, False))
    html = spec_html(spec_view(older.spec_id, library, Assistant(library)), EN)
    assert "This is an older revision. Questions are answered from the newer one, of September 2018." in words_of(html)
    assert f"spec={newest.spec_id}" in html
    assert "spec-changes" not in html


def test_a_copy_of_the_same_bytes_is_said_to_be_one() -> None:
    spec = lamplighter()
    first = entry_of(spec, "lamp-0")
    view = replace(view_of(spec), newest=first)
    assert "This is a second copy of the same document." in words_of(spec_html(view, EN))


def test_each_page_has_a_picture_with_words_for_it_and_a_section_links_to_its_page() -> None:
    html = spec_html(replace(view_of(lamplighter()), pages=(1, 2)), EN)
    assert '<img loading="lazy" src="/source/lamp-1/pages/2.png" alt="Page 2 of Lamplighter"' in html
    assert '<a class="page" href="/?tab=spec&amp;spec=lamp-1#spec-page-1">page 1</a>' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_document_that_look_like_markup_are_shown_as_words(language: str) -> None:
    fact = Fact("machines_tools", Status.READ, HOSTILE, HOSTILE, None, None, 0, 5, 0, 5)
    row = replace(lamplighter().facts[0], field=f"physical_demands.{HOSTILE}", description=HOSTILE)
    spec = lamplighter(
        f"/specs/{HOSTILE}.txt",
        title=HOSTILE,
        agency=HOSTILE,
        facts=(fact, row),
        members=(Member(HOSTILE, HOSTILE, 0),),
        legends=(LegendEntry("physical_demands", "F", "Frequently", HOSTILE, None, 0, 5),),
        sections=(Section("machines_tools", HOSTILE, 1, 0, 5, (Repair("markup", HOSTILE, HOSTILE, 0, 1),)),),
        issues=(Issue("odd_row", HOSTILE, 0, 1),),
    )
    view = replace(view_of(spec, Series(HOSTILE, HOSTILE)), pages=(1,))
    html = spec_html(view, words_in("es" if language == "es" else "en")) + gone_html(HOSTILE, EN)
    assert set(re.findall(r"<(img|script)[^>]*", html)) == {"img"}
    assert "<img src=x" not in html
    assert "onerror=alert(1)>" not in html


def test_a_spec_that_is_not_held_is_said_so_with_what_to_do_next() -> None:
    text = words_of(gone_html("no-such-spec", EN))
    assert "Rolebook holds no specification under the name “no-such-spec”." in text
    assert "Choose a class in the list above." in text


def test_before_a_spec_is_chosen_the_page_says_how_to_begin() -> None:
    assert "Choose a class above" in welcome_html(EN, holds_any=True)
    assert "No class specification is held yet" in welcome_html(EN, holds_any=False)


def test_every_rule_of_repair_that_is_documented_has_words_in_both_languages() -> None:
    table = (ROOT / "docs" / "formats.md").read_text().partition("| rule | example | becomes |")[2]
    rules = re.findall(r"^\| `(\w+)` \|", table.partition("\n\n")[0], re.MULTILINE)
    assert len(rules) > 10
    assert [rule for rule in rules for name in LANGUAGES if f"spec.rule.{rule}" not in words_in(name).texts] == []


def _plain(**changes: object) -> ClassSpec:
    """A spec of no sections, series and issues."""
    return replace(lamplighter(members=(), sections=(), legends=(), issues=()), **changes)  # type: ignore[arg-type]  # fields of a ClassSpec


def _greenhouse(library: Library, *, is_current: bool) -> SpecEntry:
    return next(
        entry for entry in library.entries() if entry.title == "Greenhouse Grower" and entry.current is is_current
    )
