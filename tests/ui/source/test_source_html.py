from dataclasses import replace

import pytest

from index import HeldSpec
from ingest import read_spec
from ingest.model import Box, Repair
from ingest.page_pictures import PagePicture
from tests.ui.conftest import SAMPLES, SEED_FILE
from tests.ui.sourcing import Shown, shown
from ui.links import digest_of
from ui.source.place import SourcePlace, source_place
from ui.source.source_html import page_html, panel_html, place_html, problem_html
from ui.words import words_in

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>'
ENGLISH = words_in("en")
PICTURE = PagePicture(b"", 1200, 1500)


def held(name: str) -> HeldSpec:
    return HeldSpec("s-1", read_spec(SAMPLES / name))


def place_of(name: str, field: str) -> SourcePlace:
    """The row of a fact of a sample."""
    spec = held(name)
    fact = next(fact for fact in spec.spec.facts if fact.field == field)
    return source_place(spec, (), fact.start, fact.end)


def in_text(place: SourcePlace, language: str = "en") -> Shown:
    words = ENGLISH if language == "en" else words_in("es")
    return shown(place_html(place, {}, words, level=2))


def test_a_place_says_whose_words_they_are_and_marks_exactly_them() -> None:
    place = place_of("firefighter.txt", "physical_demands.standing")
    read = in_text(place)
    assert read.marked == place.quote
    assert "FIREFIGHTER" in read.text
    about = (
        "SectionPhysical demands",
        "Page4",
        "RevisedMarch 2019",
        "AgencyCity of Brannock Ferry",
        "Filefirefighter.txt",
    )
    assert "".join(about) in read.text
    links = [attributes["href"] for tag, attributes in read.elements if tag == "a"]
    digest = digest_of(place.quote)
    assert links == [f"/source/s-1?start={place.start}&end={place.end}&digest={digest}", "/?tab=spec&spec=s-1"]


def test_the_page_speaks_spanish_and_the_source_stays_in_its_own_words() -> None:
    place = place_of("firefighter.txt", "physical_demands.standing")
    read = in_text(place, "es")
    assert "Sección" in read.text
    assert read.marked == place.quote
    assert "&lang=es" in str(read.named("source-link")[0]["href"])


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("physical_demands.walking", "Read as “O” from “0” (a digit stands where the letter belongs)"),
        ("physical_demands.reaching", "Read as “Reaching” from “Reachinq” (letters were misread"),
        (
            "adopted",
            "Read as “August 2003” from “Aug ust <u>2003</u>” (marks of a web page were left in the text; a stray",
        ),
    ],
)
def test_what_is_read_otherwise_than_printed_is_said(field: str, said: str) -> None:
    assert said in in_text(place_of("administrative-assistant.txt", field)).text


def test_nothing_is_said_of_repairs_elsewhere() -> None:
    place = place_of("administrative-assistant.txt", "physical_demands.lifting")
    assert place.repairs == ()
    assert in_text(place).named("source-repairs") == []


def test_a_repair_of_a_kind_that_has_no_words_is_said_without_them() -> None:
    place = replace(place_of("custodian.txt", "physical_demands.standing"), repairs=(Repair("new", "l", "1", 0, 1),))
    assert "Read as “1” from “l”" in in_text(place).text


def test_a_citation_of_a_legend_is_in_the_section_of_the_legend() -> None:
    spec = held("police-dispatcher.txt")
    entry = next(entry for entry in spec.spec.legends if entry.section == "physical_demands")
    place = source_place(spec, (), entry.start, entry.end)
    assert (place.section, place.page) == (entry.section, entry.page)


def test_words_over_several_sections_are_in_the_first_and_what_is_in_none_has_no_section() -> None:
    spec = held("firefighter.txt")
    sections = {section.key: section for section in spec.spec.sections}
    start, end = sections["brief_description"].start + 1, sections["class_requirements"].end
    assert source_place(spec, (), start, end).section == "brief_description"
    bare = HeldSpec("s-1", replace(spec.spec, facts=(), legends=(), passages=(), sections=()))
    assert source_place(bare, (), start, end).section is None
    assert in_text(source_place(bare, (), start, end)).marked == spec.spec.source.text[start:end]


def test_hostile_words_are_shown_and_never_markup() -> None:
    spec = read_spec(SEED_FILE)
    text = f"{HOSTILE}\n{HOSTILE}\t{HOSTILE}\nb\tc\n"
    source = replace(spec.source, text=text, path=f"/x/{HOSTILE}.pdf")
    hostile = replace(spec, source=source, title=HOSTILE, agency=HOSTILE, revised=HOSTILE)
    place = replace(
        source_place(HeldSpec("a b", hostile), [Box(0, 9, 1, 0.1, 0.1, 0.2, 0.2)], 3, len(HOSTILE) + 9),
        repairs=(Repair("look_alike", HOSTILE, HOSTILE, 3, 9),),
    )
    for pictures in ({}, {1: PICTURE}):
        whole = page_html(place.title, place_html(place, pictures, ENGLISH, level=1, note=HOSTILE), ENGLISH)
        read = shown(whole)
        scripts = [attributes for tag, attributes in read.elements if tag == "script"]
        assert scripts == [{"type": "module", "src": "/page-files/source.js"}]
        assert not any(name.startswith("on") for _, attributes in read.elements for name in attributes)
        assert read.text.count(HOSTILE) >= 5


def test_a_quotation_over_several_pages_shows_each_with_its_marks() -> None:
    boxes = [
        Box(0, 9, 2, 0.1, 0.8, 0.5, 0.82),
        Box(10, 20, 3, 0.1, 0.1, 0.5, 0.12),
        Box(21, 30, 3, 0.1, 0.2, 0.5, 0.22),
    ]
    place = source_place(held("firefighter.txt"), boxes, 0, 30)
    read = shown(place_html(place, {3: PICTURE, 2: PICTURE}, ENGLISH, level=2))
    assert [each["data-page"] for each in read.named("source-page-shown")] == ["2", "3"]
    assert "Page2–3" in read.text
    assert [each.get("id") for each in read.named("mark")] == ["marked", None, None]
    assert read.named("mark")[0]["style"] == "left:10.0000%;top:80.0000%;width:40.0000%;height:2.0000%"
    images = [attributes for tag, attributes in read.elements if tag == "img"]
    assert [image["src"] for image in images] == ["/source/s-1/pages/2.png", "/source/s-1/pages/3.png"]
    assert all(place.quote.split()[0] in str(image["alt"]) for image in images)
    assert place.quote in read.text


def test_a_page_whose_picture_is_missing_is_named() -> None:
    boxes = [Box(0, 9, 2, 0.1, 0.8, 0.5, 0.82), Box(10, 20, 3, 0.1, 0.1, 0.5, 0.12)]
    place = source_place(held("firefighter.txt"), boxes, 0, 30)
    assert "also stand on page 3" in shown(place_html(place, {2: PICTURE}, ENGLISH, level=2)).text


def test_a_long_text_is_said_to_be_cut() -> None:
    spec = held("firefighter.txt")
    text = spec.spec.source.text
    long = replace(spec, spec=replace(spec.spec, source=replace(spec.spec.source, text=text + "word " * 40_000)))
    read = in_text(source_place(long, (), 10, 20))
    assert "The specification is long." in read.text
    assert len(read.text) < 25_000


def test_a_problem_says_what_to_do_next() -> None:
    read = shown(problem_html("It is gone.", words_in("es"), level=1))
    assert read.elements[2][0] == "h1"
    assert [attributes["href"] for tag, attributes in read.elements if tag == "a"] == ["/es/", "/es/?tab=library"]


def test_without_scripts_the_browser_brings_the_mark_into_view() -> None:
    place = place_of("firefighter.txt", "physical_demands.standing")
    read = shown(page_html("t", place_html(place, {}, ENGLISH, level=1), ENGLISH))
    assert [attributes.get("id") for _, attributes in read.elements if "autofocus" in attributes] == ["marked"]
    # Only a script can copy, so without one there is no button for it.
    assert "hidden" in read.named("source-copy")[0]


def test_the_drawer_brings_what_it_says_where_the_connection_fails() -> None:
    (panel,) = shown(panel_html(words_in("es"))).named("source-panel")
    assert "conexión" in str(panel["data-failed"])
    assert "hidden" in panel
