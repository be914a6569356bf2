"""Damaged and hostile files: each is one clear sentence, in bounded time and memory, and the rest goes in."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest import NotAClassSpec, ReadingProcess, UnreadableFile, find_files
from ingest.model import ClassSpec
from tests.ingest import bad_files

DEEP = 100_000
_GOES_ON = re.compile(r"\bTraceback\b|\n|0x[0-9a-f]{6}|<class")

REFUSED: dict[str, Callable[[], bytes]] = {
    "an encrypted PDF": bad_files.pdf_encrypted,
    "a PDF cut short": lambda: bad_files.pdf_page()[:300],
    "a PDF of nothing but its mark": lambda: b"%PDF-1.7\n",
    "a PDF whose page tree goes round": bad_files.pdf_whose_tree_goes_round,
    "a PDF of 10 000 pages": lambda: bad_files.pdf_of_many_pages(10_000),
    "a PDF page that unpacks to 1 GB": lambda: bad_files.pdf_that_unpacks_to(1_000),
    "a Word document cut short": lambda: bad_files.word()[:-200],
    "a Word document that unpacks to 600 MB": lambda: bad_files.word_that_unpacks_to(600),
    "a Word document with entities in entities": bad_files.word_with_nested_entities,
    "a Word document that is XML no more": lambda: bad_files.word("<w:p><w:r>"),
    "an old Word document": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
    "a PNG of 20 000 by 20 000": lambda: bad_files.png(20_000, 20_000),
    "a PNG cut short": lambda: bad_files.picture("PNG")[:2_000],
    "a JPEG cut short": lambda: bad_files.picture("JPEG")[:600],
    "a TIFF cut short": lambda: bad_files.picture("TIFF")[:600],
    "a program": lambda: b"MZ\x90\0\x03\0\0\0" + bytes(2_000),
    "bytes of no kind": lambda: bytes(range(256)) * 100,
    "nothing": lambda: b"",
    "only spaces": lambda: b" \r\n\t" * 100_000,
    "more than 5 million letters": lambda: b"The clerk files.\n" * 300_000,
}
# What is read in spite of it: the words of the file are all there, and nothing else is.
READ: dict[str, Callable[[], bytes]] = {
    "a Word document of many parts": lambda: bad_files.word_of_many_parts(2_000),
    "a page with scripts": lambda: bad_files.page("<script>alert('boo')</script>" + bad_files.page_paragraphs()),
    "a PDF whose form draws itself": bad_files.pdf_whose_form_draws_itself,
}
# What may be read or refused, as long as it is soon.
SECONDS = 10
BOUNDED: dict[str, Callable[[], bytes]] = {
    "a PDF of a huge page": lambda: bad_files.pdf_page(size=b"0 0 100000000 100000000", entries=b"/UserUnit 1000"),
    "a PDF of a page without size": lambda: bad_files.pdf_page(size=b"0 0 0 0"),
    "a PDF of a page that is no number": lambda: bad_files.pdf_page(size=b"0 0 1e308 nan"),
    "a PDF with arrays in arrays": lambda: bad_files.pdf_with_nested_arrays(DEEP),
    "a PDF with arrays in operands": lambda: bad_files.pdf_with_nested_operands(DEEP),
    "a PDF with a deep tree of pages": lambda: bad_files.pdf_with_nested_tree(10_000),
    "a PDF of 300 000 lines on one page": lambda: bad_files.pdf_of_many_letters(300_000),
    "a PDF of 200 000 ruled lines": lambda: bad_files.pdf_of_many_rules(200_000),
    "a Word document of nested tables": lambda: bad_files.word_nested(5_000),
    "a page of nested elements": lambda: bad_files.page("<div>" * 200_000 + bad_files.page_paragraphs()),
    "a page of nested tables": lambda: bad_files.page("<table><tr><td>" * 20_000 + bad_files.page_paragraphs()),
    "a page of open quotes": lambda: bad_files.page(bad_files.page_paragraphs() + '<p title="' * 100_000),
}


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


@pytest.fixture(scope="module")
def hurried() -> Iterator[ReadingProcess]:
    with ReadingProcess(seconds_a_file=SECONDS) as process:
        yield process


def outcome(reading: ReadingProcess, path: Path) -> ClassSpec | str:
    """The spec that a file is, or why it is none."""
    try:
        return reading.read(path)[0]
    except (UnreadableFile, NotAClassSpec) as refusal:
        return str(refusal)


def check_sentence(sentence: str) -> None:
    assert 10 < len(sentence) < 200
    assert not _GOES_ON.search(sentence)


def check_the_rest_goes_in(reading: ReadingProcess, folder: Path) -> None:
    good = folder / "good.txt"
    good.write_bytes(bad_files.text())
    assert reading.read(good)[0].title == "Clerk"


@pytest.mark.parametrize("kind", REFUSED)
def test_a_bad_file_is_refused_with_one_sentence(reading: ReadingProcess, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(REFUSED[kind]())
    sentence = outcome(reading, path)
    assert isinstance(sentence, str)
    check_sentence(sentence)
    assert "reading process" not in sentence, "a reader knows what is wrong"
    check_the_rest_goes_in(reading, tmp_path)


@pytest.mark.parametrize("kind", READ)
def test_a_bad_file_whose_words_are_there_is_read(reading: ReadingProcess, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(READ[kind]())
    spec = outcome(reading, path)
    assert isinstance(spec, ClassSpec), spec
    assert spec.title == "Clerk"
    assert "boo" not in spec.source.text
    check_the_rest_goes_in(reading, tmp_path)


@pytest.mark.parametrize("kind", BOUNDED)
def test_a_hostile_file_ends_in_a_spec_or_a_sentence(hurried: ReadingProcess, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(BOUNDED[kind]())
    ended = outcome(hurried, path)
    if isinstance(ended, str):
        check_sentence(ended)
        assert "reading process" not in ended, "a reader knows what is wrong"
    check_the_rest_goes_in(hurried, tmp_path)


def test_a_word_document_gets_no_other_file_s_words(reading: ReadingProcess, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("The key is under the mat.")
    path = tmp_path / "bad.docx"
    for address in (secret.as_uri(), str(secret), "secret", "http://127.0.0.1:9/"):
        path.write_bytes(bad_files.word_with_outer_entity(address))
        ended = outcome(reading, path)
        assert "under the mat" not in (ended if isinstance(ended, str) else ended.source.text)


@pytest.mark.parametrize(
    ("content", "name", "file_format"),
    [
        (bad_files.pdf_page(), "clerk.txt", "pdf"),
        (bad_files.word(), "clerk.pdf", "docx"),
        (bad_files.page(bad_files.page_paragraphs()), "clerk.docx", "html"),
        (bad_files.text(), "clerk.pdf", "txt"),
        (bad_files.text(), "clerk.png", "txt"),
    ],
)
def test_a_file_that_lies_about_its_type_is_read_as_what_it_is(
    reading: ReadingProcess, tmp_path: Path, content: bytes, name: str, file_format: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    spec = outcome(reading, path)
    assert isinstance(spec, ClassSpec), spec
    assert (spec.title, spec.source.format) == ("Clerk", file_format)


def test_a_picture_that_lies_about_its_type_is_read_as_a_picture(reading: ReadingProcess, tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG", "TIFF"):
        path = tmp_path / f"{kind}.txt"
        path.write_bytes(bad_files.picture(kind))
        spec = outcome(reading, path)
        assert isinstance(spec, ClassSpec), spec
        assert spec.source.format == kind.lower()
        assert "files of the department" in spec.source.text


def test_a_file_that_has_gone_since_it_was_found_is_refused(reading: ReadingProcess, tmp_path: Path) -> None:
    path = tmp_path / "spec.txt"
    path.write_bytes(bad_files.text())
    ((found,), _) = find_files([tmp_path])
    path.unlink()
    assert outcome(reading, found) == "the file cannot be opened: No such file or directory"
    check_the_rest_goes_in(reading, tmp_path)
