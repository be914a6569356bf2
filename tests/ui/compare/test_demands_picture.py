"""The physical demands as a picture: marks on a scale, told apart without colour, with the same in words."""

import re
import xml.etree.ElementTree as ET
from html import unescape

from tests.ui.comparing import Comparing
from ui.compare.demands_picture import demands_picture
from ui.words import words_in

WORDS = words_in("en")
SVG = "{http://www.w3.org/2000/svg}"


def drawings(picture: str, layout: str) -> list[ET.Element]:
    """The drawings of one layout, which are well formed."""
    found = re.findall(rf'<svg class="{layout}".*?</svg>', picture, re.DOTALL)
    return [ET.fromstring(one.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)) for one in found]


def marks(drawing: ET.Element, demand: str) -> dict[str, tuple[float, float]]:
    """Where each class's mark of a demand stands, by its letter."""
    found = {}
    for group in drawing.iter(f"{SVG}g"):
        title, letter = group.find(f"{SVG}title"), group.find(f"{SVG}text")
        assert title is not None
        assert letter is not None
        if (title.text or "").startswith(f"{demand}:"):
            at = re.findall(r"-?[\d.]+", group.get("transform", ""))
            found[letter.text or ""] = (float(at[0]), float(at[1]))
    return found


def level(drawing: ET.Element, word: str) -> float:
    """Where a level stands from left to right."""
    (head,) = (text for text in drawing.iter(f"{SVG}text") if text.text == word)
    return float(head.get("x", ""))


def sentences(picture: str) -> dict[str, str]:
    items = re.findall(r"<li>([^<]+)</li>", picture)
    return {name: said for name, _, said in (unescape(item).partition(": ") for item in items)}


def test_a_mark_stands_at_the_level_of_its_code(comparing: Comparing) -> None:
    picture = demands_picture(comparing("Ferry Mate", "Quarry Inspector"), WORDS)
    strength, frequency = drawings(picture, "wide")
    lifting = marks(frequency, "Lifting")
    assert lifting["A"][0] == level(frequency, "Frequently")
    assert lifting["B"][0] == level(frequency, "Occasionally")
    overall = marks(strength, "Overall physical strength demands")
    assert (overall["A"][0], overall["B"][0]) == (level(strength, "Heavy"), level(strength, "Medium"))


def test_marks_at_one_level_do_not_cover_each_other(comparing: Comparing) -> None:
    five = ("Ferry Mate", "Quarry Inspector", "Kennel Aide", "Bell Founder", "Mosaic Restorer I")
    picture = demands_picture(comparing(*five), WORDS)
    for layout in ("wide", "narrow"):
        places = list(marks(drawings(picture, layout)[1], "Sitting").values())
        assert len(places) == 5
        assert all(
            abs(x - other_x) > 18 or abs(y - other_y) > 18
            for at, (x, y) in enumerate(places)
            for other_x, other_y in places[at + 1 :]
        )


def test_each_class_has_a_shape_and_a_letter_of_its_own(comparing: Comparing) -> None:
    five = ("Ferry Mate", "Quarry Inspector", "Kennel Aide", "Bell Founder", "Mosaic Restorer I")
    key = re.findall(
        r'<g class="mark mark-(\w)"[^>]*>(<(?:circle|rect|path)[^>]*>)<text[^>]*>(\w)',
        demands_picture(comparing(*five), WORDS),
    )[:5]
    assert [letter for _, _, letter in key] == list("ABCDE")
    assert len({shape for _, shape, _ in key}) == 5


def test_what_has_no_level_stands_apart_and_says_why(comparing: Comparing) -> None:
    picture = demands_picture(comparing("Ferry Mate", "Lamp Tender", "Kennel Aide", "Bell Founder"), WORDS)
    frequency = drawings(picture, "wide")[-1]
    lifting = marks(frequency, "Lifting")
    assert lifting["A"][0] == level(frequency, "Frequently")
    assert all(lifting[letter][0] < level(frequency, "Never") - 20 for letter in "BCD")
    said = [text.text for text in frequency.iter(f"{SVG}text") if text.get("class") == "why"]
    assert {"left blank", "not legible", "not stated"} <= set(said)
    assert sentences(picture)["Lifting"] == (
        "Ferry Mate Frequently (F); Lamp Tender left blank; "
        "Kennel Aide not legible for certain: the source has “?”; Bell Founder not stated."
    )


def test_a_spec_s_own_words_are_placed_by_their_order_and_said_as_they_stand(comparing: Comparing) -> None:
    picture = demands_picture(comparing("Archive Clerk", "Ferry Mate"), WORDS)
    frequency = drawings(picture, "wide")[-1]
    own = sentences(picture)["Lifting"]
    assert own.startswith("Archive Clerk Sometimes (S);")
    assert marks(frequency, "Lifting")["A"][0] == level(frequency, "Occasionally")


def test_a_comparison_without_codes_has_no_picture(comparing: Comparing) -> None:
    assert demands_picture(comparing("Ferry Mate", "Quarry Inspector", sections=("machines_tools",)), WORDS) == ""
