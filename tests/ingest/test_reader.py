"""From a file to a spec: what is refused, each with one clear sentence, and what a spec is."""

import hashlib
import os
from pathlib import Path

import pytest

from ingest import IngestError, NotAClassSpec, UnreadableFile, read_spec
from tests.ingest.reading import SEED, SHORT_FORM, fact_of, read_as, spec_of


@pytest.mark.parametrize("content", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="the file is empty"):
        read_spec(path)


@pytest.mark.parametrize("content", [b"\0\0\xff", bytes(range(256)), SEED.read_bytes() + b"\0"])
def test_a_binary_file_named_txt_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "binary.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"binary|not text"):
        read_spec(path)


def test_a_file_of_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(UnreadableFile, match=r"50\.0 MB"):
        read_spec(path)


@pytest.mark.parametrize("text", ["Dear Sir,\nsee below.\n", "{}", "PHYSICAL DEMANDS:\nESSENTIAL FUNCTIONS:"])
def test_text_that_is_no_class_spec_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotAClassSpec, match="nothing in it is a class specification"):
        spec_of(tmp_path, text)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened: No such file"):
        read_spec(tmp_path / "missing.txt")


def test_a_folder_named_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_spec(tmp_path / "folder.txt")


@pytest.mark.parametrize("name", ["spec.exe", "spec", "spec.jpeg", "spec.pdf", ".txt"])
def test_a_text_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SEED.read_bytes())
    spec = read_spec(path)
    assert (spec.title, spec.source.format) == (read_spec(SEED).title, "txt")


def test_a_pipe_is_refused_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "spec.txt")
    with pytest.raises(UnreadableFile, match="a pipe, a socket or a device"):
        read_spec(tmp_path / "spec.txt")


@pytest.mark.parametrize("text", ["", "Dear Sir", "a\0b"])
def test_a_refusal_is_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(IngestError) as refusal:
        spec_of(tmp_path, text)
    assert str(refusal.value).strip()
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_the_encoding_of_a_file_changes_no_value(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "seed.txt"
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path.write_bytes(mark + SEED.read_text(encoding="utf-8").encode(encoding))
    assert read_as(read_spec(path).facts) == read_as(read_spec(SEED).facts)


def test_latin_1_bytes_are_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "spec.txt"
    path.write_bytes((SHORT_FORM + "NON-PHYSICAL DEMANDS:\n\nTime Pressures\tF\nJosé's café").encode("latin-1"))
    spec = read_spec(path)
    assert spec.source.encoding == "windows-1252"
    assert spec.source.text.endswith("José's café")


def test_a_spec_says_where_it_is_from(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, SHORT_FORM)
    path = (tmp_path / "spec.txt").resolve()
    assert (spec.source.path, spec.source.format) == (str(path), "txt")
    assert spec.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert spec.source.text == SHORT_FORM


def test_the_agency_given_counts_only_where_the_document_names_none(tmp_path: Path) -> None:
    path = tmp_path / "spec.txt"
    path.write_text(SHORT_FORM)
    assert read_spec(path, agency="City of Norfolk").agency == "City of Norfolk"
    path.write_text("TOWN OF ASHBY\n" + SHORT_FORM)
    assert read_spec(path, agency="City of Norfolk").agency == "Town of Ashby"


def test_the_revision_is_the_latest_date_of_revision_else_of_adoption(tmp_path: Path) -> None:
    assert spec_of(tmp_path, "Adopted: June 1998\tRevised: May 2004; March 2001\n" + SHORT_FORM).revision == "2004-05"
    assert spec_of(tmp_path, "Adopted: June 1998\tRevised:\n" + SHORT_FORM).revision == "1998-06"
    assert spec_of(tmp_path, SHORT_FORM).revision is None


def test_a_missing_title_is_an_issue(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, SHORT_FORM.replace("Class Title: Clerk", "Clerk"))
    assert spec.title is None
    assert "no_title" in [issue.code for issue in spec.issues]


def test_one_field_is_one_fact_even_where_its_table_stands_twice(tmp_path: Path) -> None:
    table = "PHYSICAL DEMANDS:\n\nStanding\t{}\tx\n\n"
    text = SHORT_FORM + table.format("F") + "NON-PHYSICAL DEMANDS:\n\nTime Pressures\tF\n\n" + table.format("N")
    fact = fact_of(spec_of(tmp_path, text).facts, "physical_demands.standing")
    assert (fact.status, fact.value) == ("illegible", None)


def test_a_blank_section_is_on_the_page_of_its_heading(tmp_path: Path) -> None:
    text = SHORT_FORM.replace("None\n", "") + "\nPage 1 of 1\n"
    fact = fact_of(spec_of(tmp_path, text).facts, "protective_equipment")
    assert (fact.status, fact.page) == ("blank", 1)


def test_a_list_item_that_reads_like_a_heading_takes_nothing_from_its_section(tmp_path: Path) -> None:
    text = SHORT_FORM.replace("Telephone.", "Computer\nProtective equipment\nRadio")
    facts = read_as(spec_of(tmp_path, text).facts)
    assert facts["machines_tools"] in [("read", "Computer Protective equipment Radio"), ("illegible", None)]
    assert facts["protective_equipment"] in [("read", "None"), ("illegible", None)]


def test_a_row_that_speaks_of_a_page_is_not_lost(tmp_path: Path) -> None:
    text = SHORT_FORM + "CLASS REQUIREMENTS:\n\nExperience\tFive years; see page 2 of 4\n"
    facts = read_as(spec_of(tmp_path, text).facts)
    assert facts["class_requirements.experience"] == ("read", "Five years; see page 2 of 4")
