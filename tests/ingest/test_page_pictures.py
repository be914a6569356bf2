"""Pictures of pages are drawn apart, once, and only of files that are as they were when they were read."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ingest import page_pictures
from ingest.errors import NoPicture
from ingest.page_pictures import PagePicture, PagePictures
from tests.ingest.readers.pdf.drawing import Sheet, pdf, words
from tests.ingest.reading import SAMPLES

TWO_PAGES = pdf([Sheet(words(100, 500, "Kneeling")), Sheet("", (0, 0, 1440, 720))])


@pytest.fixture
def pictures() -> Iterator[PagePictures]:
    with PagePictures() as pictures:
        yield pictures


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "spec.pdf"
    path.write_bytes(TWO_PAGES)
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def drawn(pictures: PagePictures, path: Path, page: int, file_format: str = "pdf") -> PagePicture:
    return pictures.picture(path, digest(path), file_format, page)


def test_a_page_is_drawn_at_most_so_wide_and_in_its_own_shape(pictures: PagePictures, path: Path) -> None:
    for page, shape in ((1, (1200, 1553)), (2, (1200, 600))):
        picture = drawn(pictures, path, page)
        assert (picture.width, picture.height) == shape
        with Image.open(BytesIO(picture.png)) as opened:
            assert (opened.format, opened.size) == ("PNG", shape)


def test_a_narrow_picture_stays_as_it_is(pictures: PagePictures, tmp_path: Path) -> None:
    path = tmp_path / "scan.tiff"
    Image.new("L", (300, 400)).save(path)
    picture = drawn(pictures, path, 1, "tiff")
    assert (picture.width, picture.height) == (300, 400)


def test_a_page_is_drawn_once_for_all_who_ask(pictures: PagePictures, path: Path) -> None:
    with ThreadPoolExecutor(max_workers=8) as pool:
        asked = list(pool.map(lambda page: (page, drawn(pictures, path, page)), [1, 2] * 8))
    assert len({id(picture) for _, picture in asked}) == 2
    assert len({(page, picture.height) for page, picture in asked}) == 2


def test_only_the_last_pictures_are_kept(pictures: PagePictures, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "_MOST_KEPT", 1)
    first = drawn(pictures, path, 1)
    assert drawn(pictures, path, 1) is first
    drawn(pictures, path, 2)
    again = drawn(pictures, path, 1)
    assert again is not first
    assert again == first


def test_a_file_that_was_changed_or_has_vanished_since_is_not_shown(pictures: PagePictures, path: Path) -> None:
    read = digest(path)
    assert pictures.picture(path, read, "pdf", 1).width == 1200
    path.write_bytes(TWO_PAGES + b"\n")
    with pytest.raises(NoPicture, match="has changed") as changed:
        pictures.picture(path, read, "pdf", 1)
    path.unlink()
    with pytest.raises(NoPicture, match="not there any more") as vanished:
        pictures.picture(path, read, "pdf", 1)
    assert changed.value.is_changed
    assert vanished.value.is_changed


def test_a_page_that_cannot_be_drawn_says_why_and_harms_no_other(pictures: PagePictures, path: Path) -> None:
    for _ in range(2):
        with pytest.raises(NoPicture, match="no page 3") as refused:
            drawn(pictures, path, 3)
        assert not refused.value.is_changed
    with pytest.raises(NoPicture, match="no pages to show"):
        drawn(pictures, SAMPLES / "custodian.txt", 1, "txt")
    assert drawn(pictures, path, 1).width == 1200


def test_a_page_that_takes_too_long_is_refused(path: Path) -> None:
    with PagePictures(seconds_a_page=0) as pictures, pytest.raises(NoPicture, match="more than 0 seconds"):
        drawn(pictures, path, 1)


def test_a_page_is_not_waited_for_longer_than_others_take(
    pictures: PagePictures, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "_SECONDS_TO_WAIT", 0.05)
    with pictures._drawing, pytest.raises(NoPicture, match="try again in a moment"):
        drawn(pictures, path, 1)
    assert drawn(pictures, path, 1).width == 1200
