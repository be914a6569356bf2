"""Damage undone in a view: doubled letters, mojibake, characters that nobody sees, stray marks."""

import pytest

from ingest.mending import mended
from tests.ingest.reading import rules


def _mended(text: str) -> str:
    return mended(text)[0].text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("CCIITTYY OOFF NNOORRFFOOLLKK", "CITY OF NORFOLK"),
        ("CCllaassss TTiittllee:: FFiirreeffiigghhtteerr 000044112200", "Class Title: Firefighter 004120"),
        ("CCllaassss TTiittllee: Accountant II", "Class Title: Accountant II"),
        ("AAccccoouunnttaanntt IIII", "Accountant II"),
        ("CCllaassssiiffiiccaattiioonn SSppeecciiffiiccaattiioonn 001122", "Classification Specification 001122"),
        ("HHEEAALLTTHH && SSAAFFEETTYY\tENVIRONMENT", "HEALTH & SAFETY\tENVIRONMENT"),
        ("PPHHYYSSIICCAALL  DDEEMMAANNDDSS", "PHYSICAL DEMANDS"),
        ("see MMAACCHHIINNEESS,, TTOOOOLLSS here", "see MACHINES, TOOLS here"),
        ("SSttaannddiinngg\n\tFF\nSitting", "Standing\n\tFF\nSitting"),
    ],
)
def test_letters_that_stand_twice_stand_once(text: str, meant: str) -> None:
    view, repairs = mended(text)
    assert view.text == meant
    assert rules(repairs) == ["doubled_letters"]


@pytest.mark.parametrize(
    "text",
    ["bookkeeper", "AAA Club", "1122 00", "--------", "_____", "AA BB CC DD", "aabbcc", "XXXX XXXX", "Accountant II",
     "a committee room, well all off"],
)  # fmt: skip
def test_what_is_doubled_by_nature_stays(text: str) -> None:
    assert _mended(text) == text


def test_what_follows_mended_words_stays_in_its_column() -> None:
    assert _mended("SSHHOOPP    X") == "SHOP        X"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Driverâ€™s license", "Driver’s license"),
        ("rÃ©sumÃ© Â§ 5", "résumé § 5"),
        ("â€œquotedâ€\x9d", "“quoted”"),
        ("fiveÂ\xa0years", "five\xa0years"),
        ("at onceÂ and after", "at once\xa0and after"),
        ("Program ManagerÂ\nx", "Program Manager\xa0\nx"),
        ("Ã¢â‚¬â„¢", "’"),
        ("the city\x92s", "the city’s"),
    ],
)
def test_text_read_in_the_wrong_encoding_is_read_in_the_right_one(text: str, meant: str) -> None:
    view, repairs = mended(text)
    assert view.text == meant
    assert set(rules(repairs)) == {"mojibake"}


@pytest.mark.parametrize(
    "text",
    ["CAFÉ’S", "“curly” don’t", "São Paulo, ÉCOLE, à la", "СІТУ ОF ΝΟRFΟLΚ", "&amp; ﬁ ｆｕｌｌ", "MÂNAGER", "½ cup"],
)  # fmt: skip
def test_text_in_the_right_encoding_stays(text: str) -> None:
    assert _mended(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("CLASS REQUIREMENTS <<", "CLASS REQUIREMENTS   "),
        ("CLASS REQUIREMENTS <<:", "CLASS REQUIREMENTS   :"),
        ("« CLASS REQUIREMENTS", "  CLASS REQUIREMENTS"),
        ("Class Title: Firefighter >>", "Class Title: Firefighter   "),
        ("PHYSICAL DEMANDS <<\tCODE", "PHYSICAL DEMANDS   \tCODE"),
        ("a\n<<\nb", "a\n  \nb"),
    ],
)
def test_a_mark_that_stands_apart_from_a_heading_is_white_space(text: str, meant: str) -> None:
    view, repairs = mended(text)
    assert view.text == meant
    assert [(repair.rule, repair.after) for repair in repairs] == [("stray_mark", "")]


@pytest.mark.parametrize(
    "text",
    ["if x << y", "it checks that x <<", "Il dit « mot »", "«mot»", "Home » Jobs » Clerk", "Math\t<<\tAdds", "x <<= 3"],
)
def test_a_mark_that_means_something_stays(text: str) -> None:
    assert _mended(text) == text


@pytest.mark.parametrize("unseen", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u200b\u200b"])
@pytest.mark.parametrize(
    ("text", "raw"), [("Lifting\t@F\tCrates", "@F"), ("Lifting\tF@\tCrates", "F@"), ("Climbing\tV@H@", "V@H@")]
)
def test_what_nobody_sees_is_not_there_and_keeps_its_place(unseen: str, text: str, raw: str) -> None:
    source = text.replace("@", unseen)
    view, repairs = mended(source)
    assert view.text == text.replace("@", "")
    assert set(rules(repairs)) == {"unseen_character"}
    cell = raw.replace("@", "")
    at = view.text.index(cell)
    assert source[slice(*view.place(at, at + len(cell)))] == raw.replace("@", unseen)


def test_a_cell_with_nothing_that_anybody_sees_is_blank() -> None:
    assert _mended("Lifting\t\u200b\tCrates\n\u200b\n") == "Lifting\t\tCrates\n\n"
    assert _mended("Lifting\tFâ€‹\tCrates") == "Lifting\tF\tCrates"


def test_a_longer_word_is_quoted_as_it_stands() -> None:
    assert _mended("Ne\u200bver\tcrates\u200b") == "Ne\u200bver\tcrates\u200b"


def test_the_mark_of_an_encoding_stays_where_a_text_begins() -> None:
    assert _mended("\ufeffF\tF\ufeff") == "\ufeffF\tF"


def test_a_text_without_damage_is_shown_as_it_stands() -> None:
    view, repairs = mended("Class Title: Clerk\n")
    assert (view.text, view.is_source, repairs) == ("Class Title: Clerk\n", True, ())


def test_every_word_of_a_mended_text_has_its_place_in_the_source() -> None:
    text = "x CCllaassss TTiittllee:: Driverâ€™s Clerk <<"
    view, repairs = mended(text)
    at = view.text.index("Title")
    assert text[slice(*view.place(at, at + 5))] == "TTiittllee"
    at = view.text.index("’")
    assert text[slice(*view.place(at, at + 1))] == "â€™"
    assert [text[repair.start : repair.end] for repair in repairs] == [repair.before for repair in repairs]


@pytest.mark.parametrize(
    "piece",
    [
        "aabbccdd",
        "aabbccdd ",
        "<",
        "<< ",
        "«",
        "«\n",
        "Â ",
        "Ã",
        "â€™",
        "\x92",
        " ",
        "\t<<",
        "A <<:",
        "a\u200b ",
    ],
)
def test_long_hostile_text_is_mended_in_its_places(piece: str) -> None:
    text = piece * 10_000
    view, repairs = mended(text)
    assert all(text[repair.start : repair.end] == repair.before for repair in repairs)
    assert view.place(0, len(view.text)) == (0, len(text))
