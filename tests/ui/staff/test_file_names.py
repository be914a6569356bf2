from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.staff.file_names import safe_path


@pytest.mark.parametrize(
    "name", ["custodian.txt", "City of Norfolk/clerks/court-clerk-i.pdf", "Auxiliary Guard (2001).docx", "año ñu.txt"]
)
def test_an_ordinary_name_stays_as_it_is(name: str) -> None:
    assert str(safe_path(name)) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("..\\..\\windows\\custodian.txt", "windows/custodian.txt"),
        ("/etc/passwd", "etc/passwd"),
        ("./a/./b.txt", "a/b.txt"),
        ("a//b.txt", "a/b.txt"),
    ],
)
def test_a_name_leads_nowhere_but_down(name: str, expected: str) -> None:
    assert str(safe_path(name)) == expected


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("custodian\0.txt", "custodian-????????.txt"),
        ("custo\u202edian\n.txt", "custodian-????????.txt"),
        (".hidden.txt", "hidden-????????.txt"),
        ("~$custodian.docx", "$custodian-????????.docx"),
        ("CON.txt", "_CON-????????.txt"),
        ("com1", "_com1-????????"),
        ('cust<o>"dian|?*:.txt', "cust_o__dian____-????????.txt"),
        ("custodian\u00a0two\u2028.txt", "custodian two-????????.txt"),
        ("", "file-????????"),
        ("...", "file-????????"),
        ("\u200b.txt", "txt-????????"),
        ("a/\u202e/b.txt", "a/folder-????????/b.txt"),
    ],
)
def test_what_had_to_be_changed_is_told_apart_by_digits(name: str, like: str) -> None:
    path = safe_path(name)
    assert path.match(like)
    assert safe_path(name) == path


def test_names_that_would_become_one_stay_two() -> None:
    assert safe_path("a?.txt") != safe_path("a*.txt")
    assert safe_path("x" * 300 + "1.txt") != safe_path("x" * 300 + "2.txt")


@given(st.text(max_size=400))
def test_every_name_becomes_one_that_a_disk_takes(name: str) -> None:
    path = safe_path(name)
    assert not path.is_absolute()
    assert PurePosixPath("files", path).parts[0] == "files"
    for part in path.parts:
        assert part not in ("", ".", "..")
        assert len(part.encode()) <= 255
        assert part.isprintable()
        assert not part.startswith(".")
    assert len(path.parts) <= 7
